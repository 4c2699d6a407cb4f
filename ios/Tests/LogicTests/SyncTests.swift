import Core
import Foundation
import Support
import Testing

@testable import Logic

/// Syncs that are stopped, that nobody asked for, and that say nothing private.
@MainActor @Suite(.serialized) struct SyncTests {
    static let sandbox = try! Sandbox()
    let phone = try! Phone()

    private func joined(_ other: Phone? = nil) async throws -> (AppModel, Session) {
        let phone = other ?? phone
        try await Self.sandbox.calm()
        let app = AppModel(core: try phone.open(), language: .english)
        await app.readSettings()
        let (session, link, code) = (Session(app), Self.sandbox.link, try await Self.sandbox.code())
        let asked = try await app.core.join(link: link, code: code, stopper: Stopper())
        try app.core.confirm(membership: asked.membership, mine: true)
        await session.load()
        return (app, session)
    }

    @Test("Stop ends a sync and keeps what it had")
    func stopped() async throws {
        let (app, session) = try await joined()
        try await Self.sandbox.mischief(.object(["slow": .object(["millis": .number(400)])]))
        let model = SyncModel(app, session)
        async let sync: Step? = model.act(.press(.sync))
        try await Task.sleep(for: .milliseconds(150))
        #expect(model.outline["stop"] != nil)
        #expect(await model.act(.press(.sync)) == nil, "a second tap begins nothing")
        _ = await model.act(.press(.stop))
        _ = await sync
        try await Self.sandbox.calm()
        guard case .ended(let view) = model.stage else { throw Unexpected("\(model.stage)") }
        #expect(view.stopped && !view.complete)
    }

    @Test("Stop ends joining at once, and the same code goes on")
    func joiningStopped() async throws {
        try await Self.sandbox.calm()
        let app = AppModel(core: try phone.open(), language: .english)
        let (join, code) = (JoinModel(app, Session(app), link: Self.sandbox.link), try await Self.sandbox.code())
        await join.load()
        _ = await join.act(.press(.look))
        _ = await join.act(.write(.code, code))
        #expect(join.outline["stop"] == nil)
        try await Self.sandbox.mischief(.object(["slow": .object(["millis": .number(60_000)])]))
        let begun = ContinuousClock.now
        async let sent: Step? = join.act(.press(.sendCode))
        try await Task.sleep(for: .milliseconds(300))
        _ = await join.act(try #require(join.outline["stop"]?.act))
        #expect(await sent == nil && ContinuousClock.now - begun < .seconds(20))
        #expect(join.outline["problem"] != nil && join.outline["stop"] == nil)
        #expect(try app.core.memberships().isEmpty)
        try await Self.sandbox.calm()
        guard case .replace(.confirm) = await join.act(.press(.sendCode)) else { throw Unexpected("not joined") }
    }

    @Test("cancelling a task that waits stops nothing, and a background sync stops when its time is over")
    func cancelled() async throws {
        let (app, _) = try await joined()
        try await Self.sandbox.mischief(.object(["slow": .object(["millis": .number(300)])]))
        let run = app.core.sync(network: .unmetered)
        let waiting = Task { try await run.wait() }
        waiting.cancel()
        let background = Task { await BackgroundSync(app).run() }
        try await Task.sleep(for: .milliseconds(100))
        background.cancel()
        _ = await background.value
        #expect(try await run.wait().stopped, "it was the same sync, and stopped it")
        try await Self.sandbox.calm()
    }

    @Test("progress arrives on the thread that draws, whatever thread speaks")
    func threads() async throws {
        let (app, session) = try await joined()
        let heard = Flag()
        let ear = Ear { progress in
            MainActor.assertIsolated()
            if progress.total > 0 { heard.raise() }
        }
        let speak = SyncProgress(text: "x", done: 1, total: 2)
        await withTaskGroup(of: Void.self) { group in
            for _ in 1...100 { group.addTask { try? ear.onProgress(progress: speak) } }
        }
        let model = SyncModel(app, session)
        _ = await model.act(.press(.sync))
        guard case .ended(let view) = model.stage else { throw Unexpected("\(model.stage)") }
        #expect(view.complete && heard.isRaised)
        #expect(model.outline.elements.contains { $0.label.contains("Yangqiao") })
    }

    @Test("in the background it spares network and battery")
    func spares() async throws {
        let settings = try phone.open().settings()
        let careful = settings.with(unmeteredOnly: true)
        #expect(!Conditions(network: .none).allowUnasked(settings))
        #expect(!Conditions(network: .unmetered, lowPower: true).allowUnasked(settings))
        #expect(!Conditions(network: .metered).allowUnasked(careful))
        #expect(Conditions(network: .metered).allowUnasked(settings))
        #expect(!Conditions(network: .metered).allowUnasked(nil), "unknown settings are the careful ones")
        #expect(!Conditions.unknown.allowUnasked(careful) && Conditions.unknown.allowUnasked(settings))
        #expect(AppModel(core: WatchedCore(), language: .english).conditions == .unknown)
        let kinds = [Conditions.Network.unknown, .none, .metered, .unmetered].map { Conditions(network: $0).kind }
        #expect(kinds == [.metered, .metered, .metered, .unmetered])
        let core = WatchedCore()
        core.answer("settings") { settings }
        let app = AppModel(core: core, language: .english, conditions: Conditions(network: .none))
        #expect(await BackgroundSync(app).run() == .waits)
        #expect(core.calls() == ["settings"], "nothing is begun")
    }

    @Test("a sync that began without charges stops when another network comes into use, and only then")
    func wifiLost() async throws {
        for (first, then, stops) in [
            (Conditions.Network.unmetered, Conditions.Network.metered, true), (.metered, .metered, false),
        ] {
            let (app, _) = try await joined(Phone())
            app.conditions = Conditions(network: first)
            try await Self.sandbox.mischief(.object(["slow": .object(["millis": .number(200)])]))
            let sync = Task { await app.sync() }
            try await Task.sleep(for: .milliseconds(100))
            try #require(app.syncing.isRunning)
            app.conditions = Conditions(network: then)
            let view = try #require(await sync.value.sheet)
            #expect(view.stopped == stops)
        }
        try await Self.sandbox.calm()
    }

    @Test("what was kept is sent without another tap, where network and battery allow it")
    func keptIsSent() async throws {
        let (app, session) = try await joined()
        let shell = Shell(app, session, version: "1", licences: nil)
        app.conditions = Conditions(network: .none)
        app.wantsSync(.unasked)
        try await Task.sleep(for: .milliseconds(50))
        #expect(app.syncing.stage == .resting)
        app.conditions = Conditions(network: .unmetered)
        app.wantsSync(.unasked)
        while app.syncing.stage == .resting { await Task.yield() }
        await app.syncing.ended()
        #expect(!app.syncing.isDue() && app.syncing.isDue(.now + .seconds(3600)))
        // Coming forward again and again begins no sync each time, but one when the last is long ago.
        shell.cameForward()
        try await Task.sleep(for: .milliseconds(50))
        #expect(!app.syncing.isRunning)
        shell.cameForward(.now + .seconds(3600))
        while !app.syncing.isRunning { await Task.yield() }
        await app.syncing.ended()
        withExtendedLifetime(shell) {}
    }

    @Test("what the last sync ran into is reported on home until it is put aside")
    func obstacle() async throws {
        let (app, session) = try await joined()
        try await Self.sandbox.network(false)
        await app.sync()
        try await Self.sandbox.network(true)
        let home = HomeModel(app, session)
        await home.load()
        #expect(home.outline["obstacle"] != nil)
        _ = await home.act(try #require(home.outline["dismiss"]?.act))
        #expect(home.outline["obstacle"] == nil)
    }

    @Test("erasing stops the sync at work first, and nothing syncs afterwards")
    func erasing() async throws {
        let (app, session) = try await joined()
        let shell = Shell(app, session, version: "1", licences: nil)
        try await Self.sandbox.mischief(.object(["slow": .object(["millis": .number(400)])]))
        app.wantsSync(.asked)
        try await Task.sleep(for: .milliseconds(100))
        try #require(app.syncing.isRunning)
        let erase = EraseModel(app)
        _ = await erase.act(.write(.eraseWord, app.words.moreEraseWord))
        #expect(await erase.act(.press(.erase)) == .startOver)
        // Nobody waits for its end, which the core does not need; it may have come already.
        if case .running = app.syncing.stage { #expect(app.syncing.isStopping) }
        await app.syncing.ended()
        let ended = app.syncing.stage
        shell.cameForward(.now + .seconds(3600))
        try await Task.sleep(for: .milliseconds(50))
        #expect(!app.syncing.isRunning && app.syncing.stage == ended)
        try await Self.sandbox.calm()
    }

    @Test("a background sync brings news, and its notice says nothing private")
    func notice() async throws {
        let (app, session) = try await joined()
        guard case .done(let notice?, nil) = await BackgroundSync(app).run() else { throw Unexpected("no news") }
        #expect(notice.title == "Standing" && notice.text == "There is something new.")
        #expect(await BackgroundSync(app).run() == .done(nil, next: nil), "nothing new, no notice")
        withExtendedLifetime(session) {}
    }

    @Test("what waits gives the time of the next background sync")
    func next() async throws {
        let (core, settings) = (WatchedCore(), try phone.open().settings())
        core.answer("settings") { settings }
        core.answer("syncUnasked") { WaitingRun(noHandle: .init()) }
        let ending = await BackgroundSync(AppModel(core: core, language: .english)).run()
        #expect(ending == .done(nil, next: Date(timeIntervalSince1970: 1_795_392_600)))
    }

    @Test("a metered network is refused where the person chose so")
    func metered() async throws {
        let (app, session) = try await joined()
        _ = await app.keep(app.settings!.with(unmeteredOnly: true))
        app.conditions = Conditions(network: .metered)
        let model = SyncModel(app, session)
        _ = await model.act(.press(.sync))
        guard case .failed(let problem) = model.stage else { throw Unexpected("\(model.stage)") }
        #expect(problem.code == "metered")
        #expect(model.outline["problem"] != nil && model.outline["sync"]?.enabled == true)
    }

    @Test(
        "a record that needs the person is announced, and nothing of it is said",
        arguments: [Language.english, .chinese])
    func needing(_ language: Language) {
        let words = Words(language)
        #expect(Notice(nil, words) == nil)
        #expect(Notice(.somethingNew, words)?.text == words.noticeNew)
        let notice = Notice(.needsYou, words)
        #expect(notice?.title == words.appName && notice?.text == words.noticeNeedsYou)
        #expect(notice?.text.contains(where: { "0"..."9" ~= $0 }) == false)
    }

    @Test("a phone that is locked in the background loses nothing and is asked again")
    func locked() async throws {
        let (core, settings) = (WatchedCore(), try phone.open().settings())
        core.answer("settings") { settings }
        core.answer("syncUnasked") { LockedRun(noHandle: .init()) }
        #expect(await BackgroundSync(AppModel(core: core, language: .english)).run() == .locked)
    }
}

private let lockedNow = AppError.KeyUnavailable(code: "key-unavailable", happened: "H.", safe: "S.", todo: "T.")

/// A run that ends as on a phone that gives out no key.
private final class LockedRun: SyncRun, @unchecked Sendable {
    override func wait() async throws -> SyncView { throw lockedNow }
}

/// A run after which something waits.
private final class WaitingRun: SyncRun, @unchecked Sendable {
    override func wait() async throws -> SyncView {
        SyncView(
            complete: false, stopped: false, text: "", sent: 0, waiting: 1, needsYou: 0,
            nextAttempt: 1_795_392_600, news: nil, parts: [])
    }
}
