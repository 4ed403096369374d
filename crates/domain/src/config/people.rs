//! Who works in a workspace: agents with their roles, teams, lists, and the skills they hold.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

use crate::ids::{AgentId, SkillId, TeamId};

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Skill {
    pub key: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Team {
    pub key: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Agent {
    pub key: String,
    /// The name colleagues see.
    pub name: String,
    /// The name visitors see (invariant I7).
    pub public_name: String,
    /// The account that signs in as this agent.
    pub email: String,
    pub kind: AgentKind,
    pub roles: Roles,
    pub teams: BTreeSet<TeamId>,
    /// Level 1–5 of each skill held.
    pub skills: BTreeMap<SkillId, u8>,
    /// Units of work held at once.
    pub capacity: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum AgentKind {
    Human,
    Bot,
}

/// What somebody may be. Everything else follows from these in `decide::permissions`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Roles {
    /// Holds conversations.
    pub agent: bool,
    /// Teams this person supervises.
    pub supervises: BTreeSet<TeamId>,
    pub admin: bool,
    /// Sees figures, Flow and Metadata, no bodies.
    pub analyst: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct AgentList {
    pub key: String,
    pub name: String,
    /// In the order of the list; a list by rule is expanded by `config`.
    pub members: Vec<AgentId>,
}
