//! What a visitor asks for, apart from writing.

use alloc::{collections::BTreeMap, string::String};

use crate::{
    command::{Actor, Audience, Body, Choice, Draft},
    config::Mode,
    decide::{talk, texts},
    desk::{Answer, Desk},
    event::{CloseReason, Event, Reservation, ReservedFor, WaitCause, WaitStart},
    explain::Verdict,
    ids::{AgentId, ConversationId, QueueId, SkillId, Timestamp, VisitorId},
    limits::{CONVERSATIONS_MAX, MESSAGE_CHARS_MAX, SKILL_LEVEL_MAX, VISITOR_CONVERSATIONS_MAX},
    rejection::Rejection,
    state::LastVisit,
    turn::Turn,
};

pub struct Opening {
    pub queue: Option<QueueId>,
    pub needs: BTreeMap<SkillId, u8>,
    pub attributes: BTreeMap<String, String>,
    pub message: Option<Draft>,
}

/// A conversation begins to wait. Whoever comes back in time after it broke off goes on where they were.
pub fn open(turn: &mut Turn<'_>, opening: Opening) -> Result<Answer, Rejection> {
    let visitor = turn.desk.asking_visitor(turn.actor)?;
    let Opening { queue, needs, attributes, message } = opening;
    check_opening(turn.desk, visitor, queue, &needs)?;
    let chars = message.as_ref().map(texts::check_message).transpose()?;

    let last = turn.desk.state.memory.of(visitor).cloned();
    let resumed = last.as_ref().filter(|visit| resumes(turn.desk, visit, turn.now));
    let queue = resumed.map(|visit| visit.queue).or(queue).unwrap_or(turn.desk.rules().entry);
    let credit_ms = resumed.map_or(0, |visit| visit.waited_ms);
    let before = match (resumed, &last) {
        (Some(visit), _) => visit.owner,
        (None, Some(visit)) => sticky_owner(turn.desk, visit, queue, turn.now),
        (None, None) => None,
    };

    let conversation = turn.desk.state.next.conversation;
    let previous = last.as_ref().map(|visit| visit.conversation);
    let attributes = (!attributes.is_empty()).then(|| turn.keep(Body::Attributes(attributes)));
    turn.tell(Event::ConversationOpened {
        conversation,
        visitor,
        previous,
        queue,
        needs,
        attributes,
    });
    let reserved = before.and_then(|agent| reservation(turn, conversation, agent));
    let priority = turn.desk.conversation(conversation).map_or(0, |c| turn.desk.priority(c, queue));
    let cause = WaitCause::Opened;
    let wait =
        WaitStart { queue, cause, credit_ms, front: false, priority, sender: None, reserved };
    turn.tell(Event::WaitStarted { conversation, wait });
    let message = message.zip(chars).map(|(draft, chars)| {
        talk::tell_message(turn, conversation, Audience::Everybody, draft, chars)
    });
    Ok(Answer::Opened { conversation, message })
}

fn check_opening(
    desk: &Desk,
    visitor: VisitorId,
    queue: Option<QueueId>,
    needs: &BTreeMap<SkillId, u8>,
) -> Result<(), Rejection> {
    let config = desk.rules();
    if queue.is_some_and(|queue| !config.queues.contains_key(&queue)) {
        return Err(Rejection::UnknownQueue);
    }
    let known = |(skill, level): (&SkillId, &u8)| {
        config.skills.contains_key(skill) && (1..=SKILL_LEVEL_MAX).contains(level)
    };
    if !needs.iter().all(known) {
        return Err(Rejection::UnknownSkill);
    }
    let own = desk.state.visitors.get(&visitor).map_or(0, |visitor| visitor.conversations.len());
    if own >= VISITOR_CONVERSATIONS_MAX || desk.state.conversations.len() >= CONVERSATIONS_MAX {
        return Err(Rejection::TooManyConversations);
    }
    Ok(())
}

fn resumes(desk: &Desk, visit: &LastVisit, now: Timestamp) -> bool {
    let config = desk.rules();
    visit.broken_off
        && now < visit.closed_at.after(config.settings.come_back_ms)
        && config.queues.contains_key(&visit.queue)
}

/// The last owner in this queue, where it is sticky.
fn sticky_owner(desk: &Desk, visit: &LastVisit, queue: QueueId, now: Timestamp) -> Option<AgentId> {
    let (agent, at) = visit.owners.get(&queue)?;
    let remembered = desk.place(queue).sticky && now < at.after(desk.rules().settings.sticky_ms);
    remembered.then_some(*agent)
}

/// Kept for an agent who could take it, but for room.
fn reservation(turn: &Turn<'_>, id: ConversationId, agent: AgentId) -> Option<Reservation> {
    let conversation = turn.desk.conversation(id)?;
    let search = turn.desk.search(conversation)?;
    if turn.desk.place(conversation.queue).mode == Mode::Pull {
        return None;
    }
    let verdict = turn.desk.index.routing.eligible(&search.ask(), agent);
    let until = turn.now.after(turn.desk.rules().settings.sticky_reserve_ms);
    matches!(verdict, Verdict::Eligible | Verdict::AtCapacity { .. }).then_some(Reservation {
        agent,
        until,
        purpose: ReservedFor::LastOwner,
    })
}

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
