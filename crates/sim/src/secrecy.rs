//! What visitors must never receive (invariant I7), for stories and for simulated days.
//!
//! Everything that staff write for each other carries a mark, whoever makes it up; nothing that a visitor gets has
//! it, nor a name by which staff know each other, queues and teams.

use std::collections::BTreeMap;

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

/// Whether what just happened tells a visitor what is for the staff.
pub fn told_by<'a>(
    desk: &Desk,
    events: impl IntoIterator<Item = &'a Event>,
    bodies: &BTreeMap<BodyId, &Body>,
) -> Result<(), String> {
    for event in events {
        if let Some(line) = view::visitor_line(desk, event) {
            no_mark(&line_text(&line, bodies))?;
        }
    }
    Ok(())
}

/// Whether anything that visitors see of their conversations is for the staff.
pub fn seen_by_all(desk: &Desk) -> Result<(), String> {
    let visitors: std::collections::BTreeSet<_> =
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

/// Everything of a line that reaches the visitor, the text of a message included.
pub fn line_text(line: &Line, bodies: &BTreeMap<BodyId, &Body>) -> String {
    match line {
        Line::Message { body, .. } => format!("{line:?} {:?}", bodies.get(body)),
        Line::Notice(notice) => format!("{notice:?}"),
    }
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
