import Foundation
import Support
import Testing

@testable import Logic

/// What the App Store and the system read before any code runs: property lists, colours, icons.
@Suite struct AppFolderTests {
    private func bytes(_ path: String) throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: "\(setting("STANDING_FIXTURES"))/../ios/App/\(path)"))
    }

    private func information() throws -> [String: Any] {
        let found = try PropertyListSerialization.propertyList(from: try bytes("Info.plist"), format: nil)
        return try #require(found as? [String: Any])
    }

    @Test("a tablet turns all four ways, and a phone is never upside down")
    func orientations() throws {
        let found = try information()
        let phone = try #require(found["UISupportedInterfaceOrientations"] as? [String])
        let tablet = try #require(found["UISupportedInterfaceOrientations~ipad"] as? [String])
        #expect(Set(tablet).count == 4 && Set(phone).count == 3 && Set(phone).isSubset(of: tablet))
    }

    @Test("an upload is asked nothing, and the launch screen has the colour of the app")
    func upload() throws {
        let found = try information()
        #expect(found["ITSAppUsesNonExemptEncryption"] as? Bool == false)
        #expect(found["LSRequiresIPhoneOS"] as? Bool == true)
        let launch = try #require(found["UILaunchScreen"] as? [String: String])
        let colour = try #require(launch["UIColorName"])
        _ = try bytes("Assets.xcassets/\(colour).colorset/Contents.json")
    }

    @Test("every task that the code names is permitted, and nothing else")
    func tasks() throws {
        let permitted = try #require(try information()["BGTaskSchedulerPermittedIdentifiers"] as? [String])
        let code = String(decoding: try bytes("Sources/Background.swift"), as: UTF8.self)
        let named = code.matches(of: #/"(org\.standing\.[a-z]+)"/#).map { String($0.1) }
        #expect(!named.isEmpty && Set(named) == Set(permitted))
    }

    @Test("each quick action leads to a door, and has its name in both languages")
    func quickActions() throws {
        let items = try #require(try information()["UIApplicationShortcutItems"] as? [[String: String]])
        #expect(items.compactMap { $0["UIApplicationShortcutItemType"] } == Arrival.quickActions)
        let names = try JSON(text: String(decoding: try bytes("generated/InfoPlist.xcstrings"), as: UTF8.self))
        for (item, place) in zip(items, [.kinds("a"), .businesses, .scan] as [Place]) {
            let type = try #require(item["UIApplicationShortcutItemType"])
            #expect(Arrival(url: type).place("a") == place)
            let title = try #require(item["UIApplicationShortcutItemTitle"])
            let texts = ["en", "zh-Hans"].map {
                names["strings"][title]["localizations"][$0]["stringUnit"]["value"].text
            }
            #expect(Set(texts).count == 2 && !texts.contains(""), "\(title)")
        }
        let code = String(decoding: try bytes("Sources/StandingApp.swift"), as: UTF8.self)
        #expect(code.contains("entrance.arrive(action.type)"))
    }

    @Test(
        "the colours that the system needs before the app draws are the app's own",
        arguments: [
            ("Assets.xcassets/Paper", \Tokens.paper), ("Assets.xcassets/AccentColor", \Tokens.accent),
            ("Widget/Assets.xcassets/WidgetBackground", \Tokens.paper),
            ("Widget/Assets.xcassets/AccentColor", \Tokens.accent),
        ] as [(String, KeyPath<Tokens, UInt32> & Sendable)])
    func colours(_ path: String, _ token: KeyPath<Tokens, UInt32> & Sendable) throws {
        let catalog = try JSON(text: String(decoding: try bytes("\(path).colorset/Contents.json"), as: UTF8.self))
        let found = try catalog["colors"].list.map { entry in
            let parts = entry["color"]["components"]
            return try ["red", "green", "blue"].reduce(UInt32(0)) { sum, name in
                sum << 8 | (try #require(UInt32(parts[name].text.dropFirst(2), radix: 16)))
            }
        }
        #expect(found == [Tokens.light[keyPath: token], Tokens.dark[keyPath: token]])
    }

    @Test("the icon is there in its three forms; the one for the store is opaque")
    func icon() throws {
        let folder = "Assets.xcassets/AppIcon.appiconset"
        let catalog = try JSON(text: String(decoding: try bytes("\(folder)/Contents.json"), as: UTF8.self))
        let names = catalog["images"].list.map { $0["filename"].text }
        #expect(names.count == 3)
        for name in names {
            // The head of a PNG: width and height after 16 bytes, then depth and kind of colour (RFC 2083, 4.1.1).
            let head = [UInt8](try bytes("\(folder)/\(name)").prefix(26))
            try #require(head.count == 26)
            #expect(Array(head[16..<24]) == [0, 0, 4, 0, 0, 0, 4, 0], "\(name)")
            #expect(head[24] == 8 && head[25] == (name == "light.png" ? 2 : 6), "\(name)")
        }
    }
}
