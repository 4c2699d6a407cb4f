import Core
import Observation

/// Every case: what needs the person first, then the nearest date, then what is closed.
@MainActor @Observable public final class CasesModel: Reader<CasesView> {
    private let membership: MembershipId

    public init(_ app: AppModel, _ membership: MembershipId) {
        self.membership = membership
        super.init(app) { try $0.cases(membership: membership) }
    }

    override func title(_ sheet: CasesView?) -> String { app.words.casesTitle }

    override func lay(_ sheet: CasesView, _ manner: Manner) -> [Element] {
        lines {
            if !sheet.empty.isEmpty { Element.text("empty", sheet.empty) }
            for row in sheet.rows {
                let shown = Row(row.title, lines: [row.text, row.next], mark: .of(row.state, row.stateText))
                Element.row("case \(row.id)", shown, .go(.casePage(membership, id: row.id)))
            }
        }
    }
}
