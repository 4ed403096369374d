//! The people of a waiting line: visitors of a Poisson process, and agents who talk for an exponential time.
//!
//! An agent's chats share the agent: with k of them each goes on at `1 / (1 + slowdown · (k − 1))` of its speed,
//! so that what is left of each is reckoned anew whenever k changes.

use std::collections::BTreeMap;

use domain::{
    command::{Actor, ChosenStatus, Command},
    event::{CloseReason, Event},
    ids::{AgentId, ConversationId, Timestamp, VisitorId},
};
use engine::Decided;

use super::{Model, SERVICE_MS, meter::Meter};
use crate::{
    dice::Dice,
    simulation::{People, Scene},
};

pub struct Callers {
    model: Model,
    dice: Dice,
    pub meter: Meter,
    agents: BTreeMap<AgentId, Talking>,
    /// Visitors who are in no conversation; they stay connected and come again.
    idle: Vec<VisitorId>,
    visitors: u64,
}

pub enum Plan {
    Arrive,
    /// The chat that is nearest its end, as things stood when this was planned.
    EndService {
        agent: AgentId,
        change: u64,
    },
    LosePatience {
        conversation: ConversationId,
    },
}

/// One agent's chats.
struct Talking {
    /// What is left of each, in milliseconds alone.
    left: Vec<(ConversationId, f64)>,
    since: Timestamp,
    /// Counts changes of `left`.
    change: u64,
}

impl Callers {
    pub fn new(model: Model) -> Self {
        Self {
            model,
            dice: Dice::seeded(model.seed),
            meter: Meter::new(model),
            agents: BTreeMap::new(),
            idle: Vec::new(),
            visitors: 0,
        }
    }

    fn after(&mut self, mean: f64) -> u64 {
        self.dice.exponential(mean * SERVICE_MS).round() as u64
    }
}

impl People for Callers {
    type Plan = Plan;

    fn begin(&mut self, scene: &mut Scene<'_, Plan>) {
        let agents: Vec<AgentId> = scene.desk.state().agents.keys().copied().collect();
        for agent in agents {
            self.agents.insert(agent, Talking { left: Vec::new(), since: scene.now, change: 0 });
            scene.ask(Actor::System, Command::ConnectAgent { agent });
            let online = Command::SetStatus { status: ChosenStatus::Online, reason: None };
            scene.ask(Actor::Agent(agent), online);
        }
        let pause = self.after(1.0 / self.model.load);
        scene.plan(pause, Plan::Arrive);
    }

    fn act(&mut self, plan: Plan, scene: &mut Scene<'_, Plan>) {
        match plan {
            Plan::Arrive => {
                let visitor = self.idle.pop().unwrap_or_else(|| {
                    self.visitors += 1;
                    let visitor = VisitorId(self.visitors);
                    scene.ask(Actor::System, Command::ConnectVisitor { visitor });
                    visitor
                });
                let open = Command::OpenConversation {
                    entry: None,
                    needs: BTreeMap::new(),
                    language: None,
                    answers: BTreeMap::new(),
                    attributes: BTreeMap::new(),
                    message: None,
                };
                scene.ask(Actor::Visitor(visitor), open);
                let pause = self.after(1.0 / self.model.load);
                scene.plan(pause, Plan::Arrive);
            }
            Plan::EndService { agent, change } => {
                let talking = self.agents.get(&agent).filter(|talking| talking.change == change);
                if let Some((conversation, _)) = talking.and_then(Talking::nearest) {
                    scene.ask(Actor::Agent(agent), Command::Close { conversation });
                }
            }
            Plan::LosePatience { conversation } => {
                let found = scene.desk.state().conversations.get(&conversation);
                if let Some(found) = found.filter(|found| found.wait().is_some()) {
                    scene.ask(Actor::Visitor(found.visitor), Command::Close { conversation });
                }
            }
        }
    }

    fn hear(&mut self, decided: &Decided, scene: &mut Scene<'_, Plan>) {
        self.meter.hear(decided);
        for entry in &decided.entries {
            if let Event::ConversationOpened { conversation, .. } = &entry.event
                && let Some(patience) = self.model.patience
            {
                let pause = self.after(patience);
                scene.plan(pause, Plan::LosePatience { conversation: *conversation });
            }
            if let Event::AgentAssigned { conversation, agent, .. } = &entry.event {
                let work = self.dice.exponential(SERVICE_MS);
                self.talks(*agent, scene, |left| left.push((*conversation, work)));
            }
            if let Event::AgentReleased { conversation, agent, .. } = &entry.event {
                self.talks(*agent, scene, |left| left.retain(|(held, _)| held != conversation));
            }
            if let Event::ConversationClosed { conversation, reason, .. } = &entry.event {
                debug_assert!(matches!(reason, CloseReason::Agent | CloseReason::Visitor));
                let closed = scene.desk.state().conversations.get(conversation);
                self.idle.extend(closed.map(|closed| closed.visitor));
            }
        }
    }
}

impl Callers {
    /// An agent's chats change: what is left of each until here, and when the next one ends.
    fn talks(
        &mut self,
        agent: AgentId,
        scene: &mut Scene<'_, Plan>,
        change: impl FnOnce(&mut Vec<(ConversationId, f64)>),
    ) {
        let Some(talking) = self.agents.get_mut(&agent) else { return };
        let speed = |chats: usize| self.model.rate(chats) / chats.max(1) as f64;
        let gone = scene.now.since(talking.since) as f64 * speed(talking.left.len());
        talking.left.iter_mut().for_each(|(_, left)| *left -= gone);
        talking.since = scene.now;
        let before = talking.left.len();
        change(&mut talking.left);
        talking.change += 1;
        self.meter.rate_changes(before, talking.left.len());
        if let Some((_, left)) = talking.nearest() {
            let pause = (left / speed(talking.left.len())).max(0.0).round() as u64;
            scene.plan(pause, Plan::EndService { agent, change: talking.change });
        }
    }
}

impl Talking {
    fn nearest(&self) -> Option<(ConversationId, f64)> {
        self.left.iter().copied().min_by(|(_, a), (_, b)| a.total_cmp(b))
    }
}
