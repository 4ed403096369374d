//! By what the eligible stand in line: the smaller key is chosen first.
//!
//! Does not know who is eligible; that is [`super::search`].

use core::cmp::Ordering;

use super::row::Row;
use crate::config::Strategy;

/// What a list of members is kept sorted by.
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
            // Agents with the same skills fit equally well: between them idle time decides.
            Strategy::LongestIdle | Strategy::BestSkilled => Self::Idle,
            Strategy::RoundRobin | Strategy::Ordered => Self::Rank,
        }
    }
}

/// A member of a queue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seat {
    pub(super) row: u32,
    pub(super) rank: u32,
}

impl Order {
    pub(super) fn key(self, seat: &Seat, member: &Row) -> Key {
        let (lead, turn) = match self {
            Self::Load => (member.share, member.idle_since.0),
            Self::Idle => (0, member.idle_since.0),
            Self::Rank => (0, u64::from(seat.rank)),
        };
        Key { lead, turn, row: seat.row }
    }
}

/// An agent's place among the eligible. Small and flat: a choice compares many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Key {
    /// The share of capacity in use; for best skilled, what falls as the skills needed rise.
    pub(super) lead: u64,
    /// When the agent became idle, or the rank.
    pub(super) turn: u64,
    /// Rows are numbered by id, so that the last tie breaks by id.
    pub(super) row: u32,
}

impl Key {
    /// Stands behind everybody.
    pub(super) const NOBODY: Self = Self { lead: u64::MAX, turn: u64::MAX, row: u32::MAX };

    pub(super) const fn is_nobody(&self) -> bool {
        self.row == Self::NOBODY.row
    }

    /// One number for both: compared without a branch, as the outcome cannot be foreseen.
    fn place(&self) -> u128 {
        (u128::from(self.lead) << u64::BITS) | u128::from(self.turn)
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place().cmp(&other.place()).then(self.row.cmp(&other.row))
    }

    fn min(self, other: Self) -> Self {
        if other < self { other } else { self }
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    fn lt(&self, other: &Self) -> bool {
        let (one, two) = (self.place(), other.place());
        one < two || (one == two && self.row < other.row)
    }
}
