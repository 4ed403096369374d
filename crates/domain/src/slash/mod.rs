//! Commands that are written: `/transfer billing #skill He has the invoice.` The same for people, bots and
//! every channel.
//!
//! A line becomes the ordinary command and is decided like it; no rule is here. A line that begins with `/`
//! and is no command is refused with the nearest ones named and is never sent; `//` sends a slash.

mod completion;
mod meaning;
mod names;
mod verb;
mod words;

use alloc::string::String;

pub use completion::{Argument, Completion};
pub use names::Named;
pub use verb::{Takes, Verb};

use self::words::{Line, Written};
use crate::{
    command::{Actor, Audience, Command, Draft},
    ids::ConversationId,
    rejection::Rejection,
    turn::Turn,
};

/// What a line asks for.
pub(crate) enum Asked {
    /// A message for everybody.
    Say(String),
    Do(Command),
    Help,
}

/// Whether a message is to be read as a line: an agent's, to everybody, that begins with a slash.
pub(crate) fn is_line(actor: Actor, audience: Audience, message: &Draft) -> bool {
    matches!(actor, Actor::Agent(_))
        && audience == Audience::Everybody
        && message.text.starts_with('/')
}

/// Turns a line into the command it means.
pub(crate) fn read(
    turn: &Turn<'_>,
    conversation: ConversationId,
    line: &str,
) -> Result<Asked, Rejection> {
    turn.desk.asking_agent(turn.actor)?;
    match Line::read(line)? {
        Line::Said(text) => Ok(Asked::Say(text)),
        Line::Command(Written { verb: Verb::Help, .. }) => Ok(Asked::Help),
        Line::Command(written) => {
            meaning::command(turn.desk, turn.find(conversation)?, written).map(Asked::Do)
        }
    }
}
