import Core

/// A sync that nobody asked for, in the background: it spares network and battery, and tells nothing private.
@MainActor public struct Errand {
    /// How it ended.
    public enum Ending: Equatable, Sendable {
        /// It was not begun: no network, or one that is to be spared.
        case waits
        /// The phone is locked, and gives out no key before it is unlocked. Nothing was lost: the system asks again.
        case locked
        case done(Notice?)
        case failed
    }

    private let desk: Desk
    public init(_ desk: Desk) { self.desk = desk }

    /// Syncs if the conditions allow it. Cancelling the task that this runs in stops the sync, not only the waiting.
    public func run() async -> Ending {
        if desk.settings == nil { await desk.readSettings() }
        guard desk.conditions.allowUnasked(desk.settings) else { return .waits }
        let before = await needing()
        let syncing = desk.syncing
        let answer = await withTaskCancellationHandler {
            await desk.sync()
        } onCancel: {
            Task { @MainActor in syncing.stop() }
        }
        switch answer {
        case .ready(let view):
            return .done(Notice(view, needsYou: await needing() > before, desk.words))
        case .failed(let problem): return problem.code == "key-unavailable" ? .locked : .failed
        case .loading: return .failed
        }
    }

    /// How many records need the person: one that did before is not announced again.
    private func needing() async -> UInt32 {
        let answer = await desk.ask { core in
            let active = try core.memberships().filter { $0.state == .active }
            return try active.map { try core.home(membership: $0.membership).needsYou }.reduce(0, +)
        }
        return answer.sheet ?? 0
    }
}

/// What a notification says: that something is new, never what.
public struct Notice: Equatable, Sendable {
    public let title: String
    public let text: String

    /// Nothing if nothing is new.
    public init?(_ view: SyncView, needsYou: Bool, _ words: Words) {
        let isNew = view.parts.contains { $0.statements + $0.notices + $0.receipts > 0 }
        guard isNew || needsYou else { return nil }
        title = words.appName
        text = needsYou ? words.noticeNeedsYou : words.noticeNew
    }
}
