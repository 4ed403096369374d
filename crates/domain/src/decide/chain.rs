//! A move that the chain guard stops, and a supervisor who lets it go ahead. What it stops is `guard`'s.

use crate::{
    command::Target,
    desk::Answer,
    event::{Event, HandCause, HandEnd},
    ids::{AgentId, ConversationId},
    rejection::Rejection,
    state::StoppedMove,
    turn::Turn,
};

/// Asks for a supervisor, once: whoever asks again before an answer waits for the same one.
pub fn stop(
    turn: &mut Turn<'_>,
    id: ConversationId,
    agent: AgentId,
    target: Target,
) -> Result<Answer, Rejection> {
    let conversation = turn.find_open(id)?;
    if !matches!(conversation.stopped, Some(StoppedMove::Asked { .. })) {
        let until = turn.now.after(turn.desk.rules().settings.hand_alert_ms);
        turn.tell(Event::MoveStopped { conversation: id, agent, target, until });
        turn.raise_hand(id, HandCause::ChainLimit, None);
    }
    Ok(Answer::AwaitsSupervisor)
}

/// A supervisor lets the owner go ahead.
pub fn allow(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let agent = turn.desk.asking_agent(turn.actor)?;
    let conversation = turn.find_open(id)?;
    if !turn.desk.supervises(agent, conversation) {
        return Err(Rejection::NotAllowed);
    }
    match conversation.stopped {
        Some(StoppedMove::Asked { .. } | StoppedMove::Answered) => {}
        Some(StoppedMove::Allowed) | None => return Err(Rejection::NoStoppedMove),
    }
    turn.lower_hand(id, HandEnd::MoveAllowedBy(agent));
    turn.tell(Event::MoveAllowed { conversation: id, by: Some(agent) });
    Ok(Answer::Done)
}
