//! Events and views as the words of a story, one line each.

mod beginnings;
mod causes;
mod events;
mod views;

use domain::{
    command::{Completion, OnUnanswered, Target, TransferMode},
    estimate::Estimate,
    event::HandoffKind,
    explain::Excluded,
};

pub use self::{
    events::event,
    views::{completion, directory, object, verdict, visitor_line},
};
use super::names::{Names, length};

/// How somebody is handed over; what follows if nobody answers is a matter of transfers to an agent.
fn transfer_mode(mode: TransferMode, target: Target) -> &'static str {
    match mode {
        TransferMode::Cold(_) if matches!(target, Target::Queue(_)) => "cold",
        TransferMode::Warm(Completion::Introduced) => "warm",
        TransferMode::Warm(Completion::OnAccept) => "warm staying",
        TransferMode::Warm(Completion::OnAcceptAndLeave) => "warm leaving",
        TransferMode::Cold(OnUnanswered::Return) => "cold else return",
        TransferMode::Cold(OnUnanswered::Queue) => "cold else queue",
        TransferMode::Cold(OnUnanswered::Park) => "cold else park",
    }
}

/// What kind of handoff is open.
fn handoff_kind(kind: &HandoffKind, target: Target) -> String {
    match kind {
        HandoffKind::Transfer(mode) => format!("{} transfer", transfer_mode(*mode, target)),
        HandoffKind::Escalation { option } => format!("escalation by {option}"),
        HandoffKind::Return => "return".to_owned(),
    }
}

fn target_name(target: Target, names: &Names) -> String {
    match target {
        Target::Agent(agent) => names.agent(agent),
        Target::Queue(queue) => names.queue(queue),
    }
}

/// `2 offline, 1 at_capacity`; rules that excluded nobody are left out.
fn excluded(excluded: &Excluded) -> String {
    let Excluded {
        offline,
        disconnected,
        not_responding,
        away,
        transfer_only,
        lacks_skill,
        at_capacity,
        not_listed,
        declined,
        sender,
    } = *excluded;
    let counts = [
        (offline, "offline"),
        (disconnected, "disconnected"),
        (not_responding, "not_responding"),
        (away, "away"),
        (transfer_only, "transfer_only"),
        (lacks_skill, "lacks_skill"),
        (at_capacity, "at_capacity"),
        (not_listed, "not_listed"),
        (declined, "declined"),
        (sender, "sender"),
    ];
    let counts: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, rule)| format!("{count} {rule}"))
        .collect();
    if counts.is_empty() { "no members".to_owned() } else { counts.join(", ") }
}

/// The name of a variant as the wire writes it: `OnlyAgentUnwilling` as `only_agent_unwilling`.
fn snake(variant: &impl std::fmt::Debug) -> String {
    let name = format!("{variant:?}");
    let name = name.split([' ', '(', '{']).next().unwrap_or_default();
    let mut text = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.push(letter.to_ascii_lowercase());
    }
    text
}

/// `place 2, 60s to 150s`
fn place_in_line(position: u32, estimate: Estimate) -> String {
    format!("place {position}, {}", self::estimate(estimate))
}

fn estimate(estimate: Estimate) -> String {
    match estimate {
        Estimate::Range { p50_ms, p90_ms } => {
            format!("{} to {}", length(p50_ms), length(p90_ms))
        }
        Estimate::Unknown(why) => snake(&why),
    }
}
