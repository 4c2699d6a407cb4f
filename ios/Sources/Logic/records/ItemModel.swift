import Core
import Observation

/// One record: how far it has come, what is in the way, and what can be done about it.
@MainActor @Observable public final class ItemModel: Reader<QueueItemView> {
    private let membership: MembershipId
    private let item: Int64
    private var asksToWithdraw = false
    private var refusal: Problem?

    public init(_ desk: Desk, _ membership: MembershipId, item: Int64) {
        self.membership = membership
        self.item = item
        super.init(desk) { try $0.queueItem(membership: membership, item: item) }
    }

    override func title(_ sheet: QueueItemView?) -> String { desk.words.recordsTitle }

    override func lay(_ sheet: QueueItemView, _ manner: Manner) -> [Element] {
        let words = manner.words
        let wrong = [sheet.problem, refusal].compactMap { $0 }.enumerated().map { index, problem in
            Element.problem("problem \(index + 1)", problem, manner)
        }
        let receipt: [Element] =
            sheet.hasReceipt
            ? [.row("receipt", Row(words.itemReceipt), .go(.receipt(membership, item: item)))] : []
        let says = sheet.says.enumerated().map { Element.fact("says \($0 + 1)", $1) }
        let photos = sheet.photos.enumerated().map { Element.fact("photo \($0 + 1)", $1) }
        return [.title(sheet.title), .note("state", Mark(sign(sheet.state), ""), sheet.text)] + wrong + receipt
            + [.heading("details", words.itemDetails)] + says + photos + attempts(sheet, manner)
            + [.button("export", words.itemExport, .link, .press(.export))] + withdrawal(sheet, manner)
    }

    override func dock(_ sheet: QueueItemView, _ manner: Manner) -> [Element] {
        let words = manner.words
        if asksToWithdraw {
            return [
                .button("withdraw", words.itemWithdraw, .filled, .press(.withdrawForGood)),
                .button("keep", words.actionCancel, .harmless, .press(.keep)),
            ]
        }
        if sheet.canConfirm { return [.button("confirm", words.itemConfirm, .filled, .press(.confirm))] }
        if sheet.canRetry { return [.button("retry", words.itemRetry, .filled, .press(.retry))] }
        return []
    }

    public override func act(_ act: Act) async -> Step? {
        let (membership, item) = (membership, item)
        switch act {
        case .press(.withdraw): asksToWithdraw = true
        case .press(.keep): asksToWithdraw = false
        case .press(.withdrawForGood):
            return await change("withdraw") { try $0.withdrawRecord(membership: membership, item: item) }
        case .press(.retry):
            return await change("retry") { try $0.retryRecord(membership: membership, item: item) }
        case .press(.confirm):
            return await change("confirm") { try $0.confirmRecord(membership: membership, item: item) }
        case .press(.export): return await once("export") { await export() }
        default: return await super.act(act)
        }
        return nil
    }

    private func change(
        _ name: String, _ work: @escaping @Sendable (any AppProtocol) throws -> QueueItemView
    ) async -> Step? {
        await once(name) {
            let answer = await desk.ask(work)
            refusal = answer.problem
            if answer.sheet != nil {
                (sheet, asksToWithdraw) = (answer, false)
                desk.tellNews()
            }
            return nil
        }
    }

    private func export() async -> Step? {
        let (membership, item) = (membership, item)
        let answer = await desk.ask { try $0.exportRecord(membership: membership, item: item) }
        refusal = answer.problem
        guard let found = answer.sheet else { return nil }
        let record = File(name: found.fileName, bytes: [UInt8](found.json.utf8))
        return .save([record] + found.photos.map { File(name: $0.fileName, bytes: [UInt8]($0.bytes)) })
    }

    private func attempts(_ sheet: QueueItemView, _ manner: Manner) -> [Element] {
        if sheet.attempts.isEmpty { return [] }
        return [.heading("attempts", manner.words.itemWhatHappened)]
            + sheet.attempts.enumerated().map { .fact("attempt \($0 + 1)", $1) }
    }

    private func withdrawal(_ sheet: QueueItemView, _ manner: Manner) -> [Element] {
        guard sheet.canWithdraw else { return [] }
        let note = Element.text("withdraw note", sheet.withdrawNote, .small)
        if asksToWithdraw { return [.text("withdraw ask", manner.words.itemWithdrawAsk, .strong), note] }
        return [.button("ask to withdraw", manner.words.itemWithdraw, .harmless, .press(.withdraw)), note]
    }

    private func sign(_ state: QueueState) -> Sign {
        switch state {
        case .drafted, .queued: .phone
        case .coolingOff, .awaitingConfirmation: .waiting
        case .sending: .sending
        case .received, .underReview: .received
        case .accepted: .accepted
        case .refused, .withdrawn: .closed
        case .needsYou: .needs
        }
    }
}
