//! How a transfer ends: completed, unanswered, or without having moved anything.

use crate::{
    command::{Actor, Completion, OnUnanswered},
    event::{
        AssignCause, DeclineCause, Event, ExpireCause, GuestJoin, Hop, OfferEnd, ReleaseCause,
        ReservationEnd, TransferOutcome, TransferPhase, WaitCause,
    },
    ids::{AgentId, ConversationId},
    moves::Waiting,
    state::Seeker,
    turn::Turn,
    view::staff::{AgentStatus, TransferState},
};

/// Why an agent who was asked by name does not come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoAnswer {
    Declined,
    RanOut,
    Offline,
}

impl Turn<'_> {
    /// The open transfer ends without having moved ownership; what it had on offer is withdrawn.
    pub fn end_transfer(&mut self, id: ConversationId, outcome: TransferOutcome) {
        let Some(conversation) = self.desk.conversation(id) else { return };
        let Some(handoff) = conversation.handoff.as_ref() else { return };
        let phase = match (handoff.state, conversation.owner()) {
            (TransferState::Accepted { by, .. }, _) => TransferPhase::Introduction { receiver: by },
            (TransferState::Pending, Some(_)) => TransferPhase::Asked,
            (TransferState::Pending, None) => TransferPhase::Waiting,
        };
        let (handoff, from) = (handoff.id, handoff.from);
        self.end_offer(id, OfferEnd::Withdrawn);
        self.tell(Event::TransferEnded { conversation: id, handoff, from, phase, outcome });
    }

    /// The receiver of an accepted warm transfer becomes owner.
    pub fn complete(&mut self, id: ConversationId, by: Actor) {
        let Some(conversation) = self.desk.conversation(id) else { return };
        let (Some(open), Some(receiver)) = (&conversation.handoff, conversation.receiver()) else {
            return;
        };
        let (handoff, from, place) = (open.id, open.from, open.place);
        let lost = self.desk.is_lost(from);
        // Whoever cannot be a guest beside what else they have, or who else is there, leaves.
        let stays = open.completion() == Some(Completion::OnAccept)
            && !lost
            && self.desk.has_seat_beside(conversation, receiver)
            && self.desk.has_room(from, self.desk.place(place).queue.weight, id);
        let (released, cause) = match (lost, stays) {
            (true, _) => (ReleaseCause::Lost, AssignCause::OwnerLost(handoff)),
            (false, true) => {
                (ReleaseCause::BecameGuest(handoff), AssignCause::TransferCompleted(handoff))
            }
            (false, false) => {
                (ReleaseCause::HandedOver(handoff), AssignCause::TransferCompleted(handoff))
            }
        };
        self.release(id, released);
        self.assign(id, receiver, place, cause, Hop::From(from));
        self.tell(Event::TransferCompleted { conversation: id, handoff, agent: receiver, by });
        if stays {
            let cause = GuestJoin::HandedOver;
            self.tell(Event::GuestJoined { conversation: id, agent: from, cause });
        }
    }

    /// What follows when an offer to one agent came to nothing. A parked transfer outlives its agent's absence.
    pub fn not_taken(&mut self, seeker: impl Into<Seeker>, why: NoAnswer) {
        let seeker = seeker.into();
        if seeker.invitation.is_some() {
            self.not_joining(seeker, why);
            return;
        }
        let id = seeker.conversation;
        let Some(conversation) = self.desk.conversation(id) else { return };
        let by_name =
            conversation.handoff.as_ref().filter(|_| conversation.named_receiver().is_some());
        match by_name.map(|handoff| handoff.on_unanswered()) {
            Some(None) => self.end_transfer(id, why.outcome()),
            Some(Some(OnUnanswered::Park)) if why == NoAnswer::Offline => {}
            Some(Some(_)) => self.unanswered(id, why),
            None => self.end_reservation(id, why.reservation_end()),
        }
    }

    /// A cold transfer's agent does not take it: back to the sender, or on to everybody in the place.
    pub fn unanswered(&mut self, id: ConversationId, why: NoAnswer) {
        let Some(conversation) = self.desk.conversation(id) else { return };
        let Some(handoff) = conversation.handoff.as_ref() else { return };
        let (handoff, from, from_place, then) =
            (handoff.id, handoff.from, handoff.from_place, handoff.on_unanswered());
        let (place, sender) =
            (conversation.place, conversation.spot().and_then(|(_, spot)| spot.sender));
        let returns = then == Some(OnUnanswered::Return) && self.can_take_back(from);
        self.end_transfer(id, why.outcome());
        if returns {
            self.assign(id, from, from_place, AssignCause::TransferReturned(handoff), Hop::None);
        } else if then == Some(OnUnanswered::Park) {
            // The reservation may have outlasted the place's max wait: whoever is asked now gets a whole one.
            let how = Waiting { sender, ..Waiting::default() };
            self.wait(id, place, WaitCause::Unanswered(handoff), how);
        } else {
            self.end_reservation(id, why.reservation_end());
        }
    }

    /// It is no longer kept for one agent; the wait goes on.
    pub fn end_reservation(&mut self, id: ConversationId, cause: ReservationEnd) {
        if let Some(reserved) = self.desk.conversation(id).and_then(|c| c.reserved()) {
            let agent = reserved.agent;
            self.tell(Event::ReservationEnded { conversation: id, agent, cause });
        }
    }

    /// Whether a sender is there to have a conversation back without being asked.
    fn can_take_back(&self, agent: AgentId) -> bool {
        match self.desk.status(agent) {
            AgentStatus::Online
            | AgentStatus::TransferOnly
            | AgentStatus::Away
            | AgentStatus::NotResponding => true,
            AgentStatus::Offline | AgentStatus::Disconnected => false,
        }
    }
}

impl NoAnswer {
    pub(super) fn outcome(self) -> TransferOutcome {
        match self {
            NoAnswer::Declined => TransferOutcome::Declined(DeclineCause::Declined),
            NoAnswer::RanOut => TransferOutcome::Expired(ExpireCause::TimeUp),
            NoAnswer::Offline => TransferOutcome::Expired(ExpireCause::Offline),
        }
    }

    fn reservation_end(self) -> ReservationEnd {
        match self {
            NoAnswer::Declined => ReservationEnd::Declined,
            NoAnswer::RanOut => ReservationEnd::Unanswered,
            NoAnswer::Offline => ReservationEnd::WentOffline,
        }
    }
}
