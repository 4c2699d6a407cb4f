//! The words after `cargo xtask`, read by hand: there are few of them.

use crate::app::Opening;
use crate::bench::LEAST_ROUNDS;
use anyhow::{Result, anyhow, bail};

/// What the developer asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    /// Show what there is.
    Help,
    /// Name the parts of the test.
    ListParts,
    /// Run the test, or only the named parts of it.
    Test {
        /// Names of parts; empty means all.
        only: Vec<String>,
    },
    /// Open the Android app in a window.
    App(Opening),
    /// Take pictures of its screens.
    Pictures {
        /// Names of screens; empty means all.
        only: Vec<String>,
    },
    /// Write what the apps compile and nobody writes by hand.
    Generate {
        /// Only the labels, which need no build.
        labels: bool,
    },
    /// Compare the surface of the bindings with `bindings/api.txt`.
    Api {
        /// Write the file anew instead.
        bless: bool,
    },
    /// Check every dependency with cargo-deny.
    Audit,
    /// Measure the product against baselines.
    Bench {
        /// Names of figures; empty means all.
        only: Vec<String>,
        /// Turns of each.
        rounds: u32,
    },
}

/// Reads the words of a command line.
pub fn read(words: &[String]) -> Result<Request> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if words.iter().any(|word| ["--help", "-h"].contains(word)) {
        return Ok(Request::Help);
    }
    match words.as_slice() {
        [] | ["help", ..] => Ok(Request::Help),
        ["test", "--list"] => Ok(Request::ListParts),
        ["test", rest @ ..] => Ok(Request::Test { only: names("test", rest)? }),
        ["app", rest @ ..] => Ok(Request::App(opening(rest, Opening::default())?)),
        ["pictures", rest @ ..] => Ok(Request::Pictures { only: names("pictures", rest)? }),
        ["generate"] => Ok(Request::Generate { labels: false }),
        ["generate", "--labels"] => Ok(Request::Generate { labels: true }),
        ["api"] => Ok(Request::Api { bless: false }),
        ["api", "--bless"] => Ok(Request::Api { bless: true }),
        ["audit"] => Ok(Request::Audit),
        ["bench", rest @ ..] => bench(rest),
        [known @ ("api" | "audit" | "generate"), other, ..] => Err(misunderstood(known, other)),
        [other, ..] => bail!("find a command named `{other}`; `cargo xtask help` lists them"),
    }
}

/// Names of parts, screens or figures; here they are told from options.
fn names(command: &str, words: &[&str]) -> Result<Vec<String>> {
    match words.iter().find(|word| word.starts_with('-')) {
        Some(option) => Err(misunderstood(command, option)),
        None => Ok(words.iter().map(|word| (*word).to_owned()).collect()),
    }
}

/// Reads how the window is to open.
fn opening(words: &[&str], so_far: Opening) -> Result<Opening> {
    match words {
        [] => Ok(so_far),
        ["--fresh", rest @ ..] => opening(rest, Opening { fresh: true, ..so_far }),
        ["--dark", rest @ ..] => opening(rest, Opening { dark: true, ..so_far }),
        ["--lang", language @ ("en" | "zh"), rest @ ..] => {
            opening(rest, Opening { language: Some((*language).to_owned()), ..so_far })
        }
        ["--lang", ..] => bail!("read `--lang`: it takes en or zh"),
        ["--text", size, rest @ ..] if is_text_size(size) => {
            opening(rest, Opening { text: Some((*size).to_owned()), ..so_far })
        }
        ["--text", ..] => bail!("read `--text`: it takes a size from 1.0 to 2.0"),
        [other, ..] => Err(misunderstood("app", other)),
    }
}

fn is_text_size(size: &str) -> bool {
    size.parse().is_ok_and(|number: f64| (1.0..=2.0).contains(&number))
}

/// Reads `--rounds N` in front of names.
fn bench(words: &[&str]) -> Result<Request> {
    let (rounds, rest) = match words {
        ["--rounds", number, rest @ ..] => (number.parse().unwrap_or(0), rest),
        rest => (LEAST_ROUNDS, rest),
    };
    if rounds < LEAST_ROUNDS {
        bail!("measure so few rounds: `--rounds` takes a number from {LEAST_ROUNDS} up");
    }
    Ok(Request::Bench { only: names("bench", rest)?, rounds })
}

fn misunderstood(command: &str, word: &str) -> anyhow::Error {
    anyhow!("understand `{word}` after `{command}`; `cargo xtask help` shows what it takes")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(line: &str) -> Result<Request> {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        read(&words)
    }

    #[test]
    fn nothing_asked_is_answered_with_help() {
        for line in ["", "help", "--help", "test --help", "app --dark -h"] {
            assert_eq!(asked(line).unwrap(), Request::Help, "{line}");
        }
    }

    #[test]
    fn a_test_is_of_all_parts_or_of_those_that_are_named() {
        assert_eq!(asked("test").unwrap(), Request::Test { only: vec![] });
        let only = vec!["rust".to_owned(), "format".to_owned()];
        assert_eq!(asked("test rust format").unwrap(), Request::Test { only });
    }

    #[test]
    fn a_bench_takes_at_least_nine_turns() {
        let only = vec!["P1".to_owned()];
        assert_eq!(asked("bench P1").unwrap(), Request::Bench { only, rounds: 9 });
        assert_eq!(
            asked("bench --rounds 31").unwrap(),
            Request::Bench { only: vec![], rounds: 31 }
        );
        assert!(asked("bench --rounds 3").is_err() && asked("bench --rounds many").is_err());
    }

    #[test]
    fn pictures_are_taken_of_all_screens_or_of_those_that_are_named() {
        assert_eq!(asked("pictures").unwrap(), Request::Pictures { only: vec![] });
        let only = vec!["home".to_owned(), "sync".to_owned()];
        assert_eq!(asked("pictures home sync").unwrap(), Request::Pictures { only });
    }

    #[test]
    fn the_window_opens_as_asked() {
        let fresh = Opening { fresh: true, dark: true, ..Opening::default() };
        assert_eq!(asked("app --fresh --dark").unwrap(), Request::App(fresh));
        let large = Opening {
            language: Some("zh".to_owned()),
            text: Some("1.5".to_owned()),
            ..Opening::default()
        };
        assert_eq!(asked("app --text 1.5 --lang zh").unwrap(), Request::App(large));
    }

    #[test]
    fn a_slip_is_answered_with_what_to_type() {
        for (line, hint) in [
            ("tset", "cargo xtask help"),
            ("test --olny rust", "cargo xtask help"),
            ("bench P1 --rounds 12", "cargo xtask help"),
            ("generate --label", "cargo xtask help"),
            ("app --lang de", "en or zh"),
            ("app --text 20", "1.0 to 2.0"),
            ("app --drak", "cargo xtask help"),
            ("api --bles", "cargo xtask help"),
            ("pictures --only home", "cargo xtask help"),
        ] {
            let said = asked(line).unwrap_err().to_string();
            assert!(said.contains(hint), "{line}: {said}");
        }
    }
}
