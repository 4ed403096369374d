//! Places what waits: asks routing for an agent, keeps the order of the line (invariant I10), makes the offer.
//!
//! Every placement goes through here: first assignment, transfer to a queue, re-queue, fallback. Who is
//! eligible and who is chosen is `routing`'s; what follows when nobody takes it is `decide` and `settle`'s.

mod search;

use alloc::vec;

pub(crate) use search::{Search, place_of_target, place_with_agent};

use crate::{
    command::{Actor, OnUnanswered},
    config::{Mode, Strategy},
    event::{
        Alert, AssignCause, Event, Hop, OfferTo, Reservation, ReservationEnd, ReservedFor,
        SupervisorLeave,
    },
    explain::{Explanation, Verdict},
    ids::{AgentId, ConversationId},
    moves::NoAnswer,
    routing::Choice,
    state::Seeker,
    turn::Turn,
    view::staff::AgentStatus,
};

impl Turn<'_> {
    /// Keeps a conversation for the agent it was sent to by name.
    pub fn reservation_by_name(&self, agent: AgentId, then: OnUnanswered) -> Reservation {
        let settings = &self.desk.rules().settings;
        let length = match then {
            OnUnanswered::Park => settings.park_reserve_ms,
            OnUnanswered::Return | OnUnanswered::Queue => settings.direct_offer_ms,
        };
        Reservation { agent, until: self.now.after(length), purpose: ReservedFor::NamedReceiver }
    }

    /// Asks the one agent that a conversation itself is meant for, if there is one.
    pub fn place_by_name(&mut self, id: ConversationId) -> bool {
        let Some(conversation) = self.desk.conversation(id) else { return false };
        if conversation.offer.is_some() {
            return false;
        }
        if let Some(reserved) = conversation.reserved().copied() {
            self.place_reserved(id, reserved);
            return true;
        }
        match (conversation.owner(), conversation.named_receiver()) {
            (Some(_), Some(agent)) => {
                self.ask_by_name(id.into(), agent);
                true
            }
            (Some(_) | None, _) => false,
        }
    }

    /// Finds an agent for what stands in a line, if there is one.
    pub fn place(&mut self, seeker: Seeker) {
        let Some(seeking) = self.desk.seeking(seeker) else { return };
        if seeking.spot.is_none() || seeking.is_spoken_for() || seeking.conversation.quarantined {
            return;
        }
        let mode = self.desk.place(seeking.place).queue.mode;
        if seeking.is_out_of_hours() || self.stay_over(seeker) {
            return;
        }
        if mode != Mode::Pull {
            self.place_in_line(seeker);
        }
    }

    /// Offers it to the agent that routing chooses; before it, whatever stands before it for that agent.
    fn place_in_line(&mut self, seeker: Seeker) {
        let mut next = seeker;
        loop {
            let Some(seeking) = self.desk.seeking(next) else { return };
            let Some(mut search) = self.desk.search(seeking) else { return };
            let choice = self.desk.choose(&mut search);
            let Some(agent) = choice.agent else {
                self.nobody(next, &search, &choice);
                return;
            };
            if let Some(first) = self.desk.first_for(agent)
                && first != next
                && self.desk.stands_before(first, next)
            {
                // Comes round again: what is offered now was before it.
                self.desk.index.dirty.unplaced.insert(next);
                if self.stay_over(first) {
                    return;
                }
                next = first;
                continue;
            }
            self.place_with(next, agent, &search, &choice);
            return;
        }
    }

    fn place_with(&mut self, seeker: Seeker, agent: AgentId, search: &Search, choice: &Choice) {
        let place = self.desk.place(search.place);
        let timeout_ms = place.offer_timeout_ms();
        if place.strategy() == Strategy::Broadcast {
            let everybody = self.desk.index.routing.all_eligible(&search.ask());
            let explanation = self.desk.index.routing.explanation(&search.ask(), choice);
            self.make_offer(seeker, OfferTo::Broadcast(everybody), timeout_ms, explanation);
        } else if place.queue.mode == Mode::PushAutoAccept {
            self.take(seeker, agent, AssignCause::AutoAccepted);
        } else {
            let explanation = self.desk.index.routing.explanation(&search.ask(), choice);
            self.make_offer(seeker, OfferTo::Agent(agent), timeout_ms, explanation);
        }
    }

    /// Nobody can: said once, when it becomes so. That the willing are few is a supervisor's business.
    fn nobody(&mut self, seeker: Seeker, search: &Search, choice: &Choice) {
        let spot = self.desk.seeking(seeker).and_then(|seeking| seeking.spot);
        if spot.is_some_and(|spot| spot.fruitless) {
            return;
        }
        let explanation = self.desk.index.routing.explanation(&search.ask(), choice);
        let Seeker { conversation, invitation } = seeker;
        self.tell(Event::NobodyEligible { conversation, invitation, explanation });
        if choice.excluded.declined > 0 {
            self.tell(Event::SupervisorsAlerted { conversation, alert: Alert::OnlyAgentUnwilling });
        }
    }

    /// A warm transfer, or an invitation, to one agent.
    pub fn ask_by_name(&mut self, seeker: Seeker, agent: AgentId) {
        let Some(seeking) = self.desk.seeking(seeker) else { return };
        if self.desk.is_available(agent, seeking) {
            let timeout_ms = self.desk.place(seeking.place).offer_timeout_ms();
            self.make_offer(seeker, OfferTo::Agent(agent), timeout_ms, named(agent));
        } else {
            self.not_taken(seeker, NoAnswer::Offline);
        }
    }

    fn place_reserved(&mut self, id: ConversationId, reserved: Reservation) {
        let Some(conversation) = self.desk.conversation(id) else { return };
        let agent = reserved.agent;
        match reserved.purpose {
            ReservedFor::NamedReceiver => {
                let parks = conversation.handoff.as_ref().and_then(|h| h.on_unanswered())
                    == Some(OnUnanswered::Park);
                let away = matches!(
                    self.desk.status(agent),
                    AgentStatus::Offline | AgentStatus::Disconnected
                );
                if self.desk.is_available(agent, conversation.seeking()) {
                    let timeout_ms = self.desk.rules().settings.direct_offer_ms;
                    self.make_offer(id.into(), OfferTo::Agent(agent), timeout_ms, named(agent));
                } else if away && !parks {
                    self.not_taken(id, NoAnswer::Offline);
                }
            }
            ReservedFor::PreviousOwner => {
                let gone = matches!(
                    self.desk.status(agent),
                    AgentStatus::Offline | AgentStatus::Disconnected
                );
                if self.desk.is_available(agent, conversation.seeking()) {
                    let left_ms = reserved.until.since(self.now);
                    self.make_offer(id.into(), OfferTo::Agent(agent), left_ms, named(agent));
                } else if gone {
                    self.end_reservation(id, ReservationEnd::WentOffline);
                }
            }
            ReservedFor::LastOwner => {
                let Some(search) = self.desk.search(conversation.seeking()) else { return };
                match self.desk.index.routing.eligible(&search.ask(), agent) {
                    Verdict::Eligible => {
                        let choice = Choice {
                            agent: Some(agent),
                            ..self.desk.index.routing.choose(&search.ask())
                        };
                        self.place_kept(id, agent, &search, &choice);
                    }
                    Verdict::AtCapacity { .. } => {}
                    Verdict::NotMember
                    | Verdict::Offline
                    | Verdict::Disconnected
                    | Verdict::NotResponding
                    | Verdict::Away
                    | Verdict::TransferOnly
                    | Verdict::LacksSkill { .. }
                    | Verdict::NotListed
                    | Verdict::Declined { .. }
                    | Verdict::Sender => self.end_reservation(id, ReservationEnd::WentOffline),
                }
            }
        }
    }

    /// For the visitor's last owner, whatever the queue's strategy.
    fn place_kept(&mut self, id: ConversationId, agent: AgentId, search: &Search, choice: &Choice) {
        let place = self.desk.place(search.place);
        if place.queue.mode == Mode::PushAutoAccept {
            self.take(id.into(), agent, AssignCause::AutoAccepted);
        } else {
            let timeout_ms = place.offer_timeout_ms();
            let explanation = self.desk.index.routing.explanation(&search.ask(), choice);
            self.make_offer(id.into(), OfferTo::Agent(agent), timeout_ms, explanation);
        }
    }

    fn make_offer(
        &mut self,
        seeker: Seeker,
        to: OfferTo,
        timeout_ms: u64,
        explanation: Explanation,
    ) {
        let id = seeker.conversation;
        let Some(conversation) = self.desk.conversation(id) else { return };
        let moves = conversation.handoff.as_ref().map(|handoff| handoff.id);
        let handoff = seeker.invitation.or(moves);
        let offer = self.desk.state.next.offer;
        let expires_at = self.now.after(timeout_ms);
        let waits = seeker.invitation.is_none().then(|| conversation.wait()).flatten();
        let first = waits.is_some_and(|wait| !wait.offered);
        self.tell(Event::OfferMade {
            offer,
            conversation: id,
            to,
            handoff,
            expires_at,
            explanation,
            first,
        });
    }

    /// An agent takes it: as owner, into the introduction of a warm transfer, or as a guest.
    pub fn take(&mut self, seeker: Seeker, agent: AgentId, cause: AssignCause) {
        let id = seeker.conversation;
        if let Some(handoff) = seeker.invitation {
            self.join(id, handoff, agent);
            return;
        }
        let Some(conversation) = self.desk.conversation(id) else { return };
        let handoff = conversation.handoff.as_ref().map(|handoff| handoff.id);
        let (place, passing) = (conversation.place, conversation.passing);
        if let (Some(_), Some(handoff)) = (conversation.owner(), handoff) {
            self.end_assist(id, agent, SupervisorLeave::TookPart);
            self.tell(Event::TransferAccepted { conversation: id, handoff, agent });
            return;
        }
        let hop = match passing {
            Some(passing) if passing.from != agent => Hop::From(passing.from),
            Some(_) | None => Hop::None,
        };
        self.assign(id, agent, place, cause, hop);
        if let Some(handoff) = handoff {
            self.tell(Event::TransferCompleted {
                conversation: id,
                handoff,
                agent,
                by: Actor::Agent(agent),
            });
        }
    }
}

/// The explanation of an offer that somebody asked for by name.
fn named(agent: AgentId) -> Explanation {
    Explanation { chosen: Some(agent), eligible: 1, next: vec![], ..Explanation::default() }
}
