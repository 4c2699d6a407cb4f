import Core
import Observation

/// Reading, privacy and syncing. A switch holds at once.
@MainActor @Observable public final class SettingsModel: Screen {
    private let app: AppModel
    private let once = Once()
    private var problem: Problem?
    private var lockAnswer: Confirmation?

    public init(_ app: AppModel) { self.app = app }

    public func load() async {
        if app.settings == nil { await app.readSettings() }
    }

    public var outline: Outline {
        let words = app.words
        guard let settings = app.settings else {
            return Outline(words.moreReading, body: [.busy(words.screenLoading)])
        }
        let wrong = problem.map { [Element.problem("problem", $0, app.manner)] } ?? []
        return Outline(words.moreReading, body: wrong + reading(settings) + privacy(settings) + lock(settings))
    }

    public func act(_ act: Act) async -> Step? {
        guard let settings = app.settings, let changed = settings.after(act) else { return nil }
        return await once("keep") {
            if changed.appLock != settings.appLock, await !isOwner() { return nil }
            problem = await app.keep(changed)
            return nil
        }
    }

    /// Whoever changes the lock is asked for first.
    private func isOwner() async -> Bool {
        let answer = await app.lock.confirm(app.words.lockChange)
        lockAnswer = answer == .confirmed ? nil : answer
        return answer == .confirmed
    }

    private func lock(_ settings: SettingsView) -> [Element] {
        let (words, manner) = (app.words, app.manner)
        let note = app.lock.isPossible ? words.settingLockNote : words.settingLockMissing
        let toggle = Element.toggle(.appLock, words.settingLock, note: note, on: settings.appLock != nil, manner)
        let said = lockAnswer.map { [Element.text("lock answer", $0.text(words))] } ?? []
        guard let chosen = settings.appLock else { return [toggle] + said }
        let times = [
            Choice.Option(id: "atOnce", text: words.settingLockAtOnce),
            Choice.Option(id: "oneMinute", text: words.settingLockOneMinute),
            Choice.Option(id: "fiveMinutes", text: words.settingLockFiveMinutes),
        ]
        let time = Choice(
            input: .lockAfter, label: words.settingLockAfter, options: times, chosen: "\(chosen)", note: nil)
        return [toggle] + said + [.choice(time)]
    }

    private func reading(_ settings: SettingsView) -> [Element] {
        let words = app.words
        let languages = [
            Choice.Option(id: "", text: words.settingLanguagePhone),
            Choice.Option(id: "english", text: words.settingLanguageEnglish),
            Choice.Option(id: "chinese", text: words.settingLanguageChinese),
        ]
        let sizes = [100, 125, 150, 200].map { Choice.Option(id: "\($0)", text: words.settingPercent($0)) }
        let language = Choice(
            input: .language, label: words.settingLanguage, options: languages,
            chosen: settings.language.map { "\($0)" } ?? "", note: nil)
        let size = Choice(
            input: .textSize, label: words.settingTextSize, options: sizes, chosen: "\(settings.textPercent)", note: nil
        )
        let appearances = [
            Choice.Option(id: "", text: words.settingAppearancePhone),
            Choice.Option(id: "light", text: words.settingAppearanceLight),
            Choice.Option(id: "dark", text: words.settingAppearanceDark),
        ]
        let appearance = Choice(
            input: .appearance, label: words.settingAppearance, options: appearances,
            chosen: settings.appearance.map { "\($0)" } ?? "", note: nil)
        return [
            .choice(language), .choice(appearance), .choice(size),
            .toggle(.elder, words.settingElder, on: settings.elderMode, app.manner),
        ]
    }

    private func privacy(_ settings: SettingsView) -> [Element] {
        let (words, manner) = (app.words, app.manner)
        let rows: [(Input, String, String, Bool)] = [
            (.hideAmounts, words.settingHide, words.settingHideNote, settings.hideAmounts),
            (.screenshots, words.settingScreenshots, words.settingScreenshotsNote, settings.allowScreenshots),
            (.unmetered, words.settingUnmetered, words.settingUnmeteredNote, settings.unmeteredOnly),
            (.photosOverWifi, words.settingPhotos, words.settingPhotosNote, settings.photosOverWifi),
        ]
        return [.heading("privacy", words.morePrivacy)] + rows.map { .toggle($0, $1, note: $2, on: $3, manner) }
    }
}

extension SettingsView {
    /// These settings after a choice; nothing if it is no choice of a setting.
    func after(_ act: Act) -> SettingsView? {
        switch act {
        case .choose(.language, "english"): with(language: .some(.english))
        case .choose(.language, "chinese"): with(language: .some(.chinese))
        case .choose(.language, _): with(language: .some(nil))
        case .choose(.appearance, "light"): with(appearance: .some(.light))
        case .choose(.appearance, "dark"): with(appearance: .some(.dark))
        case .choose(.appearance, _): with(appearance: .some(nil))
        case .choose(.textSize, let percent): UInt32(percent).map { with(textPercent: $0) }
        case .turn(.appLock, let on): with(appLock: .some(on ? .atOnce : nil))
        case .choose(.lockAfter, "oneMinute"): with(appLock: .some(.oneMinute))
        case .choose(.lockAfter, "fiveMinutes"): with(appLock: .some(.fiveMinutes))
        case .choose(.lockAfter, _): with(appLock: .some(.atOnce))
        case .turn(.elder, let on): with(elderMode: on)
        case .turn(.hideAmounts, let on): with(hideAmounts: on)
        case .turn(.unmetered, let on): with(unmeteredOnly: on)
        case .turn(.photosOverWifi, let on): with(photosOverWifi: on)
        case .turn(.screenshots, let on): with(allowScreenshots: on)
        default: nil
        }
    }
}
