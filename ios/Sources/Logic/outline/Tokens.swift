/// The colours of the app, as data, so that their contrast is computed in a test. Red, green, blue as `0xRRGGBB`.
public struct Tokens: Equatable, Sendable {
    public let paper, surface, sunk: UInt32
    public let ink, ink2, line, lineStrong: UInt32
    /// The one accent: what can be tapped.
    public let accent, onAccent, accentSoft, onAccentSoft: UInt32
    public let holds, unknown, unknownSoft, fails, failsSoft, needs, needsSoft: UInt32
    /// The red list is the good one and never wears the colour of a failure.
    public let seal, sealSoft, black, onBlack, blackEdge: UInt32

    public static let light = Tokens(
        paper: 0xFBFAF7, surface: 0xFFFFFF, sunk: 0xF2F0EA, ink: 0x1A1B1A, ink2: 0x565650, line: 0xDDD9CF,
        lineStrong: 0x838077, accent: 0x0B565C, onAccent: 0xFFFFFF, accentSoft: 0xDFECEB, onAccentSoft: 0x083F44,
        holds: 0x1E6B3E, unknown: 0x4B5768, unknownSoft: 0xECEEF2, fails: 0xB3261E, failsSoft: 0xFBECEA,
        needs: 0x855300,
        needsSoft: 0xFAF0DC, seal: 0x7A1F52, sealSoft: 0xF8ECF2, black: 0x1A1B1A, onBlack: 0xFFFFFF, blackEdge: 0x1A1B1A
    )

    public static let dark = Tokens(
        paper: 0x161817, surface: 0x1F2221, sunk: 0x262A28, ink: 0xECEAE4, ink2: 0xB5B3AB, line: 0x363B38,
        lineStrong: 0x858B86, accent: 0x7FCBC8, onAccent: 0x06292A, accentSoft: 0x1F3B3C, onAccentSoft: 0xC5E9E7,
        holds: 0x84CC9C, unknown: 0xB3BECF, unknownSoft: 0x2A2F37, fails: 0xFF9C92, failsSoft: 0x3A211F,
        needs: 0xF0BE6A,
        needsSoft: 0x352A17, seal: 0xF0A6CB, sealSoft: 0x37202C, black: 0x000000, onBlack: 0xF5F3EE, blackEdge: 0x858B86
    )

    /// These colours where the person asked for more contrast: second texts and edges become ink.
    public var contrasted: Tokens {
        Tokens(
            paper: paper, surface: surface, sunk: sunk, ink: ink, ink2: ink, line: lineStrong, lineStrong: ink,
            accent: accent, onAccent: onAccent, accentSoft: accentSoft, onAccentSoft: onAccentSoft, holds: holds,
            unknown: unknown, unknownSoft: unknownSoft, fails: fails, failsSoft: failsSoft, needs: needs,
            needsSoft: needsSoft, seal: seal, sealSoft: sealSoft, black: black, onBlack: onBlack, blackEdge: ink)
    }
}

/// Sizes in points. Space in steps of four.
public struct Sizes: Equatable, Sendable {
    public let touch, row, button, mark, gap, margin: Double

    public static let usual = Sizes(touch: 48, row: 64, button: 52, mark: 18, gap: 12, margin: 24)
    public static let elder = Sizes(touch: 72, row: 88, button: 88, mark: 34, gap: 16, margin: 24)
}
