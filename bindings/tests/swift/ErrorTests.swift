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
        try pinned(error, "link-foreign")
        guard case .Invalid = error else { throw Unexpected("\(String(describing: error))") }
    }

    @Test("a membership that is not there is NotFound")
    func notFound() async throws {
        let app = try phone.open()
        let error = await refusal { _ = try app.home(membership: "nobody") }
        guard case .NotFound = error else { throw Unexpected("\(String(describing: error))") }
    }

    @Test("a host that does not answer is Unreachable, and says that nothing is lost")
    func unreachable() async throws {
        let app = try phone.open()
        try await Self.sandbox.network(false)
        let error = await refusal { _ = try await app.join(link: Self.sandbox.link, code: "7K4M92QX7K4M92QX") }
        try await Self.sandbox.network(true)
        guard case .Unreachable(let code, let happened, let safe, let todo) = error else {
            throw Unexpected("\(String(describing: error))")
        }
        #expect(code == "unreachable")
        #expect(happened == "Could not reach \(Self.sandbox.address).")
        #expect(safe == "Nothing is lost: everything stays on this phone.")
        #expect(todo == "Try again when there is a network.")
    }

    @Test("another root than the link names is Untrusted")
    func untrusted() async throws {
        let app = try phone.open()
        let link = Self.sandbox.link.replacingOccurrences(
            of: root(Self.sandbox.link), with: root(Self.sandbox.register))
        let code = try await Self.sandbox.code()
        let error = await refusal { _ = try await app.join(link: link, code: code) }
        try pinned(error, "root-mismatch")
        guard case .Untrusted = error else { throw Unexpected("\(String(describing: error))") }
    }

    @Test("a code that the authority does not know is Refused")
    func refused() async throws {
        let app = try phone.open()
        let error = await refusal { _ = try await app.join(link: Self.sandbox.link, code: "AAAA BBBB CCCC DDDD") }
        try pinned(error, "code-unknown")
        guard case .Refused = error else { throw Unexpected("\(String(describing: error))") }
    }

    @Test("a folder that is open already is Storage")
    func storage() async throws {
        let app = try phone.open()
        let error = await refusal { _ = try phone.open() }
        try pinned(error, "storage-in-use")
        guard case .Storage = error else { throw Unexpected("\(String(describing: error))") }
        withExtendedLifetime(app) {}
    }

    @Test("a locked key store is KeyUnavailable")
    func keyUnavailable() async throws {
        phone.secrets.fail(SecretError.Locked)
        let error = await refusal { _ = try phone.open() }
        try pinned(error, "key-unavailable")
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
        try pinned(error, "storage-newer")
        guard case .TooNew = error else { throw Unexpected("\(String(describing: error))") }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
    }

    @Test("an error speaks the person's language")
    func localised() async throws {
        let app = try phone.open("zh-Hans-CN")
        let error = await refusal { _ = try phone.open("zh-Hans-CN") }
        #expect(error?.problem().safe == "没有改变任何内容。")
        withExtendedLifetime(app) {}
    }

    /// Its code, its fields by the same names, and its description, which a log may hold.
    private func pinned(_ error: AppError?, _ code: String) throws {
        let problem = try #require(error).problem()
        #expect(problem.code == code)
        #expect(!problem.happened.isEmpty && !problem.safe.isEmpty && !problem.todo.isEmpty)
        #expect(error?.description == "\(code): \(problem.happened) \(problem.safe) \(problem.todo)")
    }

    private func root(_ link: String) -> String {
        String(link.components(separatedBy: "root=")[1].prefix { $0 != "&" })
    }
}
