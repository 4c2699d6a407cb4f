import Core
import Observation

/// One statement: how it adds up, line by line.
@MainActor @Observable public final class StatementModel: Reader<StatementView> {
    private let membership: MembershipId
    private let seq: UInt32

    public init(_ app: AppModel, _ membership: MembershipId, seq: UInt32) {
        self.membership = membership
        self.seq = seq
        super.init(app) { try $0.statement(membership: membership, seq: seq) }
    }

    override func title(_ sheet: StatementView?) -> String { sheet?.title ?? app.words.homeStatements }

    override func lay(_ sheet: StatementView, _ manner: Manner) -> [Element] {
        let heading = manner.hidesAmounts ? sheet.title : sheet.heading
        return lines {
            Element.title(heading)
            Element.text("period", sheet.period, .quiet)
            Element.proof(sheet.proof, opens: .checks(membership, seq: seq), manner)
            sum(sheet, manner)
            notCounted(sheet, manner)
            changes(sheet, manner)
            others(sheet, manner)
        }
    }

    private func sum(_ sheet: StatementView, _ manner: Manner) -> [Element] {
        let end = Element.total(sheet.score, tier: sheet.tier, manner)
        let differences = sheet.differences.enumerated().map { index, text in
            Element.note("difference \(index + 1)", Mark(.fails, manner.words.stateFails), text)
        }
        let line = Element.text("sum", manner.sentence(sheet.sum), .small)
        let proof = differences.isEmpty ? [line].filter { !$0.label.isEmpty } : differences
        return Element.ledger(sheet.ledger, "line", manner, entry) + [end] + proof
    }

    private func entry(_ row: LedgerRow) -> Act? {
        row.entry.map { .go(.entry(membership, seq: seq, entry: $0)) }
    }

    private func notCounted(_ sheet: StatementView, _ manner: Manner) -> [Element] {
        if sheet.notCounted.isEmpty { return [] }
        return [.heading("not counted", manner.words.statementNotCounted)]
            + Element.ledger(sheet.notCounted, "ended", manner, entry)
    }

    private func changes(_ sheet: StatementView, _ manner: Manner) -> [Element] {
        if sheet.changes.isEmpty { return [] }
        let rows = sheet.changes.enumerated().map { index, row in
            let shown = PointsRow(points: row.points, title: row.title, detail: row.detail, mark: nil)
            let act = row.entry.map { Act.go(.entry(membership, seq: seq, entry: $0)) }
            return Element.points("change \(index + 1)", shown, act, manner)
        }
        return [.heading("changes", manner.words.statementChanges)] + rows
    }

    private func others(_ sheet: StatementView, _ manner: Manner) -> [Element] {
        let words = manner.words
        let stars: Element? =
            sheet.stars.isEmpty ? nil : .row("stars", Row(words.homeStars), .go(.stars(membership, seq: seq)))
        let ahead: Element? =
            sheet.next == nil ? .row("forecast", Row(words.forecastTitle), .go(.forecast(membership))) : nil
        let before = sheet.previous.map {
            Element.row("previous", Row(words.statementPrevious), .go(.statement(membership, seq: $0)))
        }
        let after = sheet.next.map {
            Element.row("next", Row(words.statementNext), .go(.statement(membership, seq: $0)))
        }
        let place = Place.contest(membership, .statement(sheet.seq))
        let contest = Element.row("contest", Row(words.statementContest), .go(place))
        return [stars, ahead, contest, before, after].compactMap { $0 }
    }
}
