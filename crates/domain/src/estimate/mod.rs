//! The estimated wait (SPEC §5): from a small copy of the desk and a place in line to a range of times.
//!
//! Pure, and the only place in this crate with floats: nothing is decided by them, a number in whole
//! milliseconds comes out. Runs off the writer, and simulation calls it the same way. How the numbers come about is
//! written in `docs/estimated-wait.md`; whoever would rather run the desk forward replaces [`estimate`].

mod flow;
mod picture;
mod quantile;

pub use picture::Picture;

use alloc::vec::Vec;

use crate::ids::{ConversationId, QueueId};

/// Where somebody stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the line already.
    Of(ConversationId),
    /// Whoever comes to a queue at this moment, asking for no more than the queue does.
    Newcomer(QueueId),
}

/// How long it takes from here until an agent accepts.
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

/// The range for each of these places, in their order; none for a place that the picture does not show.
pub fn estimate(picture: &Picture, places: &[Place]) -> Vec<Option<Estimate>> {
    let mut standing = None;
    places
        .iter()
        .map(|place| match place {
            Place::Of(conversation) => {
                standing.get_or_insert_with(|| flow::run(picture, None)).get(conversation).copied()
            }
            Place::Newcomer(queue) => {
                flow::run(picture, Some(picture.newcomer(*queue))).get(&picture::NEWCOMER).copied()
            }
        })
        .collect()
}
