//! What follows from how things stand, until nothing follows any more.
//!
//! Looks only at what has changed: a conversation whose holder, offer or clocks moved, an agent who came,
//! went or got room. Rules that a command or a deadline asks for are `decide`'s.

use alloc::vec::Vec;

use crate::{
    command::{Actor, Completion, OnUnanswered, Target},
    event::{
        AssignCause, Event, ExpireCause, FailCause, GuestLeave, Hop, OfferEnd, OfferTo,
        ReleaseCause, ReservationEnd, SupervisorLeave, TransferOutcome, WaitCause, WrapUpEnd,
    },
    ids::{AgentId, ConversationId},
    limits::SETTLE_STEPS_MAX,
    moves::{Departure, NoAnswer, Waiting},
    state::{Link, Seeker, Seeking},
    turn::Turn,
    view::staff::{AgentStatus, TransferState},
};

impl Turn<'_> {
    /// Runs until quiet. Each step leaves one thing less to look at, or tells an event. Everything is in its
    /// line before the first agent is looked for, so that the order of looking does not matter (invariant I10).
    pub fn settle(&mut self) {
        for _ in 0..SETTLE_STEPS_MAX {
            let dirty = &mut self.desk.index.dirty;
            if let Some(conversation) = dirty.conversations.pop_first() {
                self.follow(conversation);
            } else if let Some(seeker) = dirty.unplaced.pop_first() {
                self.place(seeker);
            } else if let Some(agent) = dirty.agents.pop_first() {
                self.fill(agent);
            } else {
                return;
            }
        }
        unreachable!("settling one command does not end");
    }

    /// One step of what follows for a conversation. A step that tells something makes it dirty again.
    fn follow(&mut self, id: ConversationId) {
        let Some(conversation) = self.desk.conversation(id) else { return };
        if conversation.quarantined || self.forget_removed(id) {
            return;
        }
        let Some(conversation) = self.desk.conversation(id).filter(|c| !c.is_closed()) else {
            return;
        };
        if let Some(agent) = conversation.owner() {
            if self.follow_owner(id, agent)
                || self.follow_transfer(id)
                || self.follow_invitations(id)
            {
                return;
            }
        } else if self.follow_wait(id) {
            return;
        }
        if self.place_by_name(id) {
            return;
        }
        let Some(conversation) = self.desk.conversation(id) else { return };
        let in_line = conversation.seekings().filter(|seeking| seeking.spot.is_some());
        let unplaced: Vec<Seeker> = in_line.map(|seeking| seeking.seeker).collect();
        self.desk.index.dirty.unplaced.extend(unplaced);
    }

    /// People who were removed, or are agents no longer, leave what they have to do with.
    fn forget_removed(&mut self, id: ConversationId) -> bool {
        let Some(conversation) = self.desk.conversation(id) else { return false };
        let gone = |agent: &&AgentId| !self.desk.is_agent(**agent);
        if let Some(&agent) = conversation.wrap_ups.keys().find(|agent| !self.desk.may_own(**agent))
        {
            self.end_wrap_up(id, agent, WrapUpEnd::AgentRemoved);
            return true;
        }
        let lost = |agent: &&AgentId| {
            self.desk.state.agents.get(agent).is_some_and(|a| a.link == Link::Gone)
        };
        if let Some(&agent) = conversation.guests.keys().find(|agent| gone(agent) || lost(agent)) {
            let cause = if gone(&&agent) { GuestLeave::Removed } else { GuestLeave::Lost };
            self.end_guest(id, agent, cause);
            return true;
        }
        let invited = |target| match target {
            Target::Agent(agent) => gone(&&agent),
            Target::Queue(_) => false,
        };
        let failed = conversation.open_invitations().find(|open| invited(open.target));
        if let Some(handoff) = failed.map(|invitation| invitation.id) {
            self.end_invitation(id, handoff, TransferOutcome::Failed(FailCause::TargetRemoved));
            return true;
        }
        let target = conversation.handoff.as_ref().and_then(|handoff| {
            match (handoff.state, handoff.target) {
                (TransferState::Accepted { by, .. }, _) => Some(by),
                (TransferState::Pending, Target::Agent(agent)) => Some(agent),
                (TransferState::Pending, Target::Queue(_)) => None,
            }
        });
        if target.is_some_and(|agent| gone(&&agent)) {
            self.end_transfer(id, TransferOutcome::Failed(FailCause::TargetRemoved));
            self.end_reservation(id, ReservationEnd::AgentRemoved);
            return true;
        }
        let overseers = &self.desk.index.overseers;
        if let Some(&agent) = conversation.supervisors.keys().find(|a| !overseers.contains(a)) {
            self.end_assist(id, agent, SupervisorLeave::Removed);
            return true;
        }
        if let Some(agent) = conversation.owner().filter(|agent| !self.desk.may_own(*agent)) {
            self.drop_owner(id, WaitCause::AgentRemoved(agent), ReleaseCause::Removed);
            return true;
        }
        false
    }

    /// The owner is lost, or back, or has room for what wakes.
    fn follow_owner(&mut self, id: ConversationId, agent: AgentId) -> bool {
        let Some(conversation) = self.desk.conversation(id) else { return false };
        let Some(tenure) = conversation.tenure() else { return false };
        let Some(link) = self.desk.state.agents.get(&agent).map(|agent| agent.link) else {
            return false;
        };
        match link {
            Link::Disconnected { .. } if !tenure.lost => {
                self.tell(Event::OwnerLost { conversation: id, agent });
                true
            }
            Link::Connected if tenure.lost => {
                self.tell(Event::OwnerBack { conversation: id, agent });
                true
            }
            Link::Gone => {
                self.owner_given_up(id, agent);
                true
            }
            Link::Connected | Link::Grace { .. } | Link::Disconnected { .. } => {
                let wakes = tenure.parked.is_some_and(|parked| parked.wake_ends.is_some())
                    && self.desk.has_room(
                        agent,
                        self.desk.place(conversation.place).queue.weight,
                        id,
                    );
                if wakes {
                    self.tell(Event::ConversationWoken { conversation: id, by: Actor::System });
                }
                wakes
            }
        }
    }

    /// Two minutes are over. A transfer that was under way goes on as a cold one, else a guest is next.
    fn owner_given_up(&mut self, id: ConversationId, agent: AgentId) {
        let Some(conversation) = self.desk.conversation(id) else { return };
        let pending =
            conversation.handoff.as_ref().filter(|handoff| handoff.state == TransferState::Pending);
        let Some(handoff) = pending.map(|handoff| (handoff.id, handoff.place, handoff.target))
        else {
            self.succeed(id, Departure::Lost, None);
            return;
        };
        let (handoff, place, target) = handoff;
        let reserved = match target {
            Target::Agent(receiver) => {
                Some(self.reservation_by_name(receiver, OnUnanswered::Queue))
            }
            Target::Queue(_) => None,
        };
        self.tell(Event::TransferTurnedCold { conversation: id, handoff });
        self.release(id, ReleaseCause::Lost);
        let how = Waiting { front: true, sender: Some(agent), reserved, list: None };
        self.wait(id, place, WaitCause::Transfer(handoff), how);
    }

    /// A warm transfer: its introduction ends with whoever is lost; its offer, if to one agent by name, is made.
    fn follow_transfer(&mut self, id: ConversationId) -> bool {
        let Some(conversation) = self.desk.conversation(id) else { return false };
        let (Some(handoff), Some(owner)) = (&conversation.handoff, conversation.owner()) else {
            return false;
        };
        if let TransferState::Accepted { by, .. } = handoff.state {
            if self.desk.is_lost(by) {
                self.end_transfer(id, TransferOutcome::Failed(FailCause::ReceiverLost));
                return true;
            }
            if handoff.completion() != Some(Completion::Introduced) {
                self.complete(id, Actor::Agent(by));
                return true;
            }
            // A receiver who may be on the way out too is waited for first.
            let leads = self.desk.is_lost(owner) && self.desk.is_connected(by);
            if leads {
                self.complete(id, Actor::System);
            }
            return leads;
        }
        if self.offer_is_dead(conversation.seeking()) {
            self.end_offer(id, OfferEnd::Offline);
            if self.desk.conversation(id).is_some_and(|c| c.named_receiver().is_some()) {
                self.end_transfer(id, TransferOutcome::Expired(ExpireCause::Offline));
            }
            return true;
        }
        false
    }

    /// A waiting conversation: an agent who came back takes it, one who left does not answer.
    fn follow_wait(&mut self, id: ConversationId) -> bool {
        let Some(conversation) = self.desk.conversation(id) else { return false };
        let Some(wait) = conversation.wait() else { return false };
        if let WaitCause::AgentLost(agent) = wait.cause
            && self.desk.is_connected(agent)
            && self.desk.has_room(agent, self.desk.place(wait.came_from).queue.weight, id)
        {
            let place = wait.came_from;
            self.end_offer(id, OfferEnd::Withdrawn);
            self.assign(id, agent, place, AssignCause::Reconnected, Hop::None);
            return true;
        }
        if self.offer_is_dead(conversation.seeking()) {
            self.end_offer(id, OfferEnd::Offline);
            self.not_taken(id, NoAnswer::Offline);
            return true;
        }
        false
    }

    /// Invitations: offers nobody can answer end, those by name are made.
    fn follow_invitations(&mut self, id: ConversationId) -> bool {
        let Some(conversation) = self.desk.conversation(id) else { return false };
        let next = {
            let mut invitations =
                conversation.seekings().filter(|seeking| seeking.seeker.invitation.is_some());
            invitations.find_map(|seeking| {
                let asks = seeking.named.filter(|_| seeking.offer.is_none());
                (asks.is_some() || self.offer_is_dead(seeking)).then_some((seeking.seeker, asks))
            })
        };
        match next {
            Some((seeker, Some(agent))) => self.ask_by_name(seeker, agent),
            Some((seeker, None)) => {
                self.end_offer(seeker, OfferEnd::Offline);
                self.not_taken(seeker, NoAnswer::Offline);
            }
            None => {}
        }
        next.is_some()
    }

    /// An offer to one agent who cannot answer it.
    fn offer_is_dead(&self, seeking: Seeking<'_>) -> bool {
        match seeking.offer.map(|offer| &offer.to) {
            Some(OfferTo::Agent(agent)) => {
                matches!(self.desk.status(*agent), AgentStatus::Offline | AgentStatus::Disconnected)
            }
            Some(OfferTo::Broadcast(agents)) => {
                agents.iter().any(|agent| !self.desk.is_agent(*agent))
            }
            None => false,
        }
    }

    /// An agent whose standing changed: the first in line they can help, until there is none.
    fn fill(&mut self, agent: AgentId) {
        if !self.desk.takes_handovers(agent) {
            let queues = self.desk.index.routing.queues_of(agent);
            let lines = queues.iter().filter_map(|queue| self.desk.index.lines.get(queue));
            let sent: Vec<ConversationId> =
                lines.flat_map(|line| line.sent.iter().copied()).collect();
            // Whoever sent these may get them back once nobody else online could take them.
            self.desk.index.dirty.conversations.extend(sent);
        } else if let Some(seeker) = self.desk.first_for(agent) {
            self.place(seeker);
            self.desk.index.dirty.agents.insert(agent);
        }
    }
}
