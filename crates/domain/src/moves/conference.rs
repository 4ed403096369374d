//! How guests come and go, how invitations end, and who is next when the owner of a conference leaves.

use alloc::vec::Vec;

use crate::{
    config::AgentKind,
    desk::Desk,
    event::{
        AssignCause, CancelCause, Event, GuestJoin, GuestLeave, Hop, OfferEnd, ReleaseCause,
        SupervisorLeave, TransferOutcome, WaitCause,
    },
    ids::{AgentId, ConversationId, HandoffId},
    moves::{NoAnswer, Waiting},
    state::{Conversation, Seeker},
    turn::Turn,
    view::actions::Because,
};

/// Why an owner does not own it any longer, as far as the next one is concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Departure {
    Left,
    WentOffline,
    Lost,
    Passed,
}

impl Desk {
    /// Whether whoever gives a conversation up may stay as guest beside its next owner: visitor, owner and
    /// guests are counted.
    pub(crate) fn has_seat_beside(&self, conversation: &Conversation, next: AgentId) -> bool {
        let guests = conversation.guests.keys().filter(|guest| **guest != next).count();
        guests.saturating_add(3) <= self.rules().settings.people_max as usize
    }
}

impl Turn<'_> {
    /// Somebody who was invited takes part from here.
    pub fn join(&mut self, id: ConversationId, handoff: HandoffId, agent: AgentId) {
        self.end_assist(id, agent, SupervisorLeave::TookPart);
        self.tell(Event::InvitationAccepted { conversation: id, handoff, agent });
        let cause = GuestJoin::Invited(handoff);
        self.tell(Event::GuestJoined { conversation: id, agent, cause });
    }

    /// A guest's leg ends, and with it the invitation they came by.
    pub fn end_guest(&mut self, id: ConversationId, agent: AgentId, cause: GuestLeave) {
        let guest = self.desk.conversation(id).and_then(|c| c.guests.get(&agent));
        let Some(invitation) = guest.map(|guest| guest.invitation) else { return };
        self.tell(Event::GuestLeft { conversation: id, agent, cause });
        if let Some(handoff) = invitation {
            self.tell(Event::InvitationCompleted { conversation: id, handoff, agent });
        }
    }

    /// An open invitation ends and nobody came by it; what it had on offer is withdrawn.
    pub fn end_invitation(
        &mut self,
        id: ConversationId,
        handoff: HandoffId,
        outcome: TransferOutcome,
    ) {
        self.end_offer(Seeker { conversation: id, invitation: Some(handoff) }, OfferEnd::Withdrawn);
        self.tell(Event::InvitationEnded { conversation: id, handoff, outcome });
    }

    /// Invitations are their owner's: they end with the ownership.
    pub fn cancel_invitations(&mut self, id: ConversationId, released: ReleaseCause) {
        let cause = match released {
            ReleaseCause::Closed => CancelCause::Closed,
            ReleaseCause::Transferred(_)
            | ReleaseCause::HandedOver(_)
            | ReleaseCause::Escalated(_)
            | ReleaseCause::Returned(_)
            | ReleaseCause::BecameGuest(_)
            | ReleaseCause::GaveTo(_)
            | ReleaseCause::LeftTo(_)
            | ReleaseCause::Left
            | ReleaseCause::Passed
            | ReleaseCause::Lost
            | ReleaseCause::WentOffline
            | ReleaseCause::Removed
            | ReleaseCause::NoRoomToWake
            | ReleaseCause::MovedBy(_)
            | ReleaseCause::TakenOver { .. }
            | ReleaseCause::HandedBack => CancelCause::OwnerChanged,
        };
        let open: Vec<HandoffId> = self.desk.conversation(id).map_or_else(Vec::new, |c| {
            c.open_invitations().map(|invitation| invitation.id).collect()
        });
        for handoff in open {
            self.end_invitation(id, handoff, TransferOutcome::Cancelled(cause));
        }
    }

    /// An agent who was asked for an invitation in vain. By name it ends; at a queue the next is asked.
    pub fn not_joining(&mut self, seeker: Seeker, why: NoAnswer) {
        let Some(conversation) = self.desk.conversation(seeker.conversation) else { return };
        let named = conversation.seeking_of(seeker.invitation).and_then(|seeking| seeking.named);
        if let (Some(handoff), Some(_)) = (seeker.invitation, named) {
            self.end_invitation(seeker.conversation, handoff, why.outcome());
        }
    }

    /// The owner goes. The guest chosen, else the one who has been there longest, owns it from here and may
    /// pass; if there is none it waits in its place, before everybody.
    pub fn succeed(&mut self, id: ConversationId, how: Departure, chosen: Option<AgentId>) {
        let Some(conversation) = self.desk.conversation(id) else { return };
        let Some(from) = conversation.owner() else { return };
        let place = conversation.place;
        let next = chosen.or_else(|| self.next_owner(conversation));
        // Whoever passes was a guest before and is one again, unless it was parked and there is no room left.
        let weight = self.desk.place(place).queue.weight;
        let stays = how == Departure::Passed && self.desk.has_room(from, weight, id);
        let released = match (how, next) {
            (Departure::Lost, _) => ReleaseCause::Lost,
            (Departure::Passed, _) if stays => ReleaseCause::Passed,
            (Departure::WentOffline, None) => ReleaseCause::WentOffline,
            (_, Some(next)) => ReleaseCause::LeftTo(next),
            (Departure::Left | Departure::Passed, None) => ReleaseCause::Left,
        };
        if let Some(next) = next {
            self.release(id, released);
            self.assign(id, next, place, AssignCause::Inherited { from }, Hop::None);
        } else {
            match how {
                Departure::Lost => self.drop_owner(id, WaitCause::AgentLost(from), released),
                Departure::WentOffline => {
                    self.drop_owner(id, WaitCause::AgentWentOffline(from), released)
                }
                Departure::Left | Departure::Passed => {
                    let front = Waiting { front: true, sender: Some(from), ..Waiting::default() };
                    self.requeue(id, WaitCause::OwnerLeft(from), released, front);
                }
            }
        }
        if stays {
            let cause = GuestJoin::WasOwner;
            self.tell(Event::GuestJoined { conversation: id, agent: from, cause });
        }
    }

    /// The longest-present human guest with room who has not passed. Membership is not asked.
    fn next_owner(&self, conversation: &Conversation) -> Option<AgentId> {
        let passed = conversation.tenure().and_then(|tenure| tenure.succession.as_ref());
        let human = |agent: AgentId| {
            let configured = self.desk.rules().agents.get(&agent);
            configured.is_some_and(|agent| agent.kind == AgentKind::Human)
        };
        let may = |agent: AgentId| {
            human(agent)
                && !passed.is_some_and(|succession| succession.passed.contains(&agent))
                && self.desk.cannot_own(conversation, agent).is_none()
        };
        let guests = conversation.guests.iter().filter(|(agent, _)| may(**agent));
        guests.min_by_key(|(agent, guest)| (guest.since, **agent)).map(|(agent, _)| *agent)
    }
}

impl Desk {
    /// Why a guest cannot be the owner at this moment.
    pub(crate) fn cannot_own(
        &self,
        conversation: &Conversation,
        agent: AgentId,
    ) -> Option<Because> {
        let weight = self.place(conversation.place).queue.weight;
        if !self.is_agent(agent) || self.is_lost(agent) {
            Some(Because::Disconnected)
        } else {
            (!self.has_room(agent, weight, conversation.id)).then_some(Because::NoRoom)
        }
    }
}

impl Conversation {
    /// Others than the owner are there to help, or on their way.
    pub fn is_shared(&self) -> bool {
        self.receiver().is_some()
            || !self.guests.is_empty()
            || self.open_invitations().next().is_some()
    }
}
