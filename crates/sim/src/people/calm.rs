//! The end of a run: nobody new comes, everybody is at work and does what is asked, so that everything that was begun
//! can come to its end.

use domain::{
    command::{Actor, Command},
    config::Mode,
    ids::{AgentId, ConversationId},
};

use super::{Crowd, Plan as Planned, View, agents::end_wrap_up, staff::comes_online};
use crate::dice::Spread;

const TIDIED_EVERY_MS: u64 = 20_000;

#[derive(Debug, Clone)]
pub enum Plan {
    /// An agent looks at everything that is theirs.
    TidyUp { agent: AgentId },
    /// A supervisor closes what was taken out of the rules' hands.
    CloseQuarantined,
}

impl Crowd {
    /// From here everybody is diligent.
    pub fn calm_down(&mut self, scene: &mut View<'_>) {
        self.calm = true;
        self.profile.agents.talks_for = Spread::Between(20_000, 60_000);
        self.profile.agents.answers_after = Spread::Between(500, 4_000);
        let config = scene.desk.config().unwrap_or(&self.config);
        let agents: Vec<AgentId> = config.agents.keys().copied().collect();
        for agent in agents {
            if config.agents[&agent].roles.agent {
                self.on_duty.insert(agent);
                self.away.remove(&agent);
                comes_online(agent, scene);
                scene.plan(1_000, Planned::Calm(Plan::TidyUp { agent }));
            }
        }
        let visitors: Vec<_> = scene.desk.state().visitors.keys().copied().collect();
        for visitor in visitors {
            scene.ask(Actor::System, Command::ConnectVisitor { visitor });
        }
        scene.plan(1_000, Planned::Calm(Plan::CloseQuarantined));
    }

    pub(super) fn tidy_up(&mut self, plan: Plan, scene: &mut View<'_>) {
        scene.plan(TIDIED_EVERY_MS, Planned::Calm(plan.clone()));
        match plan {
            Plan::TidyUp { agent } => {
                let commands: Vec<Command> = tidying(agent, scene);
                for command in commands {
                    scene.ask(Actor::Agent(agent), command);
                }
            }
            Plan::CloseQuarantined => {
                let held = scene.desk.state().conversations.values();
                let held: Vec<ConversationId> = held
                    .filter(|found| found.quarantined && !found.is_closed())
                    .map(|found| found.id)
                    .collect();
                for conversation in held {
                    for supervisor in self.supervisors() {
                        scene.ask(Actor::Agent(supervisor), Command::Close { conversation });
                    }
                }
            }
        }
    }
}

/// What brings an agent's conversations on by a step.
fn tidying(agent: AgentId, scene: &View<'_>) -> Vec<Command> {
    let mut commands = Vec::new();
    for found in scene.desk.state().conversations.values() {
        let conversation = found.id;
        if found.open_message().is_some() {
            commands.push(Command::AnswerMessage { conversation });
        }
        if found.wrap_ups.contains_key(&agent) {
            commands.push(end_wrap_up(conversation));
        }
        if found.guests.contains_key(&agent) {
            commands.push(Command::Leave { conversation, next: None });
        }
        if found.owner() == Some(agent) {
            if found.receiver().is_some() {
                commands.push(Command::CompleteTransfer { conversation });
            } else if found.parked().is_some_and(|parked| parked.wake_ends.is_none()) {
                commands.push(Command::Wake { conversation });
            } else if found.handoff.is_none() && found.parked().is_none() {
                commands.push(Command::Close { conversation });
            }
        }
        if let Some((place, _)) = found.spot()
            && let Some(queue) =
                scene.desk.config().and_then(|config| config.queues.get(&place.queue))
            && queue.mode == Mode::Pull
            && queue.members.contains(&agent)
        {
            commands.push(Command::Pull { conversation });
        }
    }
    commands
}
