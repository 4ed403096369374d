//! What visitors must never receive (invariant I7), for stories and for simulated days.
//!
//! Everything that staff write for each other carries a mark, whoever makes it up; nothing that a visitor gets has
//! it, nor a name by which staff know each other, queues and teams.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Desk,
    command::{Audience, Body, Command, Note},
    event::Event,
    ids::BodyId,
    view::{self, Object, Viewer, visitor::Line},
};

/// Marks texts for the staff.
pub const STAFF_MARK: &str = "‡staff‡";

pub fn marked(text: &str) -> String {
    format!("{text} {STAFF_MARK}")
}

pub fn marked_note(note: &Note) -> Note {
    let mut note = note.clone();
    mark_note(&mut note);
    note
}

/// A command as it was, with every text in it that is for the staff marked.
#[expect(clippy::wildcard_enum_match_arm, reason = "all others carry no text for the staff")]
pub fn mark(mut command: Command) -> Command {
    match &mut command {
        Command::PostMessage { audience: Audience::Staff | Audience::Whisper, message, .. } => {
            mark_text(&mut message.text);
        }
        Command::StartTransfer { note, .. }
        | Command::Escalate { note, .. }
        | Command::Return { note, .. }
        | Command::Invite { note, .. } => mark_note(note),
        Command::EndWrapUp { note: Some(text), .. } | Command::RaiseHand { note: text, .. } => {
            mark_text(text);
        }
        _ => {}
    }
    command
}

/// Everything of what just happened that visitors are told, the texts of messages included.
pub fn told<'a>(
    desk: &'a Desk,
    events: impl IntoIterator<Item = &'a Event> + 'a,
    bodies: &'a BTreeMap<BodyId, &Body>,
) -> impl Iterator<Item = String> + 'a {
    let lines = events.into_iter().filter_map(|event| view::visitor_line(desk, event));
    lines.map(|line| match &line {
        Line::Message { body, .. } => format!("{line:?} {:?}", bodies.get(body)),
        Line::Notice(notice) => format!("{notice:?}"),
    })
}

/// Whether what just happened tells a visitor what is for the staff. Names are left to `seen_by_all`: they are many.
pub fn told_by<'a>(
    desk: &'a Desk,
    events: impl IntoIterator<Item = &'a Event> + 'a,
    bodies: &'a BTreeMap<BodyId, &Body>,
) -> Result<(), String> {
    told(desk, events, bodies).try_for_each(|text| no_mark(&text))
}

/// Whether anything that visitors see of their conversations is for the staff.
pub fn seen_by_all(desk: &Desk) -> Result<(), String> {
    let visitors: BTreeSet<_> =
        desk.state().conversations.values().map(|conversation| conversation.visitor).collect();
    visitors
        .into_iter()
        .try_for_each(|visitor| seen(desk, desk.snapshot(Viewer::Visitor(visitor)).values()))
}

/// The same of objects at hand.
pub fn seen<'a>(desk: &Desk, objects: impl IntoIterator<Item = &'a Object>) -> Result<(), String> {
    for object in objects {
        if let Object::VisitorConversation(conversation) = object {
            for_visitors(desk, &format!("{conversation:?}"))?;
        }
    }
    Ok(())
}

/// Refuses the mark of staff texts, and the names by which staff know each other, queues and teams.
pub fn for_visitors(desk: &Desk, text: &str) -> Result<(), String> {
    no_mark(text)?;
    let config = desk.config().into_iter();
    let mut names = config.flat_map(|config| {
        let agents = config.agents.values().map(|agent| &agent.name);
        let queues = config.queues.values().map(|queue| &queue.name);
        agents.chain(queues).chain(config.teams.values().map(|team| &team.name))
    });
    names
        .find(|secret| text.contains(secret.as_str()))
        .map_or(Ok(()), |secret| broken(secret, text))
}

fn no_mark(text: &str) -> Result<(), String> {
    if text.contains(STAFF_MARK) { broken(STAFF_MARK, text) } else { Ok(()) }
}

fn broken(secret: &str, text: &str) -> Result<(), String> {
    Err(format!("I7: a visitor gets `{secret}` in {text}"))
}

fn mark_note(note: &mut Note) {
    let Note { text, goal, tried, ask } = note;
    [text, goal, tried, ask].into_iter().for_each(mark_text);
}

fn mark_text(text: &mut String) {
    if !text.is_empty() {
        *text = marked(text);
    }
}
