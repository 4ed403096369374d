//! Names and values inside a sentence that may run the other way.
//!
//! Where anything in a message runs from right to left, each value stands between FSI and PDI, so that a Hebrew
//! name in an English sentence, or an English one in an Arabic sentence, moves neither its neighbours nor the
//! full stop. Where everything runs from left to right the marks would do nothing and are left out.

use std::collections::BTreeMap;

use minijinja::{Value, value::ValueKind};

/// First strong isolate: what follows takes its own direction.
const FSI: char = '\u{2068}';
/// Pop directional isolate.
const PDI: char = '\u{2069}';

/// The values of a template, each set apart if the text or any of them runs from right to left.
pub(super) fn set_apart(
    template: &str,
    values: BTreeMap<&'static str, Value>,
) -> BTreeMap<&'static str, Value> {
    let mixed = runs_left(template) || values.values().any(any_runs_left);
    values.into_iter().map(|(key, value)| (key, clean(&value, mixed))).collect()
}

/// Texts without marks of their own, which could end an isolate early or turn the rest of the line.
fn clean(value: &Value, mixed: bool) -> Value {
    if let Some(text) = value.as_str() {
        let text: String = text.chars().filter(|char| !is_bidi_control(*char)).collect();
        return match mixed && !text.is_empty() {
            true => Value::from(format!("{FSI}{text}{PDI}")),
            false => Value::from(text),
        };
    }
    if value.kind() == ValueKind::Map {
        let cleaned = inner(value).map(|(key, value)| (key.to_string(), clean(&value, mixed)));
        return Value::from(cleaned.collect::<BTreeMap<String, Value>>());
    }
    value.clone()
}

fn any_runs_left(value: &Value) -> bool {
    value.as_str().is_some_and(runs_left)
        || value.kind() == ValueKind::Map && inner(value).any(|(_, value)| any_runs_left(&value))
}

fn inner(map: &Value) -> impl Iterator<Item = (Value, Value)> {
    let keys = map.try_iter().into_iter().flatten();
    keys.filter_map(|key| map.get_item(&key).ok().map(|value| (key, value)))
}

/// Whether a text has a letter of a script written from right to left.
fn runs_left(text: &str) -> bool {
    text.chars().any(|char| {
        matches!(char,
            '\u{0590}'..='\u{08ff}'
            | '\u{200f}'
            | '\u{fb1d}'..='\u{fdff}'
            | '\u{fe70}'..='\u{fefe}'
            | '\u{10800}'..='\u{10fff}'
            | '\u{1e800}'..='\u{1efff}')
    })
}

fn is_bidi_control(char: char) -> bool {
    matches!(char, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
