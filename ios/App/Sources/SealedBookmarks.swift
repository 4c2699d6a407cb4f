import CryptoKit
import Foundation
import Logic

/// Keeps where the person was and what was typed there: sealed, for it may hold a one-time code, a donation code or
/// what somebody reports. The key stays in the Keychain of this phone. Where nothing can be read, the app begins at home.
@MainActor struct SealedBookmarks: Bookmarks {
    private let keychain: Keychain

    init(_ keychain: Keychain) { self.keychain = keychain }

    func found() -> Bookmark? {
        guard let sealed = try? Data(contentsOf: file()), let key = try? key(),
            let box = try? AES.GCM.SealedBox(combined: sealed), let plain = try? AES.GCM.open(box, using: key)
        else { return nil }
        return try? JSONDecoder().decode(Bookmark.self, from: plain)
    }

    func keep(_ bookmark: Bookmark?) {
        guard let bookmark else { return forget() }
        do {
            let sealed = try AES.GCM.seal(JSONEncoder().encode(bookmark), using: key()).combined
            try sealed?.write(to: file(), options: [.atomic, .completeFileProtectionUntilFirstUserAuthentication])
        } catch {
            forget()
        }
    }

    private func forget() {
        try? keychain.erase(name: Self.name)
        if let file = try? file() { try? FileManager.default.removeItem(at: file) }
    }

    /// The key; a new one only where there is none yet.
    private func key() throws -> SymmetricKey {
        if let kept = try keychain.load(name: Self.name) { return SymmetricKey(data: kept) }
        let made = SymmetricKey(size: .bits256)
        try keychain.store(name: Self.name, bytes: made.withUnsafeBytes { Data($0) })
        return made
    }

    private func file() throws -> URL {
        URL(filePath: try Folder.left.prepared(), directoryHint: .isDirectory).appending(path: "bookmark")
    }

    /// No name that the core uses.
    private static let name = "bookmark"
}
