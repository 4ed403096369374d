//! What belongs to one person: that they were here, what they have read, and what they began to write.

use domain::{
    command::{Actor, Audience},
    ids::{ConversationId, MessageId, Timestamp, VisitorId},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visitor {
    pub id: VisitorId,
    pub created_at: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadMark {
    pub person: Actor,
    pub message: MessageId,
    /// When that was read; unknown of marks from before it was kept.
    pub at: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    pub conversation: ConversationId,
    pub audience: Audience,
    pub text: String,
}
