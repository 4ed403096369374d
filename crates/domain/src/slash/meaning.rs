//! What a line means: the ordinary command that its button would send.

use alloc::{
    collections::BTreeSet,
    string::{String, ToString},
};

use super::{
    Named, Takes, Verb,
    names::{Known, NotFound},
    words::{Written, split, split_reason},
};
use crate::{
    command::{
        AssistMode, Audience, Command, Completion, Confirmed, Displaced, Draft, Note, OnUnanswered,
        Target, TransferMode,
    },
    desk::Desk,
    ids::{AgentId, ConversationId},
    rejection::Rejection,
    state::Conversation,
};

/// The command that a button would have sent.
pub(super) fn command(
    desk: &Desk,
    found: &Conversation,
    written: Written<'_>,
) -> Result<Command, Rejection> {
    let (conversation, Written { verb, confirmed, rest }) = (found.id, written);
    match verb.takes() {
        Takes::Nothing if !rest.is_empty() => return Err(Rejection::TakesNothing(verb)),
        Takes::Text | Takes::Target | Takes::Number | Takes::Tags | Takes::Guest
            if rest.is_empty() =>
        {
            return Err(Rejection::Incomplete(verb));
        }
        Takes::Nothing
        | Takes::Text
        | Takes::OptionalText
        | Takes::Target
        | Takes::OptionalTarget
        | Takes::Number
        | Takes::Tags
        | Takes::Guest
        | Takes::OptionalGuest
        | Takes::OptionalInvited => {}
    }
    Ok(match verb {
        Verb::Escalate => escalate(desk, found, rest, confirmed)?,
        Verb::Return => Command::Return {
            conversation,
            note: Note { text: rest.to_string(), ..Note::default() },
        },
        Verb::Transfer | Verb::Warm => {
            let (target, reason, note) = handed_to(desk, verb, rest)?;
            let mode = if verb == Verb::Warm {
                TransferMode::Warm(Completion::Introduced)
            } else {
                TransferMode::Cold(OnUnanswered::Return)
            };
            Command::StartTransfer { conversation, target, mode, place: None, reason, note }
        }
        Verb::Complete => Command::CompleteTransfer { conversation },
        Verb::HandBack => Command::HandBack { conversation },
        Verb::Cancel => cancel(desk, found, rest)?,
        Verb::Recall => Command::RecallTransfer { conversation },
        Verb::Invite => {
            let (target, reason, note) = handed_to(desk, verb, rest)?;
            Command::Invite { conversation, target, reason, note }
        }
        Verb::Leave if rest.is_empty() => Command::Leave { conversation, next: None },
        Verb::Leave => Command::Leave { conversation, next: Some(guest(desk, found, verb, rest)?) },
        Verb::Remove => {
            Command::RemoveGuest { conversation, agent: guest(desk, found, verb, rest)? }
        }
        Verb::Owner => Command::MakeOwner { conversation, agent: guest(desk, found, verb, rest)? },
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
        Verb::Wake => Command::Wake { conversation },
        Verb::Close if !confirmed && found.is_shared() => {
            return Err(Rejection::ConfirmationRequired);
        }
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
        Err(NotFound::Several(..)) => return Err(Rejection::OptionRequired(found.place)),
        Err(NotFound::Nothing | NotFound::Unknown(_)) => {
            return Err(Rejection::UnknownOption(found.place));
        }
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
fn handed_to(
    desk: &Desk,
    verb: Verb,
    rest: &str,
) -> Result<(Target, Option<String>, Note), Rejection> {
    let (named, rest) =
        Known::targets(desk.rules()).take(rest).map_err(|missing| missing.rejection(verb))?;
    let (reason, note) = reason_and_note(desk, rest)?;
    Ok((named.into(), reason, note))
}

/// Somebody who takes part, and nothing else.
fn guest(desk: &Desk, found: &Conversation, verb: Verb, rest: &str) -> Result<AgentId, Rejection> {
    only(Known::guests(desk.rules(), found), verb, rest)
}

/// What is open: a transfer, else a hand, else the one invitation; or whoever of those invited is named.
fn cancel(desk: &Desk, found: &Conversation, rest: &str) -> Result<Command, Rejection> {
    let conversation = found.id;
    let mut open = found.open_invitations();
    let withdrawn = if !rest.is_empty() {
        let named = only(Known::invited(desk.rules(), found), Verb::Cancel, rest)?;
        open.find(|invitation| Named::from(invitation.target) == named)
    } else if found.handoff.is_some() {
        None
    } else if found.hand.is_some() {
        return Ok(Command::LowerHand { conversation });
    } else {
        let first = open.next();
        if open.next().is_some() {
            return Err(Rejection::Incomplete(Verb::Cancel));
        }
        first
    };
    Ok(match withdrawn {
        Some(invitation) => Command::CancelInvitation { conversation, invitation: invitation.id },
        None => Command::CancelTransfer { conversation },
    })
}

/// One of those there are, and nothing after it.
fn only<T: Copy + PartialEq + Into<Named>>(
    known: Known<'_, T>,
    verb: Verb,
    rest: &str,
) -> Result<T, Rejection> {
    match known.take(rest) {
        Ok((named, "")) => Ok(named),
        Ok(_) => Err(Rejection::TakesNothing(verb)),
        Err(missing) => Err(missing.rejection(verb)),
    }
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
