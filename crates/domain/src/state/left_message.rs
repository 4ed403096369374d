//! What a visitor left in place of an agent, until a member of the queue has seen to it.

use crate::{
    ids::{BodyId, Timestamp},
    state::Conversation,
};

/// A message in place of an agent. Stands in the messages of the conversation's queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct LeftMessage {
    pub body: BodyId,
    /// When supervisors are told that nobody answered; none once they were.
    pub alert_at: Option<Timestamp>,
    pub answered: bool,
}

impl Conversation {
    /// What was left and nobody has answered yet.
    pub fn open_message(&self) -> Option<&LeftMessage> {
        self.message.as_ref().filter(|message| !message.answered)
    }
}
