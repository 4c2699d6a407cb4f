import Core
import Foundation
import Support
import Testing

@testable import Logic

/// Contests: written, read as a letter, sent once; and what a case leads to.
@MainActor @Suite struct CaseTests {
    private let core = WatchedCore()
    private let app: AppModel
    nonisolated private static let samples = CaseSamples(isChinese: false)

    init() {
        app = AppModel(core: core, language: .english)
        core.answer("contestForm") { Self.samples.form }
        core.answer("checkContest") { Self.samples.checked(true) }
        core.answer("contestLetter") { Self.samples.letter() }
        core.answer("contest") { KeptView(item: 7, text: "Kept.") }
    }

    private func form() async -> CaseFormModel {
        let form = CaseFormModel(app, ContestForm(membership: "a", about: .entry("E-1"), follows: nil))
        await form.load()
        return form
    }

    @Test("what stands in the way is told before there is a letter, and at its place")
    func wrong() async {
        core.answer("checkContest") { Self.samples.checked(false) }
        let form = await form()
        #expect(form.outline["note grounds"] == nil, "nothing is wrong before one wanted to go on")
        _ = await form.act(.press(.goOn))
        #expect(form.letter == nil)
        #expect(form.outline["note grounds"]?.label == "Tick at least one ground.")
        #expect(form.outline["tally"] != nil)
    }

    @Test("a ground is ticked and taken away, and both say so without colour")
    func ticks() async {
        let form = await form()
        _ = await form.act(.choose(.ground, "notTold"))
        #expect(form.outline["ground notTold"]?.value.hasPrefix("Ticked") == true)
        _ = await form.act(.choose(.ground, "notTold"))
        #expect(form.outline["ground notTold"]?.value.hasPrefix("Not ticked") == true)
    }

    @Test("a contest is read first, then sent once, and becomes its case")
    func sent() async {
        let form = await form()
        _ = await form.act(.choose(.ground, "notTold"))
        _ = await form.act(.press(.goOn))
        #expect(form.outline["send"] != nil && form.outline["contest"] == nil)
        _ = core.calls()
        async let first = form.act(.press(.send))
        async let second = form.act(.press(.send))
        let steps = await [first, second].compactMap { $0 }
        #expect(steps == [.replace(.casePage("a", id: 7))])
        #expect(core.calls().filter { $0 == "contest" }.count == 1)
    }

    @Test("one goes back from the letter to what was written")
    func change() async {
        let form = await form()
        _ = await form.act(.write(.words, "I paid."))
        _ = await form.act(.press(.goOn))
        _ = await form.act(.press(.keep))
        #expect(form.letter == nil && form.draft.words == "I paid.")
    }

    @Test("an office that takes paper alone is sent nothing, and the letter is printed by the system")
    func paper() async {
        core.answer("contestForm") { Self.samples.contest(paperOnly: "By letter only.") }
        let form = await form()
        _ = await form.act(.press(.goOn))
        #expect(form.outline["send"] == nil && form.outline["on paper"] != nil)
        #expect(
            await form.act(.press(.printLetter)) == .print(name: "standing-letter.html", html: "<p>H</p>"))
    }

    @Test("what was written survives the end of the app under its name; of photos only that there were some")
    func typed() async {
        let form = await form()
        form.take(photo: [1])
        _ = await form.act(.choose(.ground, "notTold"))
        _ = await form.act(.write(.words, "I paid."))
        let again = CaseFormModel(app, ContestForm(membership: "a", about: .entry("E-1"), follows: nil))
        again.restore(form.typed)
        await again.load()
        #expect(again.draft == form.draft)
        #expect(again.typed[FormModel.formName] == form.typed[FormModel.formName])
        #expect(again.outline["photo problem"] != nil && again.outline["picture 1"] == nil)
    }

    @Test("no more photos than the form takes")
    func photos() async {
        let form = await form()
        for byte in UInt8(0)..<5 { form.take(photo: [byte]) }
        #expect(form.outline["picture 2"] != nil && form.outline["picture 3"] == nil)
        #expect(form.outline["take photo"] == nil)
        _ = await form.act(.choose(.photo, "0"))
        #expect(form.outline["picture 2"] == nil && form.outline["take photo"] != nil)
    }

    @Test("what can be done opens its page, the next office with what the case is about")
    func page() async {
        core.answer("casePage") { Self.samples.page }
        let model = CaseModel(app, "a", id: 7)
        await model.load()
        #expect(model.outline["do 1"]?.act == .go(.caseLetter("a", id: 7, kind: .reminder)))
        #expect(model.outline["do 2"]?.act == .go(.contest("a", .entry("E-1"), follows: 7)))
        #expect(model.outline["document 2"]?.act == .go(.receipt("a", item: 7)))
        #expect(model.outline["note paper"]?.act == .go(.handIn("a", id: 7)))
        #expect(model.outline["note answer"]?.act == .go(.paperAnswer("a", id: 7)))
        core.answer("caseCalendar") { CalendarFile(fileName: "d.ics", text: "BEGIN") }
        #expect(await model.act(.press(.saveDays)) == .save([File(name: "d.ics", bytes: Array("BEGIN".utf8))]))
    }

    @Test("a case is written to a file of this app alone, and handed over from there")
    func file() async throws {
        core.answer("casePage") { Self.samples.page }
        let model = CaseModel(app, "a", id: 7)
        await model.load()
        #expect(model.outline["file note"] != nil)
        core.answer("exportCase") { CaseFileView(fileName: "standing-case-2026-11-29.zip", text: "In the file.") }
        guard case .move(let file)? = await model.act(.press(.export)) else { throw Unexpected("not handed over") }
        #expect(file.url.lastPathComponent == "standing-case.zip")
        file.remove()
        core.answer("exportCase") { throw AppError.Storage(code: "no-space", happened: "H.", safe: "S.", todo: "T.") }
        #expect(await model.act(.press(.export)) == nil)
        #expect(model.outline["refusal"]?.label == "H.")
    }

    @Test("a hand-in is noted with its day, and only then left")
    func handIn() async {
        let model = PaperModel(app, .handIn("a", id: 7))
        #expect(model.outline["note"]?.enabled == false)
        _ = await model.act(.choose(.day, "2026-11-25"))
        core.answer("noteHandIn") { throw AppError.Storage(code: "x", happened: "H.", safe: "S.", todo: "T.") }
        #expect(await model.act(.press(.notePaper)) == nil)
        #expect(model.outline["refusal"] != nil)
        core.answer("noteHandIn") { Self.samples.page }
        #expect(await model.act(.press(.notePaper)) == .back)
    }

    @Test("a place of a case outlives the app")
    func kept() throws {
        let places: [Place] = [
            .contest("a", .star("S-1"), follows: 7), .caseLetter("a", id: 7, kind: .nextStep),
            .comply("a", .measure("R-2")), .rightRequest("a"), .paperAnswer("a", id: 7),
            .listingForm(Self.listing, done: true), .listingCase(id: 4), .listingLetter(id: 4),
            .listingHandIn(id: 4),
        ]
        for place in places {
            #expect(try JSONDecoder().decode(Place.self, from: JSONEncoder().encode(place)) == place)
        }
    }

    @Test("what was done is sent with its day, once; the form asks for neither grounds nor wishes")
    func comply() async {
        core.answer("complianceForm") { Self.samples.done }
        core.answer("checkCompliance") { Self.samples.checked(true) }
        core.answer("complianceLetter") { Self.samples.letter() }
        core.answer("comply") { KeptView(item: 8, text: "Kept.") }
        let form = CaseFormModel(app, ComplianceForm(membership: "a", about: .measure("R-2")))
        await form.load()
        #expect(form.outline["grounds"] == nil && form.outline["wants"] == nil && form.outline["mark"] == nil)
        _ = await form.act(.choose(.day, "2026-11-20"))
        _ = await form.act(.write(.words, "Paid."))
        let again = CaseFormModel(app, ComplianceForm(membership: "a", about: .measure("R-2")))
        again.restore(form.typed)
        #expect(again.draft.day == "2026-11-20" && again.draft.words == "Paid.")
        _ = await form.act(.press(.goOn))
        _ = core.calls()
        #expect(await form.act(.press(.send)) == .replace(.casePage("a", id: 8)))
        #expect(core.calls().filter { $0 == "comply" }.count == 1)
    }

    @Test("a right is asked for as chosen, without photos; what was not kept is reported")
    func right() async {
        core.answer("rightForm") { Self.samples.right }
        core.answer("checkRight") { Self.samples.checked(true) }
        core.answer("rightLetter") { Self.samples.letter() }
        core.answer("requestRight") { throw AppError.Storage(code: "x", happened: "H.", safe: "S.", todo: "T.") }
        let form = CaseFormModel(app, RightForm(membership: "a"))
        await form.load()
        #expect(form.outline["take photo"] == nil)
        _ = await form.act(.choose(.right, "delete"))
        #expect(form.draft.right(Self.samples.right) == .delete)
        _ = await form.act(.press(.goOn))
        #expect(await form.act(.press(.onPaper)) == nil)
        #expect(form.outline["problem"] != nil)
        core.answer("requestRight") { KeptView(item: 9, text: "Kept.") }
        #expect(await form.act(.press(.onPaper)) == .replace(.casePage("a", id: 9)))
    }

    @Test("an answer on paper is noted once its day and what it says are chosen")
    func answer() async {
        core.answer("noteAnswer") { Self.samples.page }
        let model = PaperModel(app, .answer("a", id: 7))
        _ = await model.act(.choose(.day, "2026-11-25"))
        #expect(model.outline["note"]?.enabled == false)
        #expect(await model.act(.press(.notePaper)) == nil)
        _ = await model.act(.choose(.says, "refused"))
        let again = PaperModel(app, .answer("a", id: 7))
        again.restore(model.typed)
        #expect(again.outline["note"]?.enabled == true)
        #expect(await again.act(.press(.notePaper)) == .back)
        #expect(core.calls().contains("noteAnswer"))
    }

    private static let listing = ListingName(
        ListingKey(uscc: "91330106MA2CFLDG4R", register: "root", lister: "list.example", listId: "L1"))

    @Test("a listing is contested on paper alone, and nothing is sent")
    func listing() async {
        core.answer("listingForm") { Self.samples.contest(of: nil, paperOnly: "The court") }
        core.answer("checkListingLetter") { Self.samples.checked(true) }
        core.answer("listingLetter") { Self.samples.letter() }
        core.answer("keepListingLetter") { KeptView(item: 4, text: "Kept.") }
        let form = CaseFormModel(app, ListingForm(listing: Self.listing, done: false))
        await form.load()
        _ = await form.act(.choose(.ground, "notTold"))
        _ = await form.act(.press(.goOn))
        #expect(form.outline["send"] == nil && form.outline["on paper"] != nil)
        _ = core.calls()
        #expect(await form.act(.press(.onPaper)) == .replace(.listingCase(id: 4)))
        #expect(core.calls().filter { $0 == "keepListingLetter" }.count == 1)
    }

    @Test("the hand-in of such a letter is noted; the letter is erased only after a yes")
    func listingCase() async {
        core.answer("listingCase") { Self.samples.listing(handedIn: true) }
        core.answer("noteListingHandIn") { Self.samples.listing(handedIn: true) }
        core.answer("eraseListingCase") {}
        let paper = PaperModel(app, .listingHandIn(id: 4))
        _ = await paper.act(.choose(.day, "2026-11-25"))
        #expect(await paper.act(.press(.notePaper)) == .back)
        let page = ListingCaseModel(app, id: 4)
        await page.load()
        #expect(page.outline["read"]?.act == .go(.listingLetter(id: 4)))
        #expect(page.outline["calendar"] != nil)
        #expect(await page.act(.press(.eraseLetterForGood)) == nil, "nobody asked")
        _ = await page.act(.press(.eraseLetter))
        #expect(await page.act(.press(.eraseLetterForGood)) == .back)
        #expect(core.calls().filter { $0 == "eraseListingCase" }.count == 1)
    }
}
