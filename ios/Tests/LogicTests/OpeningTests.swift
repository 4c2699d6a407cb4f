import Core
import Foundation
import Support
import Testing

@testable import Logic

/// What is shown when the app cannot open.
@MainActor @Suite struct OpeningTests {
    @Test("versions that differ are explained, and nothing is called", arguments: [Language.english, .chinese])
    func differs(_ language: Language) async {
        let opening = Opening(language, library: .differs) { throw Unexpected("called") }
        await opening.open()
        let words = Words(language)
        #expect(opening.outline?["problem"]?.label == words.brokenOther)
        #expect(opening.outline?["problem"]?.value == sentences([words.brokenSafe, words.brokenTodo]))
        #expect(opening.outline?.dock.isEmpty == true)
    }

    @Test("a locked key store is explained, and opens when the phone is unlocked")
    func locked() async throws {
        let phone = try Phone()
        phone.secrets.fail(SecretError.Locked)
        let opening = Opening(.english) { try phone.open() }
        await opening.open()
        #expect(opening.outline?["problem"]?.value.contains("Unlock the phone") == true)
        phone.secrets.fail(nil)
        await opening.open()
        #expect(opening.outline == nil)
    }

    @Test("an error that the core does not declare is explained, too")
    func unexpected() async {
        let opening = Opening(.english) { throw Unexpected("secret text") }
        await opening.open()
        #expect(opening.outline?["problem"]?.label == Words(.english).unexpectedHappened)
        #expect(opening.outline?.picture.contains("secret text") == false)
    }
}
