//! What kind of day a run plays: who comes, who works, how they behave, what goes wrong.
//!
//! A profile is data. What the words mean is for `people`; how things go wrong, for `ground`.

mod days;
mod nights;

use domain::config::Config;

use crate::{dice::Spread, simulation::BEGIN, story::Document};

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
    pub disturbances: Disturbances,
    pub faults: Faults,
}

/// Visitors of one kind, arriving as a Poisson process.
#[derive(Debug, Clone, Copy)]
pub struct Stream {
    /// A queue or a pipeline; the workspace's entry if none is named.
    pub entry: Option<&'static str>,
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

/// Shares are of 1; means are of exponential pauses, in milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct VisitorHabits {
    /// How long a wait may be, each anew, before the visitor goes.
    pub patience: Spread,
    /// Share of those who go without closing: the page is simply gone.
    pub slips_away: f64,
    /// From a message to its answer; nobody writes if there is none.
    pub answers_after: Option<Spread>,
    /// Share of messages that are not answered.
    pub falls_silent: f64,
    /// Of a visitor in a conversation, until the connection is lost.
    pub drops_every: Option<f64>,
    pub drops_for: Spread,
    /// Share of those who come again soon after a conversation has ended.
    pub comes_back: f64,
}

#[derive(Debug, Clone, Copy)]
pub struct AgentHabits {
    /// From an offer to its answer.
    pub answers_after: Spread,
    pub declines: f64,
    pub forgets: f64,
    /// From becoming owner to being done.
    pub talks_for: Spread,
    /// What an agent does when done, by weight.
    pub moves: &'static [(Move, f64)],
    /// Share of moves that are taken back while that can be done.
    pub withdraws: f64,
    /// Share of introductions that the receiver hands back.
    pub hands_back: f64,
    /// After-contact work, where the queue's is longer.
    pub wraps_up_after: Spread,
    /// Share of wrap-ups that are extended first.
    pub extends: f64,
    /// Of each agent, until they do something else for a while: go away, lose the connection, go offline.
    pub interrupted_every: Option<f64>,
    pub interrupted_for: Spread,
}

/// What an owner does with a conversation that they are done with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    Close,
    WarmTransfer,
    ColdTransfer,
    Park,
    Escalate,
    Return,
    /// Brings somebody in; with somebody there already, changes who is there.
    Confer,
}

/// People who do what nobody expects: each pause, in milliseconds, of an exponential mean.
#[derive(Debug, Clone, Copy)]
pub struct Disturbances {
    /// A supervisor steps in somewhere.
    pub oversight_every: Option<f64>,
    /// Somebody asks for something that makes no sense.
    pub blunder_every: Option<f64>,
    /// The workspace document is changed.
    pub reconfigured_every: Option<f64>,
    /// By what, in turn: blocks of YAML, merged into the document.
    pub changes: &'static [&'static str],
}

impl Disturbances {
    pub const NONE: Self =
        Self { oversight_every: None, blunder_every: None, reconfigured_every: None, changes: &[] };
}

/// What goes wrong around the rules. Means are of exponential pauses, in milliseconds.
#[derive(Debug, Clone, Copy)]
pub struct Faults {
    pub commit_takes: Spread,
    pub commit_is_slow: f64,
    pub slow_commit_takes: Spread,
    /// Share of commits that fail in one way or another.
    pub commit_fails: f64,
    /// Share of loads that fail at first.
    pub load_fails: f64,
    /// The process dies.
    pub crash_every: Option<f64>,
    pub down_for: Spread,
    /// The engine panics over some conversation.
    pub panic_every: Option<f64>,
    /// The server's clock is set, by at most so much either way of the true time.
    pub skew_every: Option<f64>,
    pub skew_max_ms: u64,
    /// Share of commands that are sent again although they were answered.
    pub repeats: f64,
}

impl Faults {
    /// A good disk, and nothing goes wrong.
    pub const NONE: Self = Self {
        commit_takes: Spread::Between(1, 5),
        commit_is_slow: 0.0,
        slow_commit_takes: Spread::Always(0),
        commit_fails: 0.0,
        load_fails: 0.0,
        crash_every: None,
        down_for: Spread::Always(0),
        panic_every: None,
        skew_every: None,
        skew_max_ms: 0,
        repeats: 0.0,
    };
}

impl Profile {
    pub fn all() -> Vec<Self> {
        [days::all(), nights::all()].concat()
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
        Document::named(self.document)?.load(None, BEGIN)
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
