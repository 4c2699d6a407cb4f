import Core
import Support
import Testing

@testable import Logic

/// Warnings: both documents side by side, put aside and opened again, saved as one file.
@MainActor @Suite struct AlarmTests {
    nonisolated static let problem = Problem(
        code: "alarm-fork", happened: "Two statements", safe: "Both are kept.", todo: "Ask.")

    nonisolated static func row(_ status: AlarmStatus, alarm: Int64 = 3) -> AlarmRow {
        AlarmRow(
            alarm: alarm, problem: problem, gravity: .contradiction, status: status,
            statusText: "Nothing explains this.", found: "Found today")
    }

    nonisolated static func branch(_ name: String, _ value: String) -> AlarmBranch {
        AlarmBranch(
            name: name, value: value, detail: "Good", reached: "4 January", dated: "2 January",
            signer: "Village, key a", fingerprint: "abcd\(value)", note: "", inUse: false, document: "a.b.c")
    }

    nonisolated static func view(_ status: AlarmStatus = .open) -> AlarmView {
        AlarmView(
            membership: nil, row: row(status), branches: [branch("First", "79"), branch("Second", "74")],
            differs: [AlarmDifference(label: "Littering", values: ["Not in it", "−5"])], same: "4 are the same.",
            checks: [AlarmCheck(name: "Signed", states: [.holds, .holds])], meaning: ["Both exist."], seen: "seal")
    }

    let core = WatchedCore()
    let app: AppModel

    init() {
        app = AppModel(core: core, language: .english)
        core.answer("alarm") { Self.view() }
    }

    @Test("both documents are seen before a warning can be put aside, and what differs is reported in words")
    func order() async throws {
        let model = AlarmModel(app, nil, alarm: 3)
        #expect(model.outline["put aside"] == nil, "nothing was shown yet")
        await model.load()
        let ids = model.outline.body.map(\.id)
        let last = try #require(ids.firstIndex(of: "put aside"))
        for id in ["both", "difference 1", "check 1", "meaning 1"] {
            #expect(try #require(ids.firstIndex(of: id)) < last, "\(id)")
        }
        #expect(model.outline["difference 1"]?.label == "Littering\nDiffers")
        #expect(model.outline["difference 1"]?.value == "First\nNot in it\nSecond\n−5")
        #expect(model.outline["signer"]?.label == "Signed by", "the same in both")
        #expect(model.outline["code"]?.label.hasSuffix("Differs") == true)
    }

    @Test("what was shown is handed back, and something new is shown first")
    func aside() async {
        let model = AlarmModel(app, "a", alarm: 3)
        await model.load()
        let news = app.news
        core.answer("putAside") {
            throw AppError.Refused(
                code: "alarm-changed", happened: "New", safe: "Nothing was put aside.", todo: "Look.")
        }
        _ = await model.act(.press(.putAside))
        #expect(model.outline["refusal"] != nil && app.news == news)
        core.answer("putAside") { AlarmsView(membership: "a", text: "", rows: []) }
        core.answer("alarm") { Self.view(.putAside) }
        _ = await model.act(.press(.putAside))
        #expect(model.outline["refusal"] == nil && app.news == news + 1)
        #expect(model.outline["put aside"] == nil && model.outline["reopen"] != nil)
        core.answer("reopen") { AlarmsView(membership: "a", text: "", rows: []) }
        core.answer("alarm") { Self.view() }
        _ = await model.act(.press(.reopen))
        #expect(model.outline["put aside"] != nil)
    }

    @Test("all documents leave as one file")
    func export() async {
        let model = AlarmModel(app, nil, alarm: 3)
        await model.load()
        core.answer("exportAlarm") { AlarmExport(fileName: "standing-alarm-fork.json", json: "{}") }
        let step = await model.act(.press(.export))
        #expect(step == .save([File(name: "standing-alarm-fork.json", bytes: Array("{}".utf8))]))
    }

    @Test("what was put aside is below, and each row opens its page")
    func list() async {
        let rows = [Self.row(.putAside, alarm: 4), Self.row(.open)]
        core.answer("alarms") { AlarmsView(membership: nil, text: "1 to look at", rows: rows) }
        let model = AlarmsModel(app, nil)
        await model.load()
        #expect(model.outline.body.map(\.id) == ["text", "alarm 3", "aside", "alarm 4"])
        #expect(model.outline["alarm 3"]?.act == .go(.alarm(nil, alarm: 3)))
    }

    @Test("amounts that are hidden are hidden here, too")
    func hidden() async {
        let model = AlarmModel(app, nil, alarm: 3)
        await model.load()
        core.answer("setSettings") { () }
        core.answer("settings") {
            SettingsView(
                language: .english, elderMode: false, appearance: nil, textPercent: 100, hideAmounts: true,
                unmeteredOnly: false, photosOverWifi: false, allowScreenshots: false, appLock: nil)
        }
        await app.readSettings()
        let said = model.outline.elements.map { "\($0.label)\n\($0.value)" }.joined(separator: "\n")
        #expect(!said.contains("−5") && !said.contains("\n79"))
    }
}
