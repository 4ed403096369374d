//! What a choice reads of an agent.

use super::Standing;
use crate::{ids::Timestamp, view::staff::AgentStatus};

/// A standing with what is derived from it; half a cache line, as long lists of rows are read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    /// Load ÷ capacity in units of 2⁻⁶⁴, rounded down. Exact for comparisons: different shares of
    /// capacities below 2³² lie more than one unit apart. Full is the greatest.
    pub(super) share: u64,
    pub(super) idle_since: Timestamp,
    load: u32,
    capacity: u32,
    /// The number of the skill profile.
    pub(super) profile: u32,
    pub(super) status: AgentStatus,
}

impl Row {
    pub(super) fn new(profile: u32, standing: Standing) -> Self {
        let Standing { status, load, capacity, idle_since } = standing;
        Self { share: share(load, capacity), idle_since, load, capacity, profile, status }
    }

    pub(super) const fn standing(&self) -> Standing {
        let Self { idle_since, load, capacity, status, .. } = *self;
        Standing { status, load, capacity, idle_since }
    }
}

/// By long division, two digits of 32 bits.
fn share(load: u32, capacity: u32) -> u64 {
    if load >= capacity {
        return u64::MAX;
    }
    let (load, capacity) = (u64::from(load) << u32::BITS, u64::from(capacity));
    let (first, rest) = (load / capacity, (load % capacity) << u32::BITS);
    (first << u32::BITS) | (rest / capacity)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_compare_as_the_fractions_they_stand_for() {
        let some = [1, 2, 3, 4, 5, 7, 64, 65_537, u32::MAX - 2, u32::MAX - 1, u32::MAX];
        let all = || some.into_iter().flat_map(|capacity| some.map(|load| (load - 1, capacity)));
        for (load, capacity) in all().filter(|(load, capacity)| load < capacity) {
            for (other_load, other) in all().filter(|(load, capacity)| load < capacity) {
                let exact = (u64::from(load) * u64::from(other))
                    .cmp(&(u64::from(other_load) * u64::from(capacity)));
                assert_eq!(share(load, capacity).cmp(&share(other_load, other)), exact);
            }
        }
    }
}
