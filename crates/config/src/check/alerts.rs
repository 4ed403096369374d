//! Limits of the board: numbers that can come true.

use super::{
    Check,
    queues::{SECOND, WAIT_MAX},
};
use crate::{document::AlertsEntry, duration::Duration};

/// More than anybody counts; a queue of that length is another product.
const COUNT_MAX: u64 = 10_000;

impl Check<'_> {
    pub(super) fn alerts(&mut self, alerts: &AlertsEntry) {
        if let Some(within) = &alerts.answered_within {
            self.time("the time to answer", within, SECOND, WAIT_MAX);
        }
        for time in [&alerts.longest_wait, &alerts.hand, &alerts.unanswered].into_iter().flatten() {
            self.time("this limit", time, Duration(0), WAIT_MAX);
        }
        for count in [&alerts.waiting, &alerts.hops].into_iter().flatten() {
            self.number("this limit", count, 0, COUNT_MAX);
        }
        if let Some(percent) = &alerts.service_level {
            self.number("a service level", percent, 0, 100);
        }
    }
}
