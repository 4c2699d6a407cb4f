import Logic
import SwiftUI

/// A text, in its tone.
struct ToneView: View {
    let text: String
    let tone: Tone
    @Environment(\.style) private var style

    var body: some View {
        Text(text).font(tone.font).foregroundStyle(tone.colour(style.tokens)).wide()
    }
}

/// A heading, with the space above it that sets it off.
struct HeadingView: View {
    let text: String
    let font: Font
    var body: some View { Text(text).font(font.weight(.semibold)).wide().padding(.top, 20) }
}

/// A label with its value: beside each other, below each other where the type is large or in elder mode.
struct FactView: View {
    let label: String
    let value: String
    let note: String
    @Environment(\.style) private var style
    @Environment(\.dynamicTypeSize) private var size

    var body: some View {
        Hairline {
            if style.manner.elder || size.isAccessibilitySize {
                VStack(alignment: .leading, spacing: 4) { content }
            } else {
                HStack(alignment: .firstTextBaseline, spacing: style.sizes.gap) { content }
            }
        }
    }

    @ViewBuilder private var content: some View {
        Text(label).font(.subheadline).foregroundStyle(Color(style.tokens.ink2)).frame(
            width: labelWidth, alignment: .leading)
        VStack(alignment: .leading, spacing: 2) {
            Text(value).monospacedDigit().wide()
            if !note.isEmpty { ToneView(text: note, tone: .small) }
        }
    }

    private var labelWidth: CGFloat? { style.manner.elder || size.isAccessibilitySize ? nil : 120 }
}

/// A fingerprint or a code: in groups, each digit as wide as the next.
struct CodeView: View {
    let text: String
    @Environment(\.style) private var style

    var body: some View {
        Text(text).font(.body.monospaced()).textSelection(.enabled).wide().padding(16)
            .background(Color(style.tokens.sunk)).clipShape(RoundedRectangle(cornerRadius: 8))
    }
}

/// Somebody's own words.
struct QuoteView: View {
    let text: String
    @Environment(\.style) private var style

    var body: some View {
        HStack(alignment: .top, spacing: style.sizes.gap) {
            Rectangle().fill(Color(style.tokens.lineStrong)).frame(width: 3)
            Text(text).wide()
        }
        .padding(.vertical, 8)
    }
}

/// A hairline above; the row below it is as high as a finger needs.
struct Hairline<Content: View>: View {
    private let content: Content
    @Environment(\.style) private var style

    init(@ViewBuilder content: () -> Content) { self.content = content() }

    var body: some View {
        VStack(alignment: .leading, spacing: 0) {
            Rectangle().fill(Color(style.tokens.line)).frame(height: 1)
            content.padding(.vertical, 10).frame(maxWidth: .infinity, minHeight: style.sizes.touch, alignment: .leading)
        }
        .contentShape(Rectangle())
    }
}

extension View {
    /// As wide as the column, its lines never cut.
    func wide() -> some View {
        fixedSize(horizontal: false, vertical: true).frame(maxWidth: .infinity, alignment: .leading)
    }
}
