import Core
import Foundation
import Observation
import Support
import Testing

@testable import Logic

/// What screens do with taps, answers and errors, against a core that answers as the test says.
@MainActor @Suite struct ModelTests {
    let core = WatchedCore()
    var desk: Desk { Desk(core: core, language: .english) }

    /// What the core says of an empty form.
    private var checked: DraftView {
        let choice = RecordChoice(
            kind: .bloodDonation, rule: "B-1", title: "Blood donation", counts: "", photoWanted: true, volumes: [400])
        return DraftView(
            choice: choice, ready: false, notes: [], title: "", consequences: [], against: nil, leaves: [])
    }

    @Test("a view is told when the answer comes")
    func observed() async {
        core.answer("freshness") { FreshnessView(state: .holds, text: "Everything is fresh.", rows: []) }
        let model = FreshnessModel(desk)
        let told = Flag()
        withObservationTracking {
            _ = model.outline
        } onChange: {
            told.raise()
        }
        #expect(model.outline["busy"]?.label == "One moment")
        await model.load()
        #expect(told.isRaised)
        #expect(model.outline["state"]?.label.hasSuffix("Everything is fresh.") == true)
    }

    @Test("a failure says what happened, what is safe, what to do, and tries again")
    func failed() async {
        core.answer("freshness") { throw AppError.Storage(code: "x", happened: "H.", safe: "S.", todo: "T.") }
        let model = FreshnessModel(desk)
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
        let model = FormModel(desk, "a", kind: .volunteering, rule: "G-1")
        async let first = model.act(.press(.send))
        async let second = model.act(.press(.send))
        let steps = await [first, second].compactMap { $0 }
        #expect(steps == [.replace(.item("a", item: 7))])
        #expect(core.calls() == ["queueRecord"])
    }

    @Test("what was typed survives the end of the app")
    func typed() async {
        let form = FormModel(desk, "a", kind: .volunteering, rule: "G-1")
        _ = await form.act(.write(.activity, "清理河道"))
        let again = FormModel(desk, "a", kind: .volunteering, rule: "G-1")
        again.restore(form.typed)
        #expect(again.draft.texts == [.activity: "清理河道"])
        let join = JoinModel(desk, Session(desk), link: "standing:x")
        _ = await join.act(.write(.code, "7K4M"))
        #expect(join.typed == ["link": "standing:x"], "a code that works once is written nowhere")
    }

    @Test("a record that is written anew keeps its photo under what was typed before the app ended")
    func photo() async {
        let checked = checked
        core.answer("checkDraft") { checked }
        let body = DraftBody.selfReport(rule: "L-1", occurredOn: "2026-11-01", description: "old")
        core.answer("editRecord") { throw AppError.Storage(code: "x", happened: "H.", safe: "S.", todo: "T.") }
        let form = FormModel(desk, "a", kind: .selfReport, rule: "L-1", from: 3)
        form.restore(["description": "new"])
        await form.load()
        #expect(form.outline["problem"]?.label == "H." && form.outline["check"] == nil)
        core.answer("editRecord") {
            EditView(draft: RecordDraft(body: body, photo: Data([0xFF, 0xD8])), checked: checked)
        }
        await form.load()
        #expect(form.draft.texts == [.day: "2026-11-01", .description: "new"])
        #expect(form.draft.photo == [0xFF, 0xD8])
        _ = await form.act(.press(.removePhoto))
        await form.load()
        #expect(form.draft.photo == nil, "what was taken out stays out")
    }

    @Test(
        "hours and minutes are read together, and are no time at all if one of them is no number",
        arguments: [
            ("3", "15", 195), ("", "45", 45), ("2", "", 120), ("３", "０５", 185), (" 1 ", " 30 ", 90), ("", "", 0),
            ("1h", "30", 0), ("1", "half", 0), ("-3", "30", 0), ("1", "+5", 0), ("三", "0", 0), ("1 2", "0", 0),
        ] as [(String, String, UInt32)])
    func hours(_ hours: String, _ minutes: String, _ sum: UInt32) throws {
        #expect(try time(hours, minutes) == sum)
    }

    @Test("far too many hours stay too many and overflow nothing", arguments: ["99999999999", "4294967295"])
    func tooLong(_ text: String) throws {
        #expect(try time(text, "0") > 1440)
        #expect(try time("0", text) > 1440)
    }

    /// What a form says in which this was typed.
    private func time(_ hours: String, _ minutes: String) throws -> UInt32 {
        let draft = Draft(kind: .volunteering, rule: "G-1", texts: [.hours: hours, .minutes: minutes])
        guard case .volunteering(_, _, _, let sum) = draft.record.body else {
            throw Unexpected("\(draft.record.body)")
        }
        return sum
    }

    @Test("spaces around a text are not sent")
    func spaces() throws {
        let draft = Draft(kind: .volunteering, rule: "G-1", texts: [.organiser: " 村 ", .activity: "清理 河道\n"])
        guard case .volunteering(let organiser, let activity, _, _) = draft.record.body else {
            throw Unexpected("\(draft.record.body)")
        }
        #expect(organiser == "村" && activity == "清理 河道")
    }

    @Test("a photo that was there before the app ended is missed, until it is chosen again")
    func photoLost() async {
        let checked = checked
        core.answer("checkDraft") { checked }
        let form = FormModel(desk, "a", kind: .bloodDonation, rule: "B-1")
        form.take(photo: [0xFF, 0xD8])
        let again = FormModel(desk, "a", kind: .bloodDonation, rule: "B-1")
        again.restore(form.typed)
        await again.load()
        #expect(again.outline["picture"] == nil)
        #expect(again.outline["photo problem"]?.label == Words(.english).formPhotoLost)
        again.take(photo: [0xFF, 0xD8])
        #expect(again.outline["picture"] != nil && again.outline["photo problem"] == nil)
    }

    @Test("a photo that is too large is not taken, and the form says so")
    func large() async {
        let checked = checked
        core.answer("checkDraft") { checked }
        let form = FormModel(desk, "a", kind: .bloodDonation, rule: "B-1")
        await form.load()
        #expect(core.calls() == ["checkDraft"], "a form that opens costs one call")
        form.take(photo: [UInt8](repeating: 0, count: FormModel.largest + 1))
        #expect(form.outline["picture"] == nil)
        #expect(form.outline["photo problem"]?.label == Words(.english).formPhotoTooLarge)
        form.take(photo: [0xFF, 0xD8])
        #expect(form.outline["picture"] != nil && form.outline["photo problem"] == nil)
    }

    @Test("hidden amounts leave no number of points anywhere on home")
    func hidden() async throws {
        let desk = desk
        core.answer("memberships") { [member("a", .active)] }
        core.answer("home") { sample }
        let settings = try Phone().open().settings()
        core.answer("settings") { settings }
        core.answer("setSettings") { () }
        await desk.readSettings()
        let session = Session(desk)
        await session.load()
        let home = HomeModel(desk, session)
        await home.load()
        #expect(home.outline.picture.contains("82"))
        _ = await home.act(.press(.hideAmounts))
        try #require(desk.manner.hidesAmounts)
        let shown = home.outline.elements.filter { $0.id == "score" || $0.id.hasPrefix("change") }
        #expect(shown.count == 3)
        for element in shown { #expect(element.form.digits.isEmpty && element.label.digits.isEmpty, "\(element)") }
    }

    @Test("hidden amounts stay hidden at the next start, and when another setting is changed")
    func hiddenStays() async throws {
        let phone = try Phone()
        func opened() async throws -> Desk {
            let desk = Desk(core: try phone.open(), language: .english)
            await desk.readSettings()
            return desk
        }
        var desk = try await opened()
        _ = await HomeModel(desk, Session(desk)).act(.press(.hideAmounts))
        _ = await SettingsModel(desk).act(.turn(.elder, true))
        #expect(desk.manner.hidesAmounts && desk.manner.elder)
        // The one before goes first: a folder is open once.
        desk = Desk(core: WatchedCore(), language: .english)
        desk = try await opened()
        #expect(desk.manner.hidesAmounts)
        _ = await HomeModel(desk, Session(desk)).act(.press(.showAmounts))
        #expect(!desk.manner.hidesAmounts)
    }

    @Test("home says that there is no network, and that a newer statement may exist")
    func doubtful() async throws {
        let (desk, unknown) = (
            desk,
            Check(
                kind: .inForce, state: .unknown, name: "In force", mark: "In force", finding: "", todo: "", restsOn: "")
        )
        core.answer("memberships") { [member("a", .active)] }
        core.answer("home") { home(with: [unknown]) }
        let session = Session(desk)
        await session.load()
        let model = HomeModel(desk, session)
        await model.load()
        #expect(model.outline["offline"] == nil)
        desk.conditions = Conditions(network: .none)
        #expect(model.outline["offline"]?.label.contains(desk.words.screenOffline) == true)
        let value = try #require(model.outline["score"]?.value)
        #expect(value.contains(desk.words.homeNewer) && !value.contains("81 in July"))
    }

    @Test("a link that is being typed is not read by itself when the app comes forward")
    func halfTyped() async {
        core.answer("readLink") { throw AppError.Storage(code: "x", happened: "H.", safe: "S.", todo: "T.") }
        let join = JoinModel(desk, Session(desk))
        _ = await join.act(.write(.link, "standing:jo"))
        await join.load()
        #expect(core.calls().isEmpty && join.outline["problem"] == nil)
    }

    @Test("what was looked up is erased only after being asked")
    func asksToErase() async throws {
        core.answer("recent") {
            let row = RecentRow(uscc: "91", code: "91", name: "N", region: "R", lookedUp: "today")
            return RecentView(rows: [row], empty: "")
        }
        core.answer("eraseRecent") { () }
        let model = RecentModel(desk)
        await model.load()
        _ = await model.act(.press(.eraseRecentForGood))
        _ = await model.act(try #require(model.outline["erase"]?.act))
        #expect(!core.calls().contains("eraseRecent"), "one tap erases nothing")
        #expect(model.outline["erase ask"] != nil)
        _ = await model.act(try #require(model.outline["erase for good"]?.act))
        #expect(core.calls().contains("eraseRecent") && model.outline["erase ask"] == nil)
    }

    @Test("a receipt is saved with the photos of its record, and a failure is said")
    func receiptFiles() async throws {
        let receipt = ReceiptModel(desk, "a", item: 3)
        core.answer("exportRecord") { throw AppError.Storage(code: "x", happened: "H.", safe: "S.", todo: "T.") }
        #expect(await receipt.act(.press(.export)) == nil)
        core.answer("exportRecord") {
            let photo = ExportedPhoto(fileName: "p.jpg", bytes: Data([1]))
            return ExportView(fileName: "r.json", json: "{}", photos: [photo])
        }
        guard case .save(let files) = await receipt.act(.press(.export)) else { throw Unexpected("nothing to save") }
        #expect(files.map(\.name) == ["r.json", "p.jpg"])
    }

    @Test("an interrupted join is offered again, and its name stands there")
    func interrupted() async {
        core.answer("memberships") { [member("a", .toConfirm)] }
        let desk = desk
        let session = Session(desk)
        await session.load()
        #expect(session.current == nil && session.interrupted?.membership == "a")
        let confirm = ConfirmModel(desk, session, "a")
        await confirm.load()
        #expect(confirm.outline["hint"]?.label == "Wang ∗ying")
    }

    @Test("a thousand rows and ten thousand letters are laid out whole, in one call")
    func long() async {
        let text = String(repeating: "长", count: 10_000)
        let row = QueueRow(item: 1, state: .queued, title: text, text: "waits", day: "today")
        let rows = (0..<1000).map {
            QueueRow(item: $0, state: row.state, title: row.title, text: row.text, day: row.day)
        }
        core.answer("memberships") { [member("a", .active)] }
        core.answer("queue") {
            QueueView(membership: "a", groups: [QueueGroup(kind: .onThisPhone, title: "Here", rows: rows)], empty: "")
        }
        let desk = desk
        let session = Session(desk)
        await session.load()
        let model = RecordsModel(desk, session)
        await model.load()
        #expect(core.calls() == ["memberships", "queue"])
        #expect(model.outline.body.count { $0.act != nil } == 1001)
        #expect(model.outline["item 999"]?.label == text)
    }

    @Test("erasing takes the word, in any case and with spaces around it")
    func erase() async {
        core.answer("erase") { () }
        let model = EraseModel(desk)
        #expect(await model.act(.press(.erase)) == nil)
        _ = await model.act(.write(.eraseWord, "  ERASE "))
        #expect(model.outline["erase"]?.enabled == true)
        #expect(await model.act(.press(.erase)) == .beginAnew)
        #expect(core.calls() == ["erase"])
    }

    @Test("a code that the camera sees again and again is read once, and shown; the person opens it")
    func seen() async {
        core.answer("scan") { ScanView(kind: .business, uscc: "91", gtin: "", link: "", text: "A business.") }
        let model = ScanModel(desk)
        #expect(model.outline["camera"] != nil)
        await model.saw("91")
        for _ in 1...20 { await model.saw("92") }
        #expect(core.calls() == ["scan"])
        #expect(model.outline["open"]?.act == .go(.business(uscc: "91")))
        #expect(model.outline["camera"] == nil, "what was found stays until the person wants another code")
        _ = await model.act(.press(.watch))
        #expect(model.outline["open"] == nil && model.outline["camera"] != nil)
        await model.saw("92")
        #expect(core.calls() == ["scan"])
    }

    @Test("of a carton's code only the product's number is read")
    func carton() {
        let strings = "0106922255451427\u{1D}10AB"
        #expect(ScanModel.text(strings, isGS1: true) == "(01)06922255451427")
        #expect(ScanModel.text("\u{1D}" + strings, isGS1: true) == "(01)06922255451427")
        #expect(ScanModel.text(strings, isGS1: false) == strings)
        #expect(ScanModel.text("10AB", isGS1: true) == "10AB")
    }

    @Test("under another page the camera rests and what it reads is ignored")
    func covered() async {
        core.answer("scan") { ScanView(kind: .business, uscc: "91", gtin: "", link: "", text: "A business.") }
        let desk = desk
        let shell = Shell(desk, Session(desk), version: "1", licences: nil)
        await shell.act(.go(.scan), on: shell.screen(.home))
        let scan = shell.screen(.scan)
        await shell.act(.go(.freshness), on: scan)
        shell.isSeen(.scan, false)
        #expect(scan.outline["camera"] == nil)
        await shell.saw("91", on: scan)
        shell.isSeen(.scan, true)
        // A picture that was under way when the other page came.
        await shell.saw("91", on: scan)
        #expect(core.calls().isEmpty && scan.outline["open"] == nil)
        await shell.act(.back, on: shell.screen(.freshness))
        await shell.saw("91", on: scan)
        #expect(scan.outline["open"] != nil && shell.navigator.top == .scan)
    }
}

/// A membership.
func member(_ id: String, _ state: MembershipState) -> MembershipView {
    MembershipView(
        membership: id, authority: "Yangqiao", hint: "Wang ∗ying", state: state, fingerprint: "7GJH", joined: "Joined.")
}

private let sample = home(with: [])

private func home(with checks: [Check]) -> HomeView {
    HomeView(
        membership: "a", authority: "Yangqiao",
        statement: StatementCard(
            seq: 8, title: "Resident statement", score: "82", of: "of 100", points: 82, tier: "Good", tierId: "good",
            before: "81 in July", proof: Proof(state: .holds, checks: checks, text: "Yangqiao")),
        empty: "", alarms: [], changesTitle: "What changed",
        changes: [ChangeRow(entry: "E", points: "−5", title: "Late on a loan", detail: "", told: nil)], stars: [],
        waiting: 0,
        needsYou: 0, waitingText: "", synced: "")
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
