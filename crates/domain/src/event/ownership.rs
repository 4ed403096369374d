//! How somebody becomes owner or guest, and how that ends.

use crate::{
    command::{Displaced, Room},
    ids::{AgentId, HandoffId, OfferId, Timestamp},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum AssignCause {
    Accepted(OfferId),
    /// A queue that gives without asking.
    AutoAccepted,
    Pulled,
    /// A warm transfer was completed.
    TransferCompleted(HandoffId),
    /// A cold transfer nobody took came back to its sender.
    TransferReturned(HandoffId),
    TransferRecalled(HandoffId),
    /// The agent came back before anybody else accepted.
    Reconnected,
    /// The owner left for good; the receiver was already in the introduction.
    OwnerLost(HandoffId),
    /// A guest was made the owner.
    MadeOwner {
        from: AgentId,
    },
    /// A guest is next after an owner who left, was lost, or passed; they may pass for a while.
    Inherited {
        from: AgentId,
    },
    AssignedBy {
        supervisor: AgentId,
        room: Room,
    },
    /// By a supervisor, whatever room they have (invariant I3).
    TakenOver {
        from: AgentId,
    },
    /// Back to whom it was taken over from.
    HandedBack {
        by: AgentId,
    },
}

/// Whether ownership passed from one agent to another by transfer, escalation or return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Hop {
    None,
    From(AgentId),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum ReleaseCause {
    /// Sent on, and left.
    Transferred(HandoffId),
    Escalated(HandoffId),
    Returned(HandoffId),
    /// Handed over to somebody who is there, and left.
    HandedOver(HandoffId),
    /// Handed over, and stays as a guest.
    BecameGuest(HandoffId),
    /// Made a guest the owner.
    GaveTo(AgentId),
    /// Left a conference; a guest is the next.
    LeftTo(AgentId),
    /// Left a conference; no guest could be the next.
    Left,
    /// Was left it, and does not want it.
    Passed,
    Lost,
    WentOffline,
    Removed,
    Closed,
    NoRoomToWake,
    /// A supervisor moved it.
    MovedBy(AgentId),
    /// A supervisor took it over.
    TakenOver {
        by: AgentId,
        owner: Displaced,
    },
    /// A supervisor gave it back who had taken it over.
    HandedBack,
}

/// After-contact work that begins with a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct WrapUpStart {
    pub until: Timestamp,
    /// 0 where the queue's wrap-up holds no capacity.
    pub weight: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum WrapUpEnd {
    ByAgent,
    TimeUp,
    /// The conversation came back to the agent.
    CameBack,
    AgentRemoved,
    /// The visitor is erased: there is nobody to write of.
    Erased,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum GuestLeave {
    Left,
    Lost,
    /// Is an agent of the workspace no longer.
    Removed,
    /// By the owner, or a supervisor for them.
    RemovedBy(AgentId),
    BecameOwner,
    Closed,
}

/// How somebody became a guest. Only the invited are new to the visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum GuestJoin {
    /// A sender who stays after handing over, until they are silent for a while.
    #[default]
    HandedOver,
    /// Who was owner before, and stays.
    WasOwner,
    Invited(HandoffId),
}

/// By what ownership passed from one agent to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum HopKind {
    Transfer,
    Escalation,
    Return,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum CloseReason {
    Agent,
    Visitor,
    VisitorIdle,
    VisitorGone,
    WaitTimeout,
    MessageLeft,
    /// The queue was closed, and no message was left.
    OutOfHours,
    Supervisor,
    /// Its visitor is.
    Erased,
}
