//! Product codes: EAN-13, EAN-8, UPC-A, GTIN-14, and the GTIN in a GS1 Digital Link.

use std::fmt;
use std::str::FromStr;

use super::business::normalize_code;
use super::text::{is_invisible, normalized};

/// The group separator, which ends a value of variable length.
const SEPARATOR: char = '\u{1D}';

const GS: &str = "\u{1D}";

/// A product code with the right check digit, as 14 digits with zeros in front.
///
/// ```
/// use standing_model::gtin::Gtin;
/// let code: Gtin = "6901234567892".parse().unwrap();
/// assert_eq!(code.to_string(), "6901234567892");
/// assert!(code.is_licensed_in_china());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Gtin(String);

/// Why a text is not a product code. Positions count from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum GtinError {
    /// Not 8, 12, 13 or 14 digits.
    #[error("{got} digits where 8, 12, 13 or 14 are needed")]
    Length {
        /// Characters found.
        got: usize,
    },
    /// Something else than a digit.
    #[error("character {position} is no digit")]
    Digit {
        /// Where.
        position: usize,
    },
    /// The check digit does not fit: a digit was misread.
    #[error("the last digit should be {expected}")]
    Check {
        /// What the digits before call for.
        expected: u8,
    },
}

impl Gtin {
    /// The 14 digits, with zeros in front.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// GS1 China licenses 690 to 699, of short numbers too: who licensed the number, not where the
    /// goods are from.
    #[must_use]
    pub fn is_licensed_in_china(&self) -> bool {
        let leading = match self.company_digits() {
            Some(digits) => digits.get(..3),
            None => self.0.get(6..9),
        };
        leading.is_some_and(|leading| ("690"..="699").contains(&leading))
    }

    /// The prefixes that it may have been licensed under, the longest first, which wins.
    /// None for an EAN-8, whose short numbers are given out one by one.
    pub fn prefixes(&self) -> impl Iterator<Item = &str> {
        let digits = self.company_digits().unwrap_or_default();
        (7..=12).rev().filter_map(move |length| digits.get(..length))
    }

    /// The GTIN of a GS1 Digital Link, on any host (DOMAIN §2.2.4). The rest of the address is neither kept nor asked for.
    #[must_use]
    pub fn in_digital_link(text: &str) -> Option<Self> {
        let text = text.trim();
        let whole = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
        let url = url::Url::parse(&whole).ok()?;
        if !matches!(url.scheme(), "https" | "http") {
            return None;
        }
        let segments: Vec<&str> = url.path_segments()?.collect();
        let mut pairs = segments.iter().zip(segments.iter().skip(1));
        let named = |name: &str| matches!(name, "01" | "gtin");
        pairs.find_map(|(name, value)| named(name).then(|| value.parse().ok()).flatten())
    }

    /// The GTIN behind AI 01 of a GS1 text: as printed below the bars, `(01) 06901234567892 (10)…`,
    /// or as scanners give it, with a symbology identifier in front and separators (U+001D) behind
    /// values of variable length.
    #[must_use]
    pub fn in_gs1_text(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|c| *c == SEPARATOR || !is_invisible(*c)).collect();
        let text: String = text.split(SEPARATOR).map(normalized).collect::<Vec<_>>().join(GS);
        let text = text.trim();
        let (said, data) = symbology(text);
        if data.starts_with('(') {
            return bracketed(data);
        }
        // Without brackets and without a word from the scanner, only a text that is nothing else.
        let gs1 = said || data.contains(SEPARATOR) || data.starts_with("01") && data.len() >= 16;
        if gs1 { element_strings(data) } else { None }
    }

    /// The GTIN of an EAN-8, whatever its first digit: for digits of which the bars are known.
    ///
    /// # Errors
    /// [`GtinError`].
    pub fn ean_8(text: &str) -> Result<Self, GtinError> {
        let code = normalize_code(text);
        if let Some(at) = code.chars().position(|character| !character.is_ascii_digit()) {
            return Err(GtinError::Digit { position: at + 1 });
        }
        if code.len() == 8 {
            Self::of_digits(&code)
        } else {
            Err(GtinError::Length { got: code.len() })
        }
    }

    /// The GTIN that a UPC-E code of 8 digits stands for: its zeros are left out.
    ///
    /// UPC-E begins with 0, which no EAN-8 does outside the shop that made it.
    #[must_use]
    fn in_upc_e(code: &str) -> Option<Self> {
        let digits = code.strip_prefix('0').filter(|rest| rest.len() == 7)?;
        let part = |from, to| digits.get(from..to);
        let (kind, check) = (part(5, 6)?, part(6, 7)?);
        let body = match kind {
            "0" | "1" | "2" => format!("{}{kind}0000{}", part(0, 2)?, part(2, 5)?),
            "3" => format!("{}00000{}", part(0, 3)?, part(3, 5)?),
            "4" => format!("{}00000{}", part(0, 4)?, part(4, 5)?),
            _ => format!("{}0000{kind}", part(0, 5)?),
        };
        Self::of_digits(&format!("0{body}{check}")).ok()
    }

    fn of_digits(code: &str) -> Result<Self, GtinError> {
        let code = format!("{code:0>14}");
        let expected = check_digit(code.get(..13).unwrap_or_default());
        let found = code.chars().last().and_then(|digit| digit.to_digit(10));
        if found == Some(u32::from(expected)) {
            Ok(Self(code))
        } else {
            Err(GtinError::Check { expected })
        }
    }

    /// The digits after the indicator of a GTIN-14 and before the check digit.
    fn company_digits(&self) -> Option<&str> {
        self.0.get(1..13).filter(|_| !self.0.starts_with("000000"))
    }
}

impl FromStr for Gtin {
    type Err = GtinError;

    /// Reads digits as printed below the bars; full-width digits, spaces and hyphens do not matter.
    fn from_str(text: &str) -> Result<Self, GtinError> {
        let code = normalize_code(text);
        if let Some(at) = code.chars().position(|character| !character.is_ascii_digit()) {
            return Err(GtinError::Digit { position: at + 1 });
        }
        if !matches!(code.len(), 8 | 12 | 13 | 14) {
            return Err(GtinError::Length { got: code.len() });
        }
        Self::in_upc_e(&code).map_or_else(|| Self::of_digits(&code), Ok)
    }
}

/// What a scanner says of the bars (`]C1`, `]d2`, `]E0`), and the data behind it.
fn symbology(text: &str) -> (bool, &str) {
    let Some(data) = text.strip_prefix(']').and_then(|rest| rest.get(2..)) else {
        return (false, text);
    };
    let gs1 = ["]C1", "]e0", "]d2", "]Q3", "]J1"].iter().any(|known| text.starts_with(known));
    (gs1, data)
}

fn bracketed(text: &str) -> Option<Gtin> {
    let (_, value) = text.split_once("(01)")?;
    let value = value.split('(').next().unwrap_or_default();
    let digits: String = value.chars().filter(|c| !c.is_whitespace()).take(14).collect();
    digits.parse().ok().filter(|_| digits.len() == 14)
}

/// Walks over the element strings of a GS1 text without brackets to the one with AI 01.
fn element_strings(text: &str) -> Option<Gtin> {
    let mut rest = text.trim_start_matches(SEPARATOR);
    while let Some(ai) = rest.get(..2) {
        let data = rest.get(2..).unwrap_or_default();
        if ai == "01" {
            return data.get(..14).and_then(|digits| digits.parse().ok());
        }
        rest = match known_length(ai) {
            Some(length) => data.get(length..)?.trim_start_matches(SEPARATOR),
            None => data.split_once(SEPARATOR)?.1,
        };
    }
    None
}

/// The digits behind an AI of known length (GS1 General Specifications, figure 7.8.5-2): the rest
/// ends at a separator.
fn known_length(ai: &str) -> Option<usize> {
    match ai {
        "00" => Some(18),
        "02" => Some(14),
        "11" | "12" | "13" | "15" | "16" | "17" => Some(6),
        "20" => Some(2),
        "31" | "32" | "33" | "34" | "35" | "36" => Some(8),
        "41" => Some(14),
        _ => None,
    }
}

/// As it is printed: 13 digits, 8 for an EAN-8, 14 where the first is not zero.
impl fmt::Display for Gtin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let from = match &self.0 {
            short if short.starts_with("000000") => 6,
            case if !case.starts_with('0') => 0,
            _ => 1,
        };
        f.write_str(self.0.get(from..).unwrap_or_default())
    }
}

/// Weights 1 and 3 in turn over 13 digits; of 14, 3 comes first (DOMAIN §2.2.1). Zeros in front do
/// not change the sum.
fn check_digit(thirteen: &str) -> u8 {
    let digits = thirteen.chars().filter_map(|digit| digit.to_digit(10));
    let sum: u32 =
        digits.zip([3, 1].into_iter().cycle()).map(|(digit, weight)| digit * weight).sum();
    u8::try_from((10 - sum % 10) % 10).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_every_length_are_valid() {
        for code in ["6936983800013", "6901234567892", "6922255451427"] {
            let gtin: Gtin = code.parse().unwrap();
            assert_eq!(gtin.to_string(), code);
            assert!(gtin.is_licensed_in_china());
        }
        for code in ["96385074", "036000291452", "10614141000415"] {
            assert!(code.parse::<Gtin>().is_ok(), "{code}");
        }
        assert_eq!("036000291452".parse::<Gtin>().unwrap().to_string(), "0036000291452");
        assert_eq!("96385074".parse::<Gtin>().unwrap().to_string(), "96385074");
    }

    #[test]
    fn a_short_number_of_690_is_licensed_in_china_as_a_long_one_is() {
        assert!("69012341".parse::<Gtin>().unwrap().is_licensed_in_china());
        assert!(!"96385074".parse::<Gtin>().unwrap().is_licensed_in_china());
    }

    #[test]
    fn a_misread_digit_is_noticed_wherever_it_stands() {
        let code = "6901234567892";
        for at in 0..13 {
            let mut digits: Vec<u8> = code.bytes().collect();
            digits[at] = if digits[at] == b'9' { b'0' } else { digits[at] + 1 };
            let wrong = String::from_utf8(digits).unwrap();
            assert!(matches!(wrong.parse::<Gtin>(), Err(GtinError::Check { .. })), "{wrong}");
        }
        assert_eq!("69012345678".parse::<Gtin>(), Err(GtinError::Length { got: 11 }));
        assert_eq!("69012E4567892".parse::<Gtin>(), Err(GtinError::Digit { position: 6 }));
    }

    #[test]
    fn a_scanner_may_write_full_width_digits_and_spaces() {
        let gtin: Gtin = "６９０ 1234-567892".parse().unwrap();
        assert_eq!(gtin.as_str(), "06901234567892");
    }

    #[test]
    fn the_longest_prefix_comes_first_and_a_short_number_has_none() {
        let gtin: Gtin = "6936983800013".parse().unwrap();
        let prefixes: Vec<&str> = gtin.prefixes().collect();
        assert_eq!(prefixes.first(), Some(&"693698380001"));
        assert_eq!(prefixes.last(), Some(&"6936983"));
        assert_eq!(prefixes.len(), 6);
        assert_eq!("96385074".parse::<Gtin>().unwrap().prefixes().count(), 0);
        let case: Gtin = "16901234567899".parse().unwrap();
        assert_eq!(case.prefixes().last(), Some("6901234"), "a case has its goods' prefix");
    }

    #[test]
    fn a_gs1_text_gives_its_gtin_as_printed_and_as_scanned() {
        let read = |text: &str| Gtin::in_gs1_text(text).map(|gtin| gtin.to_string());
        for text in [
            "(01)06901234567892(10)LOT7",
            "(01) 06901234567892 (10) LOT7",
            "（01）06901234567892（10）LOT7",
            "(10)LOT7(01)06901234567892",
            "\u{200B}(01)06901234567892(21)860123040506071",
            "]C10106901234567892",
            "]d20106901234567892172612311021",
            "010690123456789217261231\u{1D}10LOT7",
            "10LOT7\u{1D}0106901234567892",
            "\u{1D}0106901234567892",
            "]C11726123110LOT7\u{1D}0106901234567892",
        ] {
            assert_eq!(read(text).as_deref(), Some("6901234567892"), "{text:?}");
        }
        assert_eq!(read("]C1(01)04012345678901").as_deref(), Some("4012345678901"));
        for text in ["(01)06901234567893", "0106901234567893", "]C110LOT7", "(10)LOT7", "01", ""] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_upc_e_code_is_the_number_that_it_stands_for() {
        for (short, long) in [
            ("04256212", "00042100005622"),
            ("04252614", "00042100005264"),
            ("01234531", "00012300000451"),
            ("01234543", "00012340000053"),
            ("01234565", "00012345000065"),
        ] {
            let gtin = short.parse::<Gtin>().unwrap();
            assert_eq!(gtin, long.parse::<Gtin>().unwrap(), "{short}");
        }
        let ean: Gtin = "69012341".parse().unwrap();
        assert!(ean.is_licensed_in_china(), "short numbers of GS1 China as well");
    }

    #[test]
    fn a_digital_link_gives_its_gtin_on_any_host() {
        let read = |text: &str| Gtin::in_digital_link(text).map(|gtin| gtin.to_string());
        let want = Some("6901234567892".to_owned());
        assert_eq!(read("https://id.gs1.org/01/06901234567892"), want);
        assert_eq!(read("https://tea.example/shop/01/06901234567892/10/LOT7?x=1#y"), want);
        assert_eq!(read("HTTP://tea.example/01/6901234567892/"), want);
        assert_eq!(read("https://tea.example/01/06901234567893"), None, "wrong check digit");
        assert_eq!(read("https://tea.example/02/06901234567892"), None);
        assert_eq!(read("ftp://tea.example/01/06901234567892"), None);
    }
}
