//! The only wall clock: everything below is told the time.
//!
//! When the wall clock jumps back by more than [`STEP_BACK_MS_MAX`], time goes on by the monotonic clock and an
//! alarm is raised once; smaller steps are the engine's to hold (its time never goes back).

use std::{
    sync::Mutex,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use domain::ids::Timestamp;

/// What a clock may be set back by its own upkeep.
const STEP_BACK_MS_MAX: u64 = 5_000;

#[derive(Debug)]
pub struct Clock {
    ahead_ms: u64,
    last: Mutex<(Timestamp, Instant)>,
}

impl Default for Clock {
    fn default() -> Self {
        Self::ahead(Duration::ZERO)
    }
}

impl Clock {
    /// Shows so much more than the machine's clock.
    pub fn ahead(by: Duration) -> Self {
        let ahead_ms = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
        Self { ahead_ms, last: Mutex::new((wall().after(ahead_ms), Instant::now())) }
    }

    pub fn now(&self) -> Timestamp {
        let (wall, monotonic) = (wall().after(self.ahead_ms), Instant::now());
        let mut last = self.last.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let elapsed =
            u64::try_from(monotonic.duration_since(last.1).as_millis()).unwrap_or(u64::MAX);
        let expected = last.0.after(elapsed);
        if expected.since(wall) > STEP_BACK_MS_MAX {
            tracing::error!(
                behind_ms = expected.since(wall),
                "the wall clock went back; time goes on without it"
            );
            metrics::counter!("baton_clock_went_back_total").increment(1);
            // `last` stays: the monotonic clock counts from it until the wall clock has caught up.
            return expected;
        }
        *last = (wall, monotonic);
        wall
    }
}

fn wall() -> Timestamp {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(u64::try_from(since_epoch.as_millis()).unwrap_or(u64::MAX))
}

/// A moment as it is said over HTTP: RFC 3339, UTC.
pub fn rfc3339(at: Timestamp) -> String {
    let at = i64::try_from(at.0).ok().and_then(|ms| jiff::Timestamp::from_millisecond(ms).ok());
    at.unwrap_or_default().to_string()
}
