import Core
import Observation

/// Opening the app: the library must fit, the phone must give out the key.
@MainActor @Observable public final class Opening {
    /// How far it is.
    public enum Stage {
        case opening
        /// It cannot open now, or at all; the problem says which.
        case closed(Problem)
        /// What is kept here can be opened by nobody any more.
        case lost
        /// The person is asked once more before what is left is erased.
        case erasing
        case open(AppModel, Session)
    }

    public private(set) var stage = Stage.opening
    private let words: Words
    private let language: Language
    private let library: Library
    private let begin: @Sendable () throws -> any AppProtocol
    private let keys: Keys
    private let once = Once()

    /// What the phone knows of the keys, and how everything is thrown away without the core, which does not open.
    public struct Keys: Sendable {
        let areLost: @Sendable () -> Bool
        let eraseAll: @Sendable () throws -> Void

        public init(areLost: @escaping @Sendable () -> Bool, eraseAll: @escaping @Sendable () throws -> Void) {
            self.areLost = areLost
            self.eraseAll = eraseAll
        }
    }

    /// `begin` opens the core, away from the thread that draws.
    public init(
        _ language: Language, library: Library = .found, keys: Keys = Keys(areLost: { false }, eraseAll: {}),
        begin: @escaping @Sendable () throws -> any AppProtocol
    ) {
        self.keys = keys
        words = Words(language)
        self.language = language
        self.library = library
        self.begin = begin
    }

    /// Opens it, or tries once more: a phone that was locked may be unlocked now.
    public func open() async {
        _ = await once("open") {
            // Lets the core go that was open before, as after erasing: a folder is open once.
            stage = .opening
            stage = await found()
            return nil
        }
    }

    /// Does what a control of ``outline`` asks for. Nothing is thrown away by one tap.
    public func act(_ act: Act) async {
        switch (act, stage) {
        case (.press(.again), .closed): await open()
        case (.press(.erase), .lost): stage = .erasing
        case (.back, .erasing): stage = .lost
        case (.press(.erase), .erasing): await eraseAll()
        default: break
        }
    }

    private func eraseAll() async {
        let eraseAll = keys.eraseAll
        let isErased = await Task.detached { (try? eraseAll()) != nil }.value
        if isErased { await open() } else { stage = .closed(words.unexpected) }
    }

    private func found() async -> Stage {
        // Generated code ends the app at the first call when versions differ, so that this is looked at first.
        if library == .differs { return .closed(differs) }
        let (begin, keys, unexpected) = (begin, keys, words.unexpected)
        let answer: Result<any AppProtocol, Failure> = await Task.detached {
            do {
                return .success(try begin())
            } catch let known as AppError {
                let problem = known.problem()
                return .failure(Failure(problem: problem, isLost: problem.code == "key-wrong" || keys.areLost()))
            } catch {
                return .failure(Failure(problem: unexpected, isLost: false))
            }
        }.value
        switch answer {
        case .failure(let failure): return failure.isLost ? .lost : .closed(failure.problem)
        case .success(let core):
            let app = AppModel(core: core, language: language)
            await app.readSettings()
            let session = Session(app)
            await session.load()
            return .open(app, session)
        }
    }

    /// How it is worded before any setting could be read.
    public var manner: Manner { Manner(language) }

    /// What is shown while it is not open.
    public var outline: Outline? {
        switch stage {
        case .opening: Outline(words.appName, body: [.busy(words.screenLoading)])
        case .open: nil
        case .closed(let problem):
            broken(
                problem,
                problem.code == differs.code
                    ? [] : [.button("again", words.actionTryAgain, .filled, .press(.again))])
        case .lost: broken(lost, [.button("erase", words.keyLostErase, .outlined, .press(.erase))])
        case .erasing:
            Outline(
                words.moreErase, body: [.title(words.moreEraseAsk), .text("note", words.moreEraseNote)],
                dock: [
                    .button("erase", words.moreErase, .outlined, .press(.erase)),
                    .button("back", words.actionCancel, .harmless, .back),
                ])
        }
    }

    private func broken(_ problem: Problem, _ dock: [Element]) -> Outline {
        Outline(
            words.brokenTitle, body: [.title(words.brokenTitle), .problem("problem", problem, manner)], dock: dock)
    }

    private var lost: Problem {
        Problem(code: "key-lost", happened: words.keyLost, safe: words.keyLostSafe, todo: words.keyLostTodo)
    }

    private var differs: Problem {
        Problem(
            code: "library-differs", happened: words.brokenOther, safe: words.brokenSafe, todo: words.brokenTodo)
    }

    private struct Failure: Error {
        let problem: Problem
        let isLost: Bool
    }
}
