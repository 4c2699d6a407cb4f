package standing.logic.samples

import standing.core.AlarmGravity
import standing.core.AlarmRow
import standing.core.AlarmStatus
import standing.core.AlarmView
import standing.core.AlarmsView
import standing.core.Check
import standing.core.CheckKind
import standing.core.CheckState
import standing.core.HomeView
import standing.core.Language
import standing.core.Problem
import standing.core.Proof
import standing.core.StatementView
import standing.core.SumGap

// What the sandbox cannot be brought to say today: an answer that is too old, and a sum that is
// wrong. The sentences are those of the core.

/** Home when the last answer is eleven days old. */
val Samples.homeStale: HomeView
    get() {
        val card = home.statement!!
        val synced = said("Last asked 11 days ago.", "上次查询：11天前。")
        return home.copy(statement = card.copy(proof = card.proof.old(this)), synced = synced)
    }

/** The statement when the last answer is eleven days old. */
val Samples.statementStale: StatementView get() = statement.copy(proof = statement.proof.old(this))

/** Home when the total is not what the entries give. */
val Samples.homeFails: HomeView get() = home.statement!!.let { home.copy(statement = it.copy(score = "77", proof = it.proof.wrong(this))) }

/** Home when two statements between those on the phone never came. */
val Samples.homeGap: HomeView
    get() {
        val card = homeFork.statement!!
        val missing = Problem(
            "alarm-gap",
            said("Missing in the history on this phone: statement no. 5–6.", "第5–6期没有送达本手机。"),
            said("What this phone holds is unchanged.", "本手机上的内容没有改变。"),
            said("Ask the authority for what is missing.", "请向机构索取。"),
        )
        val alarm = homeFork.alarms.first().copy(problem = missing, gravity = AlarmGravity.MISSING)
        return homeFork.copy(alarms = listOf(alarm), statement = card.copy(proof = card.proof.six(this)))
    }

/** A statement whose total is not what its entries give. */
val Samples.statementFails: StatementView
    get() =
        statement.copy(
            score = "77",
            points = 77,
            heading = said("How 77 adds up", "77分是怎样算出来的"),
            proof = statement.proof.wrong(this),
            gap = SumGap(addsUpTo = "82", difference = "−5"),
            differences = listOf(said("The statement says 77; its own entries and stars add up to 82.", "对账单写明77分，按明细和星级合计为82分。")),
        )

/** A statement whose signature does not hold, and of which therefore nothing else is known. */
val Samples.statementForged: StatementView
    get() {
        val forged = statement.proof.check(CheckKind.SIGNED) {
            it.copy(
                state = CheckState.FAILS,
                mark = said("Not signed by them", "签名无效"),
                finding = said(
                    "The signature does not hold: something in it was changed, or somebody else signed it.",
                    "签名无效：内容被改动过，或由他人签名。",
                ),
                todo = said("Do not rely on it. Show it to Yangqiao village committee.", "请勿采信，并向杨桥村村民委员会出示。"),
            )
        }
        val unasked = forged.check(CheckKind.ALLOWED) {
            it.copy(
                state = CheckState.UNKNOWN,
                mark = said("Allowed: unknown", "权限暂无法核验"),
                finding = said("Without a good signature there is nobody to ask about.", "签名无效时，无从核对签发者的权限。"),
                todo = said("It becomes known once the signature holds.", "签名有效后即可核验。"),
            )
        }
        return statement.copy(proof = unasked)
    }

fun Samples.said(english: String, chinese: String) = if (language == Language.CHINESE) chinese else english

private fun Proof.old(samples: Samples) =
    check(CheckKind.IN_FORCE) {
        it.copy(
            state = CheckState.UNKNOWN,
            mark = samples.said("In force: unknown", "是否有效暂无法核验"),
            finding = samples.said("The last answer is 11 days old. An answer is good for 7 days.", "上次答复已过11天，答复的有效期为7天。"),
            todo = samples.said("Sync to find out.", "请同步后查看。"),
            restsOn = samples.said("Rests on: the authority’s signed answer, given 11 days ago.", "依据：机构11天前签名的答复。"),
        )
    }.let { it.copy(text = it.text.replace("just now", "11 days ago").replace("刚刚", "11天前")) }

private fun Proof.six(samples: Samples) =
    check(CheckKind.COMPLETE) { it.copy(restsOn = samples.said("Rests on: the 6 statements kept on this phone.", "依据：本手机保存的6期对账单。")) }

private fun Proof.wrong(samples: Samples) =
    check(CheckKind.ADDS_UP) {
        it.copy(
            state = CheckState.FAILS,
            mark = samples.said("Does not add up", "算分有误"),
            finding = samples.said(
                "It says 77; its own entries and rulebook give 82. One difference.",
                "对账单写明77，按其记录项和规则应为82，共1处不符。",
            ),
            todo = samples.said(
                "Open the sum to see each difference. You can show it to Yangqiao village committee.",
                "打开算分明细可查看每处不符，并可向杨桥村村民委员会出示。",
            ),
        )
    }

private fun Proof.check(kind: CheckKind, change: (Check) -> Check): Proof {
    val checks = checks.map { if (it.kind == kind) change(it) else it }.sortedBy { it.state }
    return copy(checks = checks, state = checks.minOf { it.state })
}

/** The same warning, which a notice explains: it is not settled by that. */
val Samples.alarmExplained: AlarmView
    get() =
        alarm.copy(
            row = alarm.row.copy(
                status = AlarmStatus.EXPLAINED,
                statusText = said(
                    "Yangqiao village committee explained this on 26 November 2026: “Entries of another household were in it.” That does not settle it: compare for yourself.",
                    "杨桥村村民委员会于2026年11月26日作了说明：“其中混入了另一户的明细。”这并不等于了结，请自行对照。",
                ),
            ),
        )

/** The same warning, put aside. */
val Samples.alarmAside: AlarmView get() = alarm.copy(row = alarm.row.aside(this))

/** One that is open, and one that was put aside. */
val Samples.alarmsBoth: AlarmsView
    get() = alarms.rows.first().let { row -> alarms.copy(rows = listOf(row, row.aside(this).copy(alarm = row.alarm + 1000))) }

/** One of the documents is not on this phone. */
val Samples.alarmHalf: AlarmView
    get() {
        val (first, second) = alarm.branches
        val absent = second.copy(
            value = "", detail = "", reached = "", dated = "", signer = "", document = "", inUse = false,
            note = said("The authority signed that it exists, and has not given it to this phone.", "机构签名表明有这一份，但没有交给本手机。"),
        )
        val checks = alarm.checks.map { it.copy(states = listOf(it.states.first(), CheckState.UNKNOWN)) }
        val same = said("There is only one document here: nothing to put beside it.", "这里只有一份文件，没有可对照的。")
        return alarm.copy(branches = listOf(first, absent), differs = emptyList(), same = same, checks = checks)
    }

private fun AlarmRow.aside(samples: Samples) =
    copy(
        status = AlarmStatus.PUT_ASIDE,
        statusText = samples.said("You put this aside on 28 November 2026. Something new about it opens it again.", "您于2026年11月28日搁置了此项。如有新情况，会再次提醒。"),
    )
