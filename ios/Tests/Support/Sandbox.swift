import Core
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The sandbox authority and the register, as `standing serve` runs them. It ends when the tests end: it runs until its
/// standard input closes.
public final class Sandbox: @unchecked Sendable {
    private let process = Process()
    private let input = Pipe()
    private let facts: JSON

    public init() throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: setting("STANDING_PROGRAM"))
        process.arguments = ["serve", "--json"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        facts = try JSON(text: firstLine(of: output.fileHandleForReading))
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// The link to the first authority, and to the register.
    public var link: String { facts["link"].text }
    public var register: String { facts["register"].text }

    /// Host and port of all that is served.
    public var address: String { facts["address"].text.replacingOccurrences(of: "http://", with: "") }

    /// The authorities.
    public var issuers: [String] { facts["authorities"].list.map { $0["iss"].text } }

    /// A new one-time code for the resident of an authority, the first one if none is named.
    public func code(_ iss: String? = nil) async throws -> String {
        try await control("code", JSON.object(["iss": .text(iss ?? issuers[0])]))["code"].text
    }

    /// Does something to the sandbox: `network`, `mischief`, `reset`, `decide`, `publish`.
    @discardableResult
    public func control(_ what: String, _ body: JSON? = nil) async throws -> JSON {
        var request = URLRequest(url: URL(string: "\(facts["control"].text)/control/\(what)")!)
        request.httpMethod = "POST"
        request.httpBody = body.map { Data($0.written.utf8) }
        let (data, response) = try await URLSession.shared.data(for: request)
        let text = String(decoding: data, as: UTF8.self)
        guard (response as? HTTPURLResponse)?.statusCode == 200 else { throw Unexpected("\(what): \(text)") }
        return try JSON(text: text)
    }

    /// Begins or ends a kind of mischief.
    public func mischief(_ name: JSON, on: String? = nil) async throws {
        var body: [String: JSON] = ["mischief": name]
        if let on { body["on"] = .text(on) }
        try await control("mischief", .object(body))
    }

    /// No mischief, and the network there.
    public func calm() async throws { try await control("reset") }

    /// Lets the network go, or come back.
    public func network(_ on: Bool) async throws { try await control("network", .object(["on": .yes(on)])) }
}

/// What went otherwise than a test can go on from.
public struct Unexpected: Error, CustomStringConvertible {
    public let description: String
    public init(_ description: String) { self.description = description }
}

/// What the core refuses; nothing if it does not.
public func refusal(_ work: () async throws -> Void) async -> AppError? {
    do {
        try await work()
        return nil
    } catch { return error as? AppError }
}

/// A place that the command which runs the tests names.
public func setting(_ name: String) -> String {
    guard let value = ProcessInfo.processInfo.environment[name] else {
        fatalError("\(name) is not set: run `cargo xtask test swift`")
    }
    return value
}

private func firstLine(of handle: FileHandle) -> String {
    var bytes = Data()
    while !bytes.contains(UInt8(ascii: "\n")) {
        let more = handle.availableData
        if more.isEmpty { break }
        bytes.append(more)
    }
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
}
