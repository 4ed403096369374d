//! What each person sees of the desk: whole objects by key, and lines that say what happened (DESIGN §6).
//!
//! A snapshot is every object of one viewer; a frame puts or removes whole objects. Rule R8: snapshot(k)
//! and frame(k+1) give snapshot(k+1), for every viewer. Visitors have types of their own (rule R9).
//! Does not hold texts: bodies are named by id and joined by the server.

pub mod actions;
pub mod board;
mod directory;
mod lines;
mod objects;
mod relation;
pub mod staff;
pub mod targets;
mod touched;
pub mod visitor;

pub use lines::{calls_supervisors, is_staff_line, visitor_line};
pub use relation::{follows, is_present};
pub use touched::touched;

use alloc::{collections::BTreeMap, vec::Vec};

use crate::ids::{AgentId, ConversationId, OfferId, VisitorId};

/// Whose view it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Viewer {
    Visitor(VisitorId),
    Agent(AgentId),
}

/// How a member of staff stands to a conversation. An object is made once per relation and shared
/// by everybody who has it. The first that applies counts; what a supervisor may do is not lost beside a part of
/// their own that is over, or has not begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    Owner,
    /// Accepted a warm transfer; in the introduction.
    Receiver,
    Guest,
    /// A supervisor who writes to everybody.
    Joined,
    /// A supervisor whom only staff see.
    Whispering,
    /// A supervisor who looks on.
    Observing,
    /// Has an offer out.
    Offered,
    /// Sent it by a cold transfer that nobody accepted yet.
    Sender,
    /// In after-contact work.
    WrappingUp,
    /// A sender who supervises as well.
    SupervisingSender,
    /// A supervisor in after-contact work of their own.
    SupervisingWrapUp,
    /// Supervises the owner's team or members of the queue; or is an admin.
    Supervisor,
    /// Serves the queue in pull mode where it waits, or where its message was left.
    QueueMember,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ObjectKey {
    /// The viewer's own status, load and wrap-ups.
    Me,
    Offer(OfferId),
    Conversation(ConversationId),
}

/// One object for one viewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Object {
    Me(staff::Me),
    Offer(staff::Offer),
    Conversation(staff::Conversation),
    VisitorConversation(visitor::Conversation),
}

/// Everything one viewer sees.
pub type Snapshot = BTreeMap<ObjectKey, Object>;

/// Whose objects the events of one command may have changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    pub conversations: Vec<ConversationId>,
    /// Agents whose [`staff::Me`] may have changed.
    pub agents: Vec<AgentId>,
    pub offers: Vec<OfferId>,
    /// A new configuration: every viewer starts over from a snapshot.
    pub everything: bool,
}
