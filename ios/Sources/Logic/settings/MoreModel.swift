import Core
import Observation

/// More: how fresh everything is, who was asked, reading, privacy, and what is the person's own.
@MainActor @Observable public final class MoreModel: Screen {
    private let app: AppModel
    private let version: String

    public init(_ app: AppModel, version: String) {
        self.app = app
        self.version = version
    }

    public var outline: Outline {
        let words = app.words
        let body = lines {
            rows([("sync", words.syncTitle, .sync), ("freshness", words.moreFresh, .freshness)])
            rows([("network", words.moreNetwork, .network), ("settings", words.moreReading, .settings)])
            Element.row("notices", Row(words.moreNotices, lines: [words.noticeChannelNote]), .press(.notices))
            Element.heading("yours", words.moreYours)
            rows([("memberships", words.moreMemberships, .memberships), ("registers", words.moreRegisters, .registers)])
            rows([("archive", words.moreArchive, .archive), ("erase", words.moreErase, .erase)])
            Element.heading("about", words.moreAbout)
            rows([("licences", words.moreLicences, .licences)])
            Element.text("version", words.moreVersion(version), .small)
        }
        return Outline(words.tabMore, body: body)
    }

    public func act(_ act: Act) async -> Step? { act == .press(.notices) ? .notices : nil }

    private func rows(_ all: [(id: String, title: String, place: Place)]) -> [Element] {
        all.map { .row($0.id, Row($0.title), .go($0.place)) }
    }
}

/// How fresh everything on this phone is, and what would make it fresh.
@MainActor @Observable public final class FreshnessModel: Reader<FreshnessView> {
    public init(_ app: AppModel) { super.init(app) { try $0.freshness() } }

    override func title(_ sheet: FreshnessView?) -> String { app.words.moreFresh }

    override func lay(_ sheet: FreshnessView, _ manner: Manner) -> [Element] {
        let rows = sheet.rows.enumerated().map { index, row in
            let mark = Mark.of(row.state, manner, word: row.word)
            return Element.row("fresh \(index + 1)", Row(row.name, lines: [row.detail, row.todo], mark: mark), nil)
        }
        return [.note("state", .of(sheet.state, manner), sheet.text)] + rows
    }

    override func dock(_ sheet: FreshnessView, _ manner: Manner) -> [Element] {
        [.button("sync", manner.words.actionRefresh, .filled, .go(.sync))]
    }
}

/// With whom this phone spoke, what for, and how much.
@MainActor @Observable public final class NetworkModel: Reader<NetworkView> {
    public init(_ app: AppModel) { super.init(app) { try $0.networkAccesses() } }

    override func title(_ sheet: NetworkView?) -> String { app.words.moreNetwork }

    override func lay(_ sheet: NetworkView, _ manner: Manner) -> [Element] {
        let rows = sheet.rows.enumerated().map { index, row in
            let outcome = row.outcome == .done ? nil : Mark(.closed, row.outcomeText)
            let shown = Row(row.purpose, value: row.ago, lines: [row.host, row.size], mark: outcome)
            return Element.row("access \(index + 1)", shown, nil)
        }
        return [.text("total", sheet.total), .text("note", sheet.note, .small)] + rows
    }
}

/// Whom this phone has joined, and a way to leave.
@MainActor @Observable public final class MembershipsModel: Reader<[MembershipView]> {
    private var refusal: Problem?
    /// The one whose leaving waits for a yes, and what it would take away.
    private var leaving: (membership: MembershipId, view: LeaveView)?

    private let session: Session

    public init(_ app: AppModel, _ session: Session) {
        self.session = session
        super.init(app) { try $0.memberships() }
    }

    override func title(_ sheet: [MembershipView]?) -> String { app.words.moreMemberships }

    override func lay(_ sheet: [MembershipView], _ manner: Manner) -> [Element] {
        let wrong = refusal.map { [Element.problem("refusal", $0, manner)] } ?? []
        if sheet.isEmpty { return wrong + [.text("empty", manner.words.screenEmpty)] }
        return wrong
            + sheet.enumerated().flatMap { index, one -> [Element] in
                let toConfirm = one.state == .toConfirm
                let mark = toConfirm ? Mark(.needs, manner.words.queueNeedsYou) : nil
                let act: Act? = toConfirm ? .go(.confirm(one.membership)) : nil
                let row = Row(one.authority, lines: [one.hint, one.joined], mark: mark)
                return [
                    .row("membership \(one.membership)", row, act),
                    .read("fingerprint \(one.membership)", .code(one.fingerprint), one.fingerprint),
                ] + (toConfirm ? [] : warnings(one, index + 1, manner) + leave(one, index + 1, manner))
            }
    }

    private func warnings(_ one: MembershipView, _ number: Int, _ manner: Manner) -> [Element] {
        [.button("alarms \(number)", manner.words.alarmAll, .link, .go(.alarms(one.membership)))]
    }

    /// Leaving is asked once more, with what it takes away.
    private func leave(_ one: MembershipView, _ number: Int, _ manner: Manner) -> [Element] {
        let words = manner.words
        guard let leaving, leaving.membership == one.membership else {
            let ask = Act.choose(.membership, one.membership)
            return [.button("leave \(number)", words.membershipLeave, .harmless, ask)]
        }
        return [
            .heading("ask", words.membershipLeaveAsk(leaving.view.authority)), .text("ask note", leaving.view.text),
            .button("leave", words.membershipLeave, .filled, .press(.leave)),
            .button("keep", words.actionCancel, .outlined, .press(.keep)),
        ]
    }

    public override func act(_ act: Act) async -> Step? {
        switch act {
        case .choose(.membership, let membership): await ask(membership)
        case .press(.keep): leaving = nil
        case .press(.leave): return await once("leave") { await leave() }
        default: return await super.act(act)
        }
        return nil
    }

    private func ask(_ membership: MembershipId) async {
        switch await app.ask({ try $0.leaving(membership: membership) }) {
        case .ready(let view): (leaving, refusal) = ((membership, view), nil)
        case .failed(let found): refusal = found
        case .loading: break
        }
    }

    private func leave() async -> Step? {
        guard let membership = leaving?.membership else { return nil }
        leaving = nil
        let answer = await app.ask { core in
            try core.leaveMembership(membership: membership)
            return Kept()
        }
        refusal = answer.problem
        await load()
        await session.load()
        app.tellNews()
        return nil
    }

    override func dock(_ sheet: [MembershipView], _ manner: Manner) -> [Element] {
        [.button("join", manner.words.joinAnother, .outlined, .go(.join(link: "")))]
    }
}
