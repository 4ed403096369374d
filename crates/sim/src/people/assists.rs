//! Hands that are raised, and supervisors who help for a while: they answer, change their mode, take over, lose
//! the connection, and leave.

use domain::{
    command::{Actor, AssistMode, Audience, Command, Displaced},
    event::{AssignCause, Event},
    ids::{AgentId, ConversationId},
};

use super::{Crowd, Plan as Planned, View, draft};
use crate::dice::Spread;

#[derive(Debug, Clone)]
pub enum Plan {
    /// An owner wants help; or no longer.
    Raise {
        owner: AgentId,
        conversation: ConversationId,
    },
    Lower {
        owner: AgentId,
        conversation: ConversationId,
    },
    /// Somebody who was called comes.
    Answer {
        conversation: ConversationId,
    },
    /// What a supervisor does next who is there.
    GoOn {
        supervisor: AgentId,
        conversation: ConversationId,
    },
    /// What was taken over goes back, if it can.
    HandBack {
        supervisor: AgentId,
        conversation: ConversationId,
    },
    Allow {
        conversation: ConversationId,
    },
    Return {
        supervisor: AgentId,
    },
}

const SOON: Spread = Spread::Between(3_000, 60_000);
/// Longer than anybody waits for a supervisor, now and then.
const SOMETIME: Spread = Spread::Between(5_000, 200_000);

impl Crowd {
    // Reacts to what supervisors react to; everything else passes by.
    #[expect(clippy::wildcard_enum_match_arm, reason = "habits, not a rule about every event")]
    pub(super) fn assists_hear(&mut self, event: &Event, scene: &mut View<'_>) {
        if self.profile.disturbances.oversight_every.is_none() {
            return;
        }
        match event {
            Event::AgentAssigned { conversation, agent, cause, .. } => {
                let (conversation, agent) = (*conversation, *agent);
                if let AssignCause::TakenOver { .. } = cause {
                    let back = Plan::HandBack { supervisor: agent, conversation };
                    self.plan_assist(SOON, back, scene);
                } else if self.dice.chance(0.08) {
                    let raise = Plan::Raise { owner: agent, conversation };
                    self.plan_assist(SOON, raise, scene);
                }
            }
            Event::HandRaised { conversation, owner, .. } => {
                let conversation = *conversation;
                // Two who are called at once: the second is too late.
                for _ in 0..2 {
                    self.plan_assist(SOMETIME, Plan::Answer { conversation }, scene);
                }
                if self.dice.chance(0.1) {
                    let lower = Plan::Lower { owner: *owner, conversation };
                    self.plan_assist(SOON, lower, scene);
                }
            }
            Event::SupervisorEntered { conversation, agent, .. }
            | Event::SupervisorModeChanged { conversation, agent, .. } => {
                let go_on = Plan::GoOn { supervisor: *agent, conversation: *conversation };
                self.plan_assist(SOON, go_on, scene);
            }
            Event::MoveStopped { conversation, .. } => {
                let allow = Plan::Allow { conversation: *conversation };
                self.plan_assist(SOMETIME, allow, scene);
            }
            _ => {}
        }
    }

    pub(super) fn assist(&mut self, plan: Plan, scene: &mut View<'_>) {
        let as_agent = |agent, command| (Actor::Agent(agent), command);
        let note = || "I do not know what to say".to_owned();
        let (actor, command) = match plan {
            Plan::Raise { owner, conversation } => {
                as_agent(owner, Command::RaiseHand { conversation, note: note() })
            }
            Plan::Lower { owner, conversation } => {
                as_agent(owner, Command::LowerHand { conversation })
            }
            Plan::Answer { conversation } => {
                let Some(supervisor) = self.dice.pick(&self.supervisors()).copied() else { return };
                let mode = self.mode();
                as_agent(supervisor, Command::TakeHand { conversation, mode, confirmed: false })
            }
            Plan::GoOn { supervisor, conversation } => {
                let Some(command) = self.goes_on(supervisor, conversation, scene) else { return };
                as_agent(supervisor, command)
            }
            Plan::HandBack { supervisor, conversation } => {
                as_agent(supervisor, Command::HandBack { conversation })
            }
            Plan::Allow { conversation } => {
                let Some(supervisor) = self.dice.pick(&self.supervisors()).copied() else { return };
                as_agent(supervisor, Command::AllowMove { conversation })
            }
            Plan::Return { supervisor } => {
                (Actor::System, Command::ConnectAgent { agent: supervisor })
            }
        };
        scene.ask(actor, command);
    }

    fn goes_on(
        &mut self,
        supervisor: AgentId,
        conversation: ConversationId,
        scene: &mut View<'_>,
    ) -> Option<Command> {
        let found = scene.desk.state().conversations.get(&conversation)?;
        let mode = found.assist_mode(supervisor)?;
        Some(match self.dice.unit() {
            draw if draw < 0.3 => {
                let confirmed = self.dice.chance(0.5);
                Command::Assist { conversation, mode: self.mode(), confirmed }
            }
            draw if draw < 0.45 => {
                let audience = match mode {
                    AssistMode::Join => Audience::Everybody,
                    AssistMode::Whisper | AssistMode::Observe => Audience::Whisper,
                };
                Command::PostMessage { conversation, audience, message: draft("Offer a refund") }
            }
            draw if draw < 0.6 => {
                let owners = [Displaced::Stays, Displaced::Leaves];
                Command::TakeOver { conversation, owner: *self.dice.pick(&owners)? }
            }
            draw if draw < 0.7 => {
                self.plan_assist(SOMETIME, Plan::Return { supervisor }, scene);
                scene.ask(Actor::System, Command::LoseAgentConnection { agent: supervisor });
                return None;
            }
            _ => Command::Leave { conversation, next: None },
        })
    }

    fn mode(&mut self) -> AssistMode {
        let modes = [AssistMode::Observe, AssistMode::Whisper, AssistMode::Join];
        self.dice.pick(&modes).copied().unwrap_or(AssistMode::Observe)
    }

    fn plan_assist(&mut self, after: Spread, plan: Plan, scene: &mut View<'_>) {
        let pause = self.dice.draw(after);
        scene.plan(pause, Planned::Assist(plan));
    }
}
