//! The labels of the apps, made from `core/locales/*/ui.ftl`: what a button says, and what a
//! screen reader says for it. Finished sentences about a person's data are the core's own.
//!
//! [`read`] reads and compares both languages; each backend writes one of the forms an app needs.

pub mod android;
pub mod apple;
pub mod kotlin;
mod label;
mod literal;
mod parse;
pub mod swift;

pub use label::{Kind, Label, Parameter, Piece, Text, camel};

use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A language of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English: one and other.
    English,
    /// Simplified Chinese: other alone.
    Chinese,
}

impl Language {
    /// Its file, from the root of the repository.
    pub fn file(self) -> &'static str {
        match self {
            Self::English => "core/locales/en/ui.ftl",
            Self::Chinese => "core/locales/zh-Hans/ui.ftl",
        }
    }

    /// Its plural categories for whole numbers, by CLDR.
    pub fn categories(self) -> &'static [&'static str] {
        match self {
            Self::English => &["one", "other"],
            Self::Chinese => &["other"],
        }
    }
}

/// Reads the labels of both languages, in the order of the English file.
pub fn read(workspace: &Workspace) -> Result<Vec<Label>> {
    let source = |language: Language| {
        let path = workspace.root.join(language.file());
        fs::read_to_string(&path).with_context(|| format!("read {}", language.file()))
    };
    labels(&source(Language::English)?, &source(Language::Chinese)?)
}

/// Writes a generated text; the folder comes with it.
pub fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("make {}", folder.display()))?;
    }
    // What did not change keeps its time, so that nothing is compiled again for it.
    if fs::read_to_string(path).is_ok_and(|before| before == text) {
        return Ok(());
    }
    fs::write(path, text).with_context(|| format!("write {}", path.display()))
}

/// Reads two sources and puts them beside each other.
fn labels(english: &str, chinese: &str) -> Result<Vec<Label>> {
    let english = parse::texts(Language::English, english)?;
    let mut chinese: BTreeMap<String, Text> =
        parse::texts(Language::Chinese, chinese)?.into_iter().collect();
    let mut labels = Vec::new();
    let mut names = BTreeMap::new();
    for (key, text) in english {
        let Some(other) = chinese.remove(&key) else {
            bail!("find `{key}` in {}, which {} has", CHINESE.file(), ENGLISH.file());
        };
        let name = camel(&key);
        if let Some(first) = names.insert(name.clone(), key.clone()) {
            bail!("tell `{key}` from `{first}` in {}: both become {name}", ENGLISH.file());
        }
        labels.push(Label {
            parameters: same_parameters(&key, &text, &other)?,
            key,
            english: text,
            chinese: other,
        });
    }
    match chinese.keys().next() {
        None => Ok(labels),
        Some(key) => bail!("find `{key}` in {}, which {} has", ENGLISH.file(), CHINESE.file()),
    }
}

const ENGLISH: Language = Language::English;
const CHINESE: Language = Language::Chinese;

/// The values of a label in the order of the English text; Chinese must take the same ones.
fn same_parameters(key: &str, english: &Text, chinese: &Text) -> Result<Vec<Parameter>> {
    let (mine, theirs) = (english.values(), chinese.values());
    let (mut sorted, mut other) = (mine.clone(), theirs.clone());
    sorted.sort_unstable();
    other.sort_unstable();
    if sorted != other {
        let list = |names: &[&str]| match names {
            [] => "none".to_owned(),
            names => names.join(", "),
        };
        bail!(
            "take the same values for `{key}`: {} in {}, {} in {}",
            list(&mine),
            ENGLISH.file(),
            list(&theirs),
            CHINESE.file()
        );
    }
    Ok(mine.into_iter().map(Parameter::named).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(english: &str, chinese: &str) -> String {
        labels(english, chinese).unwrap_err().to_string()
    }

    #[test]
    fn the_labels_of_the_project_are_readable() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let source = |language: Language| fs::read_to_string(root.join(language.file())).unwrap();
        let labels = labels(&source(ENGLISH), &source(CHINESE)).unwrap();
        assert!(labels.len() > 200, "{}", labels.len());
        assert!(labels.iter().any(|label| label.key == "app-name"));
    }

    #[test]
    fn a_label_that_one_language_lacks_is_named_with_the_file_that_lacks_it() {
        let both = "a-b = x\n";
        let said = refusal("a-b = x\na-c = y\n", both);
        assert_eq!(
            said,
            "find `a-c` in core/locales/zh-Hans/ui.ftl, which core/locales/en/ui.ftl has"
        );
        let said = refusal(both, "a-b = x\na-c = y\n");
        assert_eq!(
            said,
            "find `a-c` in core/locales/en/ui.ftl, which core/locales/zh-Hans/ui.ftl has"
        );
    }

    #[test]
    fn both_languages_take_the_same_values() {
        let said = refusal("a-b = { $n } of { $of }\n", "a-b = 第{ $n }\n");
        assert!(
            said.contains("`a-b`: n, of in core/locales/en")
                && said.contains("n in core/locales/zh"),
            "{said}"
        );
        let found = labels("a-b = { $n } of { $of }\n", "a-b = 共{ $of }第{ $n }\n").unwrap();
        let names: Vec<&str> = found[0].parameters.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["n", "of"]);
    }

    #[test]
    fn a_value_in_one_plural_form_only_counts_too() {
        let english = "a-b = { $n ->\n    [one] one { $word }\n   *[other] { $n }\n }\n";
        assert_eq!(labels(english, "a-b = { $n }{ $word }\n").unwrap().len(), 1);
        assert!(refusal(english, "a-b = { $n }\n").contains("word"));
    }

    #[test]
    fn two_keys_with_one_name_in_code_are_refused() {
        let said = refusal("a-b1 = x\na-b-1 = y\n", "a-b1 = x\na-b-1 = y\n");
        assert!(said.contains("`a-b-1` from `a-b1`") && said.contains("aB1"), "{said}");
    }
}
