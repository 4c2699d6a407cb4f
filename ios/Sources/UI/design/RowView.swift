import Logic
import SwiftUI

/// A row that opens something, or is only read.
struct RowView: View {
    let row: Row
    let opens: Bool
    @Environment(\.style) private var style

    var body: some View {
        Hairline {
            HStack(alignment: .top, spacing: style.sizes.gap) {
                VStack(alignment: .leading, spacing: 4) {
                    Text(row.title).font(.body.weight(.semibold)).wide()
                    if let mark = row.mark { MarkView(mark: mark) }
                    if !row.value.isEmpty { Text(row.value).monospacedDigit().wide() }
                    ForEach(row.lines, id: \.self) { ToneView(text: $0, tone: .small) }
                }
                if opens { Chevron() }
            }
        }
    }
}

/// Says that a row opens something: a shape, in elder mode a word.
struct Chevron: View {
    @Environment(\.style) private var style

    var body: some View {
        if style.manner.elder {
            Text(style.words.actionOpen).font(.body.weight(.semibold)).foregroundStyle(Color(style.tokens.accent))
        } else {
            Image(systemName: "chevron.right").foregroundStyle(Color(style.tokens.ink2)).accessibilityHidden(true)
        }
    }
}

/// A button as the screen ranks it.
struct ButtonView: View {
    let text: String
    let look: Look
    let enabled: Bool
    @Environment(\.style) private var style

    var body: some View {
        let tokens = style.tokens
        Text(text).font(.body.weight(.semibold)).multilineTextAlignment(.leading)
            .foregroundStyle(look == .filled ? Color(tokens.onAccent) : ink)
            .padding(.horizontal, look == .link ? 0 : 16)
            .frame(
                maxWidth: .infinity, minHeight: look == .link ? style.sizes.touch : style.sizes.button, alignment: place
            )
            .background { if look == .filled { shape.fill(Color(tokens.accent)) } }
            .overlay { if look == .outlined || look == .harmless { shape.stroke(ink, lineWidth: 1) } }
            .contentShape(Rectangle())
            .opacity(enabled ? 1 : 0.5)
    }

    private var shape: RoundedRectangle { RoundedRectangle(cornerRadius: 8) }
    private var place: Alignment { look == .link ? .leading : .center }
    private var ink: Color { look == .harmless ? Color(style.tokens.ink) : Color(style.tokens.accent) }
}

/// What went wrong, what is safe, what to do.
struct ProblemView: View {
    let mark: Mark
    let happened: String
    let safe: String
    let todo: String
    @Environment(\.style) private var style

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            MarkView(mark: mark)
            Text(happened).font(.body.weight(.semibold)).wide()
            Text(safe).wide()
            Text(todo).wide()
        }
        .padding(16)
        .background(ground)
        .clipShape(RoundedRectangle(cornerRadius: 8))
        .padding(.vertical, 8)
    }

    private var ground: Color {
        switch mark.sign {
        case .fails: Color(style.tokens.failsSoft)
        case .needs: Color(style.tokens.needsSoft)
        default: Color(style.tokens.unknownSoft)
        }
    }
}
