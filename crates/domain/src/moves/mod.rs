//! The moves that decisions are made of: each a short run of facts that belong together.
//!
//! Used alike by commands, deadlines and `settle`. Checks nothing: whether a move is allowed was asked before.

mod assist;
mod conference;
mod hours;
mod path;
mod transfers;

pub(crate) use conference::Departure;
pub(crate) use transfers::NoAnswer;

use path::{Path, PathEnd};

use crate::{
    command::Actor,
    config::{Credit, Fallback, Place},
    desk::Desk,
    event::{
        Alert, AssignCause, CancelCause, CloseReason, Event, ExpireCause, GuestLeave, Hop,
        OfferEnd, OfferTo, ReleaseCause, Reservation, SupervisorLeave, TransferOutcome, WaitCause,
        WaitStart, WrapUpEnd, WrapUpStart,
    },
    ids::{AgentId, BodyId, ConversationId, ListId, QueueId, Timestamp},
    state::{Conversation, Seeker},
    turn::Turn,
    view::staff::{AgentStatus, Role},
};

/// How a wait begins that is not its place's plain one.
#[derive(Default)]
pub(crate) struct Waiting {
    pub front: bool,
    pub sender: Option<AgentId>,
    pub reserved: Option<Reservation>,
    pub list: Option<ListId>,
}

impl Desk {
    /// Earlier waiting that counts in a place.
    pub(crate) fn credit(&self, conversation: &Conversation, place: Place, now: Timestamp) -> u64 {
        let waited = conversation.waited_until(now);
        match self.place(place).queue.credit {
            Credit::Keep => waited,
            Credit::Reset => 0,
            Credit::Boost => waited.saturating_add(self.rules().settings.boost_ms),
        }
    }

    /// The priority in a place: its own, else the one the conversation has.
    pub(crate) fn priority(&self, conversation: &Conversation, place: Place) -> u8 {
        self.place(place).priority().unwrap_or(conversation.priority)
    }
}

impl Turn<'_> {
    /// The conversation moves to a place, whose queue holds it from here.
    pub fn wait(&mut self, id: ConversationId, place: Place, cause: WaitCause, how: Waiting) {
        let Some(conversation) = self.desk.conversation(id) else { return };
        let mut wait = WaitStart {
            place,
            cause,
            credit_ms: self.desk.credit(conversation, place, self.now),
            front: how.front,
            priority: self.desk.priority(conversation, place),
            sender: how.sender,
            reserved: how.reserved,
            list: how.list,
            shown: None,
        };
        if matches!(cause, WaitCause::Escalation(_)) {
            wait.shown = self.desk.foreseen(id, &wait, self.now);
        }
        self.tell(Event::WaitStarted { conversation: id, wait });
    }

    /// An agent becomes owner. Whatever else they were in this conversation ends.
    pub fn assign(
        &mut self,
        id: ConversationId,
        agent: AgentId,
        place: Place,
        cause: AssignCause,
        hop: Hop,
    ) {
        let Some(conversation) = self.desk.conversation(id) else { return };
        let was = role_of(conversation, agent);
        let wraps_up = conversation.wrap_ups.contains_key(&agent);
        self.end_assist(id, agent, SupervisorLeave::TookPart);
        if wraps_up {
            self.end_wrap_up(id, agent, WrapUpEnd::CameBack);
        }
        self.end_guest(id, agent, GuestLeave::BecameOwner);
        self.tell(Event::AgentAssigned { conversation: id, agent, place, cause, hop, was });
        let queue = place.queue;
        let greets = self.desk.queue(queue).greets()
            && self.desk.conversation(id).is_some_and(|c| !c.greeted.contains(&queue));
        if greets {
            let config_version = self.desk.rules().version;
            self.tell(Event::Greeted { conversation: id, agent, queue, config_version });
        }
        self.meet_rules_of_owner(id, hop);
    }

    /// The owner's leg ends, and what they invited for; work after it begins where the cause leaves any.
    pub fn release(&mut self, id: ConversationId, cause: ReleaseCause) {
        self.cancel_invitations(id, cause);
        let Some(conversation) = self.desk.conversation(id) else { return };
        let Some(agent) = conversation.owner() else { return };
        self.lower_hand_of_owner(id, cause);
        let Some(conversation) = self.desk.conversation(id) else { return };
        let place = self.desk.place(conversation.place).queue;
        let worked = match cause {
            ReleaseCause::Transferred(_)
            | ReleaseCause::Escalated(_)
            | ReleaseCause::Returned(_)
            | ReleaseCause::HandedOver(_)
            | ReleaseCause::BecameGuest(_)
            | ReleaseCause::GaveTo(_)
            | ReleaseCause::LeftTo(_)
            | ReleaseCause::Left
            | ReleaseCause::Closed
            | ReleaseCause::MovedBy(_)
            | ReleaseCause::TakenOver { .. }
            | ReleaseCause::HandedBack => true,
            ReleaseCause::Passed
            | ReleaseCause::Lost
            | ReleaseCause::WentOffline
            | ReleaseCause::Removed
            | ReleaseCause::NoRoomToWake => false,
        };
        let wrap_up = (worked && place.wrap_up.ms > 0).then(|| WrapUpStart {
            until: self.now.after(place.wrap_up.ms),
            // A parked leg held no room, so there is none to keep for the work after it.
            weight: if place.wrap_up.holds_capacity && conversation.parked().is_none() {
                place.weight
            } else {
                0
            },
        });
        self.tell(Event::AgentReleased { conversation: id, agent, cause, wrap_up });
    }

    pub fn end_wrap_up(&mut self, id: ConversationId, agent: AgentId, cause: WrapUpEnd) {
        self.tell(Event::WrapUpEnded {
            conversation: id,
            agent,
            cause,
            disposition: None,
            note: None,
        });
    }

    pub fn end_offer(&mut self, seeker: impl Into<Seeker>, end: OfferEnd) {
        let seeker = seeker.into();
        if let Some(offer) = self.desk.seeking(seeker).and_then(|seeking| seeking.offer) {
            let agent = match offer.to {
                OfferTo::Agent(agent) => Some(agent),
                OfferTo::Broadcast(_) => None,
            };
            let (offer, conversation) = (offer.id, seeker.conversation);
            self.tell(Event::OfferEnded { offer, conversation, agent, end });
        }
    }

    /// Clears the way for a move that nobody in the conversation asked for (invariant I2).
    pub fn withdraw(&mut self, id: ConversationId, cause: CancelCause) {
        self.end_transfer(id, TransferOutcome::Cancelled(cause));
        self.end_offer(id, OfferEnd::Withdrawn);
    }

    /// From the owner back to the queue of its place.
    pub fn requeue(
        &mut self,
        id: ConversationId,
        cause: WaitCause,
        released: ReleaseCause,
        how: Waiting,
    ) {
        let Some(place) = self.desk.conversation(id).map(|c| c.place) else { return };
        self.withdraw(id, CancelCause::Requeued);
        self.release(id, released);
        self.wait(id, place, cause, how);
    }

    /// The owner is gone: to the front of the queue of its place, or of another that its stage names.
    pub fn drop_owner(&mut self, id: ConversationId, cause: WaitCause, released: ReleaseCause) {
        let Some(conversation) = self.desk.conversation(id) else { return };
        let stage = self.desk.place(conversation.place).stage;
        let first = stage.and_then(|stage| stage.on_drop).map(Fallback::Stage);
        let Path { messages, end } = self.desk.path(conversation, first, self.now);
        let present = conversation.place;
        let place = match end {
            PathEnd::Place { place, .. } => place,
            PathEnd::OfflineForm(_) | PathEnd::Close | PathEnd::Nowhere => present,
        };
        self.withdraw(id, CancelCause::Requeued);
        self.release(id, released);
        if place != present {
            self.tell_stages(id, messages);
        }
        self.wait(id, place, cause, Waiting { front: true, ..Waiting::default() });
        if let PathEnd::OfflineForm(stage) = end {
            self.show_form(id, stage);
        }
    }

    /// The max wait is over: on to the fallback, else the visitor is asked. A warm transfer and an
    /// invitation just end.
    pub fn max_wait_over(&mut self, seeker: impl Into<Seeker>) {
        let Seeker { conversation: id, invitation } = seeker.into();
        if let Some(handoff) = invitation {
            self.end_invitation(id, handoff, TransferOutcome::Expired(ExpireCause::TimeUp));
            return;
        }
        let Some(conversation) = self.desk.conversation(id) else { return };
        if conversation.owner().is_some() {
            self.end_transfer(id, TransferOutcome::Expired(ExpireCause::TimeUp));
        } else {
            self.fall_back(id);
        }
    }

    pub fn alert(&mut self, id: ConversationId, alert: Alert) {
        self.tell(Event::SupervisorsAlerted { conversation: id, alert });
    }

    /// Ends everything it has (invariant I11), then the conversation. Wrap-up outlives it.
    pub fn close(
        &mut self,
        id: ConversationId,
        reason: CloseReason,
        by: Actor,
        message: Option<BodyId>,
    ) {
        let Some(conversation) = self.desk.conversation(id) else { return };
        let guests: alloc::vec::Vec<AgentId> = conversation.guests.keys().copied().collect();
        let supervisors: alloc::vec::Vec<AgentId> =
            conversation.supervisors.keys().copied().collect();
        let next = self.desk.place(conversation.place).stage.and_then(|stage| stage.next);
        self.withdraw(id, CancelCause::Closed);
        for agent in guests {
            self.end_guest(id, agent, GuestLeave::Closed);
        }
        for agent in supervisors {
            self.end_assist(id, agent, SupervisorLeave::Closed);
        }
        self.release(id, ReleaseCause::Closed);
        self.tell(Event::ConversationClosed { conversation: id, reason, by, message });
        match reason {
            CloseReason::Agent
            | CloseReason::Visitor
            | CloseReason::VisitorIdle
            | CloseReason::Supervisor => self.follow_closing(id, next),
            // There is nobody to ask, or nothing to ask about.
            CloseReason::Erased
            | CloseReason::VisitorGone
            | CloseReason::WaitTimeout
            | CloseReason::MessageLeft
            | CloseReason::OutOfHours => {}
        }
    }
}

/// What an agent is in a conversation.
fn role_of(conversation: &Conversation, agent: AgentId) -> Option<Role> {
    if conversation.owner() == Some(agent) {
        Some(Role::Owner)
    } else if conversation.receiver() == Some(agent) {
        Some(Role::Receiver)
    } else {
        conversation.guests.contains_key(&agent).then_some(Role::Guest)
    }
}

impl Desk {
    /// Whether a queue has anybody who could take a hand-over, were there room.
    pub(crate) fn somebody_online(&self, queue: QueueId) -> bool {
        self.queue(queue).members.iter().any(|member| self.takes_handovers(*member))
    }

    /// Online, or online for hand-overs only.
    pub(crate) fn takes_handovers(&self, agent: AgentId) -> bool {
        match self.status(agent) {
            AgentStatus::Online | AgentStatus::TransferOnly => true,
            AgentStatus::Away
            | AgentStatus::Offline
            | AgentStatus::NotResponding
            | AgentStatus::Disconnected => false,
        }
    }
}
