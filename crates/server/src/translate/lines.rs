//! Lines of a staff transcript: what happened, as facts and in a sentence.
//!
//! How open transfers began is in [`transfers`], the codes of causes in [`codes`].

mod codes;
mod transfers;

use domain::{
    command::{Actor, Audience},
    event::{AssignCause, Event, GuestLeave, Hop, OfferTo, ReleaseCause},
    ids::{ConversationId, Timestamp},
};
use protocol::{
    command as wire_command,
    name::TargetName,
    staff::{self as wire, Content, EventName, Happening},
};

pub use self::transfers::Transfers;
use super::{Names, Texts, ToWire, sentences, staff};
use crate::links::Links;

/// What a line is made with.
pub struct Desk<'a> {
    pub names: &'a Names,
    pub texts: &'a Texts,
    pub links: &'a Links,
    pub transfers: &'a Transfers,
}

/// The line of an event; none for what is no conversation's, or says nothing to people.
pub fn line(sequence: u64, at: Timestamp, event: &Event, desk: &Desk<'_>) -> Option<wire::Line> {
    let (conversation, content) = content(at, event, desk)?;
    Some(wire::Line { sequence, at_ms: at.0, conversation: conversation.wire(), content })
}

fn content(at: Timestamp, event: &Event, desk: &Desk<'_>) -> Option<(ConversationId, Content)> {
    if let Event::MessagePosted { conversation, message, author, audience, body, files, .. } = event
    {
        let message = wire::Message {
            message: message.wire(),
            author: desk.names.person(*author),
            audience: match audience {
                Audience::Everybody => wire_command::Audience::Everybody,
                Audience::Staff => wire_command::Audience::Staff,
                Audience::Whisper => wire_command::Audience::Whisper,
            },
            text: desk.texts.text(*body),
            files: desk.texts.files(files, desk.links),
            erased: desk.texts.is_erased(*body),
        };
        return Some((*conversation, Content::Message(message)));
    }
    let (conversation, mut happening) = happening(at, event, desk)?;
    happening.text = sentences::sentence(&happening, desk.names);
    Some((conversation, Content::Event(Box::new(happening))))
}

fn happening(at: Timestamp, event: &Event, desk: &Desk<'_>) -> Option<(ConversationId, Happening)> {
    let Desk { names, texts, links: _, transfers } = desk;
    let (conversation, mut is) = (event.conversation()?, Happening::new(name(event)?));
    match event {
        Event::ConversationOpened { visitor, place, .. } => {
            is.by = Some(names.person(Actor::Visitor(*visitor)));
            is.queue = Some(names.queue(place.queue));
        }
        Event::Greeted { agent, queue, .. } => {
            is.agent = Some(names.agent(*agent));
            is.queue = Some(names.queue(*queue));
        }
        Event::PrioritySet { priority, by, .. } => {
            is.by = Some(names.person(*by));
            is.priority = Some(*priority);
        }
        Event::TagsSet { tags, by, .. } => {
            is.by = Some(names.person(*by));
            is.tags = Some(tags.iter().cloned().collect());
        }
        Event::ConversationParked { agent, .. }
        | Event::OwnerLost { agent, .. }
        | Event::OwnerBack { agent, .. } => is.agent = Some(names.agent(*agent)),
        Event::GuestJoined { agent, cause, .. } => {
            is.agent = Some(names.agent(*agent));
            is.cause = Some(codes::guest_join(*cause).to_owned());
        }
        Event::WakeDelayed { until, .. } | Event::MessageAsked { until, .. } => {
            is.until_ms = Some(until.0)
        }
        Event::VisitorToldOutOfHours { queue, until, .. } => {
            is.queue = Some(names.queue(*queue));
            is.until_ms = Some(until.0);
        }
        Event::ConversationWoken { by, .. } => is.by = Some(names.person(*by)),
        Event::ConversationClosed { reason, by, .. } => {
            is.by = Some(names.person(*by));
            is.cause = Some(codes::close(*reason).to_owned());
        }
        Event::SupervisorsAlerted { alert, .. } => is.cause = Some(codes::alert(*alert).to_owned()),
        Event::WaitStarted { wait, .. } => {
            is.queue = Some(names.queue(wait.place.queue));
            is.priority = Some(wait.priority);
            let (cause, agent, handoff) = codes::wait_cause(wait.cause);
            is.cause = Some(cause.to_owned());
            is.agent = agent.map(|agent| names.agent(agent));
            is.handoff = handoff.map(ToWire::wire);
            if let Some(reserved) = wait.reserved {
                is.to = Some(TargetName::Agent(names.agent(reserved.agent)));
                is.until_ms = Some(reserved.until.0);
            }
        }
        Event::ReservationEnded { agent, cause, .. } => {
            is.agent = Some(names.agent(*agent));
            is.cause = Some(codes::reservation_end(*cause).to_owned());
        }
        Event::OfferMade { offer, to, handoff, expires_at, .. } => {
            is.offer = Some(offer.wire());
            is.handoff = handoff.map(ToWire::wire);
            is.until_ms = Some(expires_at.0);
            match to {
                OfferTo::Agent(agent) => is.to = Some(TargetName::Agent(names.agent(*agent))),
                OfferTo::Broadcast(_) => is.cause = Some("broadcast".to_owned()),
            }
        }
        Event::OfferDeclined { offer, agent, .. } | Event::OfferAccepted { offer, agent, .. } => {
            is.offer = Some(offer.wire());
            is.agent = Some(names.agent(*agent));
        }
        Event::OfferEnded { offer, agent, end, .. } => {
            is.offer = Some(offer.wire());
            is.agent = agent.map(|agent| names.agent(agent));
            is.cause = Some(codes::offer_end(*end).to_owned());
        }
        Event::AgentAssigned { agent, place, cause, hop, .. } => {
            is.agent = Some(names.agent(*agent));
            is.queue = Some(names.queue(place.queue));
            is.cause = Some(codes::assign_cause(*cause).to_owned());
            match *cause {
                AssignCause::Accepted(offer) => is.offer = Some(offer.wire()),
                AssignCause::TransferCompleted(handoff)
                | AssignCause::TransferReturned(handoff)
                | AssignCause::TransferRecalled(handoff)
                | AssignCause::OwnerLost(handoff) => transfers.tell(handoff, at, names, &mut is),
                AssignCause::AssignedBy { supervisor, .. } => {
                    is.by = Some(names.person(Actor::Agent(supervisor)))
                }
                AssignCause::TakenOver { from } => is.from = Some(names.agent(from)),
                AssignCause::HandedBack { by } => is.by = Some(names.person(Actor::Agent(by))),
                AssignCause::MadeOwner { from } | AssignCause::Inherited { from } => {
                    is.from = Some(names.agent(from));
                }
                AssignCause::AutoAccepted | AssignCause::Pulled | AssignCause::Reconnected => {}
            }
            match *hop {
                Hop::From(agent) => is.from = Some(names.agent(agent)),
                Hop::None => {}
            }
        }
        Event::AgentReleased { agent, cause, wrap_up, .. } => {
            is.agent = Some(names.agent(*agent));
            is.cause = Some(codes::release_cause(*cause).to_owned());
            is.until_ms = wrap_up.map(|wrap_up| wrap_up.until.0);
            if let ReleaseCause::MovedBy(supervisor)
            | ReleaseCause::TakenOver { by: supervisor, .. } = *cause
            {
                is.by = Some(names.person(Actor::Agent(supervisor)));
            }
        }
        Event::WrapUpExtended { agent, until, .. } => {
            is.agent = Some(names.agent(*agent));
            is.until_ms = Some(until.0);
        }
        Event::WrapUpEnded { agent, cause, disposition, note, .. } => {
            is.agent = Some(names.agent(*agent));
            is.cause = Some(codes::wrap_up_end(*cause).to_owned());
            is.reason = disposition.clone();
            is.note = note
                .map(|body| wire_command::Note { text: texts.text(body), ..Default::default() });
        }
        Event::GuestLeft { agent, cause, .. } => {
            is.agent = Some(names.agent(*agent));
            is.cause = Some(codes::guest_leave(*cause).to_owned());
            if let GuestLeave::RemovedBy(by) = *cause {
                is.by = Some(names.person(Actor::Agent(by)));
            }
        }
        Event::InvitationStarted { invitation, .. } => {
            transfers.tell(invitation.handoff, at, names, &mut is);
            is.duration_ms = None;
            is.queue = Some(names.queue(invitation.place.queue));
            is.reason = invitation.reason.clone();
            is.note = texts.note(invitation.note);
        }
        Event::InvitationAccepted { handoff, agent, .. } => {
            transfers.tell(*handoff, at, names, &mut is);
            is.agent = Some(names.agent(*agent));
        }
        Event::InvitationEnded { handoff, outcome, .. } => {
            transfers.tell(*handoff, at, names, &mut is);
            let (outcome, cause) = codes::transfer_outcome(*outcome);
            is.outcome = Some(outcome);
            is.cause = Some(cause.to_owned());
        }
        Event::TransferStarted { transfer, .. } => {
            transfers.tell(transfer.handoff, at, names, &mut is);
            is.duration_ms = None;
            is.queue = Some(names.queue(transfer.place.queue));
            is.from_queue = Some(names.queue(transfer.from_place.queue));
            is.reason = transfer.reason.clone();
            is.note = texts.note(transfer.note);
        }
        Event::TransferAccepted { handoff, agent, .. } => {
            transfers.tell(*handoff, at, names, &mut is);
            is.agent = Some(names.agent(*agent));
        }
        Event::TransferTurnedCold { handoff, .. } => transfers.tell(*handoff, at, names, &mut is),
        Event::TransferCompleted { handoff, agent, by, .. } => {
            transfers.tell(*handoff, at, names, &mut is);
            is.agent = Some(names.agent(*agent));
            is.by = Some(names.person(*by));
            is.outcome = Some(wire::Outcome::Completed);
        }
        Event::TransferEnded { handoff, outcome, .. } => {
            transfers.tell(*handoff, at, names, &mut is);
            let (outcome, cause) = codes::transfer_outcome(*outcome);
            is.outcome = Some(outcome);
            is.cause = Some(cause.to_owned());
        }
        Event::HandRaised { owner, cause, note, alert_at, .. } => {
            is.agent = Some(names.agent(*owner));
            is.until_ms = Some(alert_at.0);
            is.note = note
                .map(|body| wire_command::Note { text: texts.text(body), ..Default::default() });
            let (cause, rule) = codes::hand_cause(cause);
            is.cause = Some(cause.to_owned());
            is.rule = rule;
        }
        Event::HandLowered { end, .. } => {
            let (cause, by) = codes::hand_end(*end);
            is.cause = Some(cause.to_owned());
            is.by = by.map(|agent| names.person(Actor::Agent(agent)));
        }
        Event::HandRuleMet { rule, .. } => is.rule = Some(rule.clone()),
        Event::SupervisorEntered { agent, mode, .. }
        | Event::SupervisorModeChanged { agent, to: mode, .. } => {
            is.agent = Some(names.agent(*agent));
            is.assist = Some(staff::assist_mode(*mode));
        }
        Event::SupervisorLeft { agent, mode, cause, .. } => {
            is.agent = Some(names.agent(*agent));
            is.assist = Some(staff::assist_mode(*mode));
            is.cause = Some(codes::supervisor_leave(*cause).to_owned());
        }
        Event::MoveStopped { agent, target, until, .. } => {
            is.agent = Some(names.agent(*agent));
            is.to = Some(names.target(*target));
            is.until_ms = Some(until.0);
        }
        Event::MoveAllowed { by, .. } => {
            is.by = by.map(|agent| names.person(Actor::Agent(agent)));
        }
        Event::EscalationStarted { escalation, .. } => {
            transfers.tell(escalation.handoff, at, names, &mut is);
            is.duration_ms = None;
            is.option = Some(names.escalation(escalation.from_place, &escalation.option));
            is.queue = Some(names.queue(escalation.place.queue));
            is.from_queue = Some(names.queue(escalation.from_place.queue));
            is.reason = escalation.reason.clone();
            is.note = texts.note(escalation.note);
        }
        Event::ReturnStarted { returning, .. } => {
            transfers.tell(returning.handoff, at, names, &mut is);
            is.duration_ms = None;
            is.agent = Some(names.agent(returning.to));
            is.queue = Some(names.queue(returning.place.queue));
            is.from_queue = Some(names.queue(returning.from_place.queue));
            is.note = texts.note(returning.note);
        }
        Event::OfflineFormShown { until, .. } | Event::SurveyAsked { until, .. } => {
            is.until_ms = Some(until.0)
        }
        Event::SurveyAnswered { rating, comment, .. } => {
            is.rating = Some(*rating);
            is.note = comment
                .map(|body| wire_command::Note { text: texts.text(body), ..Default::default() });
        }
        Event::MessageAnswered { by, .. } => is.agent = Some(names.agent(*by)),
        Event::WaitWidened { .. }
        | Event::StageMessageSent { .. }
        | Event::WorkspaceConfigured { .. }
        | Event::HistoryNamed { .. }
        | Event::HistoryImported { .. }
        | Event::ServerStarted
        | Event::ConversationRead { .. }
        | Event::AttributesSet { .. }
        | Event::ConversationQuarantined { .. }
        | Event::AgentConnected { .. }
        | Event::AgentConnectionLost { .. }
        | Event::AgentDisconnected { .. }
        | Event::AgentGivenUp { .. }
        | Event::AgentStatusSet { .. }
        | Event::AgentStoppedResponding { .. }
        | Event::AgentRespondedAgain { .. }
        | Event::VisitorConnected { .. }
        | Event::VisitorConnectionLost { .. }
        | Event::VisitorErased { .. }
        | Event::MessagePosted { .. }
        | Event::VisitorReminded { .. }
        | Event::ConversationArchived { .. }
        | Event::WaitRelaxed { .. }
        | Event::VisitorToldStillSearching { .. }
        | Event::ChoiceAsked { .. }
        | Event::WaitContinued { .. }
        | Event::WaitResumed { .. }
        | Event::HoursRenewed { .. }
        | Event::QueueClosed { .. }
        | Event::QueueOpened { .. }
        | Event::CoolDownEnded { .. }
        | Event::EstimateShown { .. }
        | Event::PredictionsTested { .. }
        | Event::InvitationCompleted { .. }
        | Event::OwnershipKept { .. }
        | Event::NobodyEligible { .. } => {}
    }
    Some((conversation, is))
}

/// What an event is called outside; none for what has no line.
fn name(event: &Event) -> Option<EventName> {
    Some(match event {
        Event::ConversationQuarantined { .. } => EventName::ConversationQuarantined,
        Event::SupervisorsAlerted { .. } => EventName::SupervisorsAlerted,
        Event::ConversationOpened { .. } => EventName::ConversationOpened,
        Event::Greeted { .. } => EventName::Greeted,
        Event::PrioritySet { .. } => EventName::PrioritySet,
        Event::TagsSet { .. } => EventName::TagsSet,
        Event::ConversationParked { .. } => EventName::ConversationParked,
        Event::WakeDelayed { .. } => EventName::WakeDelayed,
        Event::ConversationWoken { .. } => EventName::ConversationWoken,
        Event::VisitorReminded { .. } => EventName::VisitorReminded,
        Event::OwnerLost { .. } => EventName::OwnerLost,
        Event::OwnerBack { .. } => EventName::OwnerBack,
        Event::ConversationClosed { .. } => EventName::ConversationClosed,
        Event::WaitStarted { .. } => EventName::WaitStarted,
        Event::ReservationEnded { .. } => EventName::ReservationEnded,
        Event::WaitRelaxed { .. } => EventName::WaitRelaxed,
        Event::VisitorToldStillSearching { .. } => EventName::VisitorToldStillSearching,
        Event::ChoiceAsked { .. } => EventName::ChoiceAsked,
        Event::WaitContinued { .. } => EventName::WaitContinued,
        Event::MessageAsked { .. } => EventName::MessageAsked,
        Event::VisitorToldOutOfHours { .. } => EventName::VisitorToldOutOfHours,
        Event::WaitResumed { .. } => EventName::WaitResumed,
        Event::NobodyEligible { .. } => EventName::NobodyEligible,
        Event::OfferMade { .. } => EventName::OfferMade,
        Event::OfferDeclined { .. } => EventName::OfferDeclined,
        Event::OfferAccepted { .. } => EventName::OfferAccepted,
        Event::OfferEnded { .. } => EventName::OfferEnded,
        Event::AgentAssigned { .. } => EventName::AgentAssigned,
        Event::AgentReleased { .. } => EventName::AgentReleased,
        Event::WrapUpExtended { .. } => EventName::WrapUpExtended,
        Event::WrapUpEnded { .. } => EventName::WrapUpEnded,
        Event::GuestJoined { .. } => EventName::GuestJoined,
        Event::GuestLeft { .. } => EventName::GuestLeft,
        Event::InvitationStarted { .. } => EventName::InvitationStarted,
        Event::InvitationAccepted { .. } => EventName::InvitationAccepted,
        Event::InvitationEnded { .. } => EventName::InvitationEnded,
        Event::TransferStarted { .. } => EventName::TransferStarted,
        Event::TransferAccepted { .. } => EventName::TransferAccepted,
        Event::TransferTurnedCold { .. } => EventName::TransferTurnedCold,
        Event::TransferCompleted { .. } => EventName::TransferCompleted,
        Event::TransferEnded { .. } => EventName::TransferEnded,
        Event::HandRaised { .. } => EventName::HandRaised,
        Event::HandLowered { .. } => EventName::HandLowered,
        Event::HandRuleMet { .. } => EventName::HandRuleMet,
        Event::SupervisorEntered { .. } => EventName::SupervisorEntered,
        Event::SupervisorModeChanged { .. } => EventName::SupervisorModeChanged,
        Event::SupervisorLeft { .. } => EventName::SupervisorLeft,
        Event::MoveStopped { .. } => EventName::MoveStopped,
        Event::MoveAllowed { .. } => EventName::MoveAllowed,
        Event::EscalationStarted { .. } => EventName::EscalationStarted,
        Event::ReturnStarted { .. } => EventName::ReturnStarted,
        Event::WaitWidened { .. } => EventName::WaitWidened,
        Event::StageMessageSent { .. } => EventName::StageMessageSent,
        Event::OfflineFormShown { .. } => EventName::OfflineFormShown,
        Event::SurveyAsked { .. } => EventName::SurveyAsked,
        Event::SurveyAnswered { .. } => EventName::SurveyAnswered,
        Event::MessageAnswered { .. } => EventName::MessageAnswered,
        Event::WorkspaceConfigured { .. }
        | Event::HistoryNamed { .. }
        | Event::HistoryImported { .. }
        | Event::HoursRenewed { .. }
        | Event::QueueClosed { .. }
        | Event::QueueOpened { .. }
        | Event::ServerStarted
        | Event::AgentConnected { .. }
        | Event::AgentConnectionLost { .. }
        | Event::AgentDisconnected { .. }
        | Event::AgentGivenUp { .. }
        | Event::AgentStatusSet { .. }
        | Event::AgentStoppedResponding { .. }
        | Event::AgentRespondedAgain { .. }
        | Event::VisitorConnected { .. }
        | Event::VisitorConnectionLost { .. }
        | Event::VisitorErased { .. }
        | Event::MessagePosted { .. }
        | Event::CoolDownEnded { .. }
        | Event::ConversationRead { .. }
        | Event::AttributesSet { .. }
        | Event::EstimateShown { .. }
        | Event::PredictionsTested { .. }
        | Event::InvitationCompleted { .. }
        | Event::OwnershipKept { .. }
        | Event::ConversationArchived { .. } => return None,
    })
}
