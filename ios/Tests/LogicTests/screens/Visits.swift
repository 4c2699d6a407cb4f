import Core
import Support

@testable import Logic

/// What the gallery visits, feature by feature.
extension Gallery {
    func join() async throws {
        keep("loading", FreshnessModel(app))
        await show("home-not-joined", HomeModel(app, session))
        await show("records-not-joined", RecordsModel(app, session))
        await show("help", HelpModel(app))
        await show("sample", SampleModel(app))
        let typing = JoinModel(app, session)
        await show("join-link", typing)
        await act("join-link-foreign", typing, .write(.link, "https://standing.example/join"), .press(.readLink))
        let model = JoinModel(app, session, link: sandbox.link)
        await show("join-look", model)
        await act("join-code", model, .press(.look))
        await act("join-code-unknown", model, .write(.code, "AAAA BBBB CCCC DDDD P"), .press(.sendCode))
        let code = try await sandbox.code()
        let step = await model.act(.write(.code, code))
        precondition(step == nil)
        guard case .replace(.confirm(let asked)) = await model.act(.press(.sendCode)) else {
            throw Unexpected("the code was not taken: \(model.outline.picture)")
        }
        await show("memberships-to-confirm", PeopleModel(app, session))
        let confirm = ConfirmModel(app, session, asked)
        await show("join-confirm", confirm)
        _ = await confirm.act(.press(.mine))
        await show("home-before-sync", HomeModel(app, session))
        let sync = SyncModel(app, session)
        keep("sync-resting", sync)
        await act("sync-ended", sync, .press(.sync))
    }

    func readStatement() async throws {
        let home = HomeModel(app, session)
        await show("home", home)
        await act("home-hidden", home, .press(.hideAmounts))
        await show("statement-hidden", StatementModel(app, membership, seq: 8))
        _ = await home.act(.press(.showAmounts))
        await act("home-elder", home, .press(.largerText))
        await show("checks-elder", ChecksModel(app, membership, seq: 8))
        _ = await home.act(.press(.normalText))
        let entry = home.sheet.sheet?.changes.compactMap(\.entry).first ?? ""
        await show("statement", StatementModel(app, membership, seq: 8))
        await show("statement-first", StatementModel(app, membership, seq: 1))
        await show("statement-missing", StatementModel(app, membership, seq: 99))
        await show("checks", ChecksModel(app, membership, seq: 8))
        await show("entry", EntryModel(app, membership, seq: 8, entry: entry))
        await show("story", StoryModel(app, membership))
        await show("compared", ComparedModel(app, membership, one: 1, other: 8))
        await show("rulebooks", RulebooksModel(app, membership, from: 7, to: 8))
        await show("told", ToldModel(app, membership, .entry(entry)))
        await show("forecast", ForecastModel(app, membership))
        await show("stars", StarsModel(app, membership, seq: 8))
        await show("perks", PerksModel(app, membership))
        await show("benefit", BenefitModel(app, membership, id: "soap"))
        await show("benefit-closed", BenefitModel(app, membership, id: "credit"))
        await show("till", TillModel(app, membership, id: "soap"))
        await show("till-refused", TillModel(app, membership, id: "credit"))
        await show("rulebook", RulebookModel(app, membership))
    }

    func lookUp() async throws {
        let search = SearchModel(app)
        await show("search", search)
        await act("search-no-register", search, .write(.query, "西湖"))
        await show("registers-none", RegistersModel(app))
        await show("recent-none", RecentModel(app))
        let adding = JoinModel(app, session, link: sandbox.register)
        await show("register-groups", adding)
        await adding.typeGroups(of: sandbox.register)
        await act("register-rely", adding, .press(.checkGroups))
        await act("register-added", adding, .press(.relyOn))
        await act("search-found", search, .write(.query, "西湖"))
        await act("search-near", search, .write(.query, "茶 西湖"))
        await act("search-nothing", search, .write(.query, "没有这样的企业"))
        await show("business", BusinessModel(app, uscc: "91330106MA2CFLDG4R"))
        await show("business-unknown", BusinessModel(app, uscc: "91110000600037341L"))
        let scan = ScanModel(app)
        await show("scan", scan)
        await act("scan-product", scan, .write(.scanned, "6922255451427"), .press(.read))
        await act("scan-link", scan, .write(.scanned, sandbox.link), .press(.read))
        await act("scan-nonsense", scan, .write(.scanned, "???"), .press(.read))
        scan.sight = .none
        keep("scan-no-camera", scan)
        let registers = RegistersModel(app)
        await show("registers", registers)
        let row = registers.sheet.sheet?.rows.first?.fingerprint ?? ""
        await act("registers-not-relied", registers, .choose(.reliance, row))
        await show("business-other-register", BusinessModel(app, uscc: "91330106MA2CFLDG4R"))
        _ = await registers.act(.choose(.reliance, row))
        try await holdUpdate()
        try await keepLooking()
        let recent = RecentModel(app)
        await show("recent", recent)
        await act("recent-erasing", recent, .press(.eraseRecent))
        await act("recent-erased", recent, .press(.eraseRecentForGood))
    }

    private func keepLooking() async throws {
        await show("watched-none", WatchedModel(app))
        await show("answers-none", AnswersModel(app))
        let tea = BusinessModel(app, uscc: "91330106MA2CFLDG4R")
        await tea.load()
        await act("business-watched", tea, .press(.watchBusiness), .press(.saveAnswer))
        let compare = CompareModel(app, ["91330106MA2CFLDG4R"])
        await show("compare-one", compare)
        await act("compare-found", compare, .write(.query, "西湖"), .press(.find))
        await act("compare", compare, .choose(.compared, "92330106MA2C1U6H6C"))
        let watched = WatchedModel(app)
        await show("watched", watched)
        await act("watched-stopping", watched, .press(.stopWatching))
        await act("watched-stopped", watched, .press(.stopWatchingForGood))
        let answers = AnswersModel(app)
        await show("answers", answers)
        let id = answers.sheet.sheet?.rows.first.map { String($0.id) } ?? ""
        await act("answers-erasing", answers, .choose(.answer, id))
        await act("answers-erased", answers, .press(.eraseAnswer))
    }

    func record() async throws {
        await show("records-none", RecordsModel(app, session))
        let kinds = KindsModel(app, membership)
        await show("kinds", kinds)
        await act("kinds-against", kinds, .turn(.rule, true))
        let against = kinds.sheet.sheet?.againstYourself.first?.rule ?? ""
        let hours = FormModel(app, membership, kind: .volunteering, rule: "G-1")
        await show("form-volunteering", hours)
        await act("form-problems", hours, .press(.check))
        let typed: [(Input, String)] = [
            (.day, day(1)), (.organiser, "村志愿服务队"), (.activity, "清理河道"), (.hours, "3"), (.minutes, "0"),
        ]
        for (input, text) in typed { _ = await hours.act(.write(input, text)) }
        await act("form-review", hours, .press(.check))
        guard case .replace(.item(_, let item)) = await hours.act(.press(.send)) else { throw Unexpected("not kept") }
        await show("form-blood", FormModel(app, membership, kind: .bloodDonation, rule: "B-1"))
        let report = FormModel(app, membership, kind: .selfReport, rule: against)
        await show("form-self-report", report)
        for act in [Act.write(.day, day(1)), .write(.description, "忘了还款")] { _ = await report.act(act) }
        await act("form-against", report, .press(.check))
        let waiting = ItemModel(app, membership, item: item)
        await show("item-waiting", waiting)
        await act("item-withdraw", waiting, .press(.withdraw))
        await show("records-waiting", RecordsModel(app, session))
        await show("home-waiting", HomeModel(app, session))
        try await send(item)
    }

    private func send(_ item: Int64) async throws {
        let sync = SyncModel(app, session)
        await act("sync-sent", sync, .press(.sync))
        await show("item-received", ItemModel(app, membership, item: item))
        _ = await sync.act(.press(.sync))
        await show("item-answered", ItemModel(app, membership, item: item))
        await show("receipt", ReceiptModel(app, membership, item: item))
        await show("receipts", ReceiptsModel(app, membership))
        await show("records", RecordsModel(app, session))
    }

    func settle() async {
        await show("more", MoreModel(app, version: "0.1.0"))
        await show("freshness", FreshnessModel(app))
        await show("network", NetworkModel(app))
        await show("memberships", PeopleModel(app, session))
        await show("person", PersonModel(app, session, membership))
        await show("settings", SettingsModel(app))
        let package =
            #"{"packages":[{"name":"serde","version":"1.0.0","licence":"MIT","texts":["a"]}],"texts":{"a":"Text"}}"#
        await show("archive", ArchiveModel(app, of: membership))
        await show("licences", LicencesModel(app, Licences(json: .init(package.utf8))))
    }

    func trouble() async throws {
        try await sandbox.network(false)
        let sync = SyncModel(app, session)
        await act("sync-offline", sync, .press(.sync))
        await show("home-offline", HomeModel(app, session))
        try await sandbox.network(true)
        try await sandbox.mischief(.text("forked_history"))
        await act("sync-fork", sync, .press(.sync))
        await show("home-fork", HomeModel(app, session))
        await show("story-fork", StoryModel(app, membership))
        await warnings()
        await letters()
        try await sandbox.calm()
    }

    private func letters() async {
        let all = LettersModel(app, membership)
        await show("letters", all)
        await act("letters-found", all, .write(.query, "杨桥"))
        await act("letters-read", all, .press(.readAll))
        let first = all.found.sheet.flatMap { ($0.withDate + $0.rest).first }
        let one = LetterModel(app, membership, n: first?.n ?? 0)
        await show("letter", one)
        await act("letter-other", one, .press(.otherLanguage))
        await act("letter-new", one, .press(.markNew))
        await show("letter-gone", LetterModel(app, membership, n: 9999))
    }

    private func warnings() async {
        let all = AlarmsModel(app, membership)
        await show("alarms", all)
        await show("alarms-register", AlarmsModel(app, nil))
        let fork = all.sheet.sheet?.rows.first { $0.problem.code == "alarm-fork" }
        let one = AlarmModel(app, membership, alarm: fork?.alarm ?? 0)
        await show("alarm", one)
        await act("alarm-aside", one, .press(.putAside))
        await show("alarms-aside", AlarmsModel(app, membership))
        await act("alarm-again", one, .press(.reopen))
        await show("alarm-gone", AlarmModel(app, membership, alarm: 9999))
    }

    func erase() async {
        let erase = EraseModel(app)
        await show("erase", erase)
        await act("erase-typed", erase, .write(.eraseWord, app.words.moreEraseWord))
        _ = await erase.act(.press(.erase))
        await show("after-erasing", FreshnessModel(app))
    }
}
