import Core
import Foundation
import Observation

/// What only the phone can do for a screen. The glue of the app does it.
@MainActor public protocol Platform: AnyObject {
    /// Takes a step that is not about places: files, clipboard, photos, calendar, the camera's light.
    func take(_ step: Step, for screen: any Screen)
    /// Reads a text aloud; the second time it stops.
    func read(_ text: String, _ language: Language)
}

/// The app while it is open: screens, where the person is, and who does what only the phone can do.
@MainActor @Observable public final class Shell {
    public let desk: Desk
    public let session: Session
    public let navigator: Navigator
    private let screens: Screens
    private weak var platform: (any Platform)?
    /// The screens that are open, by place: what was typed in them stays while something lies above. Views read it
    /// while they are drawn, so that a change of it must not draw them again.
    @ObservationIgnored private var open: [Place: any Screen] = [:]

    public init(
        _ desk: Desk, _ session: Session, saved: Data? = nil, version: String, licences: Licences?,
        platform: (any Platform)? = nil
    ) {
        self.desk = desk
        self.session = session
        self.platform = platform
        navigator = Navigator(saved: saved)
        screens = Screens(desk, session, version: version, licences: licences)
        if let waiting = session.interrupted { navigator.open(.confirm(waiting.membership)) }
    }

    /// The screen of a place, the same one as long as the place is open.
    public func screen(_ place: Place) -> any Screen {
        if let found = open[place] { return found }
        let made = screens.screen(place)
        open[place] = made
        return made
    }

    /// Does what a control asks for.
    public func act(_ act: Act, on screen: any Screen) async {
        switch act {
        case .go(let place): navigator.open(place)
        case .back: navigator.back()
        case .read(let text): platform?.read(text, desk.words.language)
        default:
            let step = await screen.act(act)
            // What was sent or joined is no draft any more.
            if case .replace = step { open[navigator.top] = nil }
            if let step = navigator.take(step) { platform?.take(step, for: screen) }
        }
        forgetClosed()
    }

    /// The camera has read a code.
    public func saw(_ code: String, on screen: any Screen) async {
        guard let scan = screen as? ScanModel else { return }
        if let step = navigator.take(await scan.saw(code)) { platform?.take(step, for: screen) }
    }

    /// Something came from outside the app; whether it belongs to it.
    public func arrive(_ url: String) -> Bool {
        guard let place = Arrival(url: url).place else { return false }
        navigator.open(place)
        return true
    }

    /// What was typed on the screen on top, to be kept with the place.
    public var typed: [String: String] { (open[navigator.top] as? any Typing)?.typed ?? [:] }

    /// Takes in what was typed on the screen on top before the app ended.
    public func restore(_ typed: [String: String]) {
        if !typed.isEmpty { (screen(navigator.top) as? any Typing)?.restore(typed) }
    }

    /// A screen that was left begins anew when it is opened again. The four tabs stay, and a sync, which goes on; and a
    /// form in which something was typed, for a swipe back may have been a slip.
    private func forgetClosed() {
        let kept = Set(navigator.all + [.sync])
        open = open.filter { place, screen in
            if kept.contains(place) { return true }
            guard case .form = place, let form = screen as? any Typing else { return false }
            return !form.typed.isEmpty
        }
    }
}
