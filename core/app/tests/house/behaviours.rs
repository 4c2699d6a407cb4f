//! What both phones do, and the test of each that shows it: `fixtures/behaviours.json`.

use serde_json::Value;

use crate::breach::Breach;
use crate::source::Text;

/// The table.
pub const TABLE: &str = "fixtures/behaviours.json";

/// The apps by their names in the table, and the ending of their tests.
const APPS: [(&str, &str); 2] = [("android", ".kt"), ("ios", ".swift")];

/// Behaviours that one app does not show, or shows by a test that is not there.
pub fn unshown(table: &Text, tests: &[Text]) -> Vec<Breach> {
    let read: Value = serde_json::from_str(&table.text).unwrap_or_default();
    let rows = read.pointer("/behaviours").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut breaches = Vec::new();
    if rows.is_empty() {
        breaches.push(breach("has no behaviours".to_owned()));
    }
    for row in rows {
        let behaviour = row.get("behaviour").and_then(Value::as_str).unwrap_or_default();
        for (app, ending) in APPS {
            let named = row.get(app).and_then(Value::as_str).unwrap_or_default();
            let marks = [format!("fun `{named}`"), format!("\"{named}\"")];
            let shown = tests.iter().filter(|file| file.path.ends_with(ending));
            let found =
                shown.filter(|file| marks.iter().any(|mark| file.text.contains(mark))).count();
            if named.is_empty() || found == 0 {
                breaches.push(breach(format!("“{behaviour}”: {app} has no test “{named}”")));
            }
        }
    }
    breaches
}

fn breach(what: String) -> Breach {
    Breach { file: TABLE.to_owned(), line: 1, what }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breach::told;

    #[test]
    fn what_one_app_alone_shows_is_named() {
        let text = |path: &str, text: &str| Text { path: path.to_owned(), text: text.to_owned() };
        let table = text(
            TABLE,
            r#"{ "behaviours": [{ "behaviour": "b", "android": "it does", "ios": "it does, too" }] }"#,
        );
        let kotlin = text("a.kt", "fun `it does`() = x");
        let found = told(&unshown(&table, std::slice::from_ref(&kotlin)));
        assert_eq!(found.len(), 1, "{found:?}");
        let swift = text("a.swift", "@Test(\"it does, too\")");
        assert_eq!(told(&unshown(&table, &[kotlin, swift])), [""; 0]);
        assert_eq!(unshown(&text(TABLE, "{}"), &[]).len(), 1);
    }
}
