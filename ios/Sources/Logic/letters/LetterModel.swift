import Core
import Observation

/// One notice: how sure it is, the day to keep, what it says, when it came, what it is about. Once it is there to be
/// read, it is marked as read; nobody is told of that.
@MainActor @Observable public final class LetterModel: Reader<LetterView> {
    private let membership: MembershipId
    private let n: UInt32
    private var refusal: Problem?
    private var showsOther = false
    private var marked = false

    public init(_ app: AppModel, _ membership: MembershipId, n: UInt32) {
        self.membership = membership
        self.n = n
        super.init(app) { try $0.letter(membership: membership, n: n) }
    }

    override func title(_ sheet: LetterView?) -> String { sheet?.heading ?? app.words.lettersTitle }

    public override func load() async {
        await super.load()
        if sheet.sheet?.isNew == true && !marked { await mark(read: true) }
    }

    override func lay(_ sheet: LetterView, _ manner: Manner) -> [Element] {
        let words = manner.words
        return lines {
            Element.text("sender", sheet.sender, .quiet)
            Element.title(sheet.title)
            Element.proof(sheet.checks, sheet.proof, manner)
            due(sheet, words)
            text(sheet, words)
            Element.heading("times", words.letterTimes)
            for (index, time) in sheet.times.enumerated() { Element.fact("time \(index + 1)", time) }
            for (index, late) in sheet.late.enumerated() {
                Element.note("late \(index + 1)", Mark(.bell, late.text), late.todo)
            }
            Element.heading("about", words.letterAbout)
            about(sheet, manner)
            Element.heading("checks", words.checksTitle)
            for (index, check) in sheet.checks.enumerated() {
                Element.check("check \(index + 1)", shown(check, manner))
            }
            Element.row("contest", Row(words.letterContest), .go(.contest(membership, About(sheet.contests))))
            if sheet.canComply {
                Element.row("comply", Row(words.complyOpen), .go(.comply(membership, .letter(sheet.n))))
            }
            if !sheet.isNew { Element.button("mark new", words.letterMarkNew, .link, .press(.markNew)) }
            if let refusal { Element.problem("refusal", refusal, manner) }
        }
    }

    private func due(_ sheet: LetterView, _ words: Words) -> [Element] {
        guard let due = sheet.deadline else { return [] }
        let line = Element.text("deadline", words.deadlineLine(due.label, day: due.day, away: due.away), .strong)
        if due.event.isEmpty { return [line] }
        return [line, .button("calendar", words.actionAddToCalendar, .link, .press(.addToCalendar))]
    }

    /// In the person's language; in the other one where it has no text, or where that is asked for.
    private func text(_ sheet: LetterView, _ words: Words) -> [Element] {
        let only = sheet.text.isEmpty
        return lines {
            Element.heading("text", words.letterText)
            if !sheet.textNote.isEmpty { Element.text("text note", sheet.textNote) }
            for (index, piece) in sheet.text.enumerated() { Element.text("piece \(index + 1)", piece) }
            if !sheet.otherText.isEmpty && !only {
                Element.button("other", sheet.otherTitle, .link, .press(.otherLanguage))
            }
            if only || showsOther {
                for (index, piece) in sheet.otherText.enumerated() { Element.text("other \(index + 1)", piece) }
            }
            if !sheet.document.isEmpty { Element.text("document", sheet.document, .quiet) }
        }
    }

    private func about(_ sheet: LetterView, _ manner: Manner) -> Element {
        let about = sheet.about
        let act = place(about.target).map(Act.go)
        if about.title.isEmpty { return .row("target", Row(about.text), act) }
        let row = PointsRow(points: about.points, title: about.title, detail: about.text, mark: nil)
        return .points("target", row, act, manner)
    }

    private func place(_ target: LetterTarget) -> Place? {
        switch target {
        case .nothing: nil
        case .entry(let seq, let entry): .entry(membership, seq: seq, entry: entry)
        case .stars(let seq): .stars(membership, seq: seq)
        case .record(let item): .item(membership, item: item)
        case .perks: .perks(membership)
        case .rulebook: .rulebook(membership)
        case .alarms: .alarms(membership)
        }
    }

    private func shown(_ check: LetterCheck, _ manner: Manner) -> CheckLines {
        CheckLines(
            mark: .of(check.state, manner), name: check.name, finding: check.finding, todo: "", restsOn: "")
    }

    public override func act(_ act: Act) async -> Step? {
        switch act {
        case .press(.otherLanguage): showsOther.toggle()
        case .press(.markNew): return await once("mark") { await mark(read: false) }
        case .press(.addToCalendar): return sheet.sheet?.deadline.map(Step.calendar)
        default: return await super.act(act)
        }
        return nil
    }

    @discardableResult private func mark(read: Bool) async -> Step? {
        marked = true
        let (membership, n) = (membership, n)
        let answer = await app.ask { core in
            try core.markLetters(membership: membership, letters: [n], read: read)
            return true
        }
        refusal = answer.problem
        await super.load()
        if answer.problem == nil { app.tellNews() }
        return nil
    }
}
