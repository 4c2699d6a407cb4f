import Core
import Observation

/// In place of the pages of a person who has locked them: whose they are, a button, and whose others could be shown.
@MainActor @Observable public final class PersonLockModel: Screen {
    private let app: AppModel
    private let session: Session
    private let person: PersonView
    private let once = Once()
    private var answer: Confirmation?

    init(_ app: AppModel, _ session: Session, _ person: PersonView) {
        self.app = app
        self.session = session
        self.person = person
    }

    public var outline: Outline {
        let words = app.words
        let others = session.active.filter { $0.person.given != person.given }
        let body = lines {
            Element.note("person", Mark(person.mark.sign, person.name), "")
            Element.title(words.personLocked(person.name))
            Element.text("note", words.personLockedNote, .quiet)
            if let answer { Element.text("answer", answer.text(words)) }
            if !others.isEmpty { Element.heading("others", words.homeAnotherMembership) }
            for one in others {
                Element.row(
                    "other \(one.membership)", Row(one.authority, lines: [one.person.name]),
                    .choose(.membership, one.membership))
            }
        }
        return Outline("", body: body, dock: [.button("unlock", words.lockUnlock, .filled, .press(.unlock))])
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .press(.unlock): return await once("unlock") { await unlock() }
        case .choose(.membership, let membership):
            session.choose(membership)
            app.tellNews()
        default: break
        }
        return nil
    }

    private func unlock() async -> Step? {
        let given = await app.lock.open(person, app.words.personUnlockReason(person.name))
        answer = given == .confirmed ? nil : given
        // The page behind it asks the core now.
        if given == .confirmed { app.tellNews() }
        return nil
    }
}
