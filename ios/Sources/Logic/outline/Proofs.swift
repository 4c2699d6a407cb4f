import Core

/// Marks, checks and proof lines: who says so, how sure it is, and the way to the checks.
extension Mark {
    /// The mark of a check's state, with a word of its own or the word of the state.
    static func of(_ state: CheckState, _ manner: Manner, word: String = "") -> Mark {
        let sign: Sign
        let usual: String
        switch state {
        case .holds: (sign, usual) = (.holds, manner.words.stateHolds)
        case .unknown: (sign, usual) = (.unknown, manner.words.stateUnknown)
        case .fails: (sign, usual) = (.fails, manner.words.stateFails)
        }
        return Mark(sign, word.isEmpty ? usual : word)
    }

    /// The mark of a listing. A red list is the good one and never looks like a failure.
    static func of(_ tag: ListingTag) -> Mark {
        switch tag.kind {
        case .black: Mark(.black, tag.text)
        case .red: Mark(.red, tag.text)
        case .wasListed: Mark(.wasListed, tag.text)
        case .notListed: Mark(.notListed, tag.text)
        case .unknown: Mark(.unknown, tag.text)
        }
    }
}

extension Element {
    /// The proof line, and in elder mode a button that reads it aloud.
    static func proof(_ proof: Proof, opens place: Place?, _ manner: Manner) -> [Element] {
        let marks = proof.checks.map { Mark.of($0.state, manner, word: $0.mark) }
        let label = sentences(marks.map(\.word))
        let act = place.map(Act.go)
        let line = tapped("proof", .proof(marks, proof.text), label, value: proof.text, act)
        guard manner.elder else { return [line] }
        return [line, aloud("read proof", sentences([label, proof.text]), manner)]
    }

    /// A button that reads a text aloud, and stops while it does.
    static func aloud(_ id: String, _ text: String, _ manner: Manner) -> Element {
        let words = manner.words
        return button(
            id, manner.reading == text ? words.actionStopReading : words.actionReadAloud, .outlined, .read(text))
    }

    /// One check in full.
    static func check(_ id: String, _ lines: CheckLines) -> Element {
        let value = sentences([lines.finding, lines.todo, lines.restsOn])
        return read(id, .check(lines), sentences([lines.name, lines.mark.word]), value: value)
    }

    /// What changed, or an entry: a signed number with its reason.
    static func points(_ id: String, _ row: PointsRow, _ act: Act?, _ manner: Manner) -> Element {
        let points = manner.amount(row.points)
        let shown = PointsRow(points: points, title: row.title, detail: row.detail, mark: row.mark)
        let said = [manner.spoken(row.points), row.title]
        let value = sentences([row.detail, row.mark?.word ?? ""])
        return tapped(id, .points(shown), sentences(said), value: value, act)
    }

    /// Household stars: the marks are for the eye, the text is for the ear.
    static func stars(_ row: StarRow) -> Element {
        let form = Form.stars(name: row.name, stars: Int(row.stars), of: Int(row.of), text: row.text)
        return read("stars \(row.category)", form, row.name, value: row.text)
    }
}
