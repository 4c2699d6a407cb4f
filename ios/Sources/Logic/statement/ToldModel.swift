import Core
import Observation

/// What one asks about being told of, as a place keeps it.
public enum ToldAbout: Codable, Hashable, Sendable {
    case entry(String)
    case stars(String)
    case measure(String)

    var target: ToldTarget {
        switch self {
        case .entry(let id): .entry(entry: id)
        case .stars(let category): .stars(category: category)
        case .measure(let id): .measure(measure: id)
        }
    }
}

/// "Was I told?": everything that is known, in the order of its days, each with whose day it is.
@MainActor @Observable public final class ToldModel: Reader<ToldView> {
    private let membership: MembershipId
    private let about: ToldAbout
    private var refusal: Problem?

    public init(_ app: AppModel, _ membership: MembershipId, _ about: ToldAbout) {
        self.membership = membership
        self.about = about
        super.init(app) { try $0.told(membership: membership, target: about.target) }
    }

    override func title(_ sheet: ToldView?) -> String { app.words.entryTold }

    override func lay(_ sheet: ToldView, _ manner: Manner) -> [Element] {
        let words = manner.words
        let row = PointsRow(points: sheet.points, title: sheet.title, detail: "", mark: nil)
        return lines {
            Element.points("about", row, nil, manner)
            Element.note("heading", Mark(sheet.told ? .holds : .bell, sheet.heading), "")
            for (index, gap) in sheet.gaps.enumerated() { Element.note("gap \(index + 1)", Mark(.bell, gap), "") }
            if !sheet.events.isEmpty { Element.heading("events", words.toldEvents) }
            for (index, event) in sheet.events.enumerated() { self.event(index + 1, event) }
            if !sheet.origin.isEmpty { Element.heading("origin", words.entryOrigin) }
            for (index, fact) in sheet.origin.enumerated() { Element.fact("origin \(index + 1)", fact) }
            if !sheet.note.isEmpty { Element.text("note", sheet.note, .small) }
            Element.heading("file inside", words.toldFileInside)
            Element.text("inside", sheet.caseFile.text)
            Element.button("file", words.toldFile, .outlined, .press(.export))
            Element.share("share", .press(.export), words)
            if let refusal { Element.problem("refusal", refusal, manner) }
        }
    }

    public override func act(_ act: Act) async -> Step? {
        guard act == .press(.export) else { return await super.act(act) }
        return await once("file") { await export() }
    }

    /// The core writes it where only this app reads; from there it goes to the place that the person chooses.
    private func export() async -> Step? {
        guard let name = sheet.sheet?.caseFile.fileName else { return nil }
        let (file, membership, target) = (SpareFile(name), membership, about.target)
        let answer = await app.ask { try $0.caseFile(membership: membership, target: target, file: file.path) }
        refusal = answer.problem
        if answer.sheet != nil { return .move(file) }
        file.remove()
        return nil
    }

    private func event(_ n: Int, _ event: ToldEvent) -> Element {
        let when = [event.day, event.by].filter { !$0.isEmpty }.joined(separator: " · ")
        let row = Row(event.title, lines: [when, event.detail, event.before])
        return .row("event \(n)", row, opens(event.place).map(Act.go))
    }

    private func opens(_ place: ToldPlace) -> Place? {
        switch place {
        case .nothing: nil
        case .statement(let seq): .statement(membership, seq: seq)
        case .letter(let n): .letter(membership, n: n)
        }
    }
}
