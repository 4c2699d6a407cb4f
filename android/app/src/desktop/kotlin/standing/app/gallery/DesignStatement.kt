package standing.app.gallery

import androidx.compose.runtime.Composable
import standing.app.design.CheckRow
import standing.app.design.Difference
import standing.app.design.FilledButton
import standing.app.design.IconButton
import standing.app.design.Icons
import standing.app.design.KeyValues
import standing.app.design.Ledger
import standing.app.design.LocalWords
import standing.app.design.MarkWord
import standing.app.design.PointsRow
import standing.app.design.ProofLine
import standing.app.design.QueueRowItem
import standing.app.design.Score
import standing.app.design.Screen
import standing.app.design.SectionHeading
import standing.app.design.Segments
import standing.app.design.Sheet
import standing.app.design.Stars
import standing.app.design.Tally
import standing.core.CheckState
import standing.core.KeyValue
import standing.core.LedgerRow
import standing.core.StarRow
import standing.core.SumGap
import standing.core.Told

private fun signed(said: Said) =
    listOf(
        MarkWord(CheckState.HOLDS, said("Signed", "签名有效")),
        MarkWord(CheckState.HOLDS, said("Current", "目前有效")),
        MarkWord(CheckState.HOLDS, said("Adds up", "算分无误")),
        MarkWord(CheckState.HOLDS, said("No gaps here", "期次连续")),
    )

private fun proof(said: Said) = said("Yangqiao village committee, as of 1 October. Checked 2 hours ago.", "杨桥村村民委员会出具，截至10月1日。2小时前核验。")

@Composable
internal fun DesignHome(said: Said) {
    val words = LocalWords.current
    Screen(
        words.appName,
        actions = {
            IconButton(Icons.TextSize, words.actionLargerText, {})
            IconButton(Icons.Eye, words.actionHideAmounts, {})
        },
        dock = { FilledButton(words.actionRecord, {}, icon = Icons.Plus) },
        bar = true,
    ) {
        item { Segments(listOf(said("Yangqiao village", "杨桥村"), said("Hangzhou city", "杭州市")), 0, {}) }
        item {
            Score(
                said("Credit statement 8", "信用对账单 第8期"),
                "82",
                said("of 100", "分，满分100分"),
                said("Good", "良好"),
                said("81 in July. Next statement in January.", "7月为81分。下一期于明年1月出具。"),
            )
        }
        item { ProofLine(signed(said), proof(said)) {} }
        item { SectionHeading(said("What changed since July", "与7月相比")) }
        item {
            PointsRow("−5", said("Late on a loan payment", "逾期还贷"), told = Told(false, words.toldNot)) {}
            PointsRow("+6", said("Visiting elderly parents", "看望父母"), detail = said("14 September", "9月14日"), contested = true) {}
        }
        item { SectionHeading(words.homeStars) }
        item { Stars(stars(said)) }
        item { SectionHeading(words.homeWaitingTitle) }
        item { designRecords(said).forEach { QueueRowItem(it, {}, signed = true) } }
    }
}

private fun stars(said: Said) =
    listOf(said("Courtyard tidiness", "庭院整洁") to 3, said("Obeying the law", "遵纪守法") to 5, said("Recycling and rubbish", "垃圾分类") to 0)
        .map { (name, n) -> StarRow(name, name, name, n.toUByte(), 5u, said("$n of 5", "${n}星"), "", "") }

@Composable
internal fun DesignProofs(said: Said) =
    DesignPage(said, said("Proofs", "凭证")) {
        ProofLine(signed(said), proof(said)) {}
        val unknown = listOf(MarkWord(CheckState.UNKNOWN, said("Current: unknown", "是否有效暂时无法核验")))
        ProofLine(signed(said).drop(2) + unknown, said("Yangqiao was last asked 11 days ago. Sync to find out. Yangqiao.", "11天前查询过杨桥村。连上网络后即可核验。")) {}
        val fails = listOf(MarkWord(CheckState.FAILS, said("Does not add up", "算分有误")))
        ProofLine(signed(said).take(1) + unknown + fails, proof(said))
        Tally(listOf(CheckState.FAILS, CheckState.UNKNOWN, CheckState.HOLDS, CheckState.HOLDS))
    }

@Composable
internal fun DesignSum(said: Said) =
    DesignPage(said, said("Statement 8", "第8期对账单")) {
        val day = said("12 September", "9月12日")
        val rows =
            listOf(
                LedgerRow(null, said("Start value", "起始分"), "", "60", "60"),
                LedgerRow(null, said("20 stars at 0.5 each", "20星，每星0.5分"), "", "+10", "70"),
                LedgerRow("8-1", said("Visiting elderly parents", "看望父母"), day, "+17", "87"),
                LedgerRow("8-2", said("Late on a loan payment", "逾期还贷"), day, "−5", "82"),
            )
        Ledger(rows, "82", "60 + 10 + 17 − 5 = 82") { row -> if (row.entry == null) null else ({}) }
        SectionHeading(LocalWords.current.statementNotCounted)
        PointsRow("0", said("Littering at the river landing", "向河道乱扔垃圾"), detail = said("Was −5. Ended by itself on 3 June 2026.", "原为−5分，2026年6月3日自动终止。"), ended = true) {}
        KeyValues(listOf(KeyValue(said("Happened on", "发生日期"), said("12 September 2026", "2026年9月12日"), ""), KeyValue(said("Last day it counts", "最后计分日"), said("12 September 2027, then ends by itself", "2027年9月12日，届时自动终止"), said("in 9 months", "还有9个月"))))
    }

@Composable
internal fun DesignChecks(said: Said) =
    Sheet(LocalWords.current.checksTitle, {}) {
        item {
            CheckRow(CheckState.FAILS, said("Adds up", "算分"), said("“Littering at the river landing”, −5, was subtracted twice.", "“向河道乱扔垃圾”−5分，被扣了两次。"), restsOn = said("Rests on: the signed entries.", "依据：已签名的明细。")) { Difference("64", SumGap("69", "−5")) }
            CheckRow(CheckState.UNKNOWN, said("Current", "效力"), said("The last answer is 11 days old.", "上次答复是11天前。"), said("Sync to find out. Yangqiao.", "连上杨桥村后即可核验。"))
            CheckRow(CheckState.HOLDS, said("Signed", "签名"), said("By Yangqiao village committee, key 3.", "杨桥村村民委员会，第3把密钥。"))
        }
    }
