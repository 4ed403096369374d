//! Who spoke last, and what silence comes to: the visitor's idle clock, and the hand rules of an owner's silence.
//!
//! Both hold when they end, so that one that runs keeps its length whatever is configured. `clock` says when they run.

use alloc::string::String;

use crate::{config::Settings, ids::Timestamp};

/// Whose turn it is to write, for the visitor's idle clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Talk {
    /// The last message for everybody is an agent's.
    pub agent_spoke_last: bool,
    pub idle: IdleClock,
    pub reminded: bool,
    /// Since when what the visitor wrote has no answer.
    pub unanswered_since: Option<Timestamp>,
}

/// What the visitor's silence comes to, where the clock runs; it keeps this whatever is configured later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct IdleClock {
    pub reminds_at: Timestamp,
    pub closes_at: Timestamp,
}

/// A hand rule that the owner's silence meets, as it was when that silence began.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct OwnerSilence {
    pub rule: String,
    pub met_at: Timestamp,
}

impl IdleClock {
    /// Begins at a moment, as is configured then.
    pub(crate) fn begun(at: Timestamp, settings: &Settings) -> Self {
        Self {
            reminds_at: at.after(settings.idle_reminder_ms),
            closes_at: at.after(settings.idle_close_ms),
        }
    }
}
