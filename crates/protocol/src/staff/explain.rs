//! Why this agent, or why nobody: what routing found, bounded.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::name::{AgentName, SkillName};

/// The reasons of one routing decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Explanation {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen: Option<AgentName>,
    /// How many agents of the queue were eligible, the chosen one included.
    pub eligible: u32,
    /// How many each rule excluded; each agent counts once, under the first rule that applies.
    pub excluded: Excluded,
    /// The next candidates, each with its first reason.
    pub next: Vec<Candidate>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
pub struct Excluded {
    pub offline: u32,
    pub disconnected: u32,
    pub not_responding: u32,
    pub away: u32,
    pub transfer_only: u32,
    pub lacks_skill: u32,
    pub at_capacity: u32,
    /// Not of the list that is asked first.
    pub not_listed: u32,
    pub declined: u32,
    pub sender: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Candidate {
    pub agent: AgentName,
    pub verdict: Verdict,
}

/// What the rules say about one agent and one conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "rule", rename_all = "snake_case")]
pub enum Verdict {
    /// Could take it; another stands before.
    Eligible {},
    NotMember {},
    Offline {},
    Disconnected {},
    NotResponding {},
    Away {},
    TransferOnly {},
    LacksSkill {
        skill: SkillName,
        level: u8,
    },
    AtCapacity {
        load: u32,
        capacity: u32,
    },
    NotListed {},
    Declined {
        at_ms: u64,
    },
    Sender {},
}
