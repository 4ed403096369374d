//! Switches, time-outs and policies of the whole workspace.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{duration::Duration, position::At};

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
    /// How long a left message may stand unanswered while its queue is open, before supervisors are told (8h).
    pub message_alert: Option<At<Duration>>,
    /// Whether a transfer must carry a reason (no).
    pub reason_required: Option<bool>,
    /// Whether the visitor is told that a warm transfer was asked for (no).
    pub tell_visitor_of_transfer: Option<bool>,
    /// Whether visitors see queue names (no).
    pub show_queue_names: Option<bool>,
    /// Whether visitors see the support level (no).
    pub show_tiers: Option<bool>,
    /// Code of the language of a visitor who brings none (`en`).
    pub default_language: Option<At<String>>,
    /// How long a queue that closes goes on serving those who wait in it (15m).
    pub closing_grace: Option<At<Duration>>,
    /// How long only the list of an escalation option is asked, before its whole stage (60s).
    pub list_first: Option<At<Duration>>,
    /// How long a return is kept for the previous owner (60s).
    pub return_reserve: Option<At<Duration>>,
    /// From closing until a survey that nobody answered is over (15m).
    pub survey: Option<At<Duration>>,
    /// Hand-overs from agent to agent at which the sender is warned (3).
    pub chain_warning: Option<At<u64>>,
    /// Hand-overs from agent to agent at which `chain_policy` applies (5).
    pub chain_limit: Option<At<u64>>,
    /// What happens to a move beyond `chain_limit` (`supervisor`).
    pub chain_policy: Option<ChainPolicy>,
    /// A raised hand that nobody took alerts everybody after this (2m).
    pub hand_alert: Option<At<Duration>>,
    /// A supervisor without connection leaves an assist after this (30s).
    pub supervisor_lost: Option<At<Duration>>,
    /// Whether the agents in a conversation see that somebody observes it (yes).
    pub tell_agent_of_observer: Option<bool>,
    /// Whether the visitor sees that somebody observes the conversation (no).
    pub tell_visitor_of_observer: Option<bool>,
    /// People in one conversation: visitor, owner and guests (8).
    pub people_max: Option<At<u64>>,
    /// How long the next owner in a conference may pass (30s).
    pub pass: Option<At<Duration>>,
}

/// What happens to a chain of hand-overs that grows beyond its limit.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChainPolicy {
    /// A hand is raised and the owner keeps it; without an answer in time the move is allowed and flagged.
    Supervisor,
    /// It is refused.
    Block,
    /// The conversation may go to this queue and nowhere else.
    FinalQueue(At<String>),
}

/// A way that hand-overs may go.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct EdgeEntry {
    pub from: EdgeEnd,
    pub to: EdgeEnd,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EdgeEnd {
    Queue(At<String>),
    Team(At<String>),
    Tier(At<u64>),
}

/// What raises a hand without anybody asking.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HandRule {
    /// The visitor writes one of these words or phrases; capitals make no difference.
    Keywords(Vec<At<String>>),
    /// The chain of hand-overs has grown to `chain_warning`.
    ChainWarning,
    /// The visitor has waited this long for an answer of the owner.
    Silence(At<Duration>),
}
