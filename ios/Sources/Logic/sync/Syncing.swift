import Core
import Foundation
import Observation

/// Why a sync is wanted.
enum SyncReason: Equatable, Sendable {
    /// A person asked for it.
    case asked
    /// A person has just joined.
    case joined
    /// Something was kept, or the app came forward: as far as network, battery and settings allow it.
    case unasked
}

/// The sync of the whole app: one at a time, no matter which screen or system task asks for it.
@MainActor @Observable public final class Syncing {
    /// How far it is.
    public enum Stage: Equatable, Sendable {
        case resting
        case running(SyncProgress?)
        case ended(SyncView)
        case failed(Problem)
    }

    public private(set) var stage = Stage.resting
    public private(set) var isStopping = false
    private var isDismissed = false
    @ObservationIgnored private var run: SyncRun?
    @ObservationIgnored private var work: Task<Load<SyncView>, Never>?
    @ObservationIgnored private var begunWith = NetworkKind.metered
    @ObservationIgnored private var isUnasked = false
    @ObservationIgnored private var endedAt: ContinuousClock.Instant?

    public var isRunning: Bool { work != nil }

    /// What the last one ran into with a membership, or altogether, until the person has put it aside.
    func obstacle(_ membership: MembershipId) -> Problem? {
        switch stage {
        case _ where isDismissed: nil
        case .failed(let problem): problem
        case .ended(let view): view.parts.first { $0.membership == membership && $0.problem != nil }?.problem
        case .resting, .running: nil
        }
    }

    /// When what waits is tried again, as the last one said.
    public var nextAttempt: Date? {
        guard case .ended(let view) = stage else { return nil }
        return view.nextAttempt.map { Date(timeIntervalSince1970: TimeInterval($0)) }
    }

    /// Puts aside what the last one ran into.
    func dismiss() { isDismissed = true }

    /// Whether the last one ended long enough ago for one that nobody asked for.
    func isDue(_ now: ContinuousClock.Instant = .now) -> Bool {
        endedAt.map { $0.duration(to: now) >= Syncing.pause } ?? true
    }

    /// Coming back to the app again and again begins no sync each time.
    private static let pause = Duration.seconds(15 * 60)

    /// Syncs until the end; while one is at work, until that one's end. Cancelling whoever waits stops nothing. Where
    /// nobody asked for it, only what is due is tried, for no longer than so many seconds.
    func sync(_ app: AppModel, unasked: UInt32? = nil) async -> Load<SyncView> {
        let network = app.conditions.kind
        if isRunning, unasked == nil, isUnasked { await widen(app) }
        if !isRunning { isUnasked = unasked != nil }
        return await begin(app, network) { core in
            unasked.map { core.syncUnasked(network: network, seconds: $0) } ?? core.sync(network: network)
        }
    }

    /// Fetches what is new of one register, by its fingerprint; while a sync is at work, waits for that one's end. The
    /// person has seen how large it is: a network that charges does not end it.
    func update(_ app: AppModel, register: String) async -> Load<SyncView> {
        await begin(app, .metered) { $0.updateRegister(fingerprint: register) }
    }

    private func begin(
        _ app: AppModel, _ network: NetworkKind, _ first: @escaping @Sendable (any AppProtocol) -> SyncRun
    ) async -> Load<SyncView> {
        if let work { return await work.value }
        (stage, isStopping, isDismissed) = (.running(nil), false, false)
        begunWith = network
        let work = Task { await follow(app, first) }
        self.work = work
        return await work.value
    }

    /// One that nobody asked for tries everything from now on: the core takes the wish for the sync at work.
    private func widen(_ app: AppModel) async {
        isUnasked = false
        let (core, network) = (app.core, app.conditions.kind)
        _ = await Task.detached { core.sync(network: network) }.value
    }

    /// Waits until none is at work.
    public func ended() async { _ = await work?.value }

    /// Asks it to stop: it ends between two exchanges, and keeps what it has.
    public func stop() {
        guard isRunning, !isStopping else { return }
        isStopping = true
        if let run { Task.detached { run.stop() } }
    }

    /// Another network is in use: what began without charges does not go on with them.
    func follow(_ conditions: Conditions) {
        if isRunning, begunWith == .unmetered, conditions.network == .metered { stop() }
    }

    private func follow(
        _ app: AppModel, _ first: @escaping @Sendable (any AppProtocol) -> SyncRun
    ) async -> Load<SyncView> {
        let ear = Ear { [weak self] progress in self?.hear(progress) }
        let core = app.core
        let (subscription, run) = await Task.detached { (core.observe(observer: ear), first(core)) }.value
        self.run = run
        // It may have been asked to stop before there was anything to stop.
        if isStopping { Task.detached { run.stop() } }
        let answer = await app.askAfar { _ in try await run.wait() }
        subscription.cancel()
        switch answer {
        case .ready(let view): stage = .ended(view)
        case .failed(let problem): stage = .failed(problem)
        case .loading: break
        }
        (self.run, isStopping, endedAt) = (nil, false, .now)
        // Part of the work: whoever waits for the end finds nothing at work any more.
        await app.whenSynced()
        app.tellNews()
        work = nil
        return answer
    }

    private func hear(_ progress: SyncProgress) {
        if case .running = stage { stage = .running(progress) }
    }
}

extension AppModel {
    /// Begins to fetch a register's large update, by its fingerprint, and shows how far it is.
    func update(register: String) -> Step {
        Task { await syncing.update(self, register: register) }
        return .open(.sync)
    }

    /// Syncs until the end, or until the end of the one that is at work.
    @discardableResult public func sync(unasked: UInt32? = nil) async -> Load<SyncView> {
        await syncing.sync(self, unasked: unasked)
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
