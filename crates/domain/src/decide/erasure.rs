//! A visitor is erased: what runs for them ends at once, and the desk forgets them.
//!
//! The texts are not its business: they lie beside the journal, and whoever follows it takes them away.

use alloc::vec::Vec;

use crate::{
    command::Actor,
    desk::Answer,
    event::{CloseReason, Event, WrapUpEnd},
    ids::{AgentId, ConversationId, VisitorId},
    rejection::Rejection,
    turn::Turn,
};

/// Asked for again, it changes nothing.
pub fn erase(turn: &mut Turn<'_>, visitor: VisitorId) -> Result<Answer, Rejection> {
    match turn.actor {
        Actor::System => {}
        Actor::Agent(_) | Actor::Visitor(_) => {
            let agent = turn.desk.asking_agent(turn.actor)?;
            if !turn.desk.rules().agents.get(&agent).is_some_and(|agent| agent.roles.admin) {
                return Err(Rejection::NotAllowed);
            }
        }
    }
    if turn.desk.state.erased.contains(visitor) {
        return Ok(Answer::Done);
    }
    // Closed ones too: after-contact work, a survey or an unanswered message keeps them where somebody could still
    // write in them.
    let theirs = turn.desk.state.conversations.values().filter(|one| one.visitor == visitor);
    let theirs: Vec<ConversationId> = theirs.map(|one| one.id).collect();
    for id in theirs {
        end(turn, id);
    }
    turn.tell(Event::VisitorErased { visitor });
    Ok(Answer::Done)
}

/// Nothing of it stays in memory, so that nobody adds to what is being taken away.
fn end(turn: &mut Turn<'_>, id: ConversationId) {
    if turn.find(id).is_ok_and(|conversation| !conversation.is_closed()) {
        turn.close(id, CloseReason::Erased, turn.actor, None);
    }
    let wrap_ups = turn.desk.conversation(id).map(|one| one.wrap_ups.keys().copied().collect());
    let wrap_ups: Vec<AgentId> = wrap_ups.unwrap_or_default();
    for agent in wrap_ups {
        turn.end_wrap_up(id, agent, WrapUpEnd::Erased);
    }
    turn.tell(Event::ConversationArchived { conversation: id });
}
