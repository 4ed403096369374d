//! One visitor's presence. A visitor leaves memory when neither connected nor in an open conversation.

use alloc::collections::BTreeSet;

use crate::ids::{ConversationId, Timestamp};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Visitor {
    pub connected: bool,
    /// Since when there is no connection; for a visitor who never had one, since their last sign of life.
    pub lost_at: Option<Timestamp>,
    /// Open conversations.
    pub conversations: BTreeSet<ConversationId>,
}
