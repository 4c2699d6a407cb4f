import Core
import Observation

/// What people ask, and what the words mean; and the way to a sample.
@MainActor @Observable public final class HelpModel: Reader<HelpView> {
    public init(_ app: AppModel) { super.init(app) { $0.help() } }

    override func title(_ sheet: HelpView?) -> String { app.words.helpTitle }

    override func lay(_ sheet: HelpView, _ manner: Manner) -> [Element] {
        lines {
            Element.row("sample", Row(manner.words.helpSample), .go(.sample))
            Element.heading("questions", manner.words.helpQuestions)
            explained(sheet.topics, "question")
            Element.heading("words", manner.words.helpWords)
            explained(sheet.words, "word")
        }
    }

    private func explained(_ all: [KeyValue], _ id: String) -> [Element] {
        all.enumerated().map { .row("\(id) \($0 + 1)", Row($1.label, lines: [$1.value]), nil) }
    }
}

/// A statement that belongs to nobody. That it is a sample is said above all else, and in the name of the authority.
@MainActor @Observable public final class SampleModel: Reader<SampleView> {
    public init(_ app: AppModel) { super.init(app) { $0.sample() } }

    override func title(_ sheet: SampleView?) -> String { app.words.helpSample }

    override func lay(_ sheet: SampleView, _ manner: Manner) -> [Element] {
        let words = manner.words
        return lines {
            Element.note("note", Mark(.unknown, sheet.title), sheet.note)
            Element.title(manner.hidesAmounts ? words.homeAddsUp : sheet.heading)
            Element.text("authority", sheet.authority, .quiet)
            Element.ledger(sheet.ledger, "line", manner) { _ in nil }
            Element.total(sheet.score, tier: sheet.tier, manner)
            [Element.text("sum", manner.sentence(sheet.sum), .small)].filter { !$0.label.isEmpty }
            Element.heading("checks", words.helpChecks)
            facts(sheet.checks, "check")
            Element.heading("entry", words.helpEntry)
            facts(sheet.entry, "fact")
            Element.text("next", sheet.next, .quiet)
        }
    }

    override func dock(_ sheet: SampleView, _ manner: Manner) -> [Element] {
        [.button("join", manner.words.joinTitle, .filled, .go(.join(link: "")))]
    }

    private func facts(_ all: [KeyValue], _ id: String) -> [Element] {
        all.enumerated().map { .fact("\(id) \($0 + 1)", $1) }
    }
}
