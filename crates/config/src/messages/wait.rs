//! An estimated wait in words: rounded to what a person can use, never more exact than the range it comes from.

const MINUTE_MS: u64 = 60_000;
/// From here on people reckon in hours.
const HOURS_FROM_MINUTES: u64 = 90;

/// The range in which a wait ends: half of them by `p50_ms`, nine of ten by `p90_ms`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wait {
    pub p50_ms: u64,
    pub p90_ms: u64,
}

/// What is said of a wait, in minutes or hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spoken {
    Moments,
    Minutes(u64),
    Between(u64, u64),
    UpTo(u64),
    Hours(u64),
}

impl Wait {
    /// The upper end in whole minutes, rounded up.
    pub(super) fn minutes(self) -> u64 {
        self.p90_ms.div_ceil(MINUTE_MS)
    }

    pub(super) fn spoken(self) -> Spoken {
        let from = (self.p50_ms + MINUTE_MS / 2) / MINUTE_MS;
        let to = self.minutes().max(from);
        match (from, to) {
            (_, to) if self.p90_ms < MINUTE_MS || to == 0 => Spoken::Moments,
            (_, to) if to >= HOURS_FROM_MINUTES => Spoken::Hours((to + 30) / 60),
            (0, to) if to > 1 => Spoken::UpTo(to),
            // A range of one minute is no range to somebody who waits.
            (from, to) if to - from <= 1 => Spoken::Minutes(to),
            (from, to) => Spoken::Between(from, to),
        }
    }
}
