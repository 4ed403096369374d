//! Supervisors and the admin: they step in where they are called or anywhere, and change the document.

use domain::{
    command::{Actor, AssistMode, Command, Displaced, Room},
    event::{Alert, Event},
    ids::{AgentId, ConversationId},
};

use super::{Crowd, Plan as Planned, View};
use crate::dice::Spread;

#[derive(Debug, Clone)]
pub enum Plan {
    /// A supervisor does something about this conversation, or about any.
    StepIn { conversation: Option<ConversationId> },
    /// A supervisor sees to the message that nobody answered.
    AnswerMessage { conversation: ConversationId },
    /// The next change of the document.
    Reconfigure { change: usize },
}

impl Crowd {
    pub(super) fn begin_oversight(&mut self, scene: &mut View<'_>) {
        for supervisor in self.supervisors() {
            scene.ask(Actor::System, Command::ConnectAgent { agent: supervisor });
        }
        let disturbances = self.profile.disturbances;
        let step_in = Planned::Oversight(Plan::StepIn { conversation: None });
        self.plan_every(disturbances.oversight_every, step_in, scene);
        let reconfigure = Planned::Oversight(Plan::Reconfigure { change: 0 });
        self.plan_every(disturbances.reconfigured_every, reconfigure, scene);
    }

    pub(super) fn supervisors_hear(&mut self, event: &Event, scene: &mut View<'_>) {
        if let Event::SupervisorsAlerted { conversation, alert } = event
            && self.profile.disturbances.oversight_every.is_some()
        {
            let pause = self.dice.draw(Spread::Between(2_000, 90_000));
            let conversation = *conversation;
            let plan = if *alert == Alert::MessageUnanswered {
                Plan::AnswerMessage { conversation }
            } else {
                Plan::StepIn { conversation: Some(conversation) }
            };
            scene.plan(pause, Planned::Oversight(plan));
        }
    }

    pub(super) fn oversee(&mut self, plan: Plan, scene: &mut View<'_>) {
        let disturbances = self.profile.disturbances;
        match plan {
            Plan::StepIn { conversation } => {
                if conversation.is_none() {
                    let again = Planned::Oversight(plan);
                    self.plan_every(disturbances.oversight_every, again, scene);
                }
                let open = scene.desk.state().conversations.values();
                let open: Vec<ConversationId> =
                    open.filter(|found| !found.is_closed()).map(|found| found.id).collect();
                if let Some(conversation) = conversation.or(self.dice.pick(&open).copied()) {
                    self.step_in(conversation, scene);
                }
            }
            Plan::AnswerMessage { conversation } => {
                for supervisor in self.supervisors() {
                    scene.ask(Actor::Agent(supervisor), Command::AnswerMessage { conversation });
                }
            }
            Plan::Reconfigure { change } => {
                let next = Planned::Oversight(Plan::Reconfigure { change: change + 1 });
                self.plan_every(disturbances.reconfigured_every, next, scene);
                if let Some(index) = change.checked_rem(disturbances.changes.len())
                    && !self.calm
                {
                    renew_hours(scene);
                    self.reconfigure(disturbances.changes[index], scene);
                }
            }
        }
    }

    fn step_in(&mut self, conversation: ConversationId, scene: &mut View<'_>) {
        let Some(supervisor) = self.dice.pick(&self.supervisors()).copied() else { return };
        let agents: Vec<AgentId> = self.on_duty.iter().copied().collect();
        let Some(agent) = self.dice.pick(&agents).copied() else { return };
        let command = match self.dice.unit() {
            draw if draw < 0.2 => Command::Assign { conversation, agent, room: Room::Respected },
            draw if draw < 0.3 => Command::Assign { conversation, agent, room: Room::Overridden },
            draw if draw < 0.45 => Command::Requeue { conversation },
            draw if draw < 0.55 => {
                let mode = AssistMode::Observe;
                Command::Assist { conversation, mode, confirmed: false }
            }
            draw if draw < 0.6 => {
                let mode = AssistMode::Join;
                Command::TakeHand { conversation, mode, confirmed: false }
            }
            draw if draw < 0.65 => Command::TakeOver { conversation, owner: Displaced::Leaves },
            draw if draw < 0.7 => Command::NoteReading { conversation },
            draw if draw < 0.72 => return self.erase_visitor_of(conversation, scene),
            draw if draw < 0.9 => {
                let priority = (self.dice.unit() * 10.0) as u8;
                Command::SetPriority { conversation, priority }
            }
            _ => Command::Close { conversation },
        };
        scene.ask(Actor::Agent(supervisor), command);
    }

    /// An operator has been written to.
    fn erase_visitor_of(&self, conversation: ConversationId, scene: &mut View<'_>) {
        if let Some(found) = scene.desk.state().conversations.get(&conversation) {
            let visitor = found.visitor;
            scene.ask(Actor::System, Command::EraseVisitor { visitor });
        }
    }

    /// A change that the rules refuse is undone in the document.
    fn reconfigure(&mut self, change: &str, scene: &mut View<'_>) {
        let mut document = self.document.clone();
        let changed = document.change(change);
        if let Ok(config) = changed.and_then(|()| document.load(scene.desk.config(), scene.now)) {
            self.document = document;
            scene.ask(Actor::System, Command::Configure { config: Box::new(config) });
        }
    }

    pub(super) fn supervisors(&self) -> Vec<AgentId> {
        let leads = self
            .config
            .agents
            .iter()
            .filter(|(_, agent)| agent.roles.admin || !agent.roles.supervises.is_empty());
        leads.map(|(id, _)| *id).collect()
    }
}

/// As the server does every week; here they are as they were.
fn renew_hours(scene: &mut View<'_>) {
    if let Some(config) = scene.desk.config() {
        let version = config.version;
        let hours = config.hours.iter().map(|(id, hours)| (*id, hours.open.clone())).collect();
        scene.ask(Actor::System, Command::RenewHours { version, hours });
    }
}
