import Core
import Foundation
import Security

/// The phone's key store. What it keeps stays on this phone, and is wrapped by the Secure Enclave where there is one.
final class Keychain: SecretStore, Sendable {
    private let service = "org.standing.secrets"

    func load(name: String) throws -> Data? {
        var query = item(name)
        query[kSecReturnData] = true
        var found: CFTypeRef?
        let status = SecItemCopyMatching(query as CFDictionary, &found)
        if status == errSecItemNotFound { return nil }
        try allow(status)
        guard let kept = found as? Data, let form = kept.first else { throw SecretError.Failed }
        return form == Form.wrapped.rawValue ? try Enclave.unwrap(kept.dropFirst()) : Data(kept.dropFirst())
    }

    func store(name: String, bytes: Data) throws {
        let kept =
            try Enclave.wrap(bytes).map { Data([Form.wrapped.rawValue]) + $0 } ?? Data([Form.plain.rawValue]) + bytes
        let status = SecItemUpdate(item(name) as CFDictionary, [kSecValueData: kept] as CFDictionary)
        guard status == errSecItemNotFound else { return try allow(status) }
        var new = item(name)
        new[kSecValueData] = kept
        // After the first unlock, so that a sync in the background can read; never on another phone, never in a backup.
        new[kSecAttrAccessible] = kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly
        try allow(SecItemAdd(new as CFDictionary, nil))
    }

    func erase(name: String) throws {
        let status = SecItemDelete(item(name) as CFDictionary)
        if status != errSecItemNotFound { try allow(status) }
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
