import Core
import Foundation
import Support
import Testing

@testable import Logic

/// What both phones decide for themselves, by the table that Kotlin reads, too.
@MainActor @Suite struct BehaviourTests {
    private let table: JSON

    init() throws {
        let path = "\(setting("STANDING_FIXTURES"))/behaviours.json"
        table = try JSON(text: String(contentsOfFile: path, encoding: .utf8))
    }

    private func rows(_ name: String) throws -> [JSON] {
        let rows = table[name].list
        try #require(!rows.isEmpty)
        return rows
    }

    @Test("text sizes are the table's")
    func textSizes() async throws {
        let app = AppModel(core: try Phone().open(), language: .english)
        let model = SettingsModel(app)
        await model.load()
        guard case .choice(let sizes) = model.outline["textSize"]?.form else { throw Unexpected("no sizes") }
        let expected = try rows("text_sizes").map(\.written)
        #expect(sizes.options.map(\.id) == expected)
    }

    @Test("hours and minutes are read as the table says")
    func durations() throws {
        for row in try rows("durations") {
            let texts: [Input: String] = [.hours: row["hours"].text, .minutes: row["minutes"].text]
            let draft = Draft(kind: .volunteering, rule: "G-1", texts: texts)
            guard case .volunteering(_, _, _, let sum) = draft.record.body else { throw Unexpected("no duration") }
            #expect("\(sum)" == row["sum"].written, "\(row.written)")
        }
    }

    @Test("each network costs what the table says")
    func networks() throws {
        let known: [String: Conditions.Network] = ["none": .none, "metered": .metered, "unmetered": .unmetered]
        for row in try rows("networks") {
            let network = try #require(known[row["network"].text])
            #expect((Conditions(network: network).kind == .metered) == row["charges"].isYes)
        }
        #expect(Conditions.unknown.kind == .metered)
    }

    @Test("each door leads where the table says")
    func doors() throws {
        let places: [String: Place] = [
            "home": .home, "businesses": .businesses, "records": .records, "new record": .kinds("a"), "scan": .scan,
        ]
        for row in try rows("doors") {
            let place = try #require(places[row["leads_to"].text])
            #expect(Arrival(url: "standing-app://\(row["door"].text)").place("a") == place)
        }
    }

    @Test("notices are switched on later, under More")
    func notices() async {
        let model = MoreModel(AppModel(core: WatchedCore(), language: .english), version: "1")
        #expect(model.outline["notices"]?.act == .press(.notices))
        #expect(await model.act(.press(.notices)) == .notices)
    }
}
