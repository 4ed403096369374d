//! The one way out: what the driver is to do, in this order.

use std::sync::Arc;

use domain::{
    Answer,
    clock::DeadlineReason,
    ids::{ConversationId, Timestamp},
    invariants::Violation,
    rejection::Rejection,
};

use crate::{
    input::{Found, Token},
    journal::{Batch, Sequence},
    step::{BoardStep, Step},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Make this durable, then say [`Committed`](crate::Input::Committed) or
    /// [`CommitFailed`](crate::Input::CommitFailed). There is never a second one before that.
    Commit(Batch),
    /// Answer a command.
    Reply { token: Token, outcome: Result<Answered, Refusal> },
    /// Answer a question.
    Tell { token: Token, outcome: Result<Reading, Refusal> },
    /// Tell the viewers what happened. In the order of the journal, each durable.
    Publish(Arc<Step>),
    /// Tell those who look at the board what changed on it; all of it durable.
    PublishBoard(Arc<BoardStep>),
    /// Say [`Wake`](crate::Input::Wake) then. Takes the place of the last one.
    WakeAt { at: Timestamp, reason: DeadlineReason },
    /// Fold the last snapshot and what was committed since into the next one, off this thread.
    TakeSnapshot { sequence: Sequence },
    /// This engine is of no use any more: wait for the commit under way, load the workspace again
    /// ([`Loading`](crate::Loading)), start every subscription over. With `quarantine`, hand it to the next engine.
    Reload { cause: Breakage, quarantine: Option<ConversationId> },
}

/// Why an engine is of no use any more: for the alarm and the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breakage {
    NotCommitted,
    Violated(Violation),
    Panicked,
}

/// A command took effect, or already had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answered {
    pub answer: Answer,
    /// The first record that followed; where nothing did, the last one before.
    pub sequence: Sequence,
}

/// What a question found, as of a sequence that is durable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub found: Found,
    pub sequence: Sequence,
}

/// Why a command or a question was not answered. Nothing happened, except perhaps after `Unavailable`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The rules say no.
    #[error(transparent)]
    Rejected(#[from] Rejection),
    /// The client id was made before the window in which repeats are known. Make a new one if it was not sent before.
    #[error("the id of this command is too old to tell whether it was sent before")]
    IdTooOld,
    /// Send it again after this time.
    #[error("too many commands wait for the disk")]
    Overloaded { retry_after_ms: u64 },
    /// Send it again with the same id: it takes effect once.
    #[error("the workspace is being loaded again")]
    Unavailable,
}
