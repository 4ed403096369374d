//! What one command changed for everybody who looks: the one thing the edge makes wire frames of.
//!
//! Computed when the command is decided, published when it is durable, so that a frame shows exactly the
//! desk at its sequence (rule R8). An agent's frame and a visitor's are of different types (rule R9).
//! Bodies are named by id; those written by this command are in [`Step::decided`].

use std::sync::Arc;

use domain::{
    ids::{AgentId, ConversationId, OfferId, Timestamp, VisitorId},
    view::{ObjectKey, board, staff, visitor},
};

use crate::journal::{Decided, Sequence};

/// One step of the journal, as its viewers see it. Viewers it does not name see no difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The facts, the texts, who and when.
    pub decided: Arc<Decided>,
    pub staff: Vec<StaffFrame>,
    pub visitors: Vec<VisitorFrame>,
    /// The configuration changed: every subscription starts over from a snapshot; there are no frames.
    pub everything: bool,
}

impl Step {
    /// The state all frames lead to: that of the last record.
    pub fn sequence(&self) -> Sequence {
        self.decided.last()
    }

    pub fn at(&self) -> Timestamp {
        self.decided.at
    }
}

/// What changed on the board since it was last looked at; not of one step, but of all that were decided meanwhile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardStep {
    pub changes: Vec<board::Change>,
    /// It is everything: a board begins.
    pub whole: bool,
}

/// What some members of staff are told, all of them the same: encode once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StaffFrame {
    pub viewers: Vec<AgentId>,
    /// Positions in `decided.entries`, of lines for these viewers' transcripts.
    pub lines: Vec<usize>,
    pub changes: Vec<StaffChange>,
}

/// Objects are shared by all frames they are in: those with the same address encode the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StaffChange {
    PutMe(Arc<staff::Me>),
    PutOffer(Arc<staff::Offer>),
    PutConversation(Arc<staff::Conversation>),
    RemoveOffer(OfferId),
    RemoveConversation(ConversationId),
}

impl StaffChange {
    pub fn key(&self) -> ObjectKey {
        match self {
            Self::PutMe(_) => ObjectKey::Me,
            Self::PutOffer(offer) => ObjectKey::Offer(offer.offer),
            Self::PutConversation(conversation) => {
                ObjectKey::Conversation(conversation.conversation)
            }
            Self::RemoveOffer(offer) => ObjectKey::Offer(*offer),
            Self::RemoveConversation(conversation) => ObjectKey::Conversation(*conversation),
        }
    }
}

/// What one visitor is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitorFrame {
    pub visitor: VisitorId,
    pub lines: Vec<VisitorLine>,
    pub changes: Vec<VisitorChange>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitorLine {
    pub sequence: Sequence,
    pub conversation: ConversationId,
    pub line: visitor::Line,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum VisitorChange {
    Put(Box<visitor::Conversation>),
    Remove(ConversationId),
}
