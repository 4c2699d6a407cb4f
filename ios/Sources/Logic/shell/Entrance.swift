import Core
import Foundation
import Observation

/// Where the person was when the app was left, and what was typed there. It may hold a code or a form: only sealed is
/// it written anywhere.
public struct Bookmark: Codable, Equatable, Sendable {
    let place: Data?
    /// By page and field.
    let typed: [Place: [String: String]]
    /// The membership that was looked at.
    var chosen: MembershipId?
}

/// What keeps a bookmark while the app is not there.
@MainActor public protocol Bookmarks {
    /// The one that was kept last.
    func found() -> Bookmark?
    /// Keeps this one in place of the last; nothing forgets that one.
    func keep(_ bookmark: Bookmark?)
}

/// The way in, whoever opens the app first: a scene, a background sync, or a link from outside. What came before it was
/// open is held until it is.
@MainActor @Observable public final class Entrance {
    public let opening: Opening
    /// The app; nothing while it is not open.
    public private(set) var shell: Shell?
    /// The network and the battery, as the phone says.
    @ObservationIgnored public var conditions = Conditions.unknown { didSet { shell?.app.conditions = conditions } }
    /// Who does what only the phone can do.
    @ObservationIgnored public weak var platform: (any Platform)?
    /// The phone's own lock.
    @ObservationIgnored public weak var screenLock: (any ScreenLock)?
    @ObservationIgnored private let bookmarks: any Bookmarks
    @ObservationIgnored private let version: String
    @ObservationIgnored private let licences: Licences?
    /// What was opened from outside too early. The last one counts.
    @ObservationIgnored private var waiting: String?
    @ObservationIgnored private var underWay: Task<Void, Never>?

    public init(_ opening: Opening, _ bookmarks: any Bookmarks, version: String, licences: Licences?) {
        self.opening = opening
        self.bookmarks = bookmarks
        self.version = version
        self.licences = licences
    }

    /// Opens the app once, and goes on where the person was. Who asks meanwhile waits for the same.
    public func open() async {
        guard shell == nil else { return }
        let work =
            underWay
            ?? Task {
                await opening.open()
                enter()
                underWay = nil
            }
        underWay = work
        await work.value
    }

    /// Does what a control asks for that is shown in place of the app.
    public func act(_ act: Act) async {
        if let app = shell?.app { return await unlock(app, act) }
        await opening.act(act)
        enter()
    }

    /// Something came from outside the app.
    public func arrive(_ url: String) {
        if let shell { shell.arrive(url) } else { waiting = url }
    }

    /// The app is seen again: before anything is drawn.
    public func returned(_ now: ContinuousClock.Instant = .now) {
        if let app = shell?.app { app.lock.returned(app.setting, now) }
    }

    private func unlock(_ app: AppModel, _ act: Act) async {
        guard act == .press(.unlock) else { return }
        if app.settings == nil { await app.readSettings() }
        await app.lock.unlock(app.words.lockReason)
    }

    /// What is shown in place of the app; nothing while the app is.
    public var outline: Outline? {
        guard let app = shell?.app else { return opening.outline }
        return app.lock.isLocked ? app.lock.outline(app.words) : nil
    }

    /// How that is worded.
    public var manner: Manner { shell?.app.manner ?? opening.manner }

    /// The app goes to the background, and may not come back.
    public func leave(_ now: ContinuousClock.Instant = .now) {
        guard let shell else { return }
        shell.app.lock.left(now)
        let (place, chosen) = (shell.navigator.saved, shell.session.chosen)
        bookmarks.keep(Bookmark(place: place, typed: keepable(shell.typed), chosen: chosen))
    }

    /// Everything was erased: starts over.
    public func startOver() async {
        bookmarks.keep(nil)
        (shell, waiting) = (nil, nil)
        await open()
    }

    /// What was typed, without the texts that the core refuses. The name of a form is the app's own.
    private func keepable(_ typed: [Place: [String: String]]) -> [Place: [String: String]] {
        let left = typed.map { place, texts in
            (place.keepable, texts.filter { Input(rawValue: $0) == nil || mayBeKept(text: $1) })
        }
        return Dictionary(left.filter { !$1.isEmpty }, uniquingKeysWith: { first, _ in first })
    }

    private func enter() {
        guard shell == nil, case .open(let app, let session) = opening.stage else { return }
        app.conditions = conditions
        app.lock.phone = screenLock
        app.lock.start(app.setting)
        let left = bookmarks.found()
        if let chosen = left?.chosen { session.choose(chosen) }
        let made = Shell(
            app, session, saved: left?.place, version: version, licences: licences, platform: platform)
        made.restore(left?.typed ?? [:])
        if let waiting { made.arrive(waiting) }
        waiting = nil
        shell = made
    }
}

extension AppModel {
    /// The app lock as it was chosen. Settings that could not be read must not open the app.
    fileprivate var setting: LockAfter? { settings.map(\.appLock) ?? .atOnce }
}
