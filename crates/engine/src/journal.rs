//! What goes to the journal: facts in order, with the command that led to them.
//!
//! How they are written is the store's; these types hold `domain` events as they are.

use std::sync::Arc;

use domain::{
    Answer,
    command::{Actor, Body},
    event::Event,
    ids::{BodyId, Timestamp},
};

use crate::input::ClientId;

/// The place of a record in the journal of its workspace: contiguous, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Sequence(pub u64);

impl Sequence {
    /// Before the first record.
    pub const START: Self = Self(0);

    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// Everything one command led to: durable together or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Never earlier than that of the record before.
    pub at: Timestamp,
    pub actor: Actor,
    /// Kept with the first entry, so that a repeat is answered the same (invariant I8).
    pub key: Option<(ClientId, Answer)>,
    /// Never empty.
    pub entries: Vec<JournalEntry>,
    pub bodies: Vec<(BodyId, Body)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    pub sequence: Sequence,
    pub event: Event,
}

impl Decided {
    pub fn first(&self) -> Sequence {
        self.entries.first().map_or(Sequence::START, |entry| entry.sequence)
    }

    pub fn last(&self) -> Sequence {
        self.entries.last().map_or(Sequence::START, |entry| entry.sequence)
    }
}

/// What becomes durable in one commit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// The last record before it: the store refuses the batch if its journal ends elsewhere.
    pub after: Sequence,
    /// In order; never empty.
    pub decided: Vec<Arc<Decided>>,
}

impl Batch {
    /// The last record of the batch: what `Committed` is to name.
    pub fn last(&self) -> Sequence {
        self.decided.last().map_or(self.after, |decided| decided.last())
    }
}
