//! The Unified Social Credit Code of an organisation (GB 32100-2015).

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

use super::resident::holds_resident_number;
use super::row_code::RowCode;
use super::text::normalized;

/// Values 0 to 30 in order; I O S V Z are not used.
const ALPHABET: &[u8; 31] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";

/// 3^(i−1) mod 31 for the first 17 characters (DOMAIN §2.1.1).
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/// GB 11714: weights of the organisation code's eight characters.
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];

/// A Unified Social Credit Code: 18 characters that such codes use.
///
/// Codes that were issued with a wrong check character are in use: one of characters 17 and 18 may
/// fail, and the person is warned. Whose code it is, the register says.
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
    /// Neither check character fits: one of the others is wrong.
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

    /// The 18 characters in their one form, without a look at the check characters.
    #[must_use]
    pub fn shaped(text: &str) -> Option<Self> {
        let shaped = text.len() == 18 && text.bytes().all(|byte| value(byte).is_some());
        shaped.then(|| Self(text.to_owned()))
    }

    /// Whether character 18 fits the others.
    #[must_use]
    pub fn check_holds(&self) -> bool {
        let check = Self::check_character(self.0.get(..17).unwrap_or_default());
        check.is_some_and(|check| self.0.ends_with(check))
    }

    /// Whether the code of a signed row names an organisation: one of its check characters fits,
    /// and both where it reads as a resident number (PROTOCOL §2.2).
    #[must_use]
    pub fn names_an_organisation(&self) -> bool {
        let (last, organisation) = (self.check_holds(), self.organisation_check_holds());
        (last && organisation) || ((last || organisation) && !holds_resident_number(&self.0))
    }

    /// Whether character 17 fits the organisation code (GB 11714). A wrong one is a warning only:
    /// older codes that are in use fail it.
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

/// The codes whose check character fits and that differ in one sign from what was typed: what a
/// damaged licence or a slip of the hand may have been. None for what is shaped like a resident
/// number, nor for a text of another length.
///
/// ```
/// use standing_model::business::one_sign_off;
/// let meant = one_sign_off("91330106MA2CFLDG4B");
/// assert!(meant.iter().any(|code| code.as_str() == "91330106MA2CFLDG4R"));
/// ```
#[must_use]
pub fn one_sign_off(text: &str) -> Vec<Uscc> {
    let typed: Vec<char> = normalize_code(text).chars().collect();
    if typed.len() != 18 || holds_resident_number(text) {
        return Vec::new();
    }
    let with = |at: usize, sign: u8| {
        let signs = typed.iter().enumerate();
        let code: String =
            signs.map(|(n, typed)| if n == at { char::from(sign) } else { *typed }).collect();
        Uscc::shaped(&code).filter(|code| code.check_holds() && code.names_an_organisation())
    };
    let each = (0..typed.len()).flat_map(|at| ALPHABET.iter().map(move |sign| (at, *sign)));
    let meant = each.filter_map(|(at, sign)| with(at, sign));
    meant.filter(|code| !code.as_str().chars().eq(typed.iter().copied())).collect()
}

fn value(byte: u8) -> Option<u32> {
    ALPHABET.iter().position(|known| *known == byte).and_then(|at| u32::try_from(at).ok())
}

/// What was typed as a code: in the form in which texts are compared, in capitals, without white
/// space and hyphens.
#[must_use]
pub fn normalize_code(text: &str) -> String {
    let separates = |c: char| {
        c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2E3A}')
    };
    normalized(text).chars().filter(|c| !separates(*c)).map(|c| c.to_ascii_uppercase()).collect()
}

impl FromStr for Uscc {
    type Err = UsccError;

    /// Reads what a person types: width, case, spaces and hyphens do not matter.
    fn from_str(text: &str) -> Result<Self, UsccError> {
        let code = normalize_code(text);
        let shaped = Self::shaped(&code);
        if shaped.as_ref().is_some_and(|code| code.check_holds() && code.organisation_check_holds())
        {
            return shaped.ok_or(UsccError::Length { got: 18 });
        }
        if holds_resident_number(text) {
            return Err(UsccError::ResidentNumber);
        }
        if let Some(at) = code.chars().position(|c| u8::try_from(c).ok().and_then(value).is_none())
        {
            return Err(UsccError::Character { position: at + 1 });
        }
        let wrong = UsccError::Length { got: code.len() };
        let shaped = shaped.ok_or(wrong)?;
        if shaped.check_holds() || shaped.organisation_check_holds() {
            return Ok(shaped);
        }
        let expected = Self::check_character(code.get(..17).unwrap_or_default());
        Err(expected.map_or(wrong, |expected| UsccError::Check { expected }))
    }
}

impl fmt::Display for Uscc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Uscc {
    /// Only its one text form, and only an organisation's. A signed row is read with a
    /// [`RowCode`], so that one odd code makes no register unreadable.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = RowCode::deserialize(deserializer)?.organisation();
        code.ok_or_else(|| serde::de::Error::custom("a code of no organisation"))
    }
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
    fn of_each_sign_that_may_be_wrong_the_right_code_is_among_the_few_that_are_meant() {
        let right = "91330106MA2CFLDG4R";
        for at in 0..18 {
            let wrong = if &right[at..=at] == "7" { "8" } else { "7" };
            let typed = format!("{}{wrong}{}", &right[..at], &right[at + 1..]);
            let meant = one_sign_off(&typed);
            assert!(meant.iter().any(|code| code.as_str() == right), "{typed}");
            assert!(meant.len() <= 18, "{typed}: {}", meant.len());
        }
        // A sign that codes do not use, as an O for a 0.
        assert_eq!(one_sign_off("9133O106MA2CFLDG4R").len(), 1);
        assert_eq!(one_sign_off("91330106MA2CFLDG4").len(), 0);
        assert_eq!(one_sign_off("360426199101010071").len(), 0);
    }

    #[test]
    fn a_resident_number_is_refused_as_such() {
        for number in
            ["360426199101010071", "120103198806018241", "11010519491231002x", "110105 491231 002"]
        {
            assert_eq!(number.parse::<Uscc>(), Err(UsccError::ResidentNumber), "{number}");
        }
        let row = Uscc::shaped("360426199101010071").unwrap();
        assert!(!row.names_an_organisation(), "nor is it a company in a signed row");
    }

    #[test]
    fn a_code_whose_two_checks_hold_is_a_company_also_where_it_reads_as_a_person() {
        let code: Uscc = "913101200001184047".parse().unwrap();
        assert!(code.check_holds() && code.organisation_check_holds());
        assert!(code.names_an_organisation());
    }

    #[test]
    fn a_code_that_was_issued_with_a_wrong_last_character_is_read() {
        for text in ["91350203M0001QKT19", "91350203M0001FUE2P"] {
            let code: Uscc = text.parse().unwrap();
            assert_eq!(code.as_str(), text);
            assert!(!code.check_holds() && code.organisation_check_holds(), "{text}");
            assert!(code.names_an_organisation(), "{text}");
        }
    }

    #[test]
    fn a_document_holds_the_one_text_form_of_an_organisations_code() {
        let read = |text: &str| serde_json::from_str::<Uscc>(&format!("\"{text}\""));
        assert!(read("91350100M000100Y43").is_ok());
        assert!(read("91350100m000100y43").is_err());
        assert!(read("91350100M000100Y43 ").is_err());
        assert!(read("360426199101010071").is_err());
    }
}
