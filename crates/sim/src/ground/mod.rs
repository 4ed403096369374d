//! What people act upon: a bare desk for models and predictors, an engine with its store for faults.

mod bare;
mod disk;
mod served;

use std::sync::Arc;

use domain::{
    Desk,
    clock::DeadlineReason,
    command::{Actor, Command},
    ids::Timestamp,
    rejection::Rejection,
};
use engine::Decided;

pub use bare::{BareDesk, EVENTS_PER_FULL_CHECK, Scrutiny};
pub use served::Served;
pub(crate) use served::message_of;

pub trait Ground {
    /// The desk as it stands, durable or not.
    fn desk(&self) -> &Desk;

    /// The run begins: the workspace is configured and its server starts.
    fn begin(&mut self, now: Timestamp, news: &mut Vec<News>);

    fn ask(&mut self, actor: Actor, command: Command, now: Timestamp, news: &mut Vec<News>);

    /// When it has something to do by itself: a deadline, a commit that is through.
    fn wakes_at(&self) -> Option<Timestamp>;

    fn wake(&mut self, now: Timestamp, news: &mut Vec<News>);
}

/// What people hear.
#[derive(Debug)]
pub enum News {
    /// A command, or the clock, led to this.
    Decided(Arc<Decided>),
    /// The rules said no.
    Refused { actor: Actor, rejection: Rejection },
    /// Something fell due and is about to be honoured.
    Due(DeadlineReason),
    /// The store said no.
    Failed(StoreFailure),
    /// The server was down and is there again: every connection is gone.
    Restarted,
    /// Something does not hold that always has to.
    Broken(String),
}

/// The store's error by name, and what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreFailure {
    Commit(&'static str),
    Load(&'static str),
}
