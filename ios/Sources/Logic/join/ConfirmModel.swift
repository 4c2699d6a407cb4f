import Core
import Observation

/// The last step of joining: whose letter is it? A join that was interrupted before goes on here.
@MainActor @Observable public final class ConfirmModel: Screen {
    private let app: AppModel
    private let session: Session
    private let membership: MembershipId
    private let once = Once()
    private var problem: Problem?

    public init(_ app: AppModel, _ session: Session, _ membership: MembershipId) {
        self.app = app
        self.session = session
        self.membership = membership
    }

    public func load() async {
        if session.memberships == .loading { await session.load() }
    }

    public var outline: Outline {
        let (manner, words) = (app.manner, app.words)
        let waiting = session.memberships.elements(manner) { all in
            guard let found = all.first(where: { $0.membership == membership }) else { return [] }
            return [
                .text("step", words.readerStep(3, of: 3), .small), .text("authority", found.authority, .quiet),
                .title(words.joinYours), .read("hint", .quote(found.hint), found.hint),
                .text("yours hint", words.joinYoursHint, .small),
            ]
        }
        let wrong = problem.map { [Element.problem("confirm problem", $0, manner)] } ?? []
        let dock: [Element] = [
            .button("mine", words.joinYes, .filled, .press(.mine)),
            .button("not mine", words.joinNo, .harmless, .press(.notMine)),
            .text("no note", words.joinNoNote, .small),
            .text("notices", words.permissionNotices, .small),
        ]
        return Outline(words.joinTitle, body: waiting + wrong, dock: dock)
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .press(.mine): await once("answer") { await answer(true) }
        case .press(.notMine): await once("answer") { await answer(false) }
        case .press(.again): await reload()
        default: nil
        }
    }

    private func reload() async -> Step? {
        await session.load()
        return nil
    }

    private func answer(_ mine: Bool) async -> Step? {
        let membership = membership
        let said = await app.ask { core in
            try core.confirm(membership: membership, mine: mine)
            return Kept()
        }
        if case .failed(let found) = said {
            problem = found
            return nil
        }
        await session.load()
        if mine { session.choose(membership) }
        app.tellNews()
        if mine { app.wantsSync(.joined) }
        return mine ? .replace(.sync) : .root(.home)
    }
}
