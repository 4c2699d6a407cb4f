import Core
import Observation

/// One business: its code, every standing listing, and what each list rests on.
@MainActor @Observable public final class BusinessModel: Reader<BusinessView> {
    private let uscc: String
    private var isNoted = false

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
            if !sheet.others.isEmpty { Element.heading("others", manner.words.businessOthers) }
            for (index, text) in sheet.others.enumerated() { Element.text("other \(index + 1)", text) }
            lists(sheet, manner)
        }
    }

    public override func act(_ act: Act) async -> Step? {
        if act == .press(.copy) { return sheet.sheet.map { .copy($0.card.uscc) } }
        return await super.act(act)
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
        return head + facts + [reply]
    }

    private func lists(_ sheet: BusinessView, _ manner: Manner) -> [Element] {
        let rows = sheet.lists.enumerated().map { index, proof in
            let row = Row(proof.authority, lines: [proof.text], mark: .of(proof.state, manner, word: proof.mark))
            return Element.row("list \(index + 1)", row, .go(.freshness))
        }
        return rows
    }
}
