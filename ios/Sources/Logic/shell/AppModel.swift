import Core
import Observation

/// Reads the text in photos, on this phone. No photo is kept or sent.
public protocol TextReader: Sendable {
    /// The lines of a text, in the order of reading; empty if there is none.
    func lines(in photo: [UInt8]) async -> [String]
}

/// A screen that a photo is taken or chosen for.
@MainActor public protocol TakesPhoto: AnyObject {
    func take(photo: [UInt8])
}

/// What every screen works with: the core, the words, and the count of news.
@MainActor @Observable public final class AppModel {
    /// The core. Ask it by ``ask(_:)`` only: it answers in milliseconds, but never on the thread that draws.
    public let core: any AppProtocol
    /// How everything is worded and shown.
    public private(set) var manner: Manner
    /// What the person chose; nothing before it was read.
    public private(set) var settings: SettingsView?
    /// Reads the text in a photo on this phone; nothing where there is no such thing.
    public var textReader: (any TextReader)?
    /// Counts up when what the core holds has changed, so that screens ask again.
    public private(set) var news = 0
    /// The network and the battery, as the phone says.
    public var conditions: Conditions { didSet { syncing.follow(conditions) } }
    /// The sync of the whole app.
    public let syncing = Syncing()
    /// Asks the phone for its owner.
    public let lock: AppLock
    /// Who begins a sync when a screen has brought something about that one should follow.
    @ObservationIgnored var wantsSync: @MainActor (SyncReason) -> Void = { _ in }
    /// What is read again when a sync has ended.
    @ObservationIgnored var whenSynced: @MainActor () async -> Void = {}
    private let phoneLanguage: Language

    public init(core: any AppProtocol, language: Language, conditions: Conditions = .unknown, lock: AppLock? = nil) {
        self.core = core
        self.conditions = conditions
        self.lock = lock ?? AppLock()
        phoneLanguage = language
        manner = Manner(language)
    }

    public var words: Words { manner.words }

    /// Says that what the core holds has changed.
    public func tellNews() { news += 1 }

    /// Hears what the phone reads aloud; nothing when it has ended.
    public func reads(_ text: String?) {
        manner = Manner(words.language, elder: manner.elder, hidesAmounts: manner.hidesAmounts, reading: text)
    }

    /// Reads the settings, as after opening the app.
    public func readSettings() async {
        if case .ready(let found) = await ask({ try $0.settings() }) { take(found) }
    }

    /// Keeps settings, and says and shows everything by them at once. What went wrong, if something did.
    public func keep(_ changed: SettingsView) async -> Problem? {
        let kept = await ask { core in
            try core.setSettings(settings: changed)
            return Kept()
        }
        guard case .failed(let problem) = kept else {
            take(changed)
            tellNews()
            return nil
        }
        return problem
    }

    private func take(_ found: SettingsView) {
        settings = found
        manner = Manner(
            found.language ?? phoneLanguage, elder: found.elderMode, hidesAmounts: found.hideAmounts,
            reading: manner.reading)
    }

    /// Asks the core, away from the thread that draws. Whatever goes wrong comes back as a problem that can be shown.
    public func ask<Sheet>(_ question: @escaping @Sendable (any AppProtocol) throws -> Sheet) async -> Load<Sheet> {
        let core = core
        return await answer { try question(core) }
    }

    /// Asks the core something that waits for the network.
    public func askAfar<Sheet>(
        _ question: @escaping @Sendable (any AppProtocol) async throws -> Sheet
    ) async -> Load<Sheet> {
        let core = core
        return await answer { try await question(core) }
    }

    private func answer<Sheet: Sendable>(_ work: @escaping @Sendable () async throws -> Sheet) async -> Load<Sheet> {
        let unexpected = words.unexpected
        return await Task.detached {
            do {
                return .ready(try await work())
            } catch let known as AppError {
                return .failed(known.problem())
            } catch {
                return .failed(unexpected)
            }
        }.value
    }
}

/// Nothing but that it went well.
struct Kept: Equatable, Sendable {}

extension Words {
    /// What to say of an error that the core does not declare.
    var unexpected: Problem {
        Problem(code: "unexpected", happened: unexpectedHappened, safe: unexpectedSafe, todo: unexpectedTodo)
    }
}
