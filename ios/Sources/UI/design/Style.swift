import Logic
import SwiftUI

/// How everything looks now: colours, sizes and words, for every view below.
struct Style {
    let tokens: Tokens
    let sizes: Sizes
    let manner: Manner
    var words: Words { manner.words }
}

extension Style: EnvironmentKey {
    static let defaultValue = Style(tokens: .light, sizes: .usual, manner: Manner(.english))
}

extension EnvironmentValues {
    var style: Style {
        get { self[Style.self] }
        set { self[Style.self] = newValue }
    }
}

/// Gives every view below its style: by the phone's appearance, its contrast, and the person's settings.
struct Styled<Content: View>: View {
    let manner: Manner
    let textPercent: UInt32
    private let content: Content
    @Environment(\.colorScheme) private var scheme
    @Environment(\.colorSchemeContrast) private var contrast

    init(_ manner: Manner, textPercent: UInt32 = 100, @ViewBuilder content: () -> Content) {
        self.manner = manner
        self.textPercent = textPercent
        self.content = content()
    }

    var body: some View {
        let usual = scheme == .dark ? Tokens.dark : .light
        let tokens = contrast == .increased ? usual.contrasted : usual
        content
            .environment(\.style, Style(tokens: tokens, sizes: manner.elder ? .elder : .usual, manner: manner))
            .tint(Color(tokens.accent))
            .dynamicTypeSize(least...)
            .background(Color(tokens.paper))
            .foregroundStyle(Color(tokens.ink))
    }

    /// The least size of type; the phone's own setting may be larger.
    private var least: DynamicTypeSize {
        if manner.elder { return .accessibility2 }
        return switch textPercent {
        case ..<125: .xSmall
        case ..<150: .xLarge
        case ..<175: .xxLarge
        case ..<200: .xxxLarge
        default: .accessibility2
        }
    }
}

extension Color {
    /// A colour of the tokens.
    init(_ token: UInt32) {
        self.init(
            red: Double((token >> 16) & 0xFF) / 255, green: Double((token >> 8) & 0xFF) / 255,
            blue: Double(token & 0xFF) / 255)
    }
}

extension Tone {
    var font: Font {
        switch self {
        case .body: .body
        case .strong: .body.weight(.semibold)
        case .small, .quiet: .subheadline
        }
    }

    func colour(_ tokens: Tokens) -> Color {
        switch self {
        case .body, .strong: Color(tokens.ink)
        case .small, .quiet: Color(tokens.ink2)
        }
    }
}
