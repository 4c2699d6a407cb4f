package standing.logic.samples

import standing.core.CaseAction
import standing.core.CaseCheckView
import standing.core.CaseDocument
import standing.core.CaseEvent
import standing.core.CaseField
import standing.core.CaseFormView
import standing.core.CaseLetterView
import standing.core.CaseMoment
import standing.core.CaseNote
import standing.core.CasePaper
import standing.core.CasePlace
import standing.core.CaseRow
import standing.core.CaseState
import standing.core.CaseStep
import standing.core.CaseTarget
import standing.core.CaseTodo
import standing.core.CaseView
import standing.core.CasesView
import standing.core.CheckState
import standing.core.ContestGround
import standing.core.ContestWants
import standing.core.Deadline
import standing.core.GroundChoice
import standing.core.KeyValue
import standing.core.LetterSection
import standing.core.NoteWeight
import standing.core.ReceiptCheck
import standing.core.ReceiptCheckKind
import standing.core.RightChoice
import standing.core.RightKind
import standing.core.WantsChoice

// A contest from its form to the day on which its answer is overdue, in words such as the core's.

private val Samples.late get() = said("Late on a loan payment", "贷款逾期还款")
private val Samples.village get() = said("Yangqiao village committee", "杨桥村村民委员会")
private val TARGET = CaseTarget.Entry("E-2026-014")

private fun Samples.due(label: String, date: String, day: String, away: String, event: String) = Deadline(label, date, day, away, event)

private val Samples.contestBy
    get() = due(said("Contest by", "提出异议截止"), "2026-12-04", said("Friday 4 December 2026", "2026年12月4日（星期五）"), said("in 8 days", "还有8天"), said("A day to keep", "需要留意的日期"))

internal val Samples.answerDue
    get() = due(said("Answer due", "应答复日期"), "2026-12-11", said("Friday 11 December 2026", "2026年12月11日（星期五）"), said("in 9 days", "还有9天"), said("A day to keep", "需要留意的日期"))

private val Samples.nextStep
    get() = due(said("Ask by", "申请截止"), "2026-12-21", said("Monday 21 December 2026", "2026年12月21日（星期一）"), said("in 7 days", "还有7天"), said("A day to keep", "需要留意的日期"))

/** The form of a contest of an entry of which a letter came late. */
val Samples.contestForm: CaseFormView
    get() =
        CaseFormView(
            membership = home.membership,
            person = OWNER,
            title = said("Contest an entry", "对明细提出异议"),
            what = late,
            points = "−5",
            detail = said("Entry E-2026-014. Recorded by the township credit office.", "明细E-2026-014，由乡镇信用办记录。"),
            grounds = grounds,
            wants =
                listOf(
                    WantsChoice(ContestWants.REMOVED, said("Remove the entry", "撤销这条明细")),
                    WantsChoice(ContestWants.CORRECTED, said("Correct the entry", "更正这条明细")),
                    WantsChoice(ContestWants.EXPLAINED, said("Explain the entry", "说明这条明细的依据")),
                ),
            rights = emptyList(),
            asksDay = false,
            wordsTitle = said("In your own words", "用您自己的话说明"),
            wordsMost = 1_000u,
            wordsHint = said("Plain facts help most.", "写清事实最有用。"),
            photosMost = 6u,
            mark = KeyValue(said("Mark the entry as contested", "标注“有异议”"), said("Whoever reads the next statement sees that you contest it.", "看到下一期对账单的人会知道您有异议。"), ""),
            leaves =
                listOf(
                    KeyValue(said("Goes to", "发给"), said("Township credit office", "乡镇信用办"), ""),
                    KeyValue(said("Is sent", "发送"), said("The grounds, your words, photos, both dates of letter 6", "理由、您的说明、照片和第6封告知书的两个日期"), ""),
                    KeyValue(said("Stays here", "不发送"), said("Your name, other entries", "您的姓名、其他明细"), ""),
                ),
            deadline = contestBy,
            deadlineNote = "",
            before = "",
            beforeCase = null,
            paperOnly = "",
        )

private val Samples.grounds
    get() =
        listOf(
            GroundChoice(ContestGround.DID_NOT_HAPPEN, said("The facts are wrong", "事实有误"), said("It did not happen, or not like this.", "没有发生，或与记录不符。")),
            GroundChoice(ContestGround.NOT_ME, said("It was not me", "当事人不是我"), ""),
            GroundChoice(ContestGround.WRONG_RULE, said("The rule does not fit", "规则不适用"), ""),
            GroundChoice(ContestGround.NOT_TOLD, said("I was told too late, or not at all", "告知太晚，或未告知"), said("Both dates of letter 6 are added: 30 September and 26 November.", "会附上第6封告知书的两个日期：9月30日和11月26日。")),
            GroundChoice(ContestGround.OTHER, said("Another reason", "其他理由"), said("Say it in your own words.", "请用您自己的话说明。")),
        )

/** It was contested before, and its last day has passed. */
val Samples.contestAgain: CaseFormView
    get() =
        contestForm.copy(
            before = said("You contested this on 3 October 2026; it was refused.", "您已于2026年10月3日提出异议，未获支持。"),
            beforeCase = 7,
            deadline = null,
            deadlineNote = said("The last day was 4 December 2026. You can still contest; the office may refuse to look at it.", "截止日期为2026年12月4日。您仍可提出，但机构可能不予受理。"),
        )

/** Only by letter. */
val Samples.contestPaper: CaseFormView
    get() = contestForm.copy(paperOnly = said("The county market office takes contests on paper alone.", "县市场监管局只接受纸质异议。"))

/** Reporting that what the entry ordered has been done. */
val Samples.complianceForm: CaseFormView
    get() =
        contestForm.copy(
            title = said("Report as done", "说明已按要求履行"),
            grounds = emptyList(),
            wants = emptyList(),
            asksDay = true,
            wordsTitle = said("What you did", "您做了什么"),
            wordsHint = said("What, where, and under which number you paid or handed it in.", "请写明做了什么、在哪里办理，以及缴款或递交的编号。"),
            mark = null,
            leaves =
                listOf(
                    KeyValue(said("Goes to", "递交给"), village, ""),
                    KeyValue(said("What follows", "之后"), said("The authority should send a signed receipt, then record that this is done.", "机构应发回签名回执，随后记录您已按要求履行。"), ""),
                ),
            deadline = null,
            deadlineNote = said("The receipt should say by when you get an answer.", "回执应写明答复期限。"),
        )

/** Asking what is kept about the person. */
val Samples.rightForm: CaseFormView
    get() =
        complianceForm.copy(
            title = said("Ask about your data", "就本人信息提出申请"),
            what = village,
            points = "",
            detail = said("By law you can ask for each of these.", "您可以依法提出以下申请。"),
            rights =
                listOf(
                    RightChoice(RightKind.ACCESS, said("See the data held about me", "查阅本人信息"), said("Personal Information Protection Law, Article 45", "《中华人民共和国个人信息保护法》第四十五条")),
                    RightChoice(RightKind.COPY, said("Get a copy of my data", "复制本人信息"), said("Personal Information Protection Law, Article 45", "《中华人民共和国个人信息保护法》第四十五条")),
                    RightChoice(RightKind.DELETE, said("Have my data deleted", "删除本人信息"), said("Personal Information Protection Law, Article 47", "《中华人民共和国个人信息保护法》第四十七条")),
                ),
            asksDay = false,
            wordsTitle = said("What you ask for, in your own words", "申请的具体内容"),
            wordsHint = said("You can leave this empty.", "可以不填。"),
            photosMost = 0u,
            deadlineNote = said("The Personal Information Protection Law says “in good time” and names no number of days.", "《个人信息保护法》要求“及时”办理，没有规定天数。"),
        )

val Samples.contestReady: CaseCheckView get() = CaseCheckView(true, emptyList(), said("156 of 1,000", "156/1000字"))

val Samples.contestWrong: CaseCheckView
    get() =
        CaseCheckView(
            ready = false,
            notes =
                listOf(
                    CaseNote(CaseField.GROUNDS, NoteWeight.PROBLEM, said("Tick at least one ground.", "请至少勾选一个理由。")),
                    CaseNote(CaseField.WORDS, NoteWeight.LOOK_AGAIN, said("A date helps the office find it.", "写上日期便于机构查找。")),
                ),
            counted = said("0 of 1,000", "0/1000字"),
        )

val Samples.contestLetter: CaseLetterView
    get() =
        CaseLetterView(
            title = said("Your letter", "您的信件"),
            sender = listOf(said("Wang Xiaoying", "王小英"), said("12 Dock Lane, Yangqiao village", "杨桥村码头弄12号")),
            to = listOf(said("Township credit office", "乡镇信用办"), said("3 Bridge Street, Yangqiao", "杨桥桥头街3号")),
            date = said("26 November 2026", "2026年11月26日"),
            subject = said("Contest of entry E-2026-014, “Late on a loan payment”, −5 points", "对明细E-2026-014“贷款逾期还款”（−5分）的异议"),
            opening = said("I contest this entry within the time allowed.", "本人在规定期限内对该明细提出异议。"),
            sections =
                listOf(
                    LetterSection(said("Legal basis", "依据"), listOf(said("Rulebook 8, article 14.", "第8版评分规则第14条。")), numbered = false),
                    LetterSection(
                        said("Facts", "事实"),
                        listOf(
                            said("The loan was paid on 10 September 2026, two days before it was due.", "贷款已于2026年9月10日还清，早于到期日两天。"),
                            said("The notice is dated 30 September and reached my phone on 26 November.", "告知书落款为9月30日，11月26日到达本人手机。"),
                        ),
                        numbered = true,
                    ),
                    LetterSection(said("Request", "请求"), listOf(said("Please remove the entry and answer in writing.", "请撤销该明细并书面答复。")), numbered = false),
                ),
            signature = said("Signature, on the printed copy", "签名（打印件）"),
            enclosed = said("Enclosed: 1 photo", "附：照片1张"),
            ways =
                listOf(
                    KeyValue(said("On this phone", "用这部手机"), said("Signed with this phone’s key. A signed receipt follows.", "由这部手机的密钥签名，之后会收到已签名的回执。"), ""),
                    KeyValue(said("On paper", "纸质"), said("With your name and address. Keep the post office’s slip.", "带姓名和地址。请保留邮局收据。"), ""),
                ),
            deadline = contestBy,
            text = "Contest of entry E-2026-014",
            html = "<!doctype html><title>Contest</title><p>Contest of entry E-2026-014</p>",
            fileName = "standing-letter.html",
        )

val Samples.cases: CasesView
    get() =
        CasesView(
            home.membership,
            listOf(
                CaseRow(8, CaseState.OVERDUE, said("Answer overdue", "逾期未答复"), said("Littering at the river landing", "在河埠头乱扔垃圾"), said("Contested on 20 October 2026", "2026年10月20日提出异议"), said("Was due Friday 20 November 2026, 3 days ago", "应于2026年11月20日（星期五）前答复，已过3天"), false),
                CaseRow(7, CaseState.UNDER_REVIEW, said("Under review", "审核中"), late, said("Contested on 26 November 2026", "2026年11月26日提出异议"), said("Answer due Friday 11 December 2026, in 9 days", "应于2026年12月11日（星期五）前答复，还有9天"), false),
                CaseRow(6, CaseState.CARRIED_OUT, said("Granted, and carried out", "已支持并落实"), said("Tidiness stars", "卫生星级"), said("Contested on 3 June 2026", "2026年6月3日提出异议"), "", true),
            ),
            "",
        )

/** Under review, with its answer due. */
val Samples.case: CaseView
    get() =
        CaseView(
            membership = home.membership,
            id = 7,
            target = TARGET,
            heading = said("Case E-2026-014-C1", "异议E-2026-014-C1"),
            state = CaseState.UNDER_REVIEW,
            stateText = said("Under review", "审核中"),
            title = late,
            text = said("−5 points. Contested by you on 26 November 2026.", "−5分。您于2026年11月26日提出异议。"),
            checks =
                listOf(
                    ReceiptCheck(ReceiptCheckKind.SIGNED, CheckState.HOLDS, said("Receipt signed", "回执已签名"), ""),
                    ReceiptCheck(ReceiptCheckKind.SAME_AS_SENT, CheckState.HOLDS, said("Same as you sent", "与您发送的一致"), ""),
                ),
            proof = said("$village, receipt 17.", "$village，回执17。"),
            deadline = answerDue,
            turn = said("The office must answer. If the day passes, that counts as a refusal.", "轮到机构答复。逾期未答复视为不支持。"),
            deadlineNote = said("14 days from receipt, by rulebook 8, article 14.", "按第8版评分规则第14条，自收到之日起14天。"),
            todo = emptyList(),
            events = events(last = CaseMoment.TO_COME),
            canWithdraw = true,
            canNotePaper = true,
            canNoteAnswer = true,
            steps = steps(overdue = false),
            stepsNote = said("Steps and days by rulebook 8.", "步骤和期限依据第8版评分规则。"),
            documents =
                listOf(
                    CaseDocument(said("Your letter", "您的信件"), said("26 November 2026", "2026年11月26日"), null, CasePaper.Letter),
                    CaseDocument(said("Receipt 17", "回执17"), said("Signed by $village", "由${village}签名"), CheckState.HOLDS, CasePaper.Receipt(7)),
                    CaseDocument(said("Letter 7", "第7封告知书"), said("Signed by $village", "由${village}签名"), CheckState.HOLDS, CasePaper.Notice(7u)),
                ),
        )

private fun Samples.events(last: CaseMoment): List<CaseEvent> {
    val answer =
        if (last == CaseMoment.LATE) said("Was due 11 December 2026, not come", "应于2026年12月11日答复，尚未收到")
        else said("Due Friday 11 December 2026", "应于2026年12月11日（星期五）前答复")
    return listOf(
        CaseEvent(said("Written on this phone", "在这部手机上写好"), said("26 November 2026, by this phone’s clock", "2026年11月26日，按这部手机的时钟"), CaseMoment.DONE),
        CaseEvent(said("Received", "已收到"), said("27 November 2026, by the authority’s clock", "2026年11月27日，按机构的时钟"), CaseMoment.DONE),
        CaseEvent(said("Under review", "审核中"), said("Since 1 December 2026, letter 7", "自2026年12月1日起，第7封告知书"), if (last == CaseMoment.LATE) CaseMoment.DONE else CaseMoment.NOW),
        CaseEvent(said("Answer", "答复"), answer, last),
    )
}

private fun Samples.steps(overdue: Boolean) =
    listOf(
        CaseStep(1u, said("Township credit office", "乡镇信用办"), if (overdue) said("Did not answer by 11 December 2026.", "2026年12月11日前未答复。") else said("Answers by Friday 11 December 2026.", "2026年12月11日（星期五）前答复。"), if (overdue) CasePlace.PAST else CasePlace.HERE, if (overdue) "" else said("You are here", "当前步骤")),
        CaseStep(2u, said("County credit office", "县信用办"), said("Ask by Monday 21 December 2026. It decides within 15 days.", "2026年12月21日（星期一）前申请，15天内决定。"), if (overdue) CasePlace.OPEN else CasePlace.AHEAD, if (overdue) said("Open to you now", "现在可以申请") else ""),
        CaseStep(3u, said("Court", "法院"), said("Within 6 months of the county’s decision.", "县信用办决定后6个月内。"), CasePlace.AHEAD, ""),
    )

/** The answer has not come in time. */
val Samples.caseOverdue: CaseView
    get() =
        case.copy(
            state = CaseState.OVERDUE,
            stateText = said("Answer overdue", "逾期未答复"),
            deadline = nextStep,
            turn = said("The answer was due Friday 11 December 2026, 3 days ago. No answer has reached this phone.", "应于2026年12月11日（星期五）前答复，已过3天，这部手机未收到答复。"),
            todo =
                listOf(
                    CaseTodo(said("Look for a paper letter", "查看是否有纸质信件"), said("It may have come by post.", "可能已邮寄送达。"), CaseAction.NOTE_ANSWER, said("Note an answer on paper", "记下纸质答复"), null),
                    CaseTodo(said("Send a reminder", "发送催办函"), said("The letter is ready.", "信件已写好。"), CaseAction.REMIND, said("Read the reminder", "查看催办函"), null),
                    CaseTodo(said("Ask the county credit office", "向县信用办申请"), said("No answer counts as a refusal.", "未答复视为不支持。"), CaseAction.ASK_NEXT, said("Ask the county", "向县里申请"), nextStep),
                ),
            events = events(last = CaseMoment.LATE),
            steps = steps(overdue = true),
            canWithdraw = false,
        )
