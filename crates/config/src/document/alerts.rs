//! The limits at which the supervisors' board raises an alert, of the workspace and of single queues.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::{duration::Duration, position::At};

/// Limits of the board. A queue says what is different there; 0 switches an alert off.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct AlertsEntry {
    /// A wait that an agent ends within this counts for the service level (60s).
    pub answered_within: Option<At<Duration>>,
    /// So many wait (off).
    pub waiting: Option<At<u64>>,
    /// Somebody has waited so long (5m).
    pub longest_wait: Option<At<Duration>>,
    /// The day's service level is below so many per cent (off).
    pub service_level: Option<At<u64>>,
    /// Somebody waits and no agent of the queue is online (yes).
    pub nobody_online: Option<bool>,
    /// A raised hand that no supervisor took has been up for so long (60s).
    pub hand: Option<At<Duration>>,
    /// A conversation was passed from agent to agent so often (3).
    pub hops: Option<At<u64>>,
    /// A visitor has waited so long for an answer of their agent (3m).
    pub unanswered: Option<At<Duration>>,
}
