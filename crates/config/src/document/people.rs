//! People and what they can do: skills, teams, agents, lists.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::position::{At, Entries};

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SkillEntry {
    pub name: At<String>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamEntry {
    pub name: At<String>,
}

/// A person or a program that answers, supervises, administers or reads reports.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AgentEntry {
    /// The name colleagues see.
    pub name: At<String>,
    /// The name visitors see; the same as `name` if left out.
    pub public_name: Option<At<String>>,
    /// The account that signs in as this agent.
    pub email: At<String>,
    #[serde(default)]
    pub kind: AgentKind,
    /// `agent` if left out.
    #[serde(default = "only_agent")]
    pub roles: Vec<Role>,
    /// Teams this person supervises.
    #[serde(default)]
    pub supervisor_of: Vec<At<String>>,
    #[serde(default)]
    pub teams: Vec<At<String>>,
    /// Level 1–5 of each skill held.
    #[serde(default)]
    pub skills: Entries<At<u64>>,
    /// Codes of the languages spoken, like `de` or `pt-br`.
    #[serde(default)]
    pub languages: Vec<At<String>>,
    /// Units of work held at once (4).
    pub capacity: Option<At<u64>>,
}

fn only_agent() -> Vec<Role> {
    vec![Role::Agent]
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AgentKind {
    #[default]
    Human,
    /// A program with an API token that holds conversations as an agent does.
    Bot,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Holds conversations.
    Agent,
    /// Sees and changes everything.
    Admin,
    /// Sees figures, Flow and Metadata, no bodies.
    Analyst,
}

/// A named set of agents: by hand, or by a rule.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ListEntry {
    pub name: At<String>,
    /// By hand; the order is the rank.
    pub members: Option<Vec<At<String>>>,
    /// By rule: everybody for whom all of it is true, by key.
    pub rule: Option<Rule>,
}

#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Rule {
    pub team: Option<At<String>>,
    /// Skills held, at this level or above.
    pub skills: Entries<At<u64>>,
    pub role: Option<Role>,
}
