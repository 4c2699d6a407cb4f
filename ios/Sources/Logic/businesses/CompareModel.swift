import Core
import Observation

/// Two to four businesses side by side, in words: no total, no winner.
@MainActor @Observable public final class CompareModel: Typing {
    private let app: AppModel
    /// Those that are compared, in the order in which they were chosen.
    public private(set) var codes: [String]
    private var query = ""
    private var sheet: Load<ComparisonView> = .loading
    private var found: Load<SearchView>?
    private var recent: [RecentRow]?

    public init(_ app: AppModel, _ codes: [String]) { (self.app, self.codes) = (app, codes) }

    /// What the page shows, once it is there.
    public var view: ComparisonView? { sheet.sheet }

    public var typed: [String: String] {
        [Input.query.rawValue: query, Input.compared.rawValue: codes.joined(separator: " ")]
    }

    public func restore(_ typed: [String: String]) {
        query = typed[Input.query.rawValue] ?? ""
        if let kept = typed[Input.compared.rawValue] { codes = kept.split(separator: " ").map(String.init) }
    }

    public func load() async {
        let asked = codes
        let answer = await app.ask { try $0.compare(codes: asked) }
        // The person may have chosen on meanwhile.
        if asked == codes { sheet = answer }
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .write(.query, let text): (query, found) = (text, nil)
        case .press(.find): await find()
        case .press(.chooseRecent): recent = await app.ask { try $0.recent() }.sheet?.rows
        case .press(.again): await load()
        case .choose(.compared, let code) where !codes.contains(code): await choose(codes + [code])
        case .choose(.leftOut, let code): await choose(codes.filter { $0 != code })
        default: break
        }
        return nil
    }

    private func choose(_ next: [String]) async {
        (codes, query, found) = (next, "", nil)
        await load()
    }

    private func find() async {
        let asked = query
        guard !asked.isEmpty else { return }
        let answer = await app.ask { try $0.search(text: asked) }
        if asked == query { found = answer }
    }

    public var outline: Outline {
        let manner = app.manner
        return Outline(manner.words.compareTitle, body: sheet.elements(manner) { laid($0, manner) })
    }

    private func laid(_ view: ComparisonView, _ manner: Manner) -> [Element] {
        let words = manner.words
        return lines {
            for card in view.businesses { chosen(card, words) }
            if !view.todo.isEmpty { Element.text("todo", view.todo) }
            for (index, section) in view.sections.enumerated() { rows(section, index, manner) }
            if !view.sections.isEmpty {
                Element.text("note", view.note, .strong)
                Element.text("note text", view.noteText)
            }
            Element.text("private", words.comparePrivate, .small)
            if !view.full { choices(manner) }
        }
    }

    private func chosen(_ card: BusinessCard, _ words: Words) -> [Element] {
        let name = card.name.isEmpty ? card.code : card.name
        let row = Row(name, lines: [card.translated, card.region, card.code].filter { !$0.isEmpty })
        return [
            .row("business \(card.uscc)", row, .go(.business(uscc: card.uscc))),
            .button("leave out \(card.uscc)", words.compareLeaveOut(name), .link, .choose(.leftOut, card.uscc)),
        ]
    }

    private func rows(_ section: ComparedSection, _ at: Int, _ manner: Manner) -> [Element] {
        let rows = section.rows.enumerated().map { index, row in
            // Of what is known only the words are shown: that a list is known is no praise.
            let cells = row.cells.map { cell in
                let text = cell.items.flatMap { [$0.text] + $0.lines }.filter { !$0.isEmpty }.joined(separator: "\n")
                return Compared.Cell(text: text, mark: cell.state == .holds ? nil : .of(cell.state, manner))
            }
            let names = row.cells.map(\.business)
            let form = Compared(label: row.label, mark: nil, names: names, cells: cells, isHead: false)
            return Element.compared("row \(at + 1) \(index + 1)", form)
        }
        return [.heading("section \(at + 1)", section.title)] + rows
    }

    /// Another one: by name or code, or from what was opened lately. No listing is shown here.
    private func choices(_ manner: Manner) -> [Element] {
        let words = manner.words
        let field = Field(
            input: .query, label: words.searchLabel, hint: words.searchHint, text: query, note: nil, keys: .words)
        let head: [Element] = [
            .heading("add", words.compareAdd), .field(field),
            .button("find", words.actionSearch, .outlined, .press(.find), enabled: !query.isEmpty),
        ]
        guard let found else {
            guard let recent else {
                return head + [.button("recent", words.searchRecent, .link, .press(.chooseRecent))]
            }
            let rows = recent.filter { !codes.contains($0.uscc) }
            let heading: [Element] = rows.isEmpty ? [] : [.heading("recent", words.searchRecent)]
            return head + heading + rows.map { choice($0.uscc, Row($0.name, lines: [$0.region, $0.code])) }
        }
        return head
            + found.elements(manner) { sheet in
                let cards = (sheet.rows + sheet.near + sheet.sound).filter { !codes.contains($0.uscc) }
                let rows = Dictionary(grouping: cards.enumerated(), by: \.element.uscc).compactMap(\.value.first)
                let once = rows.sorted { $0.offset < $1.offset }.map(\.element)
                if once.isEmpty { return [.text("none", sheet.empty)] }
                return once.map { choice($0.uscc, Row($0.name, lines: [$0.region, $0.code])) }
            }
    }

    private func choice(_ uscc: String, _ row: Row) -> Element {
        .row("choice \(uscc)", row, .choose(.compared, uscc))
    }
}
