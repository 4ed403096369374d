//! The scale on which lengths are counted: each number is 2 % longer than the one before.
//!
//! Percentiles are read from counts per number, so they are right to ± 2 %. Made of whole numbers only: the same
//! everywhere.

use std::sync::LazyLock;

use crate::limits::LENGTH_MS_MAX;

/// The upper ends of the numbers, in milliseconds, up to some decades.
static ENDS_MS: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let widen = |end: &u64| Some((end + 1).max(end * 102 / 100));
    std::iter::successors(Some(0), widen).take_while(|end| *end < LENGTH_MS_MAX).collect()
});

/// The number of a length.
pub fn bucket(length_ms: u64) -> u32 {
    ENDS_MS.partition_point(|end| *end < length_ms) as u32
}

/// The longest length of a number.
pub fn length_ms(bucket: u32) -> u64 {
    ENDS_MS.get(bucket as usize).copied().unwrap_or(LENGTH_MS_MAX)
}

#[cfg(test)]
mod tests {
    use super::{bucket, length_ms};

    #[test]
    fn a_length_is_within_two_percent_of_the_end_of_its_number() {
        for length in [0, 1, 40, 999, 12_345, 3_600_000, 86_400_000 * 400] {
            let end = length_ms(bucket(length));
            assert!(end >= length && end <= length + length * 2 / 100 + 1, "{length} {end}");
        }
    }

    #[test]
    fn numbers_follow_one_another() {
        assert!((1..500).all(|at| bucket(length_ms(at)) == at));
    }
}
