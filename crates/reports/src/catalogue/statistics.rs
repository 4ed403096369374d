//! Percentiles from counts on the scale of lengths, and intervals for shares of small numbers.

use std::collections::BTreeMap;

use crate::facts::scale;

/// How often each length was met, by its number on the scale.
#[derive(Debug, Clone, Default)]
pub struct Lengths {
    counts: BTreeMap<u32, u64>,
    total: u64,
}

impl Lengths {
    pub fn add(&mut self, bucket: u32, count: u64) {
        *self.counts.entry(bucket).or_default() += count;
        self.total += count;
    }

    /// The length that `percent` of them do not exceed, to ± 2 %; none of nothing.
    pub fn percentile_ms(&self, percent: u64) -> Option<u64> {
        let wanted = (self.total * percent).div_ceil(100).max(1);
        let mut met = 0;
        for (bucket, count) in &self.counts {
            met += count;
            if met >= wanted {
                return Some(scale::length_ms(*bucket));
            }
        }
        None
    }
}

/// Of the normal distribution: 95 % lie within.
const Z_95: f64 = 1.959_963_985;

/// The interval in which the share lies that `hits` of `all` stand for, at 95 %: E. B. Wilson, "Probable Inference, the
/// Law of Succession, and Statistical Inference", 1927. Small numbers give a wide one. None of nothing.
pub fn wilson(hits: u64, all: u64) -> Option<(f64, f64)> {
    if all == 0 {
        return None;
    }
    let (n, p) = (all as f64, hits as f64 / all as f64);
    let z2 = Z_95 * Z_95;
    let middle = p + z2 / (2.0 * n);
    let spread = Z_95 * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    let scale = 1.0 + z2 / n;
    Some((((middle - spread) / scale).max(0.0), ((middle + spread) / scale).min(1.0)))
}

#[cfg(test)]
mod tests {
    use super::{Lengths, wilson};
    use crate::facts::scale;

    #[test]
    fn percentiles_are_read_from_counts() {
        let mut lengths = Lengths::default();
        (1..=100).for_each(|second| lengths.add(scale::bucket(second * 1_000), 1));
        let near = |percent, expected: u64| {
            let found = lengths.percentile_ms(percent).expect("a length");
            assert!(found.abs_diff(expected) <= expected / 50 + 1, "{percent}: {found}");
        };
        near(50, 50_000);
        near(90, 90_000);
        assert_eq!(Lengths::default().percentile_ms(50), None);
    }

    #[test]
    fn an_interval_of_small_numbers_is_wide_and_holds_known_values() {
        let (low, high) = wilson(1, 10).expect("an interval");
        assert!(
            (low - 0.017_9).abs() < 0.000_5 && (high - 0.404_2).abs() < 0.000_5,
            "{low} {high}"
        );
        let (low, high) = wilson(100, 1_000).expect("an interval");
        assert!(high - low < 0.04);
        assert_eq!(wilson(0, 0), None);
    }
}
