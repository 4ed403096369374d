//! From the journal back to an engine: a state, the records after it, the commands of the last day.
//!
//! The driver reads pages from the store and hands them over; nothing here knows where they come from.
//! The same fold makes snapshots off the writer.

use domain::{
    Answer, Desk,
    command::Actor,
    event::Event,
    ids::{ConversationId, Timestamp},
    state::State,
};

use crate::{
    action::Answered,
    engine::{Engine, Strictness},
    input::ClientId,
    journal::Sequence,
    outcomes::Outcomes,
};

/// A workspace on its way into memory.
#[derive(Debug, Default)]
pub struct Loading {
    desk: Desk,
    sequence: Sequence,
    time: Timestamp,
    outcomes: Outcomes,
}

/// A command that took effect, as the journal remembers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PastCommand {
    pub actor: Actor,
    pub client_id: ClientId,
    pub answer: Answer,
    /// The first record that followed from it, and its time.
    pub sequence: Sequence,
    pub at: Timestamp,
}

impl Loading {
    /// From the start of the journal.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// From a snapshot of the state after the record `sequence`, which was journaled at `at`.
    #[must_use]
    pub fn from_snapshot(state: State, sequence: Sequence, at: Timestamp) -> Self {
        Self { desk: Desk::restore(state), sequence, time: at, ..Self::default() }
    }

    /// The next record of the journal.
    pub fn replay(&mut self, event: &Event, at: Timestamp) {
        self.sequence = self.sequence.next();
        self.time = self.time.max(at);
        self.desk.apply(event, at);
    }

    /// One command of the last 24 hours, oldest first.
    pub fn remember(&mut self, past: PastCommand) {
        let answered = Answered { answer: past.answer, sequence: past.sequence };
        self.time = self.time.max(past.at);
        self.outcomes.remember(past.actor, past.client_id, answered, past.at);
    }

    /// The last record that was replayed or is in the snapshot.
    pub fn sequence(&self) -> Sequence {
        self.sequence
    }

    /// The state after that record: what a snapshot holds.
    pub fn state(&self) -> &State {
        self.desk.state()
    }

    /// Everything has been handed over. With `quarantine`, the next thing journaled holds that conversation for inspection.
    #[must_use]
    pub fn ready(self, strictness: Strictness, quarantine: Option<ConversationId>) -> Engine {
        Engine::new(self.desk, self.sequence, self.time, self.outcomes, strictness, quarantine)
    }
}
