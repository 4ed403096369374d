//! The path of one conversation as a picture needs it: lanes, what stood in them and for how long, and the moves between.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ids::HandoffId,
    name::{AgentName, QueueName, StageName},
    staff::CloseReason,
};

/// Times are milliseconds since 1970. Lanes are named by their number, from 0.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Flow {
    pub began_ms: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<FlowClosed>,
    /// In the order of their first appearance.
    pub lanes: Vec<FlowLane>,
    pub stays: Vec<FlowStay>,
    pub moves: Vec<FlowMove>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FlowClosed {
    pub at_ms: u64,
    pub reason: CloseReason,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum FlowLane {
    Queue {
        queue: QueueName,
    },
    Agent {
        agent: AgentName,
        /// A program that answers as an agent does.
        bot: bool,
    },
}

/// One stretch of time in one lane.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FlowStay {
    pub lane: u32,
    pub kind: FlowStayKind,
    /// Where the conversation was.
    pub queue: QueueName,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageName>,
    /// The stage's, else the queue's.
    pub tier: u8,
    pub from_ms: u64,
    /// Absent while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_ms: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FlowStayKind {
    Wait,
    Owner,
    /// In the introduction of a warm transfer.
    Receiver,
    Guest,
    Observe,
    Whisper,
    Join,
    Parked,
    WrapUp,
}

/// Ownership passed on, was to pass, or somebody was asked in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FlowMove {
    pub kind: FlowMoveKind,
    pub warm: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handoff: Option<HandoffId>,
    pub from: u32,
    pub to: u32,
    pub asked_ms: u64,
    /// When somebody accepted, where that comes before the end: warm transfers and invitations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_ms: Option<u64>,
    /// Absent while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_ms: Option<u64>,
    pub outcome: FlowOutcome,
    /// The words for the reason, if one was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FlowMoveKind {
    Assignment,
    Transfer,
    Escalation,
    Return,
    Invitation,
    TakeOver,
    HandBack,
    /// To a guest, who was made the owner or was left it.
    Succession,
    Requeue,
    Fallback,
    /// Back to the sender, unanswered or fetched back.
    CameBack,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FlowOutcome {
    Pending,
    Accepted,
    Completed,
    Declined,
    Expired,
    Cancelled,
    Failed,
}
