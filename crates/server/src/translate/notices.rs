//! What visitors are told: which message a notice is and what its template may name. The words are
//! `config::messages`'; nothing is said here.

use config::messages::{Circumstances, Moment, Parameters, Trigger, Wait};
use domain::{config::Place, estimate::Estimate, view::visitor::Notice};
use protocol::visitor::{self as wire, NoticeCode};

use super::{Names, Texts, standing::Standing};

/// A notice in the visitor's language; none where the workspace suppresses it.
pub fn notice(
    notice: &Notice,
    standing: Option<&Standing>,
    names: &Names,
    texts: &Texts,
) -> Option<wire::Notice> {
    let (code, trigger) = kind(notice);
    let (agent, previous_agent) = people(notice, standing, names);
    let opens_at = opens_at(notice, names);
    let about = Parameters { agent, previous_agent, opens_at, ..Parameters::default() };
    let place = standing.map(|standing| said_at(notice, standing.place));
    say(code, trigger, place, about, standing, names, texts)
}

/// What is told of a wait as it stands, instead of a line for every change.
pub fn live(standing: &Standing, names: &Names, texts: &Texts) -> Vec<wire::Notice> {
    if standing.shown.is_none() {
        return Vec::new();
    }
    let told = [
        (NoticeCode::Position, Trigger::Position),
        (NoticeCode::EstimatedWait, Trigger::EstimatedWait),
    ];
    let said = told.into_iter().filter_map(|(code, trigger)| {
        let (place, about) = (Some(standing.place), Parameters::default());
        say(code, trigger, place, about, Some(standing), names, texts)
    });
    said.collect()
}

/// Puts it in words, with what every message may name.
fn say(
    code: NoticeCode,
    trigger: Trigger,
    place: Option<Place>,
    about: Parameters,
    standing: Option<&Standing>,
    names: &Names,
    texts: &Texts,
) -> Option<wire::Notice> {
    let settings = &names.config().settings;
    let rules = standing.map(|standing| names.config().place(standing.place));
    let queue = rules.filter(|_| settings.show_queue_names);
    let shown = standing.and_then(|standing| standing.shown);
    let language = standing.and_then(|standing| standing.language.as_deref());
    let parameters = Parameters {
        queue: queue.map(|rules| rules.queue.public_name_in(language).to_owned()),
        tier: rules.filter(|_| settings.show_tiers).map(|rules| rules.tier()),
        position: shown.map(|(position, _)| position.into()),
        wait: shown.and_then(|(_, estimate)| wait(estimate)),
        ..about
    };
    let visitor = standing.map(|standing| texts.attributes(standing.attributes));
    let circumstances = Circumstances {
        place,
        pipeline: standing.and_then(|standing| standing.pipeline),
        language,
        visitor: visitor.as_ref(),
    };
    let said = names.catalogue().say(trigger, circumstances, &parameters)?;
    let agent = parameters.agent;
    Some(wire::Notice { code, text: said.text, language: said.language, agent })
}

/// Without a number the template says so.
fn wait(estimate: Estimate) -> Option<Wait> {
    match estimate {
        Estimate::Range { p50_ms, p90_ms } => Some(Wait { p50_ms, p90_ms }),
        Estimate::Unknown(_) => None,
    }
}

/// In the zone of the queue's hours.
fn opens_at(notice: &Notice, names: &Names) -> Option<Moment> {
    let Notice::OutOfHours { queue, opens_at: Some(at) } = notice else { return None };
    let config = names.config();
    Moment::of(*at, &config.hours.get(&config.queue(*queue).hours?)?.zone)
}

/// A message stage speaks for itself, wherever the conversation is.
fn said_at(notice: &Notice, place: Place) -> Place {
    if let Notice::StageMessage { stage, .. } = notice {
        return Place { stage: Some(*stage), ..place };
    }
    place
}

fn kind(notice: &Notice) -> (NoticeCode, Trigger) {
    match notice {
        Notice::Queued => (NoticeCode::Queued, Trigger::Queued),
        Notice::StillSearching => (NoticeCode::StillSearching, Trigger::StillSearching),
        Notice::Offered => (NoticeCode::Offered, Trigger::Offered),
        Notice::AgentJoined { .. } => (NoticeCode::AgentJoined, Trigger::AgentJoined),
        Notice::AgentLeft { .. } => (NoticeCode::AgentLeft, Trigger::AgentLeft),
        Notice::GuestJoined { .. } => (NoticeCode::GuestJoined, Trigger::GuestJoined),
        Notice::GuestLeft { .. } => (NoticeCode::GuestLeft, Trigger::GuestLeft),
        Notice::SupervisorJoined { .. } => {
            (NoticeCode::SupervisorJoined, Trigger::SupervisorJoined)
        }
        Notice::SupervisorLeft { .. } => (NoticeCode::SupervisorLeft, Trigger::SupervisorLeft),
        Notice::TransferStarted => (NoticeCode::TransferStarted, Trigger::TransferStarted),
        Notice::TransferAccepted { .. } => {
            (NoticeCode::TransferAccepted, Trigger::TransferAccepted)
        }
        Notice::TransferFailed => (NoticeCode::TransferFailed, Trigger::TransferFailed),
        Notice::HandedOver { .. } => (NoticeCode::HandedOver, Trigger::HandedOver),
        Notice::TransferReturned { .. } => {
            (NoticeCode::TransferReturned, Trigger::TransferReturned)
        }
        Notice::AgentLost { .. } => (NoticeCode::AgentLost, Trigger::AgentLost),
        Notice::AgentBack { .. } => (NoticeCode::AgentBack, Trigger::AgentBack),
        Notice::Requeued => (NoticeCode::Requeued, Trigger::Requeued),
        Notice::Fallback => (NoticeCode::Fallback, Trigger::Fallback),
        Notice::Choice => (NoticeCode::Choice, Trigger::Choice),
        Notice::OutOfHours { .. } => (NoticeCode::OutOfHours, Trigger::OutOfHours),
        Notice::IdleReminder => (NoticeCode::IdleReminder, Trigger::IdleReminder),
        Notice::MessageLeft => (NoticeCode::MessageLeft, Trigger::MessageLeft),
        Notice::Escalated { .. } => (NoticeCode::Escalated, Trigger::Escalated),
        Notice::StageMessage { .. } => (NoticeCode::StageMessage, Trigger::StageMessage),
        Notice::OfflineForm => (NoticeCode::OfflineForm, Trigger::NoAgents),
        Notice::Survey => (NoticeCode::Survey, Trigger::Survey),
        Notice::HeldForInspection => (NoticeCode::HeldForInspection, Trigger::HeldForInspection),
        Notice::Greeting { .. } => (NoticeCode::Greeting, Trigger::Greeting),
        Notice::Closed => (NoticeCode::Closed, Trigger::Closed),
    }
}

/// Whom it is about, and who had the conversation before; by public name.
fn people(
    notice: &Notice,
    standing: Option<&Standing>,
    names: &Names,
) -> (Option<String>, Option<String>) {
    match notice {
        Notice::AgentJoined { agent }
        | Notice::AgentLeft { agent }
        | Notice::GuestJoined { agent }
        | Notice::GuestLeft { agent }
        | Notice::SupervisorJoined { agent }
        | Notice::SupervisorLeft { agent }
        | Notice::TransferAccepted { agent }
        | Notice::TransferReturned { agent }
        | Notice::AgentLost { agent }
        | Notice::AgentBack { agent }
        | Notice::Greeting { agent, .. } => (Some(agent.clone()), None),
        Notice::Survey => {
            let owner = standing.and_then(|standing| standing.owner);
            (owner.map(|owner| names.public_name(owner)), None)
        }
        Notice::HandedOver { from, to } => (Some(to.clone()), Some(from.clone())),
        Notice::Queued
        | Notice::StillSearching
        | Notice::TransferStarted
        | Notice::TransferFailed
        | Notice::Offered
        | Notice::Requeued
        | Notice::Fallback
        | Notice::Choice
        | Notice::OutOfHours { .. }
        | Notice::IdleReminder
        | Notice::MessageLeft
        | Notice::Escalated { .. }
        | Notice::StageMessage { .. }
        | Notice::OfflineForm
        | Notice::HeldForInspection
        | Notice::Closed => (None, None),
    }
}
