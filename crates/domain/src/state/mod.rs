//! What a workspace is at one moment: everything a replay of its journal gives back, and nothing else.
//!
//! Ordered maps only, so that it reads the same everywhere (invariant I9). Holds no text a person typed
//! (rule R4) and nothing that can be derived: lines, loads and deadlines are `index`'s.
//! Only `apply` changes it.

pub mod agent;
pub mod answers;
pub mod assist;
pub mod conversation;
mod erased;
mod left_message;
pub mod memory;
pub mod pace;
pub mod seeking;
pub mod talk;
pub mod visitor;

use alloc::{collections::BTreeMap, string::String};

pub use agent::{Agent, Link};
pub use answers::{Answers, Tally};
pub use assist::{Assist, Hand, StoppedMove};
pub use conversation::{
    ChoiceAsked, Conversation, Guest, Handoff, Holder, HopTaken, Invitation, ListFirst, Offer,
    Parked, Passing, Refusal, Service, Spot, Succession, Survey, Tenure, Wait, WrapUp,
};
pub use erased::Erased;
pub use left_message::LeftMessage;
pub use memory::{LastVisit, Memory};
pub use pace::{Mean, Pace, QueuePace, Window};
pub use seeking::{Seeker, Seeking};
pub use talk::{IdleClock, OwnerSilence, Talk};
pub use visitor::Visitor;

use crate::{
    config::Config,
    ids::{
        AgentId, BodyId, ConversationId, HandoffId, MessageId, OfferId, QueueId, Timestamp,
        VisitorId,
    },
};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct State {
    /// The version in force; none before the first.
    pub config: Option<Config>,
    /// Every agent of the configuration.
    pub agents: BTreeMap<AgentId, Agent>,
    /// The names of agents who are no longer configured, for what they took part in.
    pub former: BTreeMap<AgentId, FormerAgent>,
    /// Visitors who are connected or have an open conversation.
    pub visitors: BTreeMap<VisitorId, Visitor>,
    /// Open conversations, and closed ones until they are archived.
    pub conversations: BTreeMap<ConversationId, Conversation>,
    /// Whom `round_robin` chose last in each queue.
    pub rotation: BTreeMap<QueueId, AgentId>,
    pub memory: Memory,
    pub erased: Erased,
    /// Queues outside their hours, and how long each still serves those who were in it.
    pub closed: BTreeMap<QueueId, Timestamp>,
    /// Up to when openings and closings were followed.
    pub hours_followed: Timestamp,
    /// How fast each queue moves.
    pub paces: BTreeMap<QueueId, QueuePace>,
    /// How waits of the last day ended, by queue and tier.
    pub answers: BTreeMap<QueueId, BTreeMap<u8, Answers>>,
    pub next: Counters,
}

/// How somebody who left was known.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct FormerAgent {
    pub name: String,
    pub public_name: String,
}

/// The next id of each kind that the desk gives away itself.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Counters {
    pub conversation: ConversationId,
    pub message: MessageId,
    pub body: BodyId,
    pub offer: OfferId,
    pub handoff: HandoffId,
}

impl Default for Counters {
    fn default() -> Self {
        Self {
            conversation: ConversationId(1),
            message: MessageId(1),
            body: BodyId(1),
            offer: OfferId(1),
            handoff: HandoffId(1),
        }
    }
}
