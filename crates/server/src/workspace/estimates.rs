//! The estimated waits of one workspace, made off the writer: once the desk has moved, a small copy of it goes to a
//! thread of its own, and what is due to be shown comes back as commands.
//!
//! One copy is under way at most; whatever moves meanwhile is in the next one. Holds no rule: which events move a
//! line and which estimates are due, `domain::estimate` says.

use domain::{
    Desk,
    command::Command,
    estimate::{self, Outlook, Picture},
    ids::Timestamp,
    limits::ESTIMATES_PER_TURN_MAX,
};
use engine::Decided;
use tokio::{task::JoinHandle, time::Instant};

use crate::limits::{ESTIMATE_PAUSE, ESTIMATES_AGE_MAX};

pub struct Estimates {
    /// Something has happened since the last copy.
    moved: bool,
    begun_at: Option<Instant>,
    under_way: Option<JoinHandle<Estimated>>,
}

/// What a look at the desk comes to.
#[derive(Default)]
pub struct Estimated {
    /// What is to be shown.
    pub commands: Vec<Command>,
    /// What newcomers are told until the next look.
    pub outlook: Outlook,
}

impl Estimates {
    /// Whoever waits at the start has waited long enough for a first one.
    pub fn new() -> Self {
        Self { moved: true, begun_at: None, under_way: None }
    }

    pub fn note(&mut self, decided: &Decided) {
        self.moved |= decided.entries.iter().any(|entry| estimate::is_moved_by(&entry.event));
    }

    /// When to begin anew; not while one is under way.
    pub fn next_due(&self) -> Option<Instant> {
        if self.under_way.is_some() {
            return None;
        }
        let pause = if self.moved { ESTIMATE_PAUSE } else { ESTIMATES_AGE_MAX };
        Some(self.begun_at.map_or_else(Instant::now, |begun_at| begun_at + pause))
    }

    pub fn begin(&mut self, desk: &Desk, now: Timestamp) {
        let looks = desk.anybody_waits() || self.moved && desk.wants_outlook();
        (self.moved, self.begun_at) = (false, Some(Instant::now()));
        if looks {
            let picture = Picture::of(desk, now);
            self.under_way = Some(tokio::task::spawn_blocking(move || Estimated {
                commands: estimate::refresh(&picture),
                outlook: estimate::outlook(&picture),
            }));
        }
    }

    /// What came of it; never, if nothing is under way.
    pub async fn ready(&mut self) -> Estimated {
        let Some(under_way) = &mut self.under_way else { return std::future::pending().await };
        let estimated = under_way.await.unwrap_or_else(|error| {
            tracing::error!(%error, "estimating the waits failed");
            Estimated::default()
        });
        self.under_way = None;
        // The rest of a long line.
        self.moved |= estimated.commands.len() == ESTIMATES_PER_TURN_MAX;
        estimated
    }
}
