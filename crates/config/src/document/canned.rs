//! Replies kept ready for agents.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Texts;
use crate::position::At;

/// A reply kept ready: its key is what is written after the slash.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CannedEntry {
    /// What agents find it by.
    pub title: At<String>,
    /// The words, by language; variables as in messages, `agent.name` is the one who writes.
    pub text: Texts,
    /// Only for conversations in these queues; everywhere if left out.
    #[serde(default)]
    pub queues: Vec<At<String>>,
    /// Only for agents of these teams; for everybody if left out.
    #[serde(default)]
    pub teams: Vec<At<String>>,
}
