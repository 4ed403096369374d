//! Commands that are written: `/transfer billing #skill He has the invoice.` The same for people, bots and
//! every channel.
//!
//! A line becomes the ordinary command and is decided like it; no rule is here. A line that begins with `/`
//! and is no command is refused with the nearest ones named and is never sent; `//` sends a slash.

mod completion;
mod names;
mod verb;
mod words;

use alloc::{
    collections::BTreeSet,
    string::{String, ToString},
};

pub use completion::{Argument, Completion};
pub use names::Named;
pub use verb::{Takes, Verb};

use self::{
    names::{Known, NotFound},
    words::{Line, Written, split, split_reason},
};
use crate::{
    command::{
        Actor, AssistMode, Audience, Command, Completion as Completes, Confirmed, Displaced, Draft,
        Note, OnUnanswered, Target, TransferMode,
    },
    desk::Desk,
    ids::ConversationId,
    rejection::Rejection,
    state::Conversation,
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
            command(turn.desk, turn.find(conversation)?, written).map(Asked::Do)
        }
    }
}

fn command(desk: &Desk, found: &Conversation, written: Written<'_>) -> Result<Command, Rejection> {
    let (conversation, Written { verb, confirmed, rest }) = (found.id, written);
    match verb.takes() {
        Takes::Nothing if !rest.is_empty() => return Err(Rejection::TakesNothing(verb)),
        Takes::Text | Takes::Target | Takes::Number | Takes::Tags if rest.is_empty() => {
            return Err(Rejection::Incomplete(verb));
        }
        Takes::Nothing
        | Takes::Text
        | Takes::OptionalText
        | Takes::Target
        | Takes::OptionalTarget
        | Takes::Number
        | Takes::Tags => {}
    }
    Ok(match verb {
        Verb::Escalate => escalate(desk, found, rest, confirmed)?,
        Verb::Return => Command::Return {
            conversation,
            note: Note { text: rest.to_string(), ..Note::default() },
        },
        Verb::Transfer => {
            hand_over(desk, conversation, verb, rest, TransferMode::Cold(OnUnanswered::Return))?
        }
        Verb::Warm => {
            hand_over(desk, conversation, verb, rest, TransferMode::Warm(Completes::Introduced))?
        }
        Verb::Complete => Command::CompleteTransfer { conversation },
        Verb::HandBack => Command::HandBack { conversation },
        Verb::Cancel if found.handoff.is_none() && found.hand.is_some() => {
            Command::LowerHand { conversation }
        }
        Verb::Cancel => Command::CancelTransfer { conversation },
        Verb::Recall => Command::RecallTransfer { conversation },
        Verb::Leave => Command::Leave { conversation, next: None },
        Verb::Assist => Command::RaiseHand { conversation, note: rest.to_string() },
        Verb::Observe => assist(found, AssistMode::Observe, confirmed),
        Verb::Whisper if rest.is_empty() => assist(found, AssistMode::Whisper, confirmed),
        Verb::Whisper => Command::PostMessage {
            conversation,
            audience: Audience::Whisper,
            message: Draft { text: rest.to_string(), ..Draft::default() },
        },
        Verb::Join => assist(found, AssistMode::Join, confirmed),
        Verb::TakeOver => Command::TakeOver { conversation, owner: Displaced::Stays },
        Verb::Note => Command::PostMessage {
            conversation,
            audience: Audience::Staff,
            message: Draft { text: rest.to_string(), ..Draft::default() },
        },
        Verb::Tag => tags(conversation, rest),
        Verb::Priority => Command::SetPriority {
            conversation,
            priority: rest.parse().map_err(|_| Rejection::BadPriority)?,
        },
        Verb::Park => Command::Park { conversation },
        Verb::Close => Command::Close { conversation },
        Verb::Help => return Err(Rejection::TakesNothing(verb)),
    })
}

/// Whoever steps in where a hand is raised takes it.
fn assist(found: &Conversation, mode: AssistMode, confirmed: bool) -> Command {
    let conversation = found.id;
    match found.hand {
        Some(_) => Command::TakeHand { conversation, mode, confirmed },
        None => Command::Assist { conversation, mode, confirmed },
    }
}

/// `technical #skill He has the invoice.`: along the option of this key, label or stage. With a single one
/// everything but a reason is the note.
fn escalate(
    desk: &Desk,
    found: &Conversation,
    rest: &str,
    confirmed: bool,
) -> Result<Command, Rejection> {
    let options = desk.escalations(found);
    let (option, rest) = match Known::options(desk.rules(), options).take(rest) {
        Ok((option, rest)) => (Some(option), rest),
        Err(_) if options.len() <= 1 || rest.is_empty() => (None, rest),
        Err(NotFound::Several(..)) => return Err(Rejection::OptionRequired),
        Err(NotFound::Nothing | NotFound::Unknown(_)) => return Err(Rejection::UnknownOption),
    };
    let (reason, note) = reason_and_note(desk, rest)?;
    Ok(Command::Escalate {
        conversation: found.id,
        option: option.map(ToString::to_string),
        reason,
        note,
        confirmed: if confirmed { Confirmed::Yes } else { Confirmed::No },
    })
}

/// `billing #skill He has the invoice.`: to whom, why, and what they should know.
fn hand_over(
    desk: &Desk,
    conversation: ConversationId,
    verb: Verb,
    rest: &str,
    mode: TransferMode,
) -> Result<Command, Rejection> {
    let (named, rest) =
        Known::targets(desk.rules()).take(rest).map_err(|missing| missing.rejection(verb))?;
    let (reason, note) = reason_and_note(desk, rest)?;
    let target = match named {
        Named::Agent(agent) => Target::Agent(agent),
        Named::Queue(queue) => Target::Queue(queue),
    };
    Ok(Command::StartTransfer { conversation, target, mode, place: None, reason, note })
}

/// The reason by its code, or by the beginning that no other has.
fn reason_and_note(desk: &Desk, rest: &str) -> Result<(Option<String>, Note), Rejection> {
    let (reason, text) = split_reason(rest);
    let codes = desk.rules().reasons.iter().map(|reason| (&*reason.code, &*reason.code));
    let reason = reason
        .map(|word| Known::of(codes).take(word).map_err(|_| Rejection::UnknownCode))
        .transpose()?
        .map(|(code, _)| code.to_string());
    Ok((reason, Note { text: text.to_string(), ..Note::default() }))
}

/// `billing -refund`: what to set, and what to take off.
fn tags(conversation: ConversationId, rest: &str) -> Command {
    let (mut add, mut remove) = (BTreeSet::new(), BTreeSet::new());
    let mut rest = rest;
    while !rest.is_empty() {
        let (word, after) = split(rest);
        match word.strip_prefix('-') {
            Some(tag) => remove.insert(tag.to_lowercase()),
            None => add.insert(word.trim_start_matches('#').to_lowercase()),
        };
        rest = after;
    }
    Command::SetTags { conversation, add, remove }
}
