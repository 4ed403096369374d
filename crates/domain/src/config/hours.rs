//! Business hours as the rules see them: moments, no zones and no holidays.
//!
//! The `config` crate expands weekdays, zones and holidays into these intervals; they are renewed weekly.

use alloc::{string::String, vec::Vec};

use crate::{
    config::Config,
    ids::{QueueId, Timestamp},
};

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Hours {
    pub key: String,
    pub name: String,
    /// The IANA name of the zone it is told in. The rules never look at it.
    pub zone: String,
    /// When it is open: ascending, apart, from inclusive to exclusive.
    pub open: Vec<Interval>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Interval {
    pub from: Timestamp,
    pub to: Timestamp,
}

impl Hours {
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.at(now).is_some_and(|interval| interval.from <= now)
    }

    /// The next moment at which it opens or closes; none beyond what was expanded.
    pub fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        let interval = self.at(now)?;
        Some(if interval.from <= now { interval.to } else { interval.from })
    }

    /// The next moment at which it is open.
    pub fn next_open(&self, now: Timestamp) -> Option<Timestamp> {
        self.at(now).map(|interval| interval.from.max(now))
    }

    /// When it has been open for so long; a plain wait where that is beyond what was expanded.
    pub fn open_for(&self, from: Timestamp, ms: u64) -> Timestamp {
        let mut left = ms;
        let first = self.open.partition_point(|interval| interval.to <= from);
        for interval in self.open.get(first..).unwrap_or_default() {
            let opens = interval.from.max(from);
            let open = interval.to.since(opens);
            if left <= open {
                return opens.after(left);
            }
            left = left.saturating_sub(open);
        }
        from.after(ms)
    }

    /// The first interval that has not ended.
    fn at(&self, now: Timestamp) -> Option<Interval> {
        self.open.get(self.open.partition_point(|interval| interval.to <= now)).copied()
    }
}

impl Config {
    /// When a message left in a queue at a moment has stood there for a working day.
    pub fn working_time_after(&self, queue: QueueId, from: Timestamp) -> Timestamp {
        let ms = self.settings.message_alert_ms;
        let hours = self.queue(queue).hours.and_then(|hours| self.hours.get(&hours));
        hours.map_or(from.after(ms), |hours| hours.open_for(from, ms))
    }
}
