//! What a command made.

use domain::Answer;
use protocol::command as wire;

use super::ids::ToWire;

pub fn answer(answer: &Answer) -> wire::Answer {
    match *answer {
        Answer::Done => wire::Answer::Done {},
        Answer::Opened { conversation, message } => wire::Answer::Opened {
            conversation: conversation.wire(),
            message: message.map(ToWire::wire),
        },
        Answer::Posted { message } => wire::Answer::Posted { message: message.wire() },
        Answer::TransferStarted { handoff } => {
            wire::Answer::TransferStarted { handoff: handoff.wire() }
        }
        Answer::AwaitsSupervisor => wire::Answer::AwaitsSupervisor {},
        Answer::Invited { invitation } => wire::Answer::Invited { invitation: invitation.wire() },
        Answer::Accepted { conversation } => {
            wire::Answer::Accepted { conversation: conversation.wire() }
        }
        Answer::Help => wire::Answer::Help {},
    }
}
