//! Who gets the next conversation of a queue (SPEC §3), found without looking at every agent.
//!
//! Derived from the configuration and the standing of the agents; never journaled or serialised.
//! Does not know conversations, offers or waits: the caller says in an [`Ask`] what is needed and who
//! is out of the question, and tells the index when an agent's standing has changed.

mod order;
mod roster;
mod row;
mod rules;
mod search;
mod skills;
mod sweep;

use alloc::{collections::BTreeMap, vec, vec::Vec};

use self::{
    order::{Order, Seat},
    roster::{Place, Roster},
    row::Row,
    search::Search,
    skills::Profiles,
};
use crate::{
    config::{Config, Strategy},
    explain::{Excluded, Explanation, Verdict},
    ids::{AgentId, QueueId, SkillId, Timestamp},
    limits::EXPLAIN_AGENTS_MAX,
    view::staff::AgentStatus,
};

/// What routing has to know of an agent at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub status: AgentStatus,
    /// Units in use (invariant I3).
    pub load: u32,
    pub capacity: u32,
    /// When the agent last became owner; the longest idle has the smallest.
    pub idle_since: Timestamp,
}

/// One conversation that looks for an agent.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    pub queue: QueueId,
    /// Every skill needed with its least level: the queue's included, relaxation applied.
    pub needs: &'a BTreeMap<SkillId, u8>,
    /// Units of capacity it takes.
    pub weight: u32,
    /// A first assignment: agents who take hand-overs only are left out.
    pub first: bool,
    /// Only these are eligible, if given.
    pub only: Option<&'a [AgentId]>,
    /// Who declined and is not asked again at this moment.
    pub declined: &'a [(AgentId, Timestamp)],
    /// Who sent it here; left out unless nobody else of the queue who is online could take it.
    pub sender: Option<AgentId>,
    /// Who is in it already, and so is never asked.
    pub present: &'a [AgentId],
    /// Who has units in use for this very conversation: it comes back into that room.
    pub holding: &'a [(AgentId, u32)],
    /// Round robin: the member chosen last.
    pub after: Option<AgentId>,
    pub strategy: Strategy,
}

/// The agent found, and how many each rule left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choice {
    pub agent: Option<AgentId>,
    /// The chosen one included.
    pub eligible: u32,
    pub excluded: Excluded,
}

impl Ask<'_> {
    /// Units of capacity it takes of an agent beside those they have in use for it.
    fn units_of(&self, agent: AgentId) -> u32 {
        let held = self.holding.iter().find(|(holder, _)| *holder == agent);
        self.weight.saturating_sub(held.map_or(0, |(_, units)| *units))
    }
}

impl Standing {
    const fn offline(capacity: u32) -> Self {
        Self { status: AgentStatus::Offline, load: 0, capacity, idle_since: Timestamp(0) }
    }

    /// Whether the status takes work at all; first assignments ask for more.
    pub const fn takes_work(&self) -> bool {
        matches!(self.status, AgentStatus::Online | AgentStatus::TransferOnly)
    }

    /// Whether one more conversation of this weight fits (invariant I3).
    pub const fn has_room(&self, weight: u32) -> bool {
        self.capacity.saturating_sub(self.load) >= weight
    }
}

/// The members of every queue, ready to be chosen from.
#[derive(Debug, Clone, Default)]
pub struct RoutingIndex {
    /// Row by row, in order.
    ids: Vec<AgentId>,
    rows: Vec<Row>,
    /// Where each row sits: the number of the roster, in order, and the place.
    places: Vec<Vec<(u32, Place)>>,
    /// The queues each row serves, in order.
    queues_of: Vec<Vec<QueueId>>,
    profiles: Profiles,
    rosters: Vec<Roster>,
    /// The number of the roster that serves each queue.
    queues: BTreeMap<QueueId, u32>,
}

impl RoutingIndex {
    /// The index of a configuration. An agent without a standing is offline.
    pub fn rebuild(config: &Config, standing: impl Iterator<Item = (AgentId, Standing)>) -> Self {
        let (profiles, numbers) = Profiles::of(config);
        let rows = config.agents.values().zip(numbers);
        let mut index = Self {
            ids: config.agents.keys().copied().collect(),
            rows: rows
                .map(|(agent, profile)| Row::new(profile, Standing::offline(agent.capacity)))
                .collect(),
            places: vec![Vec::new(); config.agents.len()],
            queues_of: vec![Vec::new(); config.agents.len()],
            profiles,
            ..Self::default()
        };
        for (agent, standing) in standing {
            index.replace(agent, standing);
        }
        index.list_members(config);
        index
    }

    /// Takes note of an agent's standing; an agent who is not configured has none.
    pub fn set(&mut self, agent: AgentId, standing: Standing) {
        let Some((row, old)) = self.replace(agent, standing) else { return };
        if old == standing {
            return;
        }
        for (number, place) in self.places.get(row as usize).into_iter().flatten() {
            if let Some(roster) = self.rosters.get_mut(*number as usize) {
                roster.leave(*place, old.status);
                roster.enter(*place, row, &self.rows);
            }
        }
    }

    pub fn standing(&self, agent: AgentId) -> Option<Standing> {
        self.rows.get(self.row_of(agent)? as usize).map(Row::standing)
    }

    /// Queues the agent serves, by id.
    pub fn queues_of(&self, agent: AgentId) -> &[QueueId] {
        self.row_of(agent)
            .and_then(|row| self.queues_of.get(row as usize))
            .map_or(&[], Vec::as_slice)
    }

    /// The agent who should get it, with exact counts of who could and who could not.
    pub fn choose(&self, ask: &Ask<'_>) -> Choice {
        Search::new(self, ask).map(|search| search.choose()).unwrap_or_default()
    }

    /// Everybody eligible, the one to be chosen first.
    pub fn all_eligible(&self, ask: &Ask<'_>) -> Vec<AgentId> {
        Search::new(self, ask).map(|search| search.ranked(usize::MAX)).unwrap_or_default()
    }

    /// What the rules say about one agent: the first that applies, in the order they are counted.
    pub fn eligible(&self, ask: &Ask<'_>, agent: AgentId) -> Verdict {
        if self.queues_of(agent).binary_search(&ask.queue).is_err() {
            return Verdict::NotMember;
        }
        let verdict = || {
            let row = self.row_of(agent)?;
            Search::new(self, ask)?.verdict(row)
        };
        verdict().unwrap_or(Verdict::NotMember)
    }

    /// The choice with its reasons: the runners-up, then those who missed it most narrowly.
    pub fn explanation(&self, ask: &Ask<'_>, choice: &Choice) -> Explanation {
        let mut next = Vec::new();
        if let Some(search) = Search::new(self, ask) {
            let ranked = search.ranked(EXPLAIN_AGENTS_MAX + 1).into_iter();
            let runners_up =
                ranked.filter(|agent| choice.agent != Some(*agent)).take(EXPLAIN_AGENTS_MAX);
            next.extend(runners_up.map(|agent| (agent, Verdict::Eligible)));
            next.extend(search.misses(choice, EXPLAIN_AGENTS_MAX - next.len()));
        }
        Explanation {
            chosen: choice.agent,
            eligible: choice.eligible,
            excluded: choice.excluded,
            next,
        }
    }

    fn list_members(&mut self, config: &Config) {
        let mut numbers = BTreeMap::new();
        for (id, queue) in &config.queues {
            let rows: Vec<u32> =
                queue.members.iter().filter_map(|member| self.row_of(*member)).collect();
            for row in &rows {
                if let Some(queues) = self.queues_of.get_mut(*row as usize) {
                    queues.push(*id);
                }
            }
            let (order, next) = (Order::from(queue.strategy), self.rosters.len() as u32);
            let number = *numbers.entry((queue.weight, order, &queue.members)).or_insert(next);
            self.queues.insert(*id, number);
            if number == next {
                let seats = (0..).zip(rows).map(|(rank, row)| Seat { row, rank }).collect();
                let roster = self.roster(queue.weight, order, seats);
                self.rosters.push(roster);
            }
        }
    }

    /// The next roster, with everybody seated.
    fn roster(&mut self, weight: u32, order: Order, seats: Vec<Seat>) -> Roster {
        let number = self.rosters.len() as u32;
        let mut roster = Roster::new(weight, order, seats, &self.rows);
        let places: Vec<(u32, Place)> = roster.places().collect();
        for (row, place) in places {
            roster.enter(place, row, &self.rows);
            if let Some(places) = self.places.get_mut(row as usize) {
                places.push((number, place));
            }
        }
        roster
    }

    /// The agent's row, and the standing they had.
    fn replace(&mut self, agent: AgentId, standing: Standing) -> Option<(u32, Standing)> {
        let number = self.row_of(agent)?;
        let row = self.rows.get_mut(number as usize)?;
        let old = row.standing();
        *row = Row::new(row.profile, standing);
        Some((number, old))
    }

    fn row_of(&self, agent: AgentId) -> Option<u32> {
        self.ids.binary_search(&agent).ok().map(|row| row as u32)
    }

    fn id(&self, row: u32) -> Option<AgentId> {
        self.ids.get(row as usize).copied()
    }

    fn place(&self, row: u32, roster: u32) -> Option<Place> {
        let places = self.places.get(row as usize)?;
        let found = places.binary_search_by_key(&roster, |(number, _)| *number).ok()?;
        places.get(found).map(|(_, place)| *place)
    }
}
