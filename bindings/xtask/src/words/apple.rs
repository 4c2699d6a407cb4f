//! The labels as string catalogs: for what the system shows without the app's own code, such as
//! notifications, the widget and the reasons for permissions.

use super::{Kind, Label, Parameter, Piece, Text};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// The catalog of all labels, from the root of the repository; git ignores it.
pub const LABELS: &str = "ios/App/generated/Localizable.xcstrings";

/// The catalog of what Info.plist says; git ignores it.
pub const INFO: &str = "ios/App/generated/InfoPlist.xcstrings";

/// The entries of Info.plist that a person reads, and the labels that they say.
const SAID: &[(&str, &str)] = &[
    ("CFBundleDisplayName", "app-name"),
    ("CFBundleName", "app-name"),
    ("NSCameraUsageDescription", "permission-camera"),
];

/// The catalog of all labels.
pub fn labels(labels: &[Label]) -> String {
    catalog(labels.iter().map(|label| (label.key.clone(), label)))
}

/// The catalog of Info.plist.
pub fn info(labels: &[Label]) -> Result<String> {
    let find = |key: &str| {
        let found = labels.iter().find(|label| label.key == key);
        found.with_context(|| format!("find the label `{key}` for Info.plist"))
    };
    let entries: Result<Vec<(String, &Label)>> =
        SAID.iter().map(|(name, key)| Ok(((*name).to_owned(), find(key)?))).collect();
    Ok(catalog(entries?.into_iter()))
}

fn catalog<'a>(entries: impl Iterator<Item = (String, &'a Label)>) -> String {
    let strings: Map<String, Value> = entries
        .map(|(name, label)| {
            let texts = json!({
                "en": localization(&label.english, &label.parameters),
                "zh-Hans": localization(&label.chinese, &label.parameters),
            });
            (name, json!({ "extractionState": "manual", "localizations": texts }))
        })
        .collect();
    let catalog = json!({ "sourceLanguage": "en", "strings": strings, "version": "1.0" });
    format!("{catalog:#}\n")
}

fn localization(text: &Text, parameters: &[Parameter]) -> Value {
    let unit = |pieces: &[Piece]| json!({ "stringUnit": { "state": "translated", "value": said(pieces, parameters) } });
    match text {
        Text::Plain(pieces) => unit(pieces),
        Text::Plural { .. } => {
            let forms: Map<String, Value> = text
                .forms()
                .into_iter()
                .map(|(category, pieces)| (category.to_owned(), unit(pieces)))
                .collect();
            json!({ "variations": { "plural": forms } })
        }
    }
}

/// `%1$lld` and `%2$@`: languages put the values in different orders.
fn said(pieces: &[Piece], parameters: &[Parameter]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            // Without values nobody formats the text, and a percent sign is itself.
            Piece::Words(words) if parameters.is_empty() => text.push_str(words),
            Piece::Words(words) => text.push_str(&words.replace('%', "%%")),
            Piece::Value(name) => text.push_str(&placeholder(name, parameters)),
        }
    }
    text
}

fn placeholder(name: &str, parameters: &[Parameter]) -> String {
    let found = parameters.iter().enumerate().find(|(_, parameter)| parameter.name == name);
    found.map_or_else(String::new, |(index, parameter)| {
        let kind = match parameter.kind {
            Kind::Number => "lld",
            Kind::Words => "@",
        };
        format!("%{}${kind}", index.saturating_add(1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    fn written(english: &str, chinese: &str) -> Value {
        let text = labels(&words::labels(english, chinese).unwrap());
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn a_label_stands_there_in_both_languages_with_its_values_by_place() {
        let catalog = written("a-b = { $n } % of { $word }\n", "a-b = { $word }的{ $n }%\n");
        let texts = &catalog["strings"]["a-b"]["localizations"];
        assert_eq!(texts["en"]["stringUnit"]["value"], "%1$lld %% of %2$@");
        assert_eq!(texts["zh-Hans"]["stringUnit"]["value"], "%2$@的%1$lld%%");
    }

    #[test]
    fn a_number_chooses_between_forms() {
        let english = "a-b = { $n ->\n    [one] 1 day\n   *[other] { $n } days\n  }\n";
        let catalog = written(english, "a-b = { $n }天\n");
        let forms = &catalog["strings"]["a-b"]["localizations"]["en"]["variations"]["plural"];
        assert_eq!(forms["one"]["stringUnit"]["value"], "1 day");
        assert_eq!(forms["other"]["stringUnit"]["value"], "%1$lld days");
    }

    #[test]
    fn a_label_that_info_plist_needs_and_is_missing_is_named() {
        let labels = words::labels("app-name = x\n", "app-name = x\n").unwrap();
        assert!(info(&labels).unwrap_err().to_string().contains("permission-camera"));
    }
}
