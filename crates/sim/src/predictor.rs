//! The predictor of a run: estimates made of the desk as the server makes them, and asked for in the system's name.
//!
//! Like the server it looks at the desk only so often; unlike it, on the run's own thread, so that a run is the
//! same every time.

use domain::{
    Desk,
    command::Command,
    estimate::{self, Picture},
    ids::Timestamp,
};
use engine::Decided;

use crate::simulation::Observer;

/// Between two looks: so much changes in an hour that a look after each thing would take most of a run's time.
const PAUSE_MS: u64 = 5_000;

#[derive(Debug, Clone, Copy, Default)]
pub struct Predictor {
    moved: bool,
    looks_at: Timestamp,
}

impl Observer for Predictor {
    fn told(&mut self, desk: &Desk, decided: &Decided) -> Vec<Command> {
        self.moved |= decided.entries.iter().any(|entry| estimate::is_moved_by(&entry.event));
        if !self.moved || decided.at < self.looks_at || !desk.anybody_waits() {
            return Vec::new();
        }
        (self.moved, self.looks_at) = (false, decided.at.after(PAUSE_MS));
        estimate::refresh(&Picture::of(desk, decided.at))
    }
}
