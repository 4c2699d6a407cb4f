import Core
import Foundation
import Security

/// Wraps secrets with a key that never leaves the Secure Enclave: a copy of the Keychain alone opens nothing.
enum Enclave {
    private static let tag = Data("org.standing.wrapping".utf8)
    private static var algorithm: SecKeyAlgorithm { .eciesEncryptionCofactorVariableIVX963SHA256AESGCM }

    /// The wrapped bytes; nothing on a device without an enclave, such as a simulator.
    static func wrap(_ bytes: Data) throws -> Data? {
        guard let key = try found() ?? made() else { return nil }
        guard let open = SecKeyCopyPublicKey(key),
            let wrapped = SecKeyCreateEncryptedData(open, algorithm, bytes as CFData, nil)
        else { throw SecretError.Failed }
        return wrapped as Data
    }

    /// The bytes again. A wrapped secret whose key is gone is lost, and is never taken for none.
    static func unwrap(_ wrapped: Data) throws -> Data {
        guard let key = try found(), let bytes = SecKeyCreateDecryptedData(key, algorithm, Data(wrapped) as CFData, nil)
        else { throw SecretError.Failed }
        return bytes as Data
    }

    private static func found() throws -> SecKey? {
        let query: [CFString: Any] = [
            kSecClass: kSecClassKey, kSecAttrApplicationTag: tag, kSecAttrTokenID: kSecAttrTokenIDSecureEnclave,
            kSecReturnRef: true,
        ]
        var key: CFTypeRef?
        switch SecItemCopyMatching(query as CFDictionary, &key) {
        case errSecSuccess: return (key as! SecKey)
        case errSecInteractionNotAllowed: throw SecretError.Locked
        default: return nil
        }
    }

    private static func made() -> SecKey? {
        let access = SecAccessControlCreateWithFlags(
            nil, kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly, .privateKeyUsage, nil)
        let attributes: [CFString: Any] = [
            kSecAttrKeyType: kSecAttrKeyTypeECSECPrimeRandom, kSecAttrKeySizeInBits: 256,
            kSecAttrTokenID: kSecAttrTokenIDSecureEnclave,
            kSecPrivateKeyAttrs: [
                kSecAttrIsPermanent: true, kSecAttrApplicationTag: tag, kSecAttrAccessControl: access as Any,
            ],
        ]
        return SecKeyCreateRandomKey(attributes as CFDictionary, nil)
    }
}
