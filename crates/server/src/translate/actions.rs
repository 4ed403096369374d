//! What may be done, and why not, with the plain sentence a button's hint shows.

use domain::view::actions::{self as inner, AllowedAction, Because};
use protocol::staff as wire;

use super::names::Names;

pub fn allowed(allowed: &[AllowedAction], names: &Names) -> Vec<wire::AllowedAction> {
    let translate = |allowed: &AllowedAction| wire::AllowedAction {
        action: action(allowed.action),
        off: allowed.off.map(|because| off(because, names)),
        escalations: allowed.escalations.iter().map(|way| escalation(way, names)).collect(),
    };
    allowed.iter().map(translate).collect()
}

pub fn escalation(way: &inner::Escalation, names: &Names) -> wire::Escalation {
    wire::Escalation {
        key: way.key.clone(),
        label: way.label.clone(),
        queue: names.queue(way.place.queue),
        stage: names.stage(way.place),
        tier: way.tier,
        list: way.list.map(|list| names.list(list)),
        reason_required: way.reason_required,
        note_required: way.note_required,
        off: way.off.map(|because| off(because, names)),
    }
}

pub fn off(because: Because, names: &Names) -> wire::Off {
    let (reason, text) = match because {
        Because::TransferOpen => {
            (wire::OffReason::TransferOpen, "A transfer is open; cancel it first.")
        }
        Because::NoTransferOpen => (wire::OffReason::NoTransferOpen, "No transfer is open."),
        Because::AlreadyAccepted => {
            (wire::OffReason::AlreadyAccepted, "It has been accepted already.")
        }
        Because::NotAcceptedYet => (wire::OffReason::NotAcceptedYet, "Nobody has accepted it yet."),
        Because::Quarantined => (
            wire::OffReason::Quarantined,
            "Held for inspection; only a supervisor can move or close it.",
        ),
        Because::Offline => (wire::OffReason::Offline, "Offline."),
        Because::Away => (wire::OffReason::Away, "Away."),
        Because::Disconnected => (wire::OffReason::Disconnected, "Connection lost."),
        Because::NotResponding => {
            (wire::OffReason::NotResponding, "Did not answer the last offers.")
        }
        Because::NoRoom => (wire::OffReason::NoRoom, "No free room."),
        Because::QueueClosed => (wire::OffReason::QueueClosed, "Closed."),
        Because::NoMembers => (wire::OffReason::NoMembers, "Nobody serves it."),
        Because::AlreadyThere => {
            (wire::OffReason::AlreadyThere, "The conversation is there already.")
        }
        Because::NoOwner => (wire::OffReason::NoOwner, "Nobody has it."),
        Because::ChainBlocked => (wire::OffReason::ChainBlocked, "Handed over too often."),
        Because::EdgeNotAllowed => {
            (wire::OffReason::EdgeNotAllowed, "The workspace does not allow this way.")
        }
        Because::AlreadyInvited => (wire::OffReason::AlreadyInvited, "Is being asked already."),
        Because::ConversationFull => {
            (wire::OffReason::ConversationFull, "No more people fit into this conversation.")
        }
        Because::OnlyFinalQueue(queue) => {
            let text =
                format!("Handed over too often: it goes to {} only.", names.queue(queue).name);
            return wire::Off { reason: wire::OffReason::OnlyFinalQueue, text, agent: None };
        }
        Because::InConversation(agent) => {
            let agent = names.agent(agent);
            let text = format!("{} is in this conversation already.", agent.name);
            return wire::Off { reason: wire::OffReason::InConversation, text, agent: Some(agent) };
        }
    };
    wire::Off { reason, text: text.to_owned(), agent: None }
}

fn action(action: inner::Action) -> wire::Action {
    match action {
        inner::Action::Reply => wire::Action::Reply,
        inner::Action::Note => wire::Action::Note,
        inner::Action::Transfer => wire::Action::Transfer,
        inner::Action::CancelTransfer => wire::Action::CancelTransfer,
        inner::Action::RecallTransfer => wire::Action::RecallTransfer,
        inner::Action::CompleteTransfer => wire::Action::CompleteTransfer,
        inner::Action::HandBack => wire::Action::HandBack,
        inner::Action::Leave => wire::Action::Leave,
        inner::Action::Park => wire::Action::Park,
        inner::Action::Wake => wire::Action::Wake,
        inner::Action::SetPriority => wire::Action::SetPriority,
        inner::Action::Close => wire::Action::Close,
        inner::Action::Pull => wire::Action::Pull,
        inner::Action::Assign => wire::Action::Assign,
        inner::Action::Requeue => wire::Action::Requeue,
        inner::Action::EndWrapUp => wire::Action::EndWrapUp,
        inner::Action::ExtendWrapUp => wire::Action::ExtendWrapUp,
        inner::Action::RaiseHand => wire::Action::RaiseHand,
        inner::Action::LowerHand => wire::Action::LowerHand,
        inner::Action::AnswerMessage => wire::Action::AnswerMessage,
        inner::Action::TakeHand => wire::Action::TakeHand,
        inner::Action::Observe => wire::Action::Observe,
        inner::Action::Whisper => wire::Action::Whisper,
        inner::Action::Join => wire::Action::Join,
        inner::Action::WriteWhisper => wire::Action::WriteWhisper,
        inner::Action::TakeOver => wire::Action::TakeOver,
        inner::Action::AllowMove => wire::Action::AllowMove,
        inner::Action::Escalate => wire::Action::Escalate,
        inner::Action::Return => wire::Action::Return,
        inner::Action::Invite => wire::Action::Invite,
        inner::Action::CancelInvitation => wire::Action::CancelInvitation,
        inner::Action::RemoveGuest => wire::Action::RemoveGuest,
        inner::Action::MakeOwner => wire::Action::MakeOwner,
        inner::Action::PassOwnership => wire::Action::PassOwnership,
        inner::Action::CloseForEverybody => wire::Action::CloseForEverybody,
    }
}
