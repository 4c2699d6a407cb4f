import Core

extension SettingsView {
    /// These settings with some of them otherwise. A language of the phone's own, and no app lock, are `.some(nil)`.
    func with(
        language: Language?? = nil, elderMode: Bool? = nil, appearance: Appearance?? = nil,
        textPercent: UInt32? = nil, hideAmounts: Bool? = nil,
        unmeteredOnly: Bool? = nil, photosOverWifi: Bool? = nil, allowScreenshots: Bool? = nil,
        appLock: LockAfter?? = nil
    ) -> SettingsView {
        SettingsView(
            language: language ?? self.language, elderMode: elderMode ?? self.elderMode,
            appearance: appearance ?? self.appearance, textPercent: textPercent ?? self.textPercent,
            hideAmounts: hideAmounts ?? self.hideAmounts,
            unmeteredOnly: unmeteredOnly ?? self.unmeteredOnly, photosOverWifi: photosOverWifi ?? self.photosOverWifi,
            allowScreenshots: allowScreenshots ?? self.allowScreenshots,
            appLock: appLock ?? self.appLock)
    }
}
