import Core
import Logic
import SwiftUI

/// How much of a listing's time is over: what is past is filled, a line marks today and the first day of repair. Ink
/// only. The sentence above it says the same, which is what VoiceOver says.
struct TermBarView: View {
    let term: TermView
    @Environment(\.style) private var style

    var body: some View {
        let term = term
        return VStack(alignment: .leading, spacing: 4) {
            ToneView(text: term.text, tone: .small)
            ZStack {
                ChartShape { TermDrawing(room: $0).past(term) }.fill(Color(style.tokens.ink))
                ChartShape { TermDrawing(room: $0).whole() }.stroke(Color(style.tokens.lineStrong), lineWidth: 2)
                ChartShape { TermDrawing(room: $0).marks(term) }.stroke(Color(style.tokens.ink), lineWidth: 2)
            }
            .frame(maxWidth: .infinity, minHeight: 24)
        }
        .padding(.vertical, 4)
    }
}

/// Where each part of the bar lies.
private struct TermDrawing: Sendable {
    let room: CGRect

    private var bar: CGRect { CGRect(x: room.minX + 1, y: room.midY - 6, width: room.width - 2, height: 12) }

    private func across(_ thousandths: UInt32) -> CGFloat { bar.minX + bar.width * CGFloat(thousandths) / 1_000 }

    func past(_ term: TermView) -> Path {
        var path = Path()
        let width = across(term.today) - bar.minX
        path.addRect(CGRect(x: bar.minX, y: bar.minY, width: width, height: bar.height))
        return path
    }

    func whole() -> Path {
        var path = Path()
        path.addRect(bar)
        return path
    }

    func marks(_ term: TermView) -> Path {
        var path = Path()
        for at in [term.today, term.repair].compactMap({ $0 }) {
            path.move(to: CGPoint(x: across(at), y: room.minY))
            path.addLine(to: CGPoint(x: across(at), y: room.maxY))
        }
        return path
    }
}
