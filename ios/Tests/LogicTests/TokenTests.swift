import Foundation
import Testing

@testable import Logic

/// Text has a contrast of 4.5 at least and marks of 3, in light, dark and with more contrast.
@Suite struct TokenTests {
    @Test(
        "every pair can be read",
        arguments: [Tokens.light, .dark, .light.contrasted, .dark.contrasted])
    func contrast(_ tokens: Tokens) {
        for ground in [tokens.paper, tokens.surface, tokens.sunk] {
            for text in [
                tokens.ink, tokens.ink2, tokens.accent, tokens.holds, tokens.fails, tokens.needs, tokens.unknown,
            ] {
                #expect(ratio(text, ground) >= 4.5, "\(hex(text)) on \(hex(ground))")
            }
            for mark in [tokens.lineStrong, tokens.seal] { #expect(ratio(mark, ground) >= 3, "\(hex(mark))") }
        }
        let pairs = [
            (tokens.onAccent, tokens.accent), (tokens.onAccentSoft, tokens.accentSoft), (tokens.onBlack, tokens.black),
            (tokens.seal, tokens.sealSoft), (tokens.fails, tokens.failsSoft), (tokens.needs, tokens.needsSoft),
            (tokens.unknown, tokens.unknownSoft),
        ]
        for (text, ground) in pairs { #expect(ratio(text, ground) >= 4.5, "\(hex(text)) on \(hex(ground))") }
    }

    @Test("targets are at least 44 points, larger in elder mode")
    func targets() {
        for sizes in [Sizes.usual, .elder] {
            #expect(sizes.touch >= 44 && sizes.row >= sizes.touch && sizes.button >= 44)
        }
        #expect(Sizes.elder.touch >= 72)
    }

    /// WCAG 2.2, contrast ratio: (L1 + 0.05) / (L2 + 0.05).
    private func ratio(_ one: UInt32, _ other: UInt32) -> Double {
        let (first, second) = (luminance(one), luminance(other))
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private func luminance(_ colour: UInt32) -> Double {
        let parts = [16, 8, 0].map { Double((colour >> $0) & 0xFF) / 255 }
        let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    private func hex(_ colour: UInt32) -> String { String(colour, radix: 16) }
}
