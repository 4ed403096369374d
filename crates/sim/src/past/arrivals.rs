//! When conversations begin: over three years, by day more than by night, on Mondays more than on Sundays.

use domain::ids::Timestamp;

use crate::simulation::HOUR_MS;

/// Monday, 2 January 2023, 00:00 UTC.
const BEGIN: Timestamp = Timestamp(1_672_617_600_000);
const WEEKS: usize = 156;
const HOURS: usize = 7 * 24;
/// How busy the days are, from Monday on.
const DAYS: [f64; 7] = [1.3, 1.15, 1.05, 1.0, 1.0, 0.5, 0.35];

#[derive(Debug)]
pub struct Arrivals {
    conversations: u64,
    /// The share of a week's conversations that began before the end of each hour.
    until: [f64; HOURS],
}

/// The beginning of one, and how busy it was.
#[derive(Debug, Clone, Copy)]
pub struct Arrival {
    pub at: Timestamp,
    /// 1 on an average hour.
    pub load: f64,
}

impl Arrivals {
    pub fn of(conversations: u64) -> Self {
        let all: f64 = (0..HOURS).map(busy).sum();
        let mut sum = 0.0;
        let until = std::array::from_fn(|hour| {
            sum += busy(hour) / all;
            sum
        });
        Self { conversations, until }
    }

    /// They come in the order of their numbers, each somewhere in its share of the time.
    pub fn nth(&self, number: u64, within: f64) -> Arrival {
        let part = (number as f64 + within) / self.conversations.max(1) as f64;
        let weeks = part.min(1.0) * WEEKS as f64;
        let (week, share) = (weeks.floor(), weeks.fract());
        let hour = self.until.partition_point(|until| *until < share).min(HOURS - 1);
        let before = if hour == 0 { 0.0 } else { self.until[hour - 1] };
        let width = self.until[hour] - before;
        let hours = week * HOURS as f64 + hour as f64 + (share - before) / width;
        let average = 1.0 / HOURS as f64;
        Arrival { at: BEGIN.after((hours * HOUR_MS as f64) as u64), load: width / average }
    }
}

/// By hour of the week: a wave with its top in the afternoon, and a little all night.
fn busy(hour: usize) -> f64 {
    let of_day = (hour % 24) as f64;
    let wave = ((of_day - 14.0) / 12.0 * std::f64::consts::PI).cos().max(-0.9) + 1.0;
    DAYS[hour / 24] * wave
}
