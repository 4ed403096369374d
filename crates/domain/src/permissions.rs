//! Who may do what (SPEC §4, "Who may do what"): how an agent stands to a conversation, from the configuration.

use crate::{
    command::{Actor, AssistMode},
    config::Agent,
    desk::Desk,
    ids::{AgentId, QueueId, VisitorId},
    rejection::Rejection,
    state::Conversation,
};

impl Desk {
    /// Whether an agent supervises a conversation: the owner is of their teams, the queue has members of
    /// them, or they are an admin. Whoever is in it as a supervisor stays one wherever it moves, and a hand
    /// that nobody answered concerns them all.
    pub fn supervises(&self, agent: AgentId, conversation: &Conversation) -> bool {
        let agents = &self.rules().agents;
        let Some(configured) = agents.get(&agent) else { return false };
        let of_owner = |teams: &Agent| !teams.teams.is_disjoint(&configured.roles.supervises);
        let called = conversation.hand.as_ref().is_some_and(|hand| hand.is_alerted())
            && !configured.roles.supervises.is_empty();
        called
            || conversation.supervisors.contains_key(&agent)
            || conversation.owner().and_then(|owner| agents.get(&owner)).is_some_and(of_owner)
            || self.oversees(agent, conversation.place.queue)
    }

    /// Whether an agent supervises whatever is in a queue: it has members of their teams, or they are an admin.
    pub(crate) fn oversees(&self, agent: AgentId, queue: QueueId) -> bool {
        let Some(configured) = self.rules().agents.get(&agent) else { return false };
        let teams = self.index.teams.get(&queue);
        configured.roles.admin
            || teams.is_some_and(|teams| !teams.is_disjoint(&configured.roles.supervises))
    }

    /// Whether an agent writes to everybody: the owner, the receiver in the introduction, a guest, a
    /// supervisor who joined.
    pub fn takes_part(&self, agent: AgentId, conversation: &Conversation) -> bool {
        conversation.owner() == Some(agent)
            || conversation.receiver() == Some(agent)
            || conversation.guests.contains_key(&agent)
            || conversation.assist_mode(agent) == Some(AssistMode::Join)
    }

    /// Whether messages left in the conversation's queue are an agent's to answer.
    pub(crate) fn sees_to_messages(&self, agent: AgentId, conversation: &Conversation) -> bool {
        self.queue(conversation.place.queue).members.contains(&agent)
            || self.supervises(agent, conversation)
    }

    /// The agent who asks.
    pub(crate) fn asking_agent(&self, actor: Actor) -> Result<AgentId, Rejection> {
        match actor {
            Actor::Agent(agent) if self.rules().agents.contains_key(&agent) => Ok(agent),
            Actor::Agent(_) => Err(Rejection::UnknownAgent),
            Actor::Visitor(_) | Actor::System => Err(Rejection::NotAllowed),
        }
    }

    pub(crate) fn asking_visitor(&self, actor: Actor) -> Result<VisitorId, Rejection> {
        match actor {
            Actor::Visitor(visitor) => Ok(visitor),
            Actor::Agent(_) | Actor::System => Err(Rejection::NotAllowed),
        }
    }

    /// The owner, asked for by the owner or on their behalf by a supervisor.
    pub(crate) fn owner_for(
        &self,
        actor: Actor,
        conversation: &Conversation,
    ) -> Result<AgentId, Rejection> {
        let agent = self.asking_agent(actor)?;
        match conversation.owner() {
            Some(owner) if owner == agent || self.supervises(agent, conversation) => Ok(owner),
            Some(_) | None => Err(Rejection::NotAllowed),
        }
    }
}
