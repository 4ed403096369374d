//! Written commands in words: what each does, what may follow it, and what somebody may have meant.

use domain::{
    config::Place,
    slash::{Argument, Completion, Named, Takes, Verb},
};
use protocol::http as wire;

use super::{actions, names::Names};

pub fn completion(completion: &Completion, names: &Names) -> wire::LineCompletion {
    let Completion { verb, argument, line, off } = completion;
    wire::LineCompletion {
        line: line.clone(),
        label: match argument {
            None => usage(*verb),
            Some(Argument::Target(named) | Argument::Invited(named)) => name(*named, names),
            Some(Argument::Guest(agent)) => names.agent(*agent).name,
            Some(Argument::Option(label)) => label.clone(),
            Some(Argument::Reason(code)) => names.reason(code),
            Some(Argument::Tag(code)) => names.tag(code),
        },
        does: match argument {
            None => does(*verb).to_owned(),
            Some(Argument::Target(Named::Queue(queue))) => {
                format!("Queue of tier {}", names.queue(*queue).tier)
            }
            Some(Argument::Target(Named::Agent(_))) => "Agent".to_owned(),
            Some(Argument::Guest(_)) => "Guest".to_owned(),
            Some(Argument::Invited(_)) => "Invited".to_owned(),
            Some(Argument::Option(_)) => "Escalation".to_owned(),
            Some(Argument::Reason(_)) => "Reason".to_owned(),
            Some(Argument::Tag(_)) => "Tag".to_owned(),
        },
        text: None,
        off: off.map(|because| actions::off(because, names)),
    }
}

pub fn name(named: Named, names: &Names) -> String {
    match named {
        Named::Agent(agent) => names.agent(agent).name,
        Named::Queue(queue) => names.queue(queue).name,
    }
}

pub fn no_such_command(nearest: [Option<Verb>; 2]) -> String {
    let near: Vec<String> =
        nearest.into_iter().flatten().map(|verb| format!("/{}", verb.word())).collect();
    match near.is_empty() {
        true => {
            "there is no such command; /help names all of them, // begins a message with a slash"
                .to_owned()
        }
        false => format!(
            "there is no such command; did you mean {}? // begins a message with a slash",
            near.join(" or ")
        ),
    }
}

/// The ways on from a place, as they may be written.
pub fn name_an_escalation(rejection: &str, from: Place, names: &Names) -> String {
    let ways: Vec<String> =
        names.escalations(from).map(|way| format!("{} ({})", way.key, way.label)).collect();
    match ways.is_empty() {
        true => rejection.to_owned(),
        false => format!("{rejection}: {}", ways.join(", ")),
    }
}

pub fn wants_more(verb: Verb) -> String {
    format!("write {}", usage(verb))
}

fn usage(verb: Verb) -> String {
    let word = verb.word();
    match verb.takes() {
        Takes::Nothing => format!("/{word}"),
        Takes::Text => format!("/{word} text"),
        Takes::OptionalText => format!("/{word} [text]"),
        Takes::Target => format!("/{word} whom [#reason] [note]"),
        Takes::OptionalTarget => format!("/{word} [where] [#reason] [note]"),
        Takes::Number => format!("/{word} 0–9"),
        Takes::Tags => format!("/{word} tag -tag"),
        Takes::Guest => format!("/{word} guest"),
        Takes::OptionalGuest => format!("/{word} [guest]"),
        Takes::OptionalInvited => format!("/{word} [whom]"),
    }
}

fn does(verb: Verb) -> &'static str {
    match verb {
        Verb::Escalate => "Passes it on to another tier or department; you are free at once",
        Verb::Return => "Gives it back to where it came from",
        Verb::Transfer => "Hands over to an agent or a queue at once",
        Verb::Warm => "Asks an agent or a queue to join and take over",
        Verb::Complete => "Completes the transfer",
        Verb::HandBack => "Gives it back to who sent it",
        Verb::Cancel => "Cancels what is open",
        Verb::Invite => "Asks an agent or a queue to take part",
        Verb::Recall => "Takes it back before anybody accepts",
        Verb::Leave => "Leaves the conversation, as its owner to a guest",
        Verb::Remove => "Sends a guest away",
        Verb::Owner => "Makes a guest the owner; you stay as guest",
        Verb::Assist => "Raises a hand for a supervisor",
        Verb::Observe => "Looks on in silence",
        Verb::Whisper => "Speaks to colleagues only",
        Verb::Join => "Joins, seen by the visitor",
        Verb::TakeOver => "Takes the conversation over",
        Verb::Note => "Writes a note for colleagues",
        Verb::Tag => "Sets tags, or takes them off",
        Verb::Priority => "Sets the priority; 9 comes first",
        Verb::Park => "Sets it aside until the visitor writes",
        Verb::Wake => "Takes it up again",
        Verb::Close => "Closes the conversation; /close! where others take part",
        Verb::Help => "Says what commands there are",
    }
}
