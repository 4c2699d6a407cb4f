import Core
import Foundation

/// A phone that is thrown away after the test: a folder and a key store.
public final class Phone: Sendable {
    public let folder: String
    public let secrets = Secrets()

    public init() throws {
        let place = FileManager.default.temporaryDirectory.appendingPathComponent("standing-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        folder = place.path
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Opens the app as it is opened after a restart. Let the one before go first.
    public func open(_ locale: String = "en-GB", secrets: (any SecretStore)? = nil) throws -> Core.App {
        try Core.App.open(folder: folder, locale: locale, secrets: secrets ?? self.secrets)
    }
}

/// A key store in memory, which fails when it is told to.
public final class Secrets: SecretStore, @unchecked Sendable {
    private let lock = NSLock()
    private var kept: [String: Data] = [:]
    private var failure: (any Error)?

    public init() {}

    /// From now on every call throws this; nothing heals it.
    public func fail(_ error: (any Error)?) { lock.withLock { failure = error } }

    /// What it keeps under a name.
    public subscript(name: String) -> Data? {
        get { lock.withLock { kept[name] } }
        set { lock.withLock { kept[name] = newValue } }
    }

    public func load(name: String) throws -> Data? {
        try lock.withLock {
            if let failure { throw failure }
            return kept[name]
        }
    }

    public func store(name: String, bytes: Data) throws {
        try lock.withLock {
            if let failure { throw failure }
            kept[name] = bytes
        }
    }

    public func erase(name: String) throws {
        try lock.withLock {
            if let failure { throw failure }
            kept[name] = nil
        }
    }
}
