//! The committed contract is what the server serves. `UPDATE_CONTRACTS=1` writes it anew.

use std::{fs, path::Path};

#[test]
fn the_committed_openapi_document_is_the_one_generated() {
    is_committed("openapi.json", &server::openapi_json());
}

#[test]
fn the_committed_texts_of_reports_are_those_generated() {
    is_committed("reports.json", &server::reports_json());
}

fn is_committed(name: &str, generated: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../api").join(name);
    if std::env::var_os("UPDATE_CONTRACTS").is_some() {
        fs::write(&path, generated).expect("the contract is written");
    }
    let committed = fs::read_to_string(&path).expect("the contract is committed");
    assert!(
        committed == generated,
        "run `UPDATE_CONTRACTS=1 cargo test -p server contract` and commit api/"
    );
}

#[test]
fn every_reference_of_the_contract_leads_somewhere() {
    let document: serde_json::Value = serde_json::from_str(&server::openapi_json()).expect("JSON");
    let known = document["components"]["schemas"].as_object().expect("schemas");
    let mut missing = Vec::new();
    visit(&document, &mut |name| {
        if !known.contains_key(name) {
            missing.push(name.to_owned());
        }
    });
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn no_two_operations_have_one_name() {
    let document: serde_json::Value = serde_json::from_str(&server::openapi_json()).expect("JSON");
    let paths = document["paths"].as_object().expect("paths").values();
    let operations = paths.flat_map(|item| item.as_object().expect("methods").values());
    let names: Vec<&str> =
        operations.filter_map(|operation| operation["operationId"].as_str()).collect();
    let distinct: std::collections::BTreeSet<&str> = names.iter().copied().collect();
    assert!(names.len() > 30 && distinct.len() == names.len(), "{names:?}");
}

#[test]
fn every_event_is_called_by_a_thing_and_what_happened_to_it() {
    let document: serde_json::Value = serde_json::from_str(&server::openapi_json()).expect("JSON");
    let names = document["components"]["schemas"]["EventName"]["enum"].as_array().expect("names");
    let word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    let odd: Vec<_> = names
        .iter()
        .filter_map(|name| name.as_str())
        .filter(|name| !name.split_once('.').is_some_and(|(noun, verb)| word(noun) && word(verb)))
        .collect();
    assert!(names.len() > 40 && odd.is_empty(), "{odd:?}");
}

fn visit(value: &serde_json::Value, found: &mut impl FnMut(&str)) {
    match value {
        serde_json::Value::Object(object) => {
            if let Some(name) = object.get("$ref").and_then(|path| path.as_str()) {
                found(name.trim_start_matches("#/components/schemas/"));
            }
            object.values().for_each(|value| visit(value, found));
        }
        serde_json::Value::Array(items) => items.iter().for_each(|value| visit(value, found)),
        serde_json::Value::Null
        | serde_json::Value::Bool(_)
        | serde_json::Value::Number(_)
        | serde_json::Value::String(_) => {}
    }
}
