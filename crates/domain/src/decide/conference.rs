//! Conferences: who is invited, who is sent away, and who is made the owner.

use alloc::string::String;

use crate::{
    command::{Body, Note, Target},
    decide::texts,
    desk::{Answer, Desk},
    event::{
        AssignCause, CancelCause, Event, GuestJoin, GuestLeave, Hop, InvitationStart, ReleaseCause,
        TransferOutcome,
    },
    ids::{AgentId, ConversationId, HandoffId},
    moves::Departure,
    placement::place_of_target,
    rejection::Rejection,
    state::Conversation,
    turn::Turn,
    view::{actions::Because, staff::TransferState},
};

/// Whom an owner asks to take part.
pub struct Wanted {
    pub target: Target,
    pub reason: Option<String>,
    pub note: Note,
}

pub fn invite(
    turn: &mut Turn<'_>,
    id: ConversationId,
    wanted: Wanted,
) -> Result<Answer, Rejection> {
    let conversation = turn.find_open(id)?;
    let by = turn.desk.owner_for(turn.actor, conversation)?;
    texts::check_code(wanted.reason.as_deref(), &turn.desk.rules().reasons)?;
    texts::check_note(&wanted.note)?;
    check_target(turn.desk, conversation, wanted.target)?;
    if conversation.people() >= turn.desk.rules().settings.people_max as usize {
        return Err(Rejection::TooManyPeople);
    }
    let place = place_of_target(turn.desk, wanted.target, conversation, None);
    let handoff = turn.desk.state.next.handoff;
    let invitation = InvitationStart {
        handoff,
        by,
        target: wanted.target,
        place,
        credit_ms: turn.desk.credit(conversation, place, turn.now),
        priority: turn.desk.priority(conversation, place),
        reason: wanted.reason,
        note: None,
    };
    let note = (!wanted.note.is_empty()).then(|| turn.keep(Body::Note(wanted.note)));
    turn.tell(Event::InvitationStarted {
        conversation: id,
        invitation: InvitationStart { note, ..invitation },
    });
    Ok(Answer::Invited { invitation: handoff })
}

fn check_target(desk: &Desk, conversation: &Conversation, target: Target) -> Result<(), Rejection> {
    match target {
        Target::Queue(queue) if !desk.rules().queues.contains_key(&queue) => {
            return Err(Rejection::UnknownQueue);
        }
        Target::Agent(agent) if !desk.is_agent(agent) => return Err(Rejection::UnknownAgent),
        Target::Queue(_) | Target::Agent(_) => {}
    }
    match (target, desk.not_invitable(conversation, target)) {
        (_, None) => Ok(()),
        (Target::Queue(_), Some(Because::AlreadyThere)) => Err(Rejection::AlreadyThere),
        (Target::Queue(_), Some(_)) => Err(Rejection::QueueClosed),
        (Target::Agent(_), Some(because)) => Err(Rejection::TargetUnavailable(because)),
    }
}

impl Desk {
    /// Why somebody who is configured cannot be asked to take part.
    pub(crate) fn not_invitable(
        &self,
        conversation: &Conversation,
        target: Target,
    ) -> Option<Because> {
        match target {
            Target::Queue(queue) if queue == conversation.place.queue => {
                Some(Because::AlreadyThere)
            }
            Target::Queue(queue) if self.queue(queue).members.is_empty() => {
                Some(Because::NoMembers)
            }
            Target::Queue(queue) => (!self.is_open(queue)).then_some(Because::QueueClosed),
            Target::Agent(agent) => {
                let place = place_of_target(self, target, conversation, None);
                self.engagement(conversation, agent)
                    .or_else(|| self.unavailable(agent, conversation.id, place))
            }
        }
    }

    /// Why an agent cannot be asked into a conversation that they are in, or asked into, already.
    pub(crate) fn engagement(
        &self,
        conversation: &Conversation,
        agent: AgentId,
    ) -> Option<Because> {
        let present =
            conversation.receiver() == Some(agent) || conversation.guests.contains_key(&agent);
        if conversation.owner() == Some(agent) {
            Some(Because::AlreadyThere)
        } else if present {
            Some(Because::InConversation(agent))
        } else {
            conversation.asks(agent).then_some(Because::AlreadyInvited)
        }
    }
}

pub fn cancel_invitation(
    turn: &mut Turn<'_>,
    id: ConversationId,
    handoff: HandoffId,
) -> Result<Answer, Rejection> {
    let conversation = turn.find_open(id)?;
    turn.desk.owner_for(turn.actor, conversation)?;
    match conversation.invitations.get(&handoff).map(|invitation| invitation.state) {
        Some(TransferState::Pending) => {}
        Some(TransferState::Accepted { .. }) | None => return Err(Rejection::NoInvitation),
    }
    turn.end_invitation(id, handoff, TransferOutcome::Cancelled(CancelCause::BySender));
    Ok(Answer::Done)
}

pub fn remove_guest(
    turn: &mut Turn<'_>,
    id: ConversationId,
    guest: AgentId,
) -> Result<Answer, Rejection> {
    let conversation = turn.find_open(id)?;
    turn.desk.owner_for(turn.actor, conversation)?;
    let by = turn.desk.asking_agent(turn.actor)?;
    if !conversation.guests.contains_key(&guest) {
        return Err(Rejection::NotAGuest);
    }
    turn.end_guest(id, guest, GuestLeave::RemovedBy(by));
    Ok(Answer::Done)
}

/// Ownership moves within the conference: no hop, as nobody was asked to take it over from elsewhere.
pub fn make_owner(
    turn: &mut Turn<'_>,
    id: ConversationId,
    guest: AgentId,
) -> Result<Answer, Rejection> {
    let conversation = turn.find_open(id)?;
    let from = turn.desk.owner_for(turn.actor, conversation)?;
    check_next(turn, conversation, guest)?;
    let place = conversation.place;
    // A parked leg held no room: whoever has none to stay in leaves.
    let weight = turn.desk.place(place).queue.weight;
    let stays = !turn.desk.is_lost(from) && turn.desk.has_room(from, weight, id);
    let released = if stays { ReleaseCause::GaveTo(guest) } else { ReleaseCause::LeftTo(guest) };
    turn.release(id, released);
    turn.assign(id, guest, place, AssignCause::MadeOwner { from }, Hop::None);
    if stays {
        let cause = GuestJoin::WasOwner;
        turn.tell(Event::GuestJoined { conversation: id, agent: from, cause });
    }
    Ok(Answer::Done)
}

/// The owner leaves a conference to the guest named, or to whoever is next.
pub fn leave(
    turn: &mut Turn<'_>,
    id: ConversationId,
    next: Option<AgentId>,
) -> Result<Answer, Rejection> {
    let conversation = turn.find_open(id)?;
    if conversation.handoff.is_some() {
        return Err(Rejection::HandoffPending);
    }
    if conversation.guests.is_empty() && conversation.open_invitations().next().is_none() {
        return Err(Rejection::NobodyElse);
    }
    if let Some(next) = next {
        check_next(turn, conversation, next)?;
    }
    turn.succeed(id, Departure::Left, next);
    Ok(Answer::Done)
}

/// Whoever was left it gives it on to the next guest, and stays as guest.
pub fn pass(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let conversation = turn.find_open(id)?;
    let tenure = conversation.tenure().filter(|tenure| tenure.agent == agent);
    let tenure = tenure.ok_or(Rejection::NotAllowed)?;
    if tenure.succession.as_ref().is_none_or(|succession| succession.pass_ends <= turn.now) {
        return Err(Rejection::NothingToPass);
    }
    if conversation.handoff.is_some() {
        return Err(Rejection::HandoffPending);
    }
    turn.succeed(id, Departure::Passed, None);
    Ok(Answer::Done)
}

fn check_next(
    turn: &Turn<'_>,
    conversation: &Conversation,
    guest: AgentId,
) -> Result<(), Rejection> {
    if conversation.handoff.is_some() {
        return Err(Rejection::HandoffPending);
    }
    if !conversation.guests.contains_key(&guest) {
        return Err(Rejection::NotAGuest);
    }
    match turn.desk.cannot_own(conversation, guest) {
        Some(Because::NoRoom) => Err(Rejection::NoRoom),
        Some(because) => Err(Rejection::TargetUnavailable(because)),
        None => Ok(()),
    }
}
