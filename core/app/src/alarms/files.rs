//! What a public file says, as values that can be put beside those of another.

use super::facts::{Fact, MAX_TEXT, Read, empty};
use crate::words::Words;
use serde_json::Value;
use standing_model::text::plain_at_most;

/// Values that are compared at most.
const MOST: usize = 2000;

/// A public file; none if it is not JSON. It is read to be shown, never to be used.
pub(super) fn read(document: &str, words: Words) -> Option<Read> {
    let file: Value = serde_json::from_str(document).ok()?;
    let said = file.get("signed").unwrap_or(&file);
    let version = said.get("version").and_then(Value::as_u64);
    let version = version.map(|n| words.say("alarm-value-version", &[("n", n.to_string().into())]));
    let mut facts = Vec::new();
    collect(said, String::new(), &mut facts);
    let size = u64::try_from(document.len()).map(|bytes| words.size(bytes));
    Some(Read {
        value: version.unwrap_or_default(),
        detail: size.unwrap_or_default(),
        facts,
        ..empty()
    })
}

/// Every value by the names that lead to it. The reader has limited the depth already.
fn collect(value: &Value, path: String, facts: &mut Vec<Fact>) {
    let under =
        |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path} / {name}") };
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                collect(value, under(name), facts);
            }
        }
        Value::Array(values) => {
            for (n, value) in (1..).zip(values) {
                collect(value, under(&format!("{n}")), facts);
            }
        }
        _ if facts.len() < MOST => {
            let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
            let label = plain_at_most(&path, MAX_TEXT);
            facts.push(Fact {
                key: path,
                part_of: None,
                label,
                value: plain_at_most(&text, MAX_TEXT),
            });
        }
        _ => {}
    }
}
