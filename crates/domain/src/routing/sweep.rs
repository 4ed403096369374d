//! One ask put to whole pools: the rules and their order are those of `Search::verdict`, taken for up
//! to 64 agents at once.
//!
//! In a long list pools are tried for skills and their first agents compared; single agents are looked
//! at only where somebody of a pool is judged by name, or the turn of a round robin is within it.

use alloc::{vec, vec::Vec};

use super::{
    order::{Key, Order, Seat},
    roster::{Line, Lines, Pool, bits},
    row::Row,
    rules::{Counts, Rule},
    search::{Named, Search},
};

/// Members of a pool who take work: whom the first rule that applies excludes, and who is left.
struct Sorted {
    lacking: u64,
    full: u64,
    not_listed: u64,
    declined: u64,
    sender: u64,
    ready: u64,
}

/// The members of a pool who stand in one of its lines.
type Members = fn(&Pool) -> u64;

/// Whether a profile has the skills; every one has if none is needed.
fn has(met: &Option<Vec<bool>>, profile: u32) -> bool {
    met.as_ref().is_none_or(|met| met.get(profile as usize).copied().unwrap_or(false))
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
        // Summed up beside the counts: adding to them line by line costs as much as all the rest.
        let (mut lacking, mut full, mut eligible) = (0, 0, 0);
        let met = self.needs.met();
        for (lines, members) in self.lines_asked(lines) {
            for (number, line) in (0..).zip(lines) {
                if !has(&met, line.profile) {
                    lacking += u32::from(line.present);
                } else if self.holds(number, line) {
                    full += u32::from(line.full);
                    eligible += u32::from(line.present - line.full);
                    best = best.min(self.placed(line.first, line.profile));
                } else if let Some(pool) = self.roster.pools.get(number as usize) {
                    best = best.min(self.look(number, pool, members(pool), counts));
                }
            }
        }
        counts.add(Rule::LacksSkill, lacking);
        counts.add(Rule::AtCapacity, full);
        counts.add(Rule::Eligible, eligible);
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
        let met = self.needs.met();
        let mut firsts = vec![Key::NOBODY; self.roster.pools.len()];
        for (lines, members) in self.lines_asked(lines) {
            for ((number, line), first) in (0..).zip(lines).zip(&mut firsts) {
                if has(&met, line.profile) {
                    *first = (*first).min(self.first(number, line, members));
                }
            }
        }
        let firsts = firsts.into_iter().zip(&self.roster.pools).zip(0..);
        let mut firsts: Vec<(Key, u32, &Pool)> = firsts
            .filter(|((first, _), _)| !first.is_nobody())
            .map(|((first, pool), number)| (first, number, pool))
            .collect();
        // Whoever is among the first n sits in one of the n pools with the best first, and does not
        // stand behind the last of those.
        let mut last = Key::NOBODY;
        if firsts.len() > limit {
            last = firsts
                .select_nth_unstable_by_key(limit.saturating_sub(1), |(first, ..)| *first)
                .1
                .0;
            firsts.truncate(limit);
        }
        let keys = firsts.into_iter().flat_map(|(_, number, pool)| {
            self.keys(pool, self.sort(number, pool, self.taking(pool)).ready)
        });
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
                Rule::NotListed => sort().not_listed,
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

    /// The lines of each status that takes this conversation, with the members who stand in them.
    fn lines_asked<'l>(&self, lines: &'l Lines) -> impl Iterator<Item = (&'l [Line], Members)> {
        let online: (&[Line], Members) = (&lines.online, |pool| pool.members.online);
        let transfer_only: (&[Line], Members) =
            (&lines.transfer_only, |pool| pool.members.transfer_only);
        [online, transfer_only].into_iter().take(if self.ask.first { 1 } else { 2 })
    }

    /// Whether what is kept of a line is the answer to this ask.
    fn holds(&self, number: u32, line: &Line) -> bool {
        line.first.turn >= u64::from(self.turn) && self.named_in(number).is_none()
    }

    fn first(&self, number: u32, line: &Line, members: Members) -> Key {
        if self.holds(number, line) {
            return self.placed(line.first, line.profile);
        }
        let pool = self.roster.pools.get(number as usize);
        pool.map_or(Key::NOBODY, |pool| {
            self.first_of(pool, self.sort(number, pool, members(pool)).ready)
        })
    }

    /// Counts the members of a pool and finds the first.
    fn look(&self, number: u32, pool: &Pool, members: u64, counts: &mut Counts) -> Key {
        let sorted = self.sort(number, pool, members);
        counts.add(Rule::LacksSkill, sorted.lacking.count_ones());
        counts.add(Rule::AtCapacity, sorted.full.count_ones());
        counts.add(Rule::NotListed, sorted.not_listed.count_ones());
        counts.add(Rule::Declined, sorted.declined.count_ones());
        counts.add(Rule::Sender, sorted.sender.count_ones());
        counts.add(Rule::Eligible, sorted.ready.count_ones());
        self.first_of(pool, sorted.ready)
    }

    fn sort(&self, number: u32, pool: &Pool, members: u64) -> Sorted {
        let lacking = self.lacking(number, pool, members);
        let named = self.named_in(number).copied().unwrap_or_default();
        let full = members & !lacking & self.full(pool) & !named.roomy;
        let roomy = members & !lacking & !full;
        let not_listed = roomy & named.not_listed;
        let listed = roomy & !not_listed;
        let declined = listed & named.declined;
        let sender = listed & !declined & named.sender;
        Sorted { lacking, full, not_listed, declined, sender, ready: listed & !declined & !sender }
    }

    /// Who takes work of this kind.
    fn taking(&self, pool: &Pool) -> u64 {
        if self.ask.first {
            pool.members.online
        } else {
            pool.members.online | pool.members.transfer_only
        }
    }

    pub(super) fn lacking(&self, number: u32, pool: &Pool, members: u64) -> u64 {
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

    pub(super) fn members(&self, pool: &Pool, mask: u64) -> impl Iterator<Item = (&Seat, &Row)> {
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

    fn named_in(&self, pool: u32) -> Option<&Named> {
        let found = self.named.binary_search_by_key(&pool, |named| named.pool).ok()?;
        self.named.get(found)
    }
}
