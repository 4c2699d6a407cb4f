//! The one-time code of an enrolment: what is printed, and what a person types.

use std::fmt;
use std::str::FromStr;

use zeroize::Zeroizing;

use super::link::{crockford, crockford_value};
use super::resident::holds_resident_number;

/// Characters that carry the secret: 80 bits.
const SECRET: usize = 16;

/// Random bytes in a code.
pub const RANDOM_BYTES: usize = 10;

/// The secret of one enrolment: 16 characters of Crockford base32, printed with a seventeenth
/// that finds typing errors. It is wiped when it is dropped, and its `Debug` does not show it.
///
/// ```
/// use standing_model::code::EnrolmentCode;
/// let code: EnrolmentCode = "7qk2-m9td-4xwz-ohbc-7".parse().unwrap();
/// assert_eq!(&*code.grouped(), "7QK2-M9TD-4XWZ-0HBC-7");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct EnrolmentCode(Zeroizing<String>);

/// Why a text is not a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// Too short or too long.
    #[error("{found} characters where a code has {}", SECRET + 1)]
    Length {
        /// Characters found, without spaces and hyphens.
        found: usize,
    },
    /// It holds a character that no code has.
    #[error("a character that no code has")]
    Character,
    /// The last character does not fit the others.
    #[error("one character is wrong")]
    Typing,
    /// It is shaped like a resident number.
    #[error("it is shaped like a resident number")]
    ResidentNumber,
}

impl EnrolmentCode {
    /// The code that these random bytes are.
    #[must_use]
    pub fn of_random(bytes: &[u8; RANDOM_BYTES]) -> Self {
        let number = bytes.iter().fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
        let places = (0..SECRET).rev();
        let value = |place: usize| u32::try_from((number >> (place * 5)) & 31).unwrap_or(0);
        Self(Zeroizing::new(places.map(|place| crockford(value(place))).collect()))
    }

    /// The 16 characters that the proof is made with, in capitals.
    #[must_use]
    pub fn secret(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// As it is printed, with its check character: `7QK2-M9TD-4XWZ-0HBC-7`.
    #[must_use]
    pub fn grouped(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(SECRET + 5));
        for (at, character) in self.0.chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                text.push('-');
            }
            text.push(character);
        }
        text.push('-');
        text.push(crockford(check_value(&self.0)));
        text
    }
}

impl FromStr for EnrolmentCode {
    type Err = CodeError;

    /// Reads what a person types: spaces, hyphens, capitals and characters without width do not
    /// matter; O is 0, I and L are 1.
    fn from_str(text: &str) -> Result<Self, CodeError> {
        if holds_resident_number(text) {
            return Err(CodeError::ResidentNumber);
        }
        let mut typed = super::link::typed(text);
        let found = typed.chars().count();
        if found != SECRET + 1 {
            return Err(CodeError::Length { found });
        }
        let check = typed.pop().and_then(crockford_value).ok_or(CodeError::Character)?;
        let all = typed.chars().all(|one| crockford_value(one).is_some_and(|value| value < 32));
        if !all {
            return Err(CodeError::Character);
        }
        if check_value(&typed) == check { Ok(Self(typed)) } else { Err(CodeError::Typing) }
    }
}

impl fmt::Debug for EnrolmentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EnrolmentCode")
    }
}

/// The 80 bits as a number, modulo 37.
fn check_value(secret: &str) -> u32 {
    let values = secret.chars().filter_map(crockford_value);
    values.fold(0, |rest, value| (rest * 32 + value) % 37)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<EnrolmentCode, CodeError> {
        text.parse()
    }

    #[test]
    fn a_code_reads_back_however_it_is_spelled() {
        let code = EnrolmentCode::of_random(&[0, 1, 2, 3, 0xff, 0xfe, 7, 8, 9, 10]);
        let printed = code.grouped();
        assert_eq!(printed.len(), 21);
        for spelled in [
            printed.to_string(),
            printed.replace('-', ""),
            printed.replace('-', " ").to_lowercase(),
            printed.replace('0', "O").replace('1', "l"),
            printed.replace('-', "\u{2011}"),
            format!("\u{feff}{}\u{200b}", printed.as_str()),
        ] {
            assert_eq!(read(&spelled), Ok(code.clone()), "{spelled}");
        }
        assert_eq!(code.secret().len(), 16);
        assert!(!format!("{code:?}").contains(&printed[..4]));
    }

    #[test]
    fn every_wrong_character_and_every_swap_of_neighbours_is_found() {
        let printed = read("7QK2-M9TD-4XWZ-0HBC-7").unwrap().grouped().replace('-', "");
        for at in 0..17 {
            for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars() {
                let mut wrong: Vec<char> = printed.chars().collect();
                if wrong[at] == other {
                    continue;
                }
                wrong[at] = other;
                let wrong: String = wrong.into_iter().collect();
                assert!(read(&wrong).is_err(), "{wrong}");
            }
            let mut swapped: Vec<char> = printed.chars().collect();
            if at < 15 && swapped[at] != swapped[at + 1] {
                swapped.swap(at, at + 1);
                let swapped: String = swapped.into_iter().collect();
                assert!(read(&swapped).is_err(), "{swapped}");
            }
        }
    }

    #[test]
    fn a_wrong_code_says_what_is_wrong() {
        assert_eq!(read("abc"), Err(CodeError::Length { found: 3 }));
        assert_eq!(read("7QK2-M9TD-4XWZ-0HBC"), Err(CodeError::Length { found: 16 }));
        assert_eq!(read("7QK2-M9TD-4XWZ-0HBC-77"), Err(CodeError::Length { found: 18 }));
        assert_eq!(read("7QK2-M9TD-4XWZ-0HB!-7"), Err(CodeError::Character));
        assert_eq!(read("7QK2-M9TD-4XWZ-0HB*-7"), Err(CodeError::Character));
        assert_eq!(read("7QK2-M9TD-4XWZ-0HBC-5"), Err(CodeError::Typing));
    }

    #[test]
    fn a_resident_number_is_refused_whatever_its_length() {
        for number in ["11010519491231002X", "110105 19491231 002X", "110105491231002"] {
            assert_eq!(read(number), Err(CodeError::ResidentNumber), "{number}");
        }
    }
}
