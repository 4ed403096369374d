//! The textbook's waiting lines, played by the real routing: Erlang C, and Erlang A with impatient visitors.
//!
//! One queue that gives without asking, no wrap-up, Poisson arrivals, exponential service and patience. The unit
//! of time is the mean service time of an agent with one chat. What is measured is what the desk did;
//! `estimate` says how sure that is.

mod callers;
mod estimate;
mod meter;

use domain::config::Config;

use crate::{
    ground::{BareDesk, Scrutiny},
    simulation::{BEGIN, Broken, Simulation},
};
use callers::Callers;
pub use estimate::Estimate;
use meter::{Batch, CONTROLS};

/// A mean service time in milliseconds: so long that rounding to milliseconds is a part in a million.
const SERVICE_MS: f64 = 1e6;
/// Batches at an estimate, from this many after a merge to twice as many.
const BATCHES: usize = 64;
/// No batch is shorter than this many service times, so that batches are next to independent.
const BATCH_TIME_MIN: f64 = 20.0;
/// Relaxation times until the empty desk of the beginning is forgotten.
const WARM_UP: f64 = 6.0;
/// A half-width is good enough at this share of its value, or at this length for small values.
const RELATIVE_MAX: f64 = 0.03;
const ABSOLUTE_MAX: f64 = 0.004;
/// A run that has not come to its end by then will not in any reasonable time.
const ARRIVALS_MAX: f64 = 3e7;

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Model {
    pub agents: u32,
    /// Arrivals in a mean service time.
    pub load: f64,
    /// Mean patience in service times; visitors never leave if none is given.
    pub patience: Option<f64>,
    pub chats_per_agent: u32,
    /// With k chats at once a service takes `1 + slowdown · (k − 1)` times as long.
    pub slowdown: f64,
    pub seed: u64,
}

/// What a row of a table of waiting lines says. Times in mean service times.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// Share of arrivals that are not served at once.
    pub p_wait: Estimate,
    /// Mean wait of all arrivals: of those served at once it is 0, of those who leave the time until then.
    pub mean_wait: Estimate,
    pub p_abandon: Estimate,
    /// Chats held, of all that can be held.
    pub occupancy: Estimate,
    pub arrivals: u64,
}

#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Unplayable {
    #[error(
        "agents, load, patience and chats per agent have to be above zero, slowdown at least zero"
    )]
    OutOfRange,
    #[error(
        "a load of {load} is more than these agents can serve ({most:.3}); the line would grow for ever"
    )]
    Unstable { load: f64, most: f64 },
    #[error("the half-widths are not small enough after {0} arrivals")]
    TooNoisy(u64),
    #[error("{0}")]
    Document(String),
    #[error(transparent)]
    Broken(#[from] Broken),
}

impl Model {
    /// Plays until every half-width is small enough. `progress` hears the widest one, as a multiple of what it may be.
    pub fn play(&self, mut progress: impl FnMut(f64)) -> Result<Row, Unplayable> {
        self.check()?;
        let config = self.config().map_err(Unplayable::Document)?;
        let ground = BareDesk::new(config, Scrutiny::Off);
        let mut simulation = Simulation::new(ground, Callers::new(*self));
        let mut end = self.relaxation() * WARM_UP;
        simulation.run_until(BEGIN.after((end * SERVICE_MS) as u64), &mut ())?;
        simulation.people.meter.take_batch();

        let mut length = BATCH_TIME_MIN.max(self.relaxation() / 2.0);
        let mut batches: Vec<Batch> = Vec::with_capacity(2 * BATCHES);
        loop {
            while batches.len() < 2 * BATCHES {
                end += length;
                simulation.run_until(BEGIN.after((end * SERVICE_MS) as u64), &mut ())?;
                batches.push(simulation.people.meter.take_batch());
            }
            batches = meter::merged_in_pairs(&batches);
            length *= 2.0;
            let row = self.row(&batches);
            let widest = row.widest();
            progress(widest);
            if widest <= 1.0 {
                return Ok(row);
            }
            if row.arrivals as f64 > ARRIVALS_MAX {
                return Err(Unplayable::TooNoisy(row.arrivals));
            }
        }
    }

    fn check(&self) -> Result<(), Unplayable> {
        let positive = |number: f64| number.is_finite() && number > 0.0;
        let sound = self.agents > 0
            && self.chats_per_agent > 0
            && positive(self.load)
            && self.patience.is_none_or(positive)
            && self.slowdown.is_finite()
            && self.slowdown >= 0.0;
        if !sound {
            return Err(Unplayable::OutOfRange);
        }
        let most = self.full_rate();
        if self.patience.is_none() && self.load >= most {
            return Err(Unplayable::Unstable { load: self.load, most });
        }
        Ok(())
    }

    /// Services ended in a service time with every agent full.
    fn full_rate(&self) -> f64 {
        f64::from(self.agents) * self.rate(self.chats_per_agent as usize)
    }

    /// Services that one agent with so many chats ends in a service time.
    fn rate(&self, chats: usize) -> f64 {
        if chats == 0 { 0.0 } else { chats as f64 / (1.0 + self.slowdown * (chats as f64 - 1.0)) }
    }

    /// How long a disturbance lasts, in service times: that of M/M/c, where patience does not end it sooner.
    fn relaxation(&self) -> f64 {
        let full = self.full_rate();
        let gap = 1.0 - (self.load / full).sqrt();
        let busy = if gap > 0.0 { 1.0 / (full * gap * gap) } else { f64::INFINITY };
        let slowest_chat = 1.0 + self.slowdown * (f64::from(self.chats_per_agent) - 1.0);
        busy.min(self.patience.unwrap_or(f64::INFINITY)).max(slowest_chat)
    }

    /// Agents of one team, written as a document so that a model is checked and translated like any workspace.
    fn config(&self) -> Result<Config, String> {
        use std::fmt::Write;
        let mut document =
            String::from("workspace: { name: Model }\nteams: { all: { name: All } }\nagents:\n");
        for number in 1..=self.agents {
            let capacity = self.chats_per_agent;
            let _ = writeln!(
                document,
                "  a{number}: {{ name: A{number}, email: a{number}@model.example, teams: [all], capacity: {capacity} }}"
            );
        }
        document += "queues:\n  line: { name: Line, mode: push_auto_accept, members: { teams: [all] }, wrap_up: { time: 0s } }\nentry: line\n";
        config::load(&document, None, BEGIN).map_err(|findings| findings.to_string())
    }

    fn row(&self, batches: &[Batch]) -> Row {
        let estimate = |of: &dyn Fn(&Batch) -> f64| {
            let means: Vec<(f64, [f64; CONTROLS])> = batches
                .iter()
                .map(|batch| (of(batch) / batch.time, batch.controls.map(|c| c / batch.time)))
                .collect();
            estimate::estimate(&means)
        };
        let room = f64::from(self.agents * self.chats_per_agent);
        Row {
            p_wait: estimate(&|batch| batch.waited / self.load),
            mean_wait: estimate(&|batch| batch.waiting_time / self.load),
            p_abandon: estimate(&|batch| batch.abandoned / self.load),
            occupancy: estimate(&|batch| batch.chat_time / room),
            arrivals: batches.iter().map(|batch| batch.arrivals).sum(),
        }
    }
}

impl Row {
    /// The widest half-width, as a multiple of what it may be.
    fn widest(&self) -> f64 {
        [self.p_wait, self.mean_wait, self.p_abandon, self.occupancy]
            .iter()
            .map(|found| found.ci95 / (RELATIVE_MAX * found.value.abs()).max(ABSOLUTE_MAX))
            .fold(0.0, f64::max)
    }
}
