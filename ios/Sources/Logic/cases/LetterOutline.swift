import Core

/// A letter as it will be on paper, the ways to send it, and who writes it.
struct LetterOutline {
    let manner: Manner
    let name: String
    let address: String

    func body(_ letter: CaseLetterView) -> [Element] {
        let words = manner.words
        return lines {
            for (index, line) in letter.sender.enumerated() { Element.text("sender \(index + 1)", line, .strong) }
            for (index, line) in letter.to.enumerated() { Element.text("to \(index + 1)", line) }
            Element.text("date", letter.date)
            Element.title(letter.subject)
            if !letter.opening.isEmpty { Element.text("opening", letter.opening) }
            for (index, section) in letter.sections.enumerated() { self.section(index + 1, section) }
            if !letter.signature.isEmpty { Element.text("signature", letter.signature, .quiet) }
            if !letter.enclosed.isEmpty { Element.text("enclosed", letter.enclosed, .quiet) }
            Element.heading("ways", words.letterWays)
            for (index, way) in letter.ways.enumerated() { Element.fact("way \(index + 1)", way) }
            Element.heading("for paper", words.letterSender)
            Element.text("for paper note", words.letterSenderNote, .small)
            Element.field(field(.senderName, words.letterSenderName, name, .words))
            Element.field(field(.senderAddress, words.letterSenderAddress, address, .lines))
        }
    }

    private func section(_ n: Int, _ section: LetterSection) -> [Element] {
        [.heading("section \(n)", section.title)]
            + section.paragraphs.enumerated().map { index, text in
                .text("section \(n) \(index + 1)", section.numbered ? "\(index + 1). \(text)" : text)
            }
    }

    private func field(_ input: Input, _ label: String, _ text: String, _ keys: Field.Keys) -> Field {
        Field(input: input, label: label, hint: "", text: text, note: nil, keys: keys)
    }
}

extension Element {
    /// The last day for something, above the button.
    static func due(_ deadline: Deadline?, _ manner: Manner) -> [Element] {
        guard let due = deadline else { return [] }
        return [.text("due", manner.words.deadlineLine(due.label, day: due.day, away: due.away), .strong)]
    }
}
