import Core
import Support
import Testing

@testable import Logic

/// How the score came about, which rulebook changed it, and when one was told.
@MainActor @Suite struct StoryTests {
    private let core = WatchedCore()

    nonisolated private static func chart() -> StoryChart {
        let steps = [
            StoryStep(seq: 1, at: 0, points: 68, label: "68", joined: false, state: .holds),
            StoryStep(seq: 2, at: 90, points: 82, label: "82", joined: true, state: .holds),
        ]
        return StoryChart(
            spoken: "68 on 1 January, 82 on 1 April.", note: "A step each.", lowest: 50, highest: 100, days: 90,
            steps: steps, bands: [], rulebooks: [], ticks: [])
    }

    nonisolated private static let story = StoryView(
        membership: "a", period: "Village, 2026", heading: "From 68 to 82", empty: "", state: .fails,
        checks: [
            StoryCheck(state: .fails, mark: "Statement 2 does not add up", finding: "It says 82."),
            StoryCheck(state: .holds, mark: "Signed", finding: "All are signed."),
        ],
        proof: "Statements 1 and 2.", chart: chart(),
        findings: [StoryFinding(seq: 2, state: .fails, text: "Statement 2 says 82, adds up to 81.")],
        movedTitle: "What moved it most", movedAll: "+14 in all",
        moved: [
            MovedRow(
                points: "+12", title: "Visits", detail: "2 entries, +6 each", target: .entry(seq: 2, entry: "E-1")),
            MovedRow(points: "+2", title: "Rulebooks", detail: "", target: .rulebooks(from: 6, to: 7)),
        ],
        movedEmpty: "", past: ["Littering came and ended."],
        rows: [
            StoryRow(
                seq: 2, day: "1 April", name: "Statement 2", score: "82", tier: "Good", change: "+14", state: .fails,
                note: "Does not add up", rulebook: "Rulebook 7, from 1 March")
        ],
        rulebooks: [RulebookChoice(version: 6, name: "6"), RulebookChoice(version: 7, name: "7")], alarms: [])

    private func outline(elder: Bool = false, hides: Bool = false) async throws -> Outline {
        core.answer("story") { Self.story }
        let settings = try Phone().open().settings()
        core.answer("settings") { settings }
        core.answer("setSettings") { () }
        let app = AppModel(core: core, language: .english)
        if elder { _ = await SettingsModel(app).act(.turn(.elder, true)) }
        let home = HomeModel(app, Session(app))
        if elder { _ = await home.act(.press(.largerText)) }
        if hides { _ = await home.act(.press(.hideAmounts)) }
        let model = StoryModel(app, "a")
        await model.load()
        return model.outline
    }

    @Test("the chart is one picture with one sentence, and its figures stand in the table")
    func chart() async throws {
        let outline = try await outline()
        #expect(outline["chart"]?.label == "68 on 1 January, 82 on 1 April.")
        #expect(outline["chart"]?.traits == [.image])
        #expect(outline["statement 2"]?.value.contains("82") == true)
        #expect(outline["statement 2"]?.act == .go(.statement("a", seq: 2)))
        #expect(outline["rulebook 2"]?.label == "Rulebook 7, from 1 March")
    }

    @Test("in elder mode the sentence stays, the drawing leaves")
    func elder() async throws {
        let chart = try await outline(elder: true)["chart"]
        #expect(chart?.form == .text("68 on 1 January, 82 on 1 April.", .body))
    }

    @Test("what moved it leads to its page")
    func moved() async throws {
        let outline = try await outline()
        #expect(outline["moved 1"]?.act == .go(.entry("a", seq: 2, entry: "E-1")))
        #expect(outline["moved 2"]?.act == .go(.rulebooks("a", from: 6, to: 7)))
        #expect(outline["rulebooks"]?.act == .go(.rulebooks("a", from: 6, to: 7)))
        #expect(outline["finding 1"]?.act == .go(.statement("a", seq: 2)))
    }

    @Test("hidden amounts leave no figure of it")
    func hidden() async throws {
        let outline = try await outline(hides: true)
        let said = outline.elements.map { "\($0.label) \($0.value)" }.joined(separator: "\n")
        for amount in ["68", "82", "+14", "+12", "+6", "Good"] {
            #expect(!said.contains(amount), "\(amount) in \(said)")
        }
    }

    @Test("two other versions of the rulebook are compared when they are chosen")
    func rulebooks() async {
        let choices = [6, 7, 8].map { RulebookChoice(version: $0, name: "\($0)") }
        core.answer("compareRulebooks") {
            RulebookComparisonView(
                membership: "a", title: "T", heading: "H", lead: "", parts: [], empty: "None.", rulebooks: choices)
        }
        let model = RulebooksModel(AppModel(core: core, language: .english), "a", from: 7, to: 8)
        await model.load()
        _ = core.calls()
        _ = await model.act(.choose(.earlier, "6"))
        #expect(core.calls() == ["compareRulebooks"])
        guard case .choice(let choice)? = model.outline["earlier"]?.form else { return #expect(Bool(false)) }
        #expect(choice.chosen == "6")
    }

    @Test("any two statements are chosen, also such as do not follow each other, and the answer is to the last choice")
    func compared() async throws {
        core.answer("compareStatements") {
            let side = { (n: UInt32) in
                ComparedStatement(
                    seq: n, name: "Statement \(n)", day: "1 April", score: "8\(n)", tier: "Good", rulebook: "7",
                    state: n == 1 ? .fails : .holds)
            }
            let choices = [4, 3, 2, 1].map { StatementChoice(seq: $0, name: "Statement \($0)") }
            return StatementComparisonView(
                membership: "a", heading: "From 81 to 84", earlier: side(1), later: side(4), movedTitle: "Moved",
                movedAll: "+3 in all",
                moved: [MovedRow(points: "+3", title: "Visits", detail: "+3 each", target: .entry(seq: 4, entry: "E"))],
                movedEmpty: "", changesTitle: "Changes",
                changes: [ChangeRow(entry: "E", points: "+3", title: "Visits", detail: "", told: nil)],
                changesEmpty: "", statements: choices)
        }
        let model = ComparedModel(AppModel(core: core, language: .english), "a", one: 4, other: 1)
        await model.load()
        _ = core.calls()
        #expect(model.outline["moved 1"]?.act == .go(.entry("a", seq: 4, entry: "E")))
        #expect(model.outline["change 1"]?.act == .go(.entry("a", seq: 4, entry: "E")))
        guard case .choice(let earlier)? = model.outline["earlier"]?.form else { return #expect(Bool(false)) }
        #expect(earlier.options.map(\.id) == ["3", "2", "1"] && earlier.chosen == "1")
        _ = await model.act(.choose(.earlier, "3"))
        #expect(core.calls() == ["compareStatements"])
        #expect(try await outline()["compare"] == nil, "with one statement there is nothing to compare")
    }

    @Test("each thing that is known says whose day it is, and opens its page")
    func told() async {
        let event = ToldEvent(
            day: "26 November", title: "Letter 6", detail: "", clock: .phone, by: "by this phone’s time",
            isBefore: false, before: "", place: .letter(n: 6))
        core.answer("told") {
            ToldView(
                membership: "a", target: .entry(entry: "E-1"), title: "Late", points: "−5", told: false,
                heading: "No letter has reached this phone.", gaps: ["Nothing from 3 May to 1 October."],
                events: [event], origin: [], note: "",
                caseFile: CaseFileView(fileName: "standing-case-2026-11-30.zip", text: "A page and 3 originals."))
        }
        core.answer("caseFile") { CaseFileView(fileName: "standing-case-2026-11-30.zip", text: "Written.") }
        let model = ToldModel(AppModel(core: core, language: .english), "a", .entry("E-1"))
        await model.load()
        #expect(model.outline["event 1"]?.value.contains("by this phone’s time") == true)
        #expect(model.outline["event 1"]?.act == .go(.letter("a", n: 6)))
        #expect(model.outline["gap 1"]?.label == "Nothing from 3 May to 1 October.")
        #expect(model.outline["inside"]?.label == "A page and 3 originals.")
        guard case .move(let file)? = await model.act(.press(.export)) else { return #expect(Bool(false)) }
        #expect(file.url.lastPathComponent == "standing-case-2026-11-30.zip")
        file.remove()
        core.answer("caseFile") {
            throw AppError.Storage(code: "full", happened: "No space.", safe: "Safe.", todo: "Make room.")
        }
        #expect(await model.act(.press(.export)) == nil && model.outline["refusal"] != nil)
    }
}
