//! When the supervisors' board says that something is over a limit. Of each queue; nothing is decided by them
//! but what a board shows.

/// The limits of one queue. None: there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Thresholds {
    /// A wait that an agent ends within this counts for the service level.
    pub answered_within_ms: u64,
    /// So many wait.
    pub waiting: Option<u32>,
    /// Somebody has waited so long.
    pub longest_wait_ms: Option<u64>,
    /// The service level is below so many per cent.
    pub service_level: Option<u8>,
    /// Somebody waits and none of its agents is online.
    pub nobody_online: bool,
    /// A raised hand has been up for so long.
    pub hand_ms: Option<u64>,
    /// A conversation has passed from agent to agent so often.
    pub hops: Option<u32>,
    /// A visitor has waited so long for an answer of their agent.
    pub unanswered_ms: Option<u64>,
}

impl Thresholds {
    pub const DEFAULT: Self = Self {
        answered_within_ms: 60_000,
        waiting: None,
        longest_wait_ms: Some(300_000),
        service_level: None,
        nobody_online: true,
        hand_ms: Some(60_000),
        hops: Some(3),
        unanswered_ms: Some(180_000),
    };
}

impl Default for Thresholds {
    fn default() -> Self {
        Self::DEFAULT
    }
}
