//! The contact centre of the benches: 10,000 agents of 300 skill profiles, 1,000 queues.
//!
//! The same numbers every time: a small generator of its own, no randomness from outside.

use std::{collections::BTreeMap, fmt};

use domain::{
    config::{Agent, AgentKind, Config, Entry, Queue, Roles, Skill, Strategy},
    ids::{AgentId, QueueId, SkillId},
};

pub const AGENTS: u64 = 10_000;
pub const QUEUES: u64 = 1_000;
pub const PROFILES: u64 = 300;
/// Skills there are; each profile holds 3 to 8 of them.
pub const SKILLS: u64 = 40;

/// Who serves the queues.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// 100 teams of 100 agents; a queue is served by one to three teams.
    Teams,
    /// 300 agents by chance: next to no two agents serve the same queues.
    Scattered,
    /// Every agent serves every queue.
    Everybody,
}

impl fmt::Debug for Shape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Teams => "teams",
            Self::Scattered => "scattered",
            Self::Everybody => "everybody",
        })
    }
}

pub const SHAPES: [Shape; 3] = [Shape::Teams, Shape::Scattered, Shape::Everybody];

/// All queues choose by `strategy`.
pub fn config(shape: Shape, strategy: Strategy) -> Config {
    let mut dice = Dice(1);
    let profiles: Vec<BTreeMap<SkillId, u8>> = (0..PROFILES)
        .map(|_| {
            (0..3 + dice.roll(6))
                .map(|_| (SkillId(1 + dice.roll(SKILLS)), 1 + dice.roll(5) as u8))
                .collect()
        })
        .collect();
    let agents = (1..=AGENTS)
        .map(|id| (AgentId(id), agent(id, &profiles[dice.roll(PROFILES) as usize], &mut dice)));
    let agents = agents.collect();
    let queues = (1..=QUEUES).map(|id| {
        (
            QueueId(AGENTS + id),
            Queue { members: members(shape, &mut dice), strategy, ..Queue::default() },
        )
    });
    let queues = queues.collect();
    Config {
        version: 1,
        name: "Benches".into(),
        next_id: 1_000_000,
        skills: (1..=SKILLS).map(|id| (SkillId(id), skill(id))).collect(),
        agents,
        queues,
        entry: Entry::Queue(QueueId(AGENTS + 1)),
        ..Config::default()
    }
}

fn skill(id: u64) -> Skill {
    Skill { key: format!("skill-{id}"), name: format!("Skill {id}") }
}

fn agent(id: u64, skills: &BTreeMap<SkillId, u8>, dice: &mut Dice) -> Agent {
    Agent {
        key: format!("agent-{id}"),
        name: format!("Agent {id}"),
        public_name: format!("Agent {id}"),
        email: format!("agent-{id}@example.com"),
        kind: AgentKind::Human,
        roles: Roles { agent: true, ..Roles::default() },
        teams: Default::default(),
        skills: skills.clone(),
        capacity: 2 + dice.roll(5) as u32,
    }
}

fn members(shape: Shape, dice: &mut Dice) -> Vec<AgentId> {
    match shape {
        Shape::Teams => {
            let mut teams: Vec<u64> = (0..1 + dice.roll(3)).map(|_| dice.roll(100)).collect();
            teams.sort_unstable();
            teams.dedup();
            teams
                .into_iter()
                .flat_map(|team| (1..=100).map(move |n| AgentId(team * 100 + n)))
                .collect()
        }
        Shape::Scattered => {
            let mut members: Vec<AgentId> =
                (0..300).map(|_| AgentId(1 + dice.roll(AGENTS))).collect();
            members.sort_unstable();
            members.dedup();
            members
        }
        Shape::Everybody => (1..=AGENTS).map(AgentId).collect(),
    }
}

/// A small generator (splitmix64), so that every run sees the same.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides
    }
}
