//! Events, bodies and answers to text and back: the only place where the journal's format is known (rule R2).
//!
//! The format is that of this crate's own types, never a derive on the domain's. Does not know tables.

mod answers;
mod bodies;
mod config;
mod events;
mod form;
mod history;
mod values;

use serde::Serialize;

pub use answers::{decode_answer, encode_answer};
pub use bodies::{decode_body, encode_body};
pub use events::{KINDS, decode, encode};

/// An event as a record tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Encoded {
    pub kind: &'static str,
    pub version: u16,
    /// One JSON object.
    pub body: String,
}

/// A record or body that cannot be read. The journal is damaged, or written by a later release:
/// the workspace must not be run by this one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DecodeError {
    #[error("this release does not know `{kind}` version {version}")]
    Unknown { kind: String, version: u16 },
    #[error("a `{kind}` version {version} is malformed: {detail}")]
    Malformed { kind: String, version: u16, detail: String },
}

impl DecodeError {
    fn malformed(kind: &str, version: u16, error: &serde_json::Error) -> Self {
        // The position and what was expected, never the content: a body may be personal.
        let detail = format!("{:?} error in column {}", error.classify(), error.column());
        Self::Malformed { kind: kind.to_owned(), version, detail }
    }
}

/// The written types have string or number keys and no failing fields, so they always have a JSON form.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("every written form is JSON")
}
