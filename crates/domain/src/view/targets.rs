//! The directory a sender picks from: every agent and queue, with what there is to know before sending.

use alloc::vec::Vec;

use super::{
    actions::{Because, Escalation},
    staff::{AgentStatus, Chain},
};
use crate::{
    estimate::Estimate,
    ids::{AgentId, QueueId, SkillId, Timestamp},
};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Directory {
    pub agents: Vec<AgentTarget>,
    pub queues: Vec<QueueTarget>,
    /// The ways on from the present stage.
    pub escalations: Vec<EscalationTarget>,
    /// Who owned it so far, once the chain has grown long.
    pub chain: Option<Chain>,
    /// A move asked for now waits for a supervisor.
    pub awaits_supervisor: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgentTarget {
    pub agent: AgentId,
    pub status: AgentStatus,
    pub load: u32,
    pub capacity: u32,
    /// Skills of the present need that are missing, with the level asked. A misfit is shown, not refused.
    pub missing: Vec<(SkillId, u8)>,
    /// When this agent last held the conversation.
    pub was_here: Option<Timestamp>,
    /// Queues the agent serves; the sender picks one when the present place is not among them.
    pub serves: Vec<QueueId>,
    pub serves_place: bool,
    /// Why not warm, or cold with `return` or `queue`.
    pub off: Option<Because>,
    /// Why not cold with `park`.
    pub off_parked: Option<Because>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueTarget {
    pub queue: QueueId,
    pub waiting: u32,
    pub longest_wait_since: Option<Timestamp>,
    /// How long whoever joins its line at this moment would wait.
    pub estimate: Option<Estimate>,
    /// Members who could take hand-overs now.
    pub available: u32,
    pub online: u32,
    pub was_here: Option<Timestamp>,
    /// When it opens, if it is closed and that is known.
    pub opens_at: Option<Timestamp>,
    pub off: Option<Because>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EscalationTarget {
    pub option: Escalation,
    /// The queue it leads to, as it is at this moment.
    pub queue: QueueTarget,
}
