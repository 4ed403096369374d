//! What a run came to: a simulation proves nothing about a place where it never was.

use std::collections::BTreeSet;

use domain::{
    Desk,
    clock::DeadlineReason,
    command::{Actor, Command},
    ids::Timestamp,
    rejection::Rejection,
};
use engine::Decided;

use crate::{ground::StoreFailure, kinds, simulation::Observer};

/// What no run can come to, and why.
const OUT_OF_REACH: &[(&str, &str)] = &[
    ("event HistoryNamed", "imported, never decided"),
    ("event HistoryImported", "the same"),
    ("rejection NotConfigured", "a run begins with its configuration"),
    ("commit error UnknownWorkspace", "the workspace is made before the first commit and stays"),
    ("store error UnknownWorkspace", "the same"),
    (
        "store error Unreadable",
        "every record is of this build; other builds' are the store's tests",
    ),
];

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach(BTreeSet<(&'static str, &'static str)>);

impl Reach {
    /// Takes in where another run has been.
    pub fn join(&mut self, other: &Self) {
        self.0.extend(&other.0);
    }

    /// Everything there is that was not come to and could be.
    pub fn missing(&self) -> Vec<String> {
        let lists = [
            ("event", kinds::EVENTS),
            ("deadline", kinds::DEADLINES),
            ("rejection", kinds::REJECTIONS),
            ("commit error", kinds::COMMIT_ERRORS),
            ("store error", kinds::STORE_ERRORS),
        ];
        let all = lists.iter().flat_map(|(kind, names)| names.iter().map(|name| (*kind, *name)));
        let unreached = all.filter(|found| !self.0.contains(found));
        let named = unreached.map(|(kind, name)| format!("{kind} {name}"));
        named.filter(|named| OUT_OF_REACH.iter().all(|(known, _)| known != named)).collect()
    }

    /// What the table calls out of reach, and was come to all the same.
    pub fn wrongly_excused(&self) -> Vec<&'static str> {
        let reached = |name: &str| self.0.iter().any(|(kind, of)| format!("{kind} {of}") == name);
        OUT_OF_REACH.iter().map(|(name, _)| *name).filter(|name| reached(name)).collect()
    }
}

impl Observer for Reach {
    fn told(&mut self, _: &Desk, decided: &Decided) -> Vec<Command> {
        self.0.extend(decided.entries.iter().map(|entry| ("event", kinds::event(&entry.event))));
        Vec::new()
    }

    fn refused(&mut self, _: Actor, rejection: Rejection, _: Timestamp) {
        self.0.insert(("rejection", kinds::rejection(&rejection)));
    }

    fn due(&mut self, reason: DeadlineReason) {
        self.0.insert(("deadline", kinds::deadline(&reason)));
    }

    fn failed(&mut self, error: StoreFailure) {
        self.0.insert(match error {
            StoreFailure::Commit(name) => ("commit error", name),
            StoreFailure::Load(name) => ("store error", name),
        });
    }
}
