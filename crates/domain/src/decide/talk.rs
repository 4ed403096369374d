//! Writing, and ending a conversation for everybody.

use alloc::{string::String, vec::Vec};

use crate::{
    command::{Actor, AssistMode, Audience, Body, Draft},
    decide::{agents, keywords, texts},
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

/// Visitors write to everybody; a note is also open to those who only look on. A supervisor who whispers has
/// to join before the visitor reads anything of theirs.
pub fn check_author(
    desk: &Desk,
    actor: Actor,
    conversation: &Conversation,
    audience: Audience,
) -> Result<(), Rejection> {
    if let Actor::Visitor(visitor) = actor {
        return match audience {
            _ if conversation.visitor != visitor => Err(Rejection::UnknownConversation),
            Audience::Everybody => Ok(()),
            Audience::Staff | Audience::Whisper => Err(Rejection::NotAllowed),
        };
    }
    let agent = desk.asking_agent(actor)?;
    let allowed = match audience {
        Audience::Everybody => desk.takes_part(agent, conversation),
        Audience::Staff => {
            desk.takes_part(agent, conversation)
                || desk.supervises(agent, conversation)
                || conversation.wrap_ups.contains_key(&agent)
        }
        // Among those who whisper, and back to them.
        Audience::Whisper => match conversation.assist_mode(agent) {
            Some(AssistMode::Whisper | AssistMode::Join) => true,
            Some(AssistMode::Observe) => false,
            None => conversation.owner() == Some(agent) && conversation.is_whispered_in(),
        },
    };
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
    let met: Vec<String> = match author {
        Actor::Visitor(_) => keywords::met(&turn.desk.rules().hand_rules, &draft.text)
            .into_iter()
            .map(String::from)
            .collect(),
        Actor::Agent(_) | Actor::System => Vec::new(),
    };
    let whispered_to = match audience {
        Audience::Whisper => turn.desk.conversation(conversation).and_then(Conversation::owner),
        Audience::Everybody | Audience::Staff => None,
    };
    let body = turn.keep(Body::Text(draft.text));
    turn.tell(Event::MessagePosted {
        conversation,
        message,
        author,
        audience,
        body,
        chars,
        files: draft.files,
        whispered_to,
    });
    for rule in met {
        turn.meet_rule(conversation, rule);
    }
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
