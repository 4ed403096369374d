//! The estimated wait: a range, or why there is none.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How long a wait will last from the moment it was estimated, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum EstimatedWait {
    /// Half of such waits are over by `p50_ms`, nine of ten by `p90_ms`.
    Range { p50_ms: u64, p90_ms: u64 },
    /// Nobody who could help is on shift.
    NobodyOnShift {},
    /// Too little has happened yet to say.
    NoData {},
}

/// Where somebody stands in line, as last shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PlaceInLine {
    /// From 1.
    pub position: u32,
    pub estimated_wait: EstimatedWait,
    pub shown_at_ms: u64,
}
