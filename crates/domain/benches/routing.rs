//! What a routing decision costs with 10,000 agents, 1,000 queues and 300 skill profiles.
//!
//! Three shapes of membership (`workspace::Shape`), from teams to "everybody serves everything".
//! `decision` is the figure that has a bound, 5 µs: one agent's standing changes and the next
//! conversation of a queue is placed, with the exact counts for explain. `plain_scan` finds the same
//! agent by looking at every member of the queue. Run: `cargo bench -p domain --bench routing`.

mod workspace;

use std::collections::BTreeMap;

use divan::{Bencher, black_box};
use domain::{
    config::{Config, Strategy},
    ids::{AgentId, QueueId, SkillId, Timestamp},
    routing::{Ask, RoutingIndex, Standing},
    view::staff::AgentStatus,
};

use self::workspace::{AGENTS, Dice, QUEUES, SHAPES, Shape};

fn main() {
    divan::main();
}

const STRATEGIES: [Strategy; 5] = [
    Strategy::LeastLoaded,
    Strategy::LongestIdle,
    Strategy::BestSkilled,
    Strategy::RoundRobin,
    Strategy::Ordered,
];

/// One change and one placement: least loaded, nothing asked for.
#[divan::bench(args = SHAPES, sample_size = 1000)]
fn decision(bencher: Bencher<'_, '_>, shape: Shape) {
    decide(bencher, shape, Strategy::LeastLoaded, &BTreeMap::new());
}

/// The same for a conversation that needs two skills.
#[divan::bench(args = SHAPES, sample_size = 1000)]
fn decision_with_skills(bencher: Bencher<'_, '_>, shape: Shape) {
    decide(bencher, shape, Strategy::LeastLoaded, &needs());
}

/// The same by each strategy, two skills needed, every agent in the queue.
#[divan::bench(args = STRATEGIES, sample_size = 1000)]
fn decision_by_strategy(bencher: Bencher<'_, '_>, strategy: Strategy) {
    decide(bencher, Shape::Everybody, strategy, &needs());
}

/// The choice alone.
#[divan::bench(args = SHAPES, sample_size = 1000)]
fn choice(bencher: Bencher<'_, '_>, shape: Shape) {
    let desk = desk(shape, Strategy::LeastLoaded);
    let mut dice = Dice(3);
    let needs = BTreeMap::new();
    bencher.bench_local(|| black_box(desk.index.choose(&desk.ask(&mut dice, &needs))));
}

/// The change alone.
#[divan::bench(args = SHAPES, sample_size = 1000)]
fn change(bencher: Bencher<'_, '_>, shape: Shape) {
    let mut desk = desk(shape, Strategy::LeastLoaded);
    let mut dice = Dice(3);
    bencher.bench_local(|| desk.change(&mut dice));
}

/// A choice with its explanation: twenty runners-up by name.
#[divan::bench(args = SHAPES, sample_size = 1000)]
fn explained_choice(bencher: Bencher<'_, '_>, shape: Shape) {
    let desk = desk(shape, Strategy::LeastLoaded);
    let mut dice = Dice(3);
    let needs = needs();
    bencher.bench_local(|| {
        let ask = desk.ask(&mut dice, &needs);
        let choice = desk.index.choose(&ask);
        black_box(desk.index.explanation(&ask, &choice))
    });
}

/// Nobody has room: the explanation names twenty who are full.
#[divan::bench(args = SHAPES, sample_size = 1000)]
fn explained_refusal(bencher: Bencher<'_, '_>, shape: Shape) {
    let mut desk = desk(shape, Strategy::LeastLoaded);
    for id in (1..=AGENTS).map(AgentId) {
        if let Some(standing) = desk.index.standing(id) {
            desk.index.set(id, Standing { load: standing.capacity, ..standing });
        }
    }
    let mut dice = Dice(3);
    let needs = needs();
    bencher.bench_local(|| {
        let ask = desk.ask(&mut dice, &needs);
        let choice = desk.index.choose(&ask);
        black_box(desk.index.explanation(&ask, &choice))
    });
}

/// For comparison: the same choice by a look at every member.
#[divan::bench(args = SHAPES, sample_size = 1000)]
fn plain_scan(bencher: Bencher<'_, '_>, shape: Shape) {
    let desk = desk(shape, Strategy::LeastLoaded);
    let mut standings = vec![None; AGENTS as usize + 1];
    for id in 1..=AGENTS {
        standings[id as usize] = desk.index.standing(AgentId(id));
    }
    let mut dice = Dice(3);
    let needs = BTreeMap::new();
    bencher.bench_local(|| {
        let ask = desk.ask(&mut dice, &needs);
        let (mut counts, mut best) = ([0_u32; 12], None::<(u64, Timestamp, AgentId)>);
        for member in &desk.config.queues[&ask.queue].members {
            let Some(standing) = standings[member.0 as usize] else { continue };
            let room = standing.has_room(ask.weight);
            counts[standing.status as usize + if room { 6 } else { 0 }] += 1;
            if standing.takes_work() && room {
                let share = (u64::from(standing.load) << 32) / u64::from(standing.capacity);
                let key = (share, standing.idle_since, *member);
                best = Some(best.map_or(key, |best| best.min(key)));
            }
        }
        black_box((counts, best))
    });
}

fn decide(
    bencher: Bencher<'_, '_>,
    shape: Shape,
    strategy: Strategy,
    needs: &BTreeMap<SkillId, u8>,
) {
    let mut desk = desk(shape, strategy);
    let mut dice = Dice(3);
    let mut after = None;
    bencher.bench_local(|| {
        desk.change(&mut dice);
        let choice = desk.index.choose(&Ask { after, ..desk.ask(&mut dice, needs) });
        after = choice.agent;
        black_box(choice)
    });
}

/// Two skills that many profiles hold.
fn needs() -> BTreeMap<SkillId, u8> {
    BTreeMap::from([(SkillId(1), 1), (SkillId(2), 1)])
}

struct Desk {
    config: Config,
    strategy: Strategy,
    index: RoutingIndex,
}

fn desk(shape: Shape, strategy: Strategy) -> Desk {
    let config = workspace::config(shape, strategy);
    let mut dice = Dice(2);
    let standings = config.agents.iter().map(|(id, agent)| (*id, busy(agent.capacity, &mut dice)));
    let index = RoutingIndex::rebuild(&config, standings);
    Desk { config, strategy, index }
}

impl Desk {
    /// Any agent takes or ends a conversation, or changes their status.
    fn change(&mut self, dice: &mut Dice) {
        let id = AgentId(1 + dice.roll(AGENTS));
        if let Some(standing) = self.index.standing(id) {
            self.index.set(id, busy(standing.capacity, dice));
        }
    }

    /// The next conversation of any queue, a hand-over.
    fn ask<'a>(&self, dice: &mut Dice, needs: &'a BTreeMap<SkillId, u8>) -> Ask<'a> {
        Ask {
            queue: QueueId(AGENTS + 1 + dice.roll(QUEUES)),
            needs,
            weight: 1,
            first: false,
            only: None,
            declined: &[],
            sender: None,
            present: &[],
            holding: &[],
            after: None,
            strategy: self.strategy,
        }
    }
}

/// A busy afternoon: seven of ten online, their load anything up to full.
fn busy(capacity: u32, dice: &mut Dice) -> Standing {
    let status = match dice.roll(20) {
        0..14 => AgentStatus::Online,
        14 => AgentStatus::TransferOnly,
        15 | 16 => AgentStatus::Away,
        17 => AgentStatus::Disconnected,
        _ => AgentStatus::Offline,
    };
    let load = dice.roll(u64::from(capacity) + 1) as u32;
    Standing { status, load, capacity, idle_since: Timestamp(dice.roll(3_600_000)) }
}
