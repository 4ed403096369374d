//! One ask put to whole pools: the rules and their order are those of `Search::verdict`, taken for up
//! to 64 agents at once.
//!
//! In a long list pools are tried for skills and their first agents compared; single agents are looked
//! at only where somebody of a pool is left out by name, or the turn of a round robin is within it.

use alloc::vec::Vec;

use super::{
    order::{Key, Order, Seat},
    roster::{Line, Lines, Pool, bits},
    row::Row,
    rules::{Counts, Rule},
    search::{LeftOut, Search},
};

/// Members of a pool who take work: whom the first rule that applies excludes, and who is left.
struct Sorted {
    lacking: u64,
    full: u64,
    declined: u64,
    sender: u64,
    ready: u64,
}

/// A line, its pool, and the members who stand in it.
#[derive(Clone, Copy)]
struct Stand<'a> {
    number: u32,
    pool: &'a Pool,
    line: &'a Line,
    members: u64,
}

impl Search<'_> {
    /// Who is chosen, and how many come under each rule.
    pub(super) fn best(&self, counts: &mut Counts) -> Key {
        let members = &self.roster.count;
        counts.add(Rule::Offline, members.offline);
        counts.add(Rule::Disconnected, members.disconnected);
        counts.add(Rule::NotResponding, members.not_responding);
        counts.add(Rule::Away, members.away);
        if self.ask.first {
            counts.add(Rule::TransferOnly, members.transfer_only);
        }
        let mut best = Key::NOBODY;
        let Some(lines) = self.lines() else {
            for (number, pool) in (0..).zip(&self.roster.pools) {
                best = best.min(self.look(number, pool, self.taking(pool), counts));
            }
            return best;
        };
        for stand in self.stands(lines) {
            let line = stand.line;
            if !self.needs.met_by(line.profile) {
                counts.add(Rule::LacksSkill, u32::from(line.present));
            } else if self.holds(stand) {
                counts.add(Rule::AtCapacity, u32::from(line.full));
                counts.add(Rule::Eligible, u32::from(line.present - line.full));
                best = best.min(self.first(stand));
            } else {
                best = best.min(self.look(stand.number, stand.pool, stand.members, counts));
            }
        }
        best
    }

    /// The keys of the eligible, at least those of the first `limit`; in no order.
    pub(super) fn foremost(&self, limit: usize) -> Vec<Key> {
        let Some(lines) = self.lines() else {
            let pools = (0..).zip(&self.roster.pools);
            return pools
                .flat_map(|(number, pool)| {
                    self.keys(pool, self.sort(number, pool, self.taking(pool)).ready)
                })
                .collect();
        };
        let mut stands: Vec<(Key, Stand<'_>)> = self
            .stands(lines)
            .map(|stand| (self.first(stand), stand))
            .filter(|(first, _)| !first.is_nobody())
            .collect();
        // Whoever is among the first n stands in one of the n lines with the best first, and not
        // behind the last of those.
        let mut last = Key::NOBODY;
        if stands.len() > limit {
            last =
                stands.select_nth_unstable_by_key(limit.saturating_sub(1), |(first, _)| *first).1.0;
            stands.truncate(limit);
        }
        let keys = stands.iter().flat_map(|(_, stand)| self.keys(stand.pool, self.ready(*stand)));
        keys.filter(|key| *key <= last).collect()
    }

    /// The members who come under a rule, in the order of the pools.
    pub(super) fn under(&self, rule: Rule) -> impl Iterator<Item = u32> {
        (0..).zip(&self.roster.pools).flat_map(move |(number, pool)| {
            let sort = || self.sort(number, pool, self.taking(pool));
            let under = match rule {
                Rule::Offline => pool.members.offline,
                Rule::Disconnected => pool.members.disconnected,
                Rule::NotResponding => pool.members.not_responding,
                Rule::Away => pool.members.away,
                Rule::TransferOnly => pool.members.transfer_only,
                Rule::LacksSkill => sort().lacking,
                Rule::AtCapacity => sort().full,
                Rule::Declined => sort().declined,
                Rule::Sender => sort().sender,
                Rule::Eligible => sort().ready,
            };
            self.members(pool, under).map(|(seat, _)| seat.row)
        })
    }

    /// The lines, if they are kept in the order and for the weight that is asked.
    fn lines(&self) -> Option<&Lines> {
        let kept = self.order == self.roster.order && self.ask.weight == self.roster.weight;
        self.roster.lines.as_ref().filter(|_| kept)
    }

    /// Every line whose members may take this conversation.
    fn stands<'s>(&'s self, lines: &'s Lines) -> impl Iterator<Item = Stand<'s>> {
        let pools = &self.roster.pools;
        let transfer_only = if self.ask.first { &[] } else { lines.transfer_only.as_slice() };
        let online = (0..).zip(pools).zip(&lines.online);
        let online = online.map(|((number, pool), line)| Stand {
            number,
            pool,
            line,
            members: pool.members.online,
        });
        let transfer_only = (0..).zip(pools).zip(transfer_only);
        online.chain(transfer_only.map(|((number, pool), line)| Stand {
            number,
            pool,
            line,
            members: pool.members.transfer_only,
        }))
    }

    /// Whether what is kept of a line is the answer to this ask.
    fn holds(&self, stand: Stand<'_>) -> bool {
        stand.line.first.turn >= u64::from(self.turn) && self.left_out_of(stand.number).is_none()
    }

    fn first(&self, stand: Stand<'_>) -> Key {
        let Line { first, profile, .. } = *stand.line;
        if first.is_nobody() || !self.needs.met_by(profile) {
            return Key::NOBODY;
        }
        if self.holds(stand) {
            self.placed(first, profile)
        } else {
            self.first_of(stand.pool, self.ready(stand))
        }
    }

    fn ready(&self, stand: Stand<'_>) -> u64 {
        self.sort(stand.number, stand.pool, stand.members).ready
    }

    /// Counts the members of a pool and finds the first.
    fn look(&self, number: u32, pool: &Pool, members: u64, counts: &mut Counts) -> Key {
        let sorted = self.sort(number, pool, members);
        counts.add(Rule::LacksSkill, sorted.lacking.count_ones());
        counts.add(Rule::AtCapacity, sorted.full.count_ones());
        counts.add(Rule::Declined, sorted.declined.count_ones());
        counts.add(Rule::Sender, sorted.sender.count_ones());
        counts.add(Rule::Eligible, sorted.ready.count_ones());
        self.first_of(pool, sorted.ready)
    }

    fn sort(&self, number: u32, pool: &Pool, members: u64) -> Sorted {
        let lacking = self.lacking(number, pool, members);
        let full = members & !lacking & self.full(pool);
        let roomy = members & !lacking & !full;
        let left_out = self.left_out_of(number).copied().unwrap_or_default();
        let declined = roomy & left_out.declined;
        let sender = roomy & !declined & left_out.sender;
        Sorted { lacking, full, declined, sender, ready: roomy & !declined & !sender }
    }

    /// Who takes work of this kind.
    fn taking(&self, pool: &Pool) -> u64 {
        if self.ask.first {
            pool.members.online
        } else {
            pool.members.online | pool.members.transfer_only
        }
    }

    fn lacking(&self, number: u32, pool: &Pool, members: u64) -> u64 {
        if self.needs.none() {
            return 0;
        }
        match self.roster.lines.as_ref().and_then(|lines| lines.online.get(number as usize)) {
            Some(alike) if self.needs.met_by(alike.profile) => 0,
            Some(_) => members,
            None => self.collect(pool, members, |member| !self.needs.met_by(member.profile)),
        }
    }

    fn full(&self, pool: &Pool) -> u64 {
        if self.ask.weight == self.roster.weight {
            return pool.full;
        }
        self.collect(pool, u64::MAX, |member| !member.standing().has_room(self.ask.weight))
    }

    /// Who stands first among the seats of a pool whose bits are set.
    fn first_of(&self, pool: &Pool, ready: u64) -> Key {
        match self.order {
            Order::Load | Order::Idle => self.keys(pool, ready).fold(Key::NOBODY, Key::min),
            Order::Rank => {
                // The seats of a pool are by rank; in a round robin those from the turn on go first.
                let had = self.roster.seats(pool).partition_point(|seat| seat.rank < self.turn);
                let to_come = ready & u64::MAX.checked_shl(had as u32).unwrap_or(0);
                self.keys(pool, if to_come == 0 { ready } else { to_come })
                    .next()
                    .unwrap_or(Key::NOBODY)
            }
        }
    }

    fn keys(&self, pool: &Pool, ready: u64) -> impl Iterator<Item = Key> {
        self.members(pool, ready).map(|(seat, member)| self.key(seat, member))
    }

    fn members(&self, pool: &Pool, mask: u64) -> impl Iterator<Item = (&Seat, &Row)> {
        let seats = self.roster.seats(pool);
        bits(mask).filter_map(|bit| {
            let seat = seats.get(bit)?;
            Some((seat, self.index.rows.get(seat.row as usize)?))
        })
    }

    /// The members of whom something is true.
    fn collect(&self, pool: &Pool, members: u64, is: impl Fn(&Row) -> bool) -> u64 {
        let seats = self.roster.seats(pool);
        bits(members).fold(0, |found, bit| {
            let member = seats.get(bit).and_then(|seat| self.index.rows.get(seat.row as usize));
            found | u64::from(member.is_some_and(&is)) << bit
        })
    }

    fn left_out_of(&self, pool: u32) -> Option<&LeftOut> {
        let found = self.left_out.binary_search_by_key(&pool, |left_out| left_out.pool).ok()?;
        self.left_out.get(found)
    }
}
