//! Workspaces for the routing tests: small ones by hand, any by chance.

use std::collections::BTreeMap;

use domain::{
    config::{Agent, AgentKind, Config, Entry, Queue, Roles, Strategy},
    ids::{AgentId, QueueId, SkillId, Timestamp},
    routing::{Ask, Standing},
    view::staff::AgentStatus,
};
use proptest::{collection::vec, prelude::*, sample::select, strategy::Strategy as Generate};

/// A configuration, and what happens to it.
#[derive(Debug, Clone)]
pub struct Workspace {
    pub config: Config,
    pub steps: Vec<Step>,
}

/// Some agents change, then one conversation looks for an agent.
#[derive(Debug, Clone)]
pub struct Step {
    pub changes: Vec<(AgentId, Standing)>,
    pub question: Question,
}

/// An [`Ask`] that owns what it asks.
#[derive(Debug, Clone)]
pub struct Question {
    pub queue: QueueId,
    pub needs: BTreeMap<SkillId, u8>,
    pub weight: u32,
    pub first: bool,
    pub only: Option<Vec<AgentId>>,
    pub declined: Vec<(AgentId, Timestamp)>,
    pub sender: Option<AgentId>,
    pub present: Vec<AgentId>,
    pub holding: Vec<(AgentId, u32)>,
    pub after: Option<AgentId>,
    pub strategy: Strategy,
}

impl Question {
    pub fn about(queue: QueueId) -> Self {
        Self {
            queue,
            needs: BTreeMap::new(),
            weight: 1,
            first: false,
            only: None,
            declined: Vec::new(),
            sender: None,
            present: Vec::new(),
            holding: Vec::new(),
            after: None,
            strategy: Strategy::LeastLoaded,
        }
    }

    pub fn ask(&self) -> Ask<'_> {
        Ask {
            queue: self.queue,
            needs: &self.needs,
            weight: self.weight,
            first: self.first,
            only: self.only.as_deref(),
            declined: &self.declined,
            sender: self.sender,
            present: &self.present,
            holding: &self.holding,
            after: self.after,
            strategy: self.strategy,
        }
    }
}

/// Agents and queues numbered from 1.
pub fn config(agents: Vec<BTreeMap<SkillId, u8>>, queues: Vec<Queue>) -> Config {
    Config {
        version: 1,
        name: "Workspace".into(),
        next_id: 1_000_000,
        agents: (1..).map(AgentId).zip(agents.into_iter().map(agent)).collect(),
        queues: (1..).map(QueueId).zip(queues).collect(),
        entry: Entry::Queue(QueueId(1)),
        ..Config::default()
    }
}

pub fn queue(members: Vec<AgentId>, strategy: Strategy, weight: u32) -> Queue {
    Queue { members, strategy, weight, ..Queue::default() }
}

fn agent(skills: BTreeMap<SkillId, u8>) -> Agent {
    Agent {
        key: String::new(),
        name: String::new(),
        public_name: String::new(),
        email: String::new(),
        kind: AgentKind::Human,
        roles: Roles { agent: true, ..Roles::default() },
        teams: Default::default(),
        skills,
        capacity: 2,
    }
}

/// Any workspace: a few agents, or enough for long lists; a few skill profiles, or more than an
/// explanation names agents; skills held by many or by nobody.
pub fn any_workspace() -> impl Generate<Value = Workspace> {
    let size = prop_oneof![1..8_usize, 8..40_usize, 520..700_usize];
    let profiles =
        prop_oneof![1..5_usize, 30..60_usize].prop_flat_map(|profiles| vec(skills(), profiles));
    (size, profiles).prop_flat_map(|(size, profiles)| {
        let agents = vec(select(profiles), size);
        let queues = vec(any_queue(size), 1..4);
        (agents, queues).prop_flat_map(move |(agents, queues)| {
            let config = config(agents, queues);
            vec(any_step(&config), 1..16)
                .prop_map(move |steps| Workspace { config: config.clone(), steps })
        })
    })
}

fn any_queue(agents: usize) -> impl Generate<Value = Queue> {
    let everybody: Vec<AgentId> = (1..=agents as u64).map(AgentId).collect();
    let members = (Just(everybody).prop_shuffle(), prop_oneof![0..=agents, Just(agents)]).prop_map(
        |(mut members, size)| {
            members.truncate(size);
            members
        },
    );
    (members, any_strategy(), 1..3_u32)
        .prop_map(|(members, strategy, weight)| queue(members, strategy, weight))
}

fn any_step(config: &Config) -> impl Generate<Value = Step> + use<> {
    let agents = config.agents.len() as u64;
    let queues: Vec<(QueueId, Queue)> =
        config.queues.iter().map(|(id, queue)| (*id, queue.clone())).collect();
    let changes = vec((any_agent(agents), any_standing()), 0..100);
    let declined = vec((any_agent(agents), (0..9_u64).prop_map(Timestamp)), 0..6);
    let left_out = (
        proptest::option::weighted(0.3, vec(any_agent(agents), 0..9)),
        declined,
        proptest::option::of(any_agent(agents)),
        proptest::option::weighted(0.1, any_agent(agents)),
        proptest::option::of(any_agent(agents)),
        proptest::collection::btree_map(any_agent(agents), 1..3_u32, 0..4),
    );
    // Mostly asks of the kind the queue is configured for.
    let other = (
        proptest::option::weighted(0.1, any_strategy()),
        proptest::option::weighted(0.1, 1..4_u32),
    );
    (changes, select(queues), needs(), any::<bool>(), left_out, other).prop_map(
        |(
            changes,
            (id, queue),
            needs,
            first,
            (only, declined, sender, owner, after, holding),
            (strategy, weight),
        )| {
            let strategy = strategy.unwrap_or(queue.strategy);
            let weight = weight.unwrap_or(queue.weight);
            Step {
                changes,
                question: Question {
                    queue: id,
                    needs,
                    weight,
                    first,
                    only,
                    declined,
                    sender,
                    present: owner.into_iter().collect(),
                    holding: holding.into_iter().collect(),
                    after,
                    strategy,
                },
            }
        },
    )
}

fn any_agent(agents: u64) -> impl Generate<Value = AgentId> {
    (1..=agents).prop_map(AgentId)
}

/// Mostly agents who take work; few values, so that there are ties.
fn any_standing() -> impl Generate<Value = Standing> {
    let status = prop_oneof![
        6 => Just(AgentStatus::Online),
        2 => Just(AgentStatus::TransferOnly),
        1 => Just(AgentStatus::Away),
        1 => Just(AgentStatus::Offline),
        1 => Just(AgentStatus::NotResponding),
        1 => Just(AgentStatus::Disconnected),
    ];
    (status, 0..5_u32, 0..5_u32, 0..6_u64).prop_map(|(status, load, capacity, idle)| Standing {
        status,
        load,
        capacity,
        idle_since: Timestamp(idle),
    })
}

fn any_strategy() -> impl Generate<Value = Strategy> {
    select(vec![
        Strategy::LeastLoaded,
        Strategy::LongestIdle,
        Strategy::BestSkilled,
        Strategy::RoundRobin,
        Strategy::Ordered,
        Strategy::Broadcast,
    ])
}

fn skills() -> impl Generate<Value = BTreeMap<SkillId, u8>> {
    proptest::collection::btree_map((1..4_u64).prop_map(SkillId), 1..=5_u8, 0..4)
}

/// Usually nothing or little.
fn needs() -> impl Generate<Value = BTreeMap<SkillId, u8>> {
    proptest::collection::btree_map((1..5_u64).prop_map(SkillId), 1..=3_u8, 0..3)
}
