//! The ids of what histories speak of: the same over all imports into a workspace.

use std::collections::BTreeMap;

use domain::{
    history::{FIRST_ID, HistoryNames, HistoryQueue},
    ids::{AgentId, QueueId},
};

/// Every queue and agent of the histories of a workspace, and which of them the journal does not know yet.
#[derive(Debug, Default)]
pub struct Names {
    zone: String,
    queues: BTreeMap<(String, u8), QueueId>,
    agents: BTreeMap<String, AgentId>,
    fresh: HistoryNames,
}

impl Names {
    /// Takes in what the journal says, in its order.
    pub fn learn(&mut self, names: &HistoryNames) {
        self.zone.clone_from(&names.zone);
        self.fresh.zone.clone_from(&names.zone);
        for (id, queue) in &names.queues {
            self.queues.insert((queue.name.clone(), queue.tier), *id);
        }
        self.agents.extend(names.agents.iter().map(|(id, name)| (name.clone(), *id)));
    }

    /// The zone of the days of what follows.
    pub fn set_zone(&mut self, zone: &str) {
        zone.clone_into(&mut self.fresh.zone);
    }

    /// A queue by its name and tier: one that is served at two tiers is two.
    pub fn queue(&mut self, name: &str, tier: u8) -> QueueId {
        let next = QueueId(FIRST_ID + self.queues.len() as u64);
        let fresh = &mut self.fresh;
        *self.queues.entry((name.to_owned(), tier)).or_insert_with(|| {
            fresh.queues.insert(next, HistoryQueue { name: name.to_owned(), tier });
            next
        })
    }

    pub fn agent(&mut self, name: &str) -> AgentId {
        let next = AgentId(FIRST_ID + self.agents.len() as u64);
        let fresh = &mut self.fresh;
        *self.agents.entry(name.to_owned()).or_insert_with(|| {
            fresh.agents.insert(next, name.to_owned());
            next
        })
    }

    /// What the journal has to be told before it is told of these.
    pub fn fresh(&mut self) -> Option<HistoryNames> {
        let known = self.fresh.queues.is_empty() && self.fresh.agents.is_empty();
        if known && self.fresh.zone == self.zone {
            return None;
        }
        self.zone.clone_from(&self.fresh.zone);
        let rest = HistoryNames { zone: self.zone.clone(), ..HistoryNames::default() };
        Some(std::mem::replace(&mut self.fresh, rest))
    }
}
