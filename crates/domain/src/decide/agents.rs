//! What agents do with themselves and their own conversations: status, parking, wrap-up, priority.

use alloc::{string::String, vec::Vec};

use crate::{
    command::{Actor, Body, ChosenStatus, OpenWork},
    decide::texts,
    desk::Answer,
    event::{DeclineCause, Event, GuestLeave, SupervisorLeave, TransferOutcome, WrapUpEnd},
    ids::{AgentId, ConversationId},
    limits::{NOTE_CHARS_MAX, PRIORITY_MAX},
    moves::Departure,
    rejection::Rejection,
    state::{Conversation, Link},
    turn::Turn,
};

pub fn set_status(
    turn: &mut Turn<'_>,
    status: ChosenStatus,
    reason: Option<String>,
) -> Result<Answer, Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let present = turn.desk.state.agents.get(&agent).ok_or(Rejection::UnknownAgent)?;
    match present.link {
        Link::Connected | Link::Grace { .. } => {}
        Link::Disconnected { .. } | Link::Gone => return Err(Rejection::NotConnected),
    }
    texts::check_code(reason.as_deref(), &turn.desk.rules().away_reasons)?;
    if present.chosen != status || present.reason != reason {
        turn.tell(Event::AgentStatusSet { agent, status, reason });
    }
    Ok(Answer::Done)
}

/// Finishes what is open, or hands all of it over. What was offered ends as `settle` finds it.
pub fn go_offline(turn: &mut Turn<'_>, open: OpenWork) -> Result<Answer, Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let present = turn.desk.state.agents.get(&agent).ok_or(Rejection::UnknownAgent)?;
    let was_offline = present.chosen == ChosenStatus::Offline;
    let work = turn.desk.index.work.get(&agent);
    let all = work.map_or_else(Vec::new, |work| work.conversations.keys().copied().collect());
    let handed_over = match open {
        OpenWork::Finish => Vec::new(),
        OpenWork::HandOver => all,
    };
    let owns_with_transfer = |id: &ConversationId| {
        turn.desk
            .conversation(*id)
            .is_some_and(|c| c.owner() == Some(agent) && c.handoff.is_some() && !c.quarantined)
    };
    if handed_over.iter().any(owns_with_transfer) {
        return Err(Rejection::HandoffPending);
    }
    if !was_offline {
        turn.tell(Event::AgentStatusSet { agent, status: ChosenStatus::Offline, reason: None });
    }
    for id in handed_over {
        let_go(turn, id, agent);
    }
    Ok(Answer::Done)
}

fn let_go(turn: &mut Turn<'_>, id: ConversationId, agent: AgentId) {
    let Some(conversation) =
        turn.desk.conversation(id).filter(|c| !c.is_closed() && !c.quarantined)
    else {
        return;
    };
    if conversation.owner() == Some(agent) {
        turn.succeed(id, Departure::WentOffline, None);
    } else if conversation.receiver() == Some(agent) {
        turn.end_transfer(id, TransferOutcome::Declined(DeclineCause::HandedBack));
    } else if conversation.guests.contains_key(&agent) {
        turn.end_guest(id, agent, GuestLeave::Left);
    } else {
        turn.end_assist(id, agent, SupervisorLeave::Left);
    }
}

pub fn park(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let conversation = turn.find_open(id)?;
    let agent = turn.desk.owner_for(turn.actor, conversation)?;
    if conversation.parked().is_some() {
        return Err(Rejection::AlreadyParked);
    }
    if conversation.handoff.is_some() {
        return Err(Rejection::HandoffPending);
    }
    turn.tell(Event::ConversationParked { conversation: id, agent });
    Ok(Answer::Done)
}

pub fn wake(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let conversation = turn.find_open(id)?;
    turn.desk.owner_for(turn.actor, conversation)?;
    if conversation.parked().is_none() {
        return Err(Rejection::NotParked);
    }
    rouse(turn, id);
    Ok(Answer::Done)
}

/// Wakes a parked conversation, or keeps the owner's next room for it.
pub fn rouse(turn: &mut Turn<'_>, id: ConversationId) {
    let Some(conversation) = turn.desk.conversation(id) else { return };
    let (Some(owner), Some(parked)) = (conversation.owner(), conversation.parked()) else { return };
    if turn.desk.has_room(owner, turn.desk.place(conversation.place).queue.weight, id) {
        turn.tell(Event::ConversationWoken { conversation: id, by: turn.actor });
    } else if parked.wake_ends.is_none() {
        let until = turn.now.after(turn.desk.rules().settings.wake_reserve_ms);
        turn.tell(Event::WakeDelayed { conversation: id, until });
    }
}

pub fn end_wrap_up(
    turn: &mut Turn<'_>,
    id: ConversationId,
    disposition: Option<String>,
    note: Option<String>,
) -> Result<Answer, Rejection> {
    let agent = wrapping_up(turn, id)?;
    texts::check_code(disposition.as_deref(), &turn.desk.rules().dispositions)?;
    let note = note.filter(|note| !note.trim().is_empty());
    if let Some(note) = &note {
        texts::check_length(note, NOTE_CHARS_MAX)?;
    }
    let note = note.map(|note| turn.keep(Body::Text(note)));
    turn.tell(Event::WrapUpEnded {
        conversation: id,
        agent,
        cause: WrapUpEnd::ByAgent,
        disposition,
        note,
    });
    Ok(Answer::Done)
}

/// Done is done: whoever comes second finds it answered.
pub fn answer_message(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let by = turn.desk.asking_agent(turn.actor)?;
    let conversation = turn.find(id)?;
    let left = conversation.message.ok_or(Rejection::UnknownConversation)?;
    if !turn.desk.sees_to_messages(by, conversation) {
        return Err(Rejection::NotAllowed);
    }
    if !left.answered {
        turn.tell(Event::MessageAnswered { conversation: id, by });
    }
    Ok(Answer::Done)
}

/// By the length of the queue's wrap-up, once more.
pub fn extend_wrap_up(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let agent = wrapping_up(turn, id)?;
    let wrap_up = turn.find(id)?.wrap_ups.get(&agent).ok_or(Rejection::NoWrapUp)?;
    let until = wrap_up.plan.until.after(turn.desk.place(wrap_up.place).queue.wrap_up.ms);
    turn.tell(Event::WrapUpExtended { conversation: id, agent, until });
    Ok(Answer::Done)
}

fn wrapping_up(turn: &Turn<'_>, id: ConversationId) -> Result<AgentId, Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let conversation = turn.find(id)?;
    if conversation.wrap_ups.contains_key(&agent) { Ok(agent) } else { Err(Rejection::NoWrapUp) }
}

pub fn set_priority(
    turn: &mut Turn<'_>,
    id: ConversationId,
    priority: u8,
) -> Result<Answer, Rejection> {
    let conversation = turn.find_open(id)?;
    let agent = turn.desk.asking_agent(turn.actor)?;
    if conversation.owner() != Some(agent) && !turn.desk.supervises(agent, conversation) {
        return Err(Rejection::NotAllowed);
    }
    if priority > PRIORITY_MAX {
        return Err(Rejection::BadPriority);
    }
    if !has_everywhere(conversation, priority) {
        turn.tell(Event::PrioritySet { conversation: id, priority, by: Actor::Agent(agent) });
    }
    Ok(Answer::Done)
}

/// Whether it stands so in every line, those of its handoffs included.
fn has_everywhere(conversation: &Conversation, priority: u8) -> bool {
    let handoffs = conversation.handoff.iter().map(|handoff| handoff.priority);
    let invited = conversation.open_invitations().map(|invitation| invitation.priority);
    conversation.priority == priority && handoffs.chain(invited).all(|other| other == priority)
}
