//! Lists of codes that a workspace keeps: reasons, dispositions, tags, why somebody is away.

use alloc::{string::String, vec::Vec};

/// A code of a list per workspace, with the words people see.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Code {
    pub code: String,
    pub label: String,
}

/// Why somebody may be away where a workspace names no reasons of its own.
#[must_use]
pub fn away_reasons() -> Vec<Code> {
    [("break", "Break"), ("lunch", "Lunch"), ("meeting", "Meeting"), ("training", "Training")]
        .map(|(code, label)| Code { code: code.into(), label: label.into() })
        .into()
}
