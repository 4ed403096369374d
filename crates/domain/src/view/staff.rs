//! What members of staff see.

use alloc::{boxed::Box, string::String, vec::Vec};

use super::{Relation, actions::AllowedAction};
use crate::{
    command::{AssistMode, ChosenStatus, Target},
    config::Place,
    estimate::Prediction,
    event::{CloseReason, HandCause, HandoffKind},
    explain::Explanation,
    ids::{AgentId, BodyId, ConversationId, HandoffId, OfferId, PipelineId, Timestamp, VisitorId},
    state::{ListFirst, StoppedMove},
};

/// The viewer's own desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    pub agent: AgentId,
    pub chosen: ChosenStatus,
    pub reason: Option<String>,
    pub status: AgentStatus,
    pub load: u32,
    pub capacity: u32,
    pub wrap_ups: Vec<WrapUp>,
}

/// The status in effect: what the agent chose, or what the system found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum AgentStatus {
    Online,
    TransferOnly,
    Away,
    Offline,
    NotResponding,
    Disconnected,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrapUp {
    pub conversation: ConversationId,
    pub place: Place,
    pub since: Timestamp,
    pub until: Timestamp,
}

/// A proposal, to be read before accepting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    pub offer: OfferId,
    pub conversation: ConversationId,
    pub place: Place,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
    pub broadcast: bool,
    /// The hand-over behind it; none for a first assignment.
    pub transfer: Option<Transfer>,
    /// What it asks to take part in; none where ownership would move.
    pub invitation: Option<Invitation>,
    /// Why this agent.
    pub explanation: Explanation,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    pub conversation: ConversationId,
    pub relation: Relation,
    pub status: Status,
    pub visitor: VisitorId,
    pub visitor_connected: bool,
    pub previous: Option<ConversationId>,
    pub attributes: Option<BodyId>,
    pub pipeline: Option<PipelineId>,
    pub place: Place,
    /// The support level of the place.
    pub tier: u8,
    pub priority: u8,
    pub tags: Vec<String>,
    pub hops: u32,
    pub opened_at: Timestamp,
    /// When the present holder began to hold it.
    pub held_since: Timestamp,
    pub owner: Option<AgentId>,
    pub owner_connected: bool,
    pub participants: Vec<Participant>,
    pub wait: Option<Wait>,
    pub transfer: Option<Transfer>,
    /// Those nobody has accepted yet.
    pub invitations: Vec<Invitation>,
    /// Until when the owner, who was left it by another, may pass it on.
    pub pass_ends: Option<Timestamp>,
    pub quarantined: bool,
    pub hand: Option<Box<Hand>>,
    /// Once it has grown long.
    pub chain: Option<Chain>,
    pub closed: Option<CloseReason>,
    /// What the visitor gave it after closing, 1 to 5.
    pub rating: Option<u8>,
    /// Left in place of an agent, and not answered yet.
    pub message: Option<LeftMessage>,
    pub actions: Vec<AllowedAction>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Waiting,
    Active,
    Parked,
    Closed,
}

/// A member of staff who is in the conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    pub agent: AgentId,
    pub role: Role,
    pub since: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Role {
    Owner,
    Receiver,
    Guest,
    Supervisor(AssistMode),
}

/// What a visitor left in place of an agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftMessage {
    pub body: BodyId,
    /// It stands there for a working day: supervisors were told.
    pub alerted: bool,
}

/// A supervisor is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hand {
    pub cause: HandCause,
    pub note: Option<BodyId>,
    pub since: Timestamp,
    /// Nobody answered: it is every supervisor's.
    pub alerted: bool,
}

/// How a conversation came here, to be seen before it goes further.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// Those who passed it on, with when the next one had it, the earliest first.
    pub owners: Vec<(AgentId, Timestamp)>,
    /// It came back to somebody who had passed it on.
    pub looped: bool,
    /// Whether the policy of the chain applies to the next move.
    pub limit_reached: bool,
    /// A move that was stopped.
    pub stopped: Option<StoppedMove>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    pub since: Timestamp,
    pub credit_ms: u64,
    pub reserved_for: Option<AgentId>,
    /// Place in line and estimated wait, as the visitor sees them.
    pub prediction: Option<Prediction>,
    /// An offer is out.
    pub offered: bool,
    pub choice_asked: bool,
    /// The queue is closed and serves it no longer.
    pub out_of_hours: bool,
    /// Only these agents are eligible until then.
    pub list_first: Option<ListFirst>,
}

/// The open hand-over of a conversation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    pub handoff: HandoffId,
    pub from: AgentId,
    pub target: Target,
    pub kind: HandoffKind,
    pub state: TransferState,
    pub place: Place,
    pub from_place: Place,
    pub reason: Option<String>,
    pub note: Option<BodyId>,
    pub started_at: Timestamp,
    /// Of a warm transfer to a queue: where it stands in that line, and for how long.
    pub prediction: Option<Prediction>,
}

/// Somebody asked to take part beside the owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub handoff: HandoffId,
    pub by: AgentId,
    pub target: Target,
    pub place: Place,
    pub reason: Option<String>,
    pub note: Option<BodyId>,
    pub started_at: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum TransferState {
    Pending,
    /// The introduction runs with this agent.
    Accepted {
        by: AgentId,
        at: Timestamp,
    },
}
