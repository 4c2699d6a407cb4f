import Core
import Observation

/// Everybody on this phone, each with what is theirs, and a way to leave.
@MainActor @Observable public final class PeopleModel: Reader<PeopleView> {
    private var refusal: Problem?
    private var answer: Confirmation?
    /// The one whose leaving waits for a yes, and what it would take away.
    private var leaving: (membership: MembershipId, view: LeaveView)?

    private let session: Session

    public init(_ app: AppModel, _ session: Session) {
        self.session = session
        super.init(app) { try $0.people() }
    }

    /// Everybody's, in the order of the page.
    public var memberships: [MembershipView] { (sheet.sheet?.people ?? []).flatMap(\.memberships) }

    override func title(_ sheet: PeopleView?) -> String { app.words.peopleTitle }

    override func lay(_ sheet: PeopleView, _ manner: Manner) -> [Element] {
        let words = manner.words
        var number = 0
        return lines {
            if let refusal { Element.problem("refusal", refusal, manner) }
            if let answer { Element.note("answer", Mark(.needs, answer.text(words)), "") }
            if sheet.people.isEmpty { Element.text("empty", words.screenEmpty) }
            if !sheet.text.isEmpty { Element.text("text", sheet.text) }
            for row in sheet.people {
                person(row, manner)
                row.memberships.flatMap { one in
                    number += 1
                    return membership(one, number, manner)
                }
            }
            if !sheet.people.isEmpty {
                Element.text("kept", sheet.kept)
                Element.text("hints", sheet.hints, .small)
            }
        }
    }

    private func person(_ row: PersonRow, _ manner: Manner) -> [Element] {
        let (person, words) = (row.person, manner.words)
        return lines {
            Element.heading("person \(person.given)", person.name)
            Element.note("mark \(person.given)", Mark(person.mark.sign, person.mark.word(words)), "")
            if person.isLocked {
                Element.note("locked \(person.given)", Mark(.lock, words.personLocked(person.name)), "")
            }
            if !row.acting.isEmpty {
                Element.note("acting \(person.given)", Mark(.person, person.acts), row.acting)
            }
        }
    }

    private func membership(_ one: MembershipView, _ number: Int, _ manner: Manner) -> [Element] {
        let (words, id) = (manner.words, one.membership)
        let toConfirm = one.state == .toConfirm
        let isShown = memberships.count > 1 && id == session.current
        let mark = toConfirm ? Mark(.needs, words.queueNeedsYou) : isShown ? Mark(.holds, words.peopleShown) : nil
        let show: Act? = memberships.count > 1 && !isShown ? .choose(.shown, id) : nil
        let row = Row(one.authority, lines: [one.hint, one.joined], mark: mark)
        return lines {
            Element.row("membership \(id)", row, toConfirm ? .go(.confirm(id)) : show)
            Element.read("fingerprint \(id)", .code(one.fingerprint), one.fingerprint)
            if !toConfirm {
                Element.button("person \(number)", words.personChange, .link, .go(.person(id)))
                Element.button("alarms \(number)", words.alarmAll, .link, .go(.alarms(id)))
                leave(one, number, manner)
            }
        }
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
            .button("save first", words.membershipLeaveSave, .outlined, .press(.saveFirst)),
            .button("leave", words.membershipLeave, .filled, .press(.leave)),
            .button("keep", words.actionCancel, .outlined, .press(.keep)),
        ]
    }

    public override func act(_ act: Act) async -> Step? {
        switch act {
        case .choose(.shown, let membership): session.choose(membership)
        case .choose(.membership, let membership): await ask(membership)
        case .press(.keep): leaving = nil
        case .press(.saveFirst): return saveFirst()
        case .press(.leave): return await once("leave") { await leave() }
        default: return await super.act(act)
        }
        return nil
    }

    /// The file is of the person whose connection it is.
    private func saveFirst() -> Step? {
        guard let membership = leaving?.membership else { return nil }
        leaving = nil
        session.choose(membership)
        return .open(.archive)
    }

    private func ask(_ membership: MembershipId) async {
        answer = nil
        switch await app.ask({ try $0.leaving(membership: membership) }) {
        case .ready(let view): (leaving, refusal) = ((membership, view), nil)
        case .failed(let found): refusal = found
        case .loading: break
        }
    }

    /// Of a person whose pages are locked the phone's owner is asked for.
    private func leave() async -> Step? {
        guard let membership = leaving?.membership else { return nil }
        leaving = nil
        if let person = memberships.person(of: membership), person.isLocked {
            let given = await app.lock.confirm(app.words.personLeaveReason(person.name))
            guard given == .confirmed else {
                answer = given
                return nil
            }
        }
        let left = await app.ask { core in
            try core.leaveMembership(membership: membership)
            return Kept()
        }
        refusal = left.problem
        await load()
        await session.load()
        app.tellNews()
        return nil
    }

    override func dock(_ sheet: PeopleView, _ manner: Manner) -> [Element] {
        [.button("join", manner.words.joinAnother, .outlined, .go(.join(link: "")))]
    }
}
