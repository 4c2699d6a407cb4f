import Core
import Foundation
import Support
import Testing

@testable import Logic

/// Every screen in every state and both languages says what it must, to the eye and to the ear.
@MainActor @Suite(.serialized) struct OutlineTests {
    static var made: [Language: [Gallery.Picture]] = [:]

    func pictures(_ language: Language) async throws -> [Gallery.Picture] {
        if let made = Self.made[language] { return made }
        let pictures = try await Gallery.all(language)
        try Gallery.write(pictures, language == .english ? "en" : "zh-Hans")
        Self.made[language] = pictures
        return pictures
    }

    @Test("every element has a label, and what can be used has a trait", arguments: [Language.english, .chinese])
    func labelled(_ language: Language) async throws {
        for picture in try await pictures(language) {
            for element in picture.outline.elements {
                let named = "\(picture.name): \(element.id)"
                #expect(!element.label.isEmpty, "\(named)")
                #expect(element.act == nil || !element.traits.isDisjoint(with: [.button, .link, .field]), "\(named)")
                #expect(element.label.first?.isWhitespace != true, "\(named)")
            }
        }
    }

    @Test("no two elements of a screen have one id", arguments: [Language.english, .chinese])
    func unique(_ language: Language) async throws {
        for picture in try await pictures(language) {
            let ids = picture.outline.elements.map(\.id)
            #expect(Set(ids).count == ids.count, "\(picture.name): \(ids)")
        }
    }

    @Test("a screen has a name, and one filled button at most", arguments: [Language.english, .chinese])
    func oneFilled(_ language: Language) async throws {
        for picture in try await pictures(language) {
            let filled = picture.outline.elements.filter {
                if case .button(_, .filled) = $0.form { true } else { false }
            }
            #expect(filled.count <= 1, "\(picture.name)")
            let title = picture.outline.title
            #expect(!title.isEmpty, "\(picture.name)")
        }
    }

    @Test("a screen costs one call", arguments: [Language.english, .chinese])
    func oneCall(_ language: Language) async throws {
        let reading = try await pictures(language).filter(\.isOpened)
        #expect(reading.count > 40)
        for picture in reading {
            let asked = picture.calls.filter { $0 != "noteLookup" }
            #expect(asked.count <= 1, "\(picture.name): \(picture.calls)")
        }
    }

    @Test("minus is a minus, and no key or placeholder is left", arguments: [Language.english, .chinese])
    func written(_ language: Language) async throws {
        for picture in try await pictures(language) {
            let text = picture.outline.elements.map { "\($0.label)\n\($0.value)" }.joined(separator: "\n")
            #expect(text.firstMatch(of: #/(^|\n|\s)-[0-9]+($|\s|[.,])/#) == nil, "\(picture.name)")
            #expect(!text.contains("{") && !text.contains("%@") && !text.contains("Optional("), "\(picture.name)")
        }
    }

    @Test("both languages have the same screens with the same controls")
    func parity() async throws {
        let (english, chinese) = (try await pictures(.english), try await pictures(.chinese))
        #expect(english.map(\.name) == chinese.map(\.name))
        for (one, other) in zip(english, chinese) {
            // Memberships and alarms have numbers of their own on each phone.
            let controls = { (picture: Gallery.Picture) in
                picture.outline.elements.filter { $0.act != nil && !$0.id.hasPrefix("business ") }.map { element in
                    ["membership", "alarm"].first { element.id.hasPrefix($0 + " ") } ?? element.id
                }
            }
            #expect(controls(one) == controls(other), "\(one.name)")
        }
    }

    @Test("labels of the Chinese screens are Chinese")
    func chinese() async throws {
        let words = Words(.chinese)
        for picture in try await pictures(.chinese) where picture.outline.dock.first?.id == "record" {
            #expect(picture.outline.dock[0].label == words.actionRecord)
        }
        let titles = Set(try await pictures(.chinese).map(\.outline.title)).filter { !$0.isEmpty }
        for title in titles { #expect(title.unicodeScalars.contains { $0.value > 0x2E80 }, "\(title)") }
    }

    @Test("a failing sum is told beside its check, and what makes the unknown known can be tapped")
    func doubts() async throws {
        let all = Dictionary(uniqueKeysWithValues: try await pictures(.english).map { ($0.name, $0.outline) })
        #expect(all["checks-fails"]?.body.first { $0.id == "check 1" }?.label.hasSuffix("Failed") == true)
        #expect(all["checks-fails"]?["difference 1"]?.label.contains("add up to 87") == true)
        #expect(all["statement-fails"]?["sum"] == nil, "a sum that fails is not shown as if it held")
        #expect(all["checks-unknown"]?["sync"]?.act == .go(.sync))
        #expect(all["checks"]?["sync"] == nil)
        #expect(all["perks-failed"]?["again"] != nil)
        #expect(all["home-two"]?["membership"]?.act != nil && all["home"]?["membership"] == nil)
    }

    @Test("no red list looks like a failure")
    func red() async throws {
        for picture in try await pictures(.english) {
            for case .tag(let mark, _) in picture.outline.body.map(\.form) {
                #expect(
                    mark.sign != .fails && (mark.sign == .red) == mark.word.hasPrefix("Red list"), "\(picture.name)")
            }
        }
    }

    @Test("what fails or is unknown comes before what holds", arguments: [Language.english, .chinese])
    func order(_ language: Language) async throws {
        for picture in try await pictures(language) {
            for case .proof(let marks, _) in picture.outline.body.map(\.form) {
                let rank = marks.map { [.fails: 0, .unknown: 1, .holds: 2][$0.sign] ?? 3 }
                #expect(rank == rank.sorted(), "\(picture.name)")
            }
        }
    }
}
