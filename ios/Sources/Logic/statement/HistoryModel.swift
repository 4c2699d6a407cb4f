import Core
import Observation

/// Every statement on this phone, and whether the chain of them is whole.
@MainActor @Observable public final class HistoryModel: Reader<StatementsView> {
    private let membership: MembershipId

    public init(_ app: AppModel, _ membership: MembershipId) {
        self.membership = membership
        super.init(app) { try $0.statements(membership: membership) }
    }

    override func title(_ sheet: StatementsView?) -> String { app.words.homeStatements }

    override func lay(_ sheet: StatementsView, _ manner: Manner) -> [Element] {
        let alarms = Element.alarms(sheet.alarms, membership, manner)
        let rows = sheet.rows.map { row in
            let change = [manner.amount(row.change), manner.amount(row.tier)].filter { !$0.isEmpty }
            let lines = [change.joined(separator: " · "), row.note]
            let shown = Row(row.period, value: manner.amount(row.score), lines: lines, mark: .of(row.state, manner))
            return Element.row("statement \(row.seq)", shown, .go(.statement(membership, seq: row.seq)))
        }
        return alarms + [.text("chain", sheet.chain)] + rows
    }
}
