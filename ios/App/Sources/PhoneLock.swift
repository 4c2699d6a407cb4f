import LocalAuthentication
import Logic

/// The phone's own lock. Its pages are the system's: the app learns the answer, and neither finger, face nor code.
@MainActor final class PhoneLock: ScreenLock {
    var isSet: Bool { LAContext().canEvaluatePolicy(.deviceOwnerAuthentication, error: nil) }

    func confirm(_ reason: String) async -> Confirmation {
        do {
            let isOwner = try await LAContext().evaluatePolicy(.deviceOwnerAuthentication, localizedReason: reason)
            return isOwner ? .confirmed : .failed
        } catch let error as LAError {
            return Self.confirmation(error.code)
        } catch {
            return .failed
        }
    }

    private static func confirmation(_ code: LAError.Code) -> Confirmation {
        switch code {
        case .userCancel, .appCancel, .systemCancel: .cancelled
        case .biometryLockout: .tooOften
        case .passcodeNotSet: .noScreenLock
        default: .failed
        }
    }
}
