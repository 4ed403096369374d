//! What queues and agents are called in an export: by their keys, those of histories by their names, as in reports.

use domain::{
    command::Actor,
    config::{Config, Place},
    history::HistoryNames,
    ids::{AgentId, QueueId},
};

/// Of the configuration in force, and of every history.
#[derive(Debug, Default)]
pub struct Names {
    pub config: Config,
    pub histories: HistoryNames,
}

impl Names {
    /// The zone of its days.
    pub fn zone(&self) -> &str {
        match (self.config.version, self.histories.zone.as_str()) {
            (0, "") => "UTC",
            (0, zone) => zone,
            _ => &self.config.zone,
        }
    }

    pub fn queue(&self, id: QueueId) -> String {
        let known = self.config.queues.get(&id).map(|queue| &queue.key);
        let imported = || self.histories.queues.get(&id).map(|queue| &queue.name);
        known.or_else(imported).cloned().unwrap_or_else(|| format!("queue {}", id.0))
    }

    pub fn agent(&self, id: AgentId) -> String {
        let known = self.config.agents.get(&id).map(|agent| &agent.key);
        let known = known.or_else(|| self.histories.agents.get(&id));
        known.cloned().unwrap_or_else(|| format!("agent {}", id.0))
    }

    pub fn person(&self, actor: Actor) -> Option<String> {
        match actor {
            Actor::Agent(agent) => Some(self.agent(agent)),
            Actor::Visitor(_) => Some("visitor".to_owned()),
            Actor::System => None,
        }
    }

    pub fn tier(&self, place: Place) -> u8 {
        match self.histories.queues.get(&place.queue) {
            Some(queue) => queue.tier,
            None => self.config.place(place).tier(),
        }
    }
}
