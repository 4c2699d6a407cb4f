import Core

/// Elements by what they are. Each decides once what a screen reader says.
extension Element {
    /// An element that is only read.
    static func read(_ id: String, _ form: Form, _ label: String, value: String = "", _ traits: Set<Trait> = [])
        -> Element
    {
        Element(id: id, form: form, label: label, value: value, traits: traits, enabled: true, act: nil)
    }

    /// An element that does something; without an act it is only read.
    static func tapped(
        _ id: String, _ form: Form, _ label: String, value: String = "", _ act: Act?, enabled: Bool = true
    ) -> Element {
        let traits: Set<Trait> = act == nil ? [] : [.button]
        return Element(id: id, form: form, label: label, value: value, traits: traits, enabled: enabled, act: act)
    }

    /// The first thing that a screen says.
    static func title(_ text: String) -> Element { read("title", .title(text), text, [.header]) }

    /// What the next rows are about.
    static func heading(_ id: String, _ text: String) -> Element { read(id, .heading(text), text, [.header]) }

    /// A text.
    static func text(_ id: String, _ text: String, _ tone: Tone = .body) -> Element {
        read(id, .text(text, tone), text)
    }

    /// A sentence with a mark before it.
    static func note(_ id: String, _ mark: Mark, _ text: String) -> Element {
        read(id, .note(mark, text), sentences([mark.word, text]))
    }

    /// A button.
    static func button(_ id: String, _ text: String, _ look: Look, _ act: Act, enabled: Bool = true) -> Element {
        let traits: Set<Trait> = look == .link ? [.link] : [.button]
        return Element(
            id: id, form: .button(text, look), label: text, value: "", traits: traits, enabled: enabled, act: act)
    }

    /// A button that offers to other apps what would be saved.
    static func share(_ id: String, _ save: Act, _ words: Words, _ look: Look = .outlined) -> Element {
        .button(id, words.actionShare, look, .share(save))
    }

    /// A row that opens something.
    static func row(_ id: String, _ row: Row, _ act: Act?) -> Element {
        let value = sentences([row.value, row.mark?.word ?? ""] + row.lines)
        return tapped(id, .row(row), row.title, value: value, act)
    }

    /// A label with its value.
    static func fact(_ id: String, _ fact: KeyValue) -> Element {
        let form = Form.fact(label: fact.label, value: fact.value, note: fact.note)
        return read(id, form, fact.label, value: sentences([fact.value, fact.note]))
    }

    /// What happened or is to come, with its day.
    static func event(_ id: String, _ row: TimelineRow) -> Element {
        let when = [row.day, row.note].filter { !$0.isEmpty }.joined(separator: " · ")
        return read(id, .event(text: row.text, when: when, done: row.done), row.text, value: when)
    }

    /// A switch.
    static func toggle(_ input: Input, _ title: String, note: String = "", on: Bool, _ manner: Manner) -> Element {
        let said = on ? manner.words.settingOn : manner.words.settingOff
        return Element(
            id: input.rawValue, form: .toggle(title: title, note: note, on: on), label: title,
            value: sentences([said, note]), traits: [.button, .toggle], enabled: true, act: .turn(input, !on))
    }

    /// A field to type in.
    static func field(_ field: Field, enabled: Bool = true) -> Element {
        let said = [field.text, field.note?.word ?? "", field.hint]
        return Element(
            id: field.input.rawValue, form: .field(field), label: field.label, value: sentences(said), traits: [.field],
            enabled: enabled, act: .write(field.input, field.text))
    }

    /// A day to choose.
    static func day(_ field: Field) -> Element {
        let said = [field.text, field.note?.word ?? "", field.hint]
        return Element(
            id: field.input.rawValue, form: .day(field), label: field.label, value: sentences(said), traits: [.button],
            enabled: true, act: .choose(field.input, field.text))
    }

    /// One of several to choose.
    static func choice(_ choice: Choice) -> Element {
        let chosen = choice.options.first { $0.id == choice.chosen }?.text ?? ""
        return Element(
            id: choice.input.rawValue, form: .choice(choice), label: choice.label,
            value: sentences([chosen, choice.note?.word ?? ""]), traits: [.button], enabled: !choice.options.isEmpty,
            act: .choose(choice.input, choice.chosen))
    }

    /// What went wrong, what is safe, what to do.
    static func problem(_ id: String, _ problem: Problem, sign: Sign? = nil, _ manner: Manner) -> Element {
        let sign = sign ?? self.sign(of: problem)
        let mark = Mark(sign, sign == .fails ? manner.words.stateFails : "")
        let said = sentences([mark.word, problem.happened])
        return read(id, .problem(mark, problem), said, value: sentences([problem.safe, problem.todo]))
    }

    /// Something is at work, and nothing else can be shown yet.
    static func busy(_ text: String) -> Element { read("busy", .busy(text), text, [.updatesFrequently]) }

    /// What cannot be reached is unknown, not wrong; what cannot be believed fails.
    private static func sign(of problem: Problem) -> Sign {
        switch problem.code {
        case "unreachable": .offline
        case "untrusted", "untrusted-kept", "root-mismatch": .fails
        default: problem.code.hasPrefix("alarm") ? .fails : .needs
        }
    }
}

/// Texts one after the other, as a screen reader pauses between them.
func sentences(_ texts: [String]) -> String {
    texts.filter { !$0.isEmpty }.joined(separator: "\n")
}
