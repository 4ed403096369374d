//! Transfers, escalations, returns and invitations: how they begin and how they end.

use alloc::string::String;

use crate::{
    command::{Target, TransferMode},
    config::Place,
    ids::{AgentId, BodyId, HandoffId, ListId},
};

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct InvitationStart {
    pub handoff: HandoffId,
    /// The owner it is made for.
    pub by: AgentId,
    pub target: Target,
    /// Where the guest takes part: its line, and the units it takes.
    pub place: Place,
    /// Earlier waiting that counts in the line.
    pub credit_ms: u64,
    pub priority: u8,
    pub reason: Option<String>,
    pub note: Option<BodyId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct TransferStart {
    pub handoff: HandoffId,
    pub from: AgentId,
    pub target: Target,
    pub mode: TransferMode,
    /// The place the conversation is in once it has moved.
    pub place: Place,
    /// Where it came from.
    pub from_place: Place,
    /// Earlier waiting that counts in the line of a warm transfer to a queue.
    pub credit_ms: u64,
    /// The conversation's priority there, and once it has moved.
    pub priority: u8,
    pub reason: Option<String>,
    pub note: Option<BodyId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct EscalationStart {
    pub handoff: HandoffId,
    pub from: AgentId,
    /// The key of the option, in the stage it came from.
    pub option: String,
    /// Only these agents are eligible at first.
    pub list: Option<ListId>,
    pub place: Place,
    pub from_place: Place,
    pub priority: u8,
    pub reason: Option<String>,
    pub note: Option<BodyId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct ReturnStart {
    pub handoff: HandoffId,
    pub from: AgentId,
    /// Who had it in that place; asked first if there with room.
    pub to: AgentId,
    pub place: Place,
    pub from_place: Place,
    pub priority: u8,
    pub note: Option<BodyId>,
}

/// What kind of handoff is open, with what is particular to it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum HandoffKind {
    Transfer(TransferMode),
    /// Along the option of this key.
    Escalation {
        option: String,
    },
    Return,
}

/// How far a transfer had come when it ended without a new owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum TransferPhase {
    /// Warm; nobody had accepted.
    Asked,
    /// Warm; the receiver was present, and leaves.
    Introduction { receiver: AgentId },
    /// Cold; the conversation was waiting.
    Waiting,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum TransferOutcome {
    Declined(DeclineCause),
    Expired(ExpireCause),
    Cancelled(CancelCause),
    Failed(FailCause),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum DeclineCause {
    Declined,
    HandedBack,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum ExpireCause {
    TimeUp,
    Offline,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum CancelCause {
    BySender,
    Recalled,
    Closed,
    Fallback,
    Requeued,
    Assigned,
    TakenOver,
    /// An invitation: its owner owns the conversation no longer.
    OwnerChanged,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum FailCause {
    TargetRemoved,
    QueueClosed,
    /// The receiver's connection was lost during the introduction.
    ReceiverLost,
}
