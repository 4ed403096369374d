//! What is asked, from the words of the wire to those of the domain.
//!
//! Finds keys and takes apart what the wire says flat; whether it may be done is for `domain` to say.

use std::collections::BTreeMap;

use domain::{
    command::{
        self as inner, AssistMode, Audience, Choice, ChosenStatus, Command, Completion, Confirmed,
        Displaced, Draft, FileRef, Note, OnUnanswered, OpenWork, Room, Target, TransferMode,
    },
    config::Entry,
    ids::{ConversationId, FileId, QueueId, SkillId},
};
use protocol::{
    command::{self as wire, OpenConversation, StaffCommand, VisitorCommand},
    ids as wire_ids,
    problem::{Code, Problem},
};

use super::{ids::ToDomain, names::Names};

/// Files of a message as the edge found them: uploaded by the author, to this conversation.
pub type Attached = Vec<store::File>;

/// The conversation and files of a message, to be looked up before the command is translated.
pub fn attachments_of_visitor(command: &VisitorCommand) -> Option<(ConversationId, Vec<FileId>)> {
    match command {
        VisitorCommand::PostMessage { conversation, message } => {
            attachments(*conversation, message)
        }
        VisitorCommand::OpenConversation(_)
        | VisitorCommand::AnswerChoice { .. }
        | VisitorCommand::Close { .. }
        | VisitorCommand::SetAttributes { .. }
        | VisitorCommand::AnswerSurvey { .. } => None,
    }
}

/// The same for a member of staff.
pub fn attachments_of_staff(command: &StaffCommand) -> Option<(ConversationId, Vec<FileId>)> {
    match command {
        StaffCommand::PostMessage { conversation, message, .. } => {
            attachments(*conversation, message)
        }
        StaffCommand::Close { .. }
        | StaffCommand::SetStatus { .. }
        | StaffCommand::GoOffline { .. }
        | StaffCommand::ReportActivity {}
        | StaffCommand::AcceptOffer { .. }
        | StaffCommand::DeclineOffer { .. }
        | StaffCommand::Pull { .. }
        | StaffCommand::StartTransfer(_)
        | StaffCommand::CancelTransfer { .. }
        | StaffCommand::RecallTransfer { .. }
        | StaffCommand::CompleteTransfer { .. }
        | StaffCommand::HandBack { .. }
        | StaffCommand::Leave { .. }
        | StaffCommand::Invite(_)
        | StaffCommand::CancelInvitation { .. }
        | StaffCommand::RemoveGuest { .. }
        | StaffCommand::MakeOwner { .. }
        | StaffCommand::PassOwnership { .. }
        | StaffCommand::Park { .. }
        | StaffCommand::Wake { .. }
        | StaffCommand::EndWrapUp { .. }
        | StaffCommand::ExtendWrapUp { .. }
        | StaffCommand::SetPriority { .. }
        | StaffCommand::RunLine { .. }
        | StaffCommand::SetTags { .. }
        | StaffCommand::Assign { .. }
        | StaffCommand::Requeue { .. }
        | StaffCommand::RaiseHand { .. }
        | StaffCommand::LowerHand { .. }
        | StaffCommand::TakeHand { .. }
        | StaffCommand::Assist { .. }
        | StaffCommand::TakeOver { .. }
        | StaffCommand::AllowMove { .. }
        | StaffCommand::AnswerMessage { .. }
        | StaffCommand::Escalate(_)
        | StaffCommand::Return { .. } => None,
    }
}

fn attachments(
    conversation: wire_ids::ConversationId,
    message: &wire::Draft,
) -> Option<(ConversationId, Vec<FileId>)> {
    let files: Vec<FileId> = message.files.iter().map(|file| file.domain()).collect();
    (!files.is_empty()).then(|| (conversation.domain(), files))
}

/// A visitor's command. `attached` are the files its message names, `preferred` the language their browser asks for.
pub fn visitor(
    command: VisitorCommand,
    names: &Names,
    attached: &[store::File],
    preferred: Option<&str>,
) -> Result<Command, Problem> {
    Ok(match command {
        VisitorCommand::OpenConversation(opening) => {
            let OpenConversation { queue, pipeline, needs, language, answers, attributes, message } =
                opening;
            if message.as_ref().is_some_and(|message| !message.files.is_empty()) {
                let detail = "a file is uploaded to a conversation: open it first";
                return Err(Problem::new(Code::UnknownFile, detail));
            }
            Command::OpenConversation {
                entry: find_entry(queue, pipeline, names)?,
                needs: find_skills(needs, names)?,
                language: language.or_else(|| preferred.map(str::to_owned)),
                answers,
                attributes,
                message: message.map(|message| draft(message, attached)),
            }
        }
        VisitorCommand::PostMessage { conversation, message } => Command::PostMessage {
            conversation: conversation.domain(),
            audience: Audience::Everybody,
            message: draft(message, attached),
        },
        VisitorCommand::AnswerChoice { conversation, choice, text } => Command::AnswerChoice {
            conversation: conversation.domain(),
            choice: match choice {
                wire::Choice::KeepWaiting => Choice::KeepWaiting,
                wire::Choice::WriteMessage => Choice::WriteMessage,
                wire::Choice::LeaveMessage => {
                    Choice::LeaveMessage { text: text.unwrap_or_default() }
                }
            },
        },
        VisitorCommand::Close { conversation } => {
            Command::Close { conversation: conversation.domain() }
        }
        // What is known is the workspace's to add, in the moment of deciding.
        VisitorCommand::SetAttributes { conversation, attributes } => Command::SetAttributes {
            conversation: conversation.domain(),
            known: BTreeMap::new(),
            changes: attributes,
        },
        VisitorCommand::AnswerSurvey { conversation, rating, comment } => {
            Command::AnswerSurvey { conversation: conversation.domain(), rating, comment }
        }
    })
}

/// A member of staff's command.
pub fn staff(command: StaffCommand, attached: &[store::File]) -> Result<Command, Problem> {
    Ok(match command {
        StaffCommand::PostMessage { conversation, audience, message } => Command::PostMessage {
            conversation: conversation.domain(),
            audience: match audience {
                wire::Audience::Everybody => Audience::Everybody,
                wire::Audience::Staff => Audience::Staff,
                wire::Audience::Whisper => Audience::Whisper,
            },
            message: draft(message, attached),
        },
        StaffCommand::Close { conversation } => {
            Command::Close { conversation: conversation.domain() }
        }
        StaffCommand::SetStatus { status, reason } => Command::SetStatus {
            status: match status {
                wire::ChoosableStatus::Online => ChosenStatus::Online,
                wire::ChoosableStatus::TransferOnly => ChosenStatus::TransferOnly,
                wire::ChoosableStatus::Away => ChosenStatus::Away,
            },
            reason,
        },
        StaffCommand::GoOffline { open } => Command::GoOffline {
            open: match open {
                wire::OpenWork::Finish => OpenWork::Finish,
                wire::OpenWork::HandOver => OpenWork::HandOver,
            },
        },
        StaffCommand::ReportActivity {} => Command::ReportActivity,
        StaffCommand::AcceptOffer { offer } => Command::AcceptOffer { offer: offer.domain() },
        StaffCommand::DeclineOffer { offer } => Command::DeclineOffer { offer: offer.domain() },
        StaffCommand::Pull { conversation } => {
            Command::Pull { conversation: conversation.domain() }
        }
        StaffCommand::StartTransfer(transfer) => start_transfer(transfer)?,
        StaffCommand::CancelTransfer { conversation } => {
            Command::CancelTransfer { conversation: conversation.domain() }
        }
        StaffCommand::RecallTransfer { conversation } => {
            Command::RecallTransfer { conversation: conversation.domain() }
        }
        StaffCommand::CompleteTransfer { conversation } => {
            Command::CompleteTransfer { conversation: conversation.domain() }
        }
        StaffCommand::HandBack { conversation } => {
            Command::HandBack { conversation: conversation.domain() }
        }
        StaffCommand::Leave { conversation, next } => Command::Leave {
            conversation: conversation.domain(),
            next: next.map(|agent| agent.domain()),
        },
        StaffCommand::Invite(wire::Invite { conversation, target, reason, note }) => {
            Command::Invite {
                conversation: conversation.domain(),
                target: self::target(target),
                reason,
                note: note.map(self::note).unwrap_or_default(),
            }
        }
        StaffCommand::CancelInvitation { conversation, invitation } => Command::CancelInvitation {
            conversation: conversation.domain(),
            invitation: invitation.domain(),
        },
        StaffCommand::RemoveGuest { conversation, agent } => {
            Command::RemoveGuest { conversation: conversation.domain(), agent: agent.domain() }
        }
        StaffCommand::MakeOwner { conversation, agent } => {
            Command::MakeOwner { conversation: conversation.domain(), agent: agent.domain() }
        }
        StaffCommand::PassOwnership { conversation } => {
            Command::PassOwnership { conversation: conversation.domain() }
        }
        StaffCommand::Park { conversation } => {
            Command::Park { conversation: conversation.domain() }
        }
        StaffCommand::Wake { conversation } => {
            Command::Wake { conversation: conversation.domain() }
        }
        StaffCommand::EndWrapUp { conversation, disposition, note } => {
            Command::EndWrapUp { conversation: conversation.domain(), disposition, note }
        }
        StaffCommand::ExtendWrapUp { conversation } => {
            Command::ExtendWrapUp { conversation: conversation.domain() }
        }
        StaffCommand::RunLine { conversation, line } => {
            Command::RunLine { conversation: conversation.domain(), line }
        }
        StaffCommand::SetTags { conversation, add, remove } => {
            Command::SetTags { conversation: conversation.domain(), add, remove }
        }
        StaffCommand::SetPriority { conversation, priority } => {
            Command::SetPriority { conversation: conversation.domain(), priority }
        }
        StaffCommand::Escalate(wire::Escalate {
            conversation,
            option,
            reason,
            note,
            confirmed,
        }) => Command::Escalate {
            conversation: conversation.domain(),
            option,
            reason,
            note: note.map(self::note).unwrap_or_default(),
            confirmed: if confirmed { Confirmed::Yes } else { Confirmed::No },
        },
        StaffCommand::Return { conversation, note } => Command::Return {
            conversation: conversation.domain(),
            note: note.map(self::note).unwrap_or_default(),
        },
        StaffCommand::Assign { conversation, agent, room } => Command::Assign {
            conversation: conversation.domain(),
            agent: agent.domain(),
            room: match room {
                wire::Room::Respected => Room::Respected,
                wire::Room::Overridden => Room::Overridden,
            },
        },
        StaffCommand::Requeue { conversation } => {
            Command::Requeue { conversation: conversation.domain() }
        }
        StaffCommand::RaiseHand { conversation, note } => {
            Command::RaiseHand { conversation: conversation.domain(), note }
        }
        StaffCommand::LowerHand { conversation } => {
            Command::LowerHand { conversation: conversation.domain() }
        }
        StaffCommand::TakeHand { conversation, mode, confirmed } => Command::TakeHand {
            conversation: conversation.domain(),
            mode: assist_mode(mode),
            confirmed,
        },
        StaffCommand::Assist { conversation, mode, confirmed } => Command::Assist {
            conversation: conversation.domain(),
            mode: assist_mode(mode),
            confirmed,
        },
        StaffCommand::TakeOver { conversation, owner } => Command::TakeOver {
            conversation: conversation.domain(),
            owner: match owner {
                wire::Displaced::Stays => Displaced::Stays,
                wire::Displaced::Leaves => Displaced::Leaves,
            },
        },
        StaffCommand::AllowMove { conversation } => {
            Command::AllowMove { conversation: conversation.domain() }
        }
        StaffCommand::AnswerMessage { conversation } => {
            Command::AnswerMessage { conversation: conversation.domain() }
        }
    })
}

fn assist_mode(mode: wire::AssistMode) -> AssistMode {
    match mode {
        wire::AssistMode::Observe => AssistMode::Observe,
        wire::AssistMode::Whisper => AssistMode::Whisper,
        wire::AssistMode::Join => AssistMode::Join,
    }
}

fn start_transfer(transfer: wire::StartTransfer) -> Result<Command, Problem> {
    let wire::StartTransfer {
        conversation,
        target,
        mode,
        complete,
        on_unanswered,
        place,
        reason,
        note,
    } = transfer;
    let mode = match (mode, complete, on_unanswered) {
        (wire::TransferMode::Warm, complete, None) => TransferMode::Warm(match complete {
            Some(wire::Completion::Introduced) | None => Completion::Introduced,
            Some(wire::Completion::OnAccept) => Completion::OnAccept,
            Some(wire::Completion::OnAcceptAndLeave) => Completion::OnAcceptAndLeave,
        }),
        (wire::TransferMode::Cold, None, then) => TransferMode::Cold(match then {
            Some(wire::OnUnanswered::Return) | None => OnUnanswered::Return,
            Some(wire::OnUnanswered::Queue) => OnUnanswered::Queue,
            Some(wire::OnUnanswered::Park) => OnUnanswered::Park,
        }),
        (wire::TransferMode::Warm, _, Some(_)) => {
            return Err(Problem::new(Code::BadJson, "`on_unanswered` belongs to cold transfers"));
        }
        (wire::TransferMode::Cold, Some(_), _) => {
            return Err(Problem::new(Code::BadJson, "`complete` belongs to warm transfers"));
        }
    };
    Ok(Command::StartTransfer {
        conversation: conversation.domain(),
        target: self::target(target),
        mode,
        place: place.map(|queue| queue.domain()),
        reason,
        note: note.map(self::note).unwrap_or_default(),
    })
}

fn target(target: wire::Target) -> Target {
    match target {
        wire::Target::Agent(agent) => Target::Agent(agent.domain()),
        wire::Target::Queue(queue) => Target::Queue(queue.domain()),
    }
}

fn note(note: wire::Note) -> Note {
    let wire::Note { text, goal, tried, ask } = note;
    inner::Note { text, goal, tried, ask }
}

fn draft(message: wire::Draft, attached: &[store::File]) -> Draft {
    Draft {
        text: message.text,
        files: attached.iter().map(|file| FileRef { file: file.id, bytes: file.bytes }).collect(),
    }
}

/// By key, as a page's author writes it, or by id.
fn find_queue(key: &str, names: &Names) -> Result<QueueId, Problem> {
    let by_id = || key.parse::<wire_ids::QueueId>().ok().map(|id| id.domain());
    let unknown = || Problem::new(Code::UnknownQueue, format!("there is no queue `{key}`"));
    names.queue_by_key(key).or_else(by_id).ok_or_else(unknown)
}

/// A queue where both are named: it is the more exact.
/// Where a conversation is to begin, if it is said.
pub fn find_entry(
    queue: Option<String>,
    pipeline: Option<String>,
    names: &Names,
) -> Result<Option<Entry>, Problem> {
    if let Some(key) = queue {
        return find_queue(&key, names).map(|queue| Some(Entry::Queue(queue)));
    }
    let Some(key) = pipeline else { return Ok(None) };
    let unknown = || Problem::new(Code::UnknownPipeline, format!("there is no pipeline `{key}`"));
    names.pipeline_by_key(&key).map(|pipeline| Some(Entry::Pipeline(pipeline))).ok_or_else(unknown)
}

fn find_skills(
    needs: BTreeMap<String, u8>,
    names: &Names,
) -> Result<BTreeMap<SkillId, u8>, Problem> {
    let find = |(key, level): (String, u8)| match names.skill_by_key(&key) {
        Some(skill) => Ok((skill, level)),
        None => Err(Problem::new(Code::UnknownSkill, format!("there is no skill `{key}`"))),
    };
    needs.into_iter().map(find).collect()
}
