//! Queues: who serves them, how an agent is chosen, when they are open and where a wait leads.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{AlertsEntry, Reference, Texts};
use crate::{
    duration::Duration,
    position::{At, Entries},
};

/// Where conversations wait for an agent.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QueueEntry {
    pub name: At<String>,
    /// The name visitors see, where they see one; the same as `name` if left out.
    pub public_name: Option<At<String>>,
    /// The public name in other languages.
    #[serde(default)]
    pub public_names: Texts,
    /// The support level, from 1 (1).
    pub tier: Option<At<u64>>,
    pub members: Members,
    #[serde(default)]
    pub strategy: Strategy,
    #[serde(default)]
    pub mode: Mode,
    /// Units of capacity that one conversation takes (1).
    pub weight: Option<At<u64>>,
    /// Skills every conversation here needs, with the least level.
    #[serde(default)]
    pub required: Entries<At<u64>>,
    /// Steps that ask for less as a wait grows, at most 6.
    #[serde(default)]
    pub relax: Vec<At<Relax>>,
    /// How long an agent may take to accept, 5s–10m (30s).
    pub offer_timeout: Option<At<Duration>>,
    /// Longest wait before the fallback (10m).
    pub max_wait: Option<At<Duration>>,
    /// Wait until the visitor is told that the search goes on (45s).
    pub still_searching: Option<At<Duration>>,
    /// The queue where a conversation goes after the max wait; the visitor chooses if left out.
    pub fallback: Option<At<String>>,
    #[serde(default)]
    pub credit: Credit,
    /// Priority 0–9 set on every conversation that enters.
    pub priority: Option<At<u64>>,
    #[serde(default)]
    pub wrap_up: WrapUp,
    /// Whether a returning visitor is offered to their last owner first.
    #[serde(default)]
    pub sticky: bool,
    /// Said under the agent's name when its agent joins, once per place.
    pub greeting: Option<At<String>>,
    /// The greeting in other languages.
    #[serde(default)]
    pub greetings: Texts,
    /// The business hours it keeps; always open if left out.
    pub hours: Option<At<String>>,
    /// Where a conversation goes that comes or still waits when it is closed: a queue, or
    /// `{ stage: pipeline/stage }`; the visitor may leave a message if left out.
    pub out_of_hours: Option<Reference>,
    #[serde(default)]
    pub language: Language,
    /// Limits of the board where they differ from those of the workspace.
    #[serde(default)]
    pub alerts: AlertsEntry,
}

/// Who serves a queue, by rank: lists first, in this order, then teams by key.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Members {
    pub lists: Vec<At<String>>,
    pub teams: Vec<At<String>>,
}

/// How the agent is chosen among the eligible.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// Load ÷ capacity.
    #[default]
    LeastLoaded,
    /// Time since the agent last became owner.
    LongestIdle,
    /// Sum of the levels of the skills needed.
    BestSkilled,
    /// The next member by rank.
    RoundRobin,
    /// The first member by rank.
    Ordered,
    /// Offered to all; the first to accept wins.
    Broadcast,
}

/// How a conversation comes to an agent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Offered; the agent accepts.
    #[default]
    Push,
    /// Given without asking.
    PushAutoAccept,
    /// Agents pick from a list.
    Pull,
}

/// Whether the agent has to speak the visitor's language.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[default]
    Any,
    Required,
}

/// One step of relaxation, counted from the start of the wait.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relax {
    pub after: At<Duration>,
    /// Skills no longer needed; `language` for the visitor's language.
    #[serde(default)]
    pub drop: Vec<At<String>>,
    /// The most that is still asked of every other skill.
    pub level: Option<At<u64>>,
}

/// How earlier waits count in this queue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Credit {
    /// Added up.
    #[default]
    Keep,
    /// Forgotten.
    Reset,
    /// Added up, and `settings.boost` on top.
    Boost,
}

/// After-contact work.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct WrapUp {
    /// How long it lasts unless ended or extended; `0s` for none (60s).
    pub time: Option<At<Duration>>,
    /// Whether it holds the conversation's weight until it ends (yes).
    pub holds_capacity: Option<bool>,
}
