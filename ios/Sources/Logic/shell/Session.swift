import Core
import Observation

/// Whom this phone has joined, and which of them is looked at.
@MainActor @Observable public final class Session {
    private let app: AppModel
    /// Everyone whom this phone has joined; nothing before it was asked.
    public private(set) var memberships: Load<[MembershipView]> = .loading
    /// The one that the person chose last.
    private(set) var chosen: MembershipId?

    public init(_ app: AppModel, chosen: MembershipId? = nil) {
        self.app = app
        self.chosen = chosen
        app.whenSynced = { [weak self] in await self?.load() }
    }

    /// Asks whom this phone has joined.
    public func load() async { memberships = await app.ask { try $0.memberships() } }

    /// Those in use.
    public var active: [MembershipView] { (memberships.sheet ?? []).filter { $0.state == .active } }

    /// A join that was interrupted before the name was confirmed.
    public var interrupted: MembershipView? { memberships.sheet?.first { $0.state == .toConfirm } }

    /// The one that is looked at: the chosen one while it is in use, else the first.
    public var current: MembershipId? { (active.first { $0.membership == chosen } ?? active.first)?.membership }

    /// Looks at another one.
    public func choose(_ membership: MembershipId) { chosen = membership }

    /// The switch between two; more of them are a list, behind a row that names the one in use.
    func chooser(_ manner: Manner) -> [Element] {
        guard active.count > 1, let current else { return [] }
        let options = active.map { Choice.Option(id: $0.membership, text: $0.authority) }
        return [
            .choice(
                Choice(
                    input: .membership, label: manner.words.moreMemberships, options: options, chosen: current,
                    note: nil))
        ]
    }

    /// For whom one acts here; nothing for one's own.
    func actsFor() -> [Element] {
        active.person(of: current).map(Element.actsFor) ?? []
    }
}

extension Element {
    /// For whom one acts here; nothing for one's own.
    static func actsFor(_ person: PersonView) -> [Element] {
        person.acts.isEmpty ? [] : [.note("acts", Mark(person.mark.sign, person.acts), "")]
    }
}
