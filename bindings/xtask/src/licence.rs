//! Licence expressions as SPDX writes them: `(MIT OR Apache-2.0) AND Unicode-3.0`.
//!
//! `WITH` binds closest, then `AND`, then `OR`. A licence with an exception is a licence of its
//! own: allowing `GPL-2.0` does not allow `GPL-2.0 WITH Classpath-exception-2.0`, nor the reverse.

use anyhow::{Result, bail};

/// A licence expression.
#[derive(Debug, PartialEq, Eq)]
pub enum Licence {
    /// One licence, with its exception where it has one.
    One(String),
    /// Any of these will do.
    Any(Vec<Licence>),
    /// All of these bind.
    All(Vec<Licence>),
}

impl Licence {
    /// Reads an expression; a slash between two licences is the old way to write `OR`.
    pub fn parse(text: &str) -> Result<Self> {
        let spaced = text.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let (licence, rest) = any(&words)?;
        match rest {
            [] => Ok(licence),
            [extra, ..] => bail!("understand `{extra}` in the licence expression `{text}`"),
        }
    }

    /// The licences that stand in the way; empty when the list allows the expression.
    pub fn refused_by(&self, allowed: &[String]) -> Vec<String> {
        match self {
            Self::One(name) if allowed.contains(name) => Vec::new(),
            Self::One(name) => vec![name.clone()],
            Self::All(parts) => parts.iter().flat_map(|part| part.refused_by(allowed)).collect(),
            Self::Any(parts) => {
                let refused: Vec<_> = parts.iter().map(|part| part.refused_by(allowed)).collect();
                if refused.iter().any(Vec::is_empty) {
                    return Vec::new();
                }
                refused.concat()
            }
        }
    }
}

type Parsed<'a, 'b> = Result<(Licence, &'a [&'b str])>;

fn any<'a, 'b>(words: &'a [&'b str]) -> Parsed<'a, 'b> {
    joined(words, "OR", all, Licence::Any)
}

fn all<'a, 'b>(words: &'a [&'b str]) -> Parsed<'a, 'b> {
    joined(words, "AND", one, Licence::All)
}

fn joined<'a, 'b>(
    words: &'a [&'b str],
    link: &str,
    part: fn(&'a [&'b str]) -> Parsed<'a, 'b>,
    whole: fn(Vec<Licence>) -> Licence,
) -> Parsed<'a, 'b> {
    let (first, mut rest) = part(words)?;
    let mut parts = vec![first];
    while let Some((word, after)) = rest.split_first()
        && word.eq_ignore_ascii_case(link)
    {
        let (next, left) = part(after)?;
        parts.push(next);
        rest = left;
    }
    match parts.pop() {
        Some(only) if parts.is_empty() => Ok((only, rest)),
        last => {
            parts.extend(last);
            Ok((whole(parts), rest))
        }
    }
}

fn one<'a, 'b>(words: &'a [&'b str]) -> Parsed<'a, 'b> {
    match words {
        ["(", inner @ ..] => match any(inner)? {
            (licence, [")", rest @ ..]) => Ok((licence, rest)),
            _ => bail!("find the `)` of a licence expression"),
        },
        [name, with, exception, rest @ ..]
            if is_name(name) && with.eq_ignore_ascii_case("WITH") && is_name(exception) =>
        {
            Ok((Licence::One(format!("{name} WITH {exception}")), rest))
        }
        [name, rest @ ..] if is_name(name) => Ok((Licence::One((*name).to_owned()), rest)),
        [other, ..] => bail!("find a licence's name where `{other}` stands"),
        [] => bail!("find a licence's name at the end of an expression"),
    }
}

fn is_name(word: &str) -> bool {
    let keyword = ["AND", "OR", "WITH"].iter().any(|key| word.eq_ignore_ascii_case(key));
    let plain = |character: char| character.is_ascii_alphanumeric() || "-.+:".contains(character);
    !keyword && word.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> Vec<String> {
        let allowed = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"];
        Licence::parse(text).unwrap().refused_by(&allowed.map(str::to_owned))
    }

    #[test]
    fn one_allowed_choice_is_enough() {
        for text in ["MIT", "GPL-2.0-only OR MIT", "Unlicense/MIT", "(AGPL-3.0 OR MIT)"] {
            assert!(refused(text).is_empty(), "{text}");
        }
        assert_eq!(refused("GPL-3.0 OR AGPL-3.0"), ["GPL-3.0", "AGPL-3.0"]);
    }

    #[test]
    fn every_binding_part_must_be_allowed() {
        assert!(refused("(MIT OR Apache-2.0) AND Unicode-3.0").is_empty());
        assert_eq!(refused("(MIT OR Apache-2.0) AND OpenSSL"), ["OpenSSL"]);
    }

    #[test]
    fn and_binds_closer_than_or() {
        assert!(refused("MIT OR GPL-3.0 AND OpenSSL").is_empty());
        assert_eq!(refused("(MIT OR GPL-3.0) AND OpenSSL"), ["OpenSSL"]);
    }

    #[test]
    fn an_exception_makes_another_licence() {
        assert!(refused("Apache-2.0 WITH LLVM-exception").is_empty());
        assert_eq!(refused("MIT WITH Font-exception"), ["MIT WITH Font-exception"]);
    }

    #[test]
    fn what_is_not_an_expression_is_refused() {
        for text in ["", "MIT OR", "(MIT", "MIT)", "MIT Apache-2.0", "AND", "MIT WITH", "see file"]
        {
            assert!(Licence::parse(text).is_err(), "{text}");
        }
    }
}
