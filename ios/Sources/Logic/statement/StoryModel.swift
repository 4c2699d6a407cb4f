import Core
import Observation

/// How the score came about: every statement as a chart and as a table, what moved it, and whether one is missing.
@MainActor @Observable public final class StoryModel: Reader<StoryView> {
    private let membership: MembershipId

    public init(_ app: AppModel, _ membership: MembershipId) {
        self.membership = membership
        super.init(app) { try $0.story(membership: membership) }
    }

    override func title(_ sheet: StoryView?) -> String { app.words.homeStatements }

    override func lay(_ sheet: StoryView, _ manner: Manner) -> [Element] {
        lines {
            Element.alarms(sheet.alarms, membership, manner)
            head(sheet, manner)
            chart(sheet, manner)
            moved(sheet, manner)
            table(sheet, manner)
            compare(sheet, manner)
            rulebooks(sheet, manner)
        }
    }

    private func head(_ sheet: StoryView, _ manner: Manner) -> [Element] {
        let marks = sheet.checks.map { Mark.of($0.state, manner, word: $0.mark) }
        let doubts = sheet.checks.filter { $0.state != .holds }
        return lines {
            if !sheet.empty.isEmpty { Element.text("empty", sheet.empty) }
            if !sheet.period.isEmpty { Element.text("period", sheet.period, .quiet) }
            if !manner.sentence(sheet.heading).isEmpty { Element.title(sheet.heading) }
            if !marks.isEmpty {
                Element.read("proof", .proof(marks, sheet.proof), sentences(marks.map(\.word)), value: sheet.proof)
            }
            for (index, doubt) in doubts.enumerated() where !manner.hidesAmounts {
                Element.text("doubt \(index + 1)", doubt.finding, .small)
            }
            for (index, finding) in sheet.findings.enumerated() where !manner.hidesAmounts {
                let act = finding.seq.map { Act.go(.statement(membership, seq: $0)) }
                let mark = Mark.of(finding.state, manner, word: finding.text)
                Element.tapped("finding \(index + 1)", .note(mark, ""), finding.text, act)
            }
        }
    }

    /// In elder mode its sentence and the table stay.
    private func chart(_ sheet: StoryView, _ manner: Manner) -> [Element] {
        guard let chart = sheet.chart, !manner.hidesAmounts else { return [] }
        if manner.elder { return [.text("chart", chart.spoken)] }
        return [
            .read("chart", .chart(chart), chart.spoken, [.image]), .text("chart note", chart.note, .small),
        ]
    }

    private func moved(_ sheet: StoryView, _ manner: Manner) -> [Element] {
        lines {
            if !sheet.movedTitle.isEmpty {
                Element.heading("moved", sheet.movedTitle)
                if !manner.sentence(sheet.movedAll).isEmpty { Element.text("moved all", sheet.movedAll, .small) }
            }
            if !sheet.movedEmpty.isEmpty { Element.text("moved empty", sheet.movedEmpty) }
            for (index, row) in sheet.moved.enumerated() {
                let detail = manner.sentence(row.detail)
                let shown = PointsRow(points: row.points, title: row.title, detail: detail, mark: nil)
                Element.points("moved \(index + 1)", shown, row.target.opens(membership).map(Act.go), manner)
            }
            for (index, text) in sheet.past.enumerated() where !manner.hidesAmounts {
                Element.text("past \(index + 1)", text, .small)
            }
        }
    }

    private func table(_ sheet: StoryView, _ manner: Manner) -> [Element] {
        lines {
            if !sheet.rows.isEmpty { Element.heading("every", manner.words.storyEvery) }
            for row in sheet.rows {
                line(row, manner)
                if !row.rulebook.isEmpty {
                    Element.note("rulebook \(row.seq)", Mark(.info, row.rulebook), "")
                }
            }
        }
    }

    private func line(_ row: StoryRow, _ manner: Manner) -> Element {
        let amounts = [manner.amount(row.tier), manner.amount(row.change)].filter { !$0.isEmpty }
        let lines = [row.day.isEmpty ? "" : row.name, amounts.joined(separator: " · ")]
        let doubt = row.state == .holds ? nil : Mark.of(row.state, manner, word: row.note)
        let more = doubt == nil ? [row.note] : []
        let shown = Row(
            row.day.isEmpty ? row.name : row.day, value: manner.amount(row.score), lines: lines + more, mark: doubt)
        return .row("statement \(row.seq)", shown, .go(.statement(membership, seq: row.seq)))
    }

    private func rulebooks(_ sheet: StoryView, _ manner: Manner) -> [Element] {
        let versions = sheet.rulebooks.map(\.version)
        guard versions.count > 1, let last = versions.last else { return [] }
        let place = Place.rulebooks(membership, from: versions[versions.count - 2], to: last)
        return [.row("rulebooks", Row(manner.words.storyRulebooks), .go(place))]
    }

    private func compare(_ sheet: StoryView, _ manner: Manner) -> [Element] {
        let readable = sheet.rows.filter { !$0.day.isEmpty }.map(\.seq)
        guard readable.count > 1, let first = readable.last, let last = readable.first else { return [] }
        let place = Place.comparedStatements(membership, one: first, other: last)
        return [.row("compare", Row(manner.words.storyCompare), .go(place))]
    }
}

extension MovedTarget {
    /// The page of what moved a score.
    func opens(_ membership: MembershipId) -> Place? {
        switch self {
        case .nothing: nil
        case .entry(let seq, let entry): .entry(membership, seq: seq, entry: entry)
        case .statement(let seq): .statement(membership, seq: seq)
        case .rulebooks(let from, let to): .rulebooks(membership, from: from, to: to)
        }
    }
}
