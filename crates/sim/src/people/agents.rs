//! Agents: they answer offers or do not, talk, hand over, and write up.

use domain::{
    command::{Actor, Audience, Command, Completion, Note, OnUnanswered, Target, TransferMode},
    config::Mode,
    event::{AssignCause, Event, OfferTo},
    ids::{AgentId, ConversationId, OfferId, QueueId, Timestamp},
    state::Conversation,
};

use super::{Crowd, Plan as Planned, View, draft};
use crate::{dice::Spread, profile::Move};

#[derive(Debug, Clone)]
pub enum Plan {
    Accept {
        offer: OfferId,
    },
    Decline {
        offer: OfferId,
    },
    Pull {
        conversation: ConversationId,
    },
    Write {
        conversation: ConversationId,
    },
    /// The talk that began then has come to its end.
    Finish {
        conversation: ConversationId,
        since: Timestamp,
    },
    /// What was just begun is taken back, if it still can be.
    Withdraw {
        conversation: ConversationId,
    },
    /// The introduction has been long enough.
    Complete {
        conversation: ConversationId,
    },
    HandBack {
        conversation: ConversationId,
    },
    Leave {
        conversation: ConversationId,
    },
    /// Does not want what another owner left them.
    Pass {
        conversation: ConversationId,
    },
    Wake {
        conversation: ConversationId,
    },
    ExtendWrapUp {
        conversation: ConversationId,
    },
    EndWrapUp {
        conversation: ConversationId,
    },
}

const LATER: Spread = Spread::Between(5_000, 40_000);

impl Crowd {
    // Reacts to what an agent reacts to; everything else passes by.
    #[expect(clippy::wildcard_enum_match_arm, reason = "habits, not a rule about every event")]
    pub(super) fn agents_hear(&mut self, event: &Event, at: Timestamp, scene: &mut View<'_>) {
        let habits = self.profile.agents;
        self.staff_hear(event, scene);
        match event {
            Event::OfferMade { offer, to: OfferTo::Agent(agent), .. } => {
                self.plan_answer(*agent, *offer, scene);
            }
            Event::OfferMade { offer, to: OfferTo::Broadcast(agents), .. } => {
                for agent in agents {
                    self.plan_answer(*agent, *offer, scene);
                }
            }
            Event::WaitStarted { conversation, wait } => {
                self.plan_pull(*conversation, wait.place.queue, scene);
            }
            Event::AgentAssigned { conversation, agent, cause, .. } => {
                let conversation = *conversation;
                if matches!(cause, AssignCause::Inherited { .. }) && self.dice.chance(0.4) {
                    self.plan_agent(*agent, LATER, Plan::Pass { conversation }, scene);
                }
                self.plan_write(*agent, conversation, scene);
                let plan = Plan::Finish { conversation, since: at };
                self.plan_agent(*agent, habits.talks_for, plan, scene);
            }
            Event::MessagePosted { conversation, author: Actor::Visitor(_), .. } => {
                let found = scene.desk.state().conversations.get(conversation);
                if let Some(owner) = found.and_then(Conversation::owner) {
                    self.plan_write(owner, *conversation, scene);
                }
            }
            Event::TransferStarted { conversation, transfer }
                if self.dice.chance(habits.withdraws) =>
            {
                let plan = Plan::Withdraw { conversation: *conversation };
                self.plan_agent(transfer.from, LATER, plan, scene);
            }
            Event::EscalationStarted { conversation, escalation }
                if self.dice.chance(habits.withdraws) =>
            {
                let plan = Plan::Withdraw { conversation: *conversation };
                self.plan_agent(escalation.from, LATER, plan, scene);
            }
            Event::TransferAccepted { conversation, agent, .. } => {
                self.plan_introduction(*conversation, *agent, scene);
            }
            Event::GuestJoined { conversation, agent, .. } => {
                let plan = Plan::Leave { conversation: *conversation };
                self.plan_agent(*agent, Spread::Exponential { mean: 200_000.0 }, plan, scene);
            }
            Event::ConversationParked { conversation, agent } => {
                let plan = Plan::Wake { conversation: *conversation };
                self.plan_agent(*agent, Spread::Exponential { mean: 500_000.0 }, plan, scene);
            }
            Event::ConversationWoken { conversation, .. } => {
                let found = scene.desk.state().conversations.get(conversation);
                if let Some(tenure) = found.and_then(Conversation::tenure) {
                    let plan = Plan::Finish { conversation: *conversation, since: tenure.since };
                    self.plan_agent(tenure.agent, LATER, plan, scene);
                }
            }
            Event::AgentReleased { conversation, agent, wrap_up: Some(_), .. } => {
                let conversation = *conversation;
                if self.dice.chance(habits.extends) {
                    self.plan_agent(*agent, LATER, Plan::ExtendWrapUp { conversation }, scene);
                }
                let plan = Plan::EndWrapUp { conversation };
                self.plan_agent(*agent, habits.wraps_up_after, plan, scene);
            }
            _ => {}
        }
    }

    pub(super) fn agent_acts(&mut self, agent: AgentId, plan: Plan, scene: &mut View<'_>) {
        let command = match plan {
            Plan::Accept { offer } => Some(Command::AcceptOffer { offer }),
            Plan::Decline { offer } => Some(Command::DeclineOffer { offer }),
            Plan::Pull { conversation } => {
                let found = scene.desk.state().conversations.get(&conversation);
                found.filter(|found| found.spot().is_some()).map(|_| Command::Pull { conversation })
            }
            Plan::Write { conversation } => {
                let owns = owned_by(agent, conversation, scene).is_some();
                let audience =
                    if self.dice.chance(0.1) { Audience::Staff } else { Audience::Everybody };
                let message = draft("Let me look into it");
                owns.then_some(Command::PostMessage { conversation, audience, message })
            }
            Plan::Finish { conversation, since } => {
                let Some(found) = owned_by(agent, conversation, scene) else { return };
                let present = found.tenure().is_some_and(|tenure| tenure.since == since);
                let busy = found.handoff.is_some() || found.parked().is_some();
                if !present {
                    return;
                }
                if busy {
                    let plan = Plan::Finish { conversation, since };
                    return self.plan_agent(agent, LATER, plan, scene);
                }
                let found = found.clone();
                let chosen = self.choose_move();
                let again = Plan::Finish { conversation, since };
                self.plan_agent(agent, Spread::Exponential { mean: 60_000.0 }, again, scene);
                self.moves_on(agent, &found, chosen)
            }
            Plan::Withdraw { conversation } => {
                let found = scene.desk.state().conversations.get(&conversation);
                let handoff = found.and_then(|found| found.handoff.as_ref());
                handoff.filter(|handoff| handoff.from == agent).map(|handoff| {
                    match handoff.completion() {
                        Some(_) => Command::CancelTransfer { conversation },
                        None => Command::RecallTransfer { conversation },
                    }
                })
            }
            Plan::Complete { conversation } => {
                let found = scene.desk.state().conversations.get(&conversation);
                let introduced = found.is_some_and(|found| found.receiver().is_some());
                introduced.then_some(Command::CompleteTransfer { conversation })
            }
            Plan::HandBack { conversation } => {
                let found = scene.desk.state().conversations.get(&conversation);
                let receiver = found.and_then(Conversation::receiver);
                (receiver == Some(agent)).then_some(Command::HandBack { conversation })
            }
            Plan::Leave { conversation } => {
                let found = scene.desk.state().conversations.get(&conversation);
                let is_guest = found.is_some_and(|found| found.guests.contains_key(&agent));
                is_guest.then_some(Command::Leave { conversation, next: None })
            }
            Plan::Pass { conversation } => {
                let found = owned_by(agent, conversation, scene);
                found.map(|_| Command::PassOwnership { conversation })
            }
            Plan::Wake { conversation } => {
                let found = owned_by(agent, conversation, scene);
                found.and_then(Conversation::parked).map(|_| Command::Wake { conversation })
            }
            Plan::ExtendWrapUp { conversation } => wraps_up(agent, conversation, scene)
                .then_some(Command::ExtendWrapUp { conversation }),
            Plan::EndWrapUp { conversation } => {
                wraps_up(agent, conversation, scene).then(|| end_wrap_up(conversation))
            }
        };
        if let Some(command) = command {
            scene.ask(Actor::Agent(agent), command);
        }
    }

    fn plan_agent(&mut self, agent: AgentId, after: Spread, plan: Plan, scene: &mut View<'_>) {
        let pause = self.dice.draw(after);
        scene.plan(pause, Planned::Agent(agent, plan));
    }

    fn plan_answer(&mut self, agent: AgentId, offer: OfferId, scene: &mut View<'_>) {
        let habits = self.profile.agents;
        let draw = if self.calm { 1.0 } else { self.dice.unit() };
        if draw < habits.forgets {
            return;
        }
        let declines = draw < habits.forgets + habits.declines;
        let plan = if declines { Plan::Decline { offer } } else { Plan::Accept { offer } };
        self.plan_agent(agent, habits.answers_after, plan, scene);
    }

    /// Somebody who serves the queue sees it in the list.
    fn plan_pull(&mut self, conversation: ConversationId, queue: QueueId, scene: &mut View<'_>) {
        let found = scene.desk.config().and_then(|config| config.queues.get(&queue));
        let Some(found) = found.filter(|queue| queue.mode == Mode::Pull) else { return };
        for agent in self.dice.pick(&found.members).into_iter().chain(found.members.first()) {
            let plan = Plan::Pull { conversation };
            self.plan_agent(*agent, Spread::Exponential { mean: 60_000.0 }, plan, scene);
        }
    }

    fn plan_write(&mut self, agent: AgentId, conversation: ConversationId, scene: &mut View<'_>) {
        if let Some(pause) = self.profile.visitors.answers_after {
            self.plan_agent(agent, pause, Plan::Write { conversation }, scene);
        }
    }

    /// Both are present: the sender completes, the receiver takes it, hands it back, or nobody does anything.
    fn plan_introduction(
        &mut self,
        conversation: ConversationId,
        receiver: AgentId,
        scene: &mut View<'_>,
    ) {
        let found = scene.desk.state().conversations.get(&conversation);
        let Some(sender) = found.and_then(|found| found.handoff.as_ref().map(|h| h.from)) else {
            return;
        };
        let hands_back = self.profile.agents.hands_back;
        let (agent, plan) = match self.dice.unit() {
            draw if draw < hands_back => (receiver, Plan::HandBack { conversation }),
            draw if draw < 0.6 => (sender, Plan::Complete { conversation }),
            draw if draw < 0.85 => (receiver, Plan::Complete { conversation }),
            _ => return,
        };
        self.plan_agent(agent, LATER, plan, scene);
    }

    fn choose_move(&mut self) -> Move {
        let moves = self.profile.agents.moves;
        let mut draw = self.dice.unit() * moves.iter().map(|(_, weight)| weight).sum::<f64>();
        for (chosen, weight) in moves {
            draw -= weight;
            if draw < 0.0 {
                return *chosen;
            }
        }
        Move::Close
    }

    /// What an owner does who is done with it.
    fn moves_on(&mut self, agent: AgentId, found: &Conversation, chosen: Move) -> Option<Command> {
        let conversation = found.id;
        if self.calm {
            return Some(Command::Close { conversation });
        }
        match chosen {
            Move::Close => Some(Command::Close { conversation }),
            Move::Park => Some(Command::Park { conversation }),
            Move::Escalate => self.escalation(found),
            Move::Return => Some(Self::give_back(conversation)),
            Move::Confer => self.confer(agent, found),
            Move::WarmTransfer => {
                let completions =
                    [Completion::Introduced, Completion::OnAccept, Completion::OnAcceptAndLeave];
                let completion = *self.dice.pick(&completions)?;
                self.transfer(agent, conversation, TransferMode::Warm(completion))
            }
            Move::ColdTransfer => {
                let then = *self.dice.pick(&[
                    OnUnanswered::Return,
                    OnUnanswered::Queue,
                    OnUnanswered::Park,
                ])?;
                self.transfer(agent, conversation, TransferMode::Cold(then))
            }
        }
    }

    fn confer(&mut self, agent: AgentId, found: &Conversation) -> Option<Command> {
        let conversation = found.id;
        let guests: Vec<AgentId> = found.guests.keys().copied().collect();
        let draw = self.dice.unit();
        if let Some(invitation) = found.open_invitations().next().filter(|_| draw < 0.3) {
            return Some(Command::CancelInvitation { conversation, invitation: invitation.id });
        }
        if let Some(guest) = self.dice.pick(&guests).copied().filter(|_| draw < 0.7) {
            let next = Some(guest).filter(|_| self.dice.chance(0.2));
            let commands = [
                Command::RemoveGuest { conversation, agent: guest },
                Command::MakeOwner { conversation, agent: guest },
                Command::Leave { conversation, next },
            ];
            return self.dice.pick(&commands).cloned();
        }
        let target = self.target(agent)?;
        let note = Note { ask: "Please have a look".to_owned(), ..Note::default() };
        Some(Command::Invite { conversation, target, reason: None, note })
    }

    /// A colleague or a queue.
    fn target(&mut self, agent: AgentId) -> Option<Target> {
        let config = &self.config;
        let queues: Vec<QueueId> = config.queues.keys().copied().collect();
        let holds = config.agents.iter().filter(|(id, found)| found.roles.agent && **id != agent);
        let colleagues: Vec<AgentId> = holds.map(|(id, _)| *id).collect();
        if self.dice.chance(0.5) {
            self.dice.pick(&colleagues).copied().map(Target::Agent)
        } else {
            self.dice.pick(&queues).copied().map(Target::Queue)
        }
    }

    fn transfer(
        &mut self,
        agent: AgentId,
        conversation: ConversationId,
        mode: TransferMode,
    ) -> Option<Command> {
        let target = self.target(agent)?;
        let config = &self.config;
        let place = match target {
            Target::Agent(receiver) => {
                let mut queues = config.queues.iter();
                let serves = queues.find(|(_, queue)| queue.members.contains(&receiver));
                serves.map(|(queue, _)| *queue)
            }
            Target::Queue(_) => None,
        };
        let given = self.dice.chance(0.7);
        let reason = config.reasons.first().filter(|_| given).map(|reason| reason.code.clone());
        let note = Note { text: "Please have a look".to_owned(), ..Note::default() };
        Some(Command::StartTransfer { conversation, target, mode, place, reason, note })
    }
}

fn owned_by<'a>(
    agent: AgentId,
    conversation: ConversationId,
    scene: &View<'a>,
) -> Option<&'a Conversation> {
    let found = scene.desk.state().conversations.get(&conversation)?;
    (found.owner() == Some(agent)).then_some(found)
}

fn wraps_up(agent: AgentId, conversation: ConversationId, scene: &View<'_>) -> bool {
    let found = scene.desk.state().conversations.get(&conversation);
    found.is_some_and(|found| found.wrap_ups.contains_key(&agent))
}

pub(super) fn end_wrap_up(conversation: ConversationId) -> Command {
    let note = Some("Nothing more to do".to_owned());
    Command::EndWrapUp { conversation, disposition: None, note }
}
