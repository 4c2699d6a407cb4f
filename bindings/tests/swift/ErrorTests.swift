import Core
import Foundation
import Support
import Testing

/// What Swift sees of each kind of error: its case, its fields, its line in a log.
@Suite(.serialized) struct ErrorTests {
    static let sandbox = try! Sandbox()
    let phone = try! Phone()

    @Test("a text that is no link is Invalid")
    func invalid() async throws {
        let app = try phone.open()
        let error = await refusal { _ = try app.readLink(text: "https://standing.example/join") }
        try pinned(
            error, "link-foreign", "This is not a Standing link.", "Nothing was opened and nothing was sent.",
            "Scan the code on the authority’s letter again, or type the link that begins with “standing:”.")
        guard case .Invalid = error else { throw Unexpected("\(String(describing: error))") }
    }

    @Test("a membership that is not there is NotFound")
    func notFound() async throws {
        let app = try phone.open()
        let error = await refusal { _ = try app.home(membership: "nobody") }
        try pinned(
            error, "no-membership", "There is no such connection on this phone.", "What is on this phone is unchanged.",
            "Go back to Home and choose one that is there.")
        guard case .NotFound = error else { throw Unexpected("\(String(describing: error))") }
    }

    @Test("a host that does not answer is Unreachable, and says that nothing is lost")
    func unreachable() async throws {
        let app = try phone.open()
        try await Self.sandbox.network(false)
        let error = await refusal {
            _ = try await app.join(link: Self.sandbox.link, code: "7QK2M9TD4XWZ0HBC7", stopper: Stopper())
        }
        try await Self.sandbox.network(true)
        guard case .Unreachable(let code, let happened, let safe, let todo) = error else {
            throw Unexpected("\(String(describing: error))")
        }
        #expect(code == "unreachable")
        #expect(happened == "Could not reach \(Self.sandbox.address).")
        #expect(safe == "What is on this phone is unchanged.")
        #expect(todo == "Try again when there is a network.")
    }

    @Test("another root than the link names is Untrusted")
    func untrusted() async throws {
        let app = try phone.open()
        let link = Self.sandbox.link.replacingOccurrences(
            of: root(Self.sandbox.link), with: root(Self.sandbox.register))
        let code = try await Self.sandbox.code()
        let error = await refusal { _ = try await app.join(link: link, code: code, stopper: Stopper()) }
        try pinned(
            error, "root-mismatch", "The server at this address is not the one that your letter names.",
            "Nothing from this server was used.",
            "Do not go on. Ask the authority in person whether its letter is genuine.")
        guard case .Untrusted = error else { throw Unexpected("\(String(describing: error))") }
    }

    @Test("a code that the authority does not know is Refused")
    func refused() async throws {
        let app = try phone.open()
        let error = await refusal {
            _ = try await app.join(link: Self.sandbox.link, code: "AAAA BBBB CCCC DDDD P", stopper: Stopper())
        }
        try pinned(
            error, "code-unknown", "The other side does not know this code.",
            "The code stayed on this phone. Only a new key and a proof that you know the code were sent.",
            "Compare the code with the letter, or ask for a new one.")
        guard case .Refused = error else { throw Unexpected("\(String(describing: error))") }
    }

    @Test("a folder that is open already is Storage")
    func storage() async throws {
        let app = try phone.open()
        let error = await refusal { _ = try phone.open() }
        try pinned(
            error, "storage-in-use", "Standing is already open.",
            "Nothing was changed.", "Close the other copy, then open this one again.")
        guard case .Storage = error else { throw Unexpected("\(String(describing: error))") }
        withExtendedLifetime(app) {}
    }

    @Test("a locked key store is KeyUnavailable")
    func keyUnavailable() async throws {
        phone.secrets.fail(SecretError.Locked)
        let error = await refusal { _ = try phone.open() }
        try pinned(
            error, "key-unavailable", "The phone is locked, so Standing cannot open your data.",
            "Your data is encrypted and unchanged.", "Unlock the phone, then open Standing again.")
        guard case .KeyUnavailable = error else { throw Unexpected("\(String(describing: error))") }
    }

    @Test("a folder of a newer version is TooNew, and stays as it is")
    func tooNew() async throws {
        _ = try phone.open()
        let path = "\(phone.folder)/resident.db"
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        // SQLite keeps `user_version` here, four bytes, the highest first.
        bytes.replaceSubrange(60..<64, with: [0, 0, 0x75, 0x30])
        try bytes.write(to: URL(fileURLWithPath: path))
        let error = await refusal { _ = try phone.open() }
        try pinned(
            error, "storage-newer", "The data on this phone was written by a newer version of Standing.",
            "Nothing in it was changed.", "Update Standing.")
        guard case .TooNew = error else { throw Unexpected("\(String(describing: error))") }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }

    @Test("an error speaks the person's language, kind by kind")
    func localised() async throws {
        let other = try Phone()
        let abroad = try other.open("zh-Hans-CN")
        let refusals = [
            await refusal { _ = try abroad.readLink(text: "x") },
            await refusal { _ = try abroad.home(membership: "x") },
            await refusal {
                _ = try await abroad.join(link: Self.sandbox.link, code: "AAAA BBBB CCCC DDDD P", stopper: Stopper())
            },
        ]
        for problem in refusals.compactMap({ $0?.problem() }) {
            for text in [problem.happened, problem.safe, problem.todo] {
                #expect(text.unicodeScalars.contains { $0.value > 0x2E80 }, "\(text)")
            }
        }
        #expect(refusals.compactMap { $0 }.count == 3)

        let app = try phone.open("zh-Hans-CN")
        let error = await refusal { _ = try phone.open("zh-Hans-CN") }
        #expect(error?.problem().safe == "没有改变任何内容。")
        withExtendedLifetime(app) {}
    }

    /// Its code, its sentences, and its description, which a log may hold.
    private func pinned(_ error: AppError?, _ words: String...) throws {
        let problem = try #require(error).problem()
        #expect([problem.code, problem.happened, problem.safe, problem.todo] == words)
        #expect(error?.description == "\(words[0]): \(words.dropFirst().joined(separator: " "))")
    }

    private func root(_ link: String) -> String {
        String(link.components(separatedBy: "root=")[1].prefix { $0 != "&" })
    }
}
