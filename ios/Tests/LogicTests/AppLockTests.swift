import Core
import Support
import Testing

@testable import Logic

/// Nothing is shown before the phone's owner was confirmed.
@MainActor @Suite struct AppLockTests {
    let phone: Phone
    private let screenLock = FakeLock()
    private let noted = NoBookmarks()

    init() throws { phone = try Phone() }

    private func entrance() -> Entrance {
        let phone = phone
        let made = Entrance(Opening(.english) { try phone.open() }, noted, version: "1", licences: nil)
        made.screenLock = screenLock
        return made
    }

    /// The core is closed again when this returns.
    private func keep(_ setting: LockAfter?, hides: Bool) throws {
        let core = try phone.open()
        let kept = try core.settings().with(appLock: .some(setting))
        try core.setSettings(settings: hides ? kept.with(hideAmounts: true) : kept)
    }

    private func opened(_ setting: LockAfter?, hides: Bool = false) async throws -> Entrance {
        try keep(setting, hides: hides)
        let entrance = entrance()
        await entrance.open()
        return entrance
    }

    @Test("when the owner is asked for")
    func table() {
        let rows: [(LockAfter?, Int, Bool)] = [
            (nil, 0, false), (nil, 1_000_000, false), (.atOnce, 0, true), (.oneMinute, 59, false),
            (.oneMinute, 60, true), (.fiveMinutes, 299, false), (.fiveMinutes, 300, true),
        ]
        for (setting, seconds, expected) in rows {
            #expect(setting.asks(after: .seconds(seconds)) == expected, "\(String(describing: setting)) \(seconds)")
        }
    }

    @Test("a start is locked, shows its name and one button, and only the owner opens it")
    func start() async throws {
        let (entrance, words) = (try await opened(.fiveMinutes), Words(.english))
        #expect(entrance.outline?.elements.map(\.label) == [words.appName, words.lockUnlock])
        for answer in Logic.Confirmation.allCases where answer != .confirmed {
            screenLock.answer = answer
            await entrance.act(.press(.unlock))
            #expect(entrance.outline?["answer"]?.label == answer.text(words))
        }
        screenLock.answer = .confirmed
        await entrance.act(.press(.unlock))
        #expect(entrance.outline == nil)
    }

    @Test("amounts that are hidden stay hidden behind the lock and after it")
    func hidden() async throws {
        let hiding = try await opened(.atOnce, hides: true)
        #expect(hiding.manner.hidesAmounts && hiding.outline != nil)
        await hiding.act(.press(.unlock))
        #expect(hiding.outline == nil && hiding.manner.hidesAmounts)
    }

    @Test("without the setting nobody is asked")
    func off() async throws {
        let entrance = try await opened(nil)
        entrance.leave()
        entrance.returned(.now + .seconds(1_000_000))
        #expect(entrance.outline == nil && screenLock.reasons.isEmpty)
    }

    @Test("a time away locks, and a link that comes then leads to its place after unlocking; what was typed stays")
    func away() async throws {
        let entrance = try await opened(.oneMinute)
        await entrance.act(.press(.unlock))
        let (shell, left) = (try #require(entrance.shell), ContinuousClock.now)
        shell.navigator.open(.scan)
        await shell.act(.write(.scanned, "69"), on: shell.screen(.scan))
        entrance.leave(left)
        entrance.returned(left + .seconds(59))
        #expect(entrance.outline == nil)
        entrance.leave(left)
        entrance.returned(left + .seconds(60))
        #expect(entrance.outline != nil)
        #expect(shell.typed == [.scan: ["scanned": "69"]])
        entrance.arrive("standing:x")
        #expect(entrance.outline != nil)
        await entrance.act(.press(.unlock))
        #expect(entrance.outline == nil && shell.navigator.top == .join(link: "standing:x"))
    }

    @Test("the lock is changed only by the phone's owner")
    func changed() async throws {
        let app = try #require(try await opened(nil).shell?.app)
        app.lock.phone = screenLock
        let model = SettingsModel(app)
        for answer in Logic.Confirmation.allCases where answer != .confirmed {
            screenLock.answer = answer
            _ = await model.act(.turn(.appLock, true))
            #expect(app.settings?.appLock == nil)
            #expect(model.outline["lock answer"]?.label == answer.text(app.words))
        }
        screenLock.answer = .confirmed
        _ = await model.act(.turn(.appLock, true))
        _ = await model.act(.choose(.lockAfter, "fiveMinutes"))
        #expect(app.settings?.appLock == .fiveMinutes && model.outline["lock answer"] == nil)
        screenLock.isSet = false
        #expect(model.outline["appLock"]?.value.contains(app.words.settingLockMissing) == true)
        _ = await model.act(.turn(.appLock, false))
        #expect(app.settings?.appLock == .fiveMinutes)
    }
}

/// A lock that answers as the test says.
@MainActor private final class FakeLock: ScreenLock {
    var isSet = true
    var answer = Logic.Confirmation.confirmed
    var reasons: [String] = []
    func confirm(_ reason: String) async -> Logic.Confirmation {
        reasons.append(reason)
        return answer
    }
}

@MainActor private final class NoBookmarks: Bookmarks {
    func found() -> Bookmark? { nil }
    func keep(_ bookmark: Bookmark?) {}
}
