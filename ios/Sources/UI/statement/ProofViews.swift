import Logic
import SwiftUI

/// The proof line: marks, who says so and as of when; the whole block opens the checks.
struct ProofView: View {
    let marks: [Mark]
    let text: String
    let opens: Bool
    @Environment(\.style) private var style

    var body: some View {
        Hairline {
            HStack(alignment: .top, spacing: style.sizes.gap) {
                VStack(alignment: .leading, spacing: 8) {
                    if let first = marks.first, first.sign != .holds {
                        MarkView(mark: first)
                        row(Array(marks.dropFirst()))
                    } else {
                        row(marks)
                    }
                    ToneView(text: text, tone: .small)
                }
                if opens { Chevron() }
            }
        }
    }

    /// In one row where there is room; one below the other where there is not, and in elder mode.
    @ViewBuilder private func row(_ marks: [Mark]) -> some View {
        if style.manner.elder {
            column(marks)
        } else {
            ViewThatFits(in: .horizontal) {
                HStack(spacing: 12) { ForEach(marks, id: \.word) { MarkView(mark: $0) } }
                column(marks)
            }
        }
    }

    private func column(_ marks: [Mark]) -> some View {
        VStack(alignment: .leading, spacing: 6) { ForEach(marks, id: \.word) { MarkView(mark: $0) } }
    }
}

/// One check in full: what was found, what to do, what it rests on.
struct CheckView: View {
    let lines: CheckLines

    var body: some View {
        Hairline {
            VStack(alignment: .leading, spacing: 6) {
                Text(lines.name).font(.headline).wide()
                MarkView(mark: lines.mark)
                Text(lines.finding).wide()
                if !lines.todo.isEmpty { Text(lines.todo).font(.body.weight(.semibold)).wide() }
                if !lines.restsOn.isEmpty { ToneView(text: lines.restsOn, tone: .small) }
            }
        }
    }
}
