//! The document as it is written: every section, field and word of the YAML.
//!
//! Only shapes. What they may hold is for `check`, what they mean for `translate`. Durations are
//! written with units, everything else is a key, a number or a text. Doc comments become the JSON Schema.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    duration::Duration,
    position::{At, Entries},
};

/// One workspace: its people, its queues, and the switches of the rules.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub workspace: Workspace,
    #[serde(default)]
    pub settings: SettingsEntry,
    /// Abilities that queues ask for and agents hold at level 1–5.
    #[serde(default)]
    pub skills: Entries<SkillEntry>,
    /// Departments.
    #[serde(default)]
    pub teams: Entries<TeamEntry>,
    pub agents: Entries<AgentEntry>,
    /// Named sets of agents.
    #[serde(default)]
    pub lists: Entries<ListEntry>,
    pub queues: Entries<QueueEntry>,
    /// Reasons that a transfer may carry, in the order they are shown.
    #[serde(default)]
    pub reasons: Entries<At<String>>,
    /// Codes given at the end of after-contact work, in the order they are shown.
    #[serde(default)]
    pub dispositions: Entries<At<String>>,
    /// The queue where a conversation begins when the visitor's page names none.
    pub entry: At<String>,
    /// The text all positions refer to.
    #[serde(skip)]
    pub(crate) source: String,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Workspace {
    /// The name of the organisation, as visitors and agents see it.
    pub name: At<String>,
}

/// Time-outs and switches of the whole workspace; what is left out has the default of the product.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SettingsEntry {
    /// Priority 0–9 of a conversation that no queue sets (5).
    pub default_priority: Option<At<u64>>,
    /// Added to the waiting credit where a queue says `credit: boost` (5m).
    pub boost: Option<At<Duration>>,
    /// How long a decline keeps the conversation from that agent (60s).
    pub cool_down: Option<At<Duration>>,
    /// After this many declines an agent is asked only if nobody else is eligible (3).
    pub declines_max: Option<At<u64>>,
    /// Offers in a row left unanswered before an agent counts as not responding (2).
    pub rona_max: Option<At<u64>>,
    /// How long a visitor's last owner is remembered (24h).
    pub sticky: Option<At<Duration>>,
    /// How long a conversation waits for its last owner who is full (30s).
    pub sticky_reserve: Option<At<Duration>>,
    /// How long a cold transfer to an agent is on offer (60s).
    pub direct_offer: Option<At<Duration>>,
    /// How long a cold transfer with `park` stays reserved (30m).
    pub park_reserve: Option<At<Duration>>,
    /// An introduction completes by itself after the sender was silent this long (5m).
    pub introduction: Option<At<Duration>>,
    /// Grace before an agent without connection counts as disconnected (30s).
    pub agent_grace: Option<At<Duration>>,
    /// From the drop until a lost agent's conversations are queued again (2m).
    pub agent_lost: Option<At<Duration>>,
    /// From the drop until a lost visitor's conversation closes (3m).
    pub visitor_lost: Option<At<Duration>>,
    /// Silence of the visitor until the reminder (3m).
    pub idle_reminder: Option<At<Duration>>,
    /// Silence of the visitor until the conversation closes (6m).
    pub idle_close: Option<At<Duration>>,
    /// Longest time a conversation stays parked (24h).
    pub parked: Option<At<Duration>>,
    /// How long room is kept for the owner of a parked conversation that woke (2m).
    pub wake_reserve: Option<At<Duration>>,
    /// A visitor who comes back within this goes on where they were (30m).
    pub come_back: Option<At<Duration>>,
    /// From asking for a message until the wait ends without one (15m).
    pub offline_form: Option<At<Duration>>,
    /// Whether a transfer must carry a reason (no).
    pub reason_required: Option<bool>,
    /// Whether the visitor is told that a warm transfer was asked for (no).
    pub tell_visitor_of_transfer: Option<bool>,
    /// Whether visitors see queue names (no).
    pub show_queue_names: Option<bool>,
}

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

/// Where conversations wait for an agent.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QueueEntry {
    pub name: At<String>,
    /// The name visitors see, where they see one; the same as `name` if left out.
    pub public_name: Option<At<String>>,
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

/// One step of relaxation, counted from the start of the wait.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Relax {
    pub after: At<Duration>,
    /// Skills no longer needed.
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
