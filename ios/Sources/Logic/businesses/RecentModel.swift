import Core
import Observation

/// The businesses that were opened lately, without any verdict, and a way to forget them.
@MainActor @Observable public final class RecentModel: Reader<RecentView> {
    private var refusal: Problem?
    private var asksToErase = false

    public init(_ desk: Desk) { super.init(desk) { try $0.recent() } }

    override func title(_ sheet: RecentView?) -> String { desk.words.searchRecent }

    override func lay(_ sheet: RecentView, _ manner: Manner) -> [Element] {
        let wrong = refusal.map { [Element.problem("refusal", $0, manner)] } ?? []
        if sheet.rows.isEmpty { return wrong + [.text("empty", sheet.empty)] }
        let rows = sheet.rows.map { row in
            let shown = Row(row.name, lines: [row.region, row.code, row.lookedUp])
            return Element.row("business \(row.uscc)", shown, .go(.business(uscc: row.uscc)))
        }
        if asksToErase {
            return wrong + rows + [
                .text("erase ask", manner.words.searchRecentAsk, .strong),
                .text("erase note", manner.words.searchRecentNote, .small),
            ]
        }
        let erase = Element.button("erase", manner.words.searchRecentErase, .harmless, .press(.eraseRecent))
        return wrong + rows + [erase]
    }

    override func dock(_ sheet: RecentView, _ manner: Manner) -> [Element] {
        guard asksToErase, !sheet.rows.isEmpty else { return [] }
        return [
            .button("erase for good", manner.words.searchRecentErase, .filled, .press(.eraseRecentForGood)),
            .button("keep", manner.words.actionCancel, .harmless, .press(.keep)),
        ]
    }

    public override func act(_ act: Act) async -> Step? {
        switch act {
        case .press(.eraseRecent): asksToErase = true
        case .press(.keep): asksToErase = false
        case .press(.eraseRecentForGood) where asksToErase: return await erase()
        default: return await super.act(act)
        }
        return nil
    }

    private func erase() async -> Step? {
        await once("erase") {
            let answer = await desk.ask { core in
                try core.eraseRecent()
                return Kept()
            }
            (refusal, asksToErase) = (answer.problem, false)
            await load()
            return nil
        }
    }
}

/// The registers on this phone: who publishes each, and how its fingerprint reads.
@MainActor @Observable public final class RegistersModel: Reader<RegistersView> {
    public init(_ desk: Desk) { super.init(desk) { try $0.registers() } }

    override func title(_ sheet: RegistersView?) -> String { desk.words.moreRegisters }

    override func lay(_ sheet: RegistersView, _ manner: Manner) -> [Element] {
        if sheet.rows.isEmpty { return [.text("empty", sheet.empty)] }
        return sheet.rows.enumerated().flatMap { index, row -> [Element] in
            let shown = Row(row.publisher, value: row.region, lines: [row.text, row.host, row.added])
            return [
                .row("register \(index + 1)", shown, nil),
                .read("fingerprint \(index + 1)", .code(row.fingerprint), row.fingerprint),
            ]
        }
    }

    override func dock(_ sheet: RegistersView, _ manner: Manner) -> [Element] {
        [.button("add", manner.words.registerAdd, .outlined, .go(.join(link: "")))]
    }
}
