//! How bodies are kept: what a person typed, by kind and content.
//!
//! A plain text stays plain, so that it can be searched and read in the table; what has fields is JSON.

use std::{borrow::Cow, collections::BTreeMap};

use domain::command::{Body, Note};

use super::{
    DecodeError,
    form::{Form, structs},
};

structs! {
    Note { text: String, goal: String, tried: String, ask: String }
}

const VERSION: u16 = 1;

/// The kind of a body and its content.
pub fn encode_body(body: &Body) -> (&'static str, Cow<'_, str>) {
    match body {
        Body::Text(text) => ("text", Cow::Borrowed(text)),
        Body::Note(note) => ("note", Cow::Owned(super::json(&note.write()))),
        Body::Attributes(attributes) => ("attributes", Cow::Owned(super::json(attributes))),
    }
}

/// The body kept under a kind and content.
pub fn decode_body(kind: &str, content: String) -> Result<Body, DecodeError> {
    let malformed = |error| DecodeError::malformed(kind, VERSION, &error);
    match kind {
        "text" => Ok(Body::Text(content)),
        "note" => serde_json::from_str(&content)
            .map(|note| Body::Note(Note::read(note)))
            .map_err(malformed),
        "attributes" => serde_json::from_str::<BTreeMap<_, _>>(&content)
            .map(Body::Attributes)
            .map_err(malformed),
        _ => Err(DecodeError::Unknown { kind: kind.to_owned(), version: VERSION }),
    }
}
