import Core
import Support
import Testing

@testable import Logic

/// What the scanner's page says of a door sign.
@MainActor @Suite struct DoorSignTests {
    private let core = WatchedCore()

    private func outline(_ sign: DoorSignView) async -> Outline {
        core.answer("scan") {
            ScanView(kind: .doorSign, uscc: "", gtin: "", link: "", text: sign.title, sign: sign)
        }
        let model = ScanModel(AppModel(core: core, language: .english))
        await model.saw("eyJ.eyJ.x")
        return model.outline
    }

    @Test("a genuine sign shows each check, the signed stars, and what more stars on the door are")
    func genuine() async {
        let outline = await outline(
            DoorSignView(
                state: .fails, title: "Genuine, but not what your statement says",
                checks: [
                    DoorSignCheck(state: .holds, finding: "Signed by the village."),
                    DoorSignCheck(state: .fails, finding: "Other stars than your statement."),
                ],
                facts: [KeyValue(label: "Door", value: "YQ-3-12", note: "")], starsNote: "Only these are signed.",
                stars: [DoorSignStars(name: "Courtyard", text: "5 of 5", differs: "Your statement 8: 3 stars")],
                todo: "Ask the authority."))
        #expect(outline["verdict"]?.label.contains("Genuine") == true)
        #expect(outline["check 2"] != nil && outline["sign 1"] != nil && outline["stars note"] != nil)
        #expect(outline["stars 1"]?.value.contains("Your statement 8: 3 stars") == true)
        #expect(outline["todo"]?.label == "Ask the authority.")
        #expect(outline["open"] == nil, "there is nothing to open")
    }

    @Test("a forged sign shows why, and no stars")
    func forged() async {
        let outline = await outline(
            DoorSignView(
                state: .fails, title: "This sign did not pass the check",
                checks: [DoorSignCheck(state: .fails, finding: "It was changed.")], facts: [], starsNote: "",
                stars: [], todo: "Do not rely on it."))
        #expect(outline["verdict"]?.label.contains("This sign did not pass the check") == true)
        #expect(outline["stars 1"] == nil && outline["stars note"] == nil && outline["sign 1"] == nil)
    }
}
