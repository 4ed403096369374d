//! How fast a queue moves, tier by tier: what the estimated wait has to know of the last hours.
//!
//! Fed by `apply` alone, in integers, so that a replay gives the same to the byte (invariant I9). A handful of
//! numbers a queue and tier; what they are worth is `estimate`'s.

use alloc::collections::BTreeMap;

use crate::{ids::Timestamp, limits::PACE_WINDOW_MS};

/// The pace of one queue. Stages of several tiers may share it: each has its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct QueuePace {
    pub tiers: BTreeMap<u8, Pace>,
    /// How many join, by priority: whoever goes before goes before all tiers.
    pub joining: BTreeMap<u8, Window>,
}

/// The pace of one tier in a queue.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Pace {
    /// An owner's stay in a conversation.
    pub holding: Mean,
    /// The wrap-up after it, as far as it held room; none counts as one of no length.
    pub wrap_up: Mean,
    /// Being on offer until somebody accepts: the offers in vain before count for the one that was accepted.
    pub asking: Mean,
    /// Waiting until the visitor leaves: the waits that ended well count too, or the few who leave would seem
    /// to be everybody.
    pub patience: Mean,
}

/// The mean time an event of some kind takes, over the last hundred of them or so.
///
/// Time that passed without the event is added too where it was there to happen. Where the chance of it is the
/// same at every moment, time ÷ events is its most likely mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Mean {
    pub samples: u32,
    pub total_ms: u64,
    /// Of the squares of the times at which it happened.
    pub squares_ms2: u64,
}

/// A count over the last `PACE_WINDOW_MS`, from the present stretch of that length and the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Window {
    pub since: Timestamp,
    pub count: u32,
    pub before: u32,
}

impl Mean {
    /// Older samples fade as each further one comes: of what 128 samples ago was known a third is left.
    const SAMPLES: u32 = 128;

    /// It happened, after so long.
    pub(crate) fn add(&mut self, ms: u64) {
        if self.samples < Self::SAMPLES {
            self.samples += 1;
        } else {
            self.total_ms -= self.total_ms / u64::from(Self::SAMPLES);
            self.squares_ms2 -= self.squares_ms2 / u64::from(Self::SAMPLES);
        }
        self.squares_ms2 = self.squares_ms2.saturating_add(ms.saturating_mul(ms));
        self.without(ms);
    }

    /// It might have happened for so long, and did not.
    pub(crate) fn without(&mut self, ms: u64) {
        self.total_ms = self.total_ms.saturating_add(ms);
    }
}

impl Window {
    pub(crate) fn starting(at: Timestamp) -> Self {
        Self { since: at, count: 0, before: 0 }
    }

    pub(crate) fn add(&mut self, at: Timestamp) {
        *self = self.moved_to(at);
        self.count = self.count.saturating_add(1);
    }

    /// The same, as it looks at a later time.
    #[must_use]
    pub fn moved_to(self, at: Timestamp) -> Self {
        let stretches = at.since(self.since) / PACE_WINDOW_MS;
        let since = self.since.after(stretches.saturating_mul(PACE_WINDOW_MS));
        match stretches {
            0 => self,
            1 => Self { since, count: 0, before: self.count },
            _ => Self { since, count: 0, before: 0 },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_follows_what_has_become_of_the_last_hundred_or_so() {
        let mut mean = Mean::default();
        for _ in 0..500 {
            mean.add(1_000);
        }
        assert_eq!((mean.samples, mean.total_ms / 128), (128, 1_000));
        for _ in 0..500 {
            mean.add(3_000);
        }
        assert!((2_900..3_001).contains(&(mean.total_ms / 128)), "{mean:?}");
    }

    #[test]
    fn time_in_which_nothing_happened_makes_the_mean_longer() {
        let mut mean = Mean::default();
        mean.without(5_000);
        mean.add(1_000);
        assert_eq!(mean, Mean { samples: 1, total_ms: 6_000, squares_ms2: 1_000_000 });
    }

    #[test]
    fn a_window_forgets_what_is_two_stretches_old() {
        let mut window = Window::starting(Timestamp(0));
        window.add(Timestamp(10));
        window.add(Timestamp(20));
        let later = window.moved_to(Timestamp(PACE_WINDOW_MS + 5));
        assert_eq!((later.count, later.before), (0, 2));
        let much_later = window.moved_to(Timestamp(2 * PACE_WINDOW_MS));
        assert_eq!((much_later.count, much_later.before), (0, 0));
    }
}
