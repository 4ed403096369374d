//! Policies of a workspace: how long a chain of hand-overs may grow, which ways it may go, and what raises a
//! hand by itself.

use alloc::{string::String, vec::Vec};

use crate::ids::{QueueId, TeamId};

/// What happens to a move beyond [`Settings::chain_limit`](super::Settings::chain_limit).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum ChainPolicy {
    /// A hand is raised and the owner keeps it; without an answer in time the move is allowed and flagged.
    Supervisor,
    Block,
    /// It goes there and nowhere else.
    FinalQueue(QueueId),
}

/// A way that hand-overs may go. Where any is configured, no other is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Edge {
    pub from: EdgeEnd,
    pub to: EdgeEnd,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum EdgeEnd {
    Queue(QueueId),
    Team(TeamId),
    Tier(u8),
}

/// What raises a hand without anybody asking.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct HandRule {
    pub key: String,
    pub when: HandRuleWhen,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum HandRuleWhen {
    /// The visitor writes one of these words or phrases; compared without case.
    Keyword(Vec<String>),
    /// The chain has grown to [`Settings::chain_warning`](super::Settings::chain_warning).
    ChainWarning,
    /// The visitor has waited so long for an answer of the owner.
    Silence { ms: u64 },
}
