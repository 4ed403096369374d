//! The buttons tell the truth (rule R1): one that is on is not refused, one that is off is.
//!
//! Every button of everybody is pressed on a copy of the desk, at moments of generated stories.

use domain::{
    Desk,
    command::{
        Actor, AssistMode, Audience, Command, Confirmed, Displaced, Draft, Note, OnUnanswered,
        Room, Target, TransferMode,
    },
    ids::{AgentId, ConversationId, Timestamp},
    rejection::Rejection,
    view::{
        Relation,
        actions::{Action, AllowedAction},
        staff::{AgentStatus, Conversation, Role},
    },
};
use proptest::prelude::*;

use crate::properties::{World, acts::acts, workspaces::workspace};

/// Pressing every button costs more than everything else a story does, so only some moments are looked at.
const ACTS_BETWEEN: usize = 7;

fn cases() -> u32 {
    if std::env::var_os("BATON_LONG").is_some() { 2_000 } else { 48 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_button_that_is_on_is_not_refused_and_one_that_is_off_is(config in workspace(), acts in acts()) {
        let mut world = World::open(config)?;
        for (number, act) in acts.into_iter().enumerate() {
            world.act(act)?;
            if number % ACTS_BETWEEN == 0 {
                press_everything(&world.desk, world.now)?;
            }
        }
    }
}

fn press_everything(desk: &Desk, now: Timestamp) -> Result<(), TestCaseError> {
    for id in desk.state().conversations.keys() {
        for (agent, relation) in desk.relations(*id) {
            let seen =
                desk.conversation_for(*id, relation).expect("a relation sees the conversation");
            for button in &seen.actions {
                press(desk, now, agent, &seen, button)?;
            }
        }
    }
    Ok(())
}

fn press(
    desk: &Desk,
    now: Timestamp,
    agent: AgentId,
    seen: &Conversation,
    button: &AllowedAction,
) -> Result<(), TestCaseError> {
    let Some(command) = command(desk, seen, button.action) else { return Ok(()) };
    let said = format!("{agent:?} {button:?} on {seen:?}");
    let refused = desk.clone().handle(Actor::Agent(agent), command, now).err();
    match (button.off, refused) {
        (None, None) | (Some(_), Some(_)) => {}
        (None, Some(rejection)) => {
            prop_assert!(is_personal(button.action, rejection), "{rejection:?}: {said}");
        }
        // A supervisor may do more than the buttons of the part they take.
        (Some(_), None) => {
            let conversation = &desk.state().conversations[&seen.conversation];
            let as_supervisor = matches!(
                seen.relation,
                Relation::Supervisor | Relation::SupervisingSender | Relation::SupervisingWrapUp
            );
            let second_role = !as_supervisor && desk.supervises(agent, conversation);
            prop_assert!(second_role, "went through: {said}");
        }
    }
    Ok(())
}

/// What the button cannot know: the room, the status and the skills of whoever presses it.
fn is_personal(action: Action, rejection: Rejection) -> bool {
    match action {
        Action::RecallTransfer => rejection == Rejection::NoRoom,
        Action::HandBack | Action::TakeOver => {
            matches!(rejection, Rejection::TargetUnavailable(_))
        }
        Action::Escalate => matches!(rejection, Rejection::NobodyOnline | Rejection::QueueClosed),
        Action::Return => matches!(rejection, Rejection::QueueClosed | Rejection::AlreadyThere),
        Action::Pull => {
            matches!(
                rejection,
                Rejection::NoRoom | Rejection::NotAllowed | Rejection::TargetUnavailable(_)
            )
        }
        // Of several guests some may have no room, or be away.
        Action::MakeOwner => {
            matches!(rejection, Rejection::NoRoom | Rejection::TargetUnavailable(_))
        }
        Action::Reply
        | Action::Note
        | Action::Invite
        | Action::CancelInvitation
        | Action::RemoveGuest
        | Action::PassOwnership
        | Action::CloseForEverybody
        | Action::Transfer
        | Action::CancelTransfer
        | Action::CompleteTransfer
        | Action::Leave
        | Action::Park
        | Action::Wake
        | Action::SetPriority
        | Action::Close
        | Action::Assign
        | Action::Requeue
        | Action::EndWrapUp
        | Action::ExtendWrapUp
        | Action::RaiseHand
        | Action::LowerHand
        | Action::TakeHand
        | Action::Observe
        | Action::Whisper
        | Action::Join
        | Action::WriteWhisper
        | Action::AnswerMessage
        | Action::AllowMove => false,
    }
}

/// The command behind a button, filled in as somebody sensible would; none if there is nobody to choose.
fn command(desk: &Desk, seen: &Conversation, action: Action) -> Option<Command> {
    let conversation = seen.conversation;
    Some(match action {
        Action::Reply => post(conversation, Audience::Everybody),
        Action::Note => post(conversation, Audience::Staff),
        Action::Transfer => Command::StartTransfer {
            conversation,
            target: Target::Queue(elsewhere(desk, seen)?),
            mode: TransferMode::Cold(OnUnanswered::Return),
            place: None,
            reason: desk.config()?.reasons.first().map(|reason| reason.code.clone()),
            note: Note::default(),
        },
        Action::Escalate => {
            let buttons = seen.actions.iter().flat_map(|button| &button.escalations);
            Command::Escalate {
                conversation,
                option: Some(buttons.map(|way| way.key.clone()).next()?),
                reason: desk.config()?.reasons.first().map(|reason| reason.code.clone()),
                note: Note { text: "Network".into(), ..Note::default() },
                confirmed: Confirmed::Yes,
            }
        }
        Action::Return => Command::Return { conversation, note: Note::default() },
        Action::CancelTransfer => Command::CancelTransfer { conversation },
        Action::RecallTransfer => Command::RecallTransfer { conversation },
        Action::CompleteTransfer => Command::CompleteTransfer { conversation },
        Action::HandBack => Command::HandBack { conversation },
        Action::Leave => Command::Leave { conversation, next: None },
        Action::Invite => Command::Invite {
            conversation,
            target: Target::Queue(elsewhere(desk, seen)?),
            reason: None,
            note: Note::default(),
        },
        Action::CancelInvitation => Command::CancelInvitation {
            conversation,
            invitation: seen.invitations.first()?.handoff,
        },
        Action::RemoveGuest => Command::RemoveGuest { conversation, agent: guest(seen)? },
        Action::MakeOwner => Command::MakeOwner { conversation, agent: guest(seen)? },
        Action::PassOwnership => Command::PassOwnership { conversation },
        Action::AnswerMessage => Command::AnswerMessage { conversation },
        Action::Park => Command::Park { conversation },
        Action::Wake => Command::Wake { conversation },
        Action::SetPriority => {
            Command::SetPriority { conversation, priority: (seen.priority + 1) % 10 }
        }
        Action::Close | Action::CloseForEverybody => Command::Close { conversation },
        Action::Pull => Command::Pull { conversation },
        Action::Assign => Command::Assign {
            conversation,
            agent: somebody_else(desk, seen)?,
            room: Room::Overridden,
        },
        Action::Requeue => Command::Requeue { conversation },
        Action::EndWrapUp => Command::EndWrapUp { conversation, disposition: None, note: None },
        Action::ExtendWrapUp => Command::ExtendWrapUp { conversation },
        Action::RaiseHand => Command::RaiseHand { conversation, note: "Help".into() },
        Action::LowerHand => Command::LowerHand { conversation },
        Action::TakeHand => {
            Command::TakeHand { conversation, mode: AssistMode::Observe, confirmed: false }
        }
        Action::Observe => assist(conversation, AssistMode::Observe),
        Action::Whisper => assist(conversation, AssistMode::Whisper),
        Action::Join => assist(conversation, AssistMode::Join),
        Action::WriteWhisper => post(conversation, Audience::Whisper),
        Action::TakeOver => Command::TakeOver { conversation, owner: Displaced::Stays },
        Action::AllowMove => Command::AllowMove { conversation },
    })
}

fn assist(conversation: ConversationId, mode: AssistMode) -> Command {
    Command::Assist { conversation, mode, confirmed: true }
}

fn post(conversation: ConversationId, audience: Audience) -> Command {
    let message = Draft { text: "Hello".into(), files: Vec::new() };
    Command::PostMessage { conversation, audience, message }
}

fn guest(seen: &Conversation) -> Option<AgentId> {
    let guest = seen.participants.iter().find(|present| present.role == Role::Guest);
    guest.map(|guest| guest.agent)
}

fn elsewhere(desk: &Desk, seen: &Conversation) -> Option<domain::ids::QueueId> {
    let queues = desk.config()?.queues.iter();
    let closed = &desk.state().closed;
    queues
        .filter(|(id, queue)| **id != seen.place.queue && !queue.members.is_empty())
        .filter(|(id, _)| !closed.contains_key(id))
        .map(|(id, _)| *id)
        .next()
}

fn somebody_else(desk: &Desk, seen: &Conversation) -> Option<AgentId> {
    let there = |agent: &AgentId| {
        desk.me(*agent).is_some_and(|me| {
            !matches!(me.status, AgentStatus::Offline | AgentStatus::Disconnected)
        })
    };
    let agents = desk.config()?.agents.iter().filter(|(_, agent)| agent.roles.agent);
    agents.map(|(id, _)| *id).filter(|id| seen.owner != Some(*id)).find(there)
}
