//! Text that a person reads: in two languages, and never able to lie about its direction.

use serde::{Deserialize, Serialize};

/// A language of the product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Language {
    /// English.
    #[default]
    #[serde(rename = "en")]
    English,
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans")]
    Chinese,
}

impl Language {
    /// The language of a locale such as `zh_CN.UTF-8`, `zh-Hans` or `en-GB`; English if unknown.
    #[must_use]
    pub fn of_locale(locale: &str) -> Self {
        let locale = locale.to_ascii_lowercase();
        if locale == "zh" || locale.starts_with("zh-") || locale.starts_with("zh_") {
            Self::Chinese
        } else {
            Self::English
        }
    }

    /// The BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-Hans",
        }
    }
}

/// The same meaning in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalText {
    /// English.
    pub en: String,
    /// Simplified Chinese.
    #[serde(rename = "zh-Hans")]
    pub zh: String,
}

impl LocalText {
    /// The text in `language`, safe to show.
    #[must_use]
    pub fn get(&self, language: Language) -> String {
        plain(match language {
            Language::English => &self.en,
            Language::Chinese => &self.zh,
        })
    }
}

impl LocalText {
    /// Whether a person could take one for the other, in either language.
    #[must_use]
    pub fn reads_as(&self, other: &Self) -> bool {
        let shown = |text: &str| plain(text).trim().to_lowercase();
        shown(&self.en) == shown(&other.en) || shown(&self.zh) == shown(&other.zh)
    }
}

/// "Text from outside is plain: control, bidi and zero-width characters stripped".
///
/// Line breaks and tabs become one space, so that a text keeps its words apart.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => {
                if !shown.ends_with(' ') {
                    shown.push(' ');
                }
            }
            _ if is_invisible(character) => {}
            _ => shown.push(character),
        }
    }
    shown
}

/// As [`plain`], and at most `most` characters, the cut shown by an ellipsis.
#[must_use]
pub fn plain_at_most(text: &str, most: usize) -> String {
    let text = plain(text);
    match text.char_indices().nth(most) {
        Some((cut, _)) => format!("{}…", text.get(..cut).unwrap_or_default()),
        None => text,
    }
}

/// Whether a character has no width of its own.
pub fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{00AD}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_not_kept() {
        assert_eq!(plain("a\u{202E}b\u{200B}c\u{0007}d\r\ne"), "abcd e");
        assert_eq!(plain_at_most("杭州西湖", 2), "杭州…");
        assert_eq!(plain_at_most("杭州", 2), "杭州");
    }

    #[test]
    fn a_locale_names_one_of_two_languages() {
        assert_eq!(Language::of_locale("zh_CN.UTF-8"), Language::Chinese);
        assert_eq!(Language::of_locale("C"), Language::English);
        assert_eq!(Language::of_locale("zha"), Language::English);
    }
}
