import Core
import Support
import Testing

@testable import Logic

/// One perk with what would change it, and what the till sees.
@MainActor @Suite struct PerkTests {
    private let core = WatchedCore()

    nonisolated private static func view(kind: BenefitKind = .open, atTill: Bool = true) -> BenefitView {
        let changes = [
            BenefitChange(text: "It ends below 75.", away: "7 above that", entry: nil),
            BenefitChange(text: "Without the entry “Late” it would be lifted.", away: "−5", entry: "E-1"),
        ]
        return BenefitView(
            membership: "a", id: "soap", authority: "Village", seq: 8, kind: kind, name: "Free soap",
            state: "Available since 1 July.",
            facts: [KeyValue(label: "Last day", value: "No last day is given", note: "")], condition: "From 75.",
            standing: "You have 82.", note: "At the office.", changes: changes, caveat: "Not a promise.",
            difference: "", origins: [], proof: nil, atTill: atTill)
    }

    private func outline(hides: Bool = false, _ view: BenefitView = view()) async throws -> Outline {
        core.answer("benefit") { view }
        let settings = try Phone().open().settings()
        core.answer("settings") { settings }
        core.answer("setSettings") { () }
        let app = AppModel(core: core, language: .english)
        if hides { _ = await HomeModel(app, Session(app)).act(.press(.hideAmounts)) }
        let model = BenefitModel(app, "a", id: "soap")
        await model.load()
        return model.outline
    }

    @Test("a perk leads to the till, to the entry that would change it and to the rulebook")
    func leads() async throws {
        let outline = try await outline()
        #expect(outline["till"]?.act == .go(.till("a", id: "soap")))
        #expect(outline["change 2"]?.act == .go(.entry("a", seq: 8, entry: "E-1")))
        #expect(outline["rulebook"]?.act == .go(.rulebook("a")))
        #expect(outline["contest"] == nil, "nobody contests a perk")
        #expect(outline["standing"]?.label == "You have 82.")
    }

    @Test("a restriction is contested, and is nothing for a till")
    func restriction() async throws {
        let outline = try await outline(Self.view(kind: .inForce, atTill: false))
        #expect(outline["contest"]?.act == .go(.contest("a", .measure("soap"))))
        #expect(outline["till"] == nil)
    }

    @Test("hidden amounts say neither the score nor how far it is")
    func hidden() async throws {
        let said = try await outline(hides: true).picture
        #expect(said.contains("Free soap") && !said.contains("82") && !said.contains("7 above"))
    }

    @Test("the till sees what, until when and who signed, and nothing else")
    func till() async {
        core.answer("till") {
            TillView(
                name: "Free soap", until: "No last day is given", today: "Today is Monday", state: .holds,
                proof: "Signed by Village.", caution: "On its own it proves nothing.")
        }
        let model = TillModel(AppModel(core: core, language: .english), "a", id: "soap")
        await model.load()
        #expect(core.calls() == ["till"])
        #expect(model.outline["title"]?.label == "Free soap")
        #expect(model.outline["proof"] != nil && model.outline["until"] != nil)
    }
}
