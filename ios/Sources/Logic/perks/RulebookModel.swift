import Core
import Observation

/// The rulebook in plain words, and what this app noticed in it.
@MainActor @Observable public final class RulebookModel: Reader<RulebookView> {
    public init(_ app: AppModel, _ membership: MembershipId) {
        super.init(app) { try $0.rulebook(membership: membership) }
    }

    override func title(_ sheet: RulebookView?) -> String { app.words.rulebookTitle }

    override func lay(_ sheet: RulebookView, _ manner: Manner) -> [Element] {
        let head: [Element] = [
            .title(sheet.name), .text("heading", sheet.heading, .quiet), .text("used", sheet.used),
        ]
        let fingerprint: [Element] = [
            .heading("fingerprint", manner.words.rulebookFingerprint),
            .read("hash", .code(sheet.hash), sheet.hash), .text("hash note", sheet.hashNote, .small),
        ]
        return head + noticed(sheet) + sheet.chapters.flatMap { chapter($0) } + fingerprint
    }

    private func noticed(_ sheet: RulebookView) -> [Element] {
        let rows = sheet.noticed.enumerated().map { index, one in
            Element.row("noticed \(index + 1)", Row(one.text, lines: [one.why, one.basis], mark: nil), nil)
        }
        return [.heading("noticed", sheet.noticedTitle), .text("noticed lead", sheet.noticedLead)] + rows
    }

    private func chapter(_ chapter: Chapter) -> [Element] {
        let id = "\(chapter.kind)"
        let lead: [Element] = chapter.lead.isEmpty ? [] : [.text("\(id) lead", chapter.lead)]
        let facts = chapter.facts.enumerated().map { index, fact in
            let origins = fact.origins.map(\.text)
            let row = Row(fact.label, value: fact.value, lines: fact.lines + origins)
            return Element.row("\(id) \(index + 1)", row, nil)
        }
        return [.heading(id, chapter.title)] + lead + facts
    }
}
