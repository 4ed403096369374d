//! What a supervisor sees of the whole desk (SPEC §7): small objects by key, each with whom it concerns.
//!
//! [`Board`] keeps them and says what changed; what a scope sees of a change follows from the object alone, so that
//! everybody with the same scope is told the same bytes. Instants stand in the objects, never lengths: a clock that
//! runs changes nothing. What comes due (a limit that is reached by waiting) has a moment, see [`Board::next_due`].
//! Holds no body; the visitor's attributes are named by id.

mod alerts;
mod kept;
mod objects;
mod scope;

use alloc::{collections::BTreeSet, string::String, vec::Vec};

pub use alerts::{Alert, AlertKey, Limit, Subject};
pub use kept::{Board, Change};
pub use scope::{Reach, Scope};

use super::staff::{AgentStatus, Status};
use crate::{
    command::AssistMode,
    config::Place,
    estimate::Estimate,
    event::HandCause,
    ids::{AgentId, BodyId, ConversationId, QueueId, Timestamp, VisitorId},
    state::Tally,
};

/// The moment a board is looked at, and the workspace's day it is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub now: Timestamp,
    pub day_began: Timestamp,
    pub day_ends: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A queue, for the people of one tier.
    Queue(Level),
    Agent(AgentId),
    Conversation(ConversationId),
    Alert(AlertKey),
}

/// A queue and a support level: stages of several tiers may share a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level {
    pub queue: QueueId,
    pub tier: u8,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Object {
    Queue(Queue),
    Agent(Agent),
    Conversation(Conversation),
    Alert(Alert),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Queue {
    pub level: Level,
    /// Conversations that a queue holds; introductions and invitations are not among them.
    pub waiting: u32,
    /// When the longest of these waits began.
    pub waiting_since: Option<Timestamp>,
    /// What whoever came last is told of the wait.
    pub estimate: Option<Estimate>,
    /// Conversations that agents hold, parked ones included.
    pub in_service: u32,
    /// Waits that ended since the day began.
    pub answers: Tally,
    /// What counts as in time.
    pub answered_within_ms: u64,
    pub open: bool,
    /// Members with status *online*.
    pub online: u32,
    /// Those of them who have room for one more.
    pub free: u32,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    pub agent: AgentId,
    pub status: AgentStatus,
    /// Why away.
    pub reason: Option<String>,
    pub load: u32,
    pub capacity: u32,
    /// Those they own, in the order they came.
    pub conversations: Vec<ConversationId>,
    /// When the longest of these began to be theirs.
    pub longest_since: Option<Timestamp>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    pub conversation: ConversationId,
    pub visitor: VisitorId,
    pub attributes: Option<BodyId>,
    pub status: Status,
    pub place: Place,
    pub tier: u8,
    pub priority: u8,
    pub owner: Option<AgentId>,
    /// When the present holder began to hold it.
    pub held_since: Timestamp,
    pub hops: u32,
    pub hand: Option<Hand>,
    /// What the visitor wrote to the owner has no answer since then.
    pub unanswered_since: Option<Timestamp>,
    /// Supervisors who are there. Whom only staff may know of, everybody who sees a board may.
    pub supervisors: Vec<(AgentId, AssistMode)>,
    pub risks: BTreeSet<Risk>,
}

/// A raised hand, without what was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hand {
    pub since: Timestamp,
    pub cause: HandCause,
    pub alerted: bool,
}

/// Why somebody should look at a conversation, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Risk {
    Hand,
    /// Out of every rule's hands after a broken invariant.
    Quarantined,
    LongWait,
    Unanswered,
    /// It came back to somebody who had passed it on.
    Loop,
    ManyHops,
}
