//! How a wait, an escalation, a transfer or an invitation began.

use domain::{
    command::Target,
    estimate::Prediction,
    event::{
        EscalationStart, InvitationStart, Reservation, ReservedFor, TransferStart, WaitCause,
        WaitStart,
    },
};

use super::{place_in_line, target_name, transfer_mode};
use crate::story::names::{Names, length};

pub fn wait_start(wait: &WaitStart, names: &Names) -> String {
    let WaitStart { place, cause, credit_ms, front, priority, sender, reserved, list, shown } =
        wait;
    let cause = match cause {
        WaitCause::Opened => "opened".to_owned(),
        WaitCause::Transfer(_) => "transfer".to_owned(),
        WaitCause::Escalation(_) => "escalation".to_owned(),
        WaitCause::Return(_) => "return".to_owned(),
        WaitCause::Unanswered(_) => "unanswered".to_owned(),
        WaitCause::Fallback => "fallback".to_owned(),
        WaitCause::OutOfHours => "out of hours".to_owned(),
        WaitCause::FallbackBack => "fallback, back".to_owned(),
        WaitCause::AgentLost(agent) => format!("agent lost, {}", names.agent(*agent)),
        WaitCause::AgentWentOffline(agent) => {
            format!("agent went offline, {}", names.agent(*agent))
        }
        WaitCause::AgentRemoved(agent) => format!("agent removed, {}", names.agent(*agent)),
        WaitCause::OwnerHadNoRoom(agent) => format!("owner had no room, {}", names.agent(*agent)),
        WaitCause::OwnerLeft(agent) => format!("owner left, {}", names.agent(*agent)),
        WaitCause::RequeuedBy(agent) => format!("re-queued by {}", names.agent(*agent)),
    };
    let mut text = format!("in {}: {cause}", names.place(*place));
    if *credit_ms > 0 {
        text += &format!(", credit {}", length(*credit_ms));
    }
    if *front {
        text += ", at the front";
    }
    if *priority != 5 {
        text += &format!(", priority {priority}");
    }
    if let Some(sender) = sender {
        text += &format!(", sent by {}", names.agent(*sender));
    }
    if let Some(Reservation { agent, until, purpose }) = reserved {
        let purpose = match purpose {
            ReservedFor::LastOwner => "last owner",
            ReservedFor::NamedReceiver => "named receiver",
            ReservedFor::PreviousOwner => "previous owner",
        };
        text += &format!(
            ", reserved for {} ({purpose}) until {}",
            names.agent(*agent),
            names.clock(*until)
        );
    }
    if list.is_some() {
        text += ", its list first";
    }
    if let Some(Prediction { position, estimate, .. }) = shown {
        text += &format!(", told {}", place_in_line(*position, *estimate));
    }
    text
}

pub fn escalation_start(escalation: &EscalationStart, names: &Names) -> String {
    let EscalationStart { from, option, place, from_place, reason, note, .. } = escalation;
    let mut text = format!(
        "by {} along {option} from {} to {}",
        names.agent(*from),
        names.place(*from_place),
        names.place(*place)
    );
    if let Some(reason) = reason {
        text += &format!(" because {reason}");
    }
    if note.is_some() {
        text += " with note";
    }
    text
}

pub fn transfer_start(transfer: &TransferStart, names: &Names) -> String {
    let TransferStart { from, target, mode, place, from_place, reason, note, .. } = transfer;
    let mut text = format!(
        "{} by {} to {}",
        transfer_mode(*mode, *target),
        names.agent(*from),
        target_name(*target, names)
    );
    if !matches!(target, Target::Queue(_)) {
        text += &format!(" in {}", names.place(*place));
    }
    if place != from_place {
        text += &format!(" from {}", names.place(*from_place));
    }
    if let Some(reason) = reason {
        text += &format!(" because {reason}");
    }
    if note.is_some() {
        text += " with note";
    }
    text
}

pub fn invitation_start(invitation: &InvitationStart, names: &Names) -> String {
    let InvitationStart { by, target, place, priority, reason, note, .. } = invitation;
    let mut text = format!("of {} by {}", target_name(*target, names), names.agent(*by));
    if !matches!(target, Target::Queue(_)) {
        text += &format!(" in {}", names.place(*place));
    }
    if *priority != 5 {
        text += &format!(", priority {priority}");
    }
    if let Some(reason) = reason {
        text += &format!(" because {reason}");
    }
    if note.is_some() {
        text += " with note";
    }
    text
}
