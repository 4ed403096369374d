//! Supervisors in a conversation, and what asks for one: a raised hand, a move that the chain guard stopped.
//!
//! A supervisor who took a conversation over is its owner and not here.

use crate::{
    command::AssistMode,
    event::HandCause,
    ids::{BodyId, Timestamp},
};

/// One supervisor's stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Assist {
    pub mode: AssistMode,
    pub since: Timestamp,
    /// Without a connection; leaves then.
    pub lost_ends: Option<Timestamp>,
}

/// The owner asks for a supervisor, or a rule does. Down as soon as somebody answers.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Hand {
    pub cause: HandCause,
    pub note: Option<BodyId>,
    pub since: Timestamp,
    /// When every supervisor is alerted; none once they are.
    pub alert_at: Option<Timestamp>,
}

/// A move beyond the limit of the chain. Forgotten when ownership moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum StoppedMove {
    /// Allowed then, unless a supervisor answers.
    Asked { until: Timestamp },
    /// A supervisor is looking after it.
    Answered,
    /// The owner may move it on.
    Allowed,
}

impl Hand {
    /// Whether it concerns every supervisor and no longer only those of the owner and the queue.
    pub fn is_alerted(&self) -> bool {
        self.alert_at.is_none()
    }
}
