import Core
import CryptoKit
import Foundation
import Security

/// Wraps secrets with a key that never leaves the Secure Enclave: a copy of the Keychain alone opens nothing.
enum Enclave {
    private static let tag = Data("org.standing.wrapping".utf8)
    private static var algorithm: SecKeyAlgorithm { .eciesEncryptionCofactorVariableIVX963SHA256AESGCM }

    /// Two threads that look for the key at once must not both make one.
    private static let lock = NSLock()

    /// The wrapped bytes; nothing on a device without an enclave, such as a simulator, and only there.
    static func wrap(_ bytes: Data) throws -> Data? {
        guard SecureEnclave.isAvailable else { return nil }
        let key = try lock.withLock { try found() ?? made() }
        guard let open = SecKeyCopyPublicKey(key),
            let wrapped = SecKeyCreateEncryptedData(open, algorithm, bytes as CFData, nil)
        else { throw SecretError.Failed }
        return wrapped as Data
    }

    /// The bytes again; nothing if their key is gone. A wrapped secret is lost then, and is never taken for none.
    static func unwrap(_ wrapped: Data) throws -> Data? {
        guard let key = try found() else { return nil }
        var error: Unmanaged<CFError>?
        guard let bytes = SecKeyCreateDecryptedData(key, algorithm, Data(wrapped) as CFData, &error)
        else { throw told(error) }
        return bytes as Data
    }

    /// Throws the key away: no copy of what it wrapped can be opened ever again.
    static func forget() throws {
        let query: [CFString: Any] = [
            kSecClass: kSecClassKey, kSecAttrApplicationTag: tag, kSecAttrTokenID: kSecAttrTokenIDSecureEnclave,
        ]
        let status = SecItemDelete(query as CFDictionary)
        if status != errSecSuccess, status != errSecItemNotFound { throw told(status) }
    }

    private static func found() throws -> SecKey? {
        let query: [CFString: Any] = [
            kSecClass: kSecClassKey, kSecAttrApplicationTag: tag, kSecAttrTokenID: kSecAttrTokenIDSecureEnclave,
            kSecReturnRef: true,
        ]
        var key: CFTypeRef?
        switch SecItemCopyMatching(query as CFDictionary, &key) {
        case errSecSuccess: return (key as! SecKey)
        case errSecItemNotFound: return nil
        case let status: throw told(status)
        }
    }

    private static func told(_ status: OSStatus) -> SecretError {
        status == errSecInteractionNotAllowed ? .Locked : .Failed
    }

    private static func told(_ error: Unmanaged<CFError>?) -> SecretError {
        guard let error = error?.takeRetainedValue() else { return .Failed }
        return told(OSStatus(truncatingIfNeeded: CFErrorGetCode(error)))
    }

    private static func made() throws -> SecKey {
        let access = SecAccessControlCreateWithFlags(
            nil, kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly, .privateKeyUsage, nil)
        let attributes: [CFString: Any] = [
            kSecAttrKeyType: kSecAttrKeyTypeECSECPrimeRandom, kSecAttrKeySizeInBits: 256,
            kSecAttrTokenID: kSecAttrTokenIDSecureEnclave,
            kSecPrivateKeyAttrs: [
                kSecAttrIsPermanent: true, kSecAttrApplicationTag: tag, kSecAttrAccessControl: access as Any,
            ],
        ]
        var error: Unmanaged<CFError>?
        guard let key = SecKeyCreateRandomKey(attributes as CFDictionary, &error) else { throw told(error) }
        return key
    }
}
