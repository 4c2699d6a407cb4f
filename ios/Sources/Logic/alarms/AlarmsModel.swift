import Core
import Observation

/// What contradicts itself, the gravest first; what was put aside is below. Without a membership it is about what
/// belongs to none, such as registers.
@MainActor @Observable public final class AlarmsModel: Reader<AlarmsView> {
    public init(_ app: AppModel, _ membership: MembershipId?) {
        super.init(app) { try $0.alarms(membership: membership) }
    }

    override func title(_ sheet: AlarmsView?) -> String { app.words.alarmsTitle }

    override func lay(_ sheet: AlarmsView, _ manner: Manner) -> [Element] {
        let aside = sheet.rows.filter { $0.status == .putAside }
        return lines {
            Element.text("text", sheet.text)
            rows(sheet.rows.filter { $0.status != .putAside }, sheet.membership)
            if !aside.isEmpty { Element.heading("aside", manner.words.alarmsAside) }
            rows(aside, sheet.membership)
        }
    }

    private func rows(_ rows: [AlarmRow], _ membership: MembershipId?) -> [Element] {
        rows.map { row in
            let shown = Row(row.problem.happened, lines: [row.statusText, row.found], mark: Mark(row.sign, ""))
            return .row("alarm \(row.alarm)", shown, .go(.alarm(membership, alarm: row.alarm)))
        }
    }
}

/// One warning: what happened, both documents side by side, what differs, what was checked, what that means. Only below
/// all of it can it be put aside.
@MainActor @Observable public final class AlarmModel: Reader<AlarmView> {
    private let membership: MembershipId?
    private let alarm: Int64
    private var refusal: Problem?

    public init(_ app: AppModel, _ membership: MembershipId?, alarm: Int64) {
        self.membership = membership
        self.alarm = alarm
        super.init(app) { try $0.alarm(membership: membership, alarm: alarm) }
    }

    override func title(_ sheet: AlarmView?) -> String { app.words.alarmsTitle }

    override func lay(_ sheet: AlarmView, _ manner: Manner) -> [Element] {
        AlarmOutline(sheet: sheet, manner: manner).body + deeds(sheet, manner.words, manner)
    }

    private func deeds(_ sheet: AlarmView, _ words: Words, _ manner: Manner) -> [Element] {
        lines {
            Element.button("save", words.alarmSave, .outlined, .press(.export))
            Element.share("share", .press(.export), words)
            Element.text("save note", words.alarmSaveNote, .small)
            if sheet.row.status == .putAside {
                Element.button("reopen", words.alarmReopen, .outlined, .press(.reopen))
            } else {
                Element.button("put aside", words.alarmPutAside, .harmless, .press(.putAside))
                Element.text("put aside note", words.alarmPutAsideNote, .small)
            }
            if let refusal { Element.problem("refusal", refusal, manner) }
        }
    }

    public override func act(_ act: Act) async -> Step? {
        switch act {
        case .press(.putAside): return await once("move") { await move(aside: true) }
        case .press(.reopen): return await once("move") { await move(aside: false) }
        case .press(.export): return await once("export") { await export() }
        default: return await super.act(act)
        }
    }

    /// What was shown is handed back. If something new came about it, that is shown first and nothing is put aside.
    private func move(aside: Bool) async -> Step? {
        guard let seen = sheet.sheet?.seen else { return nil }
        let (membership, alarm) = (membership, alarm)
        let answer = await app.ask { core in
            aside
                ? try core.putAside(membership: membership, alarm: alarm, seen: seen)
                : try core.reopen(membership: membership, alarm: alarm)
        }
        refusal = answer.problem
        await load()
        if answer.problem == nil { app.tellNews() }
        return nil
    }

    private func export() async -> Step? {
        let (membership, alarm) = (membership, alarm)
        let answer = await app.ask { try $0.exportAlarm(membership: membership, alarm: alarm) }
        refusal = answer.problem
        return answer.sheet.map { .save([File(name: $0.fileName, bytes: .init($0.json.utf8))]) }
    }
}

/// How a warning is laid out.
private struct AlarmOutline {
    let sheet: AlarmView
    let manner: Manner

    var body: [Element] {
        let words = manner.words
        return lines {
            Element.problem("what", sheet.row.problem, sign: sheet.row.sign, manner)
            Element.text("found", sheet.row.found, .small)
            if sheet.row.status != .open { Element.heading("explained", words.alarmExplained) }
            Element.text("status", sheet.row.statusText)
            both
            Element.heading("differs", words.alarmDiffers)
            for (index, row) in sheet.differs.enumerated() {
                compared("difference \(index + 1)", row.label, row.values.map(manner.amount))
            }
            Element.text("same", sheet.same)
            checks
            Element.heading("means", words.alarmMeans)
            for (index, text) in sheet.meaning.enumerated() { Element.text("meaning \(index + 1)", text) }
        }
    }

    /// The documents themselves: what each says first, when it came, whose key signed it.
    private var both: [Element] {
        let (words, all) = (manner.words, sheet.branches)
        if all.isEmpty { return [] }
        let first = all.map { sentences([manner.amount($0.value), manner.amount($0.detail), $0.note]) }
        let cells = first.map { Compared.Cell(text: $0, mark: nil) }
        let head = Compared(label: "", mark: nil, names: all.map(\.name), cells: cells, isHead: true)
        let rows: [(String, String, [String])] = [
            ("reached", words.alarmReached, all.map(\.reached)), ("dated", words.alarmDated, all.map(\.dated)),
            ("signer", words.alarmSigner, all.map(\.signer)), ("code", words.alarmCode, all.map(\.fingerprint)),
        ]
        return [.compared("both", head)] + rows.flatMap { compared($0, $1, $2) }
    }

    private var checks: [Element] {
        if sheet.checks.isEmpty { return [] }
        let rows = sheet.checks.enumerated().map { index, check in
            let cells = check.states.map { Compared.Cell(text: "", mark: .of($0, manner)) }
            return Element.compared(
                "check \(index + 1)", Compared(label: check.name, mark: nil, names: names, cells: cells, isHead: false))
        }
        return [.heading("checks", manner.words.checksTitle)] + rows
    }

    private var names: [String] { sheet.branches.map(\.name) }

    /// Where the values are not the same, that is shown at the label: nobody has to compare by eye.
    private func compared(_ id: String, _ label: String, _ values: [String]) -> [Element] {
        let said = values.filter { !$0.isEmpty }
        if said.isEmpty { return [] }
        let mark = Set(said).count > 1 || id.hasPrefix("difference") ? Mark(.needs, manner.words.alarmDiffersMark) : nil
        let cells = values.map { Compared.Cell(text: $0, mark: nil) }
        return [.compared(id, Compared(label: label, mark: mark, names: names, cells: cells, isHead: false))]
    }
}

extension AlarmRow {
    /// What contradicts itself fails; what is missing, or was put aside, is to be looked at.
    var sign: Sign {
        switch (status, gravity) {
        case (.putAside, _): .closed
        case (_, .contradiction): .fails
        case (_, .missing): .unknown
        case (_, .notice): .needs
        }
    }
}

extension Element {
    /// What several documents say of one thing. A screen reader hears the name before each.
    static func compared(_ id: String, _ form: Compared) -> Element {
        let said = zip(form.names, form.cells).map { name, cell in
            sentences([name, cell.text, cell.mark?.word ?? ""])
        }
        let label = sentences([form.label, form.mark?.word ?? ""])
        let head = form.names.joined(separator: " · ")
        return read(id, .compared(form), label.isEmpty ? head : label, value: sentences(said))
    }

    /// A warning on another page, and the way to its own.
    static func alarms(_ rows: [AlarmRow], _ membership: MembershipId?, _ manner: Manner, id: String = "alarm")
        -> [Element]
    {
        rows.enumerated().flatMap { index, row -> [Element] in
            [
                .problem("\(id) \(index + 1)", row.problem, sign: row.sign, manner),
                .button(
                    "\(id) look \(index + 1)", manner.words.alarmLook, .link,
                    .go(.alarm(membership, alarm: row.alarm))),
            ]
        }
    }
}
