import Logic
import SwiftUI

/// What an element looks like: each form has one view.
struct LookView: View {
    let element: Element
    let glass: AnyView?

    var body: some View {
        switch element.form {
        case .title(let text): HeadingView(text: text, font: .title)
        case .heading(let text): HeadingView(text: text, font: .headline)
        case .text(let text, let tone): ToneView(text: text, tone: tone).padding(.vertical, 4)
        case .code(let text): CodeView(text: text)
        case .quote(let text): QuoteView(text: text)
        case .fact(let label, let value, let note): FactView(label: label, value: value, note: note)
        case .row(let row): RowView(row: row, opens: element.act != nil)
        case .button(let text, let look): ButtonView(text: text, look: look, enabled: element.enabled)
        case .problem(let mark, let problem):
            ProblemView(mark: mark, happened: problem.happened, safe: problem.safe, todo: problem.todo)
        default: about
        }
    }

    @ViewBuilder private var about: some View {
        switch element.form {
        case .score(let score): ScoreView(score: score)
        case .proof(let marks, let text): ProofView(marks: marks, text: text, opens: element.act != nil)
        case .check(let lines): CheckView(lines: lines)
        case .points(let row): PointsView(row: row, opens: element.act != nil)
        case .ledger(let line): LedgerView(line: line)
        case .total(let label, let points): TotalView(label: label, points: points)
        case .stars(let name, let stars, let of, let text): StarsView(name: name, stars: stars, of: of, text: text)
        case .tag(let mark, let detail): TagView(mark: mark, detail: detail)
        case .card(let card): CardView(card: card)
        default: rest
        }
    }

    @ViewBuilder private var rest: some View {
        switch element.form {
        case .note(let mark, let text): NoteView(mark: mark, text: text)
        case .event(let text, let when, let done): EventView(text: text, when: when, done: done)
        case .progress(let text, let done, let total): ProgressRow(text: text, done: done, total: total)
        case .busy(let text): ProgressRow(text: text, done: 0, total: 0)
        case .camera(let hint): CameraView(hint: hint, glass: glass)
        case .compared(let compared): ComparedView(compared: compared)
        case .chart(let chart): StepChartView(chart: chart)
        case .term(let term): TermBarView(term: term)
        case .picture: glass ?? AnyView(EmptyView())
        default: EmptyView()
        }
    }
}

/// A sentence with a mark before it.
struct NoteView: View {
    let mark: Mark
    let text: String

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            MarkView(mark: mark)
            if !text.isEmpty { Text(text).wide() }
        }
        .padding(.vertical, 8)
    }
}
