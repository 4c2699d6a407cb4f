import Core
import Foundation
import Observation
import Support
import Testing

@testable import Logic

/// What screens do with taps, answers and errors, against a core that answers as the test says.
@MainActor @Suite struct ModelTests {
    let core = WatchedCore()
    var app: AppModel { AppModel(core: core, language: .english) }

    @Test("a view is told when the answer comes")
    func observed() async {
        core.answer("freshness") { FreshnessView(state: .holds, text: "Everything is fresh.", rows: []) }
        let model = FreshnessModel(app)
        let told = Flag()
        withObservationTracking {
            _ = model.outline
        } onChange: {
            told.raise()
        }
        #expect(model.outline["busy"]?.label == "Loading")
        await model.load()
        #expect(told.isRaised)
        #expect(model.outline["state"]?.label.hasSuffix("Everything is fresh.") == true)
    }

    @Test("a failure says what happened, what is safe, what to do, and tries again")
    func failed() async {
        core.answer("freshness") { throw AppError.Storage(code: "x", happened: "H.", safe: "S.", todo: "T.") }
        let model = FreshnessModel(app)
        await model.load()
        #expect(model.outline["problem"]?.label == "H." && model.outline["problem"]?.value == "S.\nT.")
        core.answer("freshness") { FreshnessView(state: .holds, text: "Fine.", rows: []) }
        _ = await model.act(model.outline["again"]!.act!)
        #expect(model.outline["problem"] == nil)
    }

    @Test("a second tap sends nothing twice")
    func twice() async {
        core.answer("queueRecord") {
            Thread.sleep(forTimeInterval: 0.2)
            return KeptView(item: 7, text: "Kept.")
        }
        let model = FormModel(app, "a", kind: .volunteering, rule: "G-1")
        async let first = model.act(.press(.send))
        async let second = model.act(.press(.send))
        let steps = await [first, second].compactMap { $0 }
        #expect(steps == [.replace(.item("a", item: 7))])
        #expect(core.calls() == ["queueRecord"])
    }

    @Test("hidden amounts leave no number of points anywhere on home")
    func hidden() async throws {
        let app = app
        core.answer("memberships") { [member("a", .active)] }
        core.answer("home") { sample }
        let settings = try Phone().open().settings()
        core.answer("settings") { settings }
        core.answer("setSettings") { () }
        await app.readSettings()
        let session = Session(app)
        await session.load()
        let home = HomeModel(app, session)
        await home.load()
        #expect(home.outline.picture.contains("82"))
        _ = await home.act(.press(.hideAmounts))
        try #require(app.manner.hidesAmounts)
        let shown = home.outline.elements.filter { $0.id == "score" || $0.id.hasPrefix("change") }
        #expect(shown.count == 3)
        for element in shown { #expect(element.form.digits.isEmpty && element.label.digits.isEmpty, "\(element)") }
    }

    @Test("hidden amounts stay hidden at the next start, and when another setting is changed")
    func hiddenStays() async throws {
        let phone = try Phone()
        func opened() async throws -> AppModel {
            let app = AppModel(core: try phone.open(), language: .english)
            await app.readSettings()
            return app
        }
        var app = try await opened()
        _ = await HomeModel(app, Session(app)).act(.press(.hideAmounts))
        _ = await SettingsModel(app).act(.turn(.elder, true))
        #expect(app.manner.hidesAmounts && app.manner.elder)
        // Previous goes first: a folder is open once.
        app = AppModel(core: WatchedCore(), language: .english)
        app = try await opened()
        #expect(app.manner.hidesAmounts)
        _ = await HomeModel(app, Session(app)).act(.press(.showAmounts))
        #expect(!app.manner.hidesAmounts)
    }

    @Test("home says that there is no network, and that a newer statement may exist")
    func doubtful() async throws {
        let (app, unknown) = (
            app,
            Check(
                kind: .inForce, state: .unknown, name: "Current", mark: "Current", finding: "", todo: "", restsOn: "")
        )
        core.answer("memberships") { [member("a", .active)] }
        core.answer("home") { home(with: [unknown]) }
        let session = Session(app)
        await session.load()
        let model = HomeModel(app, session)
        await model.load()
        #expect(model.outline["offline"] == nil)
        app.conditions = Conditions(network: .none)
        #expect(model.outline["offline"]?.label.contains(app.words.screenOffline) == true)
        let value = try #require(model.outline["score"]?.value)
        #expect(value.contains(app.words.homeNewer) && !value.contains("81 in July"))
    }

    @Test("a link that is being typed is not read by itself when the app comes forward")
    func halfTyped() async {
        core.answer("readLink") { throw AppError.Storage(code: "x", happened: "H.", safe: "S.", todo: "T.") }
        let join = JoinModel(app, Session(app))
        _ = await join.act(.write(.link, "standing:jo"))
        await join.load()
        #expect(core.calls().isEmpty && join.outline["problem"] == nil)
    }

    @Test("a name that reads as a held one is shown beside it, and the code is asked only after the person goes on")
    func namesakes() async throws {
        let link = LinkView(
            leadsTo: .authority, iss: "credit.two.example", host: "h", known: "k", groups: [], leaves: [])
        core.answer("readLink") { link }
        core.answer("authorityPreview") {
            let both = NamesakesView(
                title: "Same name", text: "Compare.", authorities: [], then: "Both keep it.", seen: "these")
            return AuthorityPreview(iss: "i", claim: "c", unproved: "u", host: "h", rows: [], namesakes: both)
        }
        core.answer("joinNamesake") {
            throw AppError.Refused(code: "code-unknown", happened: "H.", safe: "S.", todo: "T.")
        }
        let join = JoinModel(app, Session(app), link: "standing:join?v=1")
        await join.load()
        _ = await join.act(.press(.look))
        #expect(join.outline["namesakes"] != nil && join.outline["code heading"] == nil)
        _ = await join.act(.press(.sendCode))
        #expect(!core.calls().contains("joinNamesake"))
        _ = await join.act(try #require(join.outline["keep both"]?.act))
        _ = await join.act(.write(.code, "7QK2"))
        _ = await join.act(.press(.sendCode))
        #expect(core.calls().contains("joinNamesake") && !core.calls().contains("join"))
    }

    @Test("what was looked up is erased only after being asked")
    func asksToErase() async throws {
        core.answer("recent") {
            let row = RecentRow(uscc: "91", code: "91", name: "N", region: "R", lookedUp: "today", said: "")
            return RecentView(rows: [row], empty: "")
        }
        core.answer("eraseRecent") { () }
        let model = RecentModel(app)
        await model.load()
        _ = await model.act(.press(.eraseRecentForGood))
        _ = await model.act(try #require(model.outline["erase"]?.act))
        #expect(!core.calls().contains("eraseRecent"), "one tap erases nothing")
        #expect(model.outline["erase ask"] != nil)
        _ = await model.act(try #require(model.outline["erase for good"]?.act))
        #expect(core.calls().contains("eraseRecent") && model.outline["erase ask"] == nil)
    }

    @Test("a receipt is saved with the photos of its record, and a failure is reported")
    func receiptFiles() async throws {
        let receipt = ReceiptModel(app, "a", item: 3)
        core.answer("exportRecord") { throw AppError.Storage(code: "x", happened: "H.", safe: "S.", todo: "T.") }
        #expect(await receipt.act(.press(.export)) == nil)
        core.answer("exportRecord") {
            let photo = ExportedPhoto(fileName: "p.jpg", bytes: Data([1]))
            return ExportView(fileName: "r.json", json: "{}", photos: [photo])
        }
        guard case .save(let files) = await receipt.act(.press(.export)) else { throw Unexpected("nothing to save") }
        #expect(files.map(\.name) == ["r.json", "p.jpg"])
    }

    @Test("an interrupted join is offered again, and its name is there")
    func interrupted() async {
        core.answer("memberships") { [member("a", .toConfirm)] }
        let app = app
        let session = Session(app)
        await session.load()
        #expect(session.current == nil && session.interrupted?.membership == "a")
        let confirm = ConfirmModel(app, session, "a")
        await confirm.load()
        #expect(confirm.outline["hint"]?.label == "Wang ∗ying")
    }

    @Test("a thousand rows and ten thousand letters are laid out whole, in one call")
    func long() async {
        let text = String(repeating: "长", count: 10_000)
        let row = QueueRow(item: 1, state: .queued, title: text, text: "waits", below: "waits", day: "today")
        let rows = (0..<1000).map {
            QueueRow(item: $0, state: row.state, title: row.title, text: row.text, below: row.below, day: row.day)
        }
        core.answer("memberships") { [member("a", .active)] }
        core.answer("queue") {
            QueueView(
                membership: "a", waitingText: "",
                groups: [QueueGroup(kind: .onThisPhone, title: "Here", rows: rows)], empty: "")
        }
        let app = app
        let session = Session(app)
        await session.load()
        let model = RecordsModel(app, session)
        await model.load()
        #expect(core.calls() == ["memberships", "queue"])
        #expect(model.outline.body.count { $0.act != nil } == 1002, "the rows, cases and receipts")
        #expect(model.outline["item 999"]?.label == text)
    }

    @Test("everything is written to a file of this app alone, and handed over from there")
    func archive() async throws {
        let view = ArchiveView(fileName: "standing-2026-11-29.zip", text: "In the file: 2 records; about 40 kB.")
        core.answer("archiveContents") { view }
        let model = ArchiveModel(app, of: "a")
        #expect(await model.act(.press(.export)) == nil, "nothing is written before it was said what")
        await model.load()
        #expect(model.outline["inside"]?.label == view.text && model.outline["warning"] != nil)
        core.answer("exportAll") { view }
        guard case .move(let file)? = await model.act(.press(.export)) else { throw Unexpected("not handed over") }
        let folder = file.url.deletingLastPathComponent()
        #expect(file.url.lastPathComponent == view.fileName)
        #expect(FileManager.default.fileExists(atPath: folder.path))
        file.remove()
        #expect(!FileManager.default.fileExists(atPath: folder.path))
        core.answer("exportAll") { throw AppError.Storage(code: "no-space", happened: "H.", safe: "S.", todo: "T.") }
        #expect(await model.act(.press(.export)) == nil)
        #expect(model.outline["problem"]?.label == "H.")
    }

    @Test("erasing takes the word, in any case and with spaces around it")
    func erase() async {
        core.answer("erase") { () }
        let model = EraseModel(app)
        #expect(await model.act(.press(.erase)) == nil)
        _ = await model.act(.write(.eraseWord, "  ERASE "))
        #expect(model.outline["erase"]?.enabled == true)
        #expect(await model.act(.press(.erase)) == .startOver)
        #expect(core.calls() == ["erase"])
    }
}

/// A membership.
func member(_ id: String, _ state: MembershipState, of person: PersonView = owner) -> MembershipView {
    MembershipView(
        membership: id, authority: "Yangqiao", hint: "Wang ∗ying", state: state, fingerprint: "7GJH", joined: "Joined.",
        person: person)
}

/// Whose phone it is.
let owner = PersonView(given: "", name: "You", acts: "", mark: .circle, isLocked: false)

private let sample = home(with: [])

private func home(with checks: [Check]) -> HomeView {
    HomeView(
        membership: "a", authority: "Yangqiao",
        statement: StatementCard(
            seq: 8, title: "Resident statement", score: "82", of: "of 100", points: 82, tier: "Good", tierId: "good",
            before: "81 in July", proof: Proof(state: .holds, checks: checks, text: "Yangqiao")),
        empty: "", alarms: [], unread: [], changesTitle: "What changed",
        changes: [ChangeRow(entry: "E", points: "−5", title: "Late on a loan", detail: "", told: nil)],
        letters: 0, newLetters: 0, lettersText: "", stars: [],
        waiting: 0,
        needsYou: 0, waitingText: "", overdueText: "", overdueCase: nil, synced: "")
}

extension String { fileprivate var digits: String { filter(\.isNumber) } }

extension Form {
    /// The digits that the eye sees; "of 100" is no secret.
    fileprivate var digits: String {
        switch self {
        case .score(let score): (score.number + score.tier + score.line).filter(\.isNumber)
        case .points(let row): row.points.filter(\.isNumber)
        default: ""
        }
    }
}

/// Raised once, from any thread.
final class Flag: @unchecked Sendable {
    private let lock = NSLock()
    private var raised = false
    func raise() { lock.withLock { raised = true } }
    var isRaised: Bool { lock.withLock { raised } }
}
