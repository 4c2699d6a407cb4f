import Core
import Observation

/// The businesses that were opened lately, in a sentence what the lists said that day, and a way to forget them.
@MainActor @Observable public final class RecentModel: Reader<RecentView> {
    private var refusal: Problem?
    private var asksToErase = false

    public init(_ app: AppModel) { super.init(app) { try $0.recent() } }

    override func title(_ sheet: RecentView?) -> String { app.words.searchRecent }

    override func lay(_ sheet: RecentView, _ manner: Manner) -> [Element] {
        let wrong = refusal.map { [Element.problem("refusal", $0, manner)] } ?? []
        if sheet.rows.isEmpty { return wrong + [.text("empty", sheet.empty)] }
        let rows = sheet.rows.map { row in
            let shown = Row(row.name, lines: [row.region, row.code, row.lookedUp, row.said].filter { !$0.isEmpty })
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
            let answer = await app.ask { core in
                try core.eraseRecent()
                return Kept()
            }
            (refusal, asksToErase) = (answer.problem, false)
            await load()
            return nil
        }
    }
}

/// The registers on this phone: who publishes each, how its fingerprint reads, and a way to remove it.
@MainActor @Observable public final class RegistersModel: Reader<RegistersView> {
    private var refusal: Problem?
    /// The one that waits for a yes to be removed, by its fingerprint.
    private var asking: String?

    public init(_ app: AppModel) { super.init(app) { try $0.registers() } }

    override func title(_ sheet: RegistersView?) -> String { app.words.moreRegisters }

    override func lay(_ sheet: RegistersView, _ manner: Manner) -> [Element] {
        let wrong = refusal.map { [Element.problem("refusal", $0, manner)] } ?? []
        if sheet.rows.isEmpty { return wrong + [.text("empty", sheet.empty)] }
        return wrong
            + sheet.rows.enumerated().flatMap { index, row -> [Element] in
                let lines = [row.text, row.reliance, row.host, row.added]
                return [
                    .row("register \(index + 1)", Row(row.publisher, value: row.region, lines: lines), nil),
                    .read("fingerprint \(index + 1)", .code(row.fingerprint), row.fingerprint),
                ] + updating(row, index, manner) + Element.alarms(row.alarms, nil, manner, id: "alarm \(index + 1)")
                    + relying(row, index, manner) + removing(row, index, manner)
            } + [.row("alarms", Row(manner.words.alarmAll), .go(.alarms(nil)))]
    }

    /// A large update waits until the person wants it, or for another network.
    private func updating(_ row: RegisterRow, _ index: Int, _ manner: Manner) -> [Element] {
        if row.asksFirst.isEmpty { return [] }
        let update = Act.choose(.updated, row.fingerprint)
        return [
            .note("waits \(index + 1)", Mark(.waiting, ""), row.asksFirst),
            .button("update \(index + 1)", manner.words.registerUpdateNow, .outlined, update),
        ]
    }

    /// Relying on it is changed by one tap, and back by another.
    private func relying(_ row: RegisterRow, _ index: Int, _ manner: Manner) -> [Element] {
        if row.reliance.isEmpty { return [] }
        let text = row.relied ? manner.words.registerRelyStop : manner.words.registerRelyStart
        return [.button("rely \(index + 1)", text, .link, .choose(.reliance, row.fingerprint))]
    }

    /// Removing is asked once more, with what it takes away.
    private func removing(_ row: RegisterRow, _ index: Int, _ manner: Manner) -> [Element] {
        let words = manner.words
        guard asking == row.fingerprint else {
            let ask = Act.choose(.register, row.fingerprint)
            return [.button("remove \(index + 1)", words.registerRemove, .harmless, ask)]
        }
        return [
            .heading("ask", words.registerRemoveAsk(row.publisher)), .text("ask note", words.registerRemoveNote),
            .button("remove", words.registerRemove, .filled, .press(.remove)),
            .button("keep", words.actionCancel, .outlined, .press(.keep)),
        ]
    }

    public override func act(_ act: Act) async -> Step? {
        switch act {
        case .choose(.register, let fingerprint): (asking, refusal) = (fingerprint, nil)
        case .choose(.updated, let fingerprint): return app.update(register: fingerprint)
        case .choose(.reliance, let fingerprint): return await once("rely") { await rely(on: fingerprint) }
        case .press(.keep): asking = nil
        case .press(.remove): return await once("remove") { await remove() }
        default: return await super.act(act)
        }
        return nil
    }

    /// What was refused is as it was.
    private func rely(on fingerprint: String) async -> Step? {
        guard let row = sheet.sheet?.rows.first(where: { $0.fingerprint == fingerprint }) else { return nil }
        let relied = !row.relied
        let answer = await app.ask { try $0.relyOnRegister(fingerprint: fingerprint, relied: relied) }
        refusal = answer.problem
        if case .ready = answer {
            sheet = answer
            app.tellNews()
        }
        return nil
    }

    private func remove() async -> Step? {
        guard let fingerprint = asking else { return nil }
        asking = nil
        let answer = await app.ask { core in
            try core.removeRegister(fingerprint: fingerprint)
            return Kept()
        }
        refusal = answer.problem
        await load()
        app.tellNews()
        return nil
    }

    override func dock(_ sheet: RegistersView, _ manner: Manner) -> [Element] {
        [.button("add", manner.words.registerAdd, .outlined, .go(.join(link: "")))]
    }
}
