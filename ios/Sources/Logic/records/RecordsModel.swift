import Core
import Observation

/// The records of the membership that is looked at: what needs the person first.
@MainActor @Observable public final class RecordsModel: Screen {
    private let app: AppModel
    private let session: Session
    public private(set) var sheet: Load<QueueView> = .loading

    public init(_ app: AppModel, _ session: Session) {
        self.app = app
        self.session = session
    }

    public func load() async {
        guard let membership = session.current else { return }
        let found = await app.ask { try $0.queue(membership: membership) }
        if found != sheet { sheet = found }
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .press(.again): await load()
        case .press(.sync): app.wantsSync(.asked)
        case .choose(.membership, let membership):
            session.choose(membership)
            sheet = .loading
            await load()
        default: break
        }
        return nil
    }

    public var outline: Outline {
        let (manner, words) = (app.manner, app.words)
        guard let membership = session.current else {
            let join = Element.button("join", words.joinTitle, .filled, .go(.join(link: "")))
            return Outline(words.recordsTitle, body: [.text("empty", words.recordsNone)], dock: [join])
        }
        let body = session.chooser(manner) + session.actsFor() + sheet.elements(manner) { laid($0, membership, manner) }
        let record = Element.button("record", words.actionRecord, .filled, .go(.kinds(membership)))
        return Outline(
            words.recordsTitle, body: body, dock: sheet.sheet == nil ? [] : [record],
            pull: app.syncing.isRunning ? nil : .press(.sync))
    }

    private func laid(_ sheet: QueueView, _ membership: MembershipId, _ manner: Manner) -> [Element] {
        let receipts = Element.row("receipts", Row(manner.words.recordsReceipts), .go(.receipts(membership)))
        let cases = Element.row("cases", Row(manner.words.casesTitle), .go(.cases(membership)))
        let groups = sheet.groups.flatMap { group in
            [.read("\(group.kind)", .note(Mark(sign(group.kind), group.title), ""), group.title, [.header])]
                + group.rows.map { row($0, membership) }
        }
        let waits = sheet.waitingText.isEmpty ? [] : [Element.text("waiting", sheet.waitingText)]
        return groups.isEmpty ? [.text("empty", sheet.empty), cases] : waits + groups + [cases, receipts]
    }

    private func row(_ row: QueueRow, _ membership: MembershipId) -> Element {
        let shown = Row(row.title, lines: [row.below, row.day])
        return .row("item \(row.item)", shown, .go(.item(membership, item: row.item)))
    }

    private func sign(_ kind: QueueGroupKind) -> Sign {
        switch kind {
        case .needsYou: .needs
        case .onThisPhone: .phone
        case .sending: .sending
        case .received: .received
        case .done: .accepted
        }
    }
}
