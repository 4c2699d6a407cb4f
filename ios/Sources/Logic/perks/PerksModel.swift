import Core
import Observation

/// Perks and restrictions: what the newest statement opens and closes.
@MainActor @Observable public final class PerksModel: Reader<PerksView> {
    private let membership: MembershipId

    public init(_ app: AppModel, _ membership: MembershipId) {
        self.membership = membership
        super.init(app) { try $0.perks(membership: membership) }
    }

    override func title(_ sheet: PerksView?) -> String { app.words.perksTitle }

    override func lay(_ sheet: PerksView, _ manner: Manner) -> [Element] {
        let words = manner.words
        let place = sheet.seq.map { Place.checks(membership, seq: $0) }
        let texts = [
            ("authority", sheet.authority), ("heading", manner.sentence(sheet.heading)), ("empty", sheet.empty),
        ]
        let head = texts.filter { !$0.1.isEmpty }.map { Element.text($0.0, $0.1, $0.0 == "empty" ? .body : .quiet) }
        let differences = sheet.differences.enumerated().map { index, text in
            Element.note("difference \(index + 1)", Mark(.fails, words.stateFails), text)
        }
        let proof = sheet.proof.map { Element.proof($0, opens: place, manner) } ?? []
        return lines {
            head
            proof
            differences
            for group in sheet.groups { self.group(group, manner) }
            Element.row("rulebook", Row(words.rulebookOpen), .go(.rulebook(membership)))
        }
    }

    private func group(_ group: BenefitGroup, _ manner: Manner) -> [Element] {
        let id = "\(group.kind)"
        let empty: [Element] = group.empty.isEmpty ? [] : [.text("\(id) empty", group.empty, .quiet)]
        let rows = group.rows.flatMap { row in
            [benefit(row, manner)] + (group.kind == .inForce ? against(row, manner) : [])
        }
        return [.heading(id, group.title)] + empty + rows
    }

    /// What can be done about a restriction that is in force.
    private func against(_ row: BenefitRow, _ manner: Manner) -> [Element] {
        let (words, about) = (manner.words, About.measure(row.id))
        return [
            .button("contest \(row.id)", words.measureContest(row.name), .link, .go(.contest(membership, about))),
            .button("comply \(row.id)", words.complyMeasure(row.name), .link, .go(.comply(membership, about))),
        ]
    }

    private func benefit(_ row: BenefitRow, _ manner: Manner) -> Element {
        let origins = row.origins.map(\.text)
        let lines = [row.dates, row.condition, manner.sentence(row.standing), row.note] + origins
        let mark = row.difference.isEmpty ? nil : Mark(.fails, row.difference)
        return .row("benefit \(row.id)", Row(row.name, lines: lines, mark: mark), .go(.benefit(membership, id: row.id)))
    }
}
