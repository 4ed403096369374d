//! The written form of a workspace's configuration, the one large thing an event carries.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    config::{
        Agent, AgentKind, AgentList, Ask, CannedReply, ChainPolicy, Code, Config, Connect, Credit,
        Edge, EdgeEnd, Entry, EscalationOption, Fallback, Field, FieldKind, FieldOption, FormStage,
        HandRule, HandRuleWhen, Hours, Interval, Messages, Mode, Pipeline, Position, Queue,
        RelaxStep, Retention, Roles, Settings, Skill, Stage, StageKind, Strategy, Team, Theme,
        Thresholds, Widget, WrapUp,
    },
    ids::{AgentId, HoursId, ListId, PipelineId, QueueId, SkillId, StageId, TeamId, Timestamp},
};

use super::form::{Form, enums, structs};

structs! {
    Config {
        version: u32,
        name: String,
        #[serde(default)]
        zone: String,
        next_id: u64,
        settings: Settings,
        skills: BTreeMap<SkillId, Skill>,
        teams: BTreeMap<TeamId, Team>,
        agents: BTreeMap<AgentId, Agent>,
        lists: BTreeMap<ListId, AgentList>,
        queues: BTreeMap<QueueId, Queue>,
        #[serde(default)]
        hours: BTreeMap<HoursId, Hours>,
        #[serde(default)]
        languages: BTreeMap<String, SkillId>,
        #[serde(default)]
        pipelines: BTreeMap<PipelineId, Pipeline>,
        #[serde(default)]
        stages: BTreeMap<StageId, Stage>,
        #[serde(default)]
        edges: Vec<Edge>,
        #[serde(default)]
        hand_rules: Vec<HandRule>,
        reasons: Vec<Code>,
        dispositions: Vec<Code>,
        #[serde(default = "since::away_reasons")]
        away_reasons: Vec<Code>,
        #[serde(default)]
        tags: Vec<Code>,
        #[serde(default)]
        messages: Messages,
        #[serde(default)]
        canned_replies: Vec<CannedReply>,
        #[serde(default = "since::widget")]
        widget: Widget,
        #[serde(default = "since::retention")]
        retention: Retention,
        entry: Entry,
    }
    Retention { texts_ms: Option<u64>, files_ms: Option<u64> }
    Widget {
        title: BTreeMap<String, String>,
        colour: Option<String>,
        theme: Theme,
        position: Position,
        languages: Vec<String>,
        ask_name: Ask,
        ask_email: Ask,
    }
    CannedReply {
        key: String,
        title: String,
        texts: BTreeMap<String, String>,
        queues: BTreeSet<QueueId>,
        teams: BTreeSet<TeamId>,
    }
    Hours {
        key: String,
        name: String,
        #[serde(default)]
        zone: String,
        open: Vec<Interval>,
    }
    Interval { from: Timestamp, to: Timestamp }
    Pipeline {
        key: String,
        name: String,
        first: StageId,
        stages: Vec<StageId>,
        #[serde(default)]
        messages: Messages,
    }
    Stage {
        key: String,
        name: String,
        pipeline: PipelineId,
        kind: StageKind,
        #[serde(default)]
        messages: Messages,
    }
    Connect {
        queue: QueueId,
        list: Option<ListId>,
        tier: Option<u8>,
        strategy: Option<Strategy>,
        offer_timeout_ms: Option<u64>,
        still_searching_ms: Option<u64>,
        max_wait_ms: Option<u64>,
        priority: Option<u8>,
        on_timeout: Option<Fallback>,
        on_drop: Option<StageId>,
        next: Option<StageId>,
        escalations: Vec<EscalationOption>,
    }
    EscalationOption {
        key: String,
        label: String,
        stage: StageId,
        list: Option<ListId>,
        reason_required: bool,
        note_required: bool,
    }
    FormStage { fields: Vec<Field>, next: Option<StageId> }
    Field {
        key: String,
        label: String,
        #[serde(default)]
        labels: BTreeMap<String, String>,
        required: bool,
        kind: FieldKind,
    }
    FieldOption {
        value: String,
        label: String,
        #[serde(default)]
        labels: BTreeMap<String, String>,
        needs: BTreeMap<SkillId, u8>,
        stage: Option<StageId>,
    }
    Edge { from: EdgeEnd, to: EdgeEnd }
    HandRule { key: String, when: HandRuleWhen }
    Code { code: String, label: String }
    Skill { key: String, name: String }
    Team { key: String, name: String }
    Agent {
        key: String,
        name: String,
        public_name: String,
        email: String,
        kind: AgentKind,
        roles: Roles,
        teams: BTreeSet<TeamId>,
        skills: BTreeMap<SkillId, u8>,
        capacity: u32,
    }
    Roles { agent: bool, supervises: BTreeSet<TeamId>, admin: bool, analyst: bool }
    AgentList { key: String, name: String, members: Vec<AgentId> }
    Queue {
        key: String,
        name: String,
        public_name: String,
        #[serde(default)]
        public_names: BTreeMap<String, String>,
        tier: u8,
        members: Vec<AgentId>,
        strategy: Strategy,
        mode: Mode,
        weight: u32,
        required: BTreeMap<SkillId, u8>,
        relax: Vec<RelaxStep>,
        offer_timeout_ms: u64,
        max_wait_ms: u64,
        still_searching_ms: u64,
        fallback: Option<QueueId>,
        credit: Credit,
        priority: Option<u8>,
        wrap_up: WrapUp,
        sticky: bool,
        greeting: Option<String>,
        #[serde(default)]
        greetings: BTreeMap<String, String>,
        #[serde(default)]
        hours: Option<HoursId>,
        #[serde(default)]
        out_of_hours: Option<Fallback>,
        #[serde(default)]
        language_required: bool,
        #[serde(default = "since::thresholds")]
        thresholds: Thresholds,
    }
    Thresholds {
        answered_within_ms: u64,
        waiting: Option<u32>,
        longest_wait_ms: Option<u64>,
        service_level: Option<u8>,
        nobody_online: bool,
        hand_ms: Option<u64>,
        hops: Option<u32>,
        unanswered_ms: Option<u64>,
    }
    RelaxStep { after_ms: u64, drop: BTreeSet<SkillId>, level: Option<u8> }
    WrapUp { ms: u64, holds_capacity: bool }
    Settings {
        default_priority: u8,
        boost_ms: u64,
        cool_down_ms: u64,
        declines_max: u32,
        rona_max: u32,
        sticky_ms: u64,
        sticky_reserve_ms: u64,
        direct_offer_ms: u64,
        park_reserve_ms: u64,
        introduction_ms: u64,
        agent_grace_ms: u64,
        agent_lost_ms: u64,
        visitor_lost_ms: u64,
        idle_reminder_ms: u64,
        idle_close_ms: u64,
        parked_ms: u64,
        wake_reserve_ms: u64,
        come_back_ms: u64,
        offline_form_ms: u64,
        reason_required: bool,
        tell_visitor_of_transfer: bool,
        show_queue_names: bool,
        #[serde(default)]
        show_tiers: bool,
        #[serde(default)]
        default_language: String,
        #[serde(default = "since::closing_grace_ms")]
        closing_grace_ms: u64,
        #[serde(default = "since::list_first_ms")]
        list_first_ms: u64,
        #[serde(default = "since::return_reserve_ms")]
        return_reserve_ms: u64,
        #[serde(default = "since::survey_ms")]
        survey_ms: u64,
        #[serde(default = "since::chain_warning")]
        chain_warning: u32,
        #[serde(default = "since::chain_limit")]
        chain_limit: u32,
        #[serde(default = "since::chain_policy")]
        chain_policy: ChainPolicy,
        #[serde(default = "since::hand_alert_ms")]
        hand_alert_ms: u64,
        #[serde(default = "since::supervisor_lost_ms")]
        supervisor_lost_ms: u64,
        #[serde(default = "since::tell_agent_of_observer")]
        tell_agent_of_observer: bool,
        #[serde(default)]
        tell_visitor_of_observer: bool,
        #[serde(default = "since::people_max")]
        people_max: u32,
        #[serde(default = "since::pass_ms")]
        pass_ms: u64,
        #[serde(default = "since::message_alert_ms")]
        message_alert_ms: u64,
    }
}

enums! {
    AgentKind { Human, Bot }
    Strategy { LeastLoaded, LongestIdle, BestSkilled, RoundRobin, Ordered, Broadcast }
    Mode { Push, PushAutoAccept, Pull }
    Credit { Keep, Reset, Boost }
    StageKind {
        Connect(connect: Box<Connect>),
        Message { next: Option<StageId> },
        Form(form: FormStage),
        OfflineForm,
        Survey { next: Option<StageId> },
        End,
    }
    Fallback { Stage(stage: StageId), Queue(queue: QueueId), Back }
    FieldKind { Text, LongText, Email, Choice(options: Vec<FieldOption>) }
    Theme { System, Light, Dark }
    Position { Right, Left }
    Ask { Never, Optional, Required }
    ChainPolicy { Supervisor, Block, FinalQueue(queue: QueueId) }
    EdgeEnd { Queue(queue: QueueId), Team(team: TeamId), Tier(tier: u8) }
    HandRuleWhen { Keyword(words: Vec<String>), ChainWarning, Silence { ms: u64 } }
}

/// A queue is written as its number, as it was before there were pipelines.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
pub enum WrittenEntry {
    Queue(u64),
    Pipeline { pipeline: u64 },
}

impl Form for Entry {
    type Written = WrittenEntry;

    fn write(&self) -> WrittenEntry {
        match *self {
            Self::Queue(QueueId(queue)) => WrittenEntry::Queue(queue),
            Self::Pipeline(PipelineId(pipeline)) => WrittenEntry::Pipeline { pipeline },
        }
    }

    fn read(written: WrittenEntry) -> Self {
        match written {
            WrittenEntry::Queue(queue) => Self::Queue(QueueId(queue)),
            WrittenEntry::Pipeline { pipeline } => Self::Pipeline(PipelineId(pipeline)),
        }
    }
}

/// What is in a configuration that was journaled before there were such.
mod since {
    use super::{ChainPolicy, Code, Form, Retention, Settings, Thresholds, Widget};

    macro_rules! defaults {
        ($($field:ident: $type:ty),* $(,)?) => {$(
            pub fn $field() -> $type {
                Settings::DEFAULT.$field
            }
        )*};
    }

    defaults! {
        closing_grace_ms: u64,
        list_first_ms: u64,
        return_reserve_ms: u64,
        survey_ms: u64,
        chain_warning: u32,
        chain_limit: u32,
        hand_alert_ms: u64,
        supervisor_lost_ms: u64,
        tell_agent_of_observer: bool,
        people_max: u32,
        pass_ms: u64,
        message_alert_ms: u64,
    }

    pub fn chain_policy() -> <ChainPolicy as Form>::Written {
        Settings::DEFAULT.chain_policy.write()
    }

    pub fn away_reasons() -> Vec<<Code as Form>::Written> {
        domain::config::away_reasons().write()
    }

    pub fn thresholds() -> <Thresholds as Form>::Written {
        Thresholds::DEFAULT.write()
    }

    pub fn widget() -> <Widget as Form>::Written {
        Widget::default().write()
    }

    pub fn retention() -> <Retention as Form>::Written {
        Retention::default().write()
    }
}
