//! What one document says otherwise than another, entry by entry and field by field, in the words of the YAML.
//!
//! Compares what is written: a default that is spelled out counts as a change of that field.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::{document::Document, parse::values};

/// An entry of a section that would be there, would not, or would be otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub kind: ChangeKind,
    /// As the document names it: `queues`; `stages` for those of pipelines.
    pub section: &'static str,
    /// The key of the entry, `pipeline/stage` for a stage; none for a section that is one whole.
    pub key: Option<String>,
    /// Of an entry that is otherwise: its fields that are, by their path.
    pub fields: Vec<FieldChange>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChangeKind {
    Added,
    Removed,
    Changed,
}

/// Values as they are written, in one line; none where the field is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    pub field: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

enum Shape {
    Whole,
    Entries,
    /// Entries whose stages are told apart.
    Pipelines,
}

/// Every section, in the order in which changes are told.
const SECTIONS: [(&str, Shape); 21] = [
    ("workspace", Shape::Whole),
    ("settings", Shape::Whole),
    ("entry", Shape::Whole),
    ("skills", Shape::Entries),
    ("teams", Shape::Entries),
    ("agents", Shape::Entries),
    ("lists", Shape::Entries),
    ("hours", Shape::Entries),
    ("queues", Shape::Entries),
    ("pipelines", Shape::Pipelines),
    ("edges", Shape::Whole),
    ("hand_rules", Shape::Entries),
    ("alerts", Shape::Whole),
    ("reasons", Shape::Entries),
    ("dispositions", Shape::Entries),
    ("away_reasons", Shape::Entries),
    ("tags", Shape::Entries),
    ("messages", Shape::Whole),
    ("canned_replies", Shape::Entries),
    ("widget", Shape::Whole),
    ("retention", Shape::Whole),
];

/// Everything that `after` says otherwise than `before`.
#[must_use]
pub fn changes(before: &Document, after: &Document) -> Vec<Change> {
    let (before, after) = (values(&before.source), values(&after.source));
    let mut changes = Vec::new();
    for (section, shape) in SECTIONS {
        let (before, after) = (&before[section], &after[section]);
        match shape {
            Shape::Whole => changed(section, None, before, after, &mut changes),
            Shape::Entries => entries(section, before, after, &mut changes),
            Shape::Pipelines => {
                let (only_before, only_after) = (without_stages(before), without_stages(after));
                entries(section, &only_before, &only_after, &mut changes);
                entries("stages", &stages(before), &stages(after), &mut changes);
            }
        }
    }
    changes
}

fn entries(section: &'static str, before: &Value, after: &Value, changes: &mut Vec<Change>) {
    let nothing = Map::new();
    let of = |value| Value::as_object(value).unwrap_or(&nothing);
    let (before, after) = (of(before), of(after));
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    for key in keys {
        let whole = |kind| Change { kind, section, key: Some(key.clone()), fields: Vec::new() };
        match (before.get(key), after.get(key)) {
            (None, _) => changes.push(whole(ChangeKind::Added)),
            (_, None) => changes.push(whole(ChangeKind::Removed)),
            (Some(before), Some(after)) => changed(section, Some(key), before, after, changes),
        }
    }
}

fn changed(
    section: &'static str,
    key: Option<&String>,
    before: &Value,
    after: &Value,
    changes: &mut Vec<Change>,
) {
    let mut fields = Vec::new();
    compare(String::new(), before, after, &mut fields);
    if !fields.is_empty() {
        changes.push(Change { kind: ChangeKind::Changed, section, key: key.cloned(), fields });
    }
}

/// Maps field by field, everything else as one value.
fn compare(path: String, before: &Value, after: &Value, fields: &mut Vec<FieldChange>) {
    let map = |value: &Value| value.as_object().cloned().or_else(|| value.is_null().then(Map::new));
    let either = before.is_object() || after.is_object();
    if let (true, Some(before), Some(after)) = (either, map(before), map(after)) {
        let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
        for key in keys {
            let inner = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            let of = |map: &Map<String, Value>| map.get(key).cloned().unwrap_or_default();
            compare(inner, &of(&before), &of(&after), fields);
        }
    } else if before != after {
        fields.push(FieldChange { field: path, before: written(before), after: written(after) });
    }
}

fn written(value: &Value) -> Option<String> {
    let text = || value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    (!value.is_null()).then(text)
}

fn without_stages(pipelines: &Value) -> Value {
    let mut pipelines = pipelines.clone();
    for pipeline in pipelines.as_object_mut().into_iter().flat_map(Map::values_mut) {
        if let Some(pipeline) = pipeline.as_object_mut() {
            pipeline.remove("stages");
        }
    }
    pipelines
}

/// The stages of all pipelines, by `pipeline/stage`.
fn stages(pipelines: &Value) -> Value {
    let pipelines = pipelines.as_object().into_iter().flatten();
    let stages = pipelines.flat_map(|(key, pipeline)| {
        let stages = pipeline["stages"].as_object().into_iter().flatten();
        stages.map(move |(stage, entry)| (format!("{key}/{stage}"), entry.clone()))
    });
    Value::Object(stages.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_of_the_document_is_compared() {
        let schema: Value = serde_json::from_str(&crate::schema_json()).unwrap();
        let described: BTreeSet<&str> =
            schema["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(described, SECTIONS.iter().map(|(section, _)| *section).collect());
    }
}
