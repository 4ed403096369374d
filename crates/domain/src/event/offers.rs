//! Whom something is offered to, and how an offer ends that nobody accepted.

use alloc::vec::Vec;

use crate::ids::AgentId;

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum OfferTo {
    /// Reserves the conversation's weight.
    Agent(AgentId),
    /// To all eligible at once; reserves nothing.
    Broadcast(Vec<AgentId>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum OfferEnd {
    /// Ran out: a RONA, unless it was a broadcast or by name.
    Expired,
    /// The agent went offline, lost the connection for good or was removed.
    Offline,
    /// The server was restarted; made again, no RONA.
    Restart,
    /// What it proposed is no longer to be had.
    Withdrawn,
}
