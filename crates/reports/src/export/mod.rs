//! Conversations as process-mining tools read them: one trace each, one event for each time that queue or owner changed.
//!
//! The activity is the queue, so that the path of a conversation is read from its trace: equal neighbours are one station
//! (SPEC §8). Holds nothing that anybody wrote. Opens no file: who asks brings the events and a place to write to.

mod flow;
mod names;
mod table;
mod xes;

use std::io;

use domain::ids::Timestamp;
use jiff::{civil, tz::TimeZone};

pub use flow::flow;
pub use names::Names;
pub use table::Table;
pub use xes::Xes;

/// What happened in one conversation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trace {
    /// The conversation, by its number or what it was called where it was imported from.
    pub name: String,
    pub tags: Vec<String>,
    pub occurrences: Vec<Occurrence>,
}

/// One event of a trace. What is not known or does not apply is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Occurrence {
    pub at: Timestamp,
    /// The key of the queue; in a journal the kind of the event.
    pub activity: String,
    /// As the lifecycle of XES has it: `schedule` begins a wait, `start` a leg, `complete` ends the conversation.
    pub transition: &'static str,
    /// The key of the agent.
    pub resource: Option<String>,
    /// The key of the queue.
    pub group: Option<String>,
    pub tier: Option<u8>,
    /// Why it waits, or is with that agent; why it was closed.
    pub cause: Option<&'static str>,
    pub handoff: Option<u64>,
    /// A code of the workspace's list, of the handoff.
    pub reason: Option<String>,
}

/// Writes traces one after the other.
pub trait Write {
    fn trace(&mut self, trace: &Trace) -> io::Result<()>;

    fn end(self: Box<Self>) -> io::Result<()>;
}

/// Reads a date, or a date and time, in a zone.
pub fn moment(text: &str, zone: &str) -> Option<Timestamp> {
    let zone = TimeZone::get(zone).unwrap_or(TimeZone::UTC);
    let at = match text.parse::<jiff::Timestamp>() {
        Ok(at) => at,
        Err(_) => text.parse::<civil::DateTime>().ok()?.to_zoned(zone).ok()?.timestamp(),
    };
    u64::try_from(at.as_millisecond()).ok().map(Timestamp)
}

fn rfc3339(at: Timestamp) -> String {
    let ms = i64::try_from(at.0).unwrap_or(i64::MAX);
    let at = jiff::Timestamp::from_millisecond(ms).unwrap_or(jiff::Timestamp::MAX);
    format!("{at:.3}")
}
