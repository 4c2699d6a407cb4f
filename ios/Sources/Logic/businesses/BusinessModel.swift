import Core
import Observation

/// One business: its code, every standing listing, and what each list rests on.
@MainActor @Observable public final class BusinessModel: Reader<BusinessView> {
    private let uscc: String
    private var isNoted = false
    private var isSaved = false
    private var refusal: Problem?

    public init(_ app: AppModel, uscc: String) {
        self.uscc = uscc
        super.init(app) { try $0.business(uscc: uscc) }
    }

    public override func load() async {
        await super.load()
        guard !isNoted else { return }
        isNoted = true
        let uscc = uscc
        // A full phone still shows the business; it is only not among the recent ones.
        _ = await app.ask { core in
            try core.noteLookup(uscc: uscc)
            return true
        }
    }

    override func title(_ sheet: BusinessView?) -> String { app.words.tabBusinesses }

    override func lay(_ sheet: BusinessView, _ manner: Manner) -> [Element] {
        let card = sheet.card
        return lines {
            if let refusal { Element.problem("refusal", refusal, manner) }
            Element.title(card.name.isEmpty ? card.code : card.name)
            if !card.translated.isEmpty { Element.text("translated", card.translated, .quiet) }
            if !card.region.isEmpty { Element.text("region", card.region, .quiet) }
            Element.tapped("code", .code(card.code), manner.words.businessCode, value: card.code, .press(.copy))
            for (index, check) in sheet.codeChecks.enumerated() { Element.fact("code check \(index + 1)", check) }
            for (index, tag) in card.shownTags.enumerated() { tagged(tag, "tag \(index + 1)") }
            for (index, line) in sheet.verdicts.enumerated() {
                // That a list is known is no praise: only what is not known has a sign.
                if line.state == .holds {
                    Element.text("verdict \(index + 1)", line.text)
                } else {
                    Element.note("verdict \(index + 1)", .of(line.state, manner), line.text)
                }
            }
            Element.alarms(sheet.alarms, nil, manner)
            aloud(sheet, manner)
            for (index, one) in sheet.listings.enumerated() { listing(one, "listing \(index + 1)", manner) }
            letters(sheet.letters, manner.words)
            if !sheet.others.isEmpty { Element.heading("others", manner.words.businessOthers) }
            for (index, text) in sheet.others.enumerated() { Element.text("other \(index + 1)", text) }
            lists(sheet, manner)
            saving(manner.words)
        }
    }

    private func saving(_ words: Words) -> [Element] {
        if isSaved { return [.row("saved", Row(words.businessSaved), .go(.answers))] }
        return [.button("save", words.businessSave, .outlined, .press(.saveAnswer))]
    }

    override func dock(_ sheet: BusinessView, _ manner: Manner) -> [Element] {
        guard !sheet.card.name.isEmpty else { return [] }
        let watch = sheet.watched ? manner.words.businessWatchStop : manner.words.businessWatch
        return [
            .button("compare", manner.words.businessCompare, .outlined, .go(.compare([uscc]))),
            .button("watch", watch, .outlined, .press(sheet.watched ? .unwatchBusiness : .watchBusiness)),
        ]
    }

    public override func act(_ act: Act) async -> Step? {
        let uscc = uscc
        switch act {
        case .press(.copy): return sheet.sheet.map { .copy($0.card.uscc) }
        case .press(.watchBusiness): return await change { try $0.watch(uscc: uscc) }
        case .press(.unwatchBusiness): return await change { try $0.unwatch(uscc: uscc) }
        case .press(.saveAnswer): return await save()
        default: return await super.act(act)
        }
    }

    private func change(_ deed: @escaping @Sendable (any AppProtocol) throws -> Void) async -> Step? {
        await once("watch") {
            let answer = await app.ask { core in
                try deed(core)
                return Kept()
            }
            refusal = answer.problem
            await load()
            return nil
        }
    }

    private func save() async -> Step? {
        let uscc = uscc
        return await once("save") {
            let answer = await app.askAfar { core in
                try await core.saveAnswer(uscc: uscc)
                return Kept()
            }
            refusal = answer.problem
            isSaved = answer.sheet != nil
            return nil
        }
    }

    private func tagged(_ tag: ListingTag, _ id: String) -> Element {
        .read(id, .tag(.of(tag), detail: tag.detail), tag.text, value: tag.detail)
    }

    private func aloud(_ sheet: BusinessView, _ manner: Manner) -> [Element] {
        guard manner.elder else { return [] }
        let text = sentences([sheet.card.name, sheet.verdictText])
        return [.aloud("read verdict", text, manner)]
    }

    private func listing(_ one: ListingView, _ id: String, _ manner: Manner) -> [Element] {
        let head: [Element] = [
            tagged(one.tag, "\(id) tag"), .heading("\(id) conduct", one.conduct),
            .text("\(id) state", one.state, .quiet),
        ]
        let facts = one.facts.enumerated().map { Element.fact("\(id) fact \($0 + 1)", $1) }
        let reply: Element =
            one.replied
            ? .read("\(id) reply", .quote(one.reply), sentences([manner.words.businessReply, one.reply]))
            : .text("\(id) reply", one.reply.isEmpty ? manner.words.listingNoReply : one.reply, .small)
        let origin: [Element] =
            one.replyOrigin.isEmpty ? [] : [.text("\(id) reply origin", one.replyOrigin, .small)]
        return head + facts + history(one, id, manner) + [reply] + origin + remedies(one, id, manner)
            + own(one.key, id, manner.words)
    }

    /// How far it is, what happened to it and what comes.
    private func history(_ one: ListingView, _ id: String, _ manner: Manner) -> [Element] {
        let events = one.history.enumerated().map { Element.event("\(id) event \($0 + 1)", $1) }
        let term = Element.read("\(id) term", .term(one.term), one.term.text)
        return [.heading("\(id) history", manner.words.businessHistory), term] + events
    }

    /// What whoever runs the business can write about it: by letter alone.
    private func own(_ key: ListingKey?, _ id: String, _ words: Words) -> [Element] {
        guard let key else { return [] }
        let name = ListingName(key)
        return [
            .text("\(id) own", words.businessOwn, .small),
            .button("\(id) contest", words.businessContest, .link, .go(.listingForm(name, done: false))),
            .button("\(id) done", words.complyOpen, .link, .go(.listingForm(name, done: true))),
        ]
    }

    /// Letters about its listings that were written on this phone.
    private func letters(_ rows: [ListingLetterRow], _ words: Words) -> [Element] {
        if rows.isEmpty { return [] }
        let shown = rows.map { row in
            Element.row("letter \(row.id)", Row(row.title, lines: [row.text]), .go(.listingCase(id: row.id)))
        }
        return [.heading("letters", words.businessLetters)] + shown
    }

    /// What the business itself can do, and when: whoever runs it reads the same page.
    private func remedies(_ one: ListingView, _ id: String, _ manner: Manner) -> [Element] {
        if one.remedies.isEmpty { return [] }
        let each = one.remedies.enumerated().flatMap { index, remedy in
            Element.remedy("\(id) remedy \(index + 1)", remedy, manner.words)
        }
        return [.heading("\(id) remedies", manner.words.businessRemedies)] + each
    }

    private func lists(_ sheet: BusinessView, _ manner: Manner) -> [Element] {
        let rows = sheet.lists.enumerated().map { index, proof in
            let row = Row(proof.authority, lines: [proof.text], mark: .of(proof.state, manner, word: proof.mark))
            return Element.row("list \(index + 1)", row, .go(.freshness))
        }
        return rows
    }
}
