//! The derived side of the desk: lines, loads, deadlines, and who has to do with what.
//!
//! Never journaled and never in a snapshot; rebuilt from the state it follows from. Knows no rules.

mod footprint;
mod line;

use alloc::collections::{BTreeMap, BTreeSet};

pub(crate) use footprint::{Footprint, stakes};
pub(crate) use line::{InLine, Line, LineKey, needs, needs_at_first};

use footprint::Stake;

use crate::{
    clock::{self, Deadline},
    config::{self, Config},
    ids::{AgentId, ConversationId, OfferId, QueueId, TeamId, Timestamp, VisitorId},
    routing::{RoutingIndex, Standing},
    state::{Agent, Seeker, State},
};

#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    pub routing: RoutingIndex,
    pub deadlines: BTreeSet<(Timestamp, Deadline)>,
    pub lines: BTreeMap<QueueId, Line>,
    /// The head of each line that has one, so that an agent's first is found without a look at every queue.
    pub heads: BTreeSet<(LineKey, QueueId)>,
    pub work: BTreeMap<AgentId, Work>,
    pub offers: BTreeMap<OfferId, Seeker>,
    /// Every conversation of a visitor in memory, the closed ones included.
    pub visitors: BTreeMap<VisitorId, BTreeSet<ConversationId>>,
    /// Messages that were left in a queue and wait for an answer.
    pub messages: BTreeMap<QueueId, BTreeSet<ConversationId>>,
    /// Supervisors and admins: the few whom a conversation may concern without a stake in it.
    pub overseers: BTreeSet<AgentId>,
    /// Teams that members of a queue belong to.
    pub teams: BTreeMap<QueueId, BTreeSet<TeamId>>,
    /// What `settle` has yet to look at.
    pub dirty: Dirty,
}

/// What one agent has to do with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Work {
    /// Units in use (invariant I3).
    pub load: u32,
    /// Every conversation they have a stake in, with its units.
    pub conversations: BTreeMap<ConversationId, u32>,
    /// Those that their next room is meant for.
    pub kept: BTreeSet<ConversationId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Dirty {
    pub conversations: BTreeSet<ConversationId>,
    /// Looked at, and waiting for an agent to be found.
    pub unplaced: BTreeSet<Seeker>,
    pub agents: BTreeSet<AgentId>,
}

impl Index {
    /// Everything anew. All of it counts as dirty: a configuration may change what follows for anybody.
    pub fn rebuild(state: &State, config: &Config) -> Self {
        let mut index = Self::default();
        for (id, agent) in &state.agents {
            index.deadlines.extend(clock::of_agent(*id, agent));
        }
        index.deadlines.extend(clock::of_hours(state, config));
        for (id, conversation) in &state.conversations {
            let footprint = Footprint::of(conversation, config);
            index.deadlines.extend(&footprint.deadlines);
            index.put(*id, &footprint);
        }
        index.routing = RoutingIndex::rebuild(
            config,
            state.agents.iter().map(|(id, agent)| (*id, index.standing(*id, agent, config))),
        );
        let oversees =
            |agent: &config::Agent| agent.roles.admin || !agent.roles.supervises.is_empty();
        let overseers = config.agents.iter().filter(|(_, agent)| oversees(agent));
        index.overseers = overseers.map(|(id, _)| *id).collect();
        for (id, queue) in &config.queues {
            let teams = queue.members.iter().filter_map(|member| config.agents.get(member));
            index.teams.insert(*id, teams.flat_map(|agent| agent.teams.iter().copied()).collect());
        }
        index.dirty.conversations = state.conversations.keys().copied().collect();
        index.dirty.agents = state.agents.keys().copied().collect();
        index
    }

    /// Takes note of how one conversation has changed.
    pub fn replace(&mut self, id: ConversationId, before: &Footprint, after: &Footprint) {
        self.redate(&before.deadlines, &after.deadlines);
        let same = before.lines == after.lines
            && before.stakes == after.stakes
            && before.kept_for == after.kept_for
            && before.offers == after.offers
            && before.visitor == after.visitor
            && before.message == after.message;
        if !same {
            self.take(id, before);
            self.put(id, after);
        }
    }

    pub fn redate(&mut self, before: &[(Timestamp, Deadline)], after: &[(Timestamp, Deadline)]) {
        if before != after {
            before.iter().for_each(|due| {
                self.deadlines.remove(due);
            });
            self.deadlines.extend(after);
        }
    }

    fn put(&mut self, id: ConversationId, footprint: &Footprint) {
        for place in &footprint.lines {
            self.change_line(place.queue, |line| line.insert(place));
        }
        for Stake { agent, units } in &footprint.stakes {
            let work = self.work.entry(*agent).or_default();
            work.conversations.insert(id, *units);
            work.load = work.load.saturating_add(*units);
        }
        if let Some(agent) = footprint.kept_for {
            self.work.entry(agent).or_default().kept.insert(id);
        }
        self.offers.extend(footprint.offers.iter().copied());
        if let Some(visitor) = footprint.visitor {
            self.visitors.entry(visitor).or_default().insert(id);
        }
        if let Some(queue) = footprint.message {
            self.messages.entry(queue).or_default().insert(id);
        }
    }

    fn take(&mut self, id: ConversationId, footprint: &Footprint) {
        for place in &footprint.lines {
            self.change_line(place.queue, |line| line.remove(place));
        }
        for Stake { agent, units } in &footprint.stakes {
            if let Some(work) = self.work.get_mut(agent) {
                work.conversations.remove(&id);
                work.kept.remove(&id);
                work.load = work.load.saturating_sub(*units);
                if work.conversations.is_empty() {
                    self.work.remove(agent);
                }
            }
        }
        for (offer, _) in &footprint.offers {
            self.offers.remove(offer);
        }
        if let Some(visitor) = footprint.visitor
            && let Some(theirs) = self.visitors.get_mut(&visitor)
        {
            theirs.remove(&id);
            if theirs.is_empty() {
                self.visitors.remove(&visitor);
            }
        }
        if let Some(queue) = footprint.message
            && let Some(left) = self.messages.get_mut(&queue)
        {
            left.remove(&id);
            if left.is_empty() {
                self.messages.remove(&queue);
            }
        }
    }

    fn change_line(&mut self, queue: QueueId, change: impl FnOnce(&mut Line)) {
        let line = self.lines.entry(queue).or_default();
        let before = line.head();
        change(line);
        let after = line.head();
        if line.standing.is_empty() {
            self.lines.remove(&queue);
        }
        if before != after {
            before.map(|head| self.heads.remove(&(head, queue)));
            self.heads.extend(after.map(|head| (head, queue)));
        }
    }

    pub fn load(&self, agent: AgentId) -> u32 {
        self.work.get(&agent).map_or(0, |work| work.load)
    }

    pub fn standing(&self, id: AgentId, agent: &Agent, config: &Config) -> Standing {
        Standing {
            status: agent.status(),
            load: self.load(id),
            capacity: config.agents.get(&id).map_or(0, |agent| agent.capacity),
            idle_since: agent.owner_since,
        }
    }
}
