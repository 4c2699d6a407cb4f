import Core
import Observation

/// The businesses that are watched: what changed since the person opened each, compared on this phone.
@MainActor @Observable public final class WatchedModel: Reader<WatchedView> {
    private var refusal: Problem?
    private var asksToStop = false

    public init(_ app: AppModel) { super.init(app) { try $0.watched() } }

    override func title(_ sheet: WatchedView?) -> String { app.words.watchTitle }

    override func lay(_ sheet: WatchedView, _ manner: Manner) -> [Element] {
        let words = manner.words
        return lines {
            if let refusal { Element.problem("refusal", refusal, manner) }
            Element.text("how many", sheet.text, sheet.rows.isEmpty ? .body : .strong)
            group(sheet, .changed, words.watchChanged, manner)
            group(sheet, .same, words.watchSame, manner)
            group(sheet, .unknown, words.watchUnknown, manner)
            if !sheet.rows.isEmpty {
                Element.heading("how", words.watchHow)
                Element.text("how note", words.watchHowNote, .small)
                stopping(words)
            }
        }
    }

    private func group(_ sheet: WatchedView, _ group: WatchGroup, _ title: String, _ manner: Manner) -> [Element] {
        let rows = sheet.rows.filter { $0.group == group }
        if rows.isEmpty { return [] }
        return [.heading("group \(title)", title)] + rows.flatMap { watched($0, manner) }
    }

    private func watched(_ row: WatchedRow, _ manner: Manner) -> [Element] {
        let code = row.card.uscc
        return lines {
            Element.business(row.card)
            for (index, change) in row.changes.enumerated() { Element.text("change \(code) \(index + 1)", change) }
            if !row.unknown.isEmpty { Element.note("unknown \(code)", .of(.unknown, manner), row.unknown) }
            Element.text("since \(code)", row.since, .small)
            Element.button(
                "stop \(code)", manner.words.watchStopOne(row.card.name), .link, .choose(.watched, code))
        }
    }

    private func stopping(_ words: Words) -> [Element] {
        guard asksToStop else { return [.button("stop all", words.watchStopAll, .harmless, .press(.stopWatching))] }
        return [
            .text("stop ask", words.watchStopAsk, .strong), .text("stop note", words.watchStopNote, .small),
            .button("stop for good", words.watchStopAll, .filled, .press(.stopWatchingForGood)),
            .button("keep", words.actionCancel, .harmless, .press(.keep)),
        ]
    }

    public override func act(_ act: Act) async -> Step? {
        switch act {
        case .choose(.watched, let code): return await stop { try $0.unwatch(uscc: code) }
        case .press(.stopWatching): asksToStop = true
        case .press(.keep): asksToStop = false
        case .press(.stopWatchingForGood) where asksToStop: return await stop { try $0.eraseWatched() }
        default: return await super.act(act)
        }
        return nil
    }

    private func stop(_ deed: @escaping @Sendable (any AppProtocol) throws -> Void) async -> Step? {
        await once("stop") {
            let answer = await app.ask { core in
                try deed(core)
                return Kept()
            }
            (refusal, asksToStop) = (answer.problem, false)
            await load()
            return nil
        }
    }
}

/// The answers that were saved: what the lists said of a business on a day, each with a proof.
@MainActor @Observable public final class AnswersModel: Reader<SavedAnswersView> {
    private var refusal: Problem?
    /// The one that waits for a yes to be erased.
    private var asking: Int64?

    public init(_ app: AppModel) { super.init(app) { try $0.answers() } }

    override func title(_ sheet: SavedAnswersView?) -> String { app.words.answersTitle }

    override func lay(_ sheet: SavedAnswersView, _ manner: Manner) -> [Element] {
        lines {
            if let refusal { Element.problem("refusal", refusal, manner) }
            if !sheet.empty.isEmpty { Element.text("empty", sheet.empty) }
            for row in sheet.rows { answer(row, manner.words) }
            Element.text("note", sheet.note, .small)
        }
    }

    private func answer(_ row: SavedAnswerRow, _ words: Words) -> [Element] {
        let shown = Row(row.name, lines: [row.code, row.saved, row.publisher])
        return lines {
            Element.row("answer \(row.id)", shown, .go(.business(uscc: row.uscc)))
            Element.text("said \(row.id)", row.said)
            Element.text("proof \(row.id)", row.proof, .small)
            Element.button(
                "export \(row.id)", words.answersExport(row.size), .outlined, .choose(.exported, String(row.id)))
            Element.share("share \(row.id)", .choose(.exported, String(row.id)), words, .link)
            erasing(row, words)
        }
    }

    private func erasing(_ row: SavedAnswerRow, _ words: Words) -> [Element] {
        guard asking == row.id else {
            return [.button("erase \(row.id)", words.answersErase, .link, .choose(.answer, String(row.id)))]
        }
        return [
            .text("erase ask", words.answersEraseAsk(row.name), .strong),
            .text("erase note", words.answersEraseNote, .small),
            .button("erase for good", words.answersErase, .filled, .press(.eraseAnswer)),
            .button("keep", words.actionCancel, .harmless, .press(.keep)),
        ]
    }

    public override func act(_ act: Act) async -> Step? {
        switch act {
        case .choose(.exported, let id): return await export(Int64(id) ?? 0)
        case .choose(.answer, let id): asking = Int64(id)
        case .press(.keep): asking = nil
        case .press(.eraseAnswer): return await erase()
        default: return await super.act(act)
        }
        return nil
    }

    private func export(_ id: Int64) async -> Step? {
        let answer = await app.ask { try $0.exportAnswer(id: id) }
        refusal = answer.problem
        return answer.sheet.map { .save([File(name: $0.fileName, bytes: .init($0.json.utf8))]) }
    }

    private func erase() async -> Step? {
        guard let id = asking else { return nil }
        return await once("erase") {
            asking = nil
            let answer = await app.ask { core in
                try core.eraseAnswer(id: id)
                return Kept()
            }
            refusal = answer.problem
            await load()
            return nil
        }
    }
}
