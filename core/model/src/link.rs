//! The links that a person scans or types: join an authority, add a register. They carry no
//! secret.

use std::fmt;
use std::str::FromStr;

use zeroize::Zeroizing;

use super::address::Address;
use super::business::normalize_code;
use super::text::is_invisible;
use crate::ids::{Issuer, TrustId};

/// What every link begins with.
pub const SCHEME: &str = "standing:";

/// Characters of Crockford base32; the last five are valid only as the check character.
const CROCKFORD: &[u8; 37] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

/// `standing:join?v=1&repo=<https url>&iss=<authority>&root=<version>.<fingerprint>` or
/// `standing:register?v=1&repo=…&root=…`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What it leads to.
    pub purpose: Purpose,
    /// The TUF repository's address, without a slash at its end.
    pub repo: String,
    /// The version of the root that it pins.
    pub root_version: u32,
    /// The first 128 bits of the root's hash.
    pub fingerprint: Fingerprint,
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// Join this authority: one repository may hold several.
    Join(Issuer),
    /// Look businesses up in this register.
    Register,
}

/// The first 128 bits of a trust root's hash, as a person compares them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 16]);

/// Groups of four characters in a fingerprint; the three characters after them are no full group.
pub const FULL_GROUPS: u8 = 6;

/// Why a text is not a link.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    /// It does not begin like one.
    #[error("not a link of this app")]
    Foreign,
    /// It is of a later version of the app.
    #[error("a link of version {0}, which a newer app reads")]
    Version(u32),
    /// A part is missing, appears twice, is unknown or unreadable.
    #[error("its part '{0}' is missing or wrong")]
    Part(&'static str),
    /// The fingerprint has a typing error.
    #[error("the fingerprint has a typing error")]
    Fingerprint,
}

impl Fingerprint {
    /// The fingerprint of a trust root.
    #[must_use]
    pub fn of(root: &TrustId) -> Self {
        let mut bytes = [0; 16];
        for (to, from) in bytes.iter_mut().zip(root.0.as_bytes()) {
            *to = *from;
        }
        Self(bytes)
    }

    /// In groups of four, as printed in the letter: `3F7K 9Q2M …`, the last with the check
    /// character.
    #[must_use]
    pub fn grouped(&self) -> String {
        let text = self.to_string();
        let characters: Vec<char> = text.chars().collect();
        characters.chunks(4).map(String::from_iter).collect::<Vec<_>>().join(" ")
    }

    /// Whether `text` is the group with this number, counted from 1. Spelling does not matter.
    #[must_use]
    pub fn has_group(&self, number: u8, text: &str) -> bool {
        let whole = self.to_string();
        let start = usize::from(number.saturating_sub(1)) * 4;
        let group = whole.get(start..start + 4).filter(|_| (1..=FULL_GROUPS).contains(&number));
        group.is_some_and(|group| group == typed(text).as_str())
    }
}

/// The characters of a code or fingerprint in a text that a person typed or copied: in capitals,
/// without spaces, hyphens and characters without width; O is 0, I and L are 1.
pub(super) fn typed(text: &str) -> Zeroizing<String> {
    let code = Zeroizing::new(normalize_code(text));
    let folded = code.chars().map(|character| match character {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    Zeroizing::new(folded.collect())
}

/// The value of a character of Crockford base32, or of a check character.
pub(super) fn crockford_value(character: char) -> Option<u32> {
    let found = CROCKFORD.iter().position(|known| char::from(*known) == character);
    found.and_then(|value| u32::try_from(value).ok())
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = u128::from_be_bytes(self.0);
        // 128 bits are 25 characters of five bits and one of three, which leads.
        for place in (0..26).rev() {
            write!(f, "{}", crockford(u32::try_from((number >> (place * 5)) & 31).unwrap_or(0)))?;
        }
        write!(f, "{}", crockford(check_value(number)))
    }
}

fn check_value(number: u128) -> u32 {
    u32::try_from(number % 37).unwrap_or(0)
}

/// The character of Crockford base32 with this value, or the check character.
pub(super) fn crockford(value: u32) -> char {
    let at = usize::try_from(value).unwrap_or(0);
    char::from(CROCKFORD.get(at).copied().unwrap_or(b'0'))
}

impl FromStr for Fingerprint {
    type Err = LinkError;

    /// Reads what a person types: width, spaces, hyphens and case do not matter, O is 0, I and L
    /// are 1.
    fn from_str(text: &str) -> Result<Self, LinkError> {
        let text = typed(text);
        let values = text.chars().map(|c| crockford_value(c).ok_or(LinkError::Fingerprint));
        let values: Vec<u32> = values.collect::<Result<_, _>>()?;
        let (Some((check, digits)), 27) = (values.split_last(), values.len()) else {
            return Err(LinkError::Fingerprint);
        };
        if digits.first().is_some_and(|first| *first > 7) || digits.iter().any(|digit| *digit > 31)
        {
            return Err(LinkError::Fingerprint);
        }
        let number = digits.iter().fold(0_u128, |number, digit| (number << 5) | u128::from(*digit));
        if check_value(number) == *check {
            Ok(Self(number.to_be_bytes()))
        } else {
            Err(LinkError::Fingerprint)
        }
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let encode =
            |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let (action, iss) = match &self.purpose {
            Purpose::Join(iss) => ("join", format!("&iss={iss}")),
            Purpose::Register => ("register", String::new()),
        };
        let Self { root_version, fingerprint, repo, .. } = self;
        let (repo, root) = (encode(repo), encode(&format!("{root_version}.{fingerprint}")));
        write!(f, "standing:{action}?v=1&repo={repo}{iss}&root={root}")
    }
}

impl FromStr for Link {
    type Err = LinkError;

    /// Reads a link; invisible characters in it do not matter, nor does case where it has no
    /// meaning: in the scheme, the action, the names of the parts, and `iss`.
    fn from_str(text: &str) -> Result<Self, LinkError> {
        let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        let text = text.trim();
        let (action, query) = text
            .split_at_checked(SCHEME.len())
            .filter(|(scheme, _)| scheme.eq_ignore_ascii_case(SCHEME) && text.len() <= 2000)
            .and_then(|(_, rest)| rest.split_once('?'))
            .ok_or(LinkError::Foreign)?;
        let action = action.to_ascii_lowercase();
        let mut parts = Parts::default();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            parts.take(&name.to_ascii_lowercase(), value.into_owned())?;
        }
        let version = parts.v.ok_or(LinkError::Part("v"))?;
        match number(&version) {
            Some(1) => {}
            Some(later) if later > 1 => return Err(LinkError::Version(later)),
            _ => return Err(LinkError::Part("v")),
        }
        let iss = parts.iss.map(|iss| iss.to_ascii_lowercase().parse());
        let iss = iss.transpose().map_err(|_| LinkError::Part("iss"))?;
        let purpose = match (action.as_str(), iss) {
            ("join", Some(iss)) => Purpose::Join(iss),
            ("join", None) | ("register", Some(_)) => return Err(LinkError::Part("iss")),
            ("register", None) => Purpose::Register,
            _ => return Err(LinkError::Foreign),
        };
        let root = parts.root.ok_or(LinkError::Part("root"))?;
        let (root_version, fingerprint) = root.split_once('.').ok_or(LinkError::Part("root"))?;
        Ok(Self {
            purpose,
            repo: Address::typed(&parts.repo.ok_or(LinkError::Part("repo"))?)
                .map_err(|_| LinkError::Part("repo"))?
                .to_string(),
            root_version: number(root_version).ok_or(LinkError::Part("root"))?,
            fingerprint: fingerprint.parse()?,
        })
    }
}

#[derive(Default)]
struct Parts {
    v: Option<String>,
    repo: Option<String>,
    iss: Option<String>,
    root: Option<String>,
}

impl Parts {
    fn take(&mut self, name: &str, value: String) -> Result<(), LinkError> {
        let (place, name) = match name.to_ascii_lowercase().as_str() {
            "v" => (&mut self.v, "v"),
            "repo" => (&mut self.repo, "repo"),
            "iss" => (&mut self.iss, "iss"),
            "root" => (&mut self.root, "root"),
            _ => return Err(LinkError::Part("?")),
        };
        if place.replace(value).is_some() { Err(LinkError::Part(name)) } else { Ok(()) }
    }
}

/// A number in its one form: digits, without a sign or zeros in front.
fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number: &u32| number.to_string() == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Link {
        Link {
            purpose: Purpose::Join("credit.yangqiao.example".parse().unwrap()),
            repo: "https://credit.example/tuf".into(),
            root_version: 3,
            fingerprint: Fingerprint::of(&TrustId::of_root(b"root")),
        }
    }

    #[test]
    fn a_link_reads_back_as_it_was_written() {
        let link = sample();
        assert_eq!(link.to_string().parse::<Link>().unwrap(), link);
        let register = Link { purpose: Purpose::Register, ..link };
        assert_eq!(register.to_string().parse::<Link>().unwrap(), register);
    }

    #[test]
    fn a_fingerprint_forgives_spelling_but_no_wrong_character() {
        let fingerprint = sample().fingerprint;
        let grouped = fingerprint.grouped();
        assert_eq!(grouped.to_lowercase().parse::<Fingerprint>().unwrap(), fingerprint);
        let text = fingerprint.to_string();
        for at in 0..27 {
            let wrong: String = text
                .chars()
                .enumerate()
                .map(|(i, c)| if i == at { if c == '2' { '3' } else { '2' } } else { c })
                .collect();
            assert!(wrong.parse::<Fingerprint>().is_err(), "{at}");
        }
    }

    #[test]
    fn a_group_of_the_fingerprint_is_known_by_its_number() {
        let fingerprint = sample().fingerprint;
        let groups = fingerprint.grouped();
        let groups: Vec<&str> = groups.split(' ').collect();
        for number in 1..=FULL_GROUPS {
            let group = groups[usize::from(number) - 1];
            assert!(fingerprint.has_group(number, &format!(" {} ", group.to_lowercase())));
            assert!(!fingerprint.has_group(number, &group[..3]));
            assert!(!fingerprint.has_group(number, groups[usize::from(number) % 6]));
        }
        assert!(!fingerprint.has_group(7, groups[6]) && !fingerprint.has_group(0, groups[0]));
    }

    #[test]
    fn a_link_in_capitals_or_with_invisible_characters_is_the_same_link() {
        let link = sample();
        let shouted = link.to_string().replace("standing:join", "STANDING:JOIN");
        assert_eq!(shouted.parse::<Link>().unwrap(), link);
        let shouted = shouted.replace("iss=credit.yangqiao.example", "ISS=CREDIT.YANGQIAO.EXAMPLE");
        assert_eq!(shouted.parse::<Link>().unwrap(), link);
        let hidden = format!("\u{feff}\u{200e}{}", link.to_string().replace(':', ":\u{200b}"));
        assert_eq!(hidden.parse::<Link>().unwrap(), link);
    }

    #[test]
    fn a_wrong_link_says_which_part_is_wrong() {
        let link = sample().to_string();
        let read = |text: String| text.parse::<Link>().unwrap_err();
        assert_eq!(read("https://example.com".into()), LinkError::Foreign);
        assert_eq!(read(link.replace("v=1", "v=2")), LinkError::Version(2));
        assert_eq!(read(link.replace("v=1&", "")), LinkError::Part("v"));
        assert_eq!(read(format!("{link}&v=1")), LinkError::Part("v"));
        assert_eq!(read(link.replace("https%3A", "ftp%3A")), LinkError::Part("repo"));
        assert_eq!(read(format!("{link}0")), LinkError::Fingerprint);
    }

    #[test]
    fn case_and_invisible_characters_do_not_matter_where_they_mean_nothing() {
        let link = sample();
        let text = link.to_string();
        for written in [
            text.replacen("standing:join?v", "STANDING:JOIN?V", 1),
            text.replacen("&iss=credit.y", "&ISS=CREDIT.Y", 1),
            format!("\u{FEFF}{text}\u{200E}"),
            text.replacen("join", "jo\u{200B}in", 1),
        ] {
            assert_eq!(written.parse::<Link>().as_ref(), Ok(&link), "{written:?}");
        }
        let print = link.fingerprint.grouped();
        for written in [print.replace(' ', "\u{2011}"), print.replace(' ', "\u{200B}\u{2013}")] {
            assert_eq!(written.parse::<Fingerprint>(), Ok(link.fingerprint), "{written:?}");
        }
    }

    #[test]
    fn a_number_has_one_form() {
        let text = sample().to_string();
        for (wrong, part) in [
            (text.replace("v=1", "v=%2B1"), "v"),
            (text.replace("v=1", "v=01"), "v"),
            (text.replace("root=3", "root=%2B3"), "root"),
            (text.replace("root=3", "root=03"), "root"),
        ] {
            assert_eq!(wrong.parse::<Link>(), Err(LinkError::Part(part)), "{wrong}");
        }
    }

    #[test]
    fn a_link_leads_to_no_device_of_the_home_network() {
        let text = sample().to_string();
        let to = |host: &str| text.replace("credit.example%2F", &format!("{host}%2F"));
        for host in ["192.168.1.1", "router", "me%40credit.example"] {
            assert_eq!(to(host).parse::<Link>(), Err(LinkError::Part("repo")), "{host}");
        }
        // This machine itself is reached in tests only.
        let here = to("%5B%3A%3A1%5D").parse::<Link>();
        assert_eq!(here.is_ok(), cfg!(feature = "testonly"));
    }
}
