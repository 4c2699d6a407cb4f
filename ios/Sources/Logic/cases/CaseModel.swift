import Core
import Observation

/// One case: how far it has come, the next date, what can be done, what happened, the steps, its documents.
@MainActor @Observable public final class CaseModel: Reader<CaseView> {
    private let membership: MembershipId
    private let id: Int64
    private var refusal: Problem?

    public init(_ app: AppModel, _ membership: MembershipId, id: Int64) {
        self.membership = membership
        self.id = id
        super.init(app) { try $0.casePage(membership: membership, id: id) }
    }

    override func title(_ sheet: CaseView?) -> String { sheet?.heading ?? app.words.casesTitle }

    override func lay(_ sheet: CaseView, _ manner: Manner) -> [Element] {
        lines {
            head(sheet, manner)
            todo(sheet, manner)
            happened(sheet, manner)
            steps(sheet, manner)
            documents(sheet, manner)
            if sheet.deadline != nil {
                Element.button("save days", manner.words.caseSaveDays, .outlined, .press(.saveDays))
            }
            Element.button("save file", manner.words.caseSaveFile, .outlined, .press(.export))
            Element.share("share file", .press(.export), manner.words)
            Element.text("file note", manner.words.caseSaveFileNote, .small)
            if let refusal { Element.problem("refusal", refusal, manner) }
        }
    }

    private func head(_ sheet: CaseView, _ manner: Manner) -> [Element] {
        let words = manner.words
        let marks = sheet.checks.map { Mark.of($0.state, manner, word: $0.name) }
        return lines {
            Element.note("state", .of(sheet.state, sheet.stateText), "")
            Element.title(sheet.title)
            if !manner.sentence(sheet.text).isEmpty { Element.text("text", sheet.text, .quiet) }
            if !marks.isEmpty {
                Element.read("proof", .proof(marks, sheet.proof), sentences(marks.map(\.word)), value: sheet.proof)
            }
            if let due = sheet.deadline {
                Element.text("deadline", words.deadlineLine(due.label, day: due.day, away: due.away), .strong)
                if !due.event.isEmpty {
                    Element.button("calendar", words.actionAddToCalendar, .link, .press(.addToCalendar))
                }
            }
            if !sheet.turn.isEmpty { Element.text("turn", sheet.turn) }
            if !sheet.deadlineNote.isEmpty { Element.text("deadline note", sheet.deadlineNote, .small) }
        }
    }

    /// The first is what most people need next.
    private func todo(_ sheet: CaseView, _ manner: Manner) -> [Element] {
        if sheet.todo.isEmpty { return [] }
        return lines {
            Element.heading("todo", manner.words.caseTodo)
            for (index, one) in sheet.todo.enumerated() {
                Element.row("todo \(index + 1)", Row("\(index + 1). \(one.title)", lines: [one.text]), nil)
                if let place = opens(one.action, sheet), !one.button.isEmpty {
                    Element.button("do \(index + 1)", one.button, index == 0 ? .filled : .outlined, .go(place))
                }
            }
        }
    }

    private func happened(_ sheet: CaseView, _ manner: Manner) -> [Element] {
        let words = manner.words
        return lines {
            if !sheet.events.isEmpty { Element.heading("happened", words.caseHappened) }
            for (index, event) in sheet.events.enumerated() {
                let id = "event \(index + 1)"
                if event.moment == .late {
                    Element.note(id, Mark(.waiting, event.title), event.text)
                } else {
                    let done = event.moment != .toCome
                    Element.read(
                        id, .event(text: event.title, when: event.text, done: done), event.title, value: event.text)
                }
            }
            if sheet.canNotePaper {
                Element.button("note paper", words.caseNotePaper, .link, .go(.handIn(membership, id: id)))
            }
            if sheet.canNoteAnswer {
                Element.button("note answer", words.caseNoteAnswer, .link, .go(.paperAnswer(membership, id: id)))
            }
            if sheet.canWithdraw {
                Element.button("withdraw", words.itemWithdraw, .link, .go(.item(membership, item: id)))
            }
        }
    }

    private func steps(_ sheet: CaseView, _ manner: Manner) -> [Element] {
        lines {
            if !sheet.steps.isEmpty { Element.heading("steps", manner.words.caseSteps) }
            for step in sheet.steps {
                let mark = step.mark.isEmpty ? nil : Mark(.becomes, step.mark)
                Element.row("step \(step.n)", Row("\(step.n). \(step.title)", lines: [step.text], mark: mark), nil)
            }
            if !sheet.stepsNote.isEmpty { Element.text("steps note", sheet.stepsNote, .small) }
        }
    }

    private func documents(_ sheet: CaseView, _ manner: Manner) -> [Element] {
        lines {
            if !sheet.documents.isEmpty { Element.heading("documents", manner.words.caseDocuments) }
            for (index, document) in sheet.documents.enumerated() {
                let mark = document.state.map { Mark.of($0, manner, word: document.text) }
                let row = Row(document.title, lines: mark == nil ? [document.text] : [], mark: mark)
                Element.row("document \(index + 1)", row, .go(opens(document.paper)))
            }
        }
    }

    private func opens(_ action: CaseAction, _ sheet: CaseView) -> Place? {
        switch action {
        case .nothing: nil
        case .notePaper: .handIn(membership, id: id)
        case .noteAnswer: .paperAnswer(membership, id: id)
        case .remind: .caseLetter(membership, id: id, kind: .reminder)
        case .askNext: .contest(membership, About(sheet.target), follows: id)
        case .writeNext: .caseLetter(membership, id: id, kind: .nextStep)
        case .complain: .caseLetter(membership, id: id, kind: .complaint)
        case .openItem: .item(membership, item: id)
        case .openStatement: statement(sheet)
        }
    }

    private func statement(_ sheet: CaseView) -> Place? {
        for case .statement(let seq) in sheet.documents.map(\.paper) { return .statement(membership, seq: seq) }
        return nil
    }

    private func opens(_ paper: CasePaper) -> Place {
        switch paper {
        case .letter: .caseLetter(membership, id: id, kind: .request)
        case .receipt(let item): .receipt(membership, item: item)
        case .notice(let n): .letter(membership, n: n)
        case .statement(let seq): .statement(membership, seq: seq)
        case .photo(let item): .item(membership, item: item)
        }
    }

    public override func act(_ act: Act) async -> Step? {
        switch act {
        case .press(.addToCalendar): return sheet.sheet?.deadline.map(Step.calendar)
        case .press(.saveDays): return await once("save") { await saveDays() }
        case .press(.export): return await once("file") { await saveFile() }
        default: return await super.act(act)
        }
    }

    /// The core writes it where only this app reads; from there it goes to the place that the person chooses. Its
    /// name says neither what the case is about nor with whom.
    private func saveFile() async -> Step? {
        let (membership, id, file) = (membership, id, SpareFile("standing-case.zip"))
        let answer = await app.ask { try $0.exportCase(membership: membership, id: id, file: file.path) }
        refusal = answer.problem
        if answer.sheet != nil { return .move(file) }
        file.remove()
        return nil
    }

    private func saveDays() async -> Step? {
        let (membership, id) = (membership, id)
        let days = await app.ask { try $0.caseCalendar(membership: membership, id: id) }
        refusal = days.problem
        return days.sheet.map { .save([File(name: $0.fileName, bytes: Array($0.text.utf8))]) }
    }
}
