//! Agents: they answer offers, talk, close, and write up.

use domain::{
    command::{Actor, Command},
    event::{Event, OfferTo},
    ids::{AgentId, ConversationId, OfferId, Timestamp},
};

use super::{Crowd, Plan as Planned, View};

#[derive(Debug, Clone)]
pub enum Plan {
    Accept {
        offer: OfferId,
    },
    /// The talk that began then has come to its end.
    Finish {
        conversation: ConversationId,
        since: Timestamp,
    },
    EndWrapUp {
        conversation: ConversationId,
    },
}

impl Crowd {
    pub(super) fn agents_hear(&mut self, event: &Event, at: Timestamp, scene: &mut View<'_>) {
        let habits = self.profile.agents;
        if let Event::OfferMade { offer, to, .. } = event {
            let (one, many): (&[AgentId], &[AgentId]) = match to {
                OfferTo::Agent(agent) => (std::slice::from_ref(agent), &[]),
                OfferTo::Broadcast(agents) => (&[], agents),
            };
            for agent in one.iter().chain(many) {
                let pause = self.dice.draw(habits.answers_after);
                scene.plan(pause, Planned::Agent(*agent, Plan::Accept { offer: *offer }));
            }
        }
        if let Event::AgentAssigned { conversation, agent, .. } = event {
            let pause = self.dice.draw(habits.talks_for);
            let plan = Plan::Finish { conversation: *conversation, since: at };
            scene.plan(pause, Planned::Agent(*agent, plan));
        }
        if let Event::AgentReleased { conversation, agent, wrap_up: Some(_), .. } = event {
            let pause = self.dice.draw(habits.wraps_up_after);
            let plan = Plan::EndWrapUp { conversation: *conversation };
            scene.plan(pause, Planned::Agent(*agent, plan));
        }
    }

    pub(super) fn agent_acts(&mut self, agent: AgentId, plan: Plan, scene: &mut View<'_>) {
        let actor = Actor::Agent(agent);
        match plan {
            Plan::Accept { offer } => {
                scene.ask(actor, Command::AcceptOffer { offer });
            }
            Plan::Finish { conversation, since } => {
                let found = scene.desk.state().conversations.get(&conversation);
                let tenure = found.and_then(|found| found.tenure());
                if tenure.is_some_and(|tenure| tenure.agent == agent && tenure.since == since) {
                    scene.ask(actor, Command::Close { conversation });
                }
            }
            Plan::EndWrapUp { conversation } => {
                let found = scene.desk.state().conversations.get(&conversation);
                if found.is_some_and(|found| found.wrap_ups.contains_key(&agent)) {
                    let end = Command::EndWrapUp { conversation, disposition: None, note: None };
                    scene.ask(actor, end);
                }
            }
        }
    }
}
