//! When an estimate is shown (SPEC §5): rules in integers, the same for whoever makes the estimates and for the
//! desk, which has the last word.

use alloc::vec::Vec;

use super::{Estimate, Picture, Who, estimate};
use crate::{
    command::Command,
    event::Event,
    ids::Timestamp,
    limits::{
        ESTIMATE_AGE_MAX_MS, ESTIMATE_CHANGE_PERCENT, ESTIMATE_PAUSE_MS, ESTIMATES_PER_TURN_MAX,
    },
};

/// What was shown of a wait at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Prediction {
    pub shown_at: Timestamp,
    /// Place in line, from 1.
    pub position: u32,
    pub estimate: Estimate,
}

/// Estimates for everybody in line for whom it is time, as the commands that tell of them: those who have been
/// without one for longest first, `ESTIMATES_PER_TURN_MAX` at most.
pub fn refresh(picture: &Picture) -> Vec<Command> {
    let everybody: Vec<Who> = picture.ranks.keys().copied().map(Who::Waiting).collect();
    let found = picture.ranks.iter().zip(estimate(picture, &everybody));
    let mut due: Vec<_> = found
        .filter_map(|((conversation, rank), estimate)| {
            let estimate = estimate?;
            is_due(rank.shown.as_ref(), rank.position, estimate, picture.at).then_some((
                rank.shown.map(|shown| shown.shown_at),
                *conversation,
                rank.position,
                estimate,
            ))
        })
        .collect();
    due.sort_by_key(|(shown_at, ..)| *shown_at);
    due.truncate(ESTIMATES_PER_TURN_MAX);
    due.into_iter()
        .map(|(_, conversation, position, estimate)| Command::NoteEstimate {
            conversation,
            position,
            estimate,
        })
        .collect()
}

/// Whether to show it, given what was shown last.
pub(crate) fn is_due(
    shown: Option<&Prediction>,
    position: u32,
    estimate: Estimate,
    now: Timestamp,
) -> bool {
    let Some(shown) = shown else { return true };
    let age = now.since(shown.shown_at);
    shown.position != position
        || age >= ESTIMATE_AGE_MAX_MS
        || age >= ESTIMATE_PAUSE_MS && differs(shown.estimate, estimate)
}

/// By more than a fifth of what was shown, or in kind.
fn differs(shown: Estimate, estimate: Estimate) -> bool {
    let by_a_fifth = |shown: u64, new: u64| {
        shown.abs_diff(new).saturating_mul(100) > shown.saturating_mul(ESTIMATE_CHANGE_PERCENT)
    };
    match (shown, estimate) {
        (
            Estimate::Range { p50_ms, p90_ms },
            Estimate::Range { p50_ms: new_p50_ms, p90_ms: new_p90_ms },
        ) => by_a_fifth(p50_ms, new_p50_ms) || by_a_fifth(p90_ms, new_p90_ms),
        (Estimate::Range { .. } | Estimate::Unknown(_), _) => shown != estimate,
    }
}

/// Whether an event may change what somebody in line has before them. Showing an estimate does not.
pub fn is_moved_by(event: &Event) -> bool {
    !matches!(
        event,
        Event::EstimateShown { .. }
            | Event::PredictionsTested { .. }
            | Event::MessagePosted { .. }
            | Event::Greeted { .. }
            | Event::SupervisorsAlerted { .. }
            | Event::VisitorReminded { .. }
            | Event::VisitorToldStillSearching { .. }
            | Event::VisitorConnected { .. }
            | Event::VisitorConnectionLost { .. }
    )
}

impl Estimate {
    /// In whole seconds, rounded up: nobody is told less than what came out.
    pub(crate) fn in_seconds(self) -> Self {
        let seconds = |ms: u64| ms.div_ceil(1_000).saturating_mul(1_000);
        match self {
            Self::Range { p50_ms, p90_ms } => {
                Self::Range { p50_ms: seconds(p50_ms), p90_ms: seconds(p90_ms) }
            }
            Self::Unknown(_) => self,
        }
    }
}

impl Prediction {
    /// The lower and the upper end, where it was a number.
    pub fn range_ms(&self) -> Option<(u64, u64)> {
        match self.estimate {
            Estimate::Range { p50_ms, p90_ms } => Some((p50_ms, p90_ms)),
            Estimate::Unknown(_) => None,
        }
    }
}
