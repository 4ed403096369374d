//! Limits of the board: those of a queue, where it sets any, else those of the workspace, else the product's.

use domain::config::Thresholds;

use super::{medium, small};
use crate::{document::AlertsEntry, duration::Duration, position::At};

/// `base` with what an entry sets otherwise.
pub(super) fn thresholds(entry: &AlertsEntry, base: Thresholds) -> Thresholds {
    let time = |time: &Option<At<Duration>>, otherwise: Option<u64>| {
        time.as_ref().map_or(otherwise, |at| Some(at.value.0).filter(|ms| *ms > 0))
    };
    let count = |count: &Option<At<u64>>, otherwise: Option<u32>| {
        count.as_ref().map_or(otherwise, |at| Some(medium(at.value)).filter(|count| *count > 0))
    };
    let percent = |at: &At<u64>| Some(small(at.value)).filter(|percent| *percent > 0);
    Thresholds {
        answered_within_ms: entry
            .answered_within
            .as_ref()
            .map_or(base.answered_within_ms, |at| at.value.0),
        waiting: count(&entry.waiting, base.waiting),
        longest_wait_ms: time(&entry.longest_wait, base.longest_wait_ms),
        service_level: entry.service_level.as_ref().map_or(base.service_level, percent),
        nobody_online: entry.nobody_online.unwrap_or(base.nobody_online),
        hand_ms: time(&entry.hand, base.hand_ms),
        hops: count(&entry.hops, base.hops),
        unanswered_ms: time(&entry.unanswered, base.unanswered_ms),
    }
}
