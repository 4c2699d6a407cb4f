import Core
import Foundation
import Observation
import Support
import Testing

@testable import Logic

/// What is typed into a form: kept, summed, never sent twice.
@MainActor @Suite struct FormTests {
    let core = WatchedCore()
    var app: AppModel { AppModel(core: core, language: .english) }

    /// What the core says of an empty form.
    private var checked: DraftView {
        let choice = RecordChoice(
            kind: .bloodDonation, rule: "B-1", title: "Blood donation", counts: "", photoWanted: true, volumes: [400])
        return DraftView(
            person: owner, choice: choice, ready: false, notes: [], title: "", consequences: [], score: [],
            against: nil, leaves: [])
    }

    @Test("what was typed survives the end of the app")
    func typed() async {
        let form = FormModel(app, "a", kind: .volunteering, rule: "G-1")
        _ = await form.act(.write(.activity, "清理河道"))
        let again = FormModel(app, "a", kind: .volunteering, rule: "G-1")
        again.restore(form.typed)
        #expect(again.draft.texts == [.activity: "清理河道"])
        let join = JoinModel(app, Session(app), link: "standing:x")
        _ = await join.act(.write(.code, "7K4M"))
        #expect(join.typed == ["link": "standing:x"], "a code that works once is written nowhere")
    }

    @Test("a record that is written again keeps its photo under what was typed before the app ended")
    func photo() async {
        let checked = checked
        core.answer("checkDraft") { checked }
        let body = DraftBody.selfReport(rule: "L-1", occurredOn: "2026-11-01", description: "old")
        core.answer("editRecord") { throw AppError.Storage(code: "x", happened: "H.", safe: "S.", todo: "T.") }
        let form = FormModel(app, "a", kind: .selfReport, rule: "L-1", from: 3)
        form.restore(["description": "new"])
        await form.load()
        #expect(form.outline["problem"]?.label == "H." && form.outline["check"] == nil)
        core.answer("editRecord") {
            EditView(draft: RecordDraft(body: body, photo: Data([0xFF, 0xD8]), edits: 3), checked: checked)
        }
        await form.load()
        #expect(form.draft.texts == [.day: "2026-11-01", .description: "new"])
        #expect(form.draft.photo == [0xFF, 0xD8])
        #expect(form.draft.record.edits == 3, "the core hears which record it was")
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
        let form = FormModel(app, "a", kind: .bloodDonation, rule: "B-1")
        form.take(photo: [0xFF, 0xD8])
        let again = FormModel(app, "a", kind: .bloodDonation, rule: "B-1")
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
        let form = FormModel(app, "a", kind: .bloodDonation, rule: "B-1")
        await form.load()
        #expect(core.calls() == ["checkDraft"], "a form that opens costs one call")
        form.take(photo: [UInt8](repeating: 0, count: FormModel.largest + 1))
        #expect(form.outline["picture"] == nil)
        #expect(form.outline["photo problem"]?.label == Words(.english).formPhotoTooLarge)
        form.take(photo: [0xFF, 0xD8])
        #expect(form.outline["picture"] != nil && form.outline["photo problem"] == nil)
    }
}
