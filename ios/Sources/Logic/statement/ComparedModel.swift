import Core
import Observation

/// Any two statements side by side: what moved the score from one to the other, and everything that changed.
@MainActor @Observable public final class ComparedModel: Screen {
    private let app: AppModel
    private let membership: MembershipId
    private var one: UInt32
    private var other: UInt32
    public private(set) var sheet: Load<StatementComparisonView> = .loading

    public init(_ app: AppModel, _ membership: MembershipId, one: UInt32, other: UInt32) {
        self.app = app
        self.membership = membership
        self.one = min(one, other)
        self.other = max(one, other)
    }

    public func load() async {
        let (membership, one, other) = (membership, one, other)
        let found = await app.ask { try $0.compareStatements(membership: membership, one: one, other: other) }
        // An old answer must not be below a newer choice.
        if (one, other) == (self.one, self.other), found != sheet { sheet = found }
    }

    public var outline: Outline {
        let manner = app.manner
        return Outline(manner.words.comparedTitle, body: sheet.elements(manner) { laid($0, manner) })
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .choose(.earlier, let seq): take(UInt32(seq), beside: other)
        case .choose(.later, let seq): take(UInt32(seq), beside: one)
        case .press(.again): break
        default: return nil
        }
        await load()
        return nil
    }

    private func take(_ seq: UInt32?, beside stays: UInt32) {
        guard let seq, seq != stays else { return }
        (one, other) = (min(seq, stays), max(seq, stays))
    }

    private func laid(_ sheet: StatementComparisonView, _ manner: Manner) -> [Element] {
        let words = manner.words
        return lines {
            if !manner.sentence(sheet.heading).isEmpty { Element.title(sheet.heading) }
            side("earlier side", sheet.earlier, manner)
            side("later side", sheet.later, manner)
            // With two there is nothing to choose.
            if sheet.statements.count > 2 {
                Element.choice(choice(.earlier, words.comparedEarlier, sheet.earlier, but: sheet.later, sheet))
                Element.choice(choice(.later, words.comparedLater, sheet.later, but: sheet.earlier, sheet))
            }
            moved(sheet, manner)
            Element.heading("changes", sheet.changesTitle)
            if !sheet.changesEmpty.isEmpty { Element.text("changes empty", sheet.changesEmpty) }
            for (index, row) in sheet.changes.enumerated() { change(index + 1, row, sheet, manner) }
        }
    }

    private func side(_ id: String, _ side: ComparedStatement, _ manner: Manner) -> Element {
        let mark = side.state == .holds ? nil : Mark.of(side.state, manner)
        let row = Row(
            side.name, value: manner.amount(side.score), lines: [manner.amount(side.tier), side.day, side.rulebook],
            mark: mark)
        return .row(id, row, .go(.statement(membership, seq: side.seq)))
    }

    private func choice(
        _ input: Input, _ label: String, _ side: ComparedStatement, but other: ComparedStatement,
        _ sheet: StatementComparisonView
    ) -> Choice {
        let all = sheet.statements.filter { $0.seq != other.seq }
        let options = all.map { Choice.Option(id: "\($0.seq)", text: $0.name) }
        return Choice(input: input, label: label, options: options, chosen: "\(side.seq)", note: nil)
    }

    private func moved(_ sheet: StatementComparisonView, _ manner: Manner) -> [Element] {
        lines {
            Element.heading("moved", sheet.movedTitle)
            if !manner.sentence(sheet.movedAll).isEmpty { Element.text("moved all", sheet.movedAll, .small) }
            if !sheet.movedEmpty.isEmpty { Element.text("moved empty", sheet.movedEmpty) }
            for (index, row) in sheet.moved.enumerated() {
                let shown = PointsRow(
                    points: row.points, title: row.title, detail: manner.sentence(row.detail), mark: nil)
                Element.points("moved \(index + 1)", shown, row.target.opens(membership).map(Act.go), manner)
            }
        }
    }

    private func change(_ n: Int, _ row: ChangeRow, _ sheet: StatementComparisonView, _ manner: Manner) -> Element {
        let untold = row.told.map { !$0.told } ?? false
        let mark = untold ? Mark(.bell, manner.words.toldNot) : nil
        let shown = PointsRow(points: row.points, title: row.title, detail: row.detail, mark: mark)
        let act = row.entry.map { Act.go(.entry(membership, seq: sheet.later.seq, entry: $0)) }
        return .points("change \(n)", shown, act, manner)
    }
}
