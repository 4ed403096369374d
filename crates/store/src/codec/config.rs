//! The written form of a workspace's configuration, the one large thing an event carries.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    config::{
        Agent, AgentKind, AgentList, Code, Config, Credit, Mode, Queue, RelaxStep, Roles, Settings,
        Skill, Strategy, Team, WrapUp,
    },
    ids::{AgentId, ListId, QueueId, SkillId, TeamId},
};

use super::form::{Form, enums, structs};

structs! {
    Config {
        version: u32,
        name: String,
        next_id: u64,
        settings: Settings,
        skills: BTreeMap<SkillId, Skill>,
        teams: BTreeMap<TeamId, Team>,
        agents: BTreeMap<AgentId, Agent>,
        lists: BTreeMap<ListId, AgentList>,
        queues: BTreeMap<QueueId, Queue>,
        reasons: Vec<Code>,
        dispositions: Vec<Code>,
        entry: QueueId,
    }
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
    }
}

enums! {
    AgentKind { Human, Bot }
    Strategy { LeastLoaded, LongestIdle, BestSkilled, RoundRobin, Ordered, Broadcast }
    Mode { Push, PushAutoAccept, Pull }
    Credit { Keep, Reset, Boost }
}
