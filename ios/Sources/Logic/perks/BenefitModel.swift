import Core
import Observation

/// One perk or restriction: since when, until when, why, and what would change it.
@MainActor @Observable public final class BenefitModel: Reader<BenefitView> {
    private let membership: MembershipId

    public init(_ app: AppModel, _ membership: MembershipId, id: String) {
        self.membership = membership
        super.init(app) { try $0.benefit(membership: membership, id: id) }
    }

    override func title(_ sheet: BenefitView?) -> String { app.words.perksTitle }

    override func lay(_ sheet: BenefitView, _ manner: Manner) -> [Element] {
        let words = manner.words
        let facts = sheet.facts.enumerated().map { Element.fact("fact \($0 + 1)", $1) }
        let place = Place.checks(membership, seq: sheet.seq)
        return lines {
            Element.title(sheet.name)
            Element.text("state", sheet.state)
            sheet.proof.map { Element.proof($0, opens: place, manner) } ?? []
            facts
            Element.heading("why", words.perksWhy)
            why(sheet, manner)
            changes(sheet, manner)
            if sheet.kind == .inForce {
                Element.row("contest", Row(words.perksContest), .go(.contest(membership, .measure(sheet.id))))
            }
            Element.row("rulebook", Row(words.rulebookOpen), .go(.rulebook(membership)))
        }
    }

    override func dock(_ sheet: BenefitView, _ manner: Manner) -> [Element] {
        guard sheet.atTill else { return [] }
        return [.button("till", manner.words.perksTill, .filled, .go(.till(membership, id: sheet.id)))]
    }

    private func why(_ sheet: BenefitView, _ manner: Manner) -> [Element] {
        let texts = [
            ("condition", sheet.condition), ("standing", manner.sentence(sheet.standing)), ("note", sheet.note),
        ]
        let said = texts.filter { !$0.1.isEmpty }.map { Element.text($0.0, $0.1) }
        let origins = sheet.origins.enumerated().map { Element.text("origin \($0 + 1)", $1.text, .small) }
        guard !sheet.difference.isEmpty else { return said + origins }
        return said + [.note("difference", Mark(.fails, manner.words.stateFails), sheet.difference)] + origins
    }

    private func changes(_ sheet: BenefitView, _ manner: Manner) -> [Element] {
        guard !sheet.changes.isEmpty else { return [] }
        let rows = sheet.changes.enumerated().map { index, change in
            let open = change.entry.map { Act.go(.entry(membership, seq: sheet.seq, entry: $0)) }
            let row = Row(change.text, value: manner.sentence(change.away))
            return Element.row("change \(index + 1)", row, open)
        }
        return [.heading("changes", manner.words.perksChanges)] + rows + [.text("caveat", sheet.caveat, .small)]
    }
}

/// A perk for the till: what, until when, who signed it. Nothing about the score, and no name.
@MainActor @Observable public final class TillModel: Reader<TillView> {
    public init(_ app: AppModel, _ membership: MembershipId, id: String) {
        super.init(app) { try $0.till(membership: membership, id: id) }
    }

    override func title(_ sheet: TillView?) -> String { app.words.tillTitle }

    override func lay(_ sheet: TillView, _ manner: Manner) -> [Element] {
        [
            .title(sheet.name), .heading("until", sheet.until), .heading("today", sheet.today),
            .note("proof", .of(sheet.state, manner), sheet.proof), .text("caution", sheet.caution, .small),
        ]
    }
}
