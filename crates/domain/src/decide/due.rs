//! What happens when a deadline has passed. Which there are, `clock` says.

use crate::{
    clock::{self, Deadline, DeadlineReason},
    command::Actor,
    decide::hours,
    desk::Desk,
    event::{
        Alert, CloseReason, Event, GuestLeave, OfferEnd, OfferTo, ReleaseCause, ReservationEnd,
        ReservedFor, SupervisorLeave, WaitCause, WrapUpEnd,
    },
    ids::{AgentId, ConversationId, QueueId, Timestamp},
    moves::{NoAnswer, Waiting},
    state::Seeker,
    turn::Turn,
};

/// Each ends what it is about, so that it is not due again.
pub fn honour(turn: &mut Turn<'_>, at: Timestamp, deadline: Deadline) {
    // A reason that is about no agent, or no conversation, does not look at the id.
    let (id, agent) =
        (deadline.conversation.unwrap_or_default(), deadline.agent.unwrap_or_default());
    let seeker = Seeker { conversation: id, invitation: deadline.invitation };
    match deadline.reason {
        DeadlineReason::HoursChange => hours::follow(turn, at),
        DeadlineReason::AgentGraceEnds => turn.tell(Event::AgentDisconnected { agent }),
        DeadlineReason::AgentLostEnds => turn.tell(Event::AgentGivenUp { agent }),
        DeadlineReason::VisitorLostEnds => {
            turn.close(id, CloseReason::VisitorGone, Actor::System, None)
        }
        DeadlineReason::OfferExpires => offer_expires(turn, seeker),
        DeadlineReason::CoolDownEnds => turn.tell(Event::CoolDownEnded { conversation: id, agent }),
        DeadlineReason::ReservationEnds => reservation_ends(turn, id),
        DeadlineReason::WaitRelaxes => wait_relaxes(turn, seeker),
        DeadlineReason::ListFirstEnds => turn.tell(Event::WaitWidened { conversation: id }),
        DeadlineReason::StillSearching => {
            turn.tell(Event::VisitorToldStillSearching { conversation: id })
        }
        DeadlineReason::MaxWait => turn.max_wait_over(seeker),
        DeadlineReason::ClosingGraceEnds => turn.closed_over(id),
        DeadlineReason::OfflineFormEnds => offline_form_ends(turn, id),
        DeadlineReason::IntroductionEnds => turn.complete(id, Actor::System),
        DeadlineReason::GuestSilenceEnds => {
            turn.end_guest(id, agent, GuestLeave::Left);
        }
        DeadlineReason::IdleReminder => turn.tell(Event::VisitorReminded { conversation: id }),
        DeadlineReason::IdleClose | DeadlineReason::ParkedEnds => {
            turn.close(id, CloseReason::VisitorIdle, Actor::System, None);
        }
        DeadlineReason::WakeReservationEnds => wake_reservation_ends(turn, id),
        DeadlineReason::WrapUpEnds => turn.end_wrap_up(id, agent, WrapUpEnd::TimeUp),
        DeadlineReason::ArchiveDue => turn.tell(Event::ConversationArchived { conversation: id }),
        DeadlineReason::HandUnanswered => {
            turn.tell(Event::SupervisorsAlerted { conversation: id, alert: Alert::HandUnanswered });
        }
        DeadlineReason::OwnerSilent => owner_silent(turn, id),
        DeadlineReason::SupervisorLostEnds => turn.end_assist(id, agent, SupervisorLeave::Lost),
        DeadlineReason::StoppedMoveEnds => {
            turn.tell(Event::MoveAllowed { conversation: id, by: None });
            turn.tell(Event::SupervisorsAlerted { conversation: id, alert: Alert::MoveUnanswered });
        }
        DeadlineReason::MessageUnanswered => turn.alert(id, Alert::MessageUnanswered),
        DeadlineReason::PassEnds => turn.tell(Event::OwnershipKept { conversation: id, agent }),
    }
}

fn offer_expires(turn: &mut Turn<'_>, seeker: Seeker) {
    let Some(seeking) = turn.desk.seeking(seeker) else { return };
    let queue = seeking.place.queue;
    let asked = match seeking.offer.map(|offer| &offer.to) {
        Some(OfferTo::Agent(agent)) => Some(*agent),
        Some(OfferTo::Broadcast(_)) | None => None,
    };
    turn.end_offer(seeker, OfferEnd::Expired);
    if let Some(agent) = asked {
        if stops_responding(turn.desk, agent, queue) {
            turn.tell(Event::AgentStoppedResponding { agent });
        }
        turn.not_taken(seeker, NoAnswer::RanOut);
    }
}

/// A queue's only online agent is better asked in vain than not at all.
fn stops_responding(desk: &Desk, agent: AgentId, queue: QueueId) -> bool {
    let unanswered = desk.state.agents.get(&agent).is_some_and(|state| {
        !state.not_responding && state.unanswered >= desk.rules().settings.rona_max
    });
    unanswered
        && desk
            .queue(queue)
            .members
            .iter()
            .any(|other| *other != agent && desk.takes_handovers(*other))
}

fn reservation_ends(turn: &mut Turn<'_>, id: ConversationId) {
    let Some(reserved) = turn.desk.conversation(id).and_then(|c| c.reserved()).copied() else {
        return;
    };
    match reserved.purpose {
        ReservedFor::NamedReceiver => turn.unanswered(id, NoAnswer::RanOut),
        ReservedFor::LastOwner | ReservedFor::PreviousOwner => {
            turn.end_reservation(id, ReservationEnd::TimeUp)
        }
    }
}

fn offline_form_ends(turn: &mut Turn<'_>, id: ConversationId) {
    let Some(conversation) = turn.desk.conversation(id) else { return };
    let reason = if conversation.is_out_of_hours() {
        CloseReason::OutOfHours
    } else {
        CloseReason::WaitTimeout
    };
    turn.close(id, reason, Actor::System, None);
}

fn owner_silent(turn: &mut Turn<'_>, id: ConversationId) {
    let met = turn.desk.conversation(id).and_then(clock::next_silence);
    if let Some(rule) = met.map(|silence| silence.rule.clone()) {
        turn.meet_rule(id, rule);
    }
}

fn wait_relaxes(turn: &mut Turn<'_>, seeker: Seeker) {
    let Seeker { conversation, invitation } = seeker;
    if let Some(spot) = turn.desk.seeking(seeker).and_then(|seeking| seeking.spot) {
        let step = spot.relaxed.saturating_add(1);
        turn.tell(Event::WaitRelaxed { conversation, invitation, step });
    }
}

fn wake_reservation_ends(turn: &mut Turn<'_>, id: ConversationId) {
    if let Some(owner) = turn.desk.conversation(id).and_then(|c| c.owner()) {
        turn.requeue(
            id,
            WaitCause::OwnerHadNoRoom(owner),
            ReleaseCause::NoRoomToWake,
            Waiting::default(),
        );
    }
}
