import Core
import Observation

/// Two versions of the rulebook compared in words; others can be chosen.
@MainActor @Observable public final class RulebooksModel: Screen {
    private let app: AppModel
    private let membership: MembershipId
    private var from: UInt32
    private var to: UInt32
    public private(set) var sheet: Load<RulebookComparisonView> = .loading

    public init(_ app: AppModel, _ membership: MembershipId, from: UInt32, to: UInt32) {
        self.app = app
        self.membership = membership
        self.from = from
        self.to = to
    }

    public func load() async {
        let (membership, one, other) = (membership, from, to)
        let found = await app.ask { try $0.compareRulebooks(membership: membership, one: one, other: other) }
        // An old answer must not stand under a newer choice.
        if (one, other) == (from, to), found != sheet { sheet = found }
    }

    public var outline: Outline {
        let manner = app.manner
        return Outline(manner.words.storyRulebooks, body: sheet.elements(manner) { laid($0, manner) })
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .choose(.earlier, let version): from = UInt32(version) ?? from
        case .choose(.later, let version): to = UInt32(version) ?? to
        case .press(.again): break
        default: return nil
        }
        await load()
        return nil
    }

    private func laid(_ sheet: RulebookComparisonView, _ manner: Manner) -> [Element] {
        lines {
            Element.text("versions", sheet.title, .quiet)
            Element.title(sheet.heading)
            if !sheet.lead.isEmpty { Element.text("lead", sheet.lead) }
            if !sheet.empty.isEmpty { Element.text("empty", sheet.empty) }
            for (index, part) in sheet.parts.enumerated() { self.part(index + 1, part) }
            // With two there is nothing to choose.
            if sheet.rulebooks.count > 2 {
                Element.choice(choice(.earlier, manner.words.rulebooksEarlier, from, sheet))
                Element.choice(choice(.later, manner.words.rulebooksLater, to, sheet))
            }
        }
    }

    private func part(_ n: Int, _ part: RulebookPart) -> [Element] {
        [.heading("part \(n)", part.title)]
            + part.rows.enumerated().map { index, row in
                .row("part \(n) \(index + 1)", Row(row.title, value: row.mark, lines: row.text), nil)
            }
    }

    private func choice(_ input: Input, _ label: String, _ chosen: UInt32, _ sheet: RulebookComparisonView) -> Choice {
        let options = sheet.rulebooks.map { Choice.Option(id: "\($0.version)", text: $0.name) }
        return Choice(input: input, label: label, options: options, chosen: "\(chosen)", note: nil)
    }
}
