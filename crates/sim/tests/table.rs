//! Holds `docs/stories.md` to the stories there are, and the stories to the events there are: each kind is told.

use std::{collections::BTreeSet, fs, path::Path};

const HERE: &str = env!("CARGO_MANIFEST_DIR");
/// About the format, the simulation and this table, not about rules of the product.
const NOT_RULES: &[&str] = &[
    "days",
    "estimated_wait",
    "format",
    "past",
    "runs",
    "shrinking",
    "table",
    "waiting_lines",
    "main",
];
/// Imported, never decided: no story can make them happen.
const UNTOLD: &[&str] = &["HistoryNamed", "HistoryImported"];

#[test]
fn every_story_stands_in_the_table() {
    let table =
        fs::read_to_string(Path::new(HERE).join("../../docs/stories.md")).expect("the table");
    let named: BTreeSet<String> =
        table.split('`').filter(|word| word.contains("::")).map(str::to_owned).collect();
    let there: BTreeSet<String> = fs::read_dir(Path::new(HERE).join("tests"))
        .expect("the stories")
        .map(|entry| entry.expect("a file").path())
        .flat_map(|path| stories(&path))
        .collect();
    let missing: Vec<_> = there.difference(&named).collect();
    let unknown: Vec<_> = named.difference(&there).collect();
    assert!(missing.is_empty(), "not in docs/stories.md: {missing:#?}");
    assert!(unknown.is_empty(), "in docs/stories.md and nowhere else: {unknown:#?}");
}

#[test]
fn every_kind_of_event_is_told_by_some_story() {
    let events =
        fs::read_to_string(Path::new(HERE).join("../domain/src/event/mod.rs")).expect("the events");
    let (_, list) = events.split_once("pub enum Event {").expect("the list of events");
    let (list, _) = list.split_once("\n}").expect("its end");
    let kinds = list
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .filter(|line| line.starts_with(char::is_uppercase));
    let kinds = kinds.map(|line| line.split([' ', ',']).next().unwrap_or_default());
    let told: String = fs::read_dir(Path::new(HERE).join("tests"))
        .expect("the stories")
        .map(|entry| fs::read_to_string(entry.expect("a file").path()).expect("a readable file"))
        .collect();
    let kinds = kinds.filter(|kind| !UNTOLD.contains(kind));
    let untold: Vec<&str> = kinds.filter(|kind| !told.contains(&format!("  {kind}"))).collect();
    assert!(untold.is_empty(), "no story tells of {untold:?}");
}

/// The tests of one module as `module::name`.
fn stories(path: &Path) -> Vec<String> {
    let module = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    if NOT_RULES.contains(&module) {
        return Vec::new();
    }
    let source = fs::read_to_string(path).expect("a readable file");
    let after_attribute = source.split("#[test]\nfn ").skip(1);
    after_attribute
        .filter_map(|rest| rest.split_once('('))
        .map(|(name, _)| format!("{module}::{name}"))
        .collect()
}
