//! By what the eligible stand in line: the smaller key is chosen first.
//!
//! Does not know who is eligible; that is [`super::search`].

use core::cmp::Ordering;

use super::{
    Standing,
    roster::{Seat, bits},
};
use crate::config::Strategy;

/// What a roster is kept sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Order {
    /// Load ÷ capacity, then idle time.
    Load,
    /// Idle time.
    Idle,
    /// Place in the queue's list of members.
    Rank,
}

impl From<Strategy> for Order {
    fn from(strategy: Strategy) -> Self {
        match strategy {
            Strategy::LeastLoaded | Strategy::Broadcast => Self::Load,
            // Agents with the same skills fit equally well: within a pool idle time decides.
            Strategy::LongestIdle | Strategy::BestSkilled => Self::Idle,
            Strategy::RoundRobin | Strategy::Ordered => Self::Rank,
        }
    }
}

impl Order {
    pub(super) fn key(self, seat: &Seat, standing: &Standing) -> Key {
        let (ratio, turn) = match self {
            Self::Load => (Ratio::of(standing), standing.idle_since.0),
            Self::Idle => (Ratio::EMPTY, standing.idle_since.0),
            Self::Rank => (Ratio::EMPTY, u64::from(seat.rank)),
        };
        Key { misfit: 0, ratio, turn, row: seat.row }
    }

    pub(super) fn key_at(self, seat: &Seat, standings: &[Standing]) -> Option<Key> {
        standings.get(seat.row as usize).map(|standing| self.key(seat, standing))
    }

    /// Who stands first among the seats of a pool whose bits are set.
    pub(super) fn first(self, ready: u64, seats: &[Seat], standings: &[Standing]) -> Key {
        let mut keys = bits(ready).filter_map(|bit| self.key_at(seats.get(bit)?, standings));
        match self {
            Self::Load | Self::Idle => keys.min(),
            // The seats of a pool are by rank.
            Self::Rank => keys.next(),
        }
        .unwrap_or(Key::NOBODY)
    }
}

/// An agent's place among the eligible. Small and flat: a choice compares one for each pool.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    /// Best skilled: falls as the skills needed rise.
    pub(super) misfit: u32,
    ratio: Ratio,
    /// When the agent became idle, or the rank.
    pub(super) turn: u64,
    /// Rows are numbered by id, so that the last tie breaks by id.
    pub(super) row: u32,
}

impl Key {
    /// Stands behind everybody: the head of an empty pool.
    pub(super) const NOBODY: Self =
        Self { misfit: u32::MAX, ratio: Ratio::EMPTY, turn: u64::MAX, row: u32::MAX };

    pub(super) const fn is_nobody(&self) -> bool {
        self.row == Self::NOBODY.row
    }
}

/// Load ÷ capacity, compared exactly by cross multiplication.
#[derive(Debug, Clone, Copy)]
struct Ratio {
    load: u32,
    capacity: u32,
}

impl Ratio {
    const EMPTY: Self = Self { load: 0, capacity: 1 };

    /// An agent without any capacity counts as full.
    fn of(standing: &Standing) -> Self {
        match standing.capacity {
            0 => Self { load: 1, capacity: 1 },
            capacity => Self { load: standing.load, capacity },
        }
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        let scaled = |load: u32, capacity: u32| u64::from(load) * u64::from(capacity);
        scaled(self.load, other.capacity).cmp(&scaled(other.load, self.capacity))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}
