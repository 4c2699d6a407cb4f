import Core
import Observation

/// Home: the newest statement, how sure it is, what changed, the household, what waits.
@MainActor @Observable public final class HomeModel: Screen {
    private let app: AppModel
    private let session: Session
    private let once = Once()
    private var refusal: Problem?
    /// The newest statement of the membership that is looked at.
    public private(set) var sheet: Load<HomeView> = .loading

    public init(_ app: AppModel, _ session: Session) {
        self.app = app
        self.session = session
    }

    public func load() async {
        guard let membership = session.current else { return }
        let found = await app.ask { try $0.home(membership: membership) }
        if found != sheet { sheet = found }
    }

    public var outline: Outline {
        let (manner, words) = (app.manner, app.words)
        guard let membership = session.current else { return notJoined }
        let laid = HomeOutline(manner: manner, membership: membership)
        let body = session.chooser(manner) + session.actsFor() + notices(membership) + sheet.elements(manner, laid.body)
        let record = Element.button("record", words.actionRecord, .filled, .go(.kinds(membership)))
        return Outline(
            words.appName, bar: bar, body: body, dock: sheet.sheet == nil ? [] : [record],
            pull: app.syncing.isRunning ? nil : .press(.sync))
    }

    public func act(_ act: Act) async -> Step? {
        switch act {
        case .press(.again): await load()
        case .press(.hideAmounts): await keep { $0.with(hideAmounts: true) }
        case .press(.showAmounts): await keep { $0.with(hideAmounts: false) }
        case .press(.largerText): await keep { $0.with(elderMode: true) }
        case .press(.normalText): await keep { $0.with(elderMode: false) }
        case .press(.sync): app.wantsSync(.asked)
        case .press(.stop): app.syncing.stop()
        case .press(.dismiss): app.syncing.dismiss()
        case .choose(.membership, let membership):
            session.choose(membership)
            sheet = .loading
            await load()
        default: break
        }
        return nil
    }

    /// Keeps a setting, so that it holds at the next start, too. One that was not kept is shown.
    private func keep(_ change: (SettingsView) -> SettingsView) async {
        _ = await once("keep") {
            if app.settings == nil { await app.readSettings() }
            guard let settings = app.settings.map(change) else { return nil }
            refusal = await app.keep(settings)
            return nil
        }
    }

    /// What bears on everything below: what went wrong, a sync at work, no network, what the last sync ran into.
    private func notices(_ membership: MembershipId) -> [Element] {
        let (manner, words) = (app.manner, app.words)
        let wrong = refusal.map { [Element.problem("refusal", $0, manner)] } ?? []
        if app.syncing.isRunning {
            return wrong + [
                .read("syncing", .busy(words.syncRunning), words.syncRunning, [.updatesFrequently]),
                .button("stop", words.syncStop, .link, .press(.stop)),
            ]
        }
        let offline: [Element] =
            app.conditions.network == .none
            ? [
                .note("offline", Mark(.offline, words.screenOffline), words.screenOfflineSafe),
                .button("ask", words.actionTryAgain, .link, .press(.sync)),
            ] : []
        let alarms = sheet.sheet?.alarms.map(\.problem.code) ?? []
        guard let obstacle = app.syncing.obstacle(membership), !alarms.contains(obstacle.code) else {
            return wrong + offline
        }
        let said: [Element] = [
            .problem("obstacle", obstacle, manner),
            .button("ask again", words.actionTryAgain, .link, .press(.sync)),
            .button("dismiss", words.actionClose, .link, .press(.dismiss)),
        ]
        return wrong + (offline.isEmpty ? said : offline)
    }

    private var bar: [Element] {
        let (manner, words) = (app.manner, app.words)
        let size: (Press, String) =
            manner.elder ? (.normalText, words.actionNormalText) : (.largerText, words.actionLargerText)
        let eye: (Press, String) =
            manner.hidesAmounts ? (.showAmounts, words.actionShowAmounts) : (.hideAmounts, words.actionHideAmounts)
        return [size, eye].map { .button($0.rawValue, $1, .link, .press($0)) }
    }

    /// Before joining: three sentences, and what works without.
    private var notJoined: Outline {
        let words = app.words
        let sentences = [words.joinIntro1, words.joinIntro2, words.joinIntro3]
        let intro = sentences.enumerated().map { Element.text("intro \($0 + 1)", $1) }
        let join = Element.button("join", words.joinTitle, .filled, .go(.join(link: "")))
        let others: [Element] = [
            .button("without", words.joinWithout, .link, .go(.businesses)),
            .row("sample", Row(words.helpSample), .go(.sample)),
            .row("help", Row(words.helpTitle), .go(.help)),
        ]
        return Outline(words.appName, body: [.title(words.homeFirst)] + intro + others, dock: [join])
    }
}

/// How home is laid out.
private struct HomeOutline {
    let manner: Manner
    let membership: MembershipId

    func body(_ home: HomeView) -> [Element] {
        alarms(home) + overdue(home) + statement(home) + letters(home)
            + changes(home) + household(home) + waiting(home) + more(home)
    }

    private func alarms(_ home: HomeView) -> [Element] {
        let unread = home.unread.enumerated().map { Element.problem("unread \($0 + 1)", $1, manner) }
        if home.alarms.isEmpty { return unread }
        return unread + [.heading("alarms", manner.words.homeAlarms)] + Element.alarms(home.alarms, membership, manner)
    }

    /// An answer that has not come in time; the case that is overdue longest, or all of them.
    private func overdue(_ home: HomeView) -> [Element] {
        if home.overdueText.isEmpty { return [] }
        let place = home.overdueCase.map { Place.casePage(membership, id: $0) } ?? .cases(membership)
        return [.row("overdue", Row(home.overdueText, mark: Mark(.waiting, "")), .go(place))]
    }

    private func statement(_ home: HomeView) -> [Element] {
        let authority = Element.text("authority", home.authority, .quiet)
        guard let card = home.statement else {
            let sync = Element.button("sync", manner.words.actionSync, .outlined, .go(.sync))
            return [authority, .text("empty", home.empty), sync, .text("synced", home.synced, .small)]
        }
        let score = Score(
            title: card.title, number: manner.amount(card.score), of: card.of,
            tier: manner.amount(card.tier), line: isNewest(card) ? manner.sentence(card.before) : manner.words.homeNewer
        )
        let said = manner.hidesAmounts ? manner.words.readerAmountHidden : "\(card.score) \(card.of)\n\(card.tier)"
        let shown = Element.tapped(
            "score", .score(score), card.title, value: sentences([said, score.line]),
            .go(.statement(membership, seq: card.seq)))
        return [authority, shown] + Element.proof(card.proof, opens: .checks(membership, seq: card.seq), manner)
            + [.row("synced", Row(home.synced), .go(.sync))]
    }

    /// Whether it is known that the authority has published no newer one.
    private func isNewest(_ card: StatementCard) -> Bool {
        !card.proof.checks.contains { $0.kind == .inForce && $0.state == .unknown }
    }

    private func letters(_ home: HomeView) -> [Element] {
        if home.lettersText.isEmpty { return [] }
        let mark = home.newLetters > 0 ? Mark(.unread, manner.words.letterNew) : nil
        return [.row("letters", Row(home.lettersText, mark: mark), .go(.letters(membership)))]
    }

    private func changes(_ home: HomeView) -> [Element] {
        guard let seq = home.statement?.seq, !home.changesTitle.isEmpty else { return [] }
        let rows = home.changes.enumerated().map { index, row in
            change(row, "change \(index + 1)", seq: seq)
        }
        let none = Element.text("no change", manner.words.homeChangesNone, .quiet)
        return [.heading("changes", home.changesTitle)] + (rows.isEmpty ? [none] : rows)
    }

    private func change(_ row: ChangeRow, _ id: String, seq: UInt32) -> Element {
        let untold = row.told.map { !$0.told } ?? false
        let mark = untold ? Mark(.bell, manner.words.toldNot) : nil
        let shown = PointsRow(points: row.points, title: row.title, detail: row.detail, mark: mark)
        let act = row.entry.map { Act.go(.entry(membership, seq: seq, entry: $0)) }
        return .points(id, shown, act, manner)
    }

    private func household(_ home: HomeView) -> [Element] {
        guard let seq = home.statement?.seq, !home.stars.isEmpty else { return [] }
        let all = Element.tapped(
            "all stars", .row(Row(manner.words.actionOpen)), manner.words.homeStars, value: manner.words.actionOpen,
            .go(.stars(membership, seq: seq)))
        return [.heading("stars", manner.words.homeStars)] + home.stars.map(Element.stars) + [all]
    }

    private func waiting(_ home: HomeView) -> [Element] {
        guard home.waiting + home.needsYou > 0 else { return [] }
        let needs = home.needsYou > 0
        let mark = needs ? Mark(.needs, manner.words.queueNeedsYou) : Mark(.phone, manner.words.queueOnPhone)
        let row = Row(home.waitingText, mark: mark)
        return [.heading("waiting", manner.words.homeWaitingTitle), .row("waiting row", row, .go(.records))]
    }

    private func more(_ home: HomeView) -> [Element] {
        if home.statement == nil { return [] }
        return [
            .row("forecast", Row(manner.words.forecastTitle), .go(.forecast(membership))),
            .row("perks", Row(manner.words.homePerks), .go(.perks(membership))),
            .row("statements", Row(manner.words.homeStatements), .go(.history(membership))),
        ]
    }
}
