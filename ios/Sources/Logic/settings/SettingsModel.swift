import Core
import Observation

/// Reading, privacy and syncing. A switch holds at once.
@MainActor @Observable public final class SettingsModel: Screen {
    private let app: AppModel
    private let once = Once()
    private var problem: Problem?

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
        return Outline(words.moreReading, body: wrong + reading(settings) + privacy(settings))
    }

    public func act(_ act: Act) async -> Step? {
        guard let settings = app.settings, let changed = settings.after(act) else { return nil }
        return await once("keep") {
            problem = await app.keep(changed)
            return nil
        }
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
        return [
            .choice(language), .choice(size),
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
        case .choose(.textSize, let percent): UInt32(percent).map { with(textPercent: $0) }
        case .turn(.elder, let on): with(elderMode: on)
        case .turn(.hideAmounts, let on): with(hideAmounts: on)
        case .turn(.unmetered, let on): with(unmeteredOnly: on)
        case .turn(.photosOverWifi, let on): with(photosOverWifi: on)
        case .turn(.screenshots, let on): with(allowScreenshots: on)
        default: nil
        }
    }
}
