//! The code in a signed row, before it is known to be an organisation's.

use serde::{Deserialize, Deserializer, Serialize};
use std::str::FromStr;

use super::business::Uscc;

/// What a row's code can be: an organisation's, or not yet decided.
pub trait Code: Serialize {
    /// The 18 characters.
    fn as_str(&self) -> &str;
}

impl Code for Uscc {
    fn as_str(&self) -> &str {
        Self::as_str(self)
    }
}

/// 18 digits and capitals, as a publisher wrote them. Its row counts for the table's root, and is
/// kept only if the code is an organisation's: see [`RowCode::organisation`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct RowCode(String);

impl Code for RowCode {
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl RowCode {
    /// The organisation's code, if it is one (PROTOCOL §2.2): one of characters 17 and 18 holds,
    /// and both where the code reads as a resident number. Nothing else decides this.
    #[must_use]
    pub fn organisation(&self) -> Option<Uscc> {
        Uscc::shaped(&self.0).filter(Uscc::names_an_organisation)
    }
}

/// Why a text is no code of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not 18 digits and capital letters")]
pub struct NotACode;

impl FromStr for RowCode {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Self, NotACode> {
        let plain = |byte: u8| byte.is_ascii_digit() || byte.is_ascii_uppercase();
        let is_code = text.len() == 18 && text.bytes().all(plain);
        if is_code { Ok(Self(text.to_owned())) } else { Err(NotACode) }
    }
}

impl<'de> Deserialize<'de> for RowCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        super::json::parsed::<D, Self>(deserializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_with_a_resident_number_is_no_organisation() {
        let organisation = |text: &str| text.parse::<RowCode>().unwrap().organisation();
        assert!(organisation("91330106MA2CFLDG4R").is_some());
        for number in ["360426199101010071", "11010519491231002X"] {
            assert_eq!(organisation(number), None, "{number}");
        }
        let both_hold = organisation("913101200001184047");
        assert!(both_hold.is_some(), "a company's, also where it reads as a resident number");
        for wrong in ["91330106ma2cfldg4r", "91330106MA2CFLDG4", "91330106MA2CFLDG4R "] {
            assert!(wrong.parse::<RowCode>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_code_with_one_wrong_check_character_is_kept_and_one_with_two_is_left_out() {
        let organisation = |text: &str| text.parse::<RowCode>().unwrap().organisation();
        let kept = organisation("91350203M0001QKT19").unwrap();
        assert!(!kept.check_holds() && kept.organisation_check_holds(), "so that it is marked");
        for wrong in ["91350203M0001QKT29", "9135O203M0001QKT19"] {
            assert_eq!(organisation(wrong), None, "{wrong}");
        }
    }
}
