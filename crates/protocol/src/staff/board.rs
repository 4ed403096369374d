//! The supervisors' board: small objects that are put and removed whole, sent to those who opened it.
//!
//! Instants stand in them, never lengths: the reader's clock counts. What is over a limit, the server says.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AgentStatus, ConversationStatus, HandCause};
use crate::{
    command::AssistMode,
    ids::{AgentId, ConversationId, VisitorId},
    name::{AgentName, QueueName, StageName},
    wait::EstimatedWait,
};

/// A queue, for the people of one tier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BoardQueue {
    /// The queue's id and the tier, `que_12.2`.
    pub id: String,
    pub queue: QueueName,
    pub tier: u8,
    pub waiting: u32,
    /// When the longest of the present waits began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_since_ms: Option<u64>,
    /// What whoever came last is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimated_wait: Option<EstimatedWait>,
    /// Conversations that agents hold.
    pub in_service: u32,
    pub answers: BoardAnswers,
    pub open: bool,
    /// Members who are online.
    pub online: u32,
    /// Those of them who have room for one more.
    pub free: u32,
}

/// The service level of the workspace's day: `in_time` ÷ `ended`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BoardAnswers {
    /// Waits that ended since the day began, without those abandoned or recalled in time.
    pub ended: u32,
    /// Those that an agent ended within `within_ms`.
    pub in_time: u32,
    pub within_ms: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BoardAgent {
    pub id: AgentId,
    pub name: String,
    pub teams: Vec<String>,
    pub status: AgentStatus,
    /// Why away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    pub load: u32,
    pub capacity: u32,
    /// Those they own, in the order they came.
    pub conversations: Vec<ConversationId>,
    /// When the longest of these began to be theirs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest_since_ms: Option<u64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BoardConversation {
    pub id: ConversationId,
    pub visitor: BoardVisitor,
    pub status: ConversationStatus,
    pub queue: QueueName,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageName>,
    pub tier: u8,
    /// 9 first, 0 last.
    pub priority: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<AgentName>,
    /// When the present holder began to hold it.
    pub held_since_ms: u64,
    pub hops: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hand: Option<BoardHand>,
    /// What the visitor wrote to the owner has no answer since then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unanswered_since_ms: Option<u64>,
    pub supervisors: Vec<BoardSupervisor>,
    /// Why somebody should look at it, the most urgent first.
    pub risks: Vec<BoardRisk>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BoardVisitor {
    pub id: VisitorId,
    /// What the page says they are called. Never for those who see figures only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BoardHand {
    pub since_ms: u64,
    pub cause: HandCause,
    /// Nobody answered: every supervisor is asked.
    pub alerted: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BoardSupervisor {
    pub agent: AgentName,
    pub mode: AssistMode,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BoardRisk {
    Hand,
    /// Held for inspection.
    Quarantined,
    LongWait,
    /// The visitor waits long for an answer of the owner.
    Unanswered,
    /// It came back to somebody who had passed it on.
    Loop,
    ManyHops,
}

/// Something is over a limit of the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct BoardAlert {
    /// What is limited and where: `longest_wait.que_12.2`, `hand.cnv_7`.
    pub id: String,
    pub kind: BoardAlertKind,
    pub queue: QueueName,
    pub tier: u8,
    /// Of one conversation; absent where it is of the queue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation: Option<ConversationId>,
    /// A count, milliseconds or per cent; 0 for `nobody_online`.
    pub limit: u64,
    /// From when on, where a clock says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since_ms: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BoardAlertKind {
    /// Somebody waits and no agent of the queue is online.
    NobodyOnline,
    /// A raised hand that nobody took.
    Hand,
    LongestWait,
    Waiting,
    Unanswered,
    ServiceLevel,
    Hops,
}
