import Core

/// What an element looks like: the components, each once.
public enum Form: Equatable, Sendable {
    case title(String)
    case heading(String)
    case text(String, Tone)
    case note(Mark, String)
    case score(Score)
    case proof([Mark], String)
    case check(CheckLines)
    case points(PointsRow)
    case ledger(LedgerLine)
    case total(label: String, points: String)
    case stars(name: String, stars: Int, of: Int, text: String)
    case tag(Mark, detail: String)
    case card(Card)
    case fact(label: String, value: String, note: String)
    case quote(String)
    case event(text: String, when: String, done: Bool)
    case problem(Mark, Problem)
    case progress(text: String, done: Int, total: Int)
    case busy(String)
    case button(String, Look)
    case row(Row)
    case toggle(title: String, note: String, on: Bool)
    case field(Field)
    case choice(Choice)
    case day(Field)
    case picture([UInt8])
    case camera(String)
    case code(String)
    case compared(Compared)
    case chart(StoryChart)
    case term(TermView)
}

/// What several documents say of one thing, in their order.
public struct Compared: Equatable, Sendable {
    public let label: String
    /// That they are not the same.
    public let mark: Mark?
    /// What the documents are called.
    public let names: [String]
    public let cells: [Cell]
    /// Whether it names the documents for the rows below it.
    public let isHead: Bool

    public struct Cell: Equatable, Sendable {
        public let text: String
        public let mark: Mark?
    }

    /// A document and what it says.
    public struct Side: Identifiable, Sendable {
        public let id: Int
        public let name: String
        public let cell: Cell
    }

    public var sides: [Side] { zip(names, cells).enumerated().map { Side(id: $0, name: $1.0, cell: $1.1) } }
}

/// A state as icon, word and colour; never by colour alone.
public struct Mark: Equatable, Sendable {
    public let sign: Sign
    public let word: String

    public init(_ sign: Sign, _ word: String) {
        self.sign = sign
        self.word = word
    }
}

/// The shapes of marks. Each has its own outline, so that they differ without colour.
public enum Sign: String, CaseIterable, Sendable {
    case holds, unknown, fails, needs, phone, sending, received, accepted, closed
    case black, red, wasListed, notListed, bell, speech, offline, waiting, unread, becomes, info
    case circle, square, triangle, diamond, hexagon, person, lock
}

/// A total and where it stands.
public struct Score: Equatable, Sendable {
    public let title: String
    public let number: String
    public let of: String
    public let tier: String
    public let line: String
}

/// One check in full.
public struct CheckLines: Equatable, Sendable {
    public let mark: Mark
    public let name: String
    public let finding: String
    public let todo: String
    public let restsOn: String
}

/// A signed number with its reason.
public struct PointsRow: Equatable, Sendable {
    public let points: String
    public let title: String
    public let detail: String
    public let mark: Mark?
}

/// A line of a sum.
public struct LedgerLine: Equatable, Sendable {
    public let label: String
    public let detail: String
    public let points: String
    public let soFar: String
    public let opens: Bool
}

/// A card that is tapped as a whole.
public struct Card: Equatable, Sendable {
    public let title: String
    public let translated: String
    public let lines: [String]
    public let tags: [Tag]

    public struct Tag: Equatable, Sendable {
        public let mark: Mark
        public let detail: String
    }
}

/// A row that opens something, with a mark where it has a state.
public struct Row: Equatable, Sendable {
    public let title: String
    public let value: String
    public let lines: [String]
    public let mark: Mark?

    init(_ title: String, value: String = "", lines: [String] = [], mark: Mark? = nil) {
        self.title = title
        self.value = value
        self.lines = lines.filter { !$0.isEmpty }
        self.mark = mark
    }
}

/// Something to type or to pick.
public struct Field: Equatable, Sendable {
    public let input: Input
    public let label: String
    public let hint: String
    public let text: String
    public let note: Mark?
    public let keys: Keys

    /// What a screen reader says of it beside its label and its text: what is wrong first, then how to fill it in.
    public var said: String { sentences([note?.word ?? "", hint]) }

    /// Which keyboard helps.
    public enum Keys: Equatable, Sendable {
        case words, lines, code, number, link
    }
}

/// One of several.
public struct Choice: Equatable, Sendable {
    public let input: Input
    public let label: String
    public let options: [Option]
    public let chosen: String
    public let note: Mark?

    public struct Option: Equatable, Identifiable, Sendable {
        public let id: String
        public let text: String
    }
}
