import Core
import Support
import Testing

@testable import Logic

/// Notices: listed, found, read, marked.
@MainActor @Suite struct LetterTests {
    nonisolated static func row(_ n: UInt32, new: Bool = true, state: CheckState = .holds) -> LetterRow {
        LetterRow(
            n: n, title: "Notice of an entry", about: "Littering, −5", keep: "", dates: "Dated then.", isNew: new,
            state: state)
    }

    nonisolated static func list(_ dated: [LetterRow], _ rest: [LetterRow], search: String = "") -> LettersView {
        LettersView(
            membership: "a", text: "2 notices.", state: .holds,
            checks: [LetterCheck(state: .holds, name: "All signed", finding: "Signed.")], proof: "Village",
            search: search, withDate: dated, rest: rest, empty: "", new: 1, note: "Whose time")
    }

    nonisolated static func letter(
        new: Bool, text: [String] = ["Dear resident."], contests: CaseTarget = .letter(n: 6)
    ) -> LetterView {
        LetterView(
            membership: "a", n: 6, heading: "Notice 6", sender: "Village", title: "Notice of an entry", state: .holds,
            checks: [LetterCheck(state: .holds, name: "Signed", finding: "Signed.")], proof: "Village, key 3",
            deadline: nil, text: text, textNote: text.isEmpty ? "Nothing in English." : "", otherText: ["居民您好。"],
            otherTitle: "In Chinese", document: "2026-118", times: [],
            late: [LetterLate(text: "57 days", todo: "Say so.")],
            about: LetterAbout(title: "Littering", points: "−5", text: "In 8", target: .entry(seq: 8, entry: "E")),
            contests: contests, canComply: true, isNew: new)
    }

    let core = WatchedCore()
    let app: AppModel

    init() {
        app = AppModel(core: core, language: .english)
        core.answer("markLetters") { () }
    }

    @Test("those with a day to keep come first, and each opens its page")
    func order() async {
        core.answer("letters") { Self.list([Self.row(2)], [Self.row(1, new: false, state: .fails)]) }
        let model = LettersModel(app, "a")
        await model.load()
        let ids = model.outline.body.map(\.id)
        #expect(
            ids == ["text", "proof", "query", "read all", "with date", "letter 2", "rest", "letter 1", "note"])
        #expect(model.outline["letter 2"]?.act == .go(.letter("a", n: 2)))
        #expect(model.outline["letter 2"]?.value.contains("New") == true)
        #expect(model.outline["letter 1"]?.value.contains("Failed") == true)
    }

    @Test("what is typed is asked for, kept, and answered by nothing older")
    func search() async {
        core.answer("letters") { Self.list([], [Self.row(1)]) }
        let model = LettersModel(app, "a")
        model.restore([Input.query.rawValue: "river"])
        await model.load()
        _ = await model.act(.write(.query, "loan"))
        #expect(model.typed == [Input.query.rawValue: "loan"])
        let news = app.news
        _ = await model.act(.press(.readAll))
        #expect(app.news == news + 1)
    }

    @Test("a notice is marked as read once it is shown, and stays new when that is asked for")
    func marks() async {
        core.answer("letter") { Self.letter(new: true) }
        let model = LetterModel(app, "a", n: 6)
        await model.load()
        #expect(app.news == 1)
        await model.load()
        #expect(app.news == 1, "once")
        core.answer("letter") { Self.letter(new: false) }
        await model.load()
        _ = await model.act(.press(.markNew))
        #expect(app.news == 2)
    }

    @Test("it leads to what it is about, and says what lies apart and what the other language says")
    func page() async {
        core.answer("letter") { Self.letter(new: false) }
        let model = LetterModel(app, "a", n: 6)
        await model.load()
        #expect(model.outline["target"]?.act == .go(.entry("a", seq: 8, entry: "E")))
        #expect(model.outline["late 1"]?.label == "57 days\nSay so.")
        #expect(model.outline["other 1"] == nil)
        _ = await model.act(.press(.otherLanguage))
        #expect(model.outline["other 1"]?.label == "居民您好。")
        core.answer("letter") { Self.letter(new: false, text: []) }
        let only = LetterModel(app, "a", n: 6)
        await only.load()
        #expect(only.outline["text note"] != nil && only.outline["other 1"] != nil && only.outline["other"] == nil)
    }

    @Test("the notice of a further phone leads to the contest of that phone")
    func further() async {
        core.answer("letter") { Self.letter(new: false, contests: .device(key: "onzbyftO")) }
        let model = LetterModel(app, "a", n: 6)
        await model.load()
        #expect(model.outline["contest"]?.act == .go(.contest("a", .device("onzbyftO"))))
    }
}
