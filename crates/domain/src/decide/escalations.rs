//! Moves along the pipeline: escalation by an option of the stage, and return to where it came from.
//!
//! Both are one step: the owner is released at once and a queue holds the conversation. What follows while it
//! waits there is the same as for any wait; recalling is the transfers' business.

use alloc::string::String;

use crate::{
    command::{Body, Confirmed, Note, Target},
    config::{Config, EscalationOption, Place},
    decide::{chain, texts},
    desk::{Answer, Desk},
    event::{EscalationStart, Event, ReleaseCause, ReturnStart, WaitCause},
    guard::Way,
    ids::{AgentId, ConversationId},
    moves::Waiting,
    rejection::Rejection,
    state::Conversation,
    turn::Turn,
};

/// What an agent asks for.
pub struct Wanted {
    pub option: Option<String>,
    pub reason: Option<String>,
    pub note: Note,
    pub confirmed: Confirmed,
}

pub fn escalate(
    turn: &mut Turn<'_>,
    id: ConversationId,
    wanted: Wanted,
) -> Result<Answer, Rejection> {
    let (from, conversation) = movable(turn, id)?;
    let config = turn.desk.rules();
    let option = find_option(turn.desk, conversation, wanted.option.as_deref())?;
    let place =
        config.place_of(option.stage).ok_or(Rejection::UnknownOption(conversation.place))?;
    if place == conversation.place {
        return Err(Rejection::AlreadyThere);
    }
    check_texts(config, option, &wanted)?;
    check_open(turn, place)?;
    if wanted.confirmed == Confirmed::No && !turn.desk.somebody_online(place.queue) {
        return Err(Rejection::NobodyOnline);
    }

    let asking = turn.desk.asking_agent(turn.actor)?;
    let target = Target::Queue(place.queue);
    if turn.desk.way(asking, conversation, target, place)? == Way::Stopped {
        return chain::stop(turn, id, from, target);
    }

    let handoff = turn.desk.state.next.handoff;
    let list = option.list;
    let escalation = EscalationStart {
        handoff,
        from,
        option: option.key.clone(),
        list,
        place,
        from_place: conversation.place,
        priority: turn.desk.priority(conversation, place),
        reason: wanted.reason,
        note: None,
    };
    let note = (!wanted.note.is_empty()).then(|| turn.keep(Body::Note(wanted.note)));
    turn.tell(Event::EscalationStarted {
        conversation: id,
        escalation: EscalationStart { note, ..escalation },
    });
    turn.release(id, ReleaseCause::Escalated(handoff));
    let how = Waiting { sender: Some(from), list, ..Waiting::default() };
    turn.wait(id, place, WaitCause::Escalation(handoff), how);
    Ok(Answer::TransferStarted { handoff })
}

/// To whoever had it before, if they are there with room; else to the queue it was in.
pub fn give_back(turn: &mut Turn<'_>, id: ConversationId, note: Note) -> Result<Answer, Rejection> {
    let (from, conversation) = movable(turn, id)?;
    let (to, place) = conversation.way_back().ok_or(Rejection::NothingToReturn)?;
    let config = turn.desk.rules();
    if !config.queues.contains_key(&place.queue) {
        return Err(Rejection::QueueClosed);
    }
    let place = config.present(place);
    if (to, place) == (from, conversation.place) {
        return Err(Rejection::AlreadyThere);
    }
    let reserved = turn
        .desk
        .reservation_for_previous(id, to, place, turn.now)
        .filter(|reserved| reserved.agent != from);
    if reserved.is_none() {
        check_open(turn, place)?;
    }
    texts::check_note(&note)?;

    let handoff = turn.desk.state.next.handoff;
    let returning = ReturnStart {
        handoff,
        from,
        to,
        place,
        from_place: conversation.place,
        priority: turn.desk.priority(conversation, place),
        note: None,
    };
    let note = (!note.is_empty()).then(|| turn.keep(Body::Note(note)));
    turn.tell(Event::ReturnStarted {
        conversation: id,
        returning: ReturnStart { note, ..returning },
    });
    turn.release(id, ReleaseCause::Returned(handoff));
    let how = Waiting { sender: Some(from), reserved, ..Waiting::default() };
    turn.wait(id, place, WaitCause::Return(handoff), how);
    Ok(Answer::TransferStarted { handoff })
}

/// The owner of a conversation that nothing is under way for.
fn movable<'a>(
    turn: &'a Turn<'_>,
    id: ConversationId,
) -> Result<(AgentId, &'a Conversation), Rejection> {
    let conversation = turn.find_open(id)?;
    let owner = turn.desk.owner_for(turn.actor, conversation)?;
    match conversation.handoff {
        Some(_) => Err(Rejection::HandoffPending),
        None => Ok((owner, conversation)),
    }
}

fn find_option<'a>(
    desk: &'a Desk,
    conversation: &Conversation,
    key: Option<&str>,
) -> Result<&'a EscalationOption, Rejection> {
    let options = desk.escalations(conversation);
    match (key, options) {
        (_, []) => Err(Rejection::NoEscalation),
        (None, [only]) => Ok(only),
        (None, _) => Err(Rejection::OptionRequired(conversation.place)),
        (Some(key), options) => options
            .iter()
            .find(|option| option.key == key)
            .ok_or(Rejection::UnknownOption(conversation.place)),
    }
}

fn check_texts(
    config: &Config,
    option: &EscalationOption,
    wanted: &Wanted,
) -> Result<(), Rejection> {
    if option.reason_required && wanted.reason.is_none() {
        return Err(Rejection::ReasonRequired);
    }
    if option.note_required && wanted.note.is_empty() {
        return Err(Rejection::NoteRequired);
    }
    texts::check_code(wanted.reason.as_deref(), &config.reasons)?;
    texts::check_note(&wanted.note)
}

/// Nothing is sent where nobody would ever come.
fn check_open(turn: &Turn<'_>, place: Place) -> Result<(), Rejection> {
    let open = turn.desk.is_open(place.queue) && !turn.desk.queue(place.queue).members.is_empty();
    if open { Ok(()) } else { Err(Rejection::QueueClosed) }
}

impl Desk {
    /// Ways on from the stage that a conversation is in.
    pub(crate) fn escalations(&self, conversation: &Conversation) -> &[EscalationOption] {
        let stage = self.place(conversation.place).stage;
        stage.map_or(&[], |stage| stage.escalations.as_slice())
    }
}
