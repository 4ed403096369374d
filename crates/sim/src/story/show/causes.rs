//! Why somebody owns a conversation, why no longer, and how a handoff ended.

use domain::{
    command::{Displaced, Room},
    event::{AssignCause, ReleaseCause, TransferOutcome},
};

use super::snake;
use crate::story::names::Names;

pub fn transfer_outcome(outcome: TransferOutcome) -> String {
    match outcome {
        TransferOutcome::Declined(cause) => format!("declined: {}", snake(&cause)),
        TransferOutcome::Expired(cause) => format!("expired: {}", snake(&cause)),
        TransferOutcome::Cancelled(cause) => format!("cancelled: {}", snake(&cause)),
        TransferOutcome::Failed(cause) => format!("failed: {}", snake(&cause)),
    }
}

pub fn assign_cause(cause: AssignCause, names: &Names) -> String {
    match cause {
        AssignCause::Accepted(_) => "accepted".to_owned(),
        AssignCause::AutoAccepted => "accepted automatically".to_owned(),
        AssignCause::Pulled => "pulled".to_owned(),
        AssignCause::TransferCompleted(_) => "transfer completed".to_owned(),
        AssignCause::TransferReturned(_) => "transfer returned".to_owned(),
        AssignCause::TransferRecalled(_) => "transfer recalled".to_owned(),
        AssignCause::Reconnected => "reconnected".to_owned(),
        AssignCause::OwnerLost(_) => "owner lost".to_owned(),
        AssignCause::TakenOver { from } => format!("taken over from {}", names.agent(from)),
        AssignCause::HandedBack { by } => format!("handed back by {}", names.agent(by)),
        AssignCause::MadeOwner { from } => format!("made owner by {}", names.agent(from)),
        AssignCause::Inherited { from } => format!("inherited from {}", names.agent(from)),
        AssignCause::AssignedBy { supervisor, room: Room::Respected } => {
            format!("assigned by {}", names.agent(supervisor))
        }
        AssignCause::AssignedBy { supervisor, room: Room::Overridden } => {
            format!("assigned by {} regardless of room", names.agent(supervisor))
        }
    }
}

pub fn release_cause(cause: ReleaseCause, names: &Names) -> String {
    match cause {
        ReleaseCause::Transferred(_) => "transferred".to_owned(),
        ReleaseCause::Escalated(_) => "escalated".to_owned(),
        ReleaseCause::Returned(_) => "returned".to_owned(),
        ReleaseCause::HandedOver(_) => "handed over".to_owned(),
        ReleaseCause::GaveTo(agent) => format!("gave to {}", names.agent(agent)),
        ReleaseCause::LeftTo(agent) => format!("left to {}", names.agent(agent)),
        ReleaseCause::Left => "left".to_owned(),
        ReleaseCause::Passed => "passed".to_owned(),
        ReleaseCause::BecameGuest(_) => "became guest".to_owned(),
        ReleaseCause::Lost => "lost".to_owned(),
        ReleaseCause::WentOffline => "went offline".to_owned(),
        ReleaseCause::Removed => "removed".to_owned(),
        ReleaseCause::Closed => "closed".to_owned(),
        ReleaseCause::NoRoomToWake => "no room to wake".to_owned(),
        ReleaseCause::MovedBy(supervisor) => format!("moved by {}", names.agent(supervisor)),
        ReleaseCause::TakenOver { by, owner } => {
            let then = match owner {
                Displaced::Stays => " as guest",
                Displaced::Leaves => "",
            };
            format!("taken over by {}{then}", names.agent(by))
        }
        ReleaseCause::HandedBack => "handed back".to_owned(),
    }
}
