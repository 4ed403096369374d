//! What visitors are told, in words. English defaults; message templates replace them one day.
//!
//! Plain, short, about the visitor and never about the machinery: no queue, tier or internal id, and no
//! guess at anybody's gender.

use domain::view::visitor::Notice;
use protocol::visitor::{self as wire, NoticeCode};

use super::names::Names;

pub fn notice(notice: &Notice, names: &Names) -> wire::Notice {
    let (code, text, agent) = match notice {
        Notice::Queued => (
            NoticeCode::Queued,
            "Thank you. We are finding the right person for you.".to_owned(),
            None,
        ),
        Notice::StillSearching => (
            NoticeCode::StillSearching,
            "We are still looking for somebody. Thank you for your patience.".to_owned(),
            None,
        ),
        Notice::AgentJoined { agent } => (
            NoticeCode::AgentJoined,
            format!("{agent} is joining. They can read everything you have written."),
            Some(agent),
        ),
        Notice::AgentLeft { agent } => {
            (NoticeCode::AgentLeft, format!("{agent} has left."), Some(agent))
        }
        Notice::GuestJoined { agent } => {
            (NoticeCode::GuestJoined, format!("{agent} has joined you."), Some(agent))
        }
        Notice::GuestLeft { agent } => {
            (NoticeCode::GuestLeft, format!("{agent} has left."), Some(agent))
        }
        Notice::SupervisorJoined { agent } => (
            NoticeCode::SupervisorJoined,
            format!("{agent} has joined to help. They can read everything you have written."),
            Some(agent),
        ),
        Notice::SupervisorLeft { agent } => {
            (NoticeCode::SupervisorLeft, format!("{agent} has left."), Some(agent))
        }
        Notice::TransferStarted => (
            NoticeCode::TransferStarted,
            "We are asking a colleague to join. You do not need to explain anything again."
                .to_owned(),
            None,
        ),
        Notice::TransferAccepted { agent } => (
            NoticeCode::TransferAccepted,
            format!("{agent} is joining. They can read everything you have written."),
            Some(agent),
        ),
        Notice::TransferFailed => (
            NoticeCode::TransferFailed,
            "Nobody could join after all. You stay where you are.".to_owned(),
            None,
        ),
        Notice::HandedOver { from, to } => {
            (NoticeCode::HandedOver, format!("{from} has handed over to {to}."), Some(to))
        }
        Notice::TransferReturned { agent } => {
            (NoticeCode::TransferReturned, format!("{agent} is with you again."), Some(agent))
        }
        Notice::AgentLost => (
            NoticeCode::AgentLost,
            "The connection to your contact was lost. We are waiting for them to come back."
                .to_owned(),
            None,
        ),
        Notice::AgentBack { agent } => {
            (NoticeCode::AgentBack, format!("{agent} is back."), Some(agent))
        }
        Notice::Requeued => (
            NoticeCode::Requeued,
            "We are finding somebody else for you. You stay at the front, and nothing is lost."
                .to_owned(),
            None,
        ),
        Notice::Fallback => (
            NoticeCode::Fallback,
            "This is taking longer than it should, so we are asking other colleagues as well."
                .to_owned(),
            None,
        ),
        Notice::Choice => (
            NoticeCode::Choice,
            "Nobody is free at the moment. Would you like to keep waiting, or leave a message?"
                .to_owned(),
            None,
        ),
        Notice::OutOfHours { .. } => (
            NoticeCode::OutOfHours,
            "Nobody is here at the moment. Leave us a message, and we will get back to you."
                .to_owned(),
            None,
        ),
        Notice::IdleReminder => (
            NoticeCode::IdleReminder,
            "Are you still there? We will close this conversation soon if we do not hear from you."
                .to_owned(),
            None,
        ),
        Notice::MessageLeft => (
            NoticeCode::MessageLeft,
            "Thank you. Your message has been kept for the team.".to_owned(),
            None,
        ),
        Notice::HeldForInspection => (
            NoticeCode::HeldForInspection,
            "Something went wrong on our side. A person is looking at it.".to_owned(),
            None,
        ),
        Notice::Greeting { agent, queue, config_version: _ } => {
            let greeting =
                names.config().queues.get(queue).and_then(|queue| queue.greeting.clone());
            (NoticeCode::Greeting, greeting.unwrap_or_default(), Some(agent))
        }
        Notice::Closed => {
            (NoticeCode::Closed, "This conversation is closed. Thank you.".to_owned(), None)
        }
    };
    wire::Notice { code, text, agent: agent.cloned() }
}
