//! What a search over the history finds.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    command::Audience,
    ids::{ConversationId, VisitorId},
    name::{AgentName, Person, QueueName},
};

/// A page of conversations, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundConversations {
    pub conversations: Vec<FoundConversation>,
    /// Ask again with `cursor` at this value; absent at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// One conversation that fits. Times are milliseconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundConversation {
    pub id: ConversationId,
    pub visitor: FoundVisitor,
    pub opened_at_ms: u64,
    /// Absent while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at_ms: Option<u64>,
    /// The last one; absent if nobody has owned it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<AgentName>,
    /// Where it is, or was at its end.
    pub queue: QueueName,
    pub tags: Vec<String>,
    /// What the visitor left at its end, for whoever would come.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<FoundMessage>,
    /// Where the words stand, newest first; without words, how it began.
    pub passages: Vec<FoundPassage>,
}

/// A message that a visitor left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundMessage {
    pub text: String,
    /// Absent while nobody has answered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<FoundAnswer>,
}

/// Who marked a message as answered, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundAnswer {
    pub by: AgentName,
    pub at_ms: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundVisitor {
    pub id: VisitorId,
    /// What the page knew of them, and what they filled in.
    pub attributes: BTreeMap<String, String>,
}

/// A piece of something that was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FoundPassage {
    pub kind: FoundPassageKind,
    /// The line of the transcript that holds it.
    pub sequence: u64,
    pub at_ms: u64,
    pub author: Person,
    pub audience: Audience,
    /// One line; an ellipsis stands where something was left out.
    pub text: String,
    /// The words found.
    pub marks: Vec<Mark>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FoundPassageKind {
    Message,
    /// With a hand-over, a raised hand or an invitation, or at the end of a leg.
    Note,
    FileName,
    /// What is known of the visitor.
    Visitor,
    /// With a rating.
    Comment,
}

/// A stretch of the text, in UTF-16 units as JavaScript counts them; `end` is the first one after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Mark {
    pub start: u32,
    pub end: u32,
}
