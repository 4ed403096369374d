//! What supervisors are alerted to, and how raised hands and assists end.

use alloc::string::String;

use crate::ids::AgentId;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Alert {
    /// The only agent of the queue declined or did not answer.
    OnlyAgentUnwilling,
    /// The visitor was asked to choose because nobody came.
    NobodyCame,
    Quarantined,
    /// Nobody answered a raised hand, or nobody is there to.
    HandUnanswered,
    /// A move beyond the chain's limit was allowed because nobody answered.
    MoveUnanswered,
    /// A message that was left stands there for a working day.
    MessageUnanswered,
}

/// Why a hand is up.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum HandCause {
    /// The owner asks.
    Asked,
    /// By the key of a rule of the configuration.
    Rule(String),
    /// The chain guard stopped a move.
    ChainLimit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum HandEnd {
    LoweredBy(AgentId),
    /// A supervisor answered it.
    TakenBy(AgentId),
    /// A supervisor allowed the move it was raised for.
    MoveAllowedBy(AgentId),
    OwnershipMoved,
    Closed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum SupervisorLeave {
    Left,
    Lost,
    /// No longer a supervisor.
    Removed,
    /// Owner, guest or in an introduction from here.
    TookPart,
    Closed,
}
