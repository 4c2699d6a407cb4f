import Core
import Observation

/// A sync at work: how far it is, a way to stop it, and what it brought.
@MainActor @Observable public final class SyncModel: Screen {
    /// How far a sync is.
    public enum Stage: Equatable, Sendable {
        case resting
        case running(SyncProgress?)
        case ended(SyncView)
        case failed(Problem)
    }

    private let desk: Desk
    private let session: Session
    private let once = Once()
    public private(set) var stage = Stage.resting
    private var run: SyncRun?
    private var isStopping = false

    public init(_ desk: Desk, _ session: Session) {
        self.desk = desk
        self.session = session
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .press(.sync), .press(.again): return await once("sync") { await sync() }
        case .press(.stop): stop()
        default: break
        }
        return nil
    }

    /// Syncs until the end. Leaving the screen does not stop it: a Stop does.
    private func sync() async -> Step? {
        (stage, isStopping) = (.running(nil), false)
        let ear = Ear { [weak self] progress in self?.hear(progress) }
        let (core, network) = (desk.core, desk.conditions.kind)
        let (subscription, run) = await Task.detached {
            (core.observe(observer: ear), core.sync(network: network))
        }.value
        self.run = run
        switch await desk.askAfar({ _ in try await run.wait() }) {
        case .ready(let view): stage = .ended(view)
        case .failed(let problem): stage = .failed(problem)
        case .loading: break
        }
        self.run = nil
        subscription.cancel()
        await session.load()
        desk.tellNews()
        return nil
    }

    /// The work is the core's: a task that is cancelled here would change nothing there.
    private func stop() {
        guard let run else { return }
        isStopping = true
        Task.detached { run.stop() }
    }

    private func hear(_ progress: SyncProgress) {
        if case .running = stage { stage = .running(progress) }
    }

    public var outline: Outline {
        let (manner, words) = (desk.manner, desk.words)
        let sync = Element.button("sync", words.syncNow, .filled, .press(.sync))
        switch stage {
        case .resting: return Outline(words.syncTitle, body: [.text("never", words.syncNever)], dock: [sync])
        case .running(let progress): return running(progress)
        case .ended(let view): return Outline(words.syncTitle, body: ended(view, manner), dock: [sync])
        case .failed(let problem):
            return Outline(words.syncTitle, body: [.problem("problem", problem, manner)], dock: [sync])
        }
    }

    private func running(_ progress: SyncProgress?) -> Outline {
        let words = desk.words
        let text = progress?.text ?? words.syncRunning
        let (done, total) = (Int(progress?.done ?? 0), Int(progress?.total ?? 0))
        let said = total > 0 ? words.readerStep(done, of: total) : words.readerBusy
        let element = Element.read(
            "progress", .progress(text: text, done: done, total: total), text, value: said, [.updatesFrequently])
        let stop = Element.button(
            "stop", isStopping ? words.syncStopping : words.syncStop, .harmless, .press(.stop), enabled: !isStopping)
        let safe = Element.text("safe", words.syncSafe, .small)
        return Outline(words.syncRunning, body: [element, safe], dock: [stop])
    }

    private func ended(_ view: SyncView, _ manner: Manner) -> [Element] {
        let rows = view.parts.enumerated().flatMap { index, part in
            let id = "part \(index + 1)"
            let problem = part.problem.map { [Element.problem("\(id) problem", $0, manner)] } ?? []
            return [.row(id, Row(part.name, lines: [part.text]), nil)] + problem
        }
        let mark = view.complete ? Mark.of(.holds, manner, word: manner.words.actionDone) : Mark(.waiting, "")
        return [.note("ended", mark, view.text)] + rows
    }
}

/// Hears the core on whatever thread it speaks, and passes on to the thread that draws.
final class Ear: Observer {
    private let hear: @MainActor @Sendable (SyncProgress) -> Void

    init(_ hear: @escaping @MainActor @Sendable (SyncProgress) -> Void) { self.hear = hear }

    func onProgress(progress: SyncProgress) throws {
        let hear = hear
        Task { @MainActor in hear(progress) }
    }

    /// The end comes by `wait`, which no observer can miss.
    func onDone(view: SyncView) throws {}
    func onFailed(error: AppError) throws {}
}
