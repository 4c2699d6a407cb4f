import Core

/// What comes from outside the app. All of it is unchecked: the core reads it, and the person decides.
public enum Arrival: Equatable, Sendable {
    /// A link of an authority or of a register, as on its letter.
    case link(String)
    /// The widget or a notification was tapped.
    case door(Place)
    /// A good deed is to be recorded, for the membership that is looked at.
    case record
    /// Anything else: said, not obeyed.
    case foreign

    private static let scheme = "standing:"
    /// Where the quick actions of the icon lead; each is named by its door.
    public static let quickActions = ["standing-app://record", "standing-app://businesses", "standing-app://scan"]

    private static let recordDoor = "standing-app://record"

    /// The core reads no longer link.
    static let longest = 2000

    /// What a URL that was opened in this app is.
    public init(url: String) {
        // One that is too long is cut, still too long: the core says that it is no link, and the screen shows it.
        let url = String(url.prefix(Self.longest + 1))
        if url.lowercased() == Self.recordDoor {
            self = .record
        } else if let place = Self.doors[url.lowercased()] {
            self = .door(place)
        } else if url.lowercased().hasPrefix(Self.scheme) {
            // The case of a scheme means nothing (RFC 3986, 3.1); codes often hold capitals.
            self = .link(Self.scheme + url.dropFirst(Self.scheme.count))
        } else {
            self = .foreign
        }
    }

    /// Where the widget and the notifications lead.
    public static let doors: [String: Place] = [
        "standing-app://home": .home, "standing-app://businesses": .businesses, "standing-app://records": .records,
        "standing-app://more": .more, "standing-app://scan": .scan,
    ]

    /// Where it leads, for the membership that is looked at; nothing for what does not belong to this app.
    public func place(_ membership: MembershipId?) -> Place? {
        switch self {
        case .link(let text): .join(link: text)
        case .door(let place): place
        case .record: membership.map(Place.kinds) ?? .records
        case .foreign: nil
        }
    }
}
