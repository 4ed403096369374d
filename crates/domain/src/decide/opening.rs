//! How a conversation begins: on which path, in which place, asking for what.

use alloc::{collections::BTreeMap, string::String};

use crate::{
    command::{Audience, Body, Draft},
    config::{Config, Entry, FieldKind, FormStage, Mode, Pipeline, Place, StageKind},
    decide::{talk, texts},
    desk::{Answer, Desk},
    event::{Event, Reservation, ReservedFor, WaitCause, WaitStart},
    explain::Verdict,
    ids::{AgentId, ConversationId, PipelineId, QueueId, SkillId, StageId, Timestamp, VisitorId},
    limits::{ANSWER_CHARS_MAX, CONVERSATIONS_MAX, SKILL_LEVEL_MAX, VISITOR_CONVERSATIONS_MAX},
    rejection::Rejection,
    state::LastVisit,
    turn::Turn,
};

pub struct Opening {
    pub entry: Option<Entry>,
    pub needs: BTreeMap<SkillId, u8>,
    pub language: Option<String>,
    pub answers: BTreeMap<String, String>,
    pub attributes: BTreeMap<String, String>,
    pub message: Option<Draft>,
}

/// A conversation begins to wait. Whoever comes back in time after it broke off goes on where they were.
pub fn open(turn: &mut Turn<'_>, opening: Opening) -> Result<Answer, Rejection> {
    let visitor = turn.desk.asking_visitor(turn.actor)?;
    let Opening { entry, mut needs, language, answers, attributes, message } = opening;
    let config = turn.desk.rules();
    check_opening(turn.desk, visitor, entry, &needs)?;
    texts::check_attributes(&attributes)?;
    let chars = message.as_ref().map(texts::check_message).transpose()?;

    let last = turn.desk.state.memory.of(visitor).cloned();
    let resumed = last.as_ref().filter(|visit| resumes(turn.desk, visit, turn.now));
    // Whoever goes on where they were has answered before.
    let (begins, answers) = match resumed {
        Some(visit) => {
            let place = config.present(visit.place);
            (Begins { pipeline: visit.pipeline, place }, BTreeMap::new())
        }
        None => begin(config, entry.unwrap_or(config.entry), answers, &mut needs)?,
    };
    let Begins { pipeline, place } = begins;
    let credit_ms = resumed.map_or(0, |visit| visit.waited_ms);
    let before = match (resumed, &last) {
        _ if !turn.desk.is_open(place.queue) => None,
        (Some(visit), _) => visit.owner,
        (None, Some(visit)) => sticky_owner(turn.desk, visit, place.queue, turn.now),
        (None, None) => None,
    };
    let fallback = Some(config.settings.default_language.clone()).filter(|code| !code.is_empty());
    let language = language.as_deref().and_then(texts::language_code).or(fallback);
    let answered_before = resumed.and_then(|visit| visit.answers);

    let conversation = turn.desk.state.next.conversation;
    let previous = last.as_ref().map(|visit| visit.conversation);
    // Two bodies of one event: the second is numbered after the first.
    let attributes = (!attributes.is_empty()).then(|| turn.keep(Body::Attributes(attributes)));
    let answers = (!answers.is_empty()).then(|| turn.keep(Body::Attributes(answers)));
    turn.tell(Event::ConversationOpened {
        conversation,
        visitor,
        previous,
        place,
        pipeline,
        language,
        needs,
        attributes,
        answers: answers.or(answered_before),
    });
    let reserved = before.and_then(|agent| reservation(turn, conversation, agent));
    let priority = turn.desk.conversation(conversation).map_or(0, |c| turn.desk.priority(c, place));
    let cause = WaitCause::Opened;
    let wait = WaitStart {
        place,
        cause,
        credit_ms,
        front: false,
        priority,
        sender: None,
        reserved,
        list: None,
        shown: None,
    };
    turn.tell(Event::WaitStarted { conversation, wait });
    let message = message.zip(chars).map(|(draft, chars)| {
        talk::tell_message(turn, conversation, Audience::Everybody, draft, chars)
    });
    Ok(Answer::Opened { conversation, message })
}

/// Where a conversation begins, and on which path.
struct Begins {
    pipeline: Option<PipelineId>,
    place: Place,
}

/// Walks the forms and messages before the first connect stage; what was chosen says what is asked of agents.
/// Answers that no form on the way asked for are refused, so that nothing unbounded is kept.
fn begin(
    config: &Config,
    entry: Entry,
    mut given: BTreeMap<String, String>,
    needs: &mut BTreeMap<SkillId, u8>,
) -> Result<(Begins, BTreeMap<String, String>), Rejection> {
    let mut answers = BTreeMap::new();
    let begins = match entry {
        Entry::Queue(queue) => Begins { pipeline: None, place: Place::queue(queue) },
        Entry::Pipeline(pipeline) => walk(config, pipeline, &mut given, &mut answers, needs)?,
    };
    if given.is_empty() { Ok((begins, answers)) } else { Err(Rejection::UnknownAnswer) }
}

fn walk(
    config: &Config,
    pipeline: PipelineId,
    given: &mut BTreeMap<String, String>,
    answers: &mut BTreeMap<String, String>,
    needs: &mut BTreeMap<SkillId, u8>,
) -> Result<Begins, Rejection> {
    let Pipeline { first, stages, .. } =
        config.pipelines.get(&pipeline).ok_or(Rejection::UnknownPipeline)?;
    let mut at = *first;
    // The checker lets no circle pass; a path is no longer than there are stages.
    for _ in stages {
        let stage = config.stages.get(&at).ok_or(Rejection::UnknownPipeline)?;
        let next = match &stage.kind {
            StageKind::Connect(connect) => {
                let place = Place { queue: connect.queue, stage: Some(at) };
                return Ok(Begins { pipeline: Some(pipeline), place });
            }
            StageKind::Form(form) => fill_in(form, given, answers, needs)?,
            StageKind::Message { next } => *next,
            StageKind::OfflineForm | StageKind::Survey { .. } | StageKind::End => None,
        };
        at = next.ok_or(Rejection::UnknownPipeline)?;
    }
    Err(Rejection::UnknownPipeline)
}

/// The stage after a form. What was chosen adds to what is asked for.
fn fill_in(
    form: &FormStage,
    given: &mut BTreeMap<String, String>,
    answers: &mut BTreeMap<String, String>,
    needs: &mut BTreeMap<SkillId, u8>,
) -> Result<Option<StageId>, Rejection> {
    let mut next = form.next;
    for field in &form.fields {
        let answer = given.remove(&field.key).filter(|answer| !answer.trim().is_empty());
        let Some(answer) = answer else {
            if field.required {
                return Err(Rejection::AnswerRequired);
            }
            continue;
        };
        texts::check_length(&answer, ANSWER_CHARS_MAX)?;
        if let FieldKind::Choice(options) = &field.kind {
            let option = options.iter().find(|option| option.value == answer);
            let option = option.ok_or(Rejection::UnknownAnswer)?;
            for (skill, level) in &option.needs {
                let asked = needs.entry(*skill).or_insert(*level);
                *asked = (*asked).max(*level);
            }
            next = option.stage.or(next);
        }
        answers.insert(field.key.clone(), answer);
    }
    Ok(next)
}

fn check_opening(
    desk: &Desk,
    visitor: VisitorId,
    entry: Option<Entry>,
    needs: &BTreeMap<SkillId, u8>,
) -> Result<(), Rejection> {
    let config = desk.rules();
    match entry {
        Some(Entry::Queue(queue)) if !config.queues.contains_key(&queue) => {
            return Err(Rejection::UnknownQueue);
        }
        Some(Entry::Pipeline(pipeline)) if !config.pipelines.contains_key(&pipeline) => {
            return Err(Rejection::UnknownPipeline);
        }
        Some(_) | None => {}
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
        && config.queues.contains_key(&visit.place.queue)
}

/// The last owner in this queue, where it is sticky.
fn sticky_owner(desk: &Desk, visit: &LastVisit, queue: QueueId, now: Timestamp) -> Option<AgentId> {
    let (agent, at) = visit.owners.get(&queue)?;
    let remembered = desk.queue(queue).sticky && now < at.after(desk.rules().settings.sticky_ms);
    remembered.then_some(*agent)
}

/// Kept for an agent who could take it, but for room.
fn reservation(turn: &Turn<'_>, id: ConversationId, agent: AgentId) -> Option<Reservation> {
    let conversation = turn.desk.conversation(id)?;
    let search = turn.desk.search(conversation.seeking())?;
    if turn.desk.place(conversation.place).queue.mode == Mode::Pull {
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
