import Core
import Observation

/// The newest receipt over a record: what it proves, and what happened when.
@MainActor @Observable public final class ReceiptModel: Reader<ReceiptView> {
    private let membership: MembershipId
    private let item: Int64
    private var refusal: Problem?

    public init(_ app: AppModel, _ membership: MembershipId, item: Int64) {
        self.membership = membership
        self.item = item
        super.init(app) { try $0.receipt(membership: membership, item: item) }
    }

    override func title(_ sheet: ReceiptView?) -> String { app.words.itemReceipt }

    override func lay(_ sheet: ReceiptView, _ manner: Manner) -> [Element] {
        let words = manner.words
        return lines {
            Element.title(sheet.title)
            Element.text("heading", sheet.heading, .quiet)
            Element.text("text", sheet.text)
            Element.heading("proves", words.itemProves)
            for (index, check) in sheet.checks.enumerated() {
                Element.check("check \(index + 1)", shown(check, manner))
            }
            // Before the answer it proves only that the record arrived.
            if sheet.timeline.contains(where: { !$0.done }) { Element.text("not", words.itemProvesNot, .small) }
            Element.heading("happened", words.itemWhatHappened)
            events(sheet)
            if let deadline = sheet.deadline {
                let text = words.deadlineLine(deadline.label, day: deadline.day, away: deadline.away)
                Element.text("deadline", text, .strong)
                if !deadline.event.isEmpty {
                    Element.button("calendar", words.actionAddToCalendar, .link, .press(.addToCalendar))
                }
            }
            if !sheet.says.isEmpty { Element.heading("details", words.itemDetails) }
            for (index, fact) in sheet.says.enumerated() { Element.fact("says \(index + 1)", fact) }
            if let refusal { Element.problem("refusal", refusal, manner) }
            Element.button("save", words.itemReceiptSave, .outlined, .press(.export))
            Element.share("share", .press(.export), words)
        }
    }

    public override func act(_ act: Act) async -> Step? {
        switch act {
        case .press(.export): return await once("export") { await export() }
        case .press(.addToCalendar): return sheet.sheet?.deadline.map(Step.calendar)
        default: return await super.act(act)
        }
    }

    private func shown(_ check: ReceiptCheck, _ manner: Manner) -> CheckLines {
        CheckLines(
            mark: .of(check.state, manner), name: check.name, finding: check.finding, todo: "", restsOn: "")
    }

    private func events(_ sheet: ReceiptView) -> [Element] {
        sheet.timeline.enumerated().map { .event("event \($0 + 1)", $1) }
    }

    private func export() async -> Step? {
        let (membership, item) = (membership, item)
        let answer = await app.ask { try $0.exportRecord(membership: membership, item: item) }
        refusal = answer.problem
        return answer.sheet.map { .save($0.files) }
    }
}

/// Every receipt of one membership.
@MainActor @Observable public final class ReceiptsModel: Reader<ReceiptsView> {
    private let membership: MembershipId

    public init(_ app: AppModel, _ membership: MembershipId) {
        self.membership = membership
        super.init(app) { try $0.receipts(membership: membership) }
    }

    override func title(_ sheet: ReceiptsView?) -> String { app.words.recordsReceipts }

    override func lay(_ sheet: ReceiptsView, _ manner: Manner) -> [Element] {
        if sheet.rows.isEmpty { return [.text("empty", sheet.empty)] }
        return sheet.rows.map { row in
            let shown = Row(row.title, lines: [row.text], mark: .of(row.state, manner))
            return .row("receipt \(row.n)", shown, row.item.map { .go(.receipt(membership, item: $0)) })
        }
    }
}
