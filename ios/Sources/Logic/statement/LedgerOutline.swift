import Core

/// The sum of a statement, line by line.
extension Element {
    /// Lines with what counts so far; each opens what it is about, if there is something to open.
    static func ledger(
        _ rows: [LedgerRow], _ id: String, _ manner: Manner, _ opens: (LedgerRow) -> Act?
    ) -> [Element] {
        rows.enumerated().map { index, row in
            let act = opens(row)
            let line = LedgerLine(
                label: row.label, detail: row.detail, points: manner.amount(row.points),
                soFar: manner.amount(row.soFar), opens: act != nil)
            let soFar = row.soFar.isEmpty ? "" : "\(manner.words.statementSoFar) \(manner.spoken(row.soFar))"
            let value = sentences([manner.spoken(row.points), row.detail, soFar])
            return .tapped("\(id) \(index + 1)", .ledger(line), row.label, value: value, act)
        }
    }

    /// The total below them.
    static func total(_ score: String, tier: String, _ manner: Manner) -> Element {
        let label = manner.words.statementTotal
        return .read(
            "total", .total(label: label, points: manner.amount(score)), label,
            value: sentences([manner.spoken(score), manner.amount(tier)]))
    }
}
