//! One ask put to the roster of its queue.
//!
//! Every count and every order comes from the pools: whole pools are tried for skills, their heads
//! are compared, and single agents are looked at only where somebody of a pool is left out by name.

use alloc::vec::Vec;

use super::{
    Ask, Choice, RoutingIndex,
    order::{Key, Order},
    roster::{Head, Line, Pool, Roster, Seat, bits},
    skills::Needs,
};
use crate::{
    config::Strategy,
    explain::{Excluded, Verdict},
    ids::AgentId,
};

pub(super) struct Search<'a> {
    index: &'a RoutingIndex,
    roster: &'a Roster,
    ask: &'a Ask<'a>,
    order: Order,
    needs: Needs<'a>,
    /// Whether the heads of the pools were kept for this weight and order.
    prepared: bool,
    /// Who is left out by name, by pool.
    left_out: Vec<LeftOut>,
    /// Round robin: the rank whose turn it is.
    turn: u32,
}

/// Members of one pool who are left out by name.
#[derive(Clone, Copy, Default)]
struct LeftOut {
    pool: u32,
    declined: u64,
    sender: u64,
}

/// The agents of a pool who take work, under the first rule that applies to each.
#[derive(Default)]
struct Sorted {
    lacking: u64,
    full: u64,
    declined: u64,
    sender: u64,
    ready: u64,
}

/// What an ask finds in a pool whose agents have the skills.
struct Found {
    full: u32,
    declined: u32,
    sender: u32,
    eligible: u32,
    first: Key,
}

impl<'a> Search<'a> {
    pub(super) fn new(index: &'a RoutingIndex, ask: &'a Ask<'a>) -> Option<Self> {
        let (number, roster) = index.roster(ask.queue)?;
        let order = Order::from(ask.strategy);
        let prepared = order == roster.order && ask.weight == roster.weight;
        let place = |agent| index.place(index.row(agent)?, number);
        let mut left_out: Vec<LeftOut> = ask
            .declined
            .iter()
            .filter_map(|(agent, _)| place(*agent))
            .map(|place| LeftOut { pool: place.pool, declined: place.mask(), sender: 0 })
            .collect();
        let others_online = |sender: &AgentId| {
            index.standing(*sender).is_some_and(|sender| roster.others_online(&sender))
        };
        let sender = ask.sender.filter(others_online);
        for place in sender.into_iter().chain(ask.owner).filter_map(place) {
            left_out.push(LeftOut { pool: place.pool, declined: 0, sender: place.mask() });
        }
        left_out.sort_unstable_by_key(|left_out| left_out.pool);
        left_out.dedup_by(|next, kept| {
            let same = next.pool == kept.pool;
            if same {
                kept.declined |= next.declined;
                kept.sender |= next.sender;
            }
            same
        });
        let turn = match (ask.strategy, ask.after) {
            (Strategy::RoundRobin, Some(after)) => {
                place(after).and_then(|place| roster.rank(place)).map_or(0, |rank| rank + 1)
            }
            (Strategy::RoundRobin, None) => 0,
            (Strategy::LeastLoaded | Strategy::LongestIdle | Strategy::BestSkilled, _) => 0,
            (Strategy::Ordered | Strategy::Broadcast, _) => 0,
        };
        Some(Self {
            index,
            roster,
            ask,
            order,
            needs: index.profiles.needs(ask.needs),
            prepared,
            left_out,
            turn,
        })
    }

    pub(super) fn choose(&self) -> Choice {
        let count = &self.roster.count;
        let mut excluded = Excluded {
            offline: count.offline,
            disconnected: count.disconnected,
            not_responding: count.not_responding,
            away: count.away,
            transfer_only: if self.ask.first { count.transfer_only } else { 0 },
            ..Excluded::default()
        };
        let (mut eligible, mut best) = (0, Key::NOBODY);
        for (number, (pool, head)) in (0..).zip(self.pools()) {
            if !self.needs.met_by(head.profile) {
                excluded.lacks_skill += self.present(head);
                continue;
            }
            let found = self.look(number, pool, head);
            excluded.at_capacity += found.full;
            excluded.declined += found.declined;
            excluded.sender += found.sender;
            eligible += found.eligible;
            best = best.min(found.first);
        }
        Choice { agent: self.index.id(best.row), eligible, excluded }
    }

    /// The eligible in the order they would be chosen, at most `limit` of them.
    pub(super) fn ranked(&self, limit: usize) -> Vec<AgentId> {
        let mut pools: Vec<(Key, u32, &Pool, &Head)> = (0..)
            .zip(self.pools())
            .filter(|(_, (_, head))| self.needs.met_by(head.profile))
            .map(|(number, (pool, head))| (self.look(number, pool, head).first, number, pool, head))
            .filter(|(first, ..)| !first.is_nobody())
            .collect();
        // Whoever is among the first n stands in one of the n pools with the best heads, and not
        // behind the last of those heads.
        let mut last = Key::NOBODY;
        if pools.len() > limit {
            last =
                pools.select_nth_unstable_by_key(limit.saturating_sub(1), |(first, ..)| *first).1.0;
            pools.truncate(limit);
        }
        let mut keys = Vec::new();
        for (_, number, pool, head) in pools {
            let seats = self.roster.seats(pool);
            let ready = bits(self.sort(number, pool, head).ready);
            let ready =
                ready.filter_map(|bit| self.order.key_at(seats.get(bit)?, &self.index.standings));
            keys.extend(ready.map(|key| self.placed(key, head)).filter(|key| *key <= last));
        }
        keys.sort_unstable();
        keys.iter().take(limit).filter_map(|key| self.index.id(key.row)).collect()
    }

    /// Those who are not eligible, the rule that was missed most narrowly first, at most `limit` of
    /// them. Within a rule in the order of the pools.
    pub(super) fn misses(&self, excluded: &Excluded, limit: usize) -> Vec<(AgentId, Verdict)> {
        type Rule = fn(&Search<'_>, u32, &Pool, &Head) -> u64;
        let rules: [(u32, Rule); 9] = [
            (excluded.sender, |search, number, pool, head| search.sort(number, pool, head).sender),
            (excluded.declined, |search, number, pool, head| {
                search.sort(number, pool, head).declined
            }),
            (excluded.at_capacity, |search, number, pool, head| {
                search.sort(number, pool, head).full
            }),
            (excluded.lacks_skill, |search, number, pool, head| {
                search.sort(number, pool, head).lacking
            }),
            (excluded.transfer_only, |_, _, pool, _| pool.members.transfer_only),
            (excluded.away, |_, _, pool, _| pool.members.away),
            (excluded.not_responding, |_, _, pool, _| pool.members.not_responding),
            (excluded.disconnected, |_, _, pool, _| pool.members.disconnected),
            (excluded.offline, |_, _, pool, _| pool.members.offline),
        ];
        let rules = rules.into_iter().filter(|(count, _)| *count > 0);
        let rows = rules.flat_map(|(_, rule)| {
            (0..).zip(self.pools()).flat_map(move |(number, (pool, head))| {
                let seats = self.roster.seats(pool);
                bits(rule(self, number, pool, head)).filter_map(|bit| Some(seats.get(bit)?.row))
            })
        });
        rows.take(limit)
            .filter_map(|row| Some((self.index.id(row)?, self.index.verdict(self.ask, row))))
            .collect()
    }

    fn pools(&self) -> impl Iterator<Item = (&'a Pool, &'a Head)> + use<'a> {
        self.roster.pools.iter().zip(&self.roster.heads)
    }

    /// A pool that has the skills: from its head, where that holds for this ask.
    fn look(&self, number: u32, pool: &Pool, head: &Head) -> Found {
        let first = if self.ask.first {
            head.online.first
        } else {
            head.online.first.min(head.transfer_only.first)
        };
        if self.prepared && first.turn >= u64::from(self.turn) && self.left_out_of(number).is_none()
        {
            let full = self.of_taking(head, |line| line.full);
            let eligible = self.present(head) - full;
            return Found {
                full,
                declined: 0,
                sender: 0,
                eligible,
                first: self.placed(first, head),
            };
        }
        let Sorted { full, declined, sender, ready, .. } = self.sort(number, pool, head);
        Found {
            full: full.count_ones(),
            declined: declined.count_ones(),
            sender: sender.count_ones(),
            eligible: ready.count_ones(),
            first: self.placed(self.first(ready, pool), head),
        }
    }

    /// Everybody of a pool who takes work, under the first rule that applies.
    fn sort(&self, number: u32, pool: &Pool, head: &Head) -> Sorted {
        let members = &pool.members;
        let taking =
            if self.ask.first { members.online } else { members.online | members.transfer_only };
        if !self.needs.met_by(head.profile) {
            return Sorted { lacking: taking, ..Sorted::default() };
        }
        let full = taking & self.full(pool);
        let left_out = self.left_out_of(number).copied().unwrap_or_default();
        let declined = taking & !full & left_out.declined;
        let sender = taking & !full & !declined & left_out.sender;
        Sorted { lacking: 0, full, declined, sender, ready: taking & !full & !declined & !sender }
    }

    fn full(&self, pool: &Pool) -> u64 {
        if self.ask.weight == self.roster.weight {
            return pool.full;
        }
        let seats = self.roster.seats(pool).iter().enumerate();
        let has_room = |seat: &Seat| {
            self.index.standings.get(seat.row as usize).is_some_and(|s| s.has_room(self.ask.weight))
        };
        seats.filter(|(_, seat)| !has_room(seat)).fold(0, |full, (bit, _)| full | 1 << bit)
    }

    fn first(&self, ready: u64, pool: &Pool) -> Key {
        let seats = self.roster.seats(pool);
        // In a round robin those from the turn on go before those who had theirs.
        let had = seats.partition_point(|seat| self.turn > 0 && seat.rank < self.turn);
        let to_come = ready & u64::MAX.checked_shl(had as u32).unwrap_or(0);
        self.order.first(if to_come == 0 { ready } else { to_come }, seats, &self.index.standings)
    }

    /// The key of the first of a pool, or of anybody in it, as this ask sees it.
    fn placed(&self, mut key: Key, head: &Head) -> Key {
        if key.is_nobody() {
            return key;
        }
        match self.ask.strategy {
            Strategy::BestSkilled => {
                key.misfit = Key::NOBODY.misfit - 1 - self.needs.score(head.profile)
            }
            // Ranks are 32 bits wide: who had their turn comes after the last rank.
            Strategy::RoundRobin => key.turn = u64::from((key.turn as u32).wrapping_sub(self.turn)),
            Strategy::LeastLoaded
            | Strategy::LongestIdle
            | Strategy::Ordered
            | Strategy::Broadcast => {}
        }
        key
    }

    fn left_out_of(&self, pool: u32) -> Option<&LeftOut> {
        let found = self.left_out.binary_search_by_key(&pool, |left_out| left_out.pool).ok()?;
        self.left_out.get(found)
    }

    fn present(&self, head: &Head) -> u32 {
        self.of_taking(head, |line| line.present)
    }

    /// Sums over the statuses that take this work.
    fn of_taking(&self, head: &Head, count: impl Fn(&Line) -> u8) -> u32 {
        u32::from(count(&head.online))
            + if self.ask.first { 0 } else { u32::from(count(&head.transfer_only)) }
    }
}
