//! The Unified Social Credit Code of an organisation (GB 32100-2015), and the shape of a
//! resident number (GB 11643-1999), which this product knows only to refuse it.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Values 0 to 30 in order; I O S V Z are not used.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// "weights 3^(i−1) mod 31" for the first 17 characters.
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/// GB 11714: weights of the organisation code's eight characters.
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// GB 11643: weights of a resident number's 17 digits.
const RESIDENT_WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// A valid Unified Social Credit Code: 18 characters with the right check character.
///
/// ```
/// use standing_model::business::Uscc;
/// let code: Uscc = "９１３３0106-ma2cfldg4r".parse().unwrap();
/// assert_eq!(code.as_str(), "91330106MA2CFLDG4R");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Uscc(String);

/// Why a text is not a code. Positions count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UsccError {
    /// Not 18 characters.
    #[error("{got} characters where 18 are needed")]
    Length {
        /// Characters found.
        got: usize,
    },
    /// A character that codes do not use.
    #[error("character {position} cannot stand in a code")]
    Character {
        /// Where.
        position: usize,
    },
    /// The check character does not fit: one of the others, or it, is wrong.
    #[error("the last character should be {expected}")]
    Check {
        /// What the first 17 characters call for.
        expected: char,
    },
    /// Shaped like a person's resident number: look-up is for organisations only.
    #[error("this is shaped like a resident number; look-up is for organisations only")]
    ResidentNumber,
}

impl Uscc {
    /// The 18 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The code in groups of 2, 6, 9 and 1, as licences print it.
    #[must_use]
    pub fn grouped(&self) -> String {
        [0..2, 2..8, 8..17, 17..18].map(|part| self.0.get(part).unwrap_or_default()).join(" ")
    }

    /// Whether character 17 fits the organisation code (GB 11714). "A wrong one: warn only,
    /// because older codes in real data may fail it".
    #[must_use]
    pub fn organisation_check_holds(&self) -> bool {
        let body = self.0.as_bytes().get(8..16).unwrap_or_default();
        let sum: u32 = body
            .iter()
            .zip(ORGANISATION_WEIGHTS)
            .map(|(byte, weight)| char::from(*byte).to_digit(36).unwrap_or(0) * weight)
            .sum();
        let check = match 11 - sum % 11 {
            10 => 'X',
            11 => '0',
            digit => char::from_digit(digit, 10).unwrap_or('0'),
        };
        self.0.chars().nth(16) == Some(check)
    }

    /// Kind 92: one person's trade, of which only the trade name is shown.
    #[must_use]
    pub fn is_individual_business(&self) -> bool {
        self.0.starts_with("92")
    }

    /// The administrative division (GB/T 2260), six digits.
    #[must_use]
    pub fn division(&self) -> &str {
        self.0.get(2..8).unwrap_or_default()
    }

    /// The check character that 17 characters call for; none if one of them cannot stand there.
    #[must_use]
    pub fn check_character(body: &str) -> Option<char> {
        let mut sum = 0;
        for (byte, weight) in body.bytes().zip(WEIGHTS) {
            sum += value(byte)? * weight;
        }
        let check = usize::try_from((31 - sum % 31) % 31).ok()?;
        (body.len() == 17).then_some(())?;
        ALPHABET.get(check).map(|byte| char::from(*byte))
    }
}

fn value(byte: u8) -> Option<u32> {
    ALPHABET.iter().position(|known| *known == byte).and_then(|at| u32::try_from(at).ok())
}

/// Full-width forms to ASCII, letters to capitals, spaces and hyphens left out: "accept
/// full-width digits, lower case, spaces and hyphens on input".
#[must_use]
pub fn normalize_code(text: &str) -> String {
    let separator = |character: &char| {
        !character.is_whitespace()
            && !matches!(character, '-' | '‐' | '‑' | '–' | '－' | '\u{200B}')
    };
    text.chars()
        .filter(separator)
        .map(|character| match character {
            '\u{FF01}'..='\u{FF5E}' => {
                char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character)
            }
            _ => character,
        })
        .map(|character| character.to_ascii_uppercase())
        .collect()
}

impl FromStr for Uscc {
    type Err = UsccError;

    fn from_str(text: &str) -> Result<Self, UsccError> {
        let code = normalize_code(text);
        if is_resident_number(&code) {
            return Err(UsccError::ResidentNumber);
        }
        if let Some(at) = code.chars().position(|c| u8::try_from(c).ok().and_then(value).is_none())
        {
            return Err(UsccError::Character { position: at + 1 });
        }
        if code.len() != 18 {
            return Err(UsccError::Length { got: code.len() });
        }
        let body = code.get(..17).unwrap_or_default();
        match Self::check_character(body) {
            Some(expected) if code.ends_with(expected) => Ok(Self(code)),
            Some(expected) => Err(UsccError::Check { expected }),
            None => Err(UsccError::Length { got: code.len() }),
        }
    }
}

impl fmt::Display for Uscc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Uscc {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::json::parsed::<D, Canonical>(deserializer).map(|canonical| canonical.0)
    }
}

/// A code in a signed row: only its one text form.
struct Canonical(Uscc);

impl FromStr for Canonical {
    type Err = UsccError;

    fn from_str(text: &str) -> Result<Self, UsccError> {
        let code: Uscc = text.parse()?;
        match code.0.bytes().zip(text.bytes()).position(|(a, b)| a != b) {
            None if text.len() == 18 => Ok(Self(code)),
            None => Err(UsccError::Length { got: text.len() }),
            Some(at) => Err(UsccError::Character { position: at + 1 }),
        }
    }
}

/// Whether a text is shaped like a person's resident number: 17 digits, a plausible birth date
/// and the right check character, or the old form of 15 digits. Organisations' codes of 18
/// digits are not, unless they also pass as a number with a real date.
#[must_use]
pub fn is_resident_number(text: &str) -> bool {
    let code = normalize_code(text);
    let digits = |part: Option<&str>| {
        part.filter(|part| part.bytes().all(|byte| byte.is_ascii_digit())).map(str::to_owned)
    };
    match code.len() {
        18 => {
            let Some(body) = digits(code.get(..17)) else {
                return false;
            };
            let sum: u32 = body
                .chars()
                .zip(RESIDENT_WEIGHTS)
                .map(|(digit, weight)| digit.to_digit(10).unwrap_or(0) * weight)
                .sum();
            let check = "10X98765432".chars().nth(usize::try_from(sum % 11).unwrap_or(0));
            code.chars().last() == check && is_birth_date(body.get(6..14).unwrap_or_default())
        }
        15 => digits(Some(&code)).is_some_and(|code| {
            is_birth_date(&format!("19{}", code.get(6..12).unwrap_or_default()))
        }),
        _ => false,
    }
}

fn is_birth_date(digits: &str) -> bool {
    let part = |range| digits.get(range).and_then(|part: &str| part.parse::<u32>().ok());
    let (Some(year), Some(month), Some(day)) = (part(0..4), part(4..6), part(6..8)) else {
        return false;
    };
    (1850..2100).contains(&year)
        && i32::try_from(year)
            .is_ok_and(|year| chrono::NaiveDate::from_ymd_opt(year, month, day).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standards_examples_are_valid() {
        for code in
            ["91350100M000100Y43", "91420000737944946L", "91330106MA2CFLDG4R", "91110000600037341L"]
        {
            let parsed = code.parse::<Uscc>().unwrap();
            assert!(parsed.organisation_check_holds(), "{code}");
        }
    }

    #[test]
    fn a_wrong_code_says_which_character_is_wrong() {
        let wrong = |text: &str| text.parse::<Uscc>().unwrap_err();
        assert_eq!(wrong("911100001011223344"), UsccError::Check { expected: '1' });
        assert_eq!(wrong("9135O100M000100Y43"), UsccError::Character { position: 5 });
        assert_eq!(wrong("91350100M000100Y4"), UsccError::Length { got: 17 });
        assert_eq!(wrong(""), UsccError::Length { got: 0 });
    }

    #[test]
    fn a_resident_number_is_refused_as_such() {
        for number in ["360426199101010071", "120103198806018241", "11010519491231002x"] {
            assert!(is_resident_number(number), "{number}");
            assert_eq!(number.parse::<Uscc>(), Err(UsccError::ResidentNumber));
        }
        assert!(is_resident_number("110105 491231 002"), "the old form");
        assert!(!is_resident_number("91350100M000100Y43"));
        assert!(!is_resident_number("360426199113010071"), "no month 13");
    }

    #[test]
    fn a_signed_row_holds_the_one_text_form() {
        let read = |text: &str| serde_json::from_str::<Uscc>(&format!("\"{text}\""));
        assert!(read("91350100M000100Y43").is_ok());
        assert!(read("91350100m000100y43").is_err());
        assert!(read("91350100M000100Y43 ").is_err());
    }
}
