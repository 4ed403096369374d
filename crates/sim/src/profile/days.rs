//! Quiet days on which nothing goes wrong: what predictors of waits are measured on.

use super::{AgentHabits, Disturbances, Faults, Move, Profile, Shift, Stream, VisitorHabits};
use crate::{HOUR_MS, dice::Spread};

pub(super) const MINUTE: f64 = 60_000.0;

pub fn all() -> Vec<Profile> {
    vec![
        Profile {
            name: "steady",
            about: "One queue, ten agents with two chats each, the same crowd all day",
            document: "steady",
            streams: vec![Stream { entry: None, needs: &[], per_hour: &[136.0] }],
            shifts: vec![all_day("desk")],
            ..QUIET
        },
        Profile {
            name: "shared",
            about: "Two queues with agents of their own, and four who serve both",
            document: "shared",
            streams: vec![
                Stream { entry: Some("billing"), needs: &[], per_hour: &[88.0] },
                Stream { entry: Some("technical"), needs: &[], per_hour: &[62.0] },
            ],
            shifts: vec![all_day("billing"), all_day("technical"), all_day("both")],
            ..QUIET
        },
        Profile {
            name: "noon",
            about: "One queue; in the third hour a large early shift goes and a smaller late one comes",
            document: "noon",
            streams: vec![Stream { entry: None, needs: &[], per_hour: &[100.0] }],
            shifts: vec![
                Shift { team: "early", from_ms: 0, until_ms: 3 * HOUR_MS },
                Shift { team: "late", from_ms: 3 * HOUR_MS, until_ms: 8 * HOUR_MS },
            ],
            ..QUIET
        },
    ]
}

const fn all_day(team: &'static str) -> Shift {
    Shift { team, from_ms: 0, until_ms: 24 * HOUR_MS }
}

/// People who do what is expected of them: answer, talk for some minutes, close.
pub(super) const QUIET: Profile = Profile {
    name: "",
    about: "",
    document: "",
    streams: Vec::new(),
    shifts: Vec::new(),
    visitors: VisitorHabits {
        patience: Spread::Exponential { mean: 12.0 * MINUTE },
        slips_away: 0.0,
        answers_after: None,
        falls_silent: 0.0,
        drops_every: None,
        drops_for: Spread::Always(0),
        comes_back: 0.0,
    },
    agents: AgentHabits {
        answers_after: Spread::Between(1_000, 8_000),
        declines: 0.0,
        forgets: 0.0,
        talks_for: Spread::LogNormal { median: 6.5 * MINUTE, sigma: 0.6 },
        moves: &[(Move::Close, 1.0)],
        withdraws: 0.0,
        hands_back: 0.0,
        wraps_up_after: Spread::Between(10_000, 50_000),
        extends: 0.0,
        interrupted_every: None,
        interrupted_for: Spread::Always(0),
    },
    disturbances: Disturbances::NONE,
    faults: Faults::NONE,
};
