//! Asking for a supervisor, and what supervisors do in a conversation that stays its owner's (SPEC §4, "Assist").

use alloc::string::String;

use crate::{
    command::{AssistMode, Body},
    decide::texts,
    desk::Answer,
    event::{Event, HandCause, HandEnd},
    history,
    ids::{AgentId, ConversationId},
    limits::NOTE_CHARS_MAX,
    rejection::Rejection,
    state::Conversation,
    turn::Turn,
};

pub fn raise_hand(
    turn: &mut Turn<'_>,
    id: ConversationId,
    note: String,
) -> Result<Answer, Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let conversation = turn.find_open(id)?;
    if conversation.owner() != Some(agent) {
        return Err(Rejection::NotAllowed);
    }
    if conversation.hand.is_some() {
        return Err(Rejection::HandIsUp);
    }
    texts::check_length(&note, NOTE_CHARS_MAX)?;
    let note = (!note.trim().is_empty()).then(|| turn.keep(Body::Text(note)));
    turn.raise_hand(id, HandCause::Asked, note);
    Ok(Answer::Done)
}

/// By the owner who no longer needs help, or by a supervisor who sees that none is needed.
pub fn lower_hand(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let conversation = turn.find_open(id)?;
    if conversation.owner() != Some(agent) && !turn.desk.supervises(agent, conversation) {
        return Err(Rejection::NotAllowed);
    }
    if conversation.hand.is_none() {
        return Err(Rejection::NoHand);
    }
    turn.lower_hand(id, HandEnd::LoweredBy(agent));
    Ok(Answer::Done)
}

/// The order of the journal decides between two; the second finds the hand taken.
pub fn take_hand(
    turn: &mut Turn<'_>,
    id: ConversationId,
    mode: AssistMode,
    confirmed: bool,
) -> Result<Answer, Rejection> {
    let (agent, conversation) = supervised(turn, id)?;
    if conversation.hand.is_none() {
        let taken = conversation.supervisors.keys().any(|other| *other != agent);
        return Err(if taken { Rejection::HandTaken } else { Rejection::NoHand });
    }
    check_mode(conversation, agent, mode, confirmed)?;
    turn.lower_hand(id, HandEnd::TakenBy(agent));
    set_mode(turn, id, agent, mode);
    Ok(Answer::Done)
}

/// A supervisor who is there to help has answered the hand that is up; one who only looks has not.
pub fn enter(
    turn: &mut Turn<'_>,
    id: ConversationId,
    mode: AssistMode,
    confirmed: bool,
) -> Result<Answer, Rejection> {
    let (agent, conversation) = supervised(turn, id)?;
    check_mode(conversation, agent, mode, confirmed)?;
    if mode != AssistMode::Observe {
        turn.lower_hand(id, HandEnd::TakenBy(agent));
    }
    set_mode(turn, id, agent, mode);
    Ok(Answer::Done)
}

fn check_mode(
    conversation: &Conversation,
    agent: AgentId,
    mode: AssistMode,
    confirmed: bool,
) -> Result<(), Rejection> {
    let shows =
        mode == AssistMode::Join && conversation.assist_mode(agent) == Some(AssistMode::Whisper);
    if shows && !confirmed { Err(Rejection::ConfirmationRequired) } else { Ok(()) }
}

fn set_mode(turn: &mut Turn<'_>, id: ConversationId, agent: AgentId, mode: AssistMode) {
    let present = turn.desk.conversation(id).and_then(|c| c.assist_mode(agent));
    match present {
        Some(present) if present == mode => {}
        Some(from) => {
            turn.tell(Event::SupervisorModeChanged { conversation: id, agent, from, to: mode })
        }
        None => turn.tell(Event::SupervisorEntered { conversation: id, agent, mode }),
    }
}

/// A supervisor of the conversation who is not one of the people in it.
fn supervised<'a>(
    turn: &'a Turn<'_>,
    id: ConversationId,
) -> Result<(AgentId, &'a Conversation), Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let conversation = turn.find_open(id)?;
    let is_in_it = conversation.owner() == Some(agent)
        || conversation.receiver() == Some(agent)
        || conversation.guests.contains_key(&agent);
    if is_in_it || !turn.desk.supervises(agent, conversation) {
        return Err(Rejection::NotAllowed);
    }
    Ok((agent, conversation))
}

/// Of a conversation that left memory, whether they may read it was asked before. How often one reading is
/// noted is the caller's.
pub fn note_reading(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let history = id.0 >= history::FIRST_ID;
    if id >= turn.desk.state.next.conversation && !history {
        return Err(Rejection::UnknownConversation);
    }
    if turn.desk.conversation(id).is_some() && !turn.desk.may_read(agent, id) {
        return Err(Rejection::UnknownConversation);
    }
    let takes_part = turn.desk.conversation(id).is_some_and(|conversation| {
        turn.desk.takes_part(agent, conversation)
            || conversation.supervisors.contains_key(&agent)
            || conversation.owners.contains_key(&agent)
            || conversation.helpers.contains(&agent)
    });
    if !takes_part {
        turn.tell(Event::ConversationRead { conversation: id, agent });
    }
    Ok(Answer::Done)
}
