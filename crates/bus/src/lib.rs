//! Between sockets and the one owner of each workspace: commands in, frames out.
//!
//! In-process: the case of one node. Knows neither what a command means nor what a frame says; both are
//! type parameters. Nothing here waits without a bound: a full owner is [`Refused::Full`], and a reader
//! who falls behind is cut off with [`Gone::TooSlow`] and resumes (rule R6).

mod commands;
mod frames;
mod latest;
mod queue;

pub use commands::{Asked, Commands, Inbox, Refused};
pub use frames::{Frames, Interest, Publisher, Subscription};
pub use latest::{Latest, Newest};
pub use queue::Gone;

/// Names a workspace on the bus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Workspace(pub u64);

/// Every bound of the bus, with the reason for its value (rule R6).
pub mod limits {
    /// Commands that wait for one owner. It decides thousands in the time a commit takes; more than this
    /// means it is not running.
    pub const INBOX_MAX: usize = 2_048;
    /// Frames that wait for one reader: some seconds of the busiest conversation. Beyond that, resuming is cheaper.
    pub const UNREAD_FRAMES_MAX: usize = 256;
    /// Room that a reader keeps once it has caught up; what a burst needed beyond is given back.
    pub const KEPT_FRAMES: usize = 8;
}
