//! The rules of SPEC §3 as a plain scan over all members, to hold the index against.

use std::{
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
};

use domain::{
    config::{Config, Strategy},
    explain::{Excluded, Verdict},
    ids::AgentId,
    routing::{Ask, Choice, Standing},
    view::staff::AgentStatus,
};

pub struct Oracle<'a> {
    pub config: &'a Config,
    pub standings: &'a BTreeMap<AgentId, Standing>,
}

impl Oracle<'_> {
    pub fn choose(&self, ask: &Ask<'_>) -> Choice {
        let mut excluded = Excluded::default();
        let mut eligible = 0;
        for member in self.members(ask) {
            match self.judge(ask, *member) {
                Verdict::Eligible => eligible += 1,
                Verdict::NotMember => unreachable!("a member"),
                Verdict::Offline => excluded.offline += 1,
                Verdict::Disconnected => excluded.disconnected += 1,
                Verdict::NotResponding => excluded.not_responding += 1,
                Verdict::Away => excluded.away += 1,
                Verdict::TransferOnly => excluded.transfer_only += 1,
                Verdict::LacksSkill { .. } => excluded.lacks_skill += 1,
                Verdict::AtCapacity { .. } => excluded.at_capacity += 1,
                Verdict::NotListed => excluded.not_listed += 1,
                Verdict::Declined { .. } => excluded.declined += 1,
                Verdict::Sender => excluded.sender += 1,
            }
        }
        Choice { agent: self.ranked(ask).first().copied(), eligible, excluded }
    }

    pub fn verdict(&self, ask: &Ask<'_>, agent: AgentId) -> Verdict {
        if self.members(ask).contains(&agent) { self.judge(ask, agent) } else { Verdict::NotMember }
    }

    fn judge(&self, ask: &Ask<'_>, agent: AgentId) -> Verdict {
        let Standing { status, load, capacity, .. } = self.standings[&agent];
        match status {
            AgentStatus::Offline => return Verdict::Offline,
            AgentStatus::Disconnected => return Verdict::Disconnected,
            AgentStatus::NotResponding => return Verdict::NotResponding,
            AgentStatus::Away => return Verdict::Away,
            AgentStatus::TransferOnly if ask.first => return Verdict::TransferOnly,
            AgentStatus::TransferOnly | AgentStatus::Online => {}
        }
        for (skill, level) in ask.needs {
            if self.config.agents[&agent].skills.get(skill).is_none_or(|held| held < level) {
                return Verdict::LacksSkill { skill: *skill, level: *level };
            }
        }
        let held = ask.holding.iter().find(|(holder, _)| *holder == agent);
        let units = ask.weight.saturating_sub(held.map_or(0, |(_, units)| *units));
        if capacity.saturating_sub(load) < units {
            return Verdict::AtCapacity { load, capacity };
        }
        if ask.only.is_some_and(|only| !only.contains(&agent)) {
            return Verdict::NotListed;
        }
        if let Some((_, at)) = ask.declined.iter().find(|(declined, _)| *declined == agent) {
            return Verdict::Declined { at: *at };
        }
        let another = || {
            self.members(ask).iter().any(|other| *other != agent && self.could_take(ask, *other))
        };
        if ask.present.contains(&agent) || ask.sender == Some(agent) && another() {
            return Verdict::Sender;
        }
        Verdict::Eligible
    }

    /// The eligible, the one to be chosen first.
    pub fn ranked(&self, ask: &Ask<'_>) -> Vec<AgentId> {
        let members = self.members(ask);
        let mut eligible: Vec<AgentId> = members
            .iter()
            .copied()
            .filter(|member| self.judge(ask, *member) == Verdict::Eligible)
            .collect();
        eligible.sort_by(|a, b| match ask.strategy {
            Strategy::LeastLoaded | Strategy::Broadcast => {
                self.load(*a, *b).then(self.idle(*a, *b))
            }
            Strategy::LongestIdle => self.idle(*a, *b),
            Strategy::BestSkilled => {
                self.score(ask, *b).cmp(&self.score(ask, *a)).then(self.idle(*a, *b))
            }
            // Members come by rank; the sort keeps it.
            Strategy::RoundRobin | Strategy::Ordered => Ordering::Equal,
        });
        if ask.strategy == Strategy::RoundRobin
            && let Some(last) =
                ask.after.and_then(|after| members.iter().position(|member| *member == after))
        {
            let had_their_turn: BTreeSet<AgentId> = members[..=last].iter().copied().collect();
            eligible.sort_by_key(|agent| had_their_turn.contains(agent));
        }
        eligible
    }

    pub fn members(&self, ask: &Ask<'_>) -> &[AgentId] {
        &self.config.queues[&ask.queue].members
    }

    /// Nothing that lasts keeps the agent from being asked: no room and a cool-down pass.
    fn could_take(&self, ask: &Ask<'_>, agent: AgentId) -> bool {
        let (Standing { status, capacity, .. }, skills) =
            (self.standings[&agent], &self.config.agents[&agent].skills);
        let held = ask.holding.iter().find(|(holder, _)| *holder == agent);
        matches!(status, AgentStatus::Online | AgentStatus::TransferOnly)
            && ask
                .needs
                .iter()
                .all(|(skill, level)| skills.get(skill).is_some_and(|held| held >= level))
            && capacity >= ask.weight.saturating_sub(held.map_or(0, |(_, units)| *units))
            && ask.only.is_none_or(|only| only.contains(&agent))
            && !ask.present.contains(&agent)
    }

    fn load(&self, a: AgentId, b: AgentId) -> Ordering {
        let (a, b) = (self.standings[&a], self.standings[&b]);
        // Full is full, however far: of those who may be asked all the same the longest idle goes first.
        let full = |of: Standing| of.load >= of.capacity;
        if full(a) || full(b) {
            return full(a).cmp(&full(b));
        }
        (u64::from(a.load) * u64::from(b.capacity))
            .cmp(&(u64::from(b.load) * u64::from(a.capacity)))
    }

    fn idle(&self, a: AgentId, b: AgentId) -> Ordering {
        (self.standings[&a].idle_since, a).cmp(&(self.standings[&b].idle_since, b))
    }

    fn score(&self, ask: &Ask<'_>, agent: AgentId) -> u32 {
        let skills = &self.config.agents[&agent].skills;
        ask.needs.keys().map(|skill| skills.get(skill).map_or(0, |level| u32::from(*level))).sum()
    }
}
