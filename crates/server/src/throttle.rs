//! Limits per address and per person: how often, and how many at once. Ordinary settings of the server.
//!
//! Counts and refuses; which request counts against what is the routes' affair.

use std::{
    collections::HashMap,
    hash::Hash,
    num::NonZeroU32,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use governor::{
    DefaultKeyedRateLimiter, Quota, RateLimiter,
    clock::{Clock, DefaultClock},
};

/// Keys remembered before those at rest are forgotten.
const KEYS_BEFORE_SWEEP: usize = 10_000;

/// How often; `None` is without limit.
pub type Rate = Option<PerMinute>;

/// So many a minute, and so many at a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PerMinute {
    pub rate: NonZeroU32,
    pub burst: NonZeroU32,
}

impl PerMinute {
    /// Zero counts as one: a limit that lets nothing through is no limit but a fault.
    pub const fn new(rate: u32, burst: u32) -> Self {
        const fn at_least_one(number: u32) -> NonZeroU32 {
            match NonZeroU32::new(number) {
                Some(number) => number,
                None => NonZeroU32::MIN,
            }
        }
        Self { rate: at_least_one(rate), burst: at_least_one(burst) }
    }
}

/// Limits how often one key may do something.
pub struct Throttle<K: Hash + Eq + Clone> {
    limiter: Option<DefaultKeyedRateLimiter<K>>,
}

impl<K: Hash + Eq + Clone> Throttle<K> {
    pub fn new(rate: Rate) -> Self {
        let quota = |limit: PerMinute| Quota::per_minute(limit.rate).allow_burst(limit.burst);
        Self { limiter: rate.map(|limit| RateLimiter::keyed(quota(limit))) }
    }

    /// Counts one; the time to wait if it is one too many.
    pub fn count(&self, key: &K) -> Result<(), Duration> {
        let Some(limiter) = &self.limiter else { return Ok(()) };
        if limiter.len() > KEYS_BEFORE_SWEEP {
            limiter.retain_recent();
        }
        limiter
            .check_key(key)
            .map_err(|not_until| not_until.wait_time_from(DefaultClock::default().now()))
    }
}

/// Limits how many of something one key may hold at once.
pub struct AtOnce<K: Hash + Eq + Clone> {
    max: Option<usize>,
    held: Arc<Mutex<HashMap<K, usize>>>,
}

/// Held while the thing lasts.
pub struct Place<K: Hash + Eq + Clone> {
    key: K,
    held: Arc<Mutex<HashMap<K, usize>>>,
}

impl<K: Hash + Eq + Clone> AtOnce<K> {
    pub fn new(max: Option<usize>) -> Self {
        Self { max, held: Arc::default() }
    }

    /// A place, if there is one left.
    pub fn enter(&self, key: K) -> Option<Place<K>> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let count = held.entry(key.clone()).or_default();
        if self.max.is_some_and(|max| *count >= max) {
            return None;
        }
        *count += 1;
        Some(Place { key, held: self.held.clone() })
    }
}

impl<K: Hash + Eq + Clone> Drop for Place<K> {
    fn drop(&mut self) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = held.get_mut(&self.key) {
            *count -= 1;
            if *count == 0 {
                held.remove(&self.key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_too_often_does_not_hinder_another() {
        let throttle = Throttle::new(Some(PerMinute::new(1, 2)));
        assert_eq!((throttle.count(&"a"), throttle.count(&"a")), (Ok(()), Ok(())));
        assert!(throttle.count(&"a").is_err_and(|wait| wait > Duration::from_secs(1)));
        assert_eq!(throttle.count(&"b"), Ok(()));
        let unlimited = Throttle::new(None);
        assert!((0..1000).all(|_| unlimited.count(&"a").is_ok()));
    }

    #[test]
    fn a_place_is_free_again_when_it_is_left() {
        let sockets = AtOnce::new(Some(1));
        let first = sockets.enter("a");
        assert!(first.is_some() && sockets.enter("a").is_none() && sockets.enter("b").is_some());
        drop(first);
        assert!(sockets.enter("a").is_some());
        assert!(sockets.held.lock().expect("whole").len() <= 1);
    }
}
