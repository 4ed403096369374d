//! Transfers: starting them, and what the people in them do until they end.

use alloc::string::String;

use crate::{
    command::{Body, Note, OnUnanswered, Target, TransferMode},
    config::Place,
    decide::{chain, conference, supervisors, texts},
    desk::{Answer, Desk},
    event::{
        AssignCause, CancelCause, DeclineCause, Event, GuestLeave, Hop, ReleaseCause,
        SupervisorLeave, TransferOutcome, TransferStart, WaitCause,
    },
    guard::Way,
    ids::{AgentId, ConversationId, HandoffId, QueueId},
    moves::Waiting,
    placement::place_of_target,
    rejection::Rejection,
    state::{Conversation, Handoff},
    turn::Turn,
    view::{
        actions::Because,
        staff::{AgentStatus, TransferState},
    },
};

/// What a sender asks for.
pub struct Wanted {
    pub target: Target,
    pub mode: TransferMode,
    pub place: Option<QueueId>,
    pub reason: Option<String>,
    pub note: Note,
}

pub fn start(turn: &mut Turn<'_>, id: ConversationId, wanted: Wanted) -> Result<Answer, Rejection> {
    let conversation = turn.find_open(id)?;
    let from = turn.desk.owner_for(turn.actor, conversation)?;
    if conversation.handoff.is_some() {
        return Err(Rejection::HandoffPending);
    }
    let config = turn.desk.rules();
    if config.settings.reason_required && wanted.reason.is_none() {
        return Err(Rejection::ReasonRequired);
    }
    texts::check_code(wanted.reason.as_deref(), &config.reasons)?;
    texts::check_note(&wanted.note)?;
    if let Some(place) = wanted.place {
        let place_of = config.queues.get(&place).ok_or(Rejection::UnknownQueue)?;
        let serves = match wanted.target {
            Target::Agent(agent) => {
                place_of.members.contains(&agent)
                    || turn.desk.index.routing.queues_of(agent).is_empty()
            }
            Target::Queue(_) => true,
        };
        if !serves {
            return Err(Rejection::UnknownQueue);
        }
    }
    let place = place_of_target(turn.desk, wanted.target, conversation, wanted.place);
    check_target(turn.desk, conversation, wanted.target, wanted.mode, place)?;
    let keeps_room = matches!(
        (wanted.mode, wanted.target),
        (TransferMode::Cold(OnUnanswered::Return), Target::Agent(_))
    );
    if keeps_room && !turn.desk.has_room(from, turn.desk.place(conversation.place).queue.weight, id)
    {
        // Parked, and the room it had is taken: there is nothing to come back to.
        return Err(Rejection::NoRoom);
    }

    let asking = turn.desk.asking_agent(turn.actor)?;
    if turn.desk.way(asking, conversation, wanted.target, place)? == Way::Stopped {
        return chain::stop(turn, id, from, wanted.target);
    }

    let handoff = turn.desk.state.next.handoff;
    let transfer = TransferStart {
        handoff,
        from,
        target: wanted.target,
        mode: wanted.mode,
        place,
        from_place: conversation.place,
        credit_ms: turn.desk.credit(conversation, place, turn.now),
        priority: turn.desk.priority(conversation, place),
        reason: wanted.reason,
        note: None,
    };
    let note = (!wanted.note.is_empty()).then(|| turn.keep(Body::Note(wanted.note)));
    turn.tell(Event::TransferStarted {
        conversation: id,
        transfer: TransferStart { note, ..transfer },
    });
    if let TransferMode::Cold(then) = wanted.mode {
        send(turn, id, handoff, from, place, wanted.target, then);
    }
    Ok(Answer::TransferStarted { handoff })
}

/// Cold: the sender is released at once, and the conversation waits.
fn send(
    turn: &mut Turn<'_>,
    id: ConversationId,
    handoff: HandoffId,
    from: AgentId,
    place: Place,
    target: Target,
    then: OnUnanswered,
) {
    let reserved = match target {
        Target::Agent(agent) => Some(turn.reservation_by_name(agent, then)),
        Target::Queue(_) => None,
    };
    turn.release(id, ReleaseCause::Transferred(handoff));
    turn.wait(
        id,
        place,
        WaitCause::Transfer(handoff),
        Waiting { sender: Some(from), reserved, ..Waiting::default() },
    );
}

fn check_target(
    desk: &Desk,
    conversation: &Conversation,
    target: Target,
    mode: TransferMode,
    place: Place,
) -> Result<(), Rejection> {
    match target {
        Target::Queue(queue) if !desk.rules().queues.contains_key(&queue) => {
            Err(Rejection::UnknownQueue)
        }
        Target::Queue(queue) if queue == conversation.place.queue => Err(Rejection::AlreadyThere),
        Target::Queue(queue) if desk.queue(queue).members.is_empty() || !desk.is_open(queue) => {
            Err(Rejection::QueueClosed)
        }
        Target::Queue(_) => Ok(()),
        Target::Agent(agent) if !desk.is_agent(agent) => Err(Rejection::UnknownAgent),
        Target::Agent(agent) if conversation.owner() == Some(agent) => Err(Rejection::AlreadyThere),
        Target::Agent(agent) if conversation.guests.contains_key(&agent) => {
            Err(Rejection::TargetUnavailable(Because::InConversation(agent)))
        }
        Target::Agent(_) if desk.leads_into_closed(conversation, place) => {
            Err(Rejection::QueueClosed)
        }
        // Sent on cold it ends every invitation first.
        Target::Agent(agent)
            if matches!(mode, TransferMode::Warm(_)) && conversation.asks(agent) =>
        {
            Err(Rejection::TargetUnavailable(Because::AlreadyInvited))
        }
        Target::Agent(agent) => match mode {
            TransferMode::Cold(OnUnanswered::Park) => Ok(()),
            TransferMode::Cold(OnUnanswered::Return | OnUnanswered::Queue)
            | TransferMode::Warm(_) => match desk.unavailable(agent, conversation.id, place) {
                Some(because) => Err(Rejection::TargetUnavailable(because)),
                None => Ok(()),
            },
        },
    }
}

impl Desk {
    /// Whether a conversation would come to a queue that is closed; one that has closed around it keeps it.
    pub(crate) fn leads_into_closed(&self, conversation: &Conversation, place: Place) -> bool {
        place.queue != conversation.place.queue && !self.is_open(place.queue)
    }

    /// Why an agent cannot be asked by name at this moment to take a conversation into a place.
    pub(crate) fn unavailable(
        &self,
        agent: AgentId,
        id: ConversationId,
        place: Place,
    ) -> Option<Because> {
        match self.status(agent) {
            AgentStatus::Offline => Some(Because::Offline),
            AgentStatus::Disconnected => Some(Because::Disconnected),
            AgentStatus::NotResponding => Some(Because::NotResponding),
            AgentStatus::Away => Some(Because::Away),
            AgentStatus::Online | AgentStatus::TransferOnly => {
                (!self.has_room(agent, self.place(place).queue.weight, id))
                    .then_some(Because::NoRoom)
            }
        }
    }
}

/// The owner withdraws a warm transfer, or ends the introduction.
pub fn cancel(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let conversation = turn.find_open(id)?;
    let handoff = open_transfer(conversation)?;
    if handoff.completion().is_none() {
        return Err(Rejection::HandoffNotReady);
    }
    turn.desk.owner_for(turn.actor, conversation)?;
    turn.end_transfer(id, TransferOutcome::Cancelled(CancelCause::BySender));
    Ok(Answer::Done)
}

/// The sender takes a cold transfer back, in the room of its wrap-up if it has any.
pub fn recall(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let conversation = turn.find_open(id)?;
    let handoff = open_transfer(conversation)?;
    if handoff.from != agent {
        return Err(Rejection::NotAllowed);
    }
    if conversation.owner().is_some() {
        return Err(Rejection::HandoffNotReady);
    }
    let (handoff, place) = (handoff.id, handoff.from_place);
    if !turn.desk.has_room(agent, turn.desk.place(place).queue.weight, id) {
        return Err(Rejection::NoRoom);
    }
    turn.end_transfer(id, TransferOutcome::Cancelled(CancelCause::Recalled));
    turn.assign(id, agent, place, AssignCause::TransferRecalled(handoff), Hop::None);
    Ok(Answer::Done)
}

/// The sender hands over, or the receiver takes over.
pub fn complete(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let conversation = turn.find_open(id)?;
    let handoff = open_transfer(conversation)?;
    if conversation.receiver() != Some(agent) {
        turn.desk.owner_for(turn.actor, conversation)?;
    }
    if handoff.state == TransferState::Pending {
        return Err(Rejection::HandoffNotReady);
    }
    turn.complete(id, turn.actor);
    Ok(Answer::Done)
}

/// The receiver gives it back during the introduction; a supervisor gives back what they took over.
pub fn hand_back(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let conversation = turn.find_open(id)?;
    if let Some(from) =
        conversation.tenure().filter(|t| t.agent == agent).and_then(|t| t.taken_from)
    {
        return supervisors::hand_back(turn, id, agent, from);
    }
    let handoff = open_transfer(conversation)?;
    if conversation.receiver() != Some(agent) {
        let pending = handoff.state == TransferState::Pending;
        return Err(if pending { Rejection::HandoffNotReady } else { Rejection::NotAllowed });
    }
    turn.end_transfer(id, TransferOutcome::Declined(DeclineCause::HandedBack));
    Ok(Answer::Done)
}

/// A guest or a supervisor just goes; the sender completes by going, the receiver hands back. An owner
/// outside every introduction leaves a conference.
pub fn leave(
    turn: &mut Turn<'_>,
    id: ConversationId,
    next: Option<AgentId>,
) -> Result<Answer, Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let conversation = turn.find_open(id)?;
    if conversation.guests.contains_key(&agent) {
        turn.end_guest(id, agent, GuestLeave::Left);
        return Ok(Answer::Done);
    }
    if conversation.supervisors.contains_key(&agent) {
        turn.end_assist(id, agent, SupervisorLeave::Left);
        return Ok(Answer::Done);
    }
    if conversation.receiver() == Some(agent) {
        return hand_back(turn, id);
    }
    if conversation.owner() != Some(agent) {
        return Err(Rejection::NotAllowed);
    }
    if conversation.receiver().is_some() {
        return complete(turn, id);
    }
    conference::leave(turn, id, next)
}

fn open_transfer(conversation: &Conversation) -> Result<&Handoff, Rejection> {
    conversation.handoff.as_ref().ok_or(Rejection::NoHandoff)
}
