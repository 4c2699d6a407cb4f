import Core
import Observation

/// Whose a membership is: what they are called on this phone, by which mark, and whether their pages are locked.
@MainActor @Observable public final class PersonModel: Typing {
    private let app: AppModel
    private let session: Session
    private let membership: MembershipId
    private let once = Once()
    private var kept: Load<MembershipView> = .loading
    private var name: String?
    private var mark: PersonMark?
    private var isLocked: Bool?
    private var refusal: Problem?
    private var answer: Confirmation?

    public init(_ app: AppModel, _ session: Session, _ membership: MembershipId) {
        self.app = app
        self.session = session
        self.membership = membership
    }

    public var typed: [String: String] { name.map { [Input.personName.rawValue: $0] } ?? [:] }
    public func restore(_ typed: [String: String]) { name = typed[Input.personName.rawValue] }

    public func load() async {
        if session.memberships == .loading { await session.load() }
        switch session.memberships {
        case .ready(let all): if let found = all.first(where: { $0.membership == membership }) { kept = .ready(found) }
        case .failed(let problem): kept = .failed(problem)
        case .loading: break
        }
    }

    /// What is kept when it is saved.
    private func draft(_ one: MembershipView) -> PersonDraft {
        let person = one.person
        return PersonDraft(
            name: name ?? person.given, mark: mark ?? person.mark, isLocked: isLocked ?? person.isLocked)
    }

    public var outline: Outline {
        let (manner, words) = (app.manner, app.words)
        let body = kept.elements(manner) { laid($0, manner) }
        let save = Element.button("save", words.personSave, .filled, .press(.savePerson))
        return Outline(words.personTitle, body: body, dock: kept.sheet == nil ? [] : [save])
    }

    private func laid(_ one: MembershipView, _ manner: Manner) -> [Element] {
        let (words, draft) = (manner.words, draft(one))
        let isName = refusal?.code.hasPrefix("person-") == true
        let wrong = isName ? refusal.map { Mark(.fails, sentences([$0.happened, $0.todo])) } : nil
        let field = Field(
            input: .personName, label: words.personName, hint: words.personNameHint, text: draft.name, note: wrong,
            keys: .words)
        let marks = PersonMark.all.map { Choice.Option(id: "\($0)", text: $0.word(words)) }
        let note = app.lock.isPossible ? words.personLockNote : words.settingLockMissing
        return lines {
            Element.text("authority", one.authority, .quiet)
            Element.read("hint", .quote(one.hint), one.hint)
            if let refusal, !isName { Element.problem("refusal", refusal, manner) }
            Element.field(field)
            Element.note("shape", Mark(draft.mark.sign, draft.mark.word(words)), "")
            Element.choice(
                Choice(
                    input: .personMark, label: words.personMark, options: marks, chosen: "\(draft.mark)", note: nil))
            Element.toggle(.personLock, words.personLock, note: note, on: draft.isLocked, manner)
            if let answer { Element.text("answer", answer.text(words)) }
        }
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .write(.personName, let text): name = text
        case .choose(.personMark, let chosen): mark = PersonMark.all.first { "\($0)" == chosen } ?? mark
        case .turn(.personLock, let on): isLocked = on
        case .press(.savePerson): return await once("save") { await save() }
        case .press(.again): await load()
        default: break
        }
        return nil
    }

    /// Whoever locks or unlocks pages is asked for first.
    private func save() async -> Step? {
        guard let one = kept.sheet else { return nil }
        let (draft, membership) = (draft(one), membership)
        (answer, refusal) = (nil, nil)
        if draft.isLocked || one.person.isLocked {
            let given = await app.lock.confirm(app.words.personLockChange)
            guard given == .confirmed else {
                answer = given
                return nil
            }
        }
        let done = await app.ask { core in
            try core.keepPerson(membership: membership, draft: draft)
            return Kept()
        }
        refusal = done.problem
        guard done.problem == nil else { return nil }
        await session.load()
        app.tellNews()
        return .back
    }
}
