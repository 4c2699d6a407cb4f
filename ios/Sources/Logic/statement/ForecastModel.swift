import Core
import Observation

/// What comes next: the score of each coming quarter if nothing is added, the next level, what may still count this
/// year.
@MainActor @Observable public final class ForecastModel: Reader<ForecastView> {
    private let membership: MembershipId

    public init(_ app: AppModel, _ membership: MembershipId) {
        self.membership = membership
        super.init(app) { try $0.forecast(membership: membership) }
    }

    override func title(_ sheet: ForecastView?) -> String { app.words.forecastTitle }

    override func lay(_ sheet: ForecastView, _ manner: Manner) -> [Element] {
        lines {
            head(sheet, manner)
            for (index, quarter) in sheet.quarters.enumerated() { self.quarter(index + 1, quarter, sheet, manner) }
            if !sheet.later.isEmpty { Element.text("later", sheet.later, .small) }
            Element.note("caveat", Mark(.info, ""), sheet.caveat)
            next(sheet, manner)
            rooms(sheet, manner)
        }
    }

    private func head(_ sheet: ForecastView, _ manner: Manner) -> [Element] {
        let words = manner.words
        let place = sheet.seq.map { Place.checks(membership, seq: $0) }
        let from = [sheet.authority, sheet.seq.map { words.statementNumber(Int($0)) } ?? ""]
        return lines {
            Element.text("from", from.filter { !$0.isEmpty }.joined(separator: " · "), .quiet)
            if sheet.empty.isEmpty { Element.title(words.forecastIfNothing) }
            if !sheet.empty.isEmpty { Element.text("empty", sheet.empty) }
            if !manner.sentence(sheet.heading).isEmpty { Element.text("heading", sheet.heading) }
            for (index, text) in sheet.differences.enumerated() {
                Element.note("difference \(index + 1)", Mark(.fails, words.statementDiffers), manner.sentence(text))
            }
            if let proof = sheet.proof { Element.proof(proof, opens: place, manner) }
        }
    }

    /// The last day of a quarter, what moves the score until then, and what follows from that.
    private func quarter(_ n: Int, _ row: QuarterRow, _ sheet: ForecastView, _ manner: Manner) -> [Element] {
        let words = manner.words
        let standing = [row.score, row.tier].filter { !$0.isEmpty }.map(manner.amount)
        let none = row.moves.isEmpty ? [words.forecastNoChange] : []
        // A level is an amount, too.
        let then = manner.hidesAmounts ? [] : row.consequences
        return lines {
            Element.row("quarter \(n)", Row(row.day, value: standing.joined(separator: " · "), lines: none), nil)
            for (index, move) in row.moves.enumerated() {
                self.move("quarter \(n) move \(index + 1)", move, sheet, manner)
            }
            for (index, text) in then.enumerated() {
                Element.note("quarter \(n) then \(index + 1)", Mark(.becomes, text), "")
            }
        }
    }

    private func move(_ id: String, _ move: MoveRow, _ sheet: ForecastView, _ manner: Manner) -> Element {
        let row = PointsRow(points: move.points, title: move.label, detail: move.when, mark: nil)
        guard let (entry, seq) = move.entry.flatMap({ entry in sheet.seq.map { (entry, $0) } }) else {
            return .points(id, row, nil, manner)
        }
        return .points(id, row, .go(.entry(membership, seq: seq, entry: entry)), manner)
    }

    private func next(_ sheet: ForecastView, _ manner: Manner) -> [Element] {
        guard let next = sheet.nextTier, !manner.hidesAmounts else { return [] }
        return [.heading("next", next.title), .text("next text", next.text)]
    }

    private func rooms(_ sheet: ForecastView, _ manner: Manner) -> [Element] {
        if sheet.rooms.isEmpty && sheet.roomNote.isEmpty { return [] }
        return lines {
            Element.heading("rooms", sheet.roomTitle)
            for room in sheet.rooms {
                let row = Row(room.name, value: manner.amount(room.points), lines: [room.text])
                Element.row("room \(room.rule)", row, nil)
            }
            if !sheet.roomNote.isEmpty { Element.text("rooms note", sheet.roomNote, .small) }
        }
    }
}
