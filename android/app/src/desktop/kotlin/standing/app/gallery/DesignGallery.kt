package standing.app.gallery

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.runtime.Composable
import standing.app.design.Ask
import standing.app.design.BusinessCardRow
import standing.app.design.ButtonPair
import standing.app.design.ChoiceRow
import standing.app.design.DeadlineBox
import standing.app.design.DeadlineLine
import standing.app.design.DestroyButton
import standing.app.design.Empty
import standing.app.design.Field
import standing.app.design.FieldWord
import standing.app.design.FilledButton
import standing.app.design.IconButton
import standing.app.design.Icons
import standing.app.design.LinkRow
import standing.app.design.ListingHead
import standing.app.design.Loading
import standing.app.design.LocalWords
import standing.app.design.NoteBox
import standing.app.design.OutlinedButton
import standing.app.design.Paragraph
import standing.app.design.PickField
import standing.app.design.ProblemBox
import standing.app.design.Progress
import standing.app.design.QueueGroupHeading
import standing.app.design.QueueRowItem
import standing.app.design.Quotation
import standing.app.design.Screen
import standing.app.design.Segments
import standing.app.design.Sign
import standing.app.design.Space
import standing.app.design.Step
import standing.app.design.StepState
import standing.app.design.TextLink
import standing.app.design.Timeline
import standing.app.design.ToggleRow
import standing.core.BusinessCard
import standing.core.Language
import standing.core.ListingTag
import standing.core.Problem
import standing.core.QueueGroup
import standing.core.QueueGroupKind
import standing.core.QueueRow
import standing.core.QueueState
import standing.core.TagKind
import standing.core.TimelineRow

/** The components by themselves, each in its states. */
object DesignGallery : GalleryPart {
    override val title = "Components"
    override val shots =
        listOf(
            Shot("design-home", golden = true) { DesignHome(Said(it)) },
            Shot("design-proofs") { DesignProofs(Said(it)) },
            Shot("design-ledger") { DesignSum(Said(it)) },
            Shot("design-form", golden = true) { Form(Said(it)) },
            Shot("design-businesses", golden = true) { Businesses(Said(it)) },
            Shot("design-records") { Records(Said(it)) },
            Shot("design-problems") { Problems(Said(it)) },
            Shot("design-steps") { Steps(Said(it)) },
            Shot("design-choices") { Choices(Said(it)) },
            Shot("design-checks", golden = true) { DesignChecks(Said(it)) },
            Shot("design-ask") { Question(Said(it)) },
        )
}

/** A text in both languages. */
internal class Said(language: Language) {
    val chinese = language == Language.CHINESE

    operator fun invoke(english: String, chinese: String) = if (this.chinese) chinese else english
}

@Composable
internal fun DesignPage(said: Said, title: String, content: @Composable ColumnScope.() -> Unit) {
    val words = LocalWords.current
    Screen(title, onBack = {}, actions = { IconButton(Icons.Save, words.actionSaveFile, {}) }) {
        item { Column(verticalArrangement = Arrangement.spacedBy(Space.s1), content = content) }
    }
}

internal fun designRecords(said: Said) =
    listOf(
        QueueRow(1, QueueState.NEEDS_YOU, said("Volunteering, 3 hours", "志愿服务3小时"), said("Needs your attention: a photo is missing", "需要您处理：缺照片"), said("A photo is missing", "缺照片"), ""),
        QueueRow(2, QueueState.QUEUED, said("Blood donation, 400 ml", "无偿献血400毫升"), said("On this phone only: waits for Wi-Fi", "仅在本机：等待Wi-Fi"), said("Waits for Wi-Fi", "等待Wi-Fi"), said("21 November 2026", "2026年11月21日")),
    )

@Composable
private fun Form(said: Said) =
    DesignPage(said, said("Blood donation", "无偿献血")) {
        val words = LocalWords.current
        PickField(said("Saturday 21 November 2026", "2026年11月21日（星期六）"), words.formDate, {}, word = FieldWord.LookAgain(said("Your last whole blood was on 12 June. If the date is right, you can go on.", "您上次献全血是6月12日。如日期无误，可继续。")), icon = Icons.Calendar)
        Segments(listOf("200", "300", "400").map { words.formMillilitres(it.toInt()) }, 2, {})
        Field("3301 2611 2104", {}, words.formDonationCode, hint = words.formDonationCodeHint, word = FieldWord.Fails(said("12 of 13 characters. Look for the last one, after 2104.", "共13位，只有12位。请查看2104之后的最后一位。")))
        Field("", {}, words.formPlace, hint = words.formOptional)
        Field(said("I took my father to the doctor and waited with him until evening.", "我陪父亲去看病，一直等到傍晚。"), {}, words.formDescription, singleLine = false)
        FilledButton(words.formSend, {}, enabled = false, reason = said("The donation code is not complete.", "献血码不完整。"))
        OutlinedButton(words.formKeepDraft, {})
        OutlinedButton(words.joinNo, {}, ink = true)
        DestroyButton(words.moreErase, {})
        TextLink(words.rulebookOpen, {})
    }

private fun card(said: Said, vararg tags: ListingTag) =
    BusinessCard("91330106MA2CFLDG4R", "91 330106 MA2CFLDG4 R", "杭州西湖茶业有限公司", "West Lake Tea Co., Ltd.", said("Xihu District, Hangzhou, Zhejiang", "浙江省杭州市西湖区"), tags.toList())

@Composable
private fun Businesses(said: Said) =
    DesignPage(said, LocalWords.current.tabBusinesses) {
        val words = LocalWords.current
        val black = ListingTag(TagKind.BLACK, words.listingBlack, said("Market regulator of Hangzhou, until 6 May 2029", "杭州市市场监督管理局，至2029年5月6日"))
        val red = ListingTag(TagKind.RED, words.listingRed, said("Tax office, until 31 December 2026", "税务局，至2026年12月31日"))
        ButtonPair(
            first = { OutlinedButton(words.searchScanProduct, {}, it, Icons.Barcode, ink = true) },
            second = { OutlinedButton(words.searchScanLicence, {}, it, Icons.Qr, ink = true) },
        )
        BusinessCardRow(card(said, black, red), {})
        BusinessCardRow(card(said, ListingTag(TagKind.NOT_LISTED, words.listingNone, words.listingNoneNote)), {})
        BusinessCardRow(card(said, ListingTag(TagKind.WAS_LISTED, words.listingWas, ""), ListingTag(TagKind.UNKNOWN, words.listingNotInRegister, "")), {})
        BusinessCardRow(card(said, black), {}, near = true)
        ListingHead(red, said("Paid its taxes in full and on time", "依法足额按时纳税"), said("Tax credit, grade A", "纳税信用A级"))
        Quotation(words.businessReply, said("“We have paid the fine and changed our supplier.”", "“我们已缴纳罚款并更换供应商。”"))
    }

@Composable
private fun Records(said: Said) =
    DesignPage(said, LocalWords.current.recordsTitle) {
        val words = LocalWords.current
        val group = QueueGroup(QueueGroupKind.NEEDS_YOU, words.queueNeedsYou, designRecords(said))
        QueueGroupHeading(group)
        QueueRowItem(group.rows[0], {})
        QueueGroupHeading(QueueGroup(QueueGroupKind.SENDING, words.queueSending, listOf()))
        QueueRowItem(group.rows[1], {})
        DeadlineLine(said("Contest by Friday 4 December, in 9 days", "请于12月4日（星期五）前提出异议，还有9天"))
        DeadlineBox(words.itemDue, said("Wednesday 2 December", "12月2日（星期三）"), said("in 7 days", "还有7天")) { TextLink(words.actionAddToCalendar, {}, leading = Icons.Calendar, icon = null) }
        Timeline(
            listOf(
                TimelineRow(said("Written on this phone", "在这部手机填写"), said("17 November, 20:15", "11月17日20:15"), said("by this phone’s time", "按这部手机时间"), true),
                TimelineRow(said("Delivered", "机构已收到"), said("18 November, 14:32", "11月18日14:32"), said("by the village’s signed time", "按村里签名的时间"), true),
                TimelineRow(said("Decision", "决定"), said("Not yet", "尚未作出"), "", false),
            ),
        )
    }

@Composable
private fun Problems(said: Said) =
    DesignPage(said, said("Problems", "问题")) {
        val words = LocalWords.current
        val problem = Problem("x", said("The statement is not what was signed.", "对账单与签名内容不符。"), said("The one before stays.", "上一期仍然保留。"), said("Show it to the village committee.", "请向村委会出示。"))
        ProblemBox(problem)
        NoteBox(Sign.OFFLINE, said("No network since 14 November", "自11月14日起无网络"), listOf(words.screenOfflineSafe)) { TextLink(words.actionTryAgain, {}) }
        NoteBox(Sign.NOT_TOLD, words.entryTold, listOf(words.toldNot))
        Progress(said("Asking Yangqiao", "正在查询杨桥村"), 2, 5, {})
        Loading()
        Empty(words.recordsNone, text = words.screenEmpty) { TextLink(words.recordsNew, {}) }
    }

@Composable
private fun Steps(said: Said) =
    DesignPage(said, LocalWords.current.joinTitle) {
        val words = LocalWords.current
        Step(1, 3, StepState.DONE, words.joinLook) { Paragraph("credit.yangqiao.example") }
        Step(2, 3, StepState.CURRENT, words.joinCode) { Field("7QK2 M9TD", {}, words.joinCodeLabel, hint = words.joinCodeHint) }
        Step(3, 3, StepState.LATER, words.joinYours) { Paragraph(words.joinYoursHint) }
    }

@Composable
private fun Choices(said: Said) =
    DesignPage(said, LocalWords.current.tabMore) {
        val words = LocalWords.current
        ToggleRow(words.settingHide, true, {}, note = words.settingHideNote)
        ToggleRow(words.settingScreenshots, false, {}, note = words.settingScreenshotsNote)
        ChoiceRow(words.settingLanguageEnglish, true, {})
        ChoiceRow(words.settingLanguageChinese, false, {}, note = said("Simplified", "简体"))
        LinkRow(words.settingLanguage, {}, value = words.settingLanguageEnglish)
        LinkRow(words.moreLicences, {})
    }

@Composable
private fun Question(said: Said) {
    val words = LocalWords.current
    Screen(words.moreErase, onBack = {}, overlay = {
        Ask(words.itemWithdrawAsk, words.itemWithdrawNote, {}) {
            OutlinedButton(words.itemWithdraw, {})
            OutlinedButton(words.actionCancel, {}, ink = true)
        }
    }) { items(9) { Paragraph(words.moreEraseNote) } }
}
