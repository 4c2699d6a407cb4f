import Core
import Support
import Testing

@testable import Logic

/// Help and words, the sample, and the appearance.
@MainActor @Suite struct HelpTests {
    let core = WatchedCore()
    var app: AppModel { AppModel(core: core, language: .english) }

    @Test("before anything is connected, the first page leads to the sample and to the words")
    func first() async throws {
        let app = app
        core.answer("memberships") { [MembershipView]() }
        let session = Session(app)
        await session.load()
        let home = HomeModel(app, session).outline
        #expect(home["sample"]?.act == .go(.sample) && home["help"]?.act == .go(.help))
        #expect(MoreModel(app, version: "1").outline["help"]?.act == .go(.help))
    }

    @Test("each word stands with its meaning, in both languages", arguments: [Language.english, .chinese])
    func words(_ language: Language) async throws {
        let app = AppModel(core: try Phone().open(language == .english ? "en" : "zh-Hans"), language: language)
        let model = HelpModel(app)
        await model.load()
        let words = model.outline.body.filter { $0.id.hasPrefix("word ") }
        #expect(words.count > 20 && words.allSatisfy { !$0.label.isEmpty && $0.value.count > 5 && $0.act == nil })
        #expect(model.outline["sample"]?.act == .go(.sample))
    }

    @Test("the sample says what it is before anything else, opens nothing, and hides its amounts")
    func sample() async throws {
        let phone = try Phone().open()
        let app = AppModel(core: phone, language: .english)
        let model = SampleModel(app)
        await model.load()
        let outline = model.outline
        #expect(outline.body.first?.id == "note" && outline.body.first?.label.contains("invented") == true)
        #expect(outline.body.allSatisfy { $0.act == nil })
        #expect(outline["total"]?.value.contains("71") == true)
        #expect(outline["join"]?.act == .go(.join(link: "")))
        await app.readSettings()
        _ = await app.keep(try phone.settings().with(hideAmounts: true))
        #expect(!model.outline.elements.contains { "\($0.label) \($0.value)".contains("71") })
    }

    @Test("light, dark and the phone's own are chosen and kept")
    func appearance() async throws {
        let phone = try Phone().open()
        let app = AppModel(core: phone, language: .english)
        let model = SettingsModel(app)
        await model.load()
        for (chosen, kept) in [("dark", .dark), ("light", .light), ("", nil)] as [(String, Appearance?)] {
            _ = await model.act(.choose(.appearance, chosen))
            #expect(try phone.settings().appearance == kept)
        }
    }
}
