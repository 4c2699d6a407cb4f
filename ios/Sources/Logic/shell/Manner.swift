import Core

/// How everything is worded and shown: the language, elder mode, hidden amounts.
public struct Manner: Equatable, Sendable {
    public let words: Words
    /// Larger, one thing per row, with a button that reads each proof aloud.
    public let elder: Bool
    /// Scores, points and tiers stay hidden.
    public let hidesAmounts: Bool
    /// The text that is being read aloud.
    let reading: String?

    public init(_ language: Language, elder: Bool = false, hidesAmounts: Bool = false, reading: String? = nil) {
        self.reading = reading
        words = Words(language)
        self.elder = elder
        self.hidesAmounts = hidesAmounts
    }

    /// A number of points as it is shown.
    func amount(_ text: String) -> String { hidesAmounts && !text.isEmpty ? "••" : text }

    /// A number of points as people read it.
    func spoken(_ text: String) -> String { hidesAmounts && !text.isEmpty ? words.readerAmountHidden : text }

    /// A sentence that holds amounts: it goes with them.
    func sentence(_ text: String) -> String { hidesAmounts ? "" : text }
}
