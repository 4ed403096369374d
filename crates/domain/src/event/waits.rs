//! How waits begin and end, and what is kept for somebody meanwhile.

use crate::{
    config::Place,
    estimate::Prediction,
    ids::{AgentId, HandoffId, ListId, Timestamp},
};

/// How a wait begins.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct WaitStart {
    pub place: Place,
    pub cause: WaitCause,
    /// Earlier waiting that counts here.
    pub credit_ms: u64,
    /// Re-queued after a lost agent: stands before every priority.
    pub front: bool,
    pub priority: u8,
    /// The agent who sent it here; not offered to them unless nobody else online could take it.
    pub sender: Option<AgentId>,
    pub reserved: Option<Reservation>,
    /// Only these agents are eligible at first.
    pub list: Option<ListId>,
    /// What is shown of it from the start: an escalation says the new wait in the same breath.
    pub shown: Option<Prediction>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum WaitCause {
    Opened,
    Transfer(HandoffId),
    Escalation(HandoffId),
    Return(HandoffId),
    /// A cold transfer to an agent that nobody took.
    Unanswered(HandoffId),
    /// The max wait of the place before was over.
    Fallback,
    /// The queue was closed.
    OutOfHours,
    /// The same, and its fallback leads back to where it came from.
    FallbackBack,
    AgentLost(AgentId),
    AgentWentOffline(AgentId),
    AgentRemoved(AgentId),
    /// A parked conversation whose owner found no room in time.
    OwnerHadNoRoom(AgentId),
    /// The owner of a conference left, or passed, and no guest could be the next.
    OwnerLeft(AgentId),
    RequeuedBy(AgentId),
}

/// How a wait ended of which something was predicted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum PredictionOutcome {
    /// An agent came: the prediction held, or did not.
    Answered,
    /// The visitor gave up: it would have taken at least as long.
    Left,
    /// A fallback, a recall, a closing by somebody else: says little about the prediction.
    MovedOn,
}

/// A waiting conversation kept for one agent. Counts towards that agent's load once they have room for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Reservation {
    pub agent: AgentId,
    pub until: Timestamp,
    pub purpose: ReservedFor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum ReservedFor {
    /// The visitor's last owner in this queue.
    LastOwner,
    /// A cold transfer to this agent by name.
    NamedReceiver,
    /// Whoever had it in this place before it left, by a return or a fallback.
    PreviousOwner,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum ReservationEnd {
    TimeUp,
    Declined,
    Unanswered,
    WentOffline,
    AgentRemoved,
}
