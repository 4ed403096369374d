//! Configuration, restarts, and who is connected.

use crate::{
    config::Config,
    desk::Desk,
    ids::{AgentId, Timestamp, VisitorId},
    index::Index,
    state::{FormerAgent, Holder, IdleClock, Link, Tenure},
};

impl Desk {
    pub(super) fn configured(&mut self, config: &Config, at: Timestamp) {
        let present = self.state.config.replace(config.clone());
        let left = present.into_iter().flat_map(|present| present.agents);
        let left = left.filter(|(agent, _)| !config.agents.contains_key(agent));
        self.state.former.extend(left.map(|(id, agent)| {
            (id, FormerAgent { name: agent.name, public_name: agent.public_name })
        }));
        self.state.agents.retain(|agent, _| config.agents.contains_key(agent));
        for agent in config.agents.keys() {
            self.state.agents.entry(*agent).or_default();
        }
        for conversation in self.state.conversations.values_mut() {
            conversation.place = config.present(conversation.place);
            if let Holder::Queue(wait) = &mut conversation.holder {
                let there = config.queues.contains_key(&wait.came_from.queue);
                let before = if there { wait.came_from } else { conversation.place };
                wait.came_from = config.present(before);
            }
            for invitation in conversation.invitations.values_mut() {
                invitation.place = config.present(invitation.place);
            }
            if let Some(handoff) = &mut conversation.handoff {
                handoff.place = config.present(handoff.place);
                handoff.from_place = config.present(handoff.from_place);
            }
        }
        self.state.rotation.retain(|queue, _| config.queues.contains_key(queue));
        self.state.paces.retain(|queue, _| config.queues.contains_key(queue));
        self.state.closed.retain(|queue, _| config.queues.contains_key(queue));
        self.state.hours_followed = at;
        self.index = Index::rebuild(&self.state, config);
        // Lowering a capacity, or raising a weight, takes nothing away.
        for (id, agent) in &mut self.state.agents {
            let load = self.index.load(*id);
            let capacity = config.agents.get(id).map_or(0, |agent| agent.capacity);
            agent.allowance = if load > capacity { load } else { 0 };
        }
    }

    /// Nobody is connected any more. Clocks that measure a person start again; those of a wait go on.
    pub(super) fn server_started(&mut self, at: Timestamp) {
        let settings = self.rules().settings.clone();
        let silences = self.silences_from(at);
        for agent in self.state.agents.values_mut() {
            let lost_ends = at.after(settings.agent_lost_ms);
            agent.link = match agent.link {
                Link::Connected | Link::Grace { .. } => {
                    Link::Grace { grace_ends: at.after(settings.agent_grace_ms), lost_ends }
                }
                Link::Disconnected { .. } => Link::Disconnected { lost_ends },
                Link::Gone => Link::Gone,
            };
        }
        self.state.visitors.retain(|_, visitor| {
            visitor.connected = false;
            !visitor.conversations.is_empty()
        });
        for conversation in self.state.conversations.values_mut().filter(|c| !c.is_closed()) {
            conversation.visitor_lost_ends = Some(at.after(settings.visitor_lost_ms));
            conversation.talk.idle = IdleClock::begun(at, &settings);
            if conversation.talk.unanswered_since.is_some() {
                conversation.silences.clone_from(&silences);
            }
            for assist in conversation.supervisors.values_mut() {
                assist.lost_ends = Some(at.after(settings.supervisor_lost_ms));
            }
            for guest in conversation.guests.values_mut() {
                guest.silence_ends = guest.silence_ends.map(|_| at.after(settings.introduction_ms));
            }
            if let Holder::Agent(Tenure { succession: Some(succession), .. }) =
                &mut conversation.holder
            {
                succession.pass_ends = at.after(settings.pass_ms);
            }
            if let Some(handoff) =
                conversation.handoff.as_mut().filter(|h| h.introduction_ends.is_some())
            {
                handoff.introduction_ends = Some(at.after(settings.introduction_ms));
            }
        }
        self.index = Index::rebuild(&self.state, self.rules());
    }

    pub(super) fn agent_connection_lost(&mut self, agent: AgentId, at: Timestamp) {
        let settings = &self.rules().settings;
        let (grace_ends, lost_ends) =
            (at.after(settings.agent_grace_ms), at.after(settings.agent_lost_ms));
        let assist_ends = at.after(settings.supervisor_lost_ms);
        self.change_agent(agent, |agent| agent.link = Link::Grace { grace_ends, lost_ends });
        self.redate_assists(agent, Some(assist_ends));
    }

    pub(super) fn agent_disconnected(&mut self, agent: AgentId) {
        self.change_agent(agent, |agent| {
            if let Link::Grace { lost_ends, .. } = agent.link {
                agent.link = Link::Disconnected { lost_ends };
            }
        });
    }

    pub(super) fn visitor_connected(&mut self, visitor: VisitorId) {
        let entry = self.state.visitors.entry(visitor).or_default();
        entry.connected = true;
        for conversation in entry.conversations.clone() {
            self.redate(conversation, |c| c.visitor_lost_ends = None);
        }
    }

    pub(super) fn visitor_connection_lost(&mut self, visitor: VisitorId, at: Timestamp) {
        let ends = at.after(self.rules().settings.visitor_lost_ms);
        let Some(entry) = self.state.visitors.get_mut(&visitor) else { return };
        entry.connected = false;
        let open = entry.conversations.clone();
        if open.is_empty() {
            self.state.visitors.remove(&visitor);
        }
        for conversation in open {
            self.redate(conversation, |c| c.visitor_lost_ends = Some(ends));
        }
    }
}
