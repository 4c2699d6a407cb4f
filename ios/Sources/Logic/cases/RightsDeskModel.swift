import Core
import Observation

/// Whom to ask for what is kept about the person.
@MainActor @Observable public final class RightsDeskModel: Reader<[MembershipView]> {
    public init(_ app: AppModel) {
        super.init(app) { try $0.memberships().filter { $0.state == .active } }
    }

    override func title(_ sheet: [MembershipView]?) -> String { app.words.moreRights }

    override func lay(_ sheet: [MembershipView], _ manner: Manner) -> [Element] {
        let words = manner.words
        return lines {
            Element.text("lead", sheet.isEmpty ? words.rightsDeskNone : words.rightsDeskLead)
            for (index, one) in sheet.enumerated() {
                let place = Place.rightRequest(one.membership)
                Element.row("ask \(index + 1)", Row(one.authority, lines: [one.hint, one.person.acts]), .go(place))
            }
        }
    }
}
