//! One visitor's presence. A visitor leaves memory when neither connected nor in an open conversation.

use alloc::collections::BTreeSet;

use crate::ids::ConversationId;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Visitor {
    pub connected: bool,
    /// Open conversations.
    pub conversations: BTreeSet<ConversationId>,
}
