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
        #expect(join.typed == ["link": "standing:x", "code": "7K4M"])
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

    @Test("far too many hours stay too many and overflow nothing", arguments: ["99999999999", "4294967295", "-3", "三"])
    func hours(_ text: String) {
        let draft = Draft(kind: .volunteering, rule: "G-1", texts: [.hours: text, .minutes: text])
        guard case .volunteering(_, _, _, let minutes) = draft.record.body else { return }
        #expect(minutes == 0 || minutes > 1440)
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
        let session = Session(desk)
        await session.load()
        let home = HomeModel(desk, session)
        await home.load()
        #expect(home.outline.picture.contains("82"))
        _ = await home.act(.press(.hideAmounts))
        let shown = home.outline.elements.filter { $0.id == "score" || $0.id.hasPrefix("change") }
        for element in shown { #expect(element.form.digits.isEmpty && element.label.digits.isEmpty, "\(element)") }
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

    @Test("a code that the camera sees again and again is read once")
    func seen() async {
        core.answer("scan") { ScanView(kind: .business, uscc: "91", gtin: "", link: "", text: "A business.") }
        let model = ScanModel(desk)
        #expect(await model.saw("91") == .open(.business(uscc: "91")))
        for _ in 1...20 { #expect(await model.saw("91") == nil) }
        #expect(core.calls() == ["scan"])
    }
}

/// A membership.
func member(_ id: String, _ state: MembershipState) -> MembershipView {
    MembershipView(
        membership: id, authority: "Yangqiao", hint: "Wang ∗ying", state: state, fingerprint: "7GJH", joined: "Joined.")
}

private let sample = HomeView(
    membership: "a", authority: "Yangqiao",
    statement: StatementCard(
        seq: 8, title: "Resident statement", score: "82", of: "of 100", points: 82, tier: "Good", tierId: "good",
        before: "81 in July", proof: Proof(state: .holds, checks: [], text: "Yangqiao")),
    empty: "", alarms: [], changesTitle: "What changed",
    changes: [ChangeRow(entry: "E", points: "−5", title: "Late on a loan", detail: "", told: nil)], stars: [],
    waiting: 0,
    needsYou: 0, waitingText: "", synced: "")

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
