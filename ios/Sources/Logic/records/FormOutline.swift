import Core

/// Why a photo is not here.
enum PhotoProblem: Equatable, Sendable {
    case tooLarge
    /// It was here before the app ended, and is kept nowhere.
    case lost
}

/// How a form is laid out: while it is written, and when it is checked.
struct FormOutline {
    let manner: Manner
    let draft: Draft
    let notes: [FieldNote]
    let problem: Problem?
    /// Why the photo that was chosen last is not here.
    let photoProblem: PhotoProblem?
    private var words: Words { manner.words }

    func writing(_ opened: Load<DraftView>) -> Outline {
        let body = opened.elements(manner) { Element.actsFor($0.person) + tally + wrong + fields($0.choice) + photo }
        let check = Element.button("check", words.formSend, .filled, .press(.check))
        return Outline(title(opened.sheet?.choice), body: body, dock: opened.sheet == nil ? [] : [check])
    }

    /// What happens with it. A report against oneself says first what happens if nothing is reported.
    func reviewing(_ view: DraftView) -> Outline {
        let body = lines {
            Element.title(view.title)
            wrong
            for (index, note) in view.notes.enumerated() {
                Element.note("note \(index + 1)", Mark(.needs, ""), note.text)
            }
            if let against = view.against {
                Element.heading("nothing", words.formIfNothing)
                Element.text("if nothing", against.ifNothing)
                Element.heading("duty heading", words.formDuty)
                Element.text("duty", against.duty)
                Element.heading("waits", words.formWaits)
                Element.text("waiting", against.waiting)
            }
            Element.heading("happens", words.formIfAccepted)
            for (index, text) in view.consequences.enumerated() {
                Element.text("consequence \(index + 1)", text)
            }
            for (index, text) in view.score.enumerated() where !manner.hidesAmounts {
                Element.text("score \(index + 1)", text)
            }
            Element.heading("leaves", words.joinLeaves)
            for (index, fact) in view.leaves.enumerated() {
                Element.fact("leaves \(index + 1)", fact)
            }
        }
        let dock: [Element] = [
            .button("send", view.against == nil ? words.itemConfirm : words.formKeepHere, .filled, .press(.send)),
            .button("change", words.actionChange, .harmless, .press(.keep)),
        ]
        return Outline(words.formWhatHappens, body: body, dock: dock)
    }

    private func title(_ choice: RecordChoice?) -> String {
        switch draft.kind {
        case .volunteering: words.kindVolunteering
        case .bloodDonation: words.kindBloodDonation
        case .selfReport: choice.map(\.title).flatMap { $0.isEmpty ? nil : $0 } ?? words.kindSelfReport
        }
    }

    /// Every problem at once, above the form.
    private var tally: [Element] {
        let problems = notes.count { $0.weight == .problem }
        let again = notes.count - problems
        let counts = [
            ("problems", Mark(.fails, words.formPutRight(problems)), problems),
            ("again", Mark(.needs, words.formLookAgain(again)), again),
        ]
        return counts.filter { $0.2 > 0 }.map { .note("tally \($0.0)", $0.1, "") }
    }

    private var wrong: [Element] { problem.map { [.problem("problem", $0, manner)] } ?? [] }

    private func fields(_ choice: RecordChoice) -> [Element] {
        let day = Element.day(field(.day, words.formDate, hint: words.formDateChoose))
        switch draft.kind {
        case .selfReport:
            let counts = choice.counts.isEmpty ? [] : [Element.text("counts", choice.counts, .quiet)]
            return counts + [day, typed(.description, words.formDescription, keys: .lines)]
        case .volunteering:
            return [
                day, typed(.organiser, words.formOrganiser), typed(.activity, words.formActivity),
                .heading("how long", words.formMinutes), typed(.hours, words.formHoursPart, keys: .number),
                typed(.minutes, words.formMinutesPart, keys: .number),
            ]
        case .bloodDonation:
            return [day] + donation(choice) + [
                typed(.donationCode, words.formDonationCode, hint: words.formDonationCodeHint, keys: .code),
                typed(.place, words.formPlace),
            ]
        }
    }

    private func donation(_ choice: RecordChoice) -> [Element] {
        let given = [
            Choice.Option(id: Draft.wholeBlood, text: words.formWholeBlood),
            Choice.Option(id: Draft.platelets, text: words.formPlatelets),
        ]
        let isPlatelets = draft[.donation] == Draft.platelets
        let what = Choice(
            input: .donation, label: words.formDonation, options: given,
            chosen: isPlatelets ? Draft.platelets : Draft.wholeBlood, note: nil)
        let units = [1, 2].map { Choice.Option(id: "\($0)", text: words.formUnits($0)) }
        let volumes = choice.volumes.map {
            Choice.Option(id: "\($0)", text: words.formMillilitres(Int($0)))
        }
        let how = Choice(
            input: isPlatelets ? .units : .volume, label: words.formVolume, options: isPlatelets ? units : volumes,
            chosen: draft[isPlatelets ? .units : .volume], note: note(.volume))
        return [.choice(what), .choice(how)]
    }

    private var photo: [Element] {
        let blood: [Element] =
            draft.kind == .bloodDonation ? [.text("photo cover", words.formPhotoCover, .small)] : []
        let mark = photoMark ?? note(.photo)
        let wrong = mark.map { [Element.note("photo problem", $0, "")] } ?? []
        let head: [Element] = [.heading("photo", words.formPhoto), .text("photo note", words.formPhotoNote, .small)]
        guard let bytes = draft.photo else {
            return head + blood + wrong + [
                .button("take photo", words.formPhotoTake, .outlined, .press(.takePhoto)),
                .button("choose photo", words.formPhotoChoose, .outlined, .press(.choosePhoto)),
            ]
        }
        return head + [.read("picture", .picture(bytes), words.formPhoto, [.image])] + blood + wrong + [
            .button("replace photo", words.actionReplace, .link, .press(.choosePhoto)),
            .button("remove photo", words.actionRemove, .link, .press(.removePhoto)),
        ]
    }

    private var photoMark: Mark? {
        switch photoProblem {
        case .tooLarge: Mark(.fails, words.formPhotoTooLarge)
        // The record that is edited has brought its own.
        case .lost: draft.photo == nil ? Mark(.needs, words.formPhotoLost) : nil
        case nil: nil
        }
    }

    private func typed(_ input: Input, _ label: String, hint: String = "", keys: Field.Keys = .words) -> Element {
        .field(field(input, label, hint: hint, keys: keys))
    }

    private func field(_ input: Input, _ label: String, hint: String = "", keys: Field.Keys = .words) -> Field {
        Field(input: input, label: label, hint: hint, text: draft[input], note: note(input), keys: keys)
    }

    private func note(_ input: Input) -> Mark? {
        let found = notes.first { $0.field.input == input }
        return found.map { Mark($0.weight == .problem ? .fails : .needs, $0.text) }
    }
}
