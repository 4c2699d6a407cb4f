import Core
import Observation

/// The household's stars, as one statement sets them.
@MainActor @Observable public final class StarsModel: Reader<StatementView> {
    private let membership: MembershipId
    private let seq: UInt32

    public init(_ app: AppModel, _ membership: MembershipId, seq: UInt32) {
        self.membership = membership
        self.seq = seq
        super.init(app) { try $0.statement(membership: membership, seq: seq) }
    }

    override func title(_ sheet: StatementView?) -> String { app.words.homeStars }

    override func lay(_ sheet: StatementView, _ manner: Manner) -> [Element] {
        let rows = sheet.stars.flatMap { row in
            let counts = Element.read(
                "points \(row.category)", .text(manner.amount(row.points), .small), manner.spoken(row.points))
            let set = Element.text("set \(row.category)", row.detail, .quiet)
            let place = Place.contest(membership, .star(row.id))
            let contest = Element.button(
                "contest \(row.category)", manner.words.starContest(row.name), .link, .go(place))
            let ledger = Place.told(membership, .stars(row.category))
            let told = Element.button("told \(row.category)", manner.words.starTold(row.name), .link, .go(ledger))
            return [.stars(row)] + (row.points.isEmpty ? [] : [counts]) + (row.detail.isEmpty ? [] : [set]) + [told, contest]
        }
        let none = Element.text("empty", manner.words.screenEmpty)
        return [.text("statement", sheet.title, .quiet)] + (rows.isEmpty ? [none] : rows)
            + Element.proof(sheet.proof, opens: .checks(membership, seq: seq), manner)
            + [.row("rulebook", Row(manner.words.rulebookOpen), .go(.rulebook(membership)))]
    }
}
