import Core
import Observation

/// What can be recorded. Rules that take points are shown only when asked for.
@MainActor @Observable public final class KindsModel: Reader<RecordKindsView> {
    private let membership: MembershipId
    private var showsAgainst = false

    public init(_ app: AppModel, _ membership: MembershipId) {
        self.membership = membership
        super.init(app) { try $0.recordKinds(membership: membership) }
    }

    override func title(_ sheet: RecordKindsView?) -> String { app.words.recordsNew }

    override func lay(_ sheet: RecordKindsView, _ manner: Manner) -> [Element] {
        lines {
            Element.text("authority", sheet.authority, .quiet)
            if !sheet.empty.isEmpty { Element.text("empty", sheet.empty) }
            sheet.kinds.compactMap { choice($0) }
            against(sheet, manner)
        }
    }

    public override func act(_ act: Act) async -> Step? {
        if act == .turn(.rule, !showsAgainst) {
            showsAgainst.toggle()
            return nil
        }
        return await super.act(act)
    }

    private func against(_ sheet: RecordKindsView, _ manner: Manner) -> [Element] {
        if sheet.againstYourself.isEmpty { return [] }
        let said = showsAgainst ? manner.words.readerExpanded : manner.words.readerCollapsed
        let more = Element.tapped(
            "against", .row(Row(manner.words.kindAgainst, value: said)), manner.words.kindAgainst, value: said,
            .turn(.rule, !showsAgainst))
        if !showsAgainst { return [more] }
        return [more, .text("against note", sheet.againstNote)] + sheet.againstYourself.compactMap { choice($0) }
    }

    private func choice(_ choice: RecordChoice) -> Element? {
        guard let kind = FormKind(choice.kind) else { return nil }
        let row = Row(choice.title, lines: [choice.counts])
        return .row("kind \(choice.rule)", row, .go(.form(membership, kind: kind, rule: choice.rule)))
    }
}
