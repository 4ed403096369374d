//! The members of a queue in pools of up to 64: who is in which status and who has room, as bits.
//!
//! Queues with the same members, weight and order share a roster, so that a change of one agent
//! touches few. Holds what depends on agents; what depends on a conversation is in [`super::search`].

use alloc::vec::Vec;

use super::{
    order::{Key, Order, Seat},
    row::Row,
};
use crate::view::staff::AgentStatus;

/// Agents in one pool: one bit each in a machine word.
const POOL_AGENTS_MAX: usize = u64::BITS as usize;

/// Up to here a choice looks at every member with room. More are pooled by skill profile with the
/// first of each pool kept at hand; for few members that costs each change more than it saves.
const SHORT_MEMBERS_MAX: usize = 512;

#[derive(Debug, Clone)]
pub(super) struct Roster {
    /// Units of capacity one conversation takes.
    pub(super) weight: u32,
    pub(super) order: Order,
    /// By rank; in a long list by skill profile, then rank.
    seats: Vec<Seat>,
    pub(super) pools: Vec<Pool>,
    /// Members in each status.
    pub(super) count: ByStatus<u32>,
    /// A long list: one line for each pool.
    pub(super) lines: Option<Lines>,
}

/// Up to 64 members; bit n is the n-th seat.
#[derive(Debug, Clone)]
pub(super) struct Pool {
    pub(super) members: ByStatus<u64>,
    /// Those without room for one more conversation.
    pub(super) full: u64,
    first_seat: u32,
    seats: u8,
}

/// The members of each pool who take work, apart from the pools: a choice reads these and little else.
#[derive(Debug, Clone)]
pub(super) struct Lines {
    pub(super) online: Vec<Line>,
    pub(super) transfer_only: Vec<Line>,
}

/// The members of a pool in a status that takes work; all of one skill profile.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Who stands first among those with room.
    pub(super) first: Key,
    pub(super) profile: u32,
    pub(super) present: u8,
    pub(super) full: u8,
}

/// Where an agent sits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) pool: u32,
    bit: u8,
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

impl<T> ByStatus<T> {
    pub(super) const fn of(&mut self, status: AgentStatus) -> &mut T {
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
    /// Seats the members. Nobody counts before they enter.
    pub(super) fn new(weight: u32, order: Order, mut seats: Vec<Seat>, rows: &[Row]) -> Self {
        let profile =
            |seat: &Seat| rows.get(seat.row as usize).map_or(u32::MAX, |member| member.profile);
        let long = seats.len() > SHORT_MEMBERS_MAX;
        if long {
            seats.sort_by_key(|seat| (profile(seat), seat.rank));
        }
        let (mut pools, mut lines, mut first_seat) = (Vec::new(), Vec::new(), 0);
        for alike in seats.chunk_by(|a, b| !long || profile(a) == profile(b)) {
            for pool in alike.chunks(POOL_AGENTS_MAX) {
                let profile = pool.first().map_or(u32::MAX, profile);
                lines.push(Line { first: Key::NOBODY, profile, present: 0, full: 0 });
                pools.push(Pool {
                    members: ByStatus::default(),
                    full: 0,
                    first_seat,
                    seats: pool.len() as u8,
                });
                first_seat += pool.len() as u32;
            }
        }
        let lines = long.then(|| Lines { online: lines.clone(), transfer_only: lines });
        Self { weight, order, seats, pools, count: ByStatus::default(), lines }
    }

    /// Where each member sits, with the row.
    pub(super) fn places(&self) -> impl Iterator<Item = (u32, Place)> {
        (0..).zip(&self.pools).flat_map(move |(number, pool)| {
            (0..)
                .zip(self.seats(pool))
                .map(move |(bit, seat)| (seat.row, Place { pool: number, bit }))
        })
    }

    /// The seats of a pool, bit by bit; by rank.
    pub(super) fn seats(&self, pool: &Pool) -> &[Seat] {
        pool.seats(&self.seats)
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

    /// The member at `place` counts with the standing that `rows` give them.
    pub(super) fn enter(&mut self, place: Place, row: u32, rows: &[Row]) {
        let number = place.pool as usize;
        let Some((pool, member)) = self.pools.get_mut(number).zip(rows.get(row as usize)) else {
            return;
        };
        let mask = place.mask();
        *pool.members.of(member.status) |= mask;
        *self.count.of(member.status) += 1;
        pool.full = if member.standing().has_room(self.weight) {
            pool.full & !mask
        } else {
            pool.full | mask
        };

        let Some(lines) = &mut self.lines else { return };
        let seats = pool.seats(&self.seats);
        let Some(seat) = seats.get(place.bit as usize) else { return };
        let key = self.order.key(seat, member);
        for (line, members) in [
            (lines.online.get_mut(number), pool.members.online),
            (lines.transfer_only.get_mut(number), pool.members.transfer_only),
        ] {
            let Some(line) = line else { continue };
            line.present = members.count_ones() as u8;
            line.full = (members & pool.full).count_ones() as u8;
            let ready = members & !pool.full;
            if ready & mask != 0 && key <= line.first {
                line.first = key;
            } else if line.first.row == row {
                let ready = bits(ready).filter_map(|bit| seats.get(bit));
                let keys = ready
                    .filter_map(|seat| Some(self.order.key(seat, rows.get(seat.row as usize)?)));
                line.first = keys.min().unwrap_or(Key::NOBODY);
            }
        }
    }
}

impl Pool {
    fn seats<'a>(&self, seats: &'a [Seat]) -> &'a [Seat] {
        let first = self.first_seat as usize;
        seats.get(first..first + self.seats as usize).unwrap_or_default()
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
