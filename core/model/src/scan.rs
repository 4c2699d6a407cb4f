//! What a scanned or typed text is: a product, a business, a link of this app, or nothing that
//! this app looks up. Reading it sends and stores nothing.

use super::business::{Uscc, UsccError};
use super::gtin::{Gtin, GtinError};
use super::link::{Link, LinkError, SCHEME};
use super::resident::{holds_resident_number, unescaped};
use super::text::normalized;

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
    /// A signed document in compact form, such as a door sign; nothing about it is believed yet.
    Signed(String),
}

/// Why a text is nothing that this app looks up.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ScanError {
    /// It holds what is shaped like a person's resident number; only organisations are looked up
    /// (DOMAIN §8.1).
    #[error("this is shaped like a resident number; look-up is for organisations only")]
    ResidentNumber,
    /// Longer than any such text: so many characters.
    #[error("{0} characters, longer than {MAX_SCANNED}")]
    TooLong(usize),
    /// It looks like a link of this app, but is not one.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// It looks like a product code, but is not one.
    #[error(transparent)]
    Product(GtinError),
    /// It looks like a business's code, but is not one.
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
    let length = text.trim().chars().count();
    if length > MAX_SCANNED {
        return Err(ScanError::TooLong(length));
    }
    let seen = normalized(text);
    let seen = seen.trim();
    let scheme = seen.get(..SCHEME.len());
    if scheme.is_some_and(|start| start.eq_ignore_ascii_case(SCHEME)) {
        return Ok(Scanned::Link(text.parse()?));
    }
    if let Some(compact) = signed(seen) {
        return Ok(Scanned::Signed(compact.to_owned()));
    }
    // Of a Digital Link and of a GS1 text only the product code is taken; what else they hold goes
    // nowhere.
    if let Some(gtin) = Gtin::in_digital_link(seen).or_else(|| Gtin::in_gs1_text(text)) {
        return Ok(Scanned::Product(gtin));
    }
    if holds_resident_number(seen) {
        return Err(ScanError::ResidentNumber);
    }
    let text = unescaped(seen);
    if let Some(gtin) = product(&text) {
        return Ok(Scanned::Product(gtin));
    }
    match businesses(&text).as_slice() {
        [] => Err(explain(&text)),
        [one] => Ok(Scanned::Business(one.clone())),
        several => Err(ScanError::SeveralBusinesses(several.len())),
    }
}

/// A text in the form of a signed document: three parts of base64url, of which the first begins as
/// a JSON object does.
fn signed(text: &str) -> Option<&str> {
    let part = |part: &str| {
        let inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        !part.is_empty() && part.bytes().all(inner)
    };
    let parts: Vec<&str> = text.split('.').collect();
    let three = parts.len() == 3 && parts.iter().all(|one| part(one));
    (three && text.starts_with("eyJ")).then_some(text)
}

/// The product code of a text that is nothing else: as printed below the bars, or behind what a
/// scanner says of them (ISO/IEC 15424): `]E4` is an EAN-8, which never stands for a longer code.
fn product(text: &str) -> Option<Gtin> {
    let (bars, digits) = match text.strip_prefix(']') {
        Some(rest) => (rest.get(..2)?, rest.get(2..)?),
        None => ("", text),
    };
    match bars {
        "E3" => digits.get(..13)?.parse().ok(),
        "E4" => Gtin::ean_8(digits).ok(),
        _ => digits.parse().ok().or_else(|| without_add_on(digits)?.parse().ok()),
    }
}

/// The digits before the 2 or 5 that are printed beside the bars of a magazine or a book.
fn without_add_on(text: &str) -> Option<&str> {
    let (number, add_on) = text.rsplit_once([' ', '+', '>', '-'])?;
    let number = number.trim_end();
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = matches!(number.len(), 12 | 13) && matches!(add_on.len(), 2 | 5);
    (fits && digits(number) && digits(add_on)).then_some(number)
}

/// The codes in a text, wherever they stand, also in the groups in which this app shows them. One
/// with a wrong check character counts only if no other is there.
fn businesses(text: &str) -> Vec<Uscc> {
    if let Ok(whole) = text.parse() {
        return vec![whole];
    }
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let alone = groups.iter().filter_map(|group| group.parse::<Uscc>().ok());
    let mut found: Vec<Uscc> = alone.chain(joined(&groups)).collect();
    found.sort();
    found.dedup();
    if found.iter().any(Uscc::check_holds) {
        found.retain(Uscc::check_holds);
    }
    found
}

/// Codes of which several neighbouring groups are the parts, with both check characters right:
/// words would otherwise make codes by chance.
fn joined(groups: &[&str]) -> Vec<Uscc> {
    let from = |at: usize| {
        let mut code = String::new();
        for group in groups.iter().skip(at).take_while(|group| !group.is_empty()) {
            code.push_str(group);
            if code.len() >= 18 {
                break;
            }
        }
        code.parse::<Uscc>().ok()
    };
    let codes = (0..groups.len()).filter_map(from);
    codes.filter(|code| code.check_holds() && code.organisation_check_holds()).collect()
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
    fn codes_that_were_issued_with_a_wrong_last_character_are_looked_up() {
        for text in ["91350203M0001QKT19", "91350203M0001FUE2P", "信用代码：91350203M0001QKT19"]
        {
            assert!(business(text).is_some(), "{text}");
        }
    }

    #[test]
    fn a_company_whose_code_also_reads_as_a_person_is_a_company() {
        for text in ["913101200001184047", "91 310120 00011840 47", "代码：913101200001184047"] {
            assert_eq!(business(text).as_deref(), Some("913101200001184047"), "{text}");
        }
    }

    #[test]
    fn what_this_app_shows_can_be_pasted_back() {
        for text in [
            "统一社会信用代码：91 330106 MA2CFLDG4 R",
            "Code: 91 330106 MA2CFLDG4 R",
            "\u{FEFF}91330106MA2CFLDG4R",
            "9133\u{200B}0106\u{2011}MA2CFLDG4R",
        ] {
            assert_eq!(business(text).as_deref(), Some(TEA), "{text:?}");
        }
    }

    #[test]
    fn long_numbers_that_are_no_persons_do_not_hide_what_is_meant() {
        for text in [
            "统一社会信用代码:91330106MA2CFLDG4R;原注册号:330106600123455;名称:杭州西湖茶业",
            "https://licence.example/q?t=202511231015123&uniscid=91330106MA2CFLDG4R",
        ] {
            assert_eq!(business(text).as_deref(), Some(TEA), "{text}");
        }
        let text = "(01)06901234567892(21)860123040506071";
        assert!(matches!(read(text), Ok(Scanned::Product(_))));
    }

    #[test]
    fn a_product_is_known_by_its_bars_or_its_link() {
        for text in [
            "6901234567892",
            "(01)06901234567892(10)LOT7",
            "(01) 06901234567892 (10) LOT7",
            "]C1(01)06901234567892",
            "]E06901234567892",
            "]d20106901234567892172612311021",
            "010690123456789217261231\u{1D}10LOT7",
            "\u{FEFF}6901234567892",
            "https://tea.example/01/06901234567892/21/120103198806018241",
            "tea.example/01/06901234567892",
            "https://t.co/gtin/6901234567892",
            // The digits beside the bars of a magazine are its issue, not its number.
            "6901234567892 05",
            "6901234567892+51299",
            "]E3690123456789251299",
        ] {
            let Ok(Scanned::Product(gtin)) = read(text) else { panic!("{text}") };
            assert_eq!(gtin.to_string(), "6901234567892");
        }
    }

    #[test]
    fn the_bars_decide_between_the_two_codes_of_eight_digits() {
        let gtin = |text: &str| match read(text) {
            Ok(Scanned::Product(gtin)) => gtin.as_str().to_owned(),
            other => format!("{other:?}"),
        };
        assert_eq!(gtin("04256212"), "00042100005622", "as it is printed below a UPC-E");
        assert_eq!(gtin("]E004256212"), "00042100005622");
        assert_eq!(gtin("]E404256212"), "00000004256212", "its check digit holds as well");
        assert_eq!(gtin("]E496385074"), "00000096385074");
        assert_eq!(gtin("]E402345673"), "00000002345673", "an in-store number stays what it is");
        assert!(gtin("6901 2345 67893 12").starts_with("Err"), "groups are no add-on");
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
