//! What a person chose.

use crate::words::Language;

/// The settings, as they are and as they are to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsView {
    /// The language; none is the phone's.
    pub language: Option<Language>,
    /// Larger type and controls, one thing per row.
    pub elder_mode: bool,
    /// Light or dark; none is the phone's.
    pub appearance: Option<Appearance>,
    /// Text size in percent of the phone's own, 100 to 200.
    pub text_percent: u32,
    /// Scores, points and tiers stay hidden until they are asked for.
    pub hide_amounts: bool,
    /// Nothing is fetched or sent over a network that charges by volume.
    pub unmetered_only: bool,
    /// Records with photos wait for Wi-Fi.
    pub photos_over_wifi: bool,
    /// The system may take pictures of the screen: "they may be needed as evidence".
    pub allow_screenshots: bool,
    /// When the phone's owner is asked for before anything is shown; nobody is asked without it.
    pub app_lock: Option<LockAfter>,
}

/// The colours of the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appearance {
    /// Dark letters on light paper.
    Light,
    /// Light letters on dark paper.
    Dark,
}

/// How long the app may have been away without the phone's owner being asked for. A start always asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LockAfter {
    /// It asks each time.
    AtOnce,
    /// One minute.
    OneMinute,
    /// Five minutes.
    FiveMinutes,
}
