import Logic
import SwiftUI

/// A listing: black is a solid dark tag, red a seal, none is dashed. Red is the good one.
struct TagView: View {
    let mark: Mark
    let detail: String
    @Environment(\.style) private var style

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            HStack(spacing: 6) {
                Image(systemName: mark.sign.symbol)
                Text(mark.word).font(.subheadline.weight(.semibold))
            }
            .foregroundStyle(ink)
            .padding(.horizontal, 10)
            .padding(.vertical, 4)
            .background { ground }
            if !detail.isEmpty { ToneView(text: detail, tone: .small) }
        }
        .padding(.vertical, 4)
    }

    private var ink: Color {
        switch mark.sign {
        case .black: Color(style.tokens.onBlack)
        case .red: Color(style.tokens.seal)
        default: Color(style.tokens.ink2)
        }
    }

    @ViewBuilder private var ground: some View {
        let shape = RoundedRectangle(cornerRadius: 4)
        switch mark.sign {
        case .black:
            shape.fill(Color(style.tokens.black)).overlay { shape.stroke(Color(style.tokens.blackEdge)) }
        case .red: shape.fill(Color(style.tokens.sealSoft)).overlay { shape.stroke(Color(style.tokens.seal)) }
        default: shape.stroke(Color(style.tokens.lineStrong), style: StrokeStyle(lineWidth: 1, dash: [4, 3]))
        }
    }
}

/// A business among others: name, region and code first, its tags below them.
struct CardView: View {
    let card: Card
    @Environment(\.style) private var style

    var body: some View {
        VStack(alignment: .leading, spacing: 4) {
            HStack(alignment: .top) {
                Text(card.title).font(.headline).wide()
                Chevron()
            }
            if !card.translated.isEmpty { ToneView(text: card.translated, tone: .quiet) }
            ForEach(card.lines, id: \.self) { ToneView(text: $0, tone: .small).monospacedDigit() }
            ForEach(card.tags, id: \.mark.word) { TagView(mark: $0.mark, detail: $0.detail) }
        }
        .padding(16)
        .background(Color(style.tokens.surface))
        .clipShape(RoundedRectangle(cornerRadius: 12))
        .overlay { RoundedRectangle(cornerRadius: 12).stroke(Color(style.tokens.line)) }
        .padding(.vertical, 4)
    }
}

/// The camera's picture, as the glue gives it, under a sentence that says what scanning does.
struct CameraView: View {
    let hint: String
    let glass: AnyView?

    var body: some View {
        VStack(alignment: .leading, spacing: 8) {
            if let glass { glass.frame(height: 320).clipShape(RoundedRectangle(cornerRadius: 12)) }
            ToneView(text: hint, tone: .small)
        }
    }
}
