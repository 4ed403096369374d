//! What kind of day a run plays: who comes, who works, how they behave, what goes wrong.
//!
//! A profile is data. What the words mean is for `people`; how things go wrong, for `ground`.

mod days;

use domain::config::Config;

use crate::{dice::Spread, story::Document};

#[derive(Debug, Clone)]
pub struct Profile {
    pub name: &'static str,
    /// One sentence for whoever chooses.
    pub about: &'static str,
    /// A workspace document of `scenarios/workspaces`.
    pub document: &'static str,
    pub streams: Vec<Stream>,
    pub shifts: Vec<Shift>,
    pub visitors: VisitorHabits,
    pub agents: AgentHabits,
}

/// Visitors of one kind, arriving as a Poisson process.
#[derive(Debug, Clone, Copy)]
pub struct Stream {
    /// The workspace's entry queue if none is named.
    pub queue: Option<&'static str>,
    /// Skill, level, and the share of visitors who need it.
    pub needs: &'static [(&'static str, u8, f64)],
    /// Arrivals in each hour of the run; starts over after the last.
    pub per_hour: &'static [f64],
}

/// When a team works, every day, in milliseconds from the run's beginning.
#[derive(Debug, Clone, Copy)]
pub struct Shift {
    pub team: &'static str,
    pub from_ms: u64,
    pub until_ms: u64,
}

#[derive(Debug, Clone, Copy)]
pub struct VisitorHabits {
    /// How long a wait may be, each anew, before the visitor goes.
    pub patience: Spread,
}

#[derive(Debug, Clone, Copy)]
pub struct AgentHabits {
    /// From an offer to its answer.
    pub answers_after: Spread,
    /// From becoming owner to being done.
    pub talks_for: Spread,
    /// After-contact work, where the queue's is longer.
    pub wraps_up_after: Spread,
}

impl Profile {
    pub fn all() -> Vec<Self> {
        days::all()
    }

    /// The profile of that name; the error names those there are.
    pub fn named(name: &str) -> Result<Self, String> {
        let all = Self::all();
        let names: Vec<&str> = all.iter().map(|profile| profile.name).collect();
        let known = names.join(", ");
        all.into_iter()
            .find(|profile| profile.name == name)
            .ok_or_else(|| format!("there is no profile `{name}`; there are {known}"))
    }

    pub fn config(&self) -> Result<Config, String> {
        Document::named(self.document)?.load(None)
    }
}

impl Stream {
    /// Arrivals an hour, that long after the beginning.
    pub fn rate(&self, after_ms: u64) -> f64 {
        let hour = usize::try_from(after_ms / crate::HOUR_MS).unwrap_or(0);
        self.per_hour.get(hour % self.per_hour.len().max(1)).copied().unwrap_or(0.0)
    }

    pub fn highest_rate(&self) -> f64 {
        self.per_hour.iter().copied().fold(0.0, f64::max)
    }
}
