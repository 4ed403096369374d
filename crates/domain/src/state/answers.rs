//! How many waits of a queue and tier an agent ended in time: the service level of SPEC §8, for the last day.
//!
//! Counted by quarters of an hour, because state knows no time zone: whoever asks says when the day began. Fed by
//! `apply` alone, in integers (invariant I9).

use alloc::collections::BTreeMap;

use crate::{
    ids::Timestamp,
    limits::{ANSWERS_KEPT_MS, ANSWERS_STRETCH_MS},
};

/// Ended waits of one queue and tier, by the beginning of their stretch.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Answers {
    stretches: BTreeMap<Timestamp, Tally>,
}

/// The two counts of a service level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Tally {
    /// Waits that count: all but those abandoned or recalled in time.
    pub ended: u32,
    /// Those among them that an agent ended in time.
    pub in_time: u32,
}

impl Answers {
    pub(crate) fn add(&mut self, in_time: bool, at: Timestamp) {
        let begins = Timestamp(at.0 - at.0 % ANSWERS_STRETCH_MS);
        let tally = self.stretches.entry(begins).or_default();
        tally.ended = tally.ended.saturating_add(1);
        tally.in_time = tally.in_time.saturating_add(u32::from(in_time));
        self.stretches.retain(|begins, _| at.since(*begins) < ANSWERS_KEPT_MS);
    }

    /// Of the waits that ended from a moment on.
    pub fn since(&self, from: Timestamp) -> Tally {
        self.stretches.range(from..).fold(Tally::default(), |sum, (_, tally)| Tally {
            ended: sum.ended.saturating_add(tally.ended),
            in_time: sum.in_time.saturating_add(tally.in_time),
        })
    }
}

impl Tally {
    /// In per cent, rounded down; none where nothing ended.
    pub fn percent(self) -> Option<u32> {
        self.in_time.saturating_mul(100).checked_div(self.ended)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_level_counts_from_the_beginning_of_the_day_and_forgets_the_day_before() {
        let (morning, day) = (Timestamp(ANSWERS_STRETCH_MS * 96), 96 * ANSWERS_STRETCH_MS);
        let mut answers = Answers::default();
        answers.add(true, Timestamp(morning.0 - 1));
        answers.add(true, morning);
        answers.add(false, morning.after(day / 2));
        assert_eq!(answers.since(morning), Tally { ended: 2, in_time: 1 });
        assert_eq!(answers.since(morning).percent(), Some(50));
        answers.add(true, morning.after(2 * day));
        assert_eq!(answers.since(Timestamp(0)), Tally { ended: 1, in_time: 1 });
        assert_eq!(Tally::default().percent(), None);
    }
}
