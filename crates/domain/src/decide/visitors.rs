//! What a visitor answers when a wait has been too long.

use crate::{
    command::{Actor, Body, Choice},
    decide::texts,
    desk::Answer,
    event::{CloseReason, Event},
    ids::ConversationId,
    limits::MESSAGE_CHARS_MAX,
    rejection::Rejection,
    turn::Turn,
};

/// The visitor chooses because nobody came.
pub fn answer_choice(
    turn: &mut Turn<'_>,
    id: ConversationId,
    choice: Choice,
) -> Result<Answer, Rejection> {
    let visitor = turn.desk.asking_visitor(turn.actor)?;
    let conversation = turn.find_open(id)?;
    if conversation.visitor != visitor {
        return Err(Rejection::UnknownConversation);
    }
    let wait = conversation.wait().ok_or(Rejection::NotWaiting)?;
    let asked = wait.choice.ok_or(Rejection::NoChoice)?;
    match choice {
        Choice::KeepWaiting if conversation.is_out_of_hours() => {
            return Err(Rejection::QueueClosed);
        }
        Choice::KeepWaiting => {
            if asked.open || asked.form_ends.is_some() {
                turn.tell(Event::WaitContinued { conversation: id });
            }
        }
        Choice::WriteMessage => {
            if asked.form_ends.is_none() {
                let until = turn.now.after(turn.desk.rules().settings.offline_form_ms);
                turn.tell(Event::MessageAsked { conversation: id, until });
            }
        }
        Choice::LeaveMessage { text } => {
            if text.trim().is_empty() {
                return Err(Rejection::EmptyMessage);
            }
            texts::check_length(&text, MESSAGE_CHARS_MAX)?;
            turn.withdraw(id, crate::event::CancelCause::Closed);
            let message = turn.keep(Body::Text(text));
            turn.close(id, CloseReason::MessageLeft, Actor::Visitor(visitor), Some(message));
        }
    }
    Ok(Answer::Done)
}
