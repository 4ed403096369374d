//! What happened elsewhere, before Baton or beside it, in the words of its events.
//!
//! It is journaled and told by reports, Flow and Metadata; the desk knows nothing of it: no rule was asked, and
//! what is still open in it is a fact, not a live conversation.

use alloc::{collections::BTreeMap, string::String};

use crate::{
    event::Event,
    ids::{AgentId, QueueId, Timestamp},
};

/// Conversations, agents, queues and visitors of a history are numbered from here on, far above the counters of
/// the desk, so that neither ever meets the other's.
pub const FIRST_ID: u64 = 1 << 40;

/// One thing that happened, at its own time: the record that carries it has the time of the import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryStep {
    pub at: Timestamp,
    /// Of the conversation whose history it is, never another history.
    pub event: Event,
}

/// Who and what a history speaks of; each import adds its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HistoryNames {
    /// The zone of its days, by its IANA name; that of a configured workspace goes before it.
    pub zone: String,
    pub queues: BTreeMap<QueueId, HistoryQueue>,
    pub agents: BTreeMap<AgentId, String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryQueue {
    pub name: String,
    pub tier: u8,
}
