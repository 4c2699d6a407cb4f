import Core
import Observation

/// More: how fresh everything is, who was asked, reading, privacy, and what is the person's own.
@MainActor @Observable public final class MoreModel: Screen {
    private let app: AppModel
    private let version: String

    public init(_ app: AppModel, version: String) {
        self.app = app
        self.version = version
    }

    public var outline: Outline {
        let words = app.words
        let body = lines {
            rows([("sync", words.syncTitle, .sync), ("freshness", words.moreFresh, .freshness)])
            rows([("network", words.moreNetwork, .network), ("settings", words.moreReading, .settings)])
            Element.row("notices", Row(words.moreNotices, lines: [words.noticeChannelNote]), .press(.notices))
            Element.heading("yours", words.moreYours)
            rows([("memberships", words.peopleTitle, .memberships), ("registers", words.moreRegisters, .registers)])
            rows([("rights", words.moreRights, .rightsDesk)])
            rows([("archive", words.moreArchive, .archive), ("erase", words.moreErase, .erase)])
            Element.heading("about", words.moreAbout)
            rows([("help", words.helpTitle, .help), ("licences", words.moreLicences, .licences)])
            Element.text("version", words.moreVersion(version), .small)
        }
        return Outline(words.tabMore, body: body)
    }

    public func act(_ act: Act) async -> Step? { act == .press(.notices) ? .notices : nil }

    private func rows(_ all: [(id: String, title: String, place: Place)]) -> [Element] {
        all.map { .row($0.id, Row($0.title), .go($0.place)) }
    }
}

/// How fresh everything on this phone is, and what would make it fresh.
@MainActor @Observable public final class FreshnessModel: Reader<FreshnessView> {
    public init(_ app: AppModel) { super.init(app) { try $0.freshness() } }

    override func title(_ sheet: FreshnessView?) -> String { app.words.moreFresh }

    override func lay(_ sheet: FreshnessView, _ manner: Manner) -> [Element] {
        let rows = sheet.rows.enumerated().flatMap { index, row -> [Element] in
            let mark = Mark.of(row.state, manner, word: row.word)
            let shown = Row(row.name, lines: [row.detail, row.todo], mark: mark)
            let update = Element.button(
                "update \(index + 1)", manner.words.registerUpdateNow, .outlined, .choose(.updated, row.update))
            return [.row("fresh \(index + 1)", shown, nil)] + (row.update.isEmpty ? [] : [update])
        }
        return [.note("state", .of(sheet.state, manner), sheet.text)] + rows
    }

    public override func act(_ act: Act) async -> Step? {
        guard case .choose(.updated, let register) = act else { return await super.act(act) }
        return app.update(register: register)
    }

    override func dock(_ sheet: FreshnessView, _ manner: Manner) -> [Element] {
        [.button("sync", manner.words.actionRefresh, .filled, .go(.sync))]
    }
}

/// With whom this phone spoke, what for, and how much.
@MainActor @Observable public final class NetworkModel: Reader<NetworkView> {
    public init(_ app: AppModel) { super.init(app) { try $0.networkAccesses() } }

    override func title(_ sheet: NetworkView?) -> String { app.words.moreNetwork }

    override func lay(_ sheet: NetworkView, _ manner: Manner) -> [Element] {
        let rows = sheet.rows.enumerated().map { index, row in
            let outcome = row.outcome == .done ? nil : Mark(.closed, row.outcomeText)
            let shown = Row(row.purpose, value: row.ago, lines: [row.host, row.size], mark: outcome)
            return Element.row("access \(index + 1)", shown, nil)
        }
        return [.text("total", sheet.total), .text("note", sheet.note, .small)] + rows
    }
}
