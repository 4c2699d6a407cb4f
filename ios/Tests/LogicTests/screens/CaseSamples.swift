import Core
import Support

@testable import Logic

/// A contest from its form to the day on which its answer is overdue, in words such as the core's.
struct CaseSamples: Sendable {
    let isChinese: Bool

    func said(_ english: String, _ chinese: String) -> String { isChinese ? chinese : english }

    var due: Deadline {
        Deadline(
            label: said("Contest by", "提出异议截止"), date: "2026-12-04",
            day: said("Friday 4 December 2026", "2026年12月4日（星期五）"), away: said("in 8 days", "还有8天"),
            event: said("A day to keep", "需要留意的日期"))
    }

    var form: CaseFormView { contest() }

    /// The form of a contest, of an office that takes paper alone where it is named; of no membership for a
    /// listing.
    func contest(
        of membership: MembershipId? = "a", paperOnly: String = "", by person: PersonView = owner
    ) -> CaseFormView {
        let grounds = [
            GroundChoice(ground: .didNotHappen, title: said("The facts are wrong", "事实有误"), text: ""),
            GroundChoice(
                ground: .notTold, title: said("I was told too late", "告知太晚"),
                text: said("Both dates of letter 6 are added.", "会附上第6封告知书的两个日期。")),
        ]
        let wants = [
            WantsChoice(wants: .removed, title: said("Remove the entry", "撤销这条明细")),
            WantsChoice(wants: .corrected, title: said("Correct the entry", "更正这条明细")),
        ]
        return CaseFormView(
            membership: membership, person: membership == nil ? nil : person,
            title: said("Contest an entry", "对明细提出异议"),
            what: said("Late on a loan payment", "贷款逾期还款"), points: "−5",
            detail: said("Recorded by the township.", "由乡镇记录。"), rights: [], grounds: grounds, wants: wants,
            asksDay: false, wordsTitle: said("In your own words", "用您自己的话说明"), wordsMost: 1_000,
            wordsHint: said("Plain facts help most.", "写清事实最有用。"), photosMost: 2,
            mark: KeyValue(label: said("Mark it as contested", "标注“有异议”"), value: "", note: ""),
            leaves: [goesTo], deadline: paperOnly.isEmpty ? due : nil, deadlineNote: "", before: "", beforeCase: nil,
            paperOnly: paperOnly)
    }

    private var goesTo: KeyValue {
        KeyValue(label: said("Goes to", "发给"), value: said("Township credit office", "乡镇信用办"), note: "")
    }

    /// Reporting that what the entry ordered has been done.
    var done: CaseFormView {
        CaseFormView(
            membership: "a", person: owner, title: said("Report as done", "说明已按要求履行"),
            what: said("Late on a loan payment", "贷款逾期还款"), points: "−5", detail: "", rights: [], grounds: [],
            wants: [], asksDay: true, wordsTitle: said("What you did", "您做了什么"), wordsMost: 1_000, wordsHint: "",
            photosMost: 2, mark: nil, leaves: [goesTo], deadline: nil, deadlineNote: "", before: "", beforeCase: nil,
            paperOnly: "")
    }

    /// Asking what is kept about the person.
    var right: CaseFormView {
        let rights = [
            RightChoice(right: .access, title: said("See the data", "查阅本人信息"), text: said("Article 45", "第四十五条")),
            RightChoice(right: .delete, title: said("Have it deleted", "删除本人信息"), text: said("Article 47", "第四十七条")),
        ]
        return CaseFormView(
            membership: "a", person: owner, title: said("Ask about your data", "就本人信息提出申请"),
            what: said("Township credit office", "乡镇信用办"), points: "", detail: "", rights: rights, grounds: [],
            wants: [], asksDay: false, wordsTitle: said("In your own words", "用您自己的话说明"), wordsMost: 1_000,
            wordsHint: "", photosMost: 0, mark: nil, leaves: [goesTo], deadline: nil, deadlineNote: "", before: "",
            beforeCase: nil, paperOnly: "")
    }

    func checked(_ ready: Bool) -> CaseCheckView {
        let missing = CaseNote(
            field: .grounds, weight: .problem, text: said("Tick at least one ground.", "请至少勾选一个理由。"))
        return CaseCheckView(ready: ready, notes: ready ? [] : [missing], counted: said("0 of 1,000", "0/1000字"))
    }

    func letter(_ sender: String = "") -> CaseLetterView {
        CaseLetterView(
            title: said("Your letter", "您的信件"), sender: sender.isEmpty ? [] : [sender],
            to: [said("Township credit office", "乡镇信用办")], date: said("26 November 2026", "2026年11月26日"),
            subject: said("Contest of entry E-1", "对明细E-1的异议"), opening: "",
            sections: [
                LetterSection(
                    title: said("Facts", "事实"), paragraphs: [said("It was paid in time.", "已按时还款。")], numbered: true)
            ],
            signature: said("Signature", "签名"), enclosed: "",
            ways: [KeyValue(label: said("On paper", "纸质"), value: said("Keep the slip.", "请保留收据。"), note: "")],
            deadline: due, text: "T", html: "<p>H</p>", fileName: "standing-letter.html")
    }

    func listing(handedIn: Bool) -> ListingCaseView {
        ListingCaseView(
            id: 4, uscc: "91330106MA2CFLDG4R", title: said("Contest of listing L1", "对名单记录L1的异议"),
            text: said("Written on 24 November 2026.", "写于2026年11月24日。"), handedIn: handedIn,
            todo: said("Print the letter and sign it.", "请打印信件并签名盖章。"),
            listed: said("Still on the list.", "仍在名单上。"), deadline: handedIn ? due : nil,
            facts: [KeyValue(label: said("Goes to", "递交给"), value: said("The court", "法院"), note: "")], photo: nil)
    }

    var list: CasesView {
        let row = CaseRow(
            id: 7, state: .overdue, stateText: said("Answer overdue", "逾期未答复"),
            title: said("Late on a loan payment", "贷款逾期还款"), text: said("Contested on 26 November", "11月26日提出异议"),
            next: said("Was due on 11 December", "应于12月11日前答复"), closed: false)
        return CasesView(membership: "a", rows: [row], empty: "")
    }

    var page: CaseView {
        let todo = [
            CaseTodo(
                title: said("Send a reminder", "发送催办函"), text: "", action: .remind,
                button: said("Read the reminder", "查看催办函"), deadline: nil),
            CaseTodo(
                title: said("Ask the county", "向县里申请"), text: "", action: .askNext,
                button: said("Ask the county", "向县里申请"), deadline: due),
        ]
        return CaseView(
            membership: "a", id: 7, target: .entry(id: "E-1"), heading: said("Case E-1-C1", "异议E-1-C1"),
            state: .overdue, stateText: said("Answer overdue", "逾期未答复"),
            title: said("Late on a loan payment", "贷款逾期还款"), text: said("−5 points.", "−5分。"),
            checks: [ReceiptCheck(kind: .signed, state: .holds, name: said("Signed", "已签名"), finding: "")],
            proof: said("Receipt 17.", "回执17。"), deadline: due, turn: said("No answer has come.", "未收到答复。"),
            deadlineNote: "", todo: todo,
            events: [
                CaseEvent(title: said("Received", "已收到"), text: "", moment: .done),
                CaseEvent(title: said("Answer", "答复"), text: said("Was due", "应答复"), moment: .late),
            ],
            canWithdraw: true, canNotePaper: true, canNoteAnswer: true,
            steps: [
                CaseStep(
                    n: 1, title: said("County", "县信用办"), text: "", place: .open, mark: said("Open to you", "现在可以申请"))
            ],
            stepsNote: "",
            documents: [
                CaseDocument(title: said("Your letter", "您的信件"), text: "", state: nil, paper: .letter),
                CaseDocument(title: said("Receipt", "回执"), text: "", state: .holds, paper: .receipt(item: 7)),
            ])
    }
}

extension Gallery {
    /// Contests: the form, its letter, the list, one case.
    func contest() async {
        let samples = CaseSamples(isChinese: app.words.language == .chinese)
        core.answer("contestForm") { samples.form }
        core.answer("checkContest") { samples.checked(false) }
        core.answer("contestLetter") { samples.letter() }
        core.answer("cases") { samples.list }
        core.answer("casePage") { samples.page }
        core.answer("caseLetter") { samples.letter() }
        let form = CaseFormModel(app, ContestForm(membership: membership, about: .entry("E-1"), follows: nil))
        await show("contest", form)
        await act("contest-problems", form, .press(.goOn))
        core.answer("checkContest") { samples.checked(true) }
        await act("contest-letter", form, .choose(.ground, "notTold"), .press(.goOn))
        await show("cases", CasesModel(app, membership))
        await show("case", CaseModel(app, membership, id: 7))
        await show("case-letter", CaseLetterModel(app, .ofCase(membership, id: 7, kind: .reminder)))
        await show("hand-in", PaperModel(app, .handIn(membership, id: 7)))
        await show("paper-answer", PaperModel(app, .answer(membership, id: 7)))
        await comply(samples)
        await listing(samples)
        for method in ["contestForm", "checkContest", "contestLetter", "cases", "casePage", "caseLetter"] {
            core.answer(method, nil)
        }
    }

    /// A letter about a listing: before and after it was handed in.
    private func listing(_ samples: CaseSamples) async {
        core.answer("listingForm") { samples.form }
        core.answer("listingCase") { samples.listing(handedIn: false) }
        let code = "91330106MA2CFLDG4R"
        let key = ListingKey(uscc: code, register: "root", lister: "list.example", listId: "L1")
        await show("listing-form", CaseFormModel(app, ListingForm(listing: ListingName(key), done: false)))
        await show("listing-written", ListingCaseModel(app, id: 4))
        core.answer("listingCase") { samples.listing(handedIn: true) }
        await act("listing-erase", ListingCaseModel(app, id: 4), .press(.eraseLetter))
        for method in ["listingForm", "listingCase"] { core.answer(method, nil) }
    }

    /// What was done, and a right: forms of the same kind.
    private func comply(_ samples: CaseSamples) async {
        core.answer("complianceForm") { samples.done }
        core.answer("checkCompliance") { samples.checked(true) }
        core.answer("complianceLetter") { samples.letter() }
        core.answer("rightForm") { samples.right }
        let done = CaseFormModel(app, ComplianceForm(membership: membership, about: .entry("E-1")))
        await show("comply", done)
        await act("comply-letter", done, .choose(.day, "2026-11-20"), .write(.words, "Paid."), .press(.goOn))
        await show("rights-desk", RightsDeskModel(app))
        await show("right", CaseFormModel(app, RightForm(membership: membership)))
        for method in ["complianceForm", "checkCompliance", "complianceLetter", "rightForm"] {
            core.answer(method, nil)
        }
    }
}
