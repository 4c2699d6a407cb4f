import Core
import Observation

/// One record: how far it has come, what is in the way, and what can be done about it.
@MainActor @Observable public final class ItemModel: Reader<QueueItemView> {
    private let membership: MembershipId
    private let item: Int64
    private var asksToWithdraw = false
    private var asksToRemovePhoto = false
    private var refusal: Problem?

    public init(_ app: AppModel, _ membership: MembershipId, item: Int64) {
        self.membership = membership
        self.item = item
        super.init(app) { try $0.queueItem(membership: membership, item: item) }
    }

    override func title(_ sheet: QueueItemView?) -> String { app.words.recordsTitle }

    override func lay(_ sheet: QueueItemView, _ manner: Manner) -> [Element] {
        let words = manner.words
        return lines {
            Element.title(sheet.title)
            Element.note("state", Mark(sign(sheet.state), ""), sheet.text)
            if sheet.deadline?.event.isEmpty == false {
                Element.button("calendar", words.actionAddToCalendar, .link, .press(.addToCalendar))
            }
            for (index, problem) in [sheet.problem, refusal].compactMap({ $0 }).enumerated() {
                Element.problem("problem \(index + 1)", problem, manner)
            }
            if sheet.hasReceipt {
                Element.row("receipt", Row(words.itemReceipt), .go(.receipt(membership, item: item)))
            }
            Element.heading("details", words.itemSays)
            facts(sheet.says, "says")
            if !sheet.photos.isEmpty { Element.heading("photos", words.itemPhotos) }
            facts(sheet.photos, "photo")
            photoRemoval(sheet, manner)
            if !sheet.attempts.isEmpty { Element.heading("attempts", words.itemAttempts) }
            facts(sheet.attempts, "attempt")
            Element.button("export", words.itemExport, .link, .press(.export))
            Element.share("share", .press(.export), words, .link)
            if sheet.canEdit { Element.button("edit", words.itemEdit, .outlined, .press(.edit)) }
            if !sheet.editNote.isEmpty { Element.text("edit note", sheet.editNote, .small) }
            withdrawal(sheet, manner)
        }
    }

    override func dock(_ sheet: QueueItemView, _ manner: Manner) -> [Element] {
        let words = manner.words
        if asksToWithdraw {
            return [
                .button("withdraw", words.itemWithdrawYes, .filled, .press(.withdrawForGood)),
                .button("keep", words.itemWithdrawNo, .harmless, .press(.keep)),
            ]
        }
        if asksToRemovePhoto {
            return [
                .button("remove", words.itemPhotoRemoveYes, .filled, .press(.remove)),
                .button("keep", words.itemWithdrawNo, .harmless, .press(.keep)),
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
        case .press(.keep): (asksToWithdraw, asksToRemovePhoto) = (false, false)
        case .press(.removePhoto): asksToRemovePhoto = true
        case .press(.remove) where asksToRemovePhoto:
            return await change("remove") { try $0.removePhotos(membership: membership, item: item) }
        case .press(.withdrawForGood):
            return await change("withdraw") { try $0.withdrawRecord(membership: membership, item: item) }
        case .press(.retry):
            return await change("retry") { try $0.retryRecord(membership: membership, item: item) }
        case .press(.confirm):
            return await change("confirm") { try $0.confirmRecord(membership: membership, item: item) }
        case .press(.edit): return sheet.sheet.flatMap(edit)
        case .press(.addToCalendar): return sheet.sheet?.deadline.map(Step.calendar)
        case .press(.export): return await once("export") { await export() }
        default: return await super.act(act)
        }
        return nil
    }

    private func change(
        _ name: String, _ work: @escaping @Sendable (any AppProtocol) throws -> QueueItemView
    ) async -> Step? {
        await once(name) {
            let answer = await app.ask(work)
            refusal = answer.problem
            if answer.sheet != nil {
                (sheet, asksToWithdraw, asksToRemovePhoto) = (answer, false, false)
                app.tellNews()
                app.wantsSync(.unasked)
            }
            return nil
        }
    }

    /// Opens its form; whether what is kept takes its place, the core decides.
    private func edit(_ sheet: QueueItemView) -> Step? {
        FormKind(sheet.kind).map { .open(.form(membership, kind: $0, rule: sheet.rule, from: item)) }
    }

    private func export() async -> Step? {
        let (membership, item) = (membership, item)
        let answer = await app.ask { try $0.exportRecord(membership: membership, item: item) }
        refusal = answer.problem
        return answer.sheet.map { .save($0.files) }
    }

    private func facts(_ all: [KeyValue], _ id: String) -> [Element] {
        all.enumerated().map { .fact("\(id) \($0 + 1)", $1) }
    }

    private func photoRemoval(_ sheet: QueueItemView, _ manner: Manner) -> [Element] {
        guard sheet.canRemovePhotos else { return [] }
        let words = manner.words
        if asksToRemovePhoto {
            return [
                .text("remove ask", words.itemPhotoRemoveAsk, .strong),
                .text("remove note", sheet.photosNote, .small),
            ]
        }
        return [.button("ask to remove", words.itemPhotoRemove, .link, .press(.removePhoto))]
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

extension ExportView {
    /// The record with its receipts, and its photos: a receipt proves nothing about a photo that is not there.
    var files: [File] {
        [File(name: fileName, bytes: [UInt8](json.utf8))]
            + photos.map { File(name: $0.fileName, bytes: [UInt8]($0.bytes)) }
    }
}
