import Logic
import SwiftUI

/// A mark: shape, word and colour. The shapes differ without colour.
struct MarkView: View {
    let mark: Mark
    @Environment(\.style) private var style

    var body: some View {
        HStack(alignment: .firstTextBaseline, spacing: 6) {
            Image(systemName: mark.sign.symbol).foregroundStyle(mark.sign.colour(style.tokens))
            if !mark.word.isEmpty {
                Text(mark.word).font(.subheadline.weight(.semibold)).foregroundStyle(mark.sign.colour(style.tokens))
            }
        }
    }
}

extension Sign {
    /// The symbol of the system that has this shape.
    var symbol: String {
        switch self {
        case .holds: "checkmark.circle.fill"
        case .unknown: "questionmark.circle.dashed"
        case .fails: "exclamationmark.octagon.fill"
        case .needs: "pencil.circle.fill"
        case .phone: "iphone"
        case .sending: "arrow.up.circle"
        case .received: "tray.and.arrow.down"
        case .accepted: "checkmark.seal"
        case .closed: "xmark.circle"
        case .black: "doc.text.fill"
        case .red: "seal.fill"
        case .wasListed: "clock"
        case .notListed: "minus.circle"
        case .bell: "bell"
        case .speech: "text.bubble"
        case .offline: "icloud.slash"
        case .waiting: "hourglass"
        case .unread: "circle.fill"
        case .becomes: "arrow.right"
        case .info: "info.circle"
        case .circle: "circle"
        case .square: "square"
        case .triangle: "triangle"
        case .diamond: "diamond"
        case .hexagon: "hexagon"
        case .person: "person"
        case .lock: "lock"
        }
    }

    func colour(_ tokens: Tokens) -> Color {
        switch self {
        case .holds, .accepted: Color(tokens.holds)
        case .unknown, .wasListed, .notListed, .offline, .waiting, .info: Color(tokens.unknown)
        case .fails: Color(tokens.fails)
        case .needs, .bell, .becomes: Color(tokens.needs)
        case .red: Color(tokens.seal)
        case .black, .phone, .sending, .received, .closed, .speech, .unread: Color(tokens.ink)
        case .circle, .square, .triangle, .diamond, .hexagon, .person, .lock: Color(tokens.ink)
        }
    }
}
