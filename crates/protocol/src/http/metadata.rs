//! The facts of one conversation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::SkillLevel;
use crate::{
    ids::{ConversationId, VisitorId},
    name::{AgentName, Person, QueueName, StageName},
    staff::CloseReason,
    wait::PlaceInLine,
};

/// What is known of a conversation apart from its words. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Metadata {
    pub id: ConversationId,
    pub visitor: VisitorId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<ConversationId>,
    pub opened_at_ms: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<MetadataClosed>,
    /// The name of the pipeline it went through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pipeline: Option<String>,
    /// Every stage reached, each once, in the order of reaching it.
    pub stages: Vec<StageName>,
    /// Every queue it was in, each once, in the order of coming there.
    pub queues: Vec<QueueName>,
    pub owners: Vec<MetadataOwner>,
    pub waits: Vec<MetadataWait>,
    /// Times that ownership passed from one agent to another.
    pub hops: u32,
    pub priority: u8,
    pub tags: Vec<String>,
    /// The words for the last disposition given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disposition: Option<String>,
    /// The visitor's language code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Skills asked for beside those of the queues.
    pub needs: Vec<SkillLevel>,
    pub messages: MetadataMessages,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_reply_at_ms: Option<u64>,
    /// From 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<u8>,
    /// What people wrote; absent for those who may see figures only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<MetadataWritten>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MetadataClosed {
    pub at_ms: u64,
    pub reason: CloseReason,
    pub by: Person,
}

/// One owner's stay in one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MetadataOwner {
    pub agent: AgentName,
    pub queue: QueueName,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageName>,
    pub tier: u8,
    pub from_ms: u64,
    /// Absent while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_ms: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disposition: Option<String>,
}

/// One stay in a queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MetadataWait {
    pub queue: QueueName,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageName>,
    pub tier: u8,
    pub from_ms: u64,
    /// Absent while it lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_ms: Option<u64>,
    /// What was shown of it, oldest first.
    pub predictions: Vec<PlaceInLine>,
    /// How it ended, where something was predicted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<WaitOutcome>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WaitOutcome {
    Answered,
    Left,
    MovedOn,
}

/// How much was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MetadataMessages {
    pub visitor: u32,
    pub agents: u32,
    /// Among the staff.
    pub notes: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct MetadataWritten {
    /// What the page knows of the visitor: itself and where they came from among it.
    pub attributes: BTreeMap<String, String>,
    /// What they filled in before.
    pub answers: BTreeMap<String, String>,
    /// With the rating.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}
