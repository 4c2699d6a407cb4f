import Core
import Observation

/// A sync at work: how far it is, a way to stop it, and what it brought.
@MainActor @Observable public final class SyncModel: Screen {
    private let app: AppModel
    private let session: Session
    /// How far it is: the sync of the whole app, whoever began it.
    public var stage: Syncing.Stage { app.syncing.stage }

    public init(_ app: AppModel, _ session: Session) {
        self.app = app
        self.session = session
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .press(.sync), .press(.again): await sync()
        case .press(.stop): app.syncing.stop()
        default: break
        }
        return nil
    }

    /// Syncs until the end. Leaving the screen does not stop it: a Stop does.
    private func sync() async {
        if !app.syncing.isRunning { await app.sync() }
    }

    public var outline: Outline {
        let (manner, words) = (app.manner, app.words)
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
        let words = app.words
        let text = progress?.text ?? words.syncRunning
        let (done, total) = (Int(progress?.done ?? 0), Int(progress?.total ?? 0))
        let said = total > 0 ? words.readerStep(done, of: total) : words.readerBusy
        let element = Element.read(
            "progress", .progress(text: text, done: done, total: total), text, value: said, [.updatesFrequently])
        let stop = Element.button(
            "stop", app.syncing.isStopping ? words.syncStopping : words.syncStop, .harmless, .press(.stop),
            enabled: !app.syncing.isStopping)
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
