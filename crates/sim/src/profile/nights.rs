//! Days on which everything goes wrong, and a large one: what the rules, the engine and the store are tried on.

use super::{
    AgentHabits, Disturbances, Faults, Move, Profile, Shift, Stream, VisitorHabits,
    days::{MINUTE, QUIET},
};
use crate::{HOUR_MS, dice::Spread};

pub fn all() -> Vec<Profile> {
    vec![
        Profile {
            name: "mixed",
            about: "Three tiers and every kind of hand-over, by people who forget, decline and drop out; no faults",
            ..mixed()
        },
        Profile {
            name: "storms",
            about: "The same people; commits fail and hang, the server dies and its clock jumps",
            faults: STORMS,
            ..mixed()
        },
        Profile {
            name: "centre",
            about: "A day of a centre with 200 agents and 10,000 conversations",
            document: "centre",
            streams: vec![
                Stream { entry: Some("service"), needs: &[("french", 2, 0.1)], per_hour: CENTRE },
                Stream { entry: Some("billing"), needs: &[], per_hour: CENTRE },
            ],
            shifts: vec![
                Shift { team: "early", from_ms: 0, until_ms: 9 * HOUR_MS },
                Shift { team: "day", from_ms: 2 * HOUR_MS, until_ms: 11 * HOUR_MS },
                Shift { team: "late", from_ms: 6 * HOUR_MS, until_ms: 15 * HOUR_MS },
                Shift { team: "experts", from_ms: 0, until_ms: 24 * HOUR_MS },
                Shift { team: "night", from_ms: 14 * HOUR_MS, until_ms: 24 * HOUR_MS },
            ],
            visitors: VisitorHabits {
                patience: Spread::Exponential { mean: 10.0 * MINUTE },
                slips_away: 0.3,
                falls_silent: 0.02,
                comes_back: 0.03,
                ..BUSY_VISITORS
            },
            agents: AgentHabits {
                declines: 0.02,
                forgets: 0.02,
                talks_for: Spread::LogNormal { median: 7.0 * MINUTE, sigma: 0.5 },
                moves: &[
                    (Move::Close, 0.86),
                    (Move::WarmTransfer, 0.05),
                    (Move::ColdTransfer, 0.07),
                    (Move::Park, 0.02),
                    (Move::Confer, 0.03),
                ],
                interrupted_every: Some(90.0 * MINUTE),
                interrupted_for: Spread::Between(60_000, 900_000),
                ..BUSY_AGENTS
            },
            ..QUIET
        },
    ]
}

/// Some 10,000 a day over both streams.
const CENTRE: &[f64] = &[
    180.0, 340.0, 420.0, 430.0, 390.0, 380.0, 410.0, 420.0, 390.0, 340.0, 270.0, 210.0, 170.0,
    140.0, 110.0, 80.0, 60.0, 40.0, 30.0, 25.0, 25.0, 30.0, 40.0, 70.0,
];

fn mixed() -> Profile {
    Profile {
        document: "three-tiers",
        streams: vec![
            Stream { entry: None, needs: &[("french", 2, 0.2)], per_hour: &[50.0, 25.0] },
            Stream { entry: Some("support"), needs: &[("network", 2, 0.2)], per_hour: &[30.0] },
            Stream { entry: Some("technical"), needs: &[("network", 2, 0.3)], per_hour: &[15.0] },
            Stream { entry: Some("rush"), needs: &[], per_hour: &[12.0] },
            Stream { entry: Some("picks"), needs: &[], per_hour: &[8.0] },
        ],
        shifts: vec![
            Shift { team: "front", from_ms: 0, until_ms: 24 * HOUR_MS },
            Shift { team: "network", from_ms: 0, until_ms: 24 * HOUR_MS },
            Shift { team: "experts", from_ms: HOUR_MS / 2, until_ms: 10 * HOUR_MS },
        ],
        visitors: BUSY_VISITORS,
        agents: BUSY_AGENTS,
        disturbances: Disturbances {
            oversight_every: Some(40_000.0),
            blunder_every: Some(25_000.0),
            reconfigured_every: Some(25.0 * MINUTE),
            changes: CHANGES,
        },
        ..QUIET
    }
}

const BUSY_VISITORS: VisitorHabits = VisitorHabits {
    patience: Spread::LogNormal { median: 6.0 * MINUTE, sigma: 1.2 },
    slips_away: 0.4,
    answers_after: Some(Spread::LogNormal { median: 30_000.0, sigma: 0.7 }),
    falls_silent: 0.06,
    drops_every: Some(25.0 * MINUTE),
    drops_for: Spread::LogNormal { median: 60_000.0, sigma: 1.2 },
    comes_back: 0.25,
};

const BUSY_AGENTS: AgentHabits = AgentHabits {
    answers_after: Spread::LogNormal { median: 6_000.0, sigma: 0.9 },
    declines: 0.12,
    forgets: 0.1,
    talks_for: Spread::LogNormal { median: 3.0 * MINUTE, sigma: 0.8 },
    moves: &[
        (Move::Close, 0.32),
        (Move::WarmTransfer, 0.16),
        (Move::ColdTransfer, 0.16),
        (Move::Park, 0.11),
        (Move::Escalate, 0.11),
        (Move::Return, 0.06),
        (Move::Confer, 0.14),
    ],
    withdraws: 0.2,
    hands_back: 0.2,
    wraps_up_after: Spread::Between(5_000, 90_000),
    extends: 0.15,
    interrupted_every: Some(20.0 * MINUTE),
    interrupted_for: Spread::LogNormal { median: 70_000.0, sigma: 1.1 },
};

/// Milliseconds and kept, nearly always.
const STORMS: Faults = Faults {
    commit_takes: Spread::Between(1, 40),
    commit_is_slow: 0.01,
    slow_commit_takes: Spread::Between(300, 8_000),
    commit_fails: 0.004,
    load_fails: 0.3,
    crash_every: Some(40.0 * MINUTE),
    down_for: Spread::LogNormal { median: 8_000.0, sigma: 1.3 },
    panic_every: Some(30.0 * MINUTE),
    skew_every: Some(15.0 * MINUTE),
    skew_max_ms: 20_000,
    repeats: 0.05,
};

const CHANGES: &[&str] = &[
    "agents: { lena: null }",
    "edges: [{ from: { tier: 1 }, to: { tier: 2 } }, { from: { tier: 1 }, to: { tier: 3 } }, { from: { tier: 2 }, to: { tier: 3 } }]",
    "settings: { reason_required: true }",
    "edges: null",
    "queues: { billing: { weight: 2 } }",
    "agents: { mara: { capacity: 1 } }",
    "agents: { lena: { name: Lena Vogt, public_name: Lena, email: lena@tiers.example, teams: [front], capacity: 2 } }",
    "settings: { reason_required: false }",
    "queues: { billing: { weight: 1 } }",
    "agents: { mara: { capacity: 3 } }",
    "settings: { chain_limit: 1, chain_policy: block }",
    "settings: { chain_policy: { final_queue: technical } }",
    "settings: { chain_policy: supervisor }",
];
