//! Text that a person reads: in two languages, without anything invisible, and unable to change
//! the direction of the text around it.

use icu_properties::props::{BidiClass, DefaultIgnorableCodePoint, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// Combining marks on one letter at most; more of them paint over the lines around.
const MOST_MARKS: usize = 3;

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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    ///
    /// ```
    /// use standing_model::text::LocalText;
    /// let name = |en: &str| LocalText { en: en.into(), zh: "杨桥村民委员会".into() };
    /// assert!(name("Yangqiao").reads_as(&name("Y\u{0430}ngqiao")), "a Cyrillic letter");
    /// ```
    #[must_use]
    pub fn reads_as(&self, other: &Self) -> bool {
        looks_like(&self.en, &other.en) || looks_like(&self.zh, &other.zh)
    }

    /// Whether it says something in both languages.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        [&self.en, &self.zh].into_iter().all(|text| !plain(text).trim().is_empty())
    }
}

/// Whether two names look the same (UTS 39): without case, white space, punctuation and what
/// cannot be seen, and with letters of other scripts taken for those that they look like.
fn looks_like(one: &str, other: &str) -> bool {
    // Once before and once after letters are compared by shape: a capital I looks like an l, and
    // its small letter does not.
    let early = |text: &str| skeleton(&folded(text));
    let late = |text: &str| folded(&skeleton(&normalized(text)));
    !early(one).is_empty() && (early(one) == early(other) || late(one) == late(other))
}

fn folded(text: &str) -> String {
    normalized(text).to_uppercase().to_lowercase()
}

fn skeleton(text: &str) -> String {
    unicode_security::skeleton(text)
        .filter(|character| character.is_alphanumeric() || is_mark(*character))
        .collect()
}

/// The form in which texts are checked, searched and compared: compatibility forms as what they
/// stand for (NFKC), digits of every script as ASCII, without anything invisible; what breaks a
/// line is a space.
#[must_use]
pub fn normalized(text: &str) -> String {
    let visible = |character: &char| !is_invisible(*character);
    let spaced = |character| if is_break(character) { ' ' } else { character };
    text.chars().map(spaced).filter(visible).nfkc().filter(visible).map(ascii_digit).collect()
}

/// A decimal digit of any script as the ASCII one; anything else as it is.
fn ascii_digit(character: char) -> char {
    let category = CodePointMapData::<GeneralCategory>::new();
    let is_digit = |code: u32| category.get32(code) == GeneralCategory::DecimalNumber;
    let code = u32::from(character);
    if character.is_ascii() || !is_digit(code) {
        return character;
    }
    // Digits of one script stand in a row from 0 to 9, with something else before the 0.
    let value = (1..10).take_while(|back| is_digit(code.saturating_sub(*back))).count();
    u32::try_from(value).ok().and_then(|value| char::from_digit(value, 10)).unwrap_or(character)
}

/// Text from outside, without control, direction and other invisible characters, and with at most
/// three marks on a letter (PROTOCOL §1.12).
///
/// Line breaks and tabs become one space, so that a text keeps its words apart.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut marks = 0_usize;
    for character in text.chars() {
        if is_break(character) {
            if !shown.ends_with(' ') {
                shown.push(' ');
            }
        } else if !is_invisible(character) {
            marks = if is_mark(character) { marks.saturating_add(1) } else { 0 };
            if marks <= MOST_MARKS {
                shown.push(character);
            }
        }
    }
    shown
}

/// As [`plain`], for a value inside a sentence: one that holds letters written from right to left
/// is isolated, so that it does not move the words around it.
#[must_use]
pub fn isolated(text: &str) -> String {
    let classes = CodePointMapData::<BidiClass>::new();
    let text = plain(text);
    let turns = |c| matches!(classes.get(c), BidiClass::RightToLeft | BidiClass::ArabicLetter);
    if text.chars().any(turns) { format!("\u{2068}{text}\u{2069}") } else { text }
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

const fn is_break(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\t' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

fn is_mark(character: char) -> bool {
    use GeneralCategory::{EnclosingMark, NonspacingMark};
    let category = CodePointMapData::<GeneralCategory>::new().get(character);
    matches!(category, NonspacingMark | EnclosingMark)
}

/// Whether nothing of a character can be seen: by Unicode's data, and the blank Braille pattern.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    if matches!(character, ' '..='~' | '\u{4E00}'..='\u{9FFF}') {
        return false;
    }
    let category = CodePointMapData::<GeneralCategory>::new().get(character);
    matches!(category, GeneralCategory::Control | GeneralCategory::Format)
        || CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
        || character == '\u{2800}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_not_kept() {
        assert_eq!(plain("a\u{202E}b\u{200B}c\u{0007}d\r\ne"), "abcd e");
        for hidden in ['\u{034F}', '\u{2800}', '\u{1D173}', '\u{13430}', '\u{1BCA0}', '\u{E0041}'] {
            assert_eq!(plain(&format!("a{hidden}b")), "ab", "{hidden:?}");
        }
        assert_eq!(plain_at_most("杭州西湖", 2), "杭州…");
        assert_eq!(plain_at_most("杭州", 2), "杭州");
    }

    #[test]
    fn a_letter_keeps_three_marks() {
        let marks = "\u{0301}".repeat(40);
        assert_eq!(plain(&format!("e{marks}x")).chars().count(), 5);
        assert_eq!(plain("e\u{0301}o\u{0302}\u{0301}"), "e\u{0301}o\u{0302}\u{0301}");
    }

    #[test]
    fn text_from_right_to_left_is_isolated_in_a_sentence() {
        assert_eq!(isolated("שלום"), "\u{2068}שלום\u{2069}");
        assert_eq!(isolated("\u{202E}杭州 Tea"), "杭州 Tea");
    }

    #[test]
    fn texts_are_compared_in_one_form() {
        for (written, form) in [
            ("桐庐云⽵坞茶叶", "桐庐云竹坞茶叶"),
            ("中国⼯商银⾏", "中国工商银行"),
            ("五⾦", "五金"),
            ("ＡＢＣ１２３", "ABC123"),
            ("١٢٣ ४५६ 𝟕𝟖𝟗", "123 456 789"),
            ("a\u{200B}b\nc", "ab c"),
        ] {
            assert_eq!(normalized(written), form);
            assert_eq!(normalized(&normalized(written)), form, "the form is its own form");
        }
    }

    #[test]
    fn a_name_that_looks_the_same_is_the_same() {
        let name = |en: &str, zh: &str| LocalText { en: en.into(), zh: zh.into() };
        let held = name("Yangqiao village committee", "杨桥村民委员会");
        for (en, zh) in [
            ("Yangqiao\u{034F} village committee", "甲"),
            ("Yangqiao  village committee", "甲"),
            ("YANGQIAO VILLAGE COMMITTEE.", "甲"),
            ("Yangqiao village committe\u{0435}", "甲"),
            ("Ｙａｎｇｑｉａｏ village committee", "甲"),
            ("Yangqiao viIlage committee", "甲"),
            ("x", "杨桥 村民委员会"),
            ("x", "杨桥村⺠委员会"),
        ] {
            assert!(name(en, zh).reads_as(&held), "{en} {zh}");
        }
        assert!(!name("Yangqiao town committee", "杨桥镇").reads_as(&held));
        assert!(!name("", "").reads_as(&name("", "")), "nothing looks like nothing");
    }

    #[test]
    fn a_locale_names_one_of_two_languages() {
        assert_eq!(Language::of_locale("zh_CN.UTF-8"), Language::Chinese);
        assert_eq!(Language::of_locale("C"), Language::English);
        assert_eq!(Language::of_locale("zha"), Language::English);
    }
}
