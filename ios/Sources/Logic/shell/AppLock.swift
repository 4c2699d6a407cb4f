import Core
import Observation

/// What the phone's own lock answered.
public enum Confirmation: CaseIterable, Sendable {
    case confirmed, cancelled, failed, tooOften, noScreenLock
}

/// The phone's own lock: fingerprint, face or code.
@MainActor public protocol ScreenLock: AnyObject {
    /// Whether the phone has one.
    var isSet: Bool { get }
    /// Lets the phone confirm that its owner is here; the reason says what for.
    func confirm(_ reason: String) async -> Confirmation
}

/// Shows nothing of the app before the phone's owner was confirmed: at each start, and after a time away. It hides, and
/// touches nothing else: what was typed, what syncs and where a notice leads stay as they are. It is not encryption.
@MainActor @Observable public final class AppLock {
    public private(set) var isLocked = false
    /// The phone is asked now.
    public private(set) var isAsking = false
    /// What the phone said last, if that was no.
    public private(set) var answer: Confirmation?
    /// The people whose locked pages the owner has opened, by what they are called. A time away closes them.
    public private(set) var people: Set<String> = []
    /// The phone's own lock; a phone without one says so.
    @ObservationIgnored public weak var phone: (any ScreenLock)?
    @ObservationIgnored private var leftAt: ContinuousClock.Instant?

    public init() {}

    /// Whether the phone has a lock of its own.
    public var isPossible: Bool { phone?.isSet ?? false }

    /// The app was opened; settings that could not be read lock it as well.
    func start(_ setting: LockAfter?) {
        (leftAt, people) = (nil, [])
        isLocked = setting != nil
    }

    /// The app leaves the screen.
    func left(_ now: ContinuousClock.Instant) { if leftAt == nil { leftAt = now } }

    /// The app is seen again. The clock goes on while the phone sleeps, and nobody can set it.
    func returned(_ setting: LockAfter?, _ now: ContinuousClock.Instant) {
        guard let since = leftAt else { return }
        leftAt = nil
        if (setting ?? .oneMinute).asks(after: now - since) { people = [] }
        if setting.asks(after: now - since) { isLocked = true }
    }

    /// The button of the locked page. A second tap asks nothing more.
    func unlock(_ reason: String) async {
        guard isLocked, !isAsking else { return }
        (isAsking, answer) = (true, nil)
        let given = await confirm(reason)
        isAsking = false
        if given == .confirmed { isLocked = false } else { answer = given }
    }

    /// Asks the phone for its owner.
    func confirm(_ reason: String) async -> Confirmation {
        guard let phone, phone.isSet else { return .noScreenLock }
        return await phone.confirm(reason)
    }

    /// Asks for the owner before the pages of a person.
    func open(_ person: PersonView, _ reason: String) async -> Confirmation {
        let given = await confirm(reason)
        if given == .confirmed { people.insert(person.given) }
        return given
    }

    /// Whether the pages of a person may be seen now.
    func isOpen(_ person: PersonView) -> Bool { !person.isLocked || people.contains(person.given) }

    /// The page in place of the app: its name and one button.
    func outline(_ words: Words) -> Outline {
        let said = answer.map { [Element.text("answer", $0.text(words))] } ?? []
        return Outline(
            "", body: [.title(words.appName)] + said,
            dock: [.button("unlock", words.lockUnlock, .filled, .press(.unlock), enabled: !isAsking)])
    }
}

extension LockAfter? {
    /// Whether the owner is asked for after a time away.
    func asks(after away: Duration) -> Bool {
        switch self {
        case nil: false
        case .atOnce: true
        case .oneMinute: away >= .seconds(60)
        case .fiveMinutes: away >= .seconds(300)
        }
    }
}

extension Confirmation {
    /// What to say of it, and what to do; empty if the owner was confirmed.
    func text(_ words: Words) -> String {
        switch self {
        case .confirmed: ""
        case .cancelled: words.lockCancelled
        case .failed: words.lockFailed
        case .tooOften: words.lockTooOften
        case .noScreenLock: words.lockMissing
        }
    }
}
