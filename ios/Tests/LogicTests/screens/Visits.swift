import Core
import Support

@testable import Logic

/// What the gallery visits, feature by feature.
extension Gallery {
    func join() async throws {
        keep("loading", FreshnessModel(desk))
        await show("home-not-joined", HomeModel(desk, session))
        await show("records-not-joined", RecordsModel(desk, session))
        let typing = JoinModel(desk, session)
        await show("join-link", typing)
        await act("join-link-foreign", typing, .write(.link, "https://standing.example/join"), .press(.readLink))
        let model = JoinModel(desk, session, link: sandbox.link)
        await show("join-look", model)
        await act("join-code", model, .press(.look))
        await act("join-code-unknown", model, .write(.code, "AAAA BBBB CCCC DDDD P"), .press(.sendCode))
        let code = try await sandbox.code()
        let step = await model.act(.write(.code, code))
        precondition(step == nil)
        guard case .replace(.confirm(let asked)) = await model.act(.press(.sendCode)) else {
            throw Unexpected("the code was not taken: \(model.outline.picture)")
        }
        await show("memberships-to-confirm", MembershipsModel(desk, session))
        let confirm = ConfirmModel(desk, session, asked)
        await show("join-confirm", confirm)
        _ = await confirm.act(.press(.mine))
        await show("home-before-sync", HomeModel(desk, session))
        let sync = SyncModel(desk, session)
        keep("sync-resting", sync)
        await act("sync-ended", sync, .press(.sync))
    }

    func readStatement() async throws {
        let home = HomeModel(desk, session)
        await show("home", home)
        await act("home-hidden", home, .press(.hideAmounts))
        await show("statement-hidden", StatementModel(desk, membership, seq: 8))
        _ = await home.act(.press(.showAmounts))
        await act("home-elder", home, .press(.largerText))
        await show("checks-elder", ChecksModel(desk, membership, seq: 8))
        _ = await home.act(.press(.normalText))
        let entry = home.sheet.sheet?.changes.compactMap(\.entry).first ?? ""
        await show("statement", StatementModel(desk, membership, seq: 8))
        await show("statement-first", StatementModel(desk, membership, seq: 1))
        await show("statement-missing", StatementModel(desk, membership, seq: 99))
        await show("checks", ChecksModel(desk, membership, seq: 8))
        await show("entry", EntryModel(desk, membership, seq: 8, entry: entry))
        await show("history", HistoryModel(desk, membership))
        await show("stars", StarsModel(desk, membership, seq: 8))
        await show("perks", PerksModel(desk, membership))
        await show("rulebook", RulebookModel(desk, membership))
    }

    func lookUp() async throws {
        let search = SearchModel(desk)
        await show("search", search)
        await act("search-no-register", search, .write(.query, "西湖"))
        await show("registers-none", RegistersModel(desk))
        await show("recent-none", RecentModel(desk))
        let adding = JoinModel(desk, session, link: sandbox.register)
        await show("register-groups", adding)
        await adding.typeGroups(of: sandbox.register)
        await act("register-rely", adding, .press(.checkGroups))
        await act("register-added", adding, .press(.relyOn))
        await act("search-found", search, .write(.query, "西湖"))
        await act("search-near", search, .write(.query, "茶 西湖"))
        await act("search-nothing", search, .write(.query, "没有这样的企业"))
        await show("business", BusinessModel(desk, uscc: "91330106MA2CFLDG4R"))
        await show("business-unknown", BusinessModel(desk, uscc: "91110000600037341L"))
        let scan = ScanModel(desk)
        await show("scan", scan)
        await act("scan-product", scan, .write(.scanned, "6922255451427"), .press(.read))
        await act("scan-link", scan, .write(.scanned, sandbox.link), .press(.read))
        await act("scan-nonsense", scan, .write(.scanned, "???"), .press(.read))
        scan.sight = .none
        keep("scan-no-camera", scan)
        let registers = RegistersModel(desk)
        await show("registers", registers)
        let row = registers.sheet.sheet?.rows.first?.fingerprint ?? ""
        await act("registers-not-relied", registers, .choose(.reliance, row))
        await show("business-other-register", BusinessModel(desk, uscc: "91330106MA2CFLDG4R"))
        _ = await registers.act(.choose(.reliance, row))
        let recent = RecentModel(desk)
        await show("recent", recent)
        await act("recent-erasing", recent, .press(.eraseRecent))
        await act("recent-erased", recent, .press(.eraseRecentForGood))
    }

    func record() async throws {
        await show("records-none", RecordsModel(desk, session))
        let kinds = KindsModel(desk, membership)
        await show("kinds", kinds)
        await act("kinds-against", kinds, .turn(.rule, true))
        let against = kinds.sheet.sheet?.againstYourself.first?.rule ?? ""
        let hours = FormModel(desk, membership, kind: .volunteering, rule: "G-1")
        await show("form-volunteering", hours)
        await act("form-problems", hours, .press(.check))
        let typed: [(Input, String)] = [
            (.day, day(1)), (.organiser, "村志愿服务队"), (.activity, "清理河道"), (.hours, "3"), (.minutes, "0"),
        ]
        for (input, text) in typed { _ = await hours.act(.write(input, text)) }
        await act("form-review", hours, .press(.check))
        guard case .replace(.item(_, let item)) = await hours.act(.press(.send)) else { throw Unexpected("not kept") }
        await show("form-blood", FormModel(desk, membership, kind: .bloodDonation, rule: "B-1"))
        let report = FormModel(desk, membership, kind: .selfReport, rule: against)
        await show("form-self-report", report)
        for act in [Act.write(.day, day(1)), .write(.description, "忘了还款")] { _ = await report.act(act) }
        await act("form-against", report, .press(.check))
        let waiting = ItemModel(desk, membership, item: item)
        await show("item-waiting", waiting)
        await act("item-withdraw", waiting, .press(.withdraw))
        await show("records-waiting", RecordsModel(desk, session))
        await show("home-waiting", HomeModel(desk, session))
        try await send(item)
    }

    private func send(_ item: Int64) async throws {
        let sync = SyncModel(desk, session)
        await act("sync-sent", sync, .press(.sync))
        await show("item-received", ItemModel(desk, membership, item: item))
        _ = await sync.act(.press(.sync))
        await show("item-answered", ItemModel(desk, membership, item: item))
        await show("receipt", ReceiptModel(desk, membership, item: item))
        await show("receipts", ReceiptsModel(desk, membership))
        await show("records", RecordsModel(desk, session))
    }

    func settle() async {
        await show("more", MoreModel(desk, version: "0.1.0"))
        await show("freshness", FreshnessModel(desk))
        await show("network", NetworkModel(desk))
        await show("memberships", MembershipsModel(desk, session))
        await show("settings", SettingsModel(desk))
        let package =
            #"{"packages":[{"name":"serde","version":"1.0.0","licence":"MIT","texts":["a"]}],"texts":{"a":"Text"}}"#
        await show("licences", LicencesModel(desk, Licences(json: .init(package.utf8))))
    }

    func trouble() async throws {
        try await sandbox.network(false)
        let sync = SyncModel(desk, session)
        await act("sync-offline", sync, .press(.sync))
        await show("home-offline", HomeModel(desk, session))
        try await sandbox.network(true)
        try await sandbox.mischief(.text("forked_history"))
        await act("sync-fork", sync, .press(.sync))
        await show("home-fork", HomeModel(desk, session))
        await show("history-fork", HistoryModel(desk, membership))
        await warnings()
        await letters()
        try await sandbox.calm()
    }

    private func letters() async {
        let all = LettersModel(desk, membership)
        await show("letters", all)
        await act("letters-found", all, .write(.query, "杨桥"))
        await act("letters-read", all, .press(.readAll))
        let first = all.found.sheet.flatMap { ($0.withDate + $0.rest).first }
        let one = LetterModel(desk, membership, n: first?.n ?? 0)
        await show("letter", one)
        await act("letter-other", one, .press(.otherLanguage))
        await act("letter-new", one, .press(.markNew))
        await show("letter-gone", LetterModel(desk, membership, n: 9999))
    }

    private func warnings() async {
        let all = AlarmsModel(desk, membership)
        await show("alarms", all)
        await show("alarms-register", AlarmsModel(desk, nil))
        let fork = all.sheet.sheet?.rows.first { $0.problem.code == "alarm-fork" }
        let one = AlarmModel(desk, membership, alarm: fork?.alarm ?? 0)
        await show("alarm", one)
        await act("alarm-aside", one, .press(.putAside))
        await show("alarms-aside", AlarmsModel(desk, membership))
        await act("alarm-again", one, .press(.reopen))
        await show("alarm-gone", AlarmModel(desk, membership, alarm: 9999))
    }

    func erase() async {
        let erase = EraseModel(desk)
        await show("erase", erase)
        await act("erase-typed", erase, .write(.eraseWord, desk.words.moreEraseWord))
        _ = await erase.act(.press(.erase))
        await show("after-erasing", FreshnessModel(desk))
    }
}
