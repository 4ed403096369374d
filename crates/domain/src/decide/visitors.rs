//! What a visitor answers when a wait has been too long and after closing, and what their page says of them meanwhile.

use alloc::{collections::BTreeMap, string::String};

use crate::{
    command::{Actor, Body, Choice},
    config::StageKind,
    decide::texts,
    desk::Answer,
    event::{CloseReason, Event},
    ids::ConversationId,
    limits::{MESSAGE_CHARS_MAX, RATING_MAX},
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

/// The page says more of its visitor. Routing goes on as it was begun: nothing but the attributes changes.
pub fn set_attributes(
    turn: &mut Turn<'_>,
    id: ConversationId,
    known: BTreeMap<String, String>,
    changes: BTreeMap<String, Option<String>>,
) -> Result<Answer, Rejection> {
    let visitor = turn.desk.asking_visitor(turn.actor)?;
    if turn.find_open(id)?.visitor != visitor {
        return Err(Rejection::UnknownConversation);
    }
    let mut attributes = known.clone();
    for (key, value) in changes {
        match value {
            Some(value) => attributes.insert(key, value),
            None => attributes.remove(&key),
        };
    }
    texts::check_attributes(&attributes)?;
    if attributes != known {
        let attributes = (!attributes.is_empty()).then(|| turn.keep(Body::Attributes(attributes)));
        turn.tell(Event::AttributesSet { conversation: id, attributes });
    }
    Ok(Answer::Done)
}

/// How it was. What stands behind the survey in the pipeline follows.
pub fn answer_survey(
    turn: &mut Turn<'_>,
    id: ConversationId,
    rating: u8,
    comment: String,
) -> Result<Answer, Rejection> {
    let visitor = turn.desk.asking_visitor(turn.actor)?;
    let conversation = turn.find(id)?;
    if conversation.visitor != visitor {
        return Err(Rejection::UnknownConversation);
    }
    let survey = conversation.survey.ok_or(Rejection::NoSurvey)?;
    if survey.rating.is_some() || survey.ends <= turn.now {
        return Err(Rejection::NoSurvey);
    }
    if !(1..=RATING_MAX).contains(&rating) {
        return Err(Rejection::BadRating);
    }
    texts::check_length(&comment, MESSAGE_CHARS_MAX)?;
    let comment = (!comment.trim().is_empty()).then(|| turn.keep(Body::Text(comment)));
    turn.tell(Event::SurveyAnswered { conversation: id, rating, comment });
    let next = match turn.desk.rules().stages.get(&survey.stage).map(|stage| &stage.kind) {
        Some(StageKind::Survey { next }) => *next,
        Some(_) | None => None,
    };
    turn.follow_closing(id, next);
    Ok(Answer::Done)
}
