//! The form in which names are searched: what a person cannot see, or would not type, is left out.

use std::sync::LazyLock;

use standing_model::text::normalized;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters in one line, and below each the one that it is searched as: traditional characters
/// as simplified ones (OpenCC's `TSCharacters`, Apache-2.0), radicals that stand for a character,
/// as PDF files have them, as that character (Unicode's `EquivalentUnifiedIdeograph`).
const SIMPLIFIED: &str = include_str!("simplified.txt");

/// The two lines side by side, rising.
static PAIRS: LazyLock<Vec<(char, char)>> = LazyLock::new(|| {
    let mut lines = SIMPLIFIED.lines();
    let (from, to) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    from.chars().zip(to.chars()).collect()
});

/// A part of a name that is found as a whole, or, a word, by its beginning.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// ASCII letters and digits.
    Word(String),
    /// Any other letter or digit.
    Character(char),
}

impl Unit {
    /// As it is in the folded text.
    pub fn text(&self) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Character(character) => character.to_string(),
        }
    }
}

/// A name or a query as it is compared: in the form of [`normalized`], simplified, in lower case,
/// letters without accents, nothing but letters and digits; a space stays where it keeps two
/// words apart.
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut is_apart = false;
    for character in normalized(text).chars() {
        if is_apostrophe(character) || is_combining_mark(character) {
            continue;
        }
        let plain = plain(character);
        // Radicals are no letters themselves.
        if !plain.starts_with(char::is_alphanumeric) {
            is_apart = true;
            continue;
        }
        let is_word = |character: Option<char>| character.is_some_and(|it| it.is_ascii());
        if is_apart && is_word(plain.chars().next()) && is_word(folded.chars().last()) {
            folded.push(' ');
        }
        is_apart = false;
        folded.push_str(&plain);
    }
    folded
}

/// The units of a folded text, in order.
pub fn units(folded: &str) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut word = String::new();
    for character in folded.chars() {
        if character.is_ascii_alphanumeric() {
            word.push(character);
            continue;
        }
        if !word.is_empty() {
            units.push(Unit::Word(std::mem::take(&mut word)));
        }
        if character != ' ' {
            units.push(Unit::Character(character));
        }
    }
    if !word.is_empty() {
        units.push(Unit::Word(word));
    }
    units
}

/// "Xi'an" is typed "xian", and "L'Oréal" "loreal".
const fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '`' | '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{2b9}')
}

/// A letter or digit as it is typed: one character, or the two of a ligature.
fn plain(character: char) -> String {
    if character.is_ascii() {
        return character.to_ascii_lowercase().into();
    }
    if let Ok(at) = PAIRS.binary_search_by_key(&character, |(from, _)| *from) {
        return PAIRS.get(at).map_or(character, |(_, to)| *to).into();
    }
    let lower = character.to_lowercase().filter(|it| it.is_alphanumeric()).collect::<String>();
    match lower.as_str() {
        "ß" => "ss".into(),
        "æ" => "ae".into(),
        "œ" => "oe".into(),
        "ø" => "o".into(),
        "ł" => "l".into(),
        "đ" | "ð" => "d".into(),
        "ı" => "i".into(),
        "þ" => "th".into(),
        // A Latin letter without its accents; what is not Latin stays as it is.
        _ => match lower.nfd().next() {
            Some(base) if base.is_ascii_alphanumeric() => base.into(),
            _ => lower,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_folded_to_what_a_person_would_type() {
        for (text, want) in [
            ("ＡＢＣ", "abc"),
            ("（杭州）", "杭州"),
            ("龍井茶業", "龙井茶业"),
            ("⻓江⾞⻔", "长江车门"),
            ("西\u{200b}湖", "西湖"),
            ("Xi'an", "xian"),
            ("Xi\u{2019}an", "xian"),
            ("L'Oréal", "loreal"),
            ("Nestle\u{301}", "nestle"),
            ("Nestlé", "nestle"),
            ("Ørsted Groß-Łódź", "orsted gross lodz"),
            ("tea-house", "tea house"),
            ("杭州ABC科技", "杭州abc科技"),
            ("ABC 科技", "abc科技"),
            ("7天", "7天"),
            ("がん", "がん"),
            ("Київ", "київ"),
            ("𠮷野家", "𠮷野家"),
            ("  \u{3000}", ""),
        ] {
            assert_eq!(folded(text), want, "{text}");
        }
    }

    #[test]
    fn words_and_characters_are_units() {
        let text = |units: Vec<Unit>| units.iter().map(Unit::text).collect::<Vec<_>>().join("|");
        assert_eq!(text(units("杭州abc科技")), "杭|州|abc|科|技");
        assert_eq!(text(units("tea house茶")), "tea|house|茶");
        assert_eq!(text(units("")), "");
    }

    #[test]
    fn the_table_is_sorted_and_ends_where_it_leads() {
        let from: Vec<char> = PAIRS.iter().map(|(from, _)| *from).collect();
        assert!(from.is_sorted() && from.len() > 3_000, "{}", from.len());
        let [one, two] = [0, 1].map(|line| SIMPLIFIED.lines().nth(line).unwrap().chars().count());
        assert_eq!(one, two);
        for (_, to) in PAIRS.iter() {
            assert!(from.binary_search(to).is_err(), "{to} is folded once more");
        }
    }
}
