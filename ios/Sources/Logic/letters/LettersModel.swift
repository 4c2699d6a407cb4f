import Core
import Observation

/// Every notice of an authority: those with a day to keep first, the others from the newest on.
@MainActor @Observable public final class LettersModel: Typing {
    private let app: AppModel
    private let membership: MembershipId
    private let once = Once()
    private var refusal: Problem?
    /// What was typed into the search.
    public private(set) var query = ""
    /// What was found for it; all notices while nothing is typed.
    public private(set) var found: Load<LettersView> = .loading

    public init(_ app: AppModel, _ membership: MembershipId) {
        self.app = app
        self.membership = membership
    }

    public var typed: [String: String] { [Input.query.rawValue: query] }
    public func restore(_ typed: [String: String]) { query = typed[Input.query.rawValue] ?? "" }

    public func load() async {
        let (membership, asked) = (membership, query)
        let answer = await app.ask { try $0.letters(membership: membership, search: asked) }
        // An old answer must not stand under a new question.
        if asked == query, answer != found { found = answer }
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .write(.query, let text):
            query = text
            await load()
        case .press(.again): await load()
        case .press(.readAll): return await once("mark") { await readAll() }
        default: break
        }
        return nil
    }

    private func readAll() async -> Step? {
        let rows = found.sheet.map { $0.withDate + $0.rest } ?? []
        let (membership, new) = (membership, rows.filter(\.isNew).map(\.n))
        let answer = await app.ask { core in
            try core.markLetters(membership: membership, letters: new, read: true)
            return true
        }
        refusal = answer.problem
        await load()
        if answer.problem == nil { app.tellNews() }
        return nil
    }

    public var outline: Outline {
        let manner = app.manner
        return Outline(app.words.lettersTitle, body: found.elements(manner) { laid($0, manner) })
    }

    private func laid(_ sheet: LettersView, _ manner: Manner) -> [Element] {
        let words = manner.words
        return lines {
            if !sheet.text.isEmpty { head(sheet, manner) }
            if !sheet.empty.isEmpty { Element.text("empty", sheet.empty) }
            if !sheet.withDate.isEmpty { Element.heading("with date", words.lettersWithDate) }
            rows(sheet.withDate, manner)
            if !sheet.withDate.isEmpty && !sheet.rest.isEmpty { Element.heading("rest", words.lettersRest) }
            rows(sheet.rest, manner)
            if !sheet.text.isEmpty { Element.text("note", sheet.note, .small) }
        }
    }

    private func head(_ sheet: LettersView, _ manner: Manner) -> [Element] {
        let words = manner.words
        let field = Field(
            input: .query, label: words.lettersSearch, hint: "", text: query, note: nil, keys: .words)
        let doubts = sheet.checks.filter { $0.state != .holds }
        return lines {
            Element.text("text", sheet.text, .strong)
            Element.proof(sheet.checks, sheet.proof, manner)
            for (index, check) in doubts.enumerated() { Element.text("doubt \(index + 1)", check.finding, .small) }
            Element.field(field)
            if sheet.new > 0 { Element.button("read all", words.lettersReadAll, .link, .press(.readAll)) }
            if let refusal { Element.problem("refusal", refusal, manner) }
        }
    }

    private func rows(_ rows: [LetterRow], _ manner: Manner) -> [Element] {
        rows.map { .letter($0, membership, manner) }
    }
}

extension Element {
    /// A notice in short. What is new says so; so does what did not pass the checks.
    static func letter(_ row: LetterRow, _ membership: MembershipId, _ manner: Manner) -> Element {
        let new = row.isNew ? Mark(.unread, manner.words.letterNew) : nil
        let mark = row.state == .holds ? new : .of(row.state, manner)
        let shown = Row(row.title, lines: [manner.sentence(row.about), row.keep, row.dates], mark: mark)
        return .row("letter \(row.n)", shown, .go(.letter(membership, n: row.n)))
    }

    /// Who signed notices, and what was checked of them.
    static func proof(_ checks: [LetterCheck], _ text: String, _ manner: Manner) -> Element {
        let marks = checks.map { Mark.of($0.state, manner, word: $0.name) }
        return read("proof", .proof(marks, text), sentences(marks.map(\.word)), value: text)
    }
}
