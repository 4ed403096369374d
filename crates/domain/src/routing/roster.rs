//! The members of a queue in pools of one skill profile, with the first of each pool at hand.
//!
//! Queues with the same members, weight and order share a roster, so that a change of one agent
//! touches few. Holds what depends on agents; what depends on a conversation is in [`super::search`].

use alloc::vec::Vec;

use super::{
    Standing,
    order::{Key, Order},
};
use crate::view::staff::AgentStatus;

/// Agents in one pool: one bit each in a machine word.
const POOL_AGENTS_MAX: usize = u64::BITS as usize;

#[derive(Debug, Clone)]
pub(super) struct Roster {
    /// Units of capacity one conversation takes.
    pub(super) weight: u32,
    pub(super) order: Order,
    /// By skill profile, then rank.
    seats: Vec<Seat>,
    pub(super) pools: Vec<Pool>,
    /// One for each pool, apart from it: a choice reads all of these and little else.
    pub(super) heads: Vec<Head>,
    /// Members in each status.
    pub(super) count: ByStatus<u32>,
}

/// A member of the queue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Seat {
    pub(super) row: u32,
    pub(super) rank: u32,
}

/// Up to 64 members of one skill profile; bit n is the n-th seat.
#[derive(Debug, Clone)]
pub(super) struct Pool {
    first_seat: usize,
    agents: usize,
    pub(super) members: ByStatus<u64>,
    /// Those without room for one more conversation.
    pub(super) full: u64,
}

/// What a choice has to know of a pool.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    pub(super) profile: u32,
    pub(super) online: Line,
    pub(super) transfer_only: Line,
}

/// The members of a pool in a status that takes work.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Who stands first among those with room.
    pub(super) first: Key,
    pub(super) present: u8,
    pub(super) full: u8,
}

/// Where an agent sits in a roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) pool: u32,
    pub(super) bit: u8,
}

/// One of something for each status.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ByStatus<T> {
    pub(super) online: T,
    pub(super) transfer_only: T,
    pub(super) away: T,
    pub(super) offline: T,
    pub(super) not_responding: T,
    pub(super) disconnected: T,
}

impl<T: Copy> ByStatus<T> {
    pub(super) fn of(&mut self, status: AgentStatus) -> &mut T {
        match status {
            AgentStatus::Online => &mut self.online,
            AgentStatus::TransferOnly => &mut self.transfer_only,
            AgentStatus::Away => &mut self.away,
            AgentStatus::Offline => &mut self.offline,
            AgentStatus::NotResponding => &mut self.not_responding,
            AgentStatus::Disconnected => &mut self.disconnected,
        }
    }
}

impl Roster {
    /// Seats the members, given by rank as rows. Nobody counts before they enter.
    pub(super) fn new(weight: u32, order: Order, members: &[u32], profiles: &[u32]) -> Self {
        let profile = |seat: &Seat| profiles.get(seat.row as usize).copied().unwrap_or(u32::MAX);
        let mut seats: Vec<Seat> =
            (0..).zip(members).map(|(rank, row)| Seat { row: *row, rank }).collect();
        seats.sort_by_key(|seat| (profile(seat), seat.rank));
        let (mut pools, mut heads, mut first_seat) = (Vec::new(), Vec::new(), 0);
        let nobody = Line { first: Key::NOBODY, present: 0, full: 0 };
        for alike in seats.chunk_by(|a, b| profile(a) == profile(b)) {
            for seats in alike.chunks(POOL_AGENTS_MAX) {
                pools.push(Pool {
                    first_seat,
                    agents: seats.len(),
                    members: ByStatus::default(),
                    full: 0,
                });
                let profile = seats.first().map_or(u32::MAX, profile);
                heads.push(Head { profile, online: nobody, transfer_only: nobody });
                first_seat += seats.len();
            }
        }
        Self { weight, order, seats, pools, heads, count: ByStatus::default() }
    }

    /// Where each member sits, with the row.
    pub(super) fn places(&self) -> impl Iterator<Item = (u32, Place)> {
        (0..).zip(&self.pools).flat_map(move |(number, pool)| {
            (0..)
                .zip(self.seats(pool))
                .map(move |(bit, seat)| (seat.row, Place { pool: number, bit }))
        })
    }

    /// The seats of a pool, bit by bit.
    pub(super) fn seats(&self, pool: &Pool) -> &[Seat] {
        pool.seats(&self.seats)
    }

    /// Whether anybody but the member with this standing takes work.
    pub(super) fn others_online(&self, member: &Standing) -> bool {
        self.count.online + self.count.transfer_only > u32::from(member.takes_work())
    }

    pub(super) fn rank(&self, place: Place) -> Option<u32> {
        let pool = self.pools.get(place.pool as usize)?;
        self.seats(pool).get(place.bit as usize).map(|seat| seat.rank)
    }

    /// The member at `place` no longer counts in the status they had.
    pub(super) fn leave(&mut self, place: Place, old: AgentStatus) {
        if let Some(pool) = self.pools.get_mut(place.pool as usize) {
            *pool.members.of(old) &= !place.mask();
            *self.count.of(old) -= 1;
        }
    }

    /// The member at `place` counts with the standing that `standings` gives them.
    pub(super) fn enter(&mut self, place: Place, standings: &[Standing]) {
        let number = place.pool as usize;
        let (Some(pool), Some(head)) = (self.pools.get_mut(number), self.heads.get_mut(number))
        else {
            return;
        };
        let seats = pool.seats(&self.seats);
        let Some(seat) = seats.get(place.bit as usize) else { return };
        let Some(standing) = standings.get(seat.row as usize) else { return };
        let mask = place.mask();
        *pool.members.of(standing.status) |= mask;
        *self.count.of(standing.status) += 1;
        pool.full =
            if standing.has_room(self.weight) { pool.full & !mask } else { pool.full | mask };

        let key = self.order.key(seat, standing);
        for (line, members) in [
            (&mut head.online, pool.members.online),
            (&mut head.transfer_only, pool.members.transfer_only),
        ] {
            line.present = members.count_ones() as u8;
            line.full = (members & pool.full).count_ones() as u8;
            let ready = members & !pool.full;
            if ready & mask != 0 && key <= line.first {
                line.first = key;
            } else if line.first.row == seat.row {
                line.first = self.order.first(ready, seats, standings);
            }
        }
    }
}

impl Pool {
    fn seats<'a>(&self, seats: &'a [Seat]) -> &'a [Seat] {
        seats.get(self.first_seat..self.first_seat + self.agents).unwrap_or_default()
    }
}

impl Place {
    pub(super) const fn mask(self) -> u64 {
        1 << self.bit
    }
}

/// The numbers of the bits that are set, lowest first.
pub(super) fn bits(mut word: u64) -> impl Iterator<Item = usize> {
    core::iter::from_fn(move || {
        let bit = (word != 0).then(|| word.trailing_zeros() as usize)?;
        word &= word - 1;
        Some(bit)
    })
}
