//! The tables of members in `PROTOCOL.md`, made from `fixtures/schemas/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

/// The checked-in schemas by name.
pub struct Schemas(BTreeMap<String, Value>);

type Members = Map<String, Value>;

impl Schemas {
    pub fn read() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/schemas");
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let read = |path: &Path| serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        let name = |path: &Path| path.file_stem().unwrap().to_str().unwrap().to_owned();
        Self(entries.map(|path| (name(&path), read(&path))).collect())
    }

    pub fn names(&self) -> BTreeSet<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    /// Types that are described once for all documents: those of several, and plain values.
    fn common(&self) -> BTreeMap<&str, &Members> {
        let mut seen: BTreeMap<&str, (usize, &Members)> = BTreeMap::new();
        for (name, definition) in self.0.values().flat_map(definitions) {
            seen.entry(name).or_insert((0, definition)).0 += 1;
        }
        let plain = |one: &Members| one.contains_key("pattern") || one.contains_key("minimum");
        let common = seen.into_iter().filter(|(_, (count, one))| *count > 1 || plain(one));
        common.map(|(name, (_, one))| (name, one)).collect()
    }

    /// One table for each type of a document, the document's own first; `common` for those that
    /// several documents have.
    pub fn tables(&self, name: &str) -> String {
        let common = self.common();
        let mut text = String::new();
        if name == "common" {
            let is_plain =
                |one: &&Members| one.contains_key("type") && !one.contains_key("properties");
            text.push_str("| type | form | what |\n|---|---|---|\n");
            for (name, one) in common.iter().filter(|(_, one)| is_plain(one)) {
                let _ = writeln!(text, "| {name} | {} | {} |", form(one), what(one));
            }
            let others = common.iter().filter(|(_, one)| !is_plain(one));
            others.for_each(|(name, one)| text.push_str(&table(name, one)));
            return text.trim_end().to_owned();
        }
        let schema = self.0.get(name).unwrap_or_else(|| panic!("no schema {name}"));
        let root = schema.as_object().unwrap();
        text.push_str(&table(root["title"].as_str().unwrap(), root));
        let own: BTreeMap<&str, &Members> =
            definitions(schema).filter(|(name, _)| !common.contains_key(name)).collect();
        let mut order = Vec::new();
        named(schema, &own, &mut order);
        let own = order.iter().filter_map(|name| own.get_key_value(name));
        own.for_each(|(name, one)| text.push_str(&table(name, one)));
        text.trim().to_owned()
    }
}

fn definitions(schema: &Value) -> impl Iterator<Item = (&str, &Members)> {
    let all = schema.get("$defs").and_then(Value::as_object);
    all.into_iter().flatten().map(|(name, one)| (name.as_str(), one.as_object().unwrap()))
}

/// The types that a schema names, in the order in which a reader meets them.
fn named<'a>(schema: &'a Value, own: &BTreeMap<&'a str, &'a Members>, order: &mut Vec<&'a str>) {
    match schema {
        Value::Array(items) => items.iter().for_each(|item| named(item, own, order)),
        Value::Object(members) => {
            for (name, one) in members.iter().filter(|(name, _)| *name != "$defs") {
                let Some(to) = one.as_str().filter(|_| name == "$ref") else {
                    named(one, own, order);
                    continue;
                };
                let to = to.trim_start_matches("#/$defs/");
                if let Some((known, definition)) = own.get_key_value(to)
                    && !order.contains(known)
                {
                    order.push(known);
                    definition.values().for_each(|one| named(one, own, order));
                }
            }
        }
        _ => {}
    }
}

fn table(name: &str, one: &Members) -> String {
    let mut text = format!("\n*{name}*: {}\n\n", what(one));
    if let Some(choices) = one.get("oneOf").and_then(Value::as_array) {
        text.push_str("| one of | type | what |\n|---|---|---|\n");
        for choice in choices {
            let choice = choice.as_object().unwrap();
            if let Some(word) = choice.get("const").and_then(Value::as_str) {
                let _ = writeln!(text, "| `\"{word}\"` | | {} |", what(choice));
            }
            for (member, inner) in
                choice.get("properties").and_then(Value::as_object).into_iter().flatten()
            {
                let inner = inner.as_object().unwrap();
                let _ = writeln!(
                    text,
                    "| `{{\"{member}\": …}}` | {} | {} |",
                    form(inner),
                    what(choice)
                );
            }
        }
        return text;
    }
    let Some(members) = one.get("properties").and_then(Value::as_object) else {
        return format!("{}{}\n", text.trim_end(), format_args!(" Written as {}.", form(one)));
    };
    let required = one.get("required").and_then(Value::as_array);
    let is_required = |name: &str| required.is_some_and(|all| all.iter().any(|one| one == name));
    text.push_str("| member | type | what |\n|---|---|---|\n");
    for (member, inner) in members {
        let inner = inner.as_object().unwrap();
        let mark = if is_required(member) { "" } else { "?" };
        let _ = writeln!(text, "| `{member}`{mark} | {} | {} |", form(inner), what(inner));
    }
    text
}

/// What a value looks like.
fn form(one: &Members) -> String {
    let text = |name: &str| one.get(name).and_then(Value::as_str);
    let number = |name: &str| one.get(name).and_then(Value::as_i64);
    if let Some(to) = text("$ref") {
        return to.trim_start_matches("#/$defs/").to_owned();
    }
    if let Some(fixed) = one.get("const") {
        return fixed.to_string();
    }
    if let Some(words) = one.get("enum").and_then(Value::as_array) {
        let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
        return words.join(" or ");
    }
    match text("type") {
        Some("array") => {
            let of = one.get("items").and_then(Value::as_object).map(form).unwrap_or_default();
            let of = if of.is_empty() { "forms of a table".to_owned() } else { of };
            let most = number("maxItems").map(|most| format!(", at most {most}"));
            let least = number("minItems").map(|least| format!(", at least {least}"));
            format!("list of {of}{}{}", least.unwrap_or_default(), most.unwrap_or_default())
        }
        Some("integer") => match (number("minimum"), number("maximum")) {
            (Some(0), Some(255)) => "u8".to_owned(),
            (Some(0), Some(4_294_967_295)) => "u32".to_owned(),
            (Some(-2_147_483_648), Some(2_147_483_647)) => "i32".to_owned(),
            (Some(least), Some(9_007_199_254_740_991)) if least < 0 => {
                "integer within ±(2^53 − 1)".to_owned()
            }
            (Some(least), Some(most)) => format!("integer from {least} to {most}"),
            _ => "integer".to_owned(),
        },
        Some("string") => {
            let pattern =
                text("pattern").map(|pattern| format!(" `{}`", pattern.replace('|', "\\|")));
            let most = number("maxLength").map(|most| format!(", at most {most} characters"));
            format!("text{}{}", pattern.unwrap_or_default(), most.unwrap_or_default())
        }
        Some("boolean") => "`true` or `false`".to_owned(),
        Some(other) => other.to_owned(),
        None => String::new(),
    }
}

fn what(one: &Members) -> String {
    let text = one.get("description").and_then(Value::as_str).unwrap_or_default();
    text.replace("PROTOCOL §", "§").replace('|', "\\|")
}
