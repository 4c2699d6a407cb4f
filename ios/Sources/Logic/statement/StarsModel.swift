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
        let rows = sheet.stars.flatMap { star($0, manner) }
        let none = Element.text("empty", manner.words.screenEmpty)
        return [.text("statement", sheet.title, .quiet)] + (rows.isEmpty ? [none] : rows)
            + Element.proof(sheet.proof, opens: .checks(membership, seq: seq), manner)
            + [.row("rulebook", Row(manner.words.rulebookOpen), .go(.rulebook(membership)))]
    }

    /// The stars of one category: what they count, who set them, when one was told, and the way to contest them.
    private func star(_ row: StarRow, _ manner: Manner) -> [Element] {
        let (id, words) = (row.category, manner.words)
        let ledger = Place.told(membership, .stars(row.category))
        let contest = Place.contest(membership, .star(row.id))
        return lines {
            Element.stars(row)
            if !row.points.isEmpty {
                Element.read("points \(id)", .text(manner.amount(row.points), .small), manner.spoken(row.points))
            }
            if !row.detail.isEmpty { Element.text("set \(id)", row.detail, .quiet) }
            Element.button("told \(id)", words.starTold(row.name), .link, .go(ledger))
            Element.button("contest \(id)", words.starContest(row.name), .link, .go(contest))
        }
    }
}
