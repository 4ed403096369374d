//! The configuration of a workspace, as one checked value.
//!
//! Made by the `config` crate from the workspace document and journaled whole as
//! `WorkspaceConfigured`; there is no other way to make teams, agents, lists, skills or queues.
//! Ids are stable: a key keeps its id over all versions, and no id is used twice.
//! Does not hold passwords, tokens or secrets: an agent refers to an account by e-mail address.

mod canned;
mod codes;
mod hours;
mod language;
mod messages;
mod people;
mod pipeline;
mod place;
mod policy;
mod retention;
mod thresholds;
mod widget;

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

pub use canned::CannedReply;
pub use codes::{Code, away_reasons};
pub use hours::{Hours, Interval};
pub use language::in_language;
pub use messages::Messages;
pub use people::{Agent, AgentKind, AgentList, Roles, Skill, Team};
pub use pipeline::{
    Connect, EscalationOption, Fallback, Field, FieldKind, FieldOption, FormStage, Pipeline, Stage,
    StageKind,
};
pub use place::{Place, PlaceRules};
pub use policy::{ChainPolicy, Edge, EdgeEnd, HandRule, HandRuleWhen};
pub use retention::Retention;
pub use thresholds::Thresholds;
pub use widget::{Ask, Position, Theme, Widget};

use crate::ids::{
    AgentId, HoursId, ListId, PipelineId, QueueId, SkillId, StageId, TeamId, Timestamp,
};

/// One version of the workspace document, translated.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Config {
    /// Counts up from 1 with each version applied.
    pub version: u32,
    pub name: String,
    /// The time zone of its days, by its IANA name.
    pub zone: String,
    /// The lowest id no entity has had yet; one counter for all kinds.
    pub next_id: u64,
    pub settings: Settings,
    pub skills: BTreeMap<SkillId, Skill>,
    pub teams: BTreeMap<TeamId, Team>,
    pub agents: BTreeMap<AgentId, Agent>,
    pub lists: BTreeMap<ListId, AgentList>,
    pub queues: BTreeMap<QueueId, Queue>,
    pub hours: BTreeMap<HoursId, Hours>,
    /// Language codes (BCP 47, lower case), each with the skill that stands for speaking it.
    pub languages: BTreeMap<String, SkillId>,
    pub pipelines: BTreeMap<PipelineId, Pipeline>,
    /// The stages of all pipelines.
    pub stages: BTreeMap<StageId, Stage>,
    /// Ways that hand-overs may go; all of them if none is named.
    pub edges: Vec<Edge>,
    /// In the order of the document.
    pub hand_rules: Vec<HandRule>,
    /// Reasons that a transfer may carry, in the order they are shown.
    pub reasons: Vec<Code>,
    /// Disposition codes of wrap-up, in the order they are shown.
    pub dispositions: Vec<Code>,
    /// Why somebody may be away, in the order they are shown.
    pub away_reasons: Vec<Code>,
    /// Tags that a conversation may carry, in the order they are shown; any code if none is named.
    pub tags: Vec<Code>,
    /// What visitors are told otherwise than by default; pipelines and stages may say it otherwise again.
    pub messages: Messages,
    /// Replies kept ready, in the order they are shown.
    pub canned_replies: Vec<CannedReply>,
    pub widget: Widget,
    pub retention: Retention,
    /// Where a conversation begins when the visitor's page names no place.
    pub entry: Entry,
}

/// Where a conversation begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Entry {
    Queue(QueueId),
    Pipeline(PipelineId),
}

/// The rules of a desk before its first configuration: nobody and nothing.
pub(crate) static NONE: Config = Config {
    version: 0,
    name: String::new(),
    zone: String::new(),
    next_id: 1,
    settings: Settings::DEFAULT,
    skills: BTreeMap::new(),
    teams: BTreeMap::new(),
    agents: BTreeMap::new(),
    lists: BTreeMap::new(),
    queues: BTreeMap::new(),
    hours: BTreeMap::new(),
    languages: BTreeMap::new(),
    pipelines: BTreeMap::new(),
    stages: BTreeMap::new(),
    edges: Vec::new(),
    hand_rules: Vec::new(),
    reasons: Vec::new(),
    dispositions: Vec::new(),
    away_reasons: Vec::new(),
    tags: Vec::new(),
    messages: Messages::new(),
    canned_replies: Vec::new(),
    widget: Widget::PLAIN,
    retention: Retention { texts_ms: None, files_ms: None },
    entry: Entry::Queue(QueueId(0)),
};

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Queue {
    pub key: String,
    pub name: String,
    /// The name visitors see, where the workspace shows one at all.
    pub public_name: String,
    /// The public name in other languages, by code.
    pub public_names: BTreeMap<String, String>,
    /// The support level: 1, 2, 3 …
    pub tier: u8,
    /// Everybody who serves it, by rank (agent lists first, in their order; then teams by id). No repeats.
    pub members: Vec<AgentId>,
    pub strategy: Strategy,
    pub mode: Mode,
    /// Units of an agent's capacity that one conversation takes.
    pub weight: u32,
    /// Skills every conversation here needs, with the least level.
    pub required: BTreeMap<SkillId, u8>,
    /// Steps that ask for less as a wait grows; at most `RELAX_STEPS_MAX`, by `after_ms`.
    pub relax: Vec<RelaxStep>,
    pub offer_timeout_ms: u64,
    pub max_wait_ms: u64,
    pub still_searching_ms: u64,
    /// Where a conversation goes when its max wait is over; the visitor's choice otherwise.
    pub fallback: Option<QueueId>,
    pub credit: Credit,
    /// Set on every conversation that enters, if given.
    pub priority: Option<u8>,
    pub wrap_up: WrapUp,
    /// Whether a returning visitor is offered to their last owner first.
    pub sticky: bool,
    /// Said under the agent's name when its agent joins, once per place.
    pub greeting: Option<String>,
    /// The greeting in other languages, by code.
    pub greetings: BTreeMap<String, String>,
    /// When it is open; always, if none.
    pub hours: Option<HoursId>,
    /// Where a conversation goes that comes, or still waits, when it is closed; the offline form otherwise.
    pub out_of_hours: Option<Fallback>,
    /// Whether its agents have to speak the visitor's language.
    pub language_required: bool,
    pub thresholds: Thresholds,
}

/// How the agent is chosen among the eligible. Ties: idle time, then id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Strategy {
    /// Load ÷ capacity.
    LeastLoaded,
    /// Time since the agent last became owner.
    LongestIdle,
    /// Sum of the agent's levels of the skills needed.
    BestSkilled,
    /// The next member by rank after the one chosen last.
    RoundRobin,
    /// The agent's rank in the queue.
    Ordered,
    /// Offered to all eligible; the first to accept wins.
    Broadcast,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Mode {
    /// Offered; the agent accepts.
    Push,
    /// Given without asking.
    PushAutoAccept,
    /// Agents pick from a list.
    Pull,
}

/// One step of relaxation, `after_ms` from the start of the present wait.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct RelaxStep {
    pub after_ms: u64,
    /// Skills no longer needed.
    pub drop: BTreeSet<SkillId>,
    /// The most that is still asked of every other skill.
    pub level: Option<u8>,
}

/// How earlier waits count in a new place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Credit {
    /// Earlier waits added up.
    Keep,
    /// Nothing.
    Reset,
    /// Earlier waits and `Settings::boost_ms`.
    Boost,
}

/// After-contact work in a queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct WrapUp {
    /// How long it lasts unless ended or extended; 0 means there is none.
    pub ms: u64,
    /// Whether it holds the conversation's weight until it ends.
    pub holds_capacity: bool,
}

/// Time-outs and switches of a workspace. Defaults are those of SPEC.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Settings {
    pub default_priority: u8,
    /// `Credit::Boost` adds this to the earlier waits.
    pub boost_ms: u64,
    /// A decline keeps the conversation from that agent this long.
    pub cool_down_ms: u64,
    /// After this many declines only if nobody else is eligible.
    pub declines_max: u32,
    /// RONA in a row, with no action between, before `not_responding`.
    pub rona_max: u32,
    /// How long a visitor's last owner is remembered.
    pub sticky_ms: u64,
    /// How long a sticky conversation waits for a full agent.
    pub sticky_reserve_ms: u64,
    /// How long a cold transfer to an agent is on offer.
    pub direct_offer_ms: u64,
    /// How long a cold transfer with `park` stays reserved.
    pub park_reserve_ms: u64,
    /// An introduction completes by itself after the sender's silence of this length.
    pub introduction_ms: u64,
    /// Grace before an agent without connections counts as `disconnected`.
    pub agent_grace_ms: u64,
    /// From the drop until a lost agent's conversations are re-queued.
    pub agent_lost_ms: u64,
    /// From the drop until a lost visitor's conversation closes.
    pub visitor_lost_ms: u64,
    pub idle_reminder_ms: u64,
    pub idle_close_ms: u64,
    /// Longest time a conversation stays parked.
    pub parked_ms: u64,
    /// How long room is reserved for the owner of a parked conversation that woke.
    pub wake_reserve_ms: u64,
    /// A visitor who comes back within this continues where they were.
    pub come_back_ms: u64,
    /// From asking for a message until the wait ends without one.
    pub offline_form_ms: u64,
    /// From leaving a message until supervisors are told that nobody answered, while its queue is open.
    pub message_alert_ms: u64,
    /// Whether a transfer must carry a reason.
    pub reason_required: bool,
    /// Whether the visitor is told that a warm transfer was asked for.
    pub tell_visitor_of_transfer: bool,
    /// Whether visitors see queue names.
    pub show_queue_names: bool,
    /// Whether visitors see the support level.
    pub show_tiers: bool,
    /// The language of a visitor who brings none.
    pub default_language: String,
    /// How long a queue that closes goes on serving those who wait in it.
    pub closing_grace_ms: u64,
    /// How long only the list of an escalation option is eligible.
    pub list_first_ms: u64,
    /// How long a return is kept for the previous owner.
    pub return_reserve_ms: u64,
    /// From closing until a survey that nobody answered is over.
    pub survey_ms: u64,
    /// Hops at which the sender is warned.
    pub chain_warning: u32,
    /// Hops at which `chain_policy` applies.
    pub chain_limit: u32,
    pub chain_policy: ChainPolicy,
    /// A raised hand that nobody took alerts everybody after this.
    pub hand_alert_ms: u64,
    /// A supervisor without connection leaves an assist after this.
    pub supervisor_lost_ms: u64,
    /// Whether the agents in a conversation see that somebody observes it.
    pub tell_agent_of_observer: bool,
    /// Whether the visitor sees that somebody observes it.
    pub tell_visitor_of_observer: bool,
    /// People in one conversation: visitor, owner and guests.
    pub people_max: u32,
    /// How long the next owner in a conference may pass.
    pub pass_ms: u64,
}

impl Default for Config {
    fn default() -> Self {
        NONE.clone()
    }
}

impl Config {
    /// The rules of a queue. One in use is never removed, so the default stands for none that is asked for.
    pub fn queue(&self, queue: QueueId) -> &Queue {
        static UNSET: Queue = Queue::DEFAULT;
        self.queues.get(&queue).unwrap_or(&UNSET)
    }

    /// The rules of a place: the stage's, where it sets any, else the queue's.
    pub fn place(&self, place: Place) -> PlaceRules<'_> {
        let stage = place.stage.and_then(|stage| self.stages.get(&stage)).and_then(Stage::connect);
        let stage = stage.filter(|connect| connect.queue == place.queue);
        PlaceRules { queue: self.queue(place.queue), stage }
    }

    /// What is left of a place of another version: a stage that is gone, or is elsewhere, leaves its queue.
    pub fn present(&self, place: Place) -> Place {
        Place { stage: place.stage.filter(|_| self.place(place).stage.is_some()), ..place }
    }

    /// A queue as a place of a pipeline: its first stage with that queue, if it has one.
    pub fn place_in(&self, pipeline: Option<PipelineId>, queue: QueueId) -> Place {
        let stages = pipeline.and_then(|pipeline| self.pipelines.get(&pipeline));
        let stage = stages.into_iter().flat_map(|pipeline| &pipeline.stages).find(|stage| {
            let connect = self.stages.get(stage).and_then(Stage::connect);
            connect.is_some_and(|connect| connect.queue == queue)
        });
        Place { queue, stage: stage.copied() }
    }

    /// A connect stage as a place.
    pub fn place_of(&self, stage: StageId) -> Option<Place> {
        let queue = self.stages.get(&stage)?.connect()?.queue;
        Some(Place { queue, stage: Some(stage) })
    }

    /// The skill that stands for a language: its own, else that of its base (`pt` for `pt-br`).
    pub fn language_skill(&self, code: &str) -> SkillId {
        in_language(&self.languages, code).copied().unwrap_or(SkillId::UNSPOKEN)
    }

    /// Whether a queue is open at a moment.
    pub fn is_open(&self, queue: QueueId, now: Timestamp) -> bool {
        let hours = self.queue(queue).hours.and_then(|hours| self.hours.get(&hours));
        hours.is_none_or(|hours| hours.is_open(now))
    }
}

impl Settings {
    /// The defaults of SPEC.
    pub const DEFAULT: Self = Self {
        default_priority: 5,
        boost_ms: 300_000,
        cool_down_ms: 60_000,
        declines_max: 3,
        rona_max: 2,
        sticky_ms: 86_400_000,
        sticky_reserve_ms: 30_000,
        direct_offer_ms: 60_000,
        park_reserve_ms: 1_800_000,
        introduction_ms: 300_000,
        agent_grace_ms: 30_000,
        agent_lost_ms: 120_000,
        visitor_lost_ms: 180_000,
        idle_reminder_ms: 180_000,
        idle_close_ms: 360_000,
        parked_ms: 86_400_000,
        wake_reserve_ms: 120_000,
        come_back_ms: 1_800_000,
        offline_form_ms: 900_000,
        // A working day has eight hours.
        message_alert_ms: 28_800_000,
        reason_required: false,
        tell_visitor_of_transfer: false,
        show_queue_names: false,
        show_tiers: false,
        default_language: String::new(),
        closing_grace_ms: 900_000,
        list_first_ms: 60_000,
        return_reserve_ms: 60_000,
        survey_ms: 900_000,
        chain_warning: 3,
        chain_limit: 5,
        chain_policy: ChainPolicy::Supervisor,
        hand_alert_ms: 120_000,
        supervisor_lost_ms: 30_000,
        tell_agent_of_observer: true,
        tell_visitor_of_observer: false,
        people_max: 8,
        pass_ms: 30_000,
    };
}

impl Default for Settings {
    fn default() -> Self {
        Self::DEFAULT
    }
}

impl Queue {
    /// A queue as the document describes one with nothing set.
    pub const DEFAULT: Self = Self {
        key: String::new(),
        name: String::new(),
        public_name: String::new(),
        public_names: BTreeMap::new(),
        tier: 1,
        members: Vec::new(),
        strategy: Strategy::LeastLoaded,
        mode: Mode::Push,
        weight: 1,
        required: BTreeMap::new(),
        relax: Vec::new(),
        offer_timeout_ms: 30_000,
        max_wait_ms: 600_000,
        still_searching_ms: 45_000,
        fallback: None,
        credit: Credit::Keep,
        priority: None,
        wrap_up: WrapUp { ms: 60_000, holds_capacity: true },
        sticky: false,
        greeting: None,
        greetings: BTreeMap::new(),
        hours: None,
        out_of_hours: None,
        language_required: false,
        thresholds: Thresholds::DEFAULT,
    };

    /// Whether its agents have something said for them when they join.
    pub fn greets(&self) -> bool {
        self.greeting.is_some() || !self.greetings.is_empty()
    }

    /// The name for a visitor of this language: the one in it, else that for all.
    pub fn public_name_in(&self, language: Option<&str>) -> &str {
        let named = language.and_then(|code| in_language(&self.public_names, code));
        named.unwrap_or(&self.public_name)
    }
}

impl Default for Queue {
    fn default() -> Self {
        Self::DEFAULT
    }
}
