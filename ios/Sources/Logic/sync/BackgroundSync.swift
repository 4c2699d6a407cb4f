import Core
import Foundation

/// A sync that nobody asked for, in the background: it spares network and battery, and tells nothing private.
@MainActor public struct BackgroundSync {
    /// How it ended.
    public enum Ending: Equatable, Sendable {
        /// It was not begun: no network, or one that is to be spared.
        case waits
        /// The phone is locked, and gives out no key before it is unlocked. Nothing was lost: the system asks again.
        case locked
        /// What is worth a notice, and when what waits is tried again, if before the regular time.
        case done(Notice?, next: Date?)
        case failed
    }

    private let app: AppModel
    public init(_ app: AppModel) { self.app = app }

    /// Syncs if the conditions allow it. Cancelling the task that this runs in stops the sync, not only the waiting.
    public func run() async -> Ending {
        if app.settings == nil { await app.readSettings() }
        guard app.conditions.allowUnasked(app.settings) else { return .waits }
        let syncing = app.syncing
        let answer = await withTaskCancellationHandler {
            await app.sync(unasked: BackgroundSync.seconds)
        } onCancel: {
            Task { @MainActor in syncing.stop() }
        }
        switch answer {
        case .ready(let view):
            return .done(Notice(view.news, app.words), next: syncing.nextAttempt)
        case .failed(let problem): return problem.code == "key-unavailable" ? .locked : .failed
        case .loading: return .failed
        }
    }

    /// A short time of the system is about half a minute; whatever is longer ends by its own sign.
    private static let seconds: UInt32 = 25
}

/// What a notification says: that something is new, never what.
public struct Notice: Equatable, Sendable {
    public let title: String
    public let text: String

    /// Nothing if nothing is worth one.
    public init?(_ news: SyncNews?, _ words: Words) {
        guard let news else { return nil }
        title = words.appName
        text = news == .needsYou ? words.noticeNeedsYou : words.noticeNew
    }
}
