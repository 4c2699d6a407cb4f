import Core
import Support
import Testing

@testable import Logic

/// Several people on one phone: for whom one acts, whose pages are locked, and that only the owner opens them.
@MainActor @Suite struct PeopleTests {
    private let core = WatchedCore()
    private let screenLock = OwnerLock()
    private let app: AppModel
    private let session: Session

    nonisolated private static let father = PersonView(
        given: "Father", name: "Father", acts: "You act for Father.", mark: .square, isLocked: true)

    init() async {
        let (mine, his) = (member("a", .active), member("b", .active, of: Self.father))
        core.answer("memberships") { [mine, his] }
        core.answer("people") {
            PeopleView(
                text: "2 people, 2 connections.",
                people: [
                    PersonRow(person: owner, acting: "", memberships: [mine]),
                    PersonRow(person: Self.father, acting: "With the code from his letter.", memberships: [his]),
                ],
                kept: "Only on this phone.", hints: "Names with ∗.")
        }
        core.answer("home") { throw AppError.NotFound(code: "x", happened: "H", safe: "", todo: "") }
        core.answer("perks") { throw AppError.NotFound(code: "x", happened: "H", safe: "", todo: "") }
        app = AppModel(core: core, language: .english)
        app.lock.phone = screenLock
        session = Session(app)
        await session.load()
    }

    @Test("each person has a mark, a name and what is theirs; for whom one acts is said there, at home and at records")
    func people() async {
        let model = PeopleModel(app, session)
        await model.load()
        let outline = model.outline
        #expect(outline["mark Father"]?.label == "Square")
        #expect(outline["acting Father"]?.label.contains("You act for Father.") == true)
        #expect(outline["acting "] == nil)
        #expect(HomeModel(app, session).outline["acts"] == nil)
        _ = await model.act(.choose(.shown, "b"))
        #expect(session.current == "b")
        #expect(HomeModel(app, session).outline["acts"]?.label == "You act for Father.")
        #expect(RecordsModel(app, session).outline["acts"]?.label == "You act for Father.")
    }

    @Test("each form says for whom one acts, and nothing where it is one's own")
    func forms() async {
        let samples = CaseSamples(isChinese: false)
        let people: [(PersonView, String?)] = [(owner, nil), (Self.father, "You act for Father.")]
        for (person, said) in people {
            let choice = RecordChoice(
                kind: .volunteering, rule: "G-1", title: "T", counts: "", photoWanted: false, volumes: [])
            core.answer("checkDraft") {
                DraftView(
                    person: person, choice: choice, ready: false, notes: [], title: "", consequences: [], score: [],
                    against: nil, leaves: [])
            }
            core.answer("contestForm") { samples.contest(by: person) }
            let record = FormModel(app, "b", kind: .volunteering, rule: "G-1")
            let contest = CaseFormModel(app, ContestForm(membership: "b", about: .entry("E-1"), follows: nil))
            for form in [record, contest] as [any Screen] {
                await form.load()
                #expect(form.outline["acts"]?.label == said)
            }
        }
        let desk = RightsDeskModel(app)
        await desk.load()
        #expect(desk.outline["ask 2"]?.value.contains("You act for Father.") == true)
    }

    @Test("a locked person's pages ask for the owner, at home and from anywhere, and again after a time away")
    func locked() async {
        let shell = Shell(app, session, version: "1", licences: nil)
        #expect(!(shell.screen(.home) is PersonLockModel))
        #expect(!(shell.screen(.perks("a")) is PersonLockModel))
        session.choose("b")
        for place in [Place.home, .records, .archive, .perks("b"), .told("b", .entry("E")), .cases("b")] {
            #expect(shell.screen(place) is PersonLockModel, "\(place)")
        }
        #expect(!(shell.screen(.more) is PersonLockModel) && !(shell.screen(.scan) is PersonLockModel))
        #expect(core.calls().filter { $0 != "memberships" }.isEmpty, "nothing of theirs is asked for")
        for answer in Logic.Confirmation.allCases where answer != .confirmed {
            screenLock.answer = answer
            await shell.act(.press(.unlock), on: shell.screen(.home))
            #expect(shell.screen(.home).outline["answer"]?.label == answer.text(app.words))
        }
        screenLock.answer = .confirmed
        await shell.act(.press(.unlock), on: shell.screen(.home))
        #expect(shell.screen(.home) is HomeModel && shell.screen(.perks("b")) is PerksModel)
        let left = ContinuousClock.now
        app.lock.left(left)
        app.lock.returned(nil, left + .seconds(59))
        #expect(shell.screen(.home) is HomeModel)
        app.lock.left(left)
        app.lock.returned(nil, left + .seconds(60))
        #expect(shell.screen(.home) is PersonLockModel)
        await shell.act(.choose(.membership, "a"), on: shell.screen(.home))
        #expect(shell.screen(.home) is HomeModel, "one's own stay open")
    }

    @Test("a lock is changed, and a locked person's connection is left, by the owner only")
    func changed() async {
        core.answer("keepPerson") { () }
        let person = PersonModel(app, session, "b")
        await person.load()
        _ = await person.act(.turn(.personLock, false))
        screenLock.answer = .failed
        #expect(await person.act(.press(.savePerson)) == nil && !core.calls().contains("keepPerson"))
        #expect(person.outline["answer"]?.label == app.words.lockFailed)
        core.answer("leaving") { LeaveView(authority: "Yangqiao", text: "Everything.") }
        core.answer("leaveMembership") { () }
        let people = PeopleModel(app, session)
        await people.load()
        _ = await people.act(.choose(.membership, "b"))
        _ = await people.act(.press(.leave))
        #expect(!core.calls().contains("leaveMembership") && people.outline["answer"] != nil)
        screenLock.answer = .confirmed
        #expect(await person.act(.press(.savePerson)) == .back)
        _ = await people.act(.choose(.membership, "b"))
        _ = await people.act(.press(.leave))
        #expect(core.calls().contains("leaveMembership"))
    }

    @Test("before an authority is left, the file of that person can be saved, and nothing is left by it")
    func savedFirst() async throws {
        core.answer("leaving") { LeaveView(authority: "Yangqiao", text: "Everything.") }
        let people = PeopleModel(app, session)
        await people.load()
        #expect(people.outline["save first"] == nil)
        _ = await people.act(.choose(.membership, "b"))
        let save = try #require(people.outline["save first"]?.act)
        #expect(await people.act(save) == .open(.archive) && session.current == "b")
        #expect(people.outline["ask"] == nil && !core.calls().contains("leaveMembership"))
    }

    @Test("a name that the core refuses is said at the field, and what was typed stays")
    func refused() async {
        core.answer("keepPerson") {
            throw AppError.Invalid(code: "person-number", happened: "A number.", safe: "Not saved.", todo: "A name.")
        }
        let person = PersonModel(app, session, "a")
        await person.load()
        _ = await person.act(.write(.personName, "11010519491231002X"))
        _ = await person.act(.press(.savePerson))
        guard case .field(let field)? = person.outline["personName"]?.form else { return #expect(Bool(false)) }
        #expect(field.note?.word == "A number.\nA name." && field.text == "11010519491231002X")
        #expect(screenLock.reasons.isEmpty, "nothing is locked: nobody is asked for")
    }
}

/// Pages that do something when they are pulled down.
@MainActor @Suite struct PulledTests {
    @Test("home and records sync when they are pulled down, and not before somebody is connected")
    func pulled() async {
        let core = WatchedCore()
        let app = AppModel(core: core, language: .english)
        let session = Session(app)
        let asked = Asked()
        app.wantsSync = { asked.reasons.append($0) }
        core.answer("memberships") { [MembershipView]() }
        await session.load()
        #expect(HomeModel(app, session).outline.pull == nil && RecordsModel(app, session).outline.pull == nil)
        core.answer("memberships") { [member("a", .active)] }
        await session.load()
        let pages: [any Screen] = [HomeModel(app, session), RecordsModel(app, session)]
        for page in pages {
            guard let pull = page.outline.pull else { return #expect(Bool(false)) }
            _ = await page.act(pull)
        }
        #expect(asked.reasons == [.asked, .asked])
        #expect(PerksModel(app, "a").outline.pull == nil)
    }
}

/// A sync that nobody taps for.
@MainActor @Suite struct FollowedTests {
    private let core = WatchedCore()
    private let asked = Asked()

    private var app: AppModel {
        let app = AppModel(core: core, language: .english)
        app.wantsSync = { [asked] in asked.reasons.append($0) }
        return app
    }

    @Test("a letter that was joined asks for a sync, and one that is somebody else's does not")
    func joined() async {
        core.answer("memberships") { [member("a", .toConfirm)] }
        core.answer("confirm") { () }
        let app = app
        let model = ConfirmModel(app, Session(app), "a")
        await model.load()
        _ = await model.act(.press(.notMine))
        #expect(asked.reasons.isEmpty)
        _ = await model.act(.press(.mine))
        #expect(asked.reasons == [.joined])
    }

    @Test("a record that was kept asks for a sync, and one that could not be kept does not")
    func kept() async {
        let form = FormModel(app, "a", kind: .volunteering, rule: "G-1")
        core.answer("queueRecord") { throw AppError.Storage(code: "x", happened: "H.", safe: "S.", todo: "T.") }
        _ = await form.act(.press(.send))
        #expect(asked.reasons.isEmpty)
        core.answer("queueRecord") { KeptView(item: 7, text: "Kept.") }
        _ = await form.act(.press(.send))
        #expect(asked.reasons == [.unasked])
    }
}

/// What was asked for.
@MainActor private final class Asked {
    var reasons: [SyncReason] = []
}

/// A lock that answers as the test says.
@MainActor private final class OwnerLock: ScreenLock {
    var isSet = true
    var answer = Logic.Confirmation.confirmed
    var reasons: [String] = []
    func confirm(_ reason: String) async -> Logic.Confirmation {
        reasons.append(reason)
        return answer
    }
}
