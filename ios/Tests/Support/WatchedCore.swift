import Core
import Foundation

/// A core that is watched: it counts the calls, remembers the last refusal, and replies otherwise where a test says so.
/// Without a core behind it, it is a fake.
public final class WatchedCore: AppProtocol, @unchecked Sendable {
    private let real: (any AppProtocol)?
    private let lock = NSLock()
    private var replies: [String: @Sendable () throws -> Any] = [:]
    private var made: [String] = []
    private var refused: AppError?

    public init(_ real: (any AppProtocol)? = nil) { self.real = real }

    /// Answers a method in the core's place, such as `"home"`.
    public func answer(_ method: String, _ answer: (@Sendable () throws -> Any)?) {
        lock.withLock { replies[method] = answer }
    }

    /// The methods that were called since this was last asked.
    public func calls() -> [String] {
        lock.withLock {
            defer { made = [] }
            return made
        }
    }

    /// The refusal of the last call that was refused, once.
    public func refusal() -> AppError? {
        lock.withLock {
            defer { refused = nil }
            return refused
        }
    }

    private func begun(_ function: String) -> (@Sendable () throws -> Any)? {
        let method = String(function.prefix { $0 != "(" })
        return lock.withLock {
            made.append(method)
            return replies[method]
        }
    }

    private func kept<T>(_ error: any Error) throws -> T {
        lock.withLock { refused = error as? AppError }
        throw error
    }

    func ask<T>(_ function: String = #function, _ call: (any AppProtocol) throws -> T) throws -> T {
        do {
            if let answer = begun(function) { return try answer() as! T }
            guard let real else { throw Unexpected("no answer to \(function)") }
            return try call(real)
        } catch { return try kept(error) }
    }

    func askAfar<T>(
        _ function: String = #function, _ call: (any AppProtocol) async throws -> T
    ) async throws -> T {
        do {
            if let answer = begun(function) { return try answer() as! T }
            guard let real else { throw Unexpected("no answer to \(function)") }
            return try await call(real)
        } catch { return try kept(error) }
    }
}

extension WatchedCore {
    public func authorityPreview(link: String, stopper: Stopper) async throws -> AuthorityPreview {
        try await askAfar { try await $0.authorityPreview(link: link, stopper: stopper) }
    }
    public func checkGroups(link: String, typed: [GroupAnswer]) throws {
        try ask { try $0.checkGroups(link: link, typed: typed) }
    }
    public func join(link: String, code: String, stopper: Stopper) async throws -> JoinView {
        try await askAfar { try await $0.join(link: link, code: code, stopper: stopper) }
    }
    public func joinNamesake(link: String, code: String, seen: String, stopper: Stopper) async throws -> JoinView {
        try await askAfar { try await $0.joinNamesake(link: link, code: code, seen: seen, stopper: stopper) }
    }
    public func addRegister(link: String, relied: Bool, fetch: Fetch, stopper: Stopper) async throws -> RegisterView {
        let asked = fetch == .all ? "addRegister" : "addRegister.small"
        return try await askAfar(asked) {
            try await $0.addRegister(link: link, relied: relied, fetch: fetch, stopper: stopper)
        }
    }
    public func updateRegister(fingerprint: String) -> SyncRun {
        (try? ask { $0.updateRegister(fingerprint: fingerprint) }) ?? QuietRun(noHandle: .init())
    }
    public func removeRegister(fingerprint: String) throws {
        try ask { try $0.removeRegister(fingerprint: fingerprint) }
    }
    public func leaving(membership: MembershipId) throws -> LeaveView {
        try ask { try $0.leaving(membership: membership) }
    }
    public func leaveMembership(membership: MembershipId) throws {
        try ask { try $0.leaveMembership(membership: membership) }
    }
    public func observe(observer: any Observer) -> Subscription {
        (try? ask { $0.observe(observer: observer) }) ?? QuietSubscription(noHandle: .init())
    }
    public func sync(network: NetworkKind) -> SyncRun {
        (try? ask { $0.sync(network: network) }) ?? QuietRun(noHandle: .init())
    }
    public func syncUnasked(network: NetworkKind, seconds: UInt32) -> SyncRun {
        (try? ask { $0.syncUnasked(network: network, seconds: seconds) }) ?? QuietRun(noHandle: .init())
    }
    public func erase() throws { try ask { try $0.erase() } }
    public func freshness() throws -> FreshnessView { try ask { try $0.freshness() } }
    public func help() -> HelpView { try! ask { $0.help() } }
    public func sample() -> SampleView { try! ask { $0.sample() } }
    public func networkAccesses() throws -> NetworkView { try ask { try $0.networkAccesses() } }
    public func setSettings(settings: SettingsView) throws { try ask { try $0.setSettings(settings: settings) } }
    public func settings() throws -> SettingsView { try ask { try $0.settings() } }
    public func business(uscc: String) throws -> BusinessView { try ask { try $0.business(uscc: uscc) } }
    public func eraseRecent() throws { try ask { try $0.eraseRecent() } }
    public func noteLookup(uscc: String) throws { try ask { try $0.noteLookup(uscc: uscc) } }
    public func recent() throws -> RecentView { try ask { try $0.recent() } }
    public func compare(codes: [String]) throws -> ComparisonView { try ask { try $0.compare(codes: codes) } }
    public func watched() throws -> WatchedView { try ask { try $0.watched() } }
    public func watch(uscc: String) throws { try ask { try $0.watch(uscc: uscc) } }
    public func unwatch(uscc: String) throws { try ask { try $0.unwatch(uscc: uscc) } }
    public func eraseWatched() throws { try ask { try $0.eraseWatched() } }
    public func saveAnswer(uscc: String) async throws {
        try await askAfar { try await $0.saveAnswer(uscc: uscc) }
    }
    public func answers() throws -> SavedAnswersView { try ask { try $0.answers() } }
    public func exportAnswer(id: Int64) throws -> AnswerFile { try ask { try $0.exportAnswer(id: id) } }
    public func eraseAnswer(id: Int64) throws { try ask { try $0.eraseAnswer(id: id) } }
    public func registers() throws -> RegistersView { try ask { try $0.registers() } }
    public func scan(text: String) throws -> ScanView { try ask { try $0.scan(text: text) } }
    public func search(text: String) throws -> SearchView { try ask { try $0.search(text: text) } }
    public func people() throws -> PeopleView { try ask { try $0.people() } }
    public func keepPerson(membership: MembershipId, draft: PersonDraft) throws {
        try ask { try $0.keepPerson(membership: membership, draft: draft) }
    }
    public func memberships() throws -> [MembershipView] { try ask { try $0.memberships() } }
    public func readLink(text: String) throws -> LinkView { try ask { try $0.readLink(text: text) } }
    public func confirm(membership: MembershipId, mine: Bool) throws {
        try ask { try $0.confirm(membership: membership, mine: mine) }
    }
    public func home(membership: MembershipId) throws -> HomeView { try ask { try $0.home(membership: membership) } }
    public func letters(membership: MembershipId, search: String) throws -> LettersView {
        try ask { try $0.letters(membership: membership, search: search) }
    }
    public func letter(membership: MembershipId, n: UInt32) throws -> LetterView {
        try ask { try $0.letter(membership: membership, n: n) }
    }
    public func markLetters(membership: MembershipId, letters: [UInt32], read: Bool) throws {
        try ask { try $0.markLetters(membership: membership, letters: letters, read: read) }
    }
    public func perks(membership: MembershipId) throws -> PerksView { try ask { try $0.perks(membership: membership) } }
    public func benefit(membership: MembershipId, id: String) throws -> BenefitView {
        try ask { try $0.benefit(membership: membership, id: id) }
    }
    public func till(membership: MembershipId, id: String) throws -> TillView {
        try ask { try $0.till(membership: membership, id: id) }
    }
    public func forecast(membership: MembershipId) throws -> ForecastView {
        try ask { try $0.forecast(membership: membership) }
    }
    public func rulebook(membership: MembershipId) throws -> RulebookView {
        try ask { try $0.rulebook(membership: membership) }
    }
    public func story(membership: MembershipId) throws -> StoryView { try ask { try $0.story(membership: membership) } }
    public func compareStatements(
        membership: MembershipId, one: UInt32, other: UInt32
    ) throws -> StatementComparisonView {
        try ask { try $0.compareStatements(membership: membership, one: one, other: other) }
    }
    public func compareRulebooks(
        membership: MembershipId, one: UInt32, other: UInt32
    ) throws -> RulebookComparisonView {
        try ask { try $0.compareRulebooks(membership: membership, one: one, other: other) }
    }
    public func told(membership: MembershipId, target: ToldTarget) throws -> ToldView {
        try ask { try $0.told(membership: membership, target: target) }
    }
    public func caseFile(membership: MembershipId, target: ToldTarget, file: String) throws -> CaseFileView {
        try ask { try $0.caseFile(membership: membership, target: target, file: file) }
    }
    public func alarms(membership: MembershipId?) throws -> AlarmsView {
        try ask { try $0.alarms(membership: membership) }
    }
    public func alarm(membership: MembershipId?, alarm: Int64) throws -> AlarmView {
        try ask { try $0.alarm(membership: membership, alarm: alarm) }
    }
    public func putAside(membership: MembershipId?, alarm: Int64, seen: String) throws -> AlarmsView {
        try ask { try $0.putAside(membership: membership, alarm: alarm, seen: seen) }
    }
    public func reopen(membership: MembershipId?, alarm: Int64) throws -> AlarmsView {
        try ask { try $0.reopen(membership: membership, alarm: alarm) }
    }
    public func exportAlarm(membership: MembershipId?, alarm: Int64) throws -> AlarmExport {
        try ask { try $0.exportAlarm(membership: membership, alarm: alarm) }
    }
    public func relyOnRegister(fingerprint: String, relied: Bool) throws -> RegistersView {
        try ask { try $0.relyOnRegister(fingerprint: fingerprint, relied: relied) }
    }
    public func statements(membership: MembershipId) throws -> StatementsView {
        try ask { try $0.statements(membership: membership) }
    }
    public func statement(membership: MembershipId, seq: UInt32) throws -> StatementView {
        try ask { try $0.statement(membership: membership, seq: seq) }
    }
    public func entry(membership: MembershipId, seq: UInt32, entry: String) throws -> EntryView {
        try ask { try $0.entry(membership: membership, seq: seq, entry: entry) }
    }
}

extension WatchedCore {
    public func recordKinds(membership: MembershipId) throws -> RecordKindsView {
        try ask { try $0.recordKinds(membership: membership) }
    }
    public func checkDraft(membership: MembershipId, draft: RecordDraft) throws -> DraftView {
        try ask { try $0.checkDraft(membership: membership, draft: draft) }
    }
    public func queueRecord(membership: MembershipId, draft: RecordDraft, form: String) throws -> KeptView {
        try ask { try $0.queueRecord(membership: membership, draft: draft, form: form) }
    }
    public func queue(membership: MembershipId) throws -> QueueView {
        try ask { try $0.queue(membership: membership) }
    }
    public func queueItem(membership: MembershipId, item: Int64) throws -> QueueItemView {
        try ask { try $0.queueItem(membership: membership, item: item) }
    }
    public func confirmRecord(membership: MembershipId, item: Int64) throws -> QueueItemView {
        try ask { try $0.confirmRecord(membership: membership, item: item) }
    }
    public func editRecord(membership: MembershipId, item: Int64) throws -> EditView {
        try ask { try $0.editRecord(membership: membership, item: item) }
    }
    public func retryRecord(membership: MembershipId, item: Int64) throws -> QueueItemView {
        try ask { try $0.retryRecord(membership: membership, item: item) }
    }
    public func withdrawRecord(membership: MembershipId, item: Int64) throws -> QueueItemView {
        try ask { try $0.withdrawRecord(membership: membership, item: item) }
    }
    public func exportRecord(membership: MembershipId, item: Int64) throws -> ExportView {
        try ask { try $0.exportRecord(membership: membership, item: item) }
    }
    public func removePhotos(membership: MembershipId, item: Int64) throws -> QueueItemView {
        try ask { try $0.removePhotos(membership: membership, item: item) }
    }
    public func archiveContents(of: MembershipId?) throws -> ArchiveView {
        try ask { try $0.archiveContents(of: of) }
    }
    public func exportAll(of: MembershipId?, file: String) throws -> ArchiveView {
        try ask { try $0.exportAll(of: of, file: file) }
    }
    public func receipt(membership: MembershipId, item: Int64) throws -> ReceiptView {
        try ask { try $0.receipt(membership: membership, item: item) }
    }
    public func receipts(membership: MembershipId) throws -> ReceiptsView {
        try ask { try $0.receipts(membership: membership) }
    }
}

/// What a fake gives to who listens: there is nothing to hear.
private final class QuietSubscription: Subscription, @unchecked Sendable {
    override func cancel() {}
}

/// A sync of a fake: it ends at once and brings nothing.
private final class QuietRun: SyncRun, @unchecked Sendable {
    override func wait() async throws -> SyncView {
        SyncView(
            complete: true, stopped: false, text: "", sent: 0, waiting: 0, needsYou: 0, nextAttempt: nil, news: nil,
            parts: [])
    }
    override func stop() {}
}
