//! What looks for an agent: a conversation that waits or is handed over, or an invitation of one that goes on.
//!
//! Routing treats them alike: each stands in a line or asks by name, and has an offer of its own.

use alloc::vec::Vec;

use crate::{
    command::Target,
    config::Place,
    event::{OfferTo, Reservation},
    ids::{AgentId, ConversationId, HandoffId, OfferId},
    state::{Conversation, Holder, Offer, Service, Spot, Wait},
    view::staff::TransferState,
};

/// One that looks for an agent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seeker {
    pub conversation: ConversationId,
    /// None for the conversation itself: its wait, or its warm transfer.
    pub invitation: Option<HandoffId>,
}

impl From<ConversationId> for Seeker {
    fn from(conversation: ConversationId) -> Self {
        Self { conversation, invitation: None }
    }
}

/// How one looks for an agent.
#[derive(Debug, Clone, Copy)]
pub struct Seeking<'a> {
    pub seeker: Seeker,
    pub conversation: &'a Conversation,
    /// Where whoever is found works on it.
    pub place: Place,
    /// The spot in the line of that place; none for what asks by name.
    pub spot: Option<&'a Spot>,
    pub priority: u8,
    pub offer: Option<&'a Offer>,
    /// Kept for one agent; not in the line.
    pub reserved: Option<&'a Reservation>,
    /// The agent that a pending handoff asks by name.
    pub named: Option<AgentId>,
}

impl Conversation {
    /// The conversation itself, then its invitations.
    pub fn seekings(&self) -> impl Iterator<Item = Seeking<'_>> {
        let invitations = self.invitations.keys().filter_map(|id| self.seeking_of(Some(*id)));
        core::iter::once(self.seeking()).chain(invitations)
    }

    /// How the conversation itself looks for an agent.
    pub fn seeking(&self) -> Seeking<'_> {
        let handoff = self.handoff.as_ref().filter(|handoff| handoff.spot.is_some());
        Seeking {
            seeker: self.id.into(),
            conversation: self,
            place: self.next_place(),
            spot: self.spot().map(|(_, spot)| spot),
            priority: handoff.map_or(self.priority, |handoff| handoff.priority),
            offer: self.offer.as_ref(),
            reserved: self.reserved(),
            named: self.named_receiver(),
        }
    }

    /// The same for the conversation itself or one of its invitations; none if there is no such invitation.
    pub fn seeking_of(&self, invitation: Option<HandoffId>) -> Option<Seeking<'_>> {
        let Some(id) = invitation else { return Some(self.seeking()) };
        let found = self.invitations.get(&id)?;
        let pending = found.state == TransferState::Pending;
        let named = match found.target {
            Target::Agent(agent) => Some(agent),
            Target::Queue(_) => None,
        };
        Some(Seeking {
            seeker: Seeker { conversation: self.id, invitation },
            conversation: self,
            place: found.place,
            spot: found.spot.as_ref(),
            priority: found.priority,
            offer: found.offer.as_ref(),
            reserved: None,
            named: named.filter(|_| pending),
        })
    }

    /// Which of them an offer belongs to.
    pub fn offered(&self, offer: OfferId) -> Option<Seeking<'_>> {
        self.seekings().find(|seeking| seeking.offer.is_some_and(|out| out.id == offer))
    }

    pub(crate) fn offer_mut(
        &mut self,
        invitation: Option<HandoffId>,
    ) -> Option<&mut Option<Offer>> {
        match invitation {
            None => Some(&mut self.offer),
            Some(id) => self.invitations.get_mut(&id).map(|invitation| &mut invitation.offer),
        }
    }

    /// Takes an offer back, whichever of them it belongs to.
    pub(crate) fn take_offer(&mut self, offer: OfferId) -> Option<Offer> {
        let seeker = self.offered(offer)?.seeker;
        self.offer_mut(seeker.invitation)?.take()
    }

    pub(crate) fn spot_mut(&mut self, invitation: Option<HandoffId>) -> Option<&mut Spot> {
        match (invitation, &mut self.holder) {
            (Some(id), _) => self.invitations.get_mut(&id)?.spot.as_mut(),
            (None, Holder::Queue(wait)) => Some(&mut wait.spot),
            (None, Holder::Agent(_)) => self.handoff.as_mut()?.spot.as_mut(),
            (None, Holder::Closed { .. }) => None,
        }
    }
}

impl Conversation {
    /// Whether an agent is asked by name or has an offer out, for the conversation or an invitation.
    pub fn asks(&self, agent: AgentId) -> bool {
        self.seekings().any(|seeking| seeking.asked().any(|asked| asked == agent))
    }
}

impl<'a> Seeking<'a> {
    /// Whether it is offered to one agent in particular and not by the queue's strategy.
    pub fn asks_by_name(&self) -> bool {
        self.reserved.is_some() || self.named.is_some()
    }

    /// Whether it is on offer, or kept for somebody.
    pub fn is_spoken_for(&self) -> bool {
        self.offer.is_some() || self.reserved.is_some()
    }

    /// Whether it stands in a queue that does not serve it any more.
    pub fn is_out_of_hours(&self) -> bool {
        self.spot.is_some_and(|spot| matches!(spot.service, Service::Closed { .. }))
    }

    /// Whether the visitor has a form for a message before them.
    pub fn shows_form(&self) -> bool {
        self.seeker.invitation.is_none() && self.conversation.wait().is_some_and(Wait::shows_form)
    }

    /// Whom it asks at this moment. The same agent may be named twice.
    pub fn asked(&self) -> impl Iterator<Item = AgentId> + use<'a> {
        let (one, all): (Option<AgentId>, &[AgentId]) = match self.offer.map(|offer| &offer.to) {
            Some(OfferTo::Agent(agent)) => (Some(*agent), &[]),
            Some(OfferTo::Broadcast(agents)) => (None, agents),
            None => (None, &[]),
        };
        self.named.into_iter().chain(one).chain(all.iter().copied())
    }

    /// Who is in the conversation, or is asked for something else in it, and so is not asked for this.
    pub fn engaged(&self) -> Vec<AgentId> {
        let conversation = self.conversation;
        // A guest may become the owner of what waits.
        let Some(owner) = conversation.owner() else { return Vec::new() };
        let others = conversation.seekings().filter(|other| other.seeker != self.seeker);
        core::iter::once(owner)
            .chain(conversation.receiver())
            .chain(conversation.guests.keys().copied())
            .chain(others.flat_map(|other| other.asked()))
            .collect()
    }
}
