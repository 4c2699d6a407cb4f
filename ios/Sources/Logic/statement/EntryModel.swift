import Core
import Observation

/// One entry in full: what it counts, whether anyone told the person, where it comes from, what can be done.
@MainActor @Observable public final class EntryModel: Reader<EntryView> {
    private let membership: MembershipId
    private let seq: UInt32

    public init(_ app: AppModel, _ membership: MembershipId, seq: UInt32, entry: String) {
        self.membership = membership
        self.seq = seq
        super.init(app) { try $0.entry(membership: membership, seq: seq, entry: entry) }
    }

    override func title(_ sheet: EntryView?) -> String { app.words.entryTitle }

    override func lay(_ sheet: EntryView, _ manner: Manner) -> [Element] {
        let words = manner.words
        let row = PointsRow(points: sheet.points, title: sheet.title, detail: sheet.counts, mark: nil)
        let told = Mark(sheet.told.told ? .holds : .bell, words.entryTold)
        let ledger = Place.told(membership, .entry(sheet.entry))
        let origin = sheet.origin.enumerated().map { Element.fact("origin \($0 + 1)", $1) }
        return [.points("entry", row, nil, manner), .text("rule", sheet.rule, .small)]
            + Element.proof(sheet.proof, opens: .checks(membership, seq: seq), manner)
            + [
                .note("told", told, sheet.told.text), .button("told all", words.entryToldAll, .link, .go(ledger)),
                .heading("origin", words.entryOrigin),
            ] + origin
            + whatIf(sheet, manner) + steps(sheet, manner)
    }

    private func whatIf(_ sheet: EntryView, _ manner: Manner) -> [Element] {
        if sheet.ifRemoved.isEmpty || manner.hidesAmounts { return [] }
        return [.heading("what if", manner.words.entryWhatIf), .text("if removed", sheet.ifRemoved)]
    }

    private func repair(_ remedy: RemedyView?, _ words: Words) -> [Element] {
        guard let remedy else { return [] }
        return [.heading("repair heading", words.entryRepair)] + Element.remedy("repair", remedy, words)
    }

    private func steps(_ sheet: EntryView, _ manner: Manner) -> [Element] {
        let steps = sheet.steps.enumerated().map { Element.fact("step \($0 + 1)", $1) }
        let place = Place.contest(membership, .entry(sheet.entry))
        let contest = Element.button("contest", manner.words.entryContest, .filled, .go(place))
        let comply = Element.button(
            "comply", manner.words.complyOpen, .link, .go(.comply(membership, .entry(sheet.entry))))
        let deeds = sheet.canComply ? [contest, comply] : [contest]
        return [.heading("steps", manner.words.entryCanDo)] + deeds + repair(sheet.repair, manner.words) + steps
    }
}
