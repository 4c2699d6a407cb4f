//! What a scanned or typed text is: a product, a business, a link of this app, or nothing that
//! this app looks up. Reading it sends and stores nothing.

use super::business::{Uscc, UsccError, is_resident_number};
use super::gtin::{Gtin, GtinError};
use super::link::{Link, LinkError};

/// Characters in a scanned text at most.
pub const MAX_SCANNED: usize = 2000;

/// What a text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scanned {
    /// A product code, from bars or a Digital Link.
    Product(Gtin),
    /// A business's code, typed or from its licence.
    Business(Uscc),
    /// A link of this app; opened only when the person says so.
    Link(Link),
}

/// Why a text is nothing that this app looks up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// It holds what is shaped like a person's resident number: "lookup is for organisations only.
    /// Reject … before it is stored, logged or sent."
    #[error("this is shaped like a resident number; look-up is for organisations only")]
    ResidentNumber,
    /// Longer than any such text: so many characters.
    #[error("{0} characters, longer than {MAX_SCANNED}")]
    TooLong(usize),
    /// It looks like a link of this app, and is none.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// It looks like a product code, and is none.
    #[error(transparent)]
    Product(GtinError),
    /// It looks like a business's code, and is none.
    #[error(transparent)]
    Business(UsccError),
    /// It holds more than one business's code: none of them is meant for sure.
    #[error("it holds the codes of {0} businesses")]
    SeveralBusinesses(usize),
    /// Nothing of this kind.
    #[error("neither a product code nor a business's code")]
    Nothing,
}

/// Reads a text from a camera or a keyboard.
///
/// # Errors
/// [`ScanError`]; a resident number first, so that nobody goes on with it.
pub fn read(text: &str) -> Result<Scanned, ScanError> {
    let text = text.trim();
    let length = text.chars().count();
    if length > MAX_SCANNED {
        return Err(ScanError::TooLong(length));
    }
    if text.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("standing:")) {
        return Ok(Scanned::Link(text.parse()?));
    }
    // Of a Digital Link only the product code is taken; what else it holds goes nowhere.
    if let Some(gtin) = Gtin::in_digital_link(text) {
        return Ok(Scanned::Product(gtin));
    }
    let text = folded(&unescaped(text));
    if holds_resident_number(&text) {
        return Err(ScanError::ResidentNumber);
    }
    if let Ok(gtin) = element_string(&text).parse() {
        return Ok(Scanned::Product(gtin));
    }
    match businesses(&text).as_slice() {
        [] => Err(explain(&text)),
        [one] => Ok(Scanned::Business(one.clone())),
        several => Err(ScanError::SeveralBusinesses(several.len())),
    }
}

/// Whether a text holds something shaped like a resident number, also in the midst of other text.
#[must_use]
pub fn holds_resident_number(text: &str) -> bool {
    let text = folded(text);
    let separated = |c: char| !(c.is_ascii_alphanumeric() || c.is_whitespace() || c == '-');
    text.split(separated).any(is_resident_number)
        || runs_of_digits(&text).any(|run| is_resident_number(&run))
}

/// The longest runs of digits, each with an X that follows it.
fn runs_of_digits(text: &str) -> impl Iterator<Item = String> {
    let digit_or_x = |c: char| c.is_ascii_digit() || c.eq_ignore_ascii_case(&'x');
    text.split(move |c: char| !digit_or_x(c)).flat_map(|run| {
        run.split_inclusive(['x', 'X']).flat_map(|part| {
            let digits = part.trim_end_matches(['x', 'X']);
            [part.to_owned(), digits.to_owned()]
        })
    })
}

/// "Take the USCC when there is exactly one valid one", wherever it stands in the text.
fn businesses(text: &str) -> Vec<Uscc> {
    if let Ok(whole) = text.parse() {
        return vec![whole];
    }
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let mut found: Vec<Uscc> = words.filter_map(|word| word.parse().ok()).collect();
    found.sort();
    found.dedup();
    found
}

/// What somebody who typed this most likely meant, and what is wrong with it.
fn explain(text: &str) -> ScanError {
    let code: String = text.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let spelled = code.len() == text.chars().filter(|c| !c.is_whitespace() && *c != '-').count();
    match code.parse::<Uscc>() {
        _ if !spelled => ScanError::Nothing,
        _ if matches!(code.len(), 8 | 12 | 13 | 14) && code.bytes().all(|b| b.is_ascii_digit()) => {
            code.parse::<Gtin>().map_or_else(ScanError::Product, |_| ScanError::Nothing)
        }
        Err(error) if (15..=20).contains(&code.len()) && is_like_code(&code) => {
            ScanError::Business(error)
        }
        _ => ScanError::Nothing,
    }
}

/// Six digits of a business's code are its place; a name in Latin letters, as long as a code, has
/// hardly any.
fn is_like_code(text: &str) -> bool {
    text.bytes().filter(u8::is_ascii_digit).count() >= 6
}

/// `(01)06901234567892(10)LOT`: the text below the bars of a logistic label.
fn element_string(text: &str) -> &str {
    let Some(rest) = text.strip_prefix("(01)") else { return text };
    rest.get(..14).unwrap_or(rest)
}

/// Full-width forms as ASCII.
fn folded(text: &str) -> String {
    let fold = |c: char| match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    };
    text.chars().map(fold).collect()
}

/// Percent escapes of an address read; what is no escape stays.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let escape = after.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        let value = escape.and_then(|two| u8::from_str_radix(two, 16).ok());
        match value.filter(|_| *first == b'%') {
            Some(value) => {
                bytes.push(value);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEA: &str = "91330106MA2CFLDG4R";

    fn business(text: &str) -> Option<String> {
        match read(text) {
            Ok(Scanned::Business(code)) => Some(code.as_str().to_owned()),
            _ => None,
        }
    }

    #[test]
    fn a_licence_gives_its_one_code_from_an_address_or_from_text() {
        for text in [
            TEA.to_owned(),
            "９１３３0106 ma2cfldg4-r".to_owned(),
            format!("https://licence.example/q?uniscid={TEA}&x=2"),
            format!("https%3A%2F%2Flicence.example%2F%3Fcode%3D{TEA}"),
            format!("统一社会信用代码:{TEA};名称:杭州西湖茶业有限公司;统一社会信用代码：{TEA}"),
        ] {
            assert_eq!(business(&text).as_deref(), Some(TEA), "{text}");
        }
    }

    #[test]
    fn two_codes_are_not_guessed_between() {
        let text = format!("{TEA} 91350100M000100Y43");
        assert_eq!(read(&text), Err(ScanError::SeveralBusinesses(2)));
        let one_wrong = format!("{TEA} 91350100M000100Y44");
        assert_eq!(business(&one_wrong).as_deref(), Some(TEA), "only one of them is valid");
    }

    #[test]
    fn a_resident_number_is_refused_wherever_it_stands() {
        for text in [
            "360426199101010071",
            "11010519491231002x",
            "１１０１０５ 19491231 002X",
            "张三 120103198806018241",
            "id=120103198806018241&x=1",
            "ID11010519491231002X",
            "%3120103198806018241",
            "110105491231002",
            "https://shop.example/?id=360426199101010071",
        ] {
            assert_eq!(read(text), Err(ScanError::ResidentNumber), "{text}");
        }
        for text in ["6901234567892", TEA, "杭州西湖茶业", "2026-11-23 10:15"] {
            assert!(!holds_resident_number(text), "{text}");
        }
    }

    #[test]
    fn a_product_is_known_by_its_bars_or_its_link() {
        for text in [
            "6901234567892",
            "(01)06901234567892(10)LOT7",
            "https://tea.example/01/06901234567892/21/120103198806018241",
        ] {
            let Ok(Scanned::Product(gtin)) = read(text) else { panic!("{text}") };
            assert_eq!(gtin.to_string(), "6901234567892");
        }
    }

    #[test]
    fn a_wrong_code_says_what_is_wrong_with_it() {
        assert_eq!(
            read("6901234567893"),
            Err(ScanError::Product(GtinError::Check { expected: 2 }))
        );
        assert_eq!(
            read("911100001011223344"),
            Err(ScanError::Business(UsccError::Check { expected: '1' }))
        );
        assert_eq!(
            read("9133O106MA2CFLDG4R"),
            Err(ScanError::Business(UsccError::Character { position: 5 }))
        );
        assert_eq!(read("https://example.com/"), Err(ScanError::Nothing));
        for name in ["west lake tea house", "Unit 7 Trading Company"] {
            assert_eq!(
                read(name),
                Err(ScanError::Nothing),
                "{name} is a name, not a mistyped code"
            );
        }
        assert_eq!(read(""), Err(ScanError::Nothing));
        assert_eq!(read(&"x".repeat(2001)), Err(ScanError::TooLong(2001)));
        assert!(matches!(read("standing:join?v=9"), Err(ScanError::Link(_))));
    }
}
