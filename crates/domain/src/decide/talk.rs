//! Writing, and ending a conversation for everybody.

use crate::{
    command::{Actor, Audience, Body, Draft},
    decide::{agents, texts},
    desk::{Answer, Desk},
    event::{CloseReason, Event},
    ids::{ConversationId, MessageId},
    rejection::Rejection,
    state::Conversation,
    turn::Turn,
};

pub fn post(
    turn: &mut Turn<'_>,
    id: ConversationId,
    audience: Audience,
    message: Draft,
) -> Result<Answer, Rejection> {
    let conversation = turn.find(id)?;
    if conversation.is_closed() {
        return Err(Rejection::ConversationClosed);
    }
    check_author(turn.desk, turn.actor, conversation, audience)?;
    // Held for inspection, it is still there to be written in; it only does not move.
    let wakes = matches!(turn.actor, Actor::Visitor(_))
        && conversation.parked().is_some()
        && !conversation.quarantined;
    let chars = texts::check_message(&message)?;
    let message = tell_message(turn, id, audience, message, chars);
    if wakes {
        agents::rouse(turn, id);
    }
    Ok(Answer::Posted { message })
}

/// Visitors write to everybody; a note is also open to those who only look on.
fn check_author(
    desk: &Desk,
    actor: Actor,
    conversation: &Conversation,
    audience: Audience,
) -> Result<(), Rejection> {
    if let Actor::Visitor(visitor) = actor {
        return match audience {
            _ if conversation.visitor != visitor => Err(Rejection::UnknownConversation),
            Audience::Everybody => Ok(()),
            Audience::Staff => Err(Rejection::NotAllowed),
        };
    }
    let agent = desk.asking_agent(actor)?;
    let allowed = desk.takes_part(agent, conversation)
        || audience == Audience::Staff
            && (desk.supervises(agent, conversation) || conversation.wrap_ups.contains_key(&agent));
    if allowed { Ok(()) } else { Err(Rejection::NotAllowed) }
}

pub fn tell_message(
    turn: &mut Turn<'_>,
    conversation: ConversationId,
    audience: Audience,
    draft: Draft,
    chars: u32,
) -> MessageId {
    let message = turn.desk.state.next.message;
    let author = turn.actor;
    let body = turn.keep(Body::Text(draft.text));
    turn.tell(Event::MessagePosted {
        conversation,
        message,
        author,
        audience,
        body,
        chars,
        files: draft.files,
    });
    message
}

/// The reason follows from who asks. The owner has to end an open transfer first (invariant I2).
pub fn close(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    let conversation = turn.find(id)?;
    if conversation.is_closed() {
        return Err(Rejection::ConversationClosed);
    }
    let reason = match turn.actor {
        Actor::Visitor(visitor) if conversation.visitor == visitor => CloseReason::Visitor,
        Actor::Visitor(_) => return Err(Rejection::UnknownConversation),
        Actor::Agent(_) | Actor::System => {
            let agent = turn.desk.asking_agent(turn.actor)?;
            let is_owner = conversation.owner() == Some(agent);
            if turn.desk.supervises(agent, conversation) && (!is_owner || conversation.quarantined)
            {
                CloseReason::Supervisor
            } else if !is_owner {
                return Err(Rejection::NotAllowed);
            } else if conversation.handoff.is_some() && !conversation.quarantined {
                return Err(Rejection::HandoffPending);
            } else {
                CloseReason::Agent
            }
        }
    };
    if conversation.quarantined && reason != CloseReason::Supervisor {
        return Err(Rejection::Quarantined);
    }
    turn.close(id, reason, turn.actor, None);
    Ok(Answer::Done)
}
