import Core
import Foundation
import Observation

/// What only the phone can do for a screen. The glue of the app does it.
@MainActor public protocol Platform: AnyObject {
    /// Takes a step that is not about places: files, clipboard, photos, calendar, the camera's light.
    func take(_ step: Step, for screen: any Screen)
    /// Reads a text aloud; the second time it stops.
    func read(_ text: String, _ language: Language)
    /// Asks whether notices may be shown; the system asks the person once.
    func askForNotices()
}

/// The app while it is open: screens, where the person is, and who does what only the phone can do.
@MainActor @Observable public final class Shell {
    public let app: AppModel
    public let session: Session
    public let navigator: Navigator
    private let screens: Screens
    private weak var platform: (any Platform)?
    /// The screens that are open, by place: what was typed in them stays while something lies above. Views read it
    /// while they are drawn, so that a change of it must not draw them again.
    @ObservationIgnored private var open: [Place: any Screen] = [:]
    @ObservationIgnored private var locks: [String: PersonLockModel] = [:]
    /// A sentence over whatever is on the screen, until the person closes it.
    public var said: String?

    public init(
        _ app: AppModel, _ session: Session, saved: Data? = nil, version: String, licences: Licences?,
        platform: (any Platform)? = nil
    ) {
        self.app = app
        self.session = session
        self.platform = platform
        navigator = Navigator(saved: saved)
        screens = Screens(app, session, version: version, licences: licences)
        if let waiting = session.interrupted { navigator.open(.confirm(waiting.membership)) }
        app.wantsSync = { [weak self] in self?.begin($0) }
    }

    /// Begins a sync that a screen wants.
    private func begin(_ reason: SyncReason) {
        // Before joining there is nothing to announce; the page before has said what for.
        if reason == .joined { platform?.askForNotices() }
        guard reason != .unasked || app.conditions.allowUnasked(app.settings) else { return }
        let app = app
        Task { await app.sync() }
    }

    /// The app is seen again: what is shown may be out of date, and what waits may go now.
    public func cameForward(_ now: ContinuousClock.Instant = .now) {
        app.tellNews()
        if !session.active.isEmpty, !app.syncing.isRunning, app.syncing.isDue(now) { app.wantsSync(.unasked) }
    }

    /// Whether the page of a place is seen; a page that lies above it covers it.
    public func isSeen(_ place: Place, _ seen: Bool) {
        (open[place] as? ScanModel)?.isSeen = seen
    }

    /// The place of a screen; nothing once it was left for good.
    private func place(of screen: any Screen) -> Place? {
        let places = open.filter { $0.value === screen }.map(\.key)
        return places.first { $0 == navigator.top } ?? places.first
    }

    /// The screen of a place, the same one as long as the place is open; in place of one that is a person's who has
    /// locked it, the page that opens it.
    public func screen(_ place: Place) -> any Screen {
        if let person = lockedPerson(place) {
            let lock = locks[person.given] ?? PersonLockModel(app, session, person)
            locks[person.given] = lock
            return lock
        }
        if let found = open[place] { return found }
        let made = screens.screen(place)
        open[place] = made
        return made
    }

    private func lockedPerson(_ place: Place) -> PersonView? {
        let whose = place.isOfCurrent ? session.current : place.whose
        let person = session.memberships.sheet?.person(of: whose)
        return person.flatMap { app.lock.isOpen($0) ? nil : $0 }
    }

    /// Does what a control asks for.
    public func act(_ act: Act, on screen: any Screen) async {
        switch act {
        case .go(let place): take(.open(place), screen)
        case .back: take(.back, screen)
        case .read(let text): platform?.read(text, app.words.language)
        case .share(let act):
            if let step = await screen.act(act) { share(step, screen) }
        default:
            if let step = await screen.act(act) { take(step, screen) }
        }
        forgetClosed()
    }

    /// Offers to other apps what would have been saved.
    private func share(_ step: Step, _ screen: any Screen) {
        switch step {
        case .save(let files):
            if let spares = SpareFile.holding(files) {
                take(.share(spares), screen)
            } else {
                said = app.words.saveFailed
            }
        case .move(let spare): take(.share([spare]), screen)
        default: take(step, screen)
        }
    }

    private func take(_ step: Step, _ screen: any Screen) {
        guard let place = place(of: screen) else {
            // The page was left meanwhile. What was erased is gone all the same.
            if step == .startOver { _ = navigator.take(step, of: .home) }
            if step.isOfPhone { platform?.take(step, for: screen) }
            return
        }
        if let step = navigator.take(step, of: place) { platform?.take(step, for: screen) }
        // What was sent or joined is no draft any more.
        if case .replace = step { open[place] = nil }
    }

    /// The camera has read a code. Under another page, and in another tab, it looks at nothing.
    public func saw(_ code: String, on screen: any Screen) async {
        guard navigator.top == .scan, let scan = open[.scan] as? ScanModel, scan === screen else { return }
        await scan.saw(code)
    }

    /// Something came from outside the app. The person is told what does not belong to it; nothing is done with it.
    public func arrive(_ url: String) {
        if let place = Arrival(url: url).place(session.current) {
            navigator.open(place)
        } else {
            said = app.words.arrivalForeign
        }
    }

    /// What was typed on every page that is open and kept nowhere else.
    public var typed: [Place: [String: String]] {
        let all = open.filter { navigator.all.contains($0.key) }.compactMapValues { ($0 as? any Typing)?.typed }
        return all.filter { !$0.value.values.allSatisfy(\.isEmpty) }
    }

    /// Takes in what was typed before the app ended.
    public func restore(_ typed: [Place: [String: String]]) {
        for (place, texts) in typed where navigator.all.contains(place) {
            (screen(place) as? any Typing)?.restore(texts)
        }
    }

    /// A screen that was left starts over when it is opened again. The four tabs stay, and a sync, which goes on; and a
    /// form in which something was typed, for a swipe back may have been a slip.
    private func forgetClosed() {
        let kept = Set(navigator.all + [.sync])
        open = open.filter { place, screen in
            if kept.contains(place) { return true }
            switch place {
            case .form, .contest, .comply, .rightRequest: return (screen as? any Typing)?.typed.isEmpty == false
            default: return false
            }
        }
    }
}

extension Step {
    /// Whether it is the phone's to take; others are about places.
    fileprivate var isOfPhone: Bool {
        switch self {
        case .open, .replace, .back, .root: false
        default: true
        }
    }
}
