import Core
import Support
import Testing

@testable import Logic

/// What comes next: quarters with what moves them, and nothing of it while amounts are hidden.
@MainActor @Suite struct ForecastTests {
    private let core = WatchedCore()

    nonisolated private static func view(seq: UInt32? = 8, differences: [String] = []) -> ForecastView {
        let moves = [
            MoveRow(entry: "E-1", points: "−3", label: "Dedication", when: "ends on 20 December"),
            MoveRow(entry: nil, points: "+1", label: "Tidiness", when: "begins on 1 November"),
        ]
        let quarters = [
            QuarterRow(
                day: "31 December", score: "74", points: 74, tier: "Fair", moves: moves,
                consequences: ["Below 75: Fair."]),
            QuarterRow(day: "31 March", score: "74", points: 74, tier: "Fair", moves: [], consequences: []),
        ]
        return ForecastView(
            membership: "a", authority: "Village", seq: seq, heading: "76 on 30 September.", empty: "", proof: nil,
            differences: differences, quarters: quarters, later: "More after that.", caveat: "Not a promise.",
            nextTier: NextTierView(title: "14 short of Excellent", text: "Excellent begins at 90."),
            roomTitle: "In 2026",
            rooms: [RoomRow(rule: "V-1", name: "Visits", text: "2 of 4 counted.", points: "up to +4")],
            roomNote: "Until 31 December.")
    }

    private func outline(hides: Bool = false, _ view: ForecastView = view()) async throws -> Outline {
        core.answer("forecast") { view }
        let settings = try Phone().open().settings()
        core.answer("settings") { settings }
        core.answer("setSettings") { () }
        let app = AppModel(core: core, language: .english)
        if hides { _ = await HomeModel(app, Session(app)).act(.press(.hideAmounts)) }
        let model = ForecastModel(app, "a")
        await model.load()
        return model.outline
    }

    @Test("each move opens its entry, what follows is said after it, and a quarter without any says so")
    func quarters() async throws {
        let outline = try await outline()
        #expect(outline["quarter 1"]?.value == "74 · Fair")
        #expect(outline["quarter 1 move 1"]?.act == .go(.entry("a", seq: 8, entry: "E-1")))
        #expect(outline["quarter 1 move 2"]?.act == nil)
        #expect(outline["quarter 1 then 1"]?.label == "Below 75: Fair.")
        #expect(outline["quarter 2"]?.value == "74 · Fair\nNo change")
        let ids = outline.body.map(\.id)
        #expect(ids.firstIndex(of: "caveat")! < ids.firstIndex(of: "next")!)
    }

    @Test("hidden amounts leave neither score nor level")
    func hidden() async throws {
        let outline = try await outline(hides: true)
        #expect(outline["heading"] == nil && outline["next"] == nil && outline["quarter 1 then 1"] == nil)
        let said = outline.elements.map { "\($0.label) \($0.value)" }.joined(separator: "\n")
        for amount in ["74", "76", "Fair", "−3", "+4"] { #expect(!said.contains(amount), "\(amount) in \(said)") }
    }

    @Test("a statement that does not add up is told before the quarters")
    func differs() async throws {
        let outline = try await outline(Self.view(differences: ["Says 77."]))
        #expect(outline["difference 1"]?.label.contains("Says 77.") == true)
    }
}
