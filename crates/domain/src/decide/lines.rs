//! Lines that agents write, and tags. What a line means is `slash`'s to say; it is decided like any command.

use alloc::collections::BTreeSet;
use alloc::string::String;

use crate::{
    command::{Audience, Draft},
    config::Code,
    decide::{dispatch, talk, texts},
    desk::Answer,
    event::Event,
    ids::ConversationId,
    limits::{TAG_CHARS_MAX, TAGS_MAX},
    rejection::Rejection,
    slash::{self, Asked},
    turn::Turn,
};

pub fn run(turn: &mut Turn<'_>, id: ConversationId, line: &str) -> Result<Answer, Rejection> {
    match slash::read(turn, id, line)? {
        Asked::Say(text) => say(turn, id, Draft { text, ..Draft::default() }),
        Asked::Do(command) => dispatch(turn, command),
        Asked::Help => Ok(Answer::Help),
    }
}

/// A message that begins with a slash. Files belong to messages only.
pub fn post(turn: &mut Turn<'_>, id: ConversationId, message: Draft) -> Result<Answer, Rejection> {
    match slash::read(turn, id, &message.text)? {
        Asked::Say(text) => say(turn, id, Draft { text, ..message }),
        Asked::Do(_) | Asked::Help if !message.files.is_empty() => Err(Rejection::FilesWithCommand),
        Asked::Do(command) => dispatch(turn, command),
        Asked::Help => Ok(Answer::Help),
    }
}

/// Whatever it begins with.
fn say(turn: &mut Turn<'_>, id: ConversationId, message: Draft) -> Result<Answer, Rejection> {
    talk::post(turn, id, Audience::Everybody, message)
}

/// Sets some, takes off others. Whoever may write a note may tag.
pub fn set_tags(
    turn: &mut Turn<'_>,
    id: ConversationId,
    add: &BTreeSet<String>,
    remove: &BTreeSet<String>,
) -> Result<Answer, Rejection> {
    let conversation = turn.find(id)?;
    talk::check_author(turn.desk, turn.actor, conversation, Audience::Staff)?;
    for tag in add {
        check_tag(tag, &turn.desk.rules().tags)?;
    }
    let tags: BTreeSet<String> =
        conversation.tags.union(add).filter(|tag| !remove.contains(*tag)).cloned().collect();
    if tags.len() > TAGS_MAX {
        return Err(Rejection::TooManyTags);
    }
    if tags != conversation.tags {
        turn.tell(Event::TagsSet { conversation: id, tags, by: turn.actor });
    }
    Ok(Answer::Done)
}

/// One of the workspace's; any word, where it names none.
fn check_tag(tag: &str, list: &[Code]) -> Result<(), Rejection> {
    if !list.is_empty() {
        return texts::check_code(Some(tag), list);
    }
    let is_code = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '_';
    let fits = (1..=TAG_CHARS_MAX).contains(&tag.chars().count());
    if fits && tag.chars().all(is_code) { Ok(()) } else { Err(Rejection::BadTag) }
}
