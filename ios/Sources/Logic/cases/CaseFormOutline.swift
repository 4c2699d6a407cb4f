import Core

/// How a form of a case is laid out: while it is written, and as the letter that it becomes.
struct CaseFormOutline {
    let manner: Manner
    let draft: CaseText
    let photos: [[UInt8]]
    let photoProblem: PhotoProblem?
    let checked: CaseCheckView?
    let isTold: Bool
    let problem: Problem?
    private var words: Words { manner.words }

    func writing(_ view: Load<CaseFormView>) -> Outline {
        let dock = view.sheet.map {
            Element.due($0.deadline, manner) + [.button("go on", words.contestGoOn, .filled, .press(.goOn))]
        }
        return Outline(view.sheet?.title ?? words.casesTitle, body: view.elements(manner, form), dock: dock ?? [])
    }

    func reading(_ letter: CaseLetterView, onPaper: Bool) -> Outline {
        let laid = LetterOutline(manner: manner, name: draft.name, address: draft.address)
        let paper = Element.button("on paper", words.contestOnPaper, onPaper ? .filled : .harmless, .press(.onPaper))
        let dock = lines {
            Element.due(letter.deadline, manner)
            if onPaper { paper }
            if !onPaper { Element.button("send", words.formSend, .filled, .press(.send)) }
            Element.button("print", words.letterPrint, .outlined, .press(.printLetter))
            Element.button("change", words.actionChange, .harmless, .press(.keep))
        }
        return Outline(letter.title, body: wrong + laid.body(letter) + (onPaper ? [] : [paper]), dock: dock)
    }

    private var wrong: [Element] { problem.map { [.problem("problem", $0, manner)] } ?? [] }

    private func form(_ view: CaseFormView) -> [Element] {
        lines {
            if let person = view.person { Element.actsFor(person) }
            wrong
            tally
            head(view)
            if !view.rights.isEmpty { Element.choice(rights(view)) }
            if view.asksDay { Element.day(day) }
            grounds(view)
            Element.field(ownWords(view))
            if let counted = checked?.counted, !counted.isEmpty { Element.text("counted", counted, .small) }
            if !view.wants.isEmpty { Element.choice(wants(view)) }
            if view.photosMost > 0 { evidence(view) }
            if let shown = view.mark { mark(shown) }
            Element.heading("leaves", words.contestLeaves)
            for (index, fact) in view.leaves.enumerated() { Element.fact("leaves \(index + 1)", fact) }
        }
    }

    /// What stands in the way, above the form.
    private var tally: [Element] {
        let problems = isTold ? checked?.notes.count { $0.weight == .problem } ?? 0 : 0
        return problems == 0 ? [] : [.note("tally", Mark(.fails, words.formPutRight(problems)), "")]
    }

    private func head(_ view: CaseFormView) -> [Element] {
        let row = PointsRow(points: view.points, title: view.what, detail: view.detail, mark: nil)
        return lines {
            Element.points("target", row, nil, manner)
            notes(.target)
            if !view.before.isEmpty { Element.note("before", Mark(.info, ""), view.before) }
            if let before = view.beforeCase, let membership = view.membership {
                Element.button(
                    "open case", words.contestOpenCase, .link, .go(.casePage(membership, id: before)))
            }
            if !view.paperOnly.isEmpty {
                Element.note("paper only", Mark(.info, words.contestPaperOnly), view.paperOnly)
            }
            if !view.deadlineNote.isEmpty { Element.text("deadline note", view.deadlineNote, .small) }
        }
    }

    private func grounds(_ view: CaseFormView) -> [Element] {
        if view.grounds.isEmpty { return [] }
        return lines {
            Element.heading("grounds", words.contestGrounds)
            Element.text("tick", words.contestTick, .small)
            notes(.grounds)
            for one in view.grounds { ground(one) }
        }
    }

    /// Each with the article that gives it.
    private func rights(_ view: CaseFormView) -> Choice {
        let options = view.rights.map { Choice.Option(id: "\($0.right)", text: sentences([$0.title, $0.text])) }
        let chosen = draft.right(view).map { "\($0)" } ?? ""
        return Choice(input: .right, label: words.contestWants, options: options, chosen: chosen, note: nil)
    }

    private var day: Field {
        Field(
            input: .day, label: words.complyDay, hint: words.formDateChoose, text: draft.day, note: note(.day),
            keys: .words)
    }

    private func ground(_ one: GroundChoice) -> Element {
        let name = "\(one.ground)"
        let on = draft.ticked.contains(name)
        let said = on ? words.readerTicked : words.readerNotTicked
        return Element(
            id: "ground \(name)", form: .toggle(title: one.title, note: one.text, on: on), label: one.title,
            value: sentences([said, one.text]), traits: [.button, .toggle], enabled: true, act: .choose(.ground, name))
    }

    private func ownWords(_ view: CaseFormView) -> Field {
        Field(
            input: .words, label: view.wordsTitle, hint: view.wordsHint, text: draft.words, note: note(.words),
            keys: .lines)
    }

    private func wants(_ view: CaseFormView) -> Choice {
        let options = view.wants.map { Choice.Option(id: "\($0.wants)", text: $0.title) }
        let chosen = draft.wants(view).map { "\($0)" } ?? ""
        return Choice(
            input: .wants, label: words.contestWants, options: options, chosen: chosen, note: note(.wants))
    }

    private func evidence(_ view: CaseFormView) -> [Element] {
        lines {
            Element.heading("evidence", words.contestEvidence)
            Element.text("photo note", words.formPhotoNote, .small)
            if let mark = photoMark { Element.note("photo problem", mark, "") }
            notes(.photos)
            for (index, photo) in photos.enumerated() {
                Element.read("picture \(index + 1)", .picture(photo), words.formPhoto, [.image])
                Element.button("remove photo \(index + 1)", words.actionRemove, .link, .choose(.photo, "\(index)"))
            }
            if photos.count < Int(view.photosMost) {
                Element.button("take photo", words.formPhotoTake, .outlined, .press(.takePhoto))
                Element.button("choose photo", words.formPhotoChoose, .outlined, .press(.choosePhoto))
            }
        }
    }

    private var photoMark: Mark? {
        switch photoProblem {
        case .tooLarge: Mark(.fails, words.formPhotoTooLarge)
        case .lost: photos.isEmpty ? Mark(.needs, words.formPhotoLost) : nil
        case nil: nil
        }
    }

    private func mark(_ shown: KeyValue) -> Element {
        .toggle(.mark, shown.label, note: sentences([shown.value, shown.note]), on: draft.mark, manner)
    }

    private func notes(_ field: CaseField) -> [Element] {
        note(field).map { [.note("note \(field)", $0, "")] } ?? []
    }

    private func note(_ field: CaseField) -> Mark? {
        guard isTold, let found = checked?.notes.first(where: { $0.field == field }) else { return nil }
        return Mark(found.weight == .problem ? .fails : .needs, found.text)
    }
}
