import Foundation

/// A file on its way to a place that the person chooses: where only this app reads, until it was taken or left.
public struct SpareFile: Equatable, Sendable {
    public let url: URL

    private static let all = FileManager.default.temporaryDirectory.appendingPathComponent("spare", isDirectory: true)

    /// Makes room for a file of this name. What cannot be made, the core says when it writes.
    init(_ name: String) {
        let folder = Self.all.appendingPathComponent(UUID().uuidString, isDirectory: true)
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        url = folder.appendingPathComponent(name)
    }

    var path: String { url.path }

    /// Files as they are given to other apps; nothing if there is no room to write them.
    static func holding(_ files: [File]) -> [SpareFile]? {
        let spares = files.map { SpareFile($0.name) }
        do {
            for (file, spare) in zip(files, spares) { try Data(file.bytes).write(to: spare.url) }
            return spares
        } catch {
            for spare in spares { spare.remove() }
            return nil
        }
    }

    /// Removes it, wherever it did not go.
    public func remove() { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }

    /// Removes what an ended process left.
    public static func clear() { try? FileManager.default.removeItem(at: all) }
}
