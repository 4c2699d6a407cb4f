/// What comes from outside the app. All of it is unchecked: the core reads it, and the person decides.
public enum Arrival: Equatable, Sendable {
    /// A link of an authority or of a register, as on its letter.
    case link(String)
    /// The widget or a notification was tapped.
    case door(Place)
    /// Anything else: said, not obeyed.
    case foreign

    /// The core reads no longer link.
    static let longest = 2000

    /// What a URL that was opened in this app is.
    public init(url: String) {
        if let place = Self.doors[url] {
            self = .door(place)
        } else if url.hasPrefix("standing:") {
            // One that is too long is cut, still too long: the core says that it is no link, and the screen shows it.
            self = .link(String(url.prefix(Self.longest + 1)))
        } else {
            self = .foreign
        }
    }

    /// Where the widget and the notifications lead.
    public static let doors: [String: Place] = [
        "standing-app://home": .home, "standing-app://businesses": .businesses, "standing-app://records": .records,
        "standing-app://more": .more,
    ]

    /// Where it leads; nothing for what does not belong to this app.
    public var place: Place? {
        switch self {
        case .link(let text): .join(link: text)
        case .door(let place): place
        case .foreign: nil
        }
    }
}
