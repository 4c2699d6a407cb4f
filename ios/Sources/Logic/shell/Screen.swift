import Core
import Observation

/// One screen: what it says now, and what its controls do.
@MainActor public protocol Screen: AnyObject, Observable {
    /// What it says now.
    var outline: Outline { get }
    /// Asks the core for what it shows.
    func load() async
    /// Does what a control asks for; what the app does next, if anything.
    func act(_ act: Act) async -> Step?
}

extension Screen {
    public func load() async {}
    public func act(_ act: Act) async -> Step? { nil }
}

/// Lets work of one name be under way once: a second tap does nothing twice.
@MainActor final class Once {
    private var underWay: Set<String> = []

    /// Begins work unless work of this name is under way.
    func callAsFunction(_ name: String, _ work: () async -> Step?) async -> Step? {
        guard underWay.insert(name).inserted else { return nil }
        defer { underWay.remove(name) }
        return await work()
    }
}

/// A screen that shows one answer of the core. Each adds only what its answer looks like.
@MainActor @Observable public class Reader<Sheet: Equatable & Sendable>: Screen {
    let app: AppModel
    let once = Once()
    /// What there is to show.
    public internal(set) var sheet: Load<Sheet> = .loading
    private let question: @Sendable (any AppProtocol) throws -> Sheet

    init(_ app: AppModel, _ question: @escaping @Sendable (any AppProtocol) throws -> Sheet) {
        self.app = app
        self.question = question
    }

    /// The one call that this screen costs. What is shown stays until the new answer is there.
    public func load() async {
        let found = await app.ask(question)
        if found != sheet { sheet = found }
    }

    public var outline: Outline {
        Outline(
            title(sheet.sheet), bar: bar, body: sheet.elements(app.manner) { lay($0, app.manner) },
            dock: sheet.sheet.map { dock($0, app.manner) } ?? [])
    }

    public func act(_ act: Act) async -> Step? {
        if act == .press(.again) { await load() }
        return nil
    }

    /// The screen's name; the answer may be there or not.
    func title(_ sheet: Sheet?) -> String { "" }

    /// Small controls beside the name.
    var bar: [Element] { [] }

    /// What the answer says, in the order of reading.
    func lay(_ sheet: Sheet, _ manner: Manner) -> [Element] { [] }

    /// What stays at the bottom.
    func dock(_ sheet: Sheet, _ manner: Manner) -> [Element] { [] }
}
