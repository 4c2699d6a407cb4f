import Core
import Foundation
import Support
import Testing

@testable import Logic

/// What comes before the app is open, and the ways out when it does not open.
@MainActor @Suite struct EntranceTests {
    let phone: Phone
    private let bookmarks = Shelf()

    init() throws { phone = try Phone() }

    func entrance() -> Entrance {
        let phone = phone
        let erase: @Sendable () throws -> Void = { try FileManager.default.removeItem(atPath: phone.folder) }
        let keys = Opening.Keys(areLost: { false }, eraseAll: erase)
        let opening = Opening(.english, keys: keys) { try phone.open() }
        return Entrance(opening, bookmarks, version: "1", licences: nil)
    }

    @Test("trying again leads into the app, to the link that was opened meanwhile")
    func again() async {
        phone.secrets.fail(SecretError.Locked)
        let entrance = entrance()
        await entrance.open()
        entrance.arrive("standing:x")
        phone.secrets.fail(nil)
        await entrance.act(entrance.opening.outline!["again"]!.act!)
        #expect(entrance.shell?.navigator.top == .join(link: "standing:x"))
    }

    @Test("erasing forgets where the person was and what was typed")
    func erased() async {
        let first = entrance()
        await first.open()
        first.shell?.navigator.open(.scan)
        await first.shell?.act(.write(.scanned, "69"), on: first.shell!.screen(.scan))
        first.leave()
        await first.startOver()
        #expect(bookmarks.kept == nil)
        #expect(first.shell?.navigator.top == .home)
    }

    @Test("where the person was and what was typed there come back, whoever opens it")
    func left() async {
        let navigator = Navigator()
        navigator.open(.scan)
        bookmarks.keep(Bookmark(place: navigator.saved, typed: [.scan: ["scanned": "69"]], chosen: "b"))
        let entrance = entrance()
        entrance.conditions = Conditions(network: .metered)
        async let scene: Void = entrance.open()
        async let background: Void = entrance.open()
        await background
        #expect(entrance.shell != nil, "the second waits for the first")
        await scene
        #expect(entrance.shell?.navigator.top == .scan && entrance.shell?.typed == [.scan: ["scanned": "69"]])
        #expect(entrance.shell?.app.conditions.network == .metered)
        entrance.leave()
        #expect(bookmarks.kept?.typed == [.scan: ["scanned": "69"]] && bookmarks.kept?.chosen == "b")
    }

    @Test(
        "a resident number outlives the app on no page, however it is spelled",
        arguments: [
            "11010519491231002X", "ID 110105 19491231 002X", "110105\u{200B}19491231002X", "๑๑๐๑๐๕๑๙๔๙๑๒๓๑๐๐๒X",
            "%31%31010519491231002X",
        ])
    func refused(number: String) async {
        let entrance = entrance()
        await entrance.open()
        let shell = entrance.shell!
        let form = Place.form("b", kind: .volunteering, rule: "V-1")
        entrance.arrive("standing:join?id=\(number)")
        for place in [Place.scan, .letters("b"), form] { shell.navigator.open(place) }
        await shell.act(.write(.scanned, number), on: shell.screen(.scan))
        await shell.act(.write(.query, number), on: shell.screen(.businesses))
        await shell.act(.write(.query, number), on: shell.screen(.letters("b")))
        await shell.act(.write(.organiser, number), on: shell.screen(form))
        await shell.act(.write(.activity, "Tea"), on: shell.screen(form))
        entrance.leave()
        let kept = bookmarks.kept
        let typed = kept?.typed.values.flatMap(\.values) ?? []
        #expect(!typed.contains { $0.contains("1949") || $0.contains("๑๙๔๙") }, "\(typed)")
        #expect(kept?.typed[form]?["activity"] == "Tea", "the rest is")
        let again = Navigator(saved: kept?.place)
        #expect(again.all.contains(.join(link: "")) && again.all.contains(form))
    }

    @Test("a key that is gone is reported, not tried again, and one can start over after being asked")
    func lost() async throws {
        _ = try phone.open()
        for name in ["send", "read"] { phone.secrets[name] = nil }
        let (entrance, words) = (entrance(), Words(.english))
        await entrance.open()
        #expect(entrance.opening.outline?["problem"]?.label == words.keyLost)
        #expect(entrance.opening.outline?["again"] == nil)
        await entrance.act(.press(.erase))
        #expect(entrance.shell == nil && entrance.opening.outline?["note"]?.label == words.moreEraseNote)
        await entrance.act(.back)
        #expect(entrance.opening.outline?["erase"]?.label == words.keyLostErase)
        await entrance.act(.press(.erase))
        await entrance.act(.press(.erase))
        #expect(entrance.shell?.session.memberships.sheet == [])
    }
}

/// Keeps a bookmark in memory.
@MainActor private final class Shelf: Bookmarks {
    var kept: Bookmark?
    func found() -> Bookmark? { kept }
    func keep(_ bookmark: Bookmark?) { kept = bookmark }
}
