import Core
import Foundation
import Support
import Testing

@testable import Logic

/// Opening the app, finding back, and what comes from outside.
@MainActor @Suite struct AppModelTests {
    @Test("the way back survives the end of the app")
    func restored() {
        let navigator = Navigator()
        navigator.open(.records)
        navigator.open(.item("a", item: 3))
        navigator.open(.receipt("a", item: 3))
        let again = Navigator(saved: navigator.saved)
        #expect(again.top == .receipt("a", item: 3))
        again.back()
        #expect(again.top == .item("a", item: 3))
        #expect(Navigator(saved: Data("nonsense".utf8)).top == .home)
    }

    @Test("a place that is tapped twice opens once, and back beyond the first screen does nothing")
    func twice() {
        let navigator = Navigator()
        navigator.open(.freshness)
        navigator.open(.freshness)
        #expect(navigator.path == [.freshness])
        navigator.back()
        navigator.back()
        #expect(navigator.top == .home)
    }

    @Test("each tab has a path of its own, which another one does not touch")
    func tabs() {
        let navigator = Navigator()
        navigator.open(.freshness)
        navigator.open(.records)
        #expect(navigator[.records].isEmpty && navigator[.home] == [.freshness])
        navigator.open(.receipts("a"))
        // The stack of a tab that is left pops, and says so late.
        navigator[.home] = []
        #expect(navigator.top == .receipts("a") && navigator[.home].isEmpty)
    }

    @Test("a second tap on a tab leads to its beginning, the first one to what was open there")
    func again() {
        let navigator = Navigator()
        navigator.open(.freshness)
        navigator.open(.more)
        navigator.open(.home)
        #expect(navigator.top == .freshness)
        navigator.open(.home)
        #expect(navigator.top == .home)
    }

    @Test("a step that comes late moves only the page that it is of")
    func late() {
        let navigator = Navigator()
        let (join, form) = (Place.join(link: "x"), Place.form("a", kind: .volunteering, rule: "G-1"))
        navigator.open(join)
        navigator.open(.scan)
        // The person looks at another page meanwhile: the page below is replaced, and the one above stays.
        #expect(navigator.take(.replace(.confirm("a")), of: join) == nil)
        #expect(navigator.path == [.confirm("a"), .scan])
        // The page was left: nothing moves.
        #expect(navigator.take(.replace(.item("a", item: 1)), of: form) == nil)
        #expect(navigator.take(.back, of: .confirm("a")) == nil)
        #expect(navigator.take(.open(.sync), of: .confirm("a")) == nil)
        #expect(navigator.path == [.confirm("a"), .scan])
        #expect(navigator.take(.root(.home), of: .confirm("a")) == nil)
        #expect(navigator.path == [.scan])
    }

    @Test("from the list beside a detail, another detail takes its place")
    func beside() {
        let navigator = Navigator()
        navigator.open(.item("a", item: 1), from: .home)
        navigator.open(.item("a", item: 2), from: .home)
        #expect(navigator.path == [.item("a", item: 2)])
    }

    @Test("a step about places is taken, any other is the phone's")
    func steps() {
        let navigator = Navigator()
        #expect(navigator.take(.open(.join(link: "")), of: .home) == nil)
        #expect(navigator.take(.replace(.confirm("a")), of: .join(link: "")) == nil)
        #expect(navigator.path == [.confirm("a")])
        #expect(navigator.take(.root(.home), of: .confirm("a")) == nil)
        #expect(navigator.path.isEmpty)
        #expect(navigator.take(.copy("x"), of: .home) == .copy("x"))
        #expect(navigator.take(.startOver, of: .home) == .startOver)
    }

    @Test("from a record that was sent, back leads neither to its form nor to the choice of kinds")
    func sent() {
        let navigator = Navigator()
        navigator.open(.records)
        navigator.open(.kinds("a"))
        let form = Place.form("a", kind: .volunteering, rule: "G-1")
        navigator.open(form)
        #expect(navigator.take(.replace(.item("a", item: 7)), of: form) == nil)
        #expect(navigator.path == [.item("a", item: 7)])
        navigator.back()
        #expect(navigator.top == .records)
    }

    @Test("a link of this app is taken, anything else is not obeyed")
    func arrivals() throws {
        func place(_ url: String) -> Place? { Arrival(url: url).place("a") }
        #expect(place("standing:join?x") == .join(link: "standing:join?x"))
        #expect(place("STANDING:join?X") == .join(link: "standing:join?X"), "only the scheme's case means nothing")
        #expect(place("https://standing.example/join") == nil)
        guard case .link(let long) = Arrival(url: "standing:" + String(repeating: "x", count: 1_000_000)) else {
            throw Unexpected("a long link is a link, too")
        }
        #expect(long.count == 2001)
        #expect(place("standing-app://records") == .records && place("Standing-App://Records") == .records)
        #expect(place("standing-app://record") == .kinds("a"))
        #expect(Arrival(url: "standing-app://record").place(nil) == .records)
        #expect(place("standing-app://erase") == nil)
    }

    @Test("language and elder mode hold at once, and the phone's language comes back")
    func settings() async throws {
        let app = AppModel(core: try Phone().open(), language: .chinese)
        await app.readSettings()
        let model = SettingsModel(app)
        _ = await model.act(.choose(.language, "english"))
        _ = await model.act(.turn(.elder, true))
        #expect(app.words == Words(.english) && app.manner.elder)
        _ = await model.act(.choose(.language, ""))
        #expect(app.words == Words(.chinese))
        _ = await model.act(.choose(.textSize, "9999"))
        #expect(model.outline["problem"] != nil, "the core says what it does not take")
    }

    @Test(
        "a link that is no link is called that on the screen that it opens", arguments: ["standing:", "standing:x?y"])
    func broken(_ url: String) async throws {
        let app = AppModel(core: try Phone().open(), language: .english)
        let join = JoinModel(app, Session(app), link: url)
        await join.load()
        #expect(join.outline["problem"] != nil && join.stage == .link)
    }

    @Test("a button that reads aloud stops while it does, and no other one does")
    func aloud() {
        let app = AppModel(core: WatchedCore(), language: .english)
        func label(_ text: String) -> String { Element.aloud("x", text, app.manner).label }
        app.reads("Passed")
        #expect(label("Passed") == app.words.actionStopReading && label("Failed") == app.words.actionReadAloud)
        app.reads(nil)
        #expect(label("Passed") == app.words.actionReadAloud)
    }

    @Test("a plural and a value read right in both languages")
    func words() {
        #expect(Words(.english).searchFound(1) == "1 found" && Words(.english).searchFound(2) == "2 found")
        #expect(Words(.chinese).readerStep(1, of: 3) == "第1步，共3步")
    }

    @Test("the phone gets what only it can do, and a screen that was left starts over")
    func shell() async throws {
        let app = AppModel(core: try Phone().open(), language: .english)
        await app.readSettings()
        let (phone, session) = (Hands(), Session(app))
        await session.load()
        let shell = Shell(app, session, version: "1", licences: nil, platform: phone)
        await shell.act(.go(.scan), on: shell.screen(.home))
        let scan = shell.screen(.scan)
        #expect(scan === shell.screen(.scan), "an open screen keeps what was typed in it")
        _ = await shell.act(.write(.scanned, "69"), on: scan)
        #expect(shell.typed == [.scan: ["scanned": "69"]])
        await shell.act(.press(.light), on: scan)
        await shell.act(.read("Passed"), on: scan)
        #expect(phone.steps == [.light] && phone.read == ["Passed"])
        await shell.act(.back, on: scan)
        #expect(scan !== shell.screen(.scan))
        shell.arrive("https://standing.example/")
        #expect(shell.said == app.words.arrivalForeign && shell.navigator.top == .home)
        shell.arrive("standing:x")
        #expect(shell.navigator.top == .join(link: "standing:x"))
    }

    @Test("an answer that comes after its page was left moves nothing")
    func leftMeanwhile() async throws {
        let core = WatchedCore()
        core.answer("queueRecord") {
            Thread.sleep(forTimeInterval: 0.2)
            return KeptView(item: 7, text: "Kept.")
        }
        let app = AppModel(core: core, language: .english)
        let shell = Shell(app, Session(app), version: "1", licences: nil)
        let place = Place.form("a", kind: .volunteering, rule: "G-1")
        await shell.act(.go(.kinds("a")), on: shell.screen(.home))
        await shell.act(.go(place), on: shell.screen(.kinds("a")))
        let form = shell.screen(place)
        let sent = Task { await shell.act(.press(.send), on: shell.screen(place)) }
        try await Task.sleep(for: .milliseconds(50))
        await shell.act(.back, on: form)
        await shell.act(.back, on: shell.screen(.kinds("a")))
        await shell.act(.go(.freshness), on: shell.screen(.home))
        await sent.value
        #expect(shell.navigator.path == [.freshness])
    }

    @Test("what was typed on every page of the path comes back, and never a code that works once")
    func typed() async throws {
        let app = AppModel(core: try Phone().open(), language: .english)
        let first = Shell(app, Session(app), version: "1", licences: nil)
        await first.act(.go(.businesses), on: first.screen(.home))
        await first.act(.write(.query, "茶"), on: first.screen(.businesses))
        await first.act(.go(.join(link: "")), on: first.screen(.businesses))
        await first.act(.write(.link, "standing:x"), on: first.screen(.join(link: "")))
        await first.act(.write(.code, "7K4M"), on: first.screen(.join(link: "")))
        await first.act(.go(.scan), on: first.screen(.join(link: "")))
        await first.act(.write(.scanned, "69"), on: first.screen(.scan))
        let expected: [Place: [String: String]] = [
            .businesses: ["query": "茶"], .join(link: ""): ["link": "standing:x"], .scan: ["scanned": "69"],
        ]
        #expect(first.typed == expected)
        let again = Shell(
            app, Session(app), saved: first.navigator.saved, version: "1", licences: nil)
        again.restore(first.typed)
        #expect(again.typed == expected)
    }

    @Test("a form that was left by a slip still holds what was typed; one that was sent does not")
    func slips() async throws {
        let core = WatchedCore()
        core.answer("queueRecord") { KeptView(item: 7, text: "Kept.") }
        core.answer("memberships") { [member("a", .active)] }
        let app = AppModel(core: core, language: .english)
        let shell = Shell(app, Session(app), version: "1", licences: nil)
        let place = Place.form("a", kind: .volunteering, rule: "G-1")
        await shell.act(.go(place), on: shell.screen(.home))
        await shell.act(.write(.activity, "清理河道"), on: shell.screen(place))
        await shell.act(.back, on: shell.screen(place))
        await shell.act(.go(place), on: shell.screen(.home))
        #expect(shell.typed[place]?["activity"] == "清理河道" && shell.typed.count == 1)
        await shell.act(.press(.send), on: shell.screen(place))
        #expect(shell.navigator.top == .item("a", item: 7))
        await shell.act(.go(place), on: shell.screen(.home))
        #expect(shell.typed.isEmpty)
    }

    @Test("after erasing, the app opens again in the same folder")
    func again() async throws {
        let phone = try Phone()
        let opening = Opening(.english) { try phone.open() }
        await opening.open()
        try await eraseEverything(opening)
        await opening.open()
        guard case .open(let app, let session) = opening.stage else { throw Unexpected("\(opening.stage)") }
        #expect(session.memberships.sheet == [] && app.settings?.elderMode == false)
    }

    /// In a function of its own: the app that was open goes with it, for a folder is open once.
    private func eraseEverything(_ opening: Opening) async throws {
        guard case .open(let app, _) = opening.stage else { throw Unexpected("\(opening.stage)") }
        _ = await app.keep(try #require(app.settings).with(elderMode: true))
        let erase = EraseModel(app)
        _ = await erase.act(.write(.eraseWord, "erase"))
        #expect(await erase.act(.press(.erase)) == .startOver)
    }

    @Test("a join that was interrupted goes on where it was")
    func interrupted() async throws {
        let (phone, sandbox) = (try Phone(), try Sandbox())
        let (link, code) = (sandbox.link, try await sandbox.code())
        let asked = try await phone.open().join(link: link, code: code, stopper: Stopper())
        let opening = Opening(.english) { try phone.open() }
        await opening.open()
        guard case .open(let app, let session) = opening.stage else { throw Unexpected("\(opening.stage)") }
        let shell = Shell(app, session, version: "1", licences: nil)
        #expect(shell.navigator.top == .confirm(asked.membership))
        let screen = shell.screen(shell.navigator.top)
        #expect(screen.outline["hint"]?.label == asked.hint)
        await shell.act(.press(.mine), on: screen)
        #expect(session.current == asked.membership && shell.navigator.top == .sync)
        // The first statement is fetched without another tap.
        while !app.syncing.isRunning, app.syncing.stage == .resting { await Task.yield() }
        await app.syncing.ended()
        guard case .ended(let view) = app.syncing.stage else { throw Unexpected("\(app.syncing.stage)") }
        #expect(view.complete)
    }

    @Test("a day stays itself in every time zone", arguments: ["2026-11-23", "2024-02-29", "2026-01-01"])
    func days(_ text: String) { #expect(Day(text)?.text == text && Day("today") == nil) }
}

/// Remembers what it was asked.
@MainActor private final class Hands: Platform {
    var steps: [Step] = []
    var read: [String] = []
    func take(_ step: Step, for screen: any Screen) { steps.append(step) }
    func read(_ text: String, _ language: Language) { read.append(text) }
    func askForNotices() {}
}
