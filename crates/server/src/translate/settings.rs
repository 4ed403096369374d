//! Personal settings: one row of the store for each field, so that a field added later leaves the others as they are.

use std::collections::BTreeMap;

use protocol::http::Settings;
use serde_json::{Map, Value};

/// What is kept, with what the product says of everything else. A value that cannot be read any more counts as unset.
pub fn settings(rows: Vec<(String, String)>) -> Settings {
    let mut read = Map::new();
    for (key, value) in rows {
        let Ok(value) = serde_json::from_str::<Value>(&value) else { continue };
        let alone = Value::Object(Map::from_iter([(key.clone(), value.clone())]));
        if serde_json::from_value::<Settings>(alone).is_ok() {
            read.insert(key, value);
        }
    }
    serde_json::from_value(Value::Object(read)).unwrap_or_default()
}

/// As they are kept. What is left out on the wire is `null` here, so that it can be unset.
pub fn rows(settings: &Settings) -> BTreeMap<String, String> {
    let value = serde_json::to_value(settings).expect("types of the wire have a JSON form");
    let Value::Object(fields) = value else { return BTreeMap::new() };
    let unset = [("language".to_owned(), Value::Null.to_string())];
    let rows = fields.into_iter().map(|(key, value)| (key, value.to_string()));
    unset.into_iter().chain(rows).collect()
}
