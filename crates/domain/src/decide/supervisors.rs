//! What supervisors do over everybody's head, quarantined conversations included.

use crate::{
    command::{Displaced, Room},
    desk::Answer,
    event::{AssignCause, CancelCause, Event, GuestJoin, Hop, ReleaseCause, WaitCause},
    ids::{AgentId, ConversationId},
    moves::Waiting,
    rejection::Rejection,
    state::Conversation,
    turn::Turn,
    view::{actions::Because, staff::AgentStatus},
};

/// Gives it to an agent of any queue, also one without room if told so (invariant I3).
pub fn assign(
    turn: &mut Turn<'_>,
    id: ConversationId,
    to: AgentId,
    room: Room,
) -> Result<Answer, Rejection> {
    let (supervisor, conversation) = supervised(turn, id)?;
    let place = conversation.place;
    if !turn.desk.is_agent(to) {
        return Err(Rejection::UnknownAgent);
    }
    if conversation.owner() == Some(to) && !conversation.quarantined {
        return Err(Rejection::AlreadyThere);
    }
    match turn.desk.status(to) {
        AgentStatus::Offline => return Err(Rejection::TargetUnavailable(Because::Offline)),
        AgentStatus::Disconnected => {
            return Err(Rejection::TargetUnavailable(Because::Disconnected));
        }
        AgentStatus::Online
        | AgentStatus::TransferOnly
        | AgentStatus::Away
        | AgentStatus::NotResponding => {}
    }
    if room == Room::Respected && !turn.desk.has_room(to, turn.desk.place(place).queue.weight, id) {
        return Err(Rejection::NoRoom);
    }
    turn.withdraw(id, CancelCause::Assigned);
    turn.release(id, ReleaseCause::MovedBy(supervisor));
    turn.assign(id, to, place, AssignCause::AssignedBy { supervisor, room }, Hop::None);
    Ok(Answer::Done)
}

/// Back into the line. Whoever held it is not asked again while anybody else is there.
pub fn requeue(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let (supervisor, conversation) = supervised(turn, id)?;
    let sender = conversation.owner();
    if sender.is_none() && !conversation.quarantined {
        return Err(Rejection::AlreadyThere);
    }
    let how = Waiting { sender, ..Waiting::default() };
    turn.requeue(id, WaitCause::RequeuedBy(supervisor), ReleaseCause::MovedBy(supervisor), how);
    Ok(Answer::Done)
}

/// Ownership moves to the supervisor, whatever room they have. A way back is kept.
pub fn take_over(
    turn: &mut Turn<'_>,
    id: ConversationId,
    owner: Displaced,
) -> Result<Answer, Rejection> {
    let (supervisor, conversation) = supervised(turn, id)?;
    let from = conversation.owner().ok_or(Rejection::NoOwner)?;
    if from == supervisor {
        return Err(Rejection::AlreadyThere);
    }
    if turn.desk.is_lost(supervisor) {
        return Err(Rejection::TargetUnavailable(Because::Disconnected));
    }
    let place = conversation.place;
    let stays = owner == Displaced::Stays
        && !turn.desk.is_lost(from)
        && turn.desk.has_seat_beside(conversation, supervisor)
        && turn.desk.has_room(from, turn.desk.place(place).queue.weight, id);
    let owner = if stays { Displaced::Stays } else { Displaced::Leaves };
    turn.withdraw(id, CancelCause::TakenOver);
    turn.release(id, ReleaseCause::TakenOver { by: supervisor, owner });
    turn.assign(id, supervisor, place, AssignCause::TakenOver { from }, Hop::None);
    if stays {
        let cause = GuestJoin::WasOwner;
        turn.tell(Event::GuestJoined { conversation: id, agent: from, cause });
    }
    Ok(Answer::Done)
}

/// To whom it was taken over from, if they are online and have room.
pub fn hand_back(
    turn: &mut Turn<'_>,
    id: ConversationId,
    supervisor: AgentId,
    to: AgentId,
) -> Result<Answer, Rejection> {
    let conversation = turn.find_open(id)?;
    if conversation.handoff.is_some() {
        return Err(Rejection::HandoffPending);
    }
    let place = conversation.place;
    if let Some(because) = turn.desk.unavailable(to, id, place) {
        return Err(Rejection::TargetUnavailable(because));
    }
    turn.release(id, ReleaseCause::HandedBack);
    turn.assign(id, to, place, AssignCause::HandedBack { by: supervisor }, Hop::None);
    Ok(Answer::Done)
}

fn supervised<'a>(
    turn: &'a Turn<'_>,
    id: ConversationId,
) -> Result<(AgentId, &'a Conversation), Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let conversation = turn.find(id)?;
    if !turn.desk.supervises(agent, conversation) {
        return Err(Rejection::NotAllowed);
    }
    if conversation.is_closed() {
        return Err(Rejection::ConversationClosed);
    }
    Ok((agent, conversation))
}
