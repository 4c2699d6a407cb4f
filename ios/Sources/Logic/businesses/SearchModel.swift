import Core
import Observation

/// Looking a business up while typing. It happens on this phone, and nothing is sent.
@MainActor @Observable public final class SearchModel: Typing {
    private let app: AppModel
    /// What was typed.
    public private(set) var query = ""
    /// What was found for it; nothing while nothing is typed.
    public private(set) var found: Load<SearchView>?

    public init(_ app: AppModel) { self.app = app }

    public func load() async {
        if !query.isEmpty { await search() }
    }

    public var typed: [String: String] { [Input.query.rawValue: query] }
    public func restore(_ typed: [String: String]) { query = typed[Input.query.rawValue] ?? "" }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .write(.query, let text):
            query = text
            if text.isEmpty { found = nil } else { await searchSoon() }
        case .press(.again): await search()
        default: break
        }
        return nil
    }

    /// Whoever types on is not asked about every letter.
    private func searchSoon() async {
        let asked = query
        try? await Task.sleep(for: .milliseconds(180))
        if asked == query { await search() }
    }

    private func search() async {
        let asked = query
        let answer = await app.ask { try $0.search(text: asked) }
        // The person may have typed on meanwhile, and an old answer must not stand under a new question.
        if asked == query { found = answer }
    }

    public var outline: Outline {
        let (manner, words) = (app.manner, app.words)
        let field = Field(
            input: .query, label: words.searchLabel, hint: words.searchHint, text: query, note: nil, keys: .words)
        let head: [Element] = [
            .field(field), .row("scan", Row(words.scanTitle), .go(.scan)),
            .text("private", words.searchPrivate, .small),
        ]
        let rest = found?.elements(manner) { laid($0, manner) } ?? before
        return Outline(words.tabBusinesses, body: head + rest)
    }

    /// Before anything is typed.
    private var before: [Element] {
        [
            .row("recent", Row(app.words.searchRecent), .go(.recent)),
            .row("watched", Row(app.words.watchTitle), .go(.watched)),
            .row("answers", Row(app.words.answersTitle), .go(.answers)),
            .row("compare", Row(app.words.compareTitle), .go(.compare([]))),
            .row("registers", Row(app.words.moreRegisters), .go(.registers)),
        ]
    }

    private func laid(_ sheet: SearchView, _ manner: Manner) -> [Element] {
        let words = manner.words
        if let product = sheet.product {
            return Element.scanned(product, manner) + [.text("searched", sheet.searched, .small)]
        }
        let nothing: [Element] =
            sheet.rows.isEmpty && sheet.near.isEmpty && sheet.sound.isEmpty
            ? [.text("empty", sheet.empty.isEmpty ? words.searchNone : sheet.empty)] : []
        let more: [Element] = sheet.moreText.isEmpty ? [] : [.text("more", sheet.moreText, .quiet)]
        return nothing + meant(sheet, words) + near(sheet, words) + sound(sheet, words) + more
            + [.text("searched", sheet.searched, .small)]
    }

    private func meant(_ sheet: SearchView, _ words: Words) -> [Element] {
        if sheet.rows.isEmpty { return [] }
        return [.heading("found", words.searchFound(Int(sheet.found))), .text("order", words.searchOrder, .small)]
            + sheet.rows.map { .business($0) }
    }

    /// Names that are like it. No listing is here, so that nobody is mixed up.
    private func near(_ sheet: SearchView, _ words: Words) -> [Element] {
        if sheet.near.isEmpty { return [] }
        let compare = Card.Tag(mark: Mark(.unknown, words.listingNear), detail: "")
        return [
            .heading("similar", sheet.rows.isEmpty ? words.searchPerhaps : words.searchSimilar),
            .text("similar note", words.searchSimilarNote, .quiet),
        ] + sheet.near.map { .business($0, [compare]) }
    }

    /// Names that are called as it was typed, in pinyin.
    private func sound(_ sheet: SearchView, _ words: Words) -> [Element] {
        if sheet.sound.isEmpty { return [] }
        return [.heading("by sound", words.searchSound(Int(sheet.sounds)))] + sheet.sound.map { .business($0) }
    }
}

extension Element {
    /// A business among others: full name, region and code, and only beside them its tags.
    static func business(_ card: BusinessCard) -> Element {
        business(card, card.shownTags.map { Card.Tag(mark: .of($0), detail: $0.detail) })
    }

    fileprivate static func business(_ card: BusinessCard, _ tags: [Card.Tag]) -> Element {
        let form = Card(title: card.name, translated: card.translated, lines: [card.region, card.code], tags: tags)
        let said = tags.map { sentences([$0.mark.word, $0.detail]) }
        let value = sentences([card.translated, card.region, card.code] + said)
        return tapped("business \(card.uscc)", .card(form), card.name, value: value, .go(.business(uscc: card.uscc)))
    }
}

extension BusinessCard {
    /// The tags that may stand on a card: a listing only beside full name, region and code. Without one of them somebody
    /// else could be meant, and nothing is shown about anybody.
    var shownTags: [ListingTag] {
        let isNamed = [name, region, code].allSatisfy { $0.contains { !$0.isWhitespace } }
        return isNamed ? tags : tags.filter { $0.kind == .notListed || $0.kind == .unknown }
    }
}
