//! Who gets the next conversation of a queue (SPEC §3), found without looking at every agent.
//!
//! Derived from the configuration and the standing of the agents; never journaled or serialised.
//! Does not know conversations, offers or waits: the caller says in an [`Ask`] what is needed and who
//! is out of the question, and tells the index when an agent's standing has changed.

use alloc::{collections::BTreeMap, vec::Vec};

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
    /// Who declined and is not asked again at this moment.
    pub declined: &'a [(AgentId, Timestamp)],
    /// Who sent it here; left out unless nobody else of the queue is online.
    pub sender: Option<AgentId>,
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

/// The members of every queue, ready to be chosen from.
#[derive(Debug, Clone, Default)]
pub struct RoutingIndex {
    agents: BTreeMap<AgentId, Entry>,
    queues: BTreeMap<QueueId, Vec<AgentId>>,
}

#[derive(Debug, Clone)]
struct Entry {
    standing: Standing,
    skills: BTreeMap<SkillId, u8>,
    queues: Vec<QueueId>,
}

impl RoutingIndex {
    /// The index of a configuration. An agent without a standing is offline.
    pub fn rebuild(config: &Config, standing: impl Iterator<Item = (AgentId, Standing)>) -> Self {
        let mut agents = BTreeMap::new();
        for (id, agent) in &config.agents {
            let standing = Standing {
                status: AgentStatus::Offline,
                load: 0,
                capacity: agent.capacity,
                idle_since: Timestamp::default(),
            };
            agents
                .insert(*id, Entry { standing, skills: agent.skills.clone(), queues: Vec::new() });
        }
        let mut queues = BTreeMap::new();
        for (id, queue) in &config.queues {
            let members: Vec<AgentId> =
                queue.members.iter().copied().filter(|a| agents.contains_key(a)).collect();
            for member in &members {
                if let Some(entry) = agents.get_mut(member) {
                    entry.queues.push(*id);
                }
            }
            queues.insert(*id, members);
        }
        let mut index = Self { agents, queues };
        for (agent, standing) in standing {
            index.set(agent, standing);
        }
        index
    }

    /// Takes note of an agent's standing; an agent who is not configured has none.
    pub fn set(&mut self, agent: AgentId, standing: Standing) {
        if let Some(entry) = self.agents.get_mut(&agent) {
            entry.standing = standing;
        }
    }

    pub fn standing(&self, agent: AgentId) -> Option<Standing> {
        self.agents.get(&agent).map(|entry| entry.standing)
    }

    /// Queues the agent serves, by id.
    pub fn queues_of(&self, agent: AgentId) -> &[QueueId] {
        self.agents.get(&agent).map_or(&[], |entry| &entry.queues)
    }

    /// The agent who should get it, with exact counts of who could and who could not.
    pub fn choose(&self, ask: &Ask<'_>) -> Choice {
        let mut choice =
            Choice { agent: self.all_eligible(ask).first().copied(), ..Choice::default() };
        for &member in self.members(ask.queue) {
            let excluded = &mut choice.excluded;
            let count = match self.eligible(ask, member) {
                Verdict::Eligible => &mut choice.eligible,
                Verdict::NotMember => continue,
                Verdict::Offline => &mut excluded.offline,
                Verdict::Disconnected => &mut excluded.disconnected,
                Verdict::NotResponding => &mut excluded.not_responding,
                Verdict::Away => &mut excluded.away,
                Verdict::TransferOnly => &mut excluded.transfer_only,
                Verdict::LacksSkill { .. } => &mut excluded.lacks_skill,
                Verdict::AtCapacity { .. } => &mut excluded.at_capacity,
                Verdict::Declined { .. } => &mut excluded.declined,
                Verdict::Sender => &mut excluded.sender,
            };
            *count += 1;
        }
        choice
    }

    /// Everybody eligible, the one to be chosen first.
    pub fn all_eligible(&self, ask: &Ask<'_>) -> Vec<AgentId> {
        let members = self.members(ask.queue);
        let last = ask.after.and_then(|after| members.iter().position(|member| *member == after));
        let mut found: Vec<_> = members
            .iter()
            .enumerate()
            .filter(|(_, member)| self.eligible(ask, **member) == Verdict::Eligible)
            .filter_map(|(rank, member)| Some((rank, *member, self.agents.get(member)?)))
            .collect();
        found.sort_by(|(rank, a, left), (other, b, right)| {
            let (one, two) = (left.standing, right.standing);
            let first = match ask.strategy {
                Strategy::LeastLoaded | Strategy::Broadcast => (u64::from(one.load)
                    * u64::from(two.capacity))
                .cmp(&(u64::from(two.load) * u64::from(one.capacity))),
                Strategy::LongestIdle => core::cmp::Ordering::Equal,
                Strategy::BestSkilled => levels(right, ask).cmp(&levels(left, ask)),
                Strategy::RoundRobin => (last.is_some_and(|last| *rank <= last), rank)
                    .cmp(&(last.is_some_and(|last| *other <= last), other)),
                Strategy::Ordered => rank.cmp(other),
            };
            first.then(one.idle_since.cmp(&two.idle_since)).then(a.cmp(b))
        });
        found.into_iter().map(|(_, member, _)| member).collect()
    }

    /// What the rules say about one agent: the first that applies, in the order they are counted.
    pub fn eligible(&self, ask: &Ask<'_>, agent: AgentId) -> Verdict {
        let Some(entry) = self.agents.get(&agent).filter(|entry| entry.queues.contains(&ask.queue))
        else {
            return Verdict::NotMember;
        };
        let standing = entry.standing;
        match standing.status {
            AgentStatus::Offline => return Verdict::Offline,
            AgentStatus::Disconnected => return Verdict::Disconnected,
            AgentStatus::NotResponding => return Verdict::NotResponding,
            AgentStatus::Away => return Verdict::Away,
            AgentStatus::TransferOnly if ask.first => return Verdict::TransferOnly,
            AgentStatus::TransferOnly | AgentStatus::Online => {}
        }
        for (&skill, &level) in ask.needs {
            if entry.skills.get(&skill).is_none_or(|held| *held < level) {
                return Verdict::LacksSkill { skill, level };
            }
        }
        let Standing { load, capacity, .. } = standing;
        if capacity.saturating_sub(load) < ask.weight {
            return Verdict::AtCapacity { load, capacity };
        }
        if let Some((_, at)) = ask.declined.iter().find(|(who, _)| *who == agent) {
            return Verdict::Declined { at: *at };
        }
        if ask.sender == Some(agent)
            && self.members(ask.queue).iter().any(|other| *other != agent && self.online(*other))
        {
            return Verdict::Sender;
        }
        Verdict::Eligible
    }

    /// The choice with its reasons: the runners-up, then those who missed it most narrowly.
    pub fn explanation(&self, ask: &Ask<'_>, choice: &Choice) -> Explanation {
        let mut next: Vec<_> = self
            .all_eligible(ask)
            .into_iter()
            .filter(|agent| choice.agent != Some(*agent))
            .map(|agent| (agent, Verdict::Eligible))
            .collect();
        let mut misses: Vec<_> = self
            .members(ask.queue)
            .iter()
            .map(|member| (*member, self.eligible(ask, *member)))
            .filter(|(_, verdict)| *verdict != Verdict::Eligible)
            .collect();
        misses.sort_by_key(|(_, verdict)| core::cmp::Reverse(verdict.rule()));
        next.append(&mut misses);
        next.truncate(EXPLAIN_AGENTS_MAX);
        Explanation {
            chosen: choice.agent,
            eligible: choice.eligible,
            excluded: choice.excluded,
            next,
        }
    }

    fn members(&self, queue: QueueId) -> &[AgentId] {
        self.queues.get(&queue).map_or(&[], Vec::as_slice)
    }

    fn online(&self, agent: AgentId) -> bool {
        self.standing(agent)
            .is_some_and(|s| matches!(s.status, AgentStatus::Online | AgentStatus::TransferOnly))
    }
}

fn levels(entry: &Entry, ask: &Ask<'_>) -> u32 {
    ask.needs
        .keys()
        .filter_map(|skill| entry.skills.get(skill))
        .map(|level| u32::from(*level))
        .sum()
}
