//! Replies that agents have at hand: words to begin from, never sent by themselves. The rules never look at them.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
};

use super::Agent;
use crate::ids::{QueueId, TeamId};

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct CannedReply {
    /// The word after the slash.
    pub key: String,
    /// What agents find it by.
    pub title: String,
    /// A template by language code.
    pub texts: BTreeMap<String, String>,
    /// Only for conversations that are there; everywhere if none is named.
    pub queues: BTreeSet<QueueId>,
    /// Only for agents of these; for everybody if none is named.
    pub teams: BTreeSet<TeamId>,
}

impl CannedReply {
    /// Whether an agent has it at hand in a conversation of this queue.
    #[must_use]
    pub fn is_for(&self, agent: &Agent, queue: QueueId) -> bool {
        (self.queues.is_empty() || self.queues.contains(&queue))
            && (self.teams.is_empty() || !self.teams.is_disjoint(&agent.teams))
    }
}
