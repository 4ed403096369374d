//! What people act upon: a bare desk for models and predictors, an engine with its store for faults.

mod bare;

use std::sync::Arc;

use domain::{
    Desk,
    command::{Actor, Command},
    ids::Timestamp,
    rejection::Rejection,
};
use engine::Decided;

pub use bare::{BareDesk, Scrutiny};

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
    /// The server was down and is there again: every connection is gone.
    Restarted,
    /// Something does not hold that always has to.
    Broken(String),
}
