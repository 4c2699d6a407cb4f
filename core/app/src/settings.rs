//! What a person chose, and how it is kept.

use super::App;
use super::view::settings::{Appearance, LockAfter, SettingsView};
use super::words::Language;
use crate::error::{AppError, ErrorKind};
use standing_store::{StoreError, Tx};

const LANGUAGE: &str = "language";
const ELDER_MODE: &str = "elder-mode";
const APPEARANCE: &str = "appearance";
const TEXT_PERCENT: &str = "text-percent";
const HIDE_AMOUNTS: &str = "hide-amounts";
const UNMETERED_ONLY: &str = "unmetered-only";
const PHOTOS_OVER_WIFI: &str = "photos-over-wifi";
const ALLOW_SCREENSHOTS: &str = "allow-screenshots";
const APP_LOCK: &str = "app-lock";

/// "Usable at 200 % text"; below 100 % the phone's own setting is the right place.
const PERCENT: std::ops::RangeInclusive<u32> = 100..=200;

const LIGHT: &str = "light";
const DARK: &str = "dark";

/// What is kept of a setting that is on; one that is off is not kept.
const ON: &str = "on";

impl App {
    /// The settings.
    ///
    /// # Errors
    /// [`ErrorKind::Storage`]; [`ErrorKind::NotFound`] once everything here was erased.
    pub fn settings(&self) -> Result<SettingsView, AppError> {
        self.read(read)
    }

    /// Keeps settings, all of them or none; the language changes at once.
    ///
    /// # Errors
    /// [`ErrorKind::Invalid`] for a text size outside 100 to 200 percent; [`ErrorKind::Storage`];
    /// [`ErrorKind::NotFound`] once everything here was erased.
    pub fn set_settings(&self, settings: &SettingsView) -> Result<(), AppError> {
        if !PERCENT.contains(&settings.text_percent) {
            let args = [
                ("found", settings.text_percent.into()),
                ("least", (*PERCENT.start()).into()),
                ("most", (*PERCENT.end()).into()),
            ];
            return Err(self.words().error(ErrorKind::Invalid, "text-size", &args));
        }
        self.write(|tx| write(tx, settings))?;
        self.set_language(settings.language.unwrap_or(self.phone_language));
        Ok(())
    }
}

/// What the person chose about networks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Networks {
    /// "Sync only without volume charges."
    pub unmetered_only: bool,
    /// "Send photos only over Wi-Fi."
    pub photos_over_wifi: bool,
}

/// What was chosen about networks.
pub(super) fn networks(tx: &Tx<'_>) -> Result<Networks, StoreError> {
    let is_on = |name| Ok::<_, StoreError>(tx.setting(name)?.as_deref() == Some(ON));
    Ok(Networks {
        unmetered_only: is_on(UNMETERED_ONLY)?,
        photos_over_wifi: is_on(PHOTOS_OVER_WIFI)?,
    })
}

/// What is kept; the default for what was never set or cannot be read.
pub(super) fn read(tx: &Tx<'_>) -> Result<SettingsView, StoreError> {
    let is_on = |name| Ok::<_, StoreError>(tx.setting(name)?.as_deref() == Some(ON));
    let percent = tx.setting(TEXT_PERCENT)?.and_then(|text| text.parse().ok());
    Ok(SettingsView {
        language: tx.setting(LANGUAGE)?.map(|tag| Language::of_locale(&tag)),
        elder_mode: is_on(ELDER_MODE)?,
        appearance: tx.setting(APPEARANCE)?.and_then(|kept| appearance_of(&kept)),
        text_percent: percent.filter(|percent| PERCENT.contains(percent)).unwrap_or(100),
        hide_amounts: is_on(HIDE_AMOUNTS)?,
        unmetered_only: is_on(UNMETERED_ONLY)?,
        photos_over_wifi: is_on(PHOTOS_OVER_WIFI)?,
        allow_screenshots: is_on(ALLOW_SCREENSHOTS)?,
        app_lock: tx.setting(APP_LOCK)?.map(|kept| lock_of(&kept)),
    })
}

/// What cannot be read is the phone's.
fn appearance_of(kept: &str) -> Option<Appearance> {
    match kept {
        LIGHT => Some(Appearance::Light),
        DARK => Some(Appearance::Dark),
        _ => None,
    }
}

const fn kept_appearance(appearance: Appearance) -> &'static str {
    match appearance {
        Appearance::Light => LIGHT,
        Appearance::Dark => DARK,
    }
}

/// What cannot be read locks at once: damage must not open the app.
fn lock_of(kept: &str) -> LockAfter {
    match kept {
        "1" => LockAfter::OneMinute,
        "5" => LockAfter::FiveMinutes,
        _ => LockAfter::AtOnce,
    }
}

/// The minutes, as they are kept.
const fn kept_lock(lock: LockAfter) -> &'static str {
    match lock {
        LockAfter::AtOnce => "0",
        LockAfter::OneMinute => "1",
        LockAfter::FiveMinutes => "5",
    }
}

fn write(tx: &Tx<'_>, settings: &SettingsView) -> Result<(), StoreError> {
    tx.set_setting(LANGUAGE, settings.language.map(Language::tag))?;
    tx.set_setting(APPEARANCE, settings.appearance.map(kept_appearance))?;
    tx.set_setting(TEXT_PERCENT, Some(&settings.text_percent.to_string()))?;
    tx.set_setting(APP_LOCK, settings.app_lock.map(kept_lock))?;
    for (name, is_on) in [
        (ELDER_MODE, settings.elder_mode),
        (HIDE_AMOUNTS, settings.hide_amounts),
        (UNMETERED_ONLY, settings.unmetered_only),
        (PHOTOS_OVER_WIFI, settings.photos_over_wifi),
        (ALLOW_SCREENSHOTS, settings.allow_screenshots),
    ] {
        tx.set_setting(name, is_on.then_some(ON))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{CITY, Phone};

    fn chosen() -> SettingsView {
        SettingsView {
            language: Some(Language::Chinese),
            elder_mode: true,
            appearance: Some(Appearance::Dark),
            text_percent: 150,
            hide_amounts: true,
            unmetered_only: true,
            photos_over_wifi: true,
            allow_screenshots: true,
            app_lock: Some(LockAfter::OneMinute),
        }
    }

    #[test]
    fn nothing_is_chosen_for_the_person() {
        let settings = Phone::joined(CITY, Language::English).app.settings().unwrap();
        assert_eq!((settings.language, settings.text_percent), (None, 100));
        assert!(!settings.elder_mode && !settings.hide_amounts && !settings.allow_screenshots);
        assert!(!settings.unmetered_only && !settings.photos_over_wifi);
        assert_eq!((settings.app_lock, settings.appearance), (None, None));
    }

    #[test]
    fn each_appearance_is_kept_and_the_phones_own_comes_back() {
        let phone = Phone::joined(CITY, Language::English);
        for appearance in [Some(Appearance::Light), Some(Appearance::Dark), None] {
            phone.app.set_settings(&SettingsView { appearance, ..chosen() }).unwrap();
            assert_eq!(phone.app.settings().unwrap().appearance, appearance);
        }
        phone.write(|tx| tx.set_setting(APPEARANCE, Some("sepia")));
        assert_eq!(phone.app.settings().unwrap().appearance, None);
    }

    #[test]
    fn each_time_of_the_app_lock_is_kept_and_off_again() {
        let phone = Phone::joined(CITY, Language::English);
        let times = [LockAfter::AtOnce, LockAfter::OneMinute, LockAfter::FiveMinutes].map(Some);
        for app_lock in times.into_iter().chain([None]) {
            phone.app.set_settings(&SettingsView { app_lock, ..chosen() }).unwrap();
            assert_eq!(phone.app.settings().unwrap().app_lock, app_lock);
        }
    }

    #[test]
    fn an_app_lock_that_cannot_be_read_asks_each_time() {
        let phone = Phone::joined(CITY, Language::English);
        for kept in ["", "off", "1e9"] {
            phone.write(|tx| tx.set_setting(APP_LOCK, Some(kept)));
            assert_eq!(phone.app.settings().unwrap().app_lock, Some(LockAfter::AtOnce));
        }
    }

    #[test]
    fn what_was_chosen_is_kept_and_can_be_taken_back() {
        let phone = Phone::joined(CITY, Language::English);
        phone.app.set_settings(&chosen()).unwrap();
        assert_eq!(phone.app.settings().unwrap(), chosen());
        let back =
            SettingsView { language: None, elder_mode: false, text_percent: 100, ..chosen() };
        phone.app.set_settings(&back).unwrap();
        assert_eq!(phone.app.settings().unwrap(), back);
    }

    #[test]
    fn a_language_speaks_at_once_and_the_phones_own_comes_back() {
        let phone = Phone::joined(CITY, Language::English);
        let of = |language| SettingsView { language, ..chosen() };
        for (language, expected) in [
            (Some(Language::Chinese), Language::Chinese),
            (None, Language::English),
            (Some(Language::English), Language::English),
        ] {
            phone.app.set_settings(&of(language)).unwrap();
            assert_eq!(phone.app.words().0, expected);
        }
    }

    #[test]
    fn a_text_size_that_nobody_could_use_is_refused_and_nothing_changes() {
        let phone = Phone::joined(CITY, Language::English);
        for text_percent in [0, 99, 201, u32::MAX] {
            let wrong = SettingsView { text_percent, ..chosen() };
            let error = phone.app.set_settings(&wrong).unwrap_err();
            assert_eq!(
                (error.kind, error.problem.code.as_str()),
                (ErrorKind::Invalid, "text-size")
            );
            assert!(error.problem.todo.contains("200"), "{error:?}");
        }
        assert_eq!(phone.app.settings().unwrap().text_percent, 100);
        assert_eq!(phone.app.words().0, Language::English);
    }

    #[test]
    fn a_kept_value_that_cannot_be_read_is_the_default() {
        let phone = Phone::joined(CITY, Language::English);
        phone.write(|tx| tx.set_setting(TEXT_PERCENT, Some("1e9")));
        phone.write(|tx| tx.set_setting(ELDER_MODE, Some("maybe")));
        let settings = phone.app.settings().unwrap();
        assert_eq!((settings.text_percent, settings.elder_mode), (100, false));
    }
}
