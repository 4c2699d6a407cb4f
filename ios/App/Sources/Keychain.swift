import Core
import Foundation
import Security
import os

/// The phone's key store. What it keeps stays on this phone, and is wrapped by the Secure Enclave where there is one.
final class Keychain: SecretStore, Sendable {
    private let service = "org.standing.secrets"
    private let lost = OSAllocatedUnfairLock(initialState: false)

    /// Whether a secret is here that nothing can open any more: its wrapping key is gone.
    var isLost: Bool { lost.withLock { $0 } }

    func load(name: String) throws -> Data? {
        var query = item(name)
        query[kSecReturnData] = true
        var found: CFTypeRef?
        let status = SecItemCopyMatching(query as CFDictionary, &found)
        if status == errSecItemNotFound { return nil }
        try allow(status)
        guard let kept = found as? Data, let form = kept.first.flatMap({ Form(rawValue: $0) })
        else { throw SecretError.Failed }
        switch form {
        case .plain: return Data(kept.dropFirst())
        case .wrapped:
            if let bytes = try Enclave.unwrap(kept.dropFirst()) { return bytes }
            lost.withLock { $0 = true }
            throw SecretError.Failed
        }
    }

    func store(name: String, bytes: Data) throws {
        let kept =
            try Enclave.wrap(bytes).map { Data([Form.wrapped.rawValue]) + $0 } ?? Data([Form.plain.rawValue]) + bytes
        let status = SecItemUpdate(item(name) as CFDictionary, [kSecValueData: kept] as CFDictionary)
        guard status == errSecItemNotFound else { return try allow(status) }
        var new = item(name)
        new[kSecValueData] = kept
        // After the first unlock, so that a sync in the background can send; what reads asks for an unlocked phone. Never
        // on another phone, never in a backup.
        new[kSecAttrAccessible] =
            name == "read"
            ? kSecAttrAccessibleWhenUnlockedThisDeviceOnly : kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly
        try allow(SecItemAdd(new as CFDictionary, nil))
    }

    /// The last secret takes the wrapping key with it, so that no copy of an item can be opened ever again.
    func erase(name: String) throws {
        let status = SecItemDelete(item(name) as CFDictionary)
        if status != errSecItemNotFound { try allow(status) }
        if try isEmpty() { try Enclave.forget() }
    }

    private func isEmpty() throws -> Bool {
        let any: [CFString: Any] = [
            kSecClass: kSecClassGenericPassword, kSecAttrService: service, kSecAttrSynchronizable: false,
            kSecUseDataProtectionKeychain: true, kSecMatchLimit: kSecMatchLimitOne,
        ]
        let status = SecItemCopyMatching(any as CFDictionary, nil)
        if status == errSecItemNotFound { return true }
        try allow(status)
        return false
    }

    /// Throws everything away without the core: all there is left to do once the key is lost.
    func eraseAll() throws {
        let all: [CFString: Any] = [
            kSecClass: kSecClassGenericPassword, kSecAttrService: service, kSecAttrSynchronizable: false,
            kSecUseDataProtectionKeychain: true,
        ]
        let status = SecItemDelete(all as CFDictionary)
        if status != errSecItemNotFound { try allow(status) }
        try Enclave.forget()
        lost.withLock { $0 = false }
    }

    private func item(_ name: String) -> [CFString: Any] {
        [
            kSecClass: kSecClassGenericPassword, kSecAttrService: service, kSecAttrAccount: name,
            kSecAttrSynchronizable: false, kSecUseDataProtectionKeychain: true,
        ]
    }

    /// "Locked" must never be taken for "there is none".
    private func allow(_ status: OSStatus) throws {
        switch status {
        case errSecSuccess: return
        case errSecInteractionNotAllowed: throw SecretError.Locked
        default: throw SecretError.Failed
        }
    }

    /// How the bytes of an item are to be read.
    private enum Form: UInt8 {
        case plain, wrapped
    }
}
