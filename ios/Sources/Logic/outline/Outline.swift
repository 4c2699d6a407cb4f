/// Everything that a screen says and offers, in the order of reading.
///
/// The views lay this out and add nothing to it, so that what a test finds here is what a person sees and what
/// VoiceOver says.
public struct Outline: Equatable, Sendable {
    /// The screen's name, at the top.
    public var title: String
    /// Small controls beside the name.
    public var bar: [Element]
    /// What scrolls.
    public var body: [Element]
    /// What stays above the bar at the bottom; in elder mode it ends the page.
    public var dock: [Element]
    /// What pulling the page down does; nothing where it does nothing. A control does the same.
    public var pull: Act?

    public init(_ title: String, bar: [Element] = [], body: [Element] = [], dock: [Element] = [], pull: Act? = nil) {
        self.pull = pull
        self.title = title
        self.bar = bar
        self.body = body
        self.dock = dock
    }

    /// Every element in the order of reading.
    public var elements: [Element] { bar + body + dock }

    /// The element with this id.
    public subscript(id: String) -> Element? { elements.first { $0.id == id } }

    /// Every element that does this.
    public func elements(doing act: Act) -> [Element] { elements.filter { $0.act == act } }
}

/// One thing on a screen: what it looks like, what a screen reader says of it, and what a tap does.
public struct Element: Equatable, Identifiable, Sendable {
    /// The same as long as it is the same thing, whatever it says.
    public let id: String
    /// Its look, with everything that the look needs.
    public let form: Form
    /// What a screen reader says of it.
    public let label: String
    /// What a screen reader says after the label, and again when it changes.
    public let value: String
    /// What kind of thing it is to a screen reader.
    public let traits: Set<Trait>
    /// Whether it can be used now.
    public let enabled: Bool
    /// What a tap, a choice or a typed letter does; nothing for what is only read.
    public let act: Act?
}

/// What kind of thing an element is to a screen reader. Apple's names.
public enum Trait: String, CaseIterable, Comparable, Sendable {
    case header, button, link, selected, toggle, field, image, updatesFrequently

    public static func < (one: Trait, other: Trait) -> Bool { one.rawValue < other.rawValue }
}

/// How much a text weighs beside others.
public enum Tone: Equatable, Sendable {
    case body, strong, small, quiet
}

/// How much a button weighs beside others. One filled one a screen.
public enum Look: Equatable, Sendable {
    case filled, outlined, harmless, link
}
