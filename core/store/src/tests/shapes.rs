//! The shape of every value that is sealed as JSON. A build reads the values of all builds before
//! it: where a shape here changes, values of the old one need another schema byte and a reader.

use super::*;
use crate::seal::{Place, SCHEMA};
use serde_json::Value;
use std::cell::RefCell;

thread_local! {
    static SEEN: RefCell<BTreeMap<String, String>> = RefCell::default();
}

/// Notes the shape of a value that is being sealed on this thread.
pub fn note(place: &Place<'_>, json: &[u8]) {
    let value: Value = serde_json::from_slice(json).unwrap();
    // A row of the vault is a value of its own.
    let name = if place.table == "vault" { place.row } else { place.column };
    let key = format!("{} {name}", place.table);
    SEEN.with_borrow_mut(|seen| drop(seen.insert(key, shape(&value))));
}

fn shape(value: &Value) -> String {
    match value {
        Value::Null => "none".to_owned(),
        Value::Bool(_) => "bool".to_owned(),
        Value::Number(_) => "number".to_owned(),
        Value::String(_) => "text".to_owned(),
        Value::Array(items) => format!("[{}]", items.first().map(shape).unwrap_or_default()),
        Value::Object(members) => {
            let one = |(name, value)| format!("{name}: {}", shape(value));
            format!("{{ {} }}", members.iter().map(one).collect::<Vec<_>>().join(", "))
        }
    }
}

#[test]
fn the_shapes_of_stored_values_are_those_of_this_schema() {
    let (_folder, _secrets, store) = opened();
    damage::furnish(&store).unwrap();
    let line = |(place, shape): (String, String)| format!("{place}: {shape}\n");
    let seen: String = SEEN.take().into_iter().map(line).collect();
    insta::assert_snapshot!(format!("schema {SCHEMA}\n\n{seen}"));
}
