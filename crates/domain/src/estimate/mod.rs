//! The estimated wait (SPEC §5): from a small copy of the desk and a place in line to a range of times.
//!
//! Pure, and the only place in this crate with floats: nothing is decided by them, a number in whole
//! milliseconds comes out. Runs off the writer, and simulation calls it the same way. How the numbers come about is
//! written in `docs/estimated-wait.md`; whoever would rather run the desk forward replaces [`estimate`].

mod flow;
mod picture;
mod quantile;
mod showing;

pub use picture::Picture;
pub(crate) use picture::escalated_to;
pub(crate) use showing::is_due;
pub use showing::{Prediction, is_moved_by, refresh};

use alloc::{collections::BTreeMap, vec::Vec};

use crate::ids::{ConversationId, QueueId};

/// Whose wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Somebody in line, at their place in it.
    Waiting(ConversationId),
    /// Whoever comes to a queue at this moment, asking for no more than the queue does.
    Newcomer(QueueId),
}

/// How long it takes from here until an agent accepts, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Estimate {
    /// Half of such waits are over by the first, nine of ten by the second.
    Range {
        p50_ms: u64,
        p90_ms: u64,
    },
    Unknown(Unknown),
}

/// Why there is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Unknown {
    /// Nobody who could help is on shift.
    NobodyOnShift,
    /// Too little has happened yet in these queues.
    NoData,
}

/// What newcomers to the queues that escalations lead to are told. With it at hand, whoever is sent there hears of
/// the new wait at once, although estimates are made off the writer.
pub type Outlook = BTreeMap<QueueId, Estimate>;

/// The outlook of a picture.
pub fn outlook(picture: &Picture) -> Outlook {
    let queues = &picture.escalated_to;
    let newcomers: Vec<Who> = queues.iter().copied().map(Who::Newcomer).collect();
    let found = queues.iter().zip(estimate(picture, &newcomers));
    found.filter_map(|(queue, estimate)| Some((*queue, estimate?))).collect()
}

/// The range for each of them, in their order; none for somebody whom the picture does not show.
pub fn estimate(picture: &Picture, everybody: &[Who]) -> Vec<Option<Estimate>> {
    let mut waiting = None;
    let mut one = |who: &Who| match who {
        Who::Waiting(conversation) => {
            let all = waiting.get_or_insert_with(|| flow::run(picture, None));
            all.get(conversation).copied()
        }
        Who::Newcomer(queue) => {
            let newcomer = picture.newcomer(*queue);
            flow::run(picture, Some(newcomer)).get(&picture::NEWCOMER).copied()
        }
    };
    everybody.iter().map(|who| one(who).map(Estimate::in_seconds)).collect()
}
