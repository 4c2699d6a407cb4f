import Core
import Observation

/// Opening the app: the library must fit, the phone must give out the key.
@MainActor @Observable public final class Opening {
    /// How far it is.
    public enum Stage {
        case opening
        /// It cannot open now, or at all; the problem says which.
        case closed(Problem)
        case open(Desk, Session)
    }

    public private(set) var stage = Stage.opening
    private let words: Words
    private let language: Language
    private let library: Library
    private let begin: @Sendable () throws -> any AppProtocol
    private let once = Once()

    /// `begin` opens the core, away from the thread that draws.
    public init(
        _ language: Language, library: Library = .found, begin: @escaping @Sendable () throws -> any AppProtocol
    ) {
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

    private func found() async -> Stage {
        // Generated code ends the app at the first call when versions differ, so that this is looked at first.
        if library == .differs { return .closed(differs) }
        let (begin, unexpected) = (begin, words.unexpected)
        let answer: Result<any AppProtocol, Failure> = await Task.detached {
            do {
                return .success(try begin())
            } catch let known as AppError {
                return .failure(Failure(problem: known.problem()))
            } catch {
                return .failure(Failure(problem: unexpected))
            }
        }.value
        switch answer {
        case .failure(let failure): return .closed(failure.problem)
        case .success(let core):
            let desk = Desk(core: core, language: language)
            await desk.readSettings()
            let session = Session(desk)
            await session.load()
            return .open(desk, session)
        }
    }

    /// How it is said before any setting could be read.
    public var manner: Manner { Manner(language) }

    /// What is shown while it is not open.
    public var outline: Outline? {
        switch stage {
        case .opening: Outline(words.appName, body: [.busy(words.screenLoading)])
        case .open: nil
        case .closed(let problem):
            Outline(
                words.brokenTitle,
                body: [.title(words.brokenTitle), .problem("problem", problem, Manner(language))],
                dock: problem.code == differs.code
                    ? [] : [.button("again", words.actionTryAgain, .filled, .press(.again))])
        }
    }

    private var differs: Problem {
        Problem(
            code: "library-differs", happened: words.brokenOther, safe: words.brokenSafe, todo: words.brokenTodo)
    }

    private struct Failure: Error {
        let problem: Problem
    }
}
