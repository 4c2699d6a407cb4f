//! The shape of a person's resident number (GB 11643-1999), which this product knows only to
//! refuse it: look-up is for organisations, and no document or record carries such a number.
//!
//! A mistyped number is still a person's: a wrong or missing check character changes nothing.
//! What keeps other long numbers out is the province in front and the birth date inside.

use unicode_security::confusable_detection::skeleton;

use super::business::Uscc;
use super::text::{is_invisible, normalized};

/// GB 11643: weights of the 17 digits.
const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/// Characters between the groups of one number at most.
const WIDEST_GAP: usize = 3;

/// Times that percent escapes are undone: text that was escaped twice reads as it is meant.
const ESCAPES: usize = 3;

/// Whether a text holds something shaped like a resident number, alone or within other text, in
/// any script's digits, with separators or invisible characters inside, or percent-encoded.
#[must_use]
pub fn holds_resident_number(text: &str) -> bool {
    let mut text = normalized(text);
    for _ in 0..ESCAPES {
        if shows_one(&text) {
            return true;
        }
        let decoded = unescaped(&text);
        if decoded == text {
            return false;
        }
        text = decoded;
    }
    shows_one(&text)
}

/// Percent escapes undone, in the form in which texts are checked.
#[must_use]
pub fn unescaped(text: &str) -> String {
    normalized(&percent_encoding::percent_decode_str(text).decode_utf8_lossy())
}

/// A run of digits: where they stand in the text, and at which of them a group begins.
#[derive(Default)]
struct Run {
    digits: Vec<u8>,
    groups: Vec<usize>,
    /// The X behind the last digit.
    x: bool,
}

fn shows_one(text: &str) -> bool {
    let (text, licence) = without_codes(text);
    runs(&text).iter().any(|run| run.is_a_person(licence))
}

/// The text with every organisation's code taken out, so that its digits are no part of a number;
/// whether there was one.
fn without_codes(text: &str) -> (String, bool) {
    let mut found = false;
    let mut kept = String::with_capacity(text.len());
    for word in text.split_inclusive(|c: char| !c.is_ascii_alphanumeric()) {
        let code = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let rest = word.get(code.len()..).unwrap_or_default();
        let known = Uscc::shaped(code).is_some_and(|code| {
            let letters = code.as_str().bytes().take(17).any(|byte| byte.is_ascii_alphabetic());
            code.check_holds() && (letters || code.organisation_check_holds())
        });
        found |= known;
        kept.push_str(if known { "#####" } else { code });
        kept.push_str(rest);
    }
    (kept, found)
}

/// Runs of digits with what separates their groups left out; a letter ends a run.
fn runs(text: &str) -> Vec<Run> {
    let mut runs = vec![Run::default()];
    let mut gap = 0_usize;
    let mut joined = false;
    for character in text.chars() {
        let Some(run) = runs.last_mut() else { break };
        if let Some(digit) = character.to_digit(10) {
            if run.x || gap > WIDEST_GAP {
                runs.push(Run::default());
            }
            let Some(run) = runs.last_mut() else { break };
            if !joined {
                run.groups.push(run.digits.len());
            }
            run.digits.push(u8::try_from(digit).unwrap_or(0));
            (gap, joined) = (0, true);
        } else if is_x(character) && !run.digits.is_empty() && gap <= WIDEST_GAP && !run.x {
            run.x = true;
            (gap, joined) = (0, false);
        } else if character.is_alphanumeric() {
            if !run.digits.is_empty() {
                runs.push(Run::default());
            }
            (gap, joined) = (0, false);
        } else if !is_invisible(character) {
            (gap, joined) = (gap.saturating_add(1), false);
        }
    }
    runs
}

/// X, in any of the scripts and signs that look like it.
fn is_x(character: char) -> bool {
    matches!(character, 'x' | 'X' | '×' | '✕' | '✖' | '╳' | '⨯' | '✗' | '✘')
        || (character.is_alphabetic()
            && matches!(
                skeleton(character.encode_utf8(&mut [0; 4])).collect::<String>().as_str(),
                "x" | "X"
            ))
}

impl Run {
    fn is_a_person(&self, licence: bool) -> bool {
        let Self { digits, groups, x } = self;
        let last = digits.len();
        let starts = (0..last).filter(|at| {
            // A number may begin where a group does, or anywhere within a long group.
            let group = groups.iter().rev().find(|group| *group <= at).copied().unwrap_or(0);
            let end = groups.iter().find(|group| *group > at).copied().unwrap_or(last);
            *at == group || end.saturating_sub(*at) >= 17
        });
        let long = |at: usize| {
            let Some(body) = digits.get(at..at.saturating_add(17)) else { return false };
            let end = at.saturating_add(17);
            let check = match digits.get(end) {
                Some(digit) => Some(u32::from(*digit)),
                None if *x => Some(10),
                None => None,
            };
            is_long_form(body, check)
        };
        starts.into_iter().any(long) || (!x && self.has_short_form(licence))
    }

    /// The form of 15 digits until 1999, which begins and ends where groups do: it has no check
    /// character, and a longer number would hold many such runs.
    ///
    /// A licence from before 2015 has a registration number of 15 digits: beside an organisation's
    /// code, one whose own check digit holds is that.
    fn has_short_form(&self, licence: bool) -> bool {
        let Self { digits, groups, .. } = self;
        groups.iter().any(|at| {
            let end = at.saturating_add(15);
            let ends = end == digits.len() || groups.contains(&end);
            let of_licence = |digits: &[u8]| licence && is_registration_number(digits);
            let person = |digits: &[u8]| is_short_form(digits) && !of_licence(digits);
            ends && digits.get(*at..end).is_some_and(person)
        })
    }
}

/// 17 digits of a person, and what follows them: a check digit, 10 for an X, or nothing.
fn is_long_form(body: &[u8], check: Option<u32>) -> bool {
    let part = |from, to| body.get(from..to).unwrap_or_default();
    if !is_birth_date(number(part(6, 14))) {
        return false;
    }
    let code: String = body.iter().map(|digit| char::from(b'0'.saturating_add(*digit))).collect();
    let code = check.filter(|check| *check < 10).map(|check| format!("{code}{check}"));
    let code = code.and_then(|code| Uscc::shaped(&code));
    let right = check == Some(check_value(body));
    let place = if body.first() == Some(&9) {
        // A foreign permanent resident's card since 2023; a company's code begins with 9 as well.
        right && is_province(number(part(1, 3)))
    } else {
        is_province(number(part(0, 2)))
    };
    let organisation =
        code.is_some_and(|code| code.check_holds() && (!right || code.organisation_check_holds()));
    place && !organisation
}

fn is_short_form(digits: &[u8]) -> bool {
    let part = |from, to| digits.get(from..to).unwrap_or_default();
    let place = is_province(number(part(0, 2)));
    place && is_birth_date(19_000_000 + number(part(6, 12)))
}

/// GB/T 17710, MOD 11,10.
fn is_registration_number(digits: &[u8]) -> bool {
    let product = digits.iter().take(14).fold(10, |product, digit| {
        let sum = (product + u32::from(*digit)) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    let check = digits.get(14).map_or(0, |digit| u32::from(*digit));
    (product + check) % 10 == 1
}

fn check_value(body: &[u8]) -> u32 {
    let sum: u32 = body.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(*digit) * weight).sum();
    (12 - sum % 11) % 11
}

fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |number, digit| number * 10 + u32::from(*digit))
}

/// GB/T 2260: provinces, municipalities and regions; 81 to 83 are residence permits of people of
/// Hong Kong, Macao and Taiwan.
const fn is_province(code: u32) -> bool {
    matches!(
        code,
        11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83
    )
}

/// `YYYYMMDD` within the years in which a living or remembered person was born.
fn is_birth_date(date: u32) -> bool {
    let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100);
    (1890..=2040).contains(&year)
        && i32::try_from(year)
            .is_ok_and(|year| chrono::NaiveDate::from_ymd_opt(year, month, day).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every way of writing one number that was seen to pass an earlier check.
    const SPELLINGS: &[&str] = &[
        "11010519491231002X",
        "11010519491231002x",
        "110105 19491231 002X",
        "ID 110105 19491231 002X",
        "id 110105 19491231 002X",
        "Zhang San 110105 19491231 002X",
        "110105 19491231 002X Zhang",
        "Zhang 110105-19491231-002X",
        "110105.19491231.002X",
        "110105_19491231_002X",
        "110105/19491231/002X",
        "110105·19491231·002X",
        "110105,19491231,002X",
        "110105—19491231—002X",
        "110105−19491231−002X",
        "110105‒19491231‒002X",
        "110105 – 19491231 – 002X",
        "110105、19491231、002X",
        "1101 0519 4912 3100 2X",
        "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X",
        "110105\u{200B}19491231002X",
        "110105\u{200D}19491231002X",
        "110105\u{00AD}19491231002X",
        "110105\u{2060}19491231002X",
        "110105\u{034F}19491231002X",
        "\u{FEFF}11010519491231002X",
        "1101051949\u{202E}1231002X",
        "110105194912310021X",
        "1110105194912310021",
        "110105194912310021",
        "11010519491231002",
        "11010519491231002Х",
        "11010519491231002Χ",
        "11010519491231002×",
        "11010519491231002Ⅹ",
        "１１０１０５１９４９１２３１００２Ｘ",
        "𝟏𝟏𝟎𝟏𝟎𝟓𝟏𝟗𝟒𝟗𝟏𝟐𝟑𝟏𝟎𝟎𝟐𝐗",
        "①①⓪①⓪⑤①⑨④⑨①②③①⓪⓪②X",
        "١١٠١٠٥١٩٤٩١٢٣١٠٠٢X",
        "%31%31010519491231002X",
        "%2531%2531010519491231002X",
        "％31％31010519491231002X",
        "张三 120103198806018241",
        "id=120103198806018241&x=1",
        "ID11010519491231002X",
        "%3120103198806018241",
        "110105491231002",
        "110105 491231 002",
        "810000199408230021",
    ];

    #[test]
    fn every_spelling_of_a_resident_number_is_noticed() {
        for text in SPELLINGS {
            assert!(holds_resident_number(text), "{text}");
        }
    }

    #[test]
    fn other_long_numbers_are_no_persons() {
        for text in [
            "91330106MA2CFLDG4R",
            "91 330106 MA2CFLDG4 R",
            "913101200001184047",
            "统一社会信用代码:91330106MA2CFLDG4R;原注册号:330106600123455;名称:杭州西湖茶业",
            "(01)06901234567892(21)860123040506071",
            "https://licence.example/q?t=202511231015123&uniscid=91330106MA2CFLDG4R",
            "6901234567892",
            "2026-11-23 10:15",
            "6228480402564890018",
            "138 0013 8000, 139 0013 9000",
            "860123040506071",
            "20260501 20260601 20260701",
            "杭州西湖茶业",
        ] {
            assert!(!holds_resident_number(text), "{text}");
        }
    }
}
