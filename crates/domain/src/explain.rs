//! Why this agent, or why nobody: what routing found, bounded and without prose (DESIGN §6).

use alloc::vec::Vec;

use crate::ids::{AgentId, SkillId, Timestamp};

/// The reasons of one routing decision.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Explanation {
    pub chosen: Option<AgentId>,
    /// How many agents of the queue were eligible, the chosen one included.
    pub eligible: u32,
    /// How many each rule excluded; each agent counts once, under the first rule that applies.
    pub excluded: Excluded,
    /// The next candidates by name, each with its first reason; at most `EXPLAIN_AGENTS_MAX`.
    pub next: Vec<(AgentId, Verdict)>,
}

/// Agents of the queue excluded by each rule, in the order the rules are tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Excluded {
    pub offline: u32,
    pub disconnected: u32,
    pub not_responding: u32,
    pub away: u32,
    /// Takes hand-overs only, and this is a first assignment.
    pub transfer_only: u32,
    pub lacks_skill: u32,
    pub at_capacity: u32,
    /// The agents of a list are asked first, and this is none of them.
    pub not_listed: u32,
    pub declined: u32,
    pub sender: u32,
}

/// What the rules say about one agent and one conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Verdict {
    /// Could take it; another stands before.
    Eligible,
    NotMember,
    Offline,
    Disconnected,
    NotResponding,
    Away,
    TransferOnly,
    LacksSkill {
        skill: SkillId,
        level: u8,
    },
    AtCapacity {
        load: u32,
        capacity: u32,
    },
    NotListed,
    Declined {
        at: Timestamp,
    },
    Sender,
}
