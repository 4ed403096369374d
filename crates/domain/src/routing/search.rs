//! One ask, looked up once: what the rules say about an agent, and how this ask orders those who pass.
//!
//! Tries single agents; [`super::sweep`] tries those of a whole pool at once.

use alloc::{vec, vec::Vec};

use super::{
    Ask, Choice, RoutingIndex,
    order::{Key, Order, Seat},
    roster::{Place, Roster},
    row::Row,
    rules::{Counts, Rule},
    skills::Needs,
};
use crate::{config::Strategy, explain::Verdict, ids::AgentId, view::staff::AgentStatus};

pub(super) struct Search<'a> {
    pub(super) index: &'a RoutingIndex,
    pub(super) roster: &'a Roster,
    pub(super) ask: &'a Ask<'a>,
    pub(super) order: Order,
    pub(super) needs: Needs<'a>,
    /// Round robin: the rank whose turn it is.
    pub(super) turn: u32,
    /// Who is judged by name, by pool.
    pub(super) named: Vec<Named>,
    /// The sender, unless nobody else could take it.
    sender: Option<AgentId>,
}

/// Members of one pool who are judged by name: left out, or with room where others in their stead have none.
#[derive(Clone, Copy, Default)]
pub(super) struct Named {
    pub(super) pool: u32,
    pub(super) roomy: u64,
    pub(super) not_listed: u64,
    pub(super) declined: u64,
    pub(super) sender: u64,
}

impl<'a> Search<'a> {
    /// None if there is no such queue.
    pub(super) fn new(index: &'a RoutingIndex, ask: &'a Ask<'a>) -> Option<Self> {
        let number = *index.queues.get(&ask.queue)?;
        let roster = index.rosters.get(number as usize)?;
        let place = |agent| index.place(index.row_of(agent)?, number);
        let turn = match ask.strategy {
            Strategy::RoundRobin => ask
                .after
                .and_then(place)
                .and_then(|after| roster.rank(after))
                .map_or(0, |rank| rank + 1),
            Strategy::LeastLoaded | Strategy::LongestIdle | Strategy::BestSkilled => 0,
            Strategy::Ordered | Strategy::Broadcast => 0,
        };
        let declined =
            ask.declined.iter().filter_map(|(agent, _)| place(*agent)).map(Named::declined);
        let present = ask.present.iter().copied().filter_map(place).map(Named::sender);
        let room_for = |(agent, _): &(AgentId, u32)| {
            let standing = index.standing(*agent)?;
            standing.has_room(ask.units_of(*agent)).then(|| place(*agent))?.map(Named::roomy)
        };
        let holding = ask.holding.iter().filter_map(room_for);
        let mut named: Vec<Named> = declined.chain(present).chain(holding).collect();
        if let Some(only) = ask.only {
            named.extend(Named::but(only.iter().copied().filter_map(place), roster));
        }
        let mut search = Self {
            index,
            roster,
            ask,
            order: Order::from(ask.strategy),
            needs: index.profiles.needs(ask.needs),
            turn,
            named: Vec::new(),
            sender: None,
        };
        search.sender = ask.sender.filter(|sender| search.another_could_take_it(*sender));
        named.extend(search.sender.and_then(place).map(Named::sender));
        search.named = Named::by_pool(named);
        Some(search)
    }

    /// Whether somebody else of the queue who is online may be asked for it: at once, or when they have room
    /// or their cool-down ends. What keeps out the others does not pass by itself.
    fn another_could_take_it(&self, sender: AgentId) -> bool {
        let ask = self.ask;
        (0..).zip(&self.roster.pools).any(|(number, pool)| {
            let online = pool.members.online | pool.members.transfer_only;
            let skilled = online & !self.lacking(number, pool, online);
            self.members(pool, skilled).any(|(seat, member)| {
                self.index.id(seat.row).is_some_and(|other| {
                    other != sender
                        && !ask.present.contains(&other)
                        && ask.only.is_none_or(|only| only.contains(&other))
                        && member.standing().capacity >= ask.units_of(other)
                })
            })
        })
    }

    pub(super) fn choose(&self) -> Choice {
        let mut counts = Counts::default();
        let best = self.best(&mut counts);
        Choice {
            agent: self.index.id(best.row),
            eligible: counts.eligible(),
            excluded: counts.excluded(),
        }
    }

    /// The eligible in the order they would be chosen, at most `limit` of them.
    pub(super) fn ranked(&self, limit: usize) -> Vec<AgentId> {
        let mut keys = self.foremost(limit);
        if keys.len() > limit {
            keys.select_nth_unstable(limit);
            keys.truncate(limit);
        }
        keys.sort_unstable();
        keys.iter().filter_map(|key| self.index.id(key.row)).collect()
    }

    /// Those who are not eligible, the last rule first, at most `limit` of them.
    pub(super) fn misses(&self, choice: &Choice, limit: usize) -> Vec<(AgentId, Verdict)> {
        let rules = Rule::FROM_THE_LAST.into_iter().filter(|rule| choice.count(*rule) > 0);
        let rows = rules.flat_map(|rule| self.under(rule)).take(limit);
        rows.filter_map(|row| Some((self.index.id(row)?, self.verdict(row)?))).collect()
    }

    /// What the rules say about a member: the first that applies.
    pub(super) fn verdict(&self, row: u32) -> Option<Verdict> {
        let member = self.index.rows.get(row as usize)?;
        let (agent, standing) = (self.index.id(row)?, member.standing());
        match standing.status {
            AgentStatus::Offline => return Some(Verdict::Offline),
            AgentStatus::Disconnected => return Some(Verdict::Disconnected),
            AgentStatus::NotResponding => return Some(Verdict::NotResponding),
            AgentStatus::Away => return Some(Verdict::Away),
            AgentStatus::TransferOnly if self.ask.first => return Some(Verdict::TransferOnly),
            AgentStatus::TransferOnly | AgentStatus::Online => {}
        }
        if let Some((skill, level)) = self.needs.lacking(member.profile) {
            return Some(Verdict::LacksSkill { skill, level });
        }
        if !standing.has_room(self.ask.units_of(agent)) {
            return Some(Verdict::AtCapacity { load: standing.load, capacity: standing.capacity });
        }
        if self.ask.only.is_some_and(|only| !only.contains(&agent)) {
            return Some(Verdict::NotListed);
        }
        if let Some((_, at)) = self.ask.declined.iter().find(|(declined, _)| *declined == agent) {
            return Some(Verdict::Declined { at: *at });
        }
        let sender = self.sender == Some(agent) || self.ask.present.contains(&agent);
        Some(if sender { Verdict::Sender } else { Verdict::Eligible })
    }

    pub(super) fn key(&self, seat: &Seat, member: &Row) -> Key {
        self.placed(self.order.key(seat, member), member.profile)
    }

    /// A key of the roster's order as this ask sees it.
    pub(super) fn placed(&self, mut key: Key, profile: u32) -> Key {
        match self.ask.strategy {
            Strategy::BestSkilled if !key.is_nobody() => {
                key.lead = u64::from(u32::MAX - self.needs.score(profile));
            }
            // Ranks are 32 bits wide: who had their turn comes after the last rank.
            Strategy::RoundRobin if !key.is_nobody() => {
                key.turn = u64::from((key.turn as u32).wrapping_sub(self.turn));
            }
            Strategy::BestSkilled | Strategy::RoundRobin => {}
            Strategy::LeastLoaded | Strategy::Broadcast => {}
            Strategy::LongestIdle | Strategy::Ordered => {}
        }
        key
    }
}

impl Named {
    fn declined(place: Place) -> Self {
        Self { pool: place.pool, declined: place.mask(), ..Self::default() }
    }

    fn sender(place: Place) -> Self {
        Self { pool: place.pool, sender: place.mask(), ..Self::default() }
    }

    fn roomy(place: Place) -> Self {
        Self { pool: place.pool, roomy: place.mask(), ..Self::default() }
    }

    /// Everybody but those listed.
    fn but(listed: impl Iterator<Item = Place>, roster: &Roster) -> impl Iterator<Item = Self> {
        let mut not_listed = vec![u64::MAX; roster.pools.len()];
        for place in listed {
            if let Some(pool) = not_listed.get_mut(place.pool as usize) {
                *pool &= !place.mask();
            }
        }
        (0..).zip(not_listed).map(|(pool, not_listed)| Self { pool, not_listed, ..Self::default() })
    }

    fn by_pool(mut named: Vec<Self>) -> Vec<Self> {
        named.sort_unstable_by_key(|named| named.pool);
        named.dedup_by(|next, kept| {
            let same = next.pool == kept.pool;
            if same {
                kept.roomy |= next.roomy;
                kept.not_listed |= next.not_listed;
                kept.declined |= next.declined;
                kept.sender |= next.sender;
            }
            same
        });
        named
    }
}
