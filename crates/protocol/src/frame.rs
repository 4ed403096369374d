//! Socket frames, for both sockets: what differs between staff and visitors are the type parameters.
//!
//! [`assemble`] writes a frame from parts that were encoded once and are shared by many viewers.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::{
    command::{Answer, StaffCommand, VisitorCommand},
    ids::{AgentId, ConversationId, OfferId},
    problem::Problem,
    staff, visitor,
};

pub type StaffServerFrame = ServerFrame<staff::You, staff::Object, staff::Line, staff::Aside>;
pub type VisitorServerFrame =
    ServerFrame<visitor::You, visitor::Object, visitor::Line, visitor::Aside>;

/// What the server says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ServerFrame<Y, O, L, A = ()> {
    /// Everything this viewer sees, as of `sequence`. Lines come by `transcript`, later ones by frames.
    Snapshot {
        sequence: u64,
        you: Y,
        objects: Vec<O>,
    },
    /// Something happened.
    Frame {
        sequence: u64,
        /// The sequence of the previous frame or snapshot of this subscription; a mismatch is a gap: resume.
        after: u64,
        lines: Vec<L>,
        changes: Vec<Change<O>>,
    },
    /// Everything on the board of somebody who opened it. Takes the place of every `board_…` object.
    BoardSnapshot {
        sequence: u64,
        objects: Vec<O>,
    },
    /// What changed on it: the latest state of whatever did, gathered for a moment. Its sequences are its own.
    Board {
        sequence: u64,
        /// The sequence of the board's frame or snapshot before; after a mismatch, open it again.
        after: u64,
        changes: Vec<Change<O>>,
    },
    /// A command took effect and is durable.
    Reply {
        id: Uuid,
        sequence: u64,
        answer: Answer,
    },
    /// A command took no effect.
    Refused {
        id: Uuid,
        problem: Problem,
    },
    /// Somebody else is typing; never journaled.
    Typing {
        conversation: ConversationId,
        /// The agent's name; absent when it is the visitor.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
    },
    /// Beside the journal, like typing, and kept: what people have read and begun to write. What is known of it
    /// follows the first frame of a socket.
    Aside(A),
    Heartbeat {},
    /// Said before the server closes the socket.
    Goodbye {
        code: GoodbyeCode,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        retry_after_ms: Option<u64>,
        /// What was wrong, where something was.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        problem: Option<Problem>,
    },
}

/// Puts or removes one whole object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Change<O> {
    Put(O),
    Remove(ObjectKey),
}

/// Names one object of a viewer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ObjectKey {
    Me { id: AgentId },
    Offer { id: OfferId },
    Conversation { id: ConversationId },
    VisitorConversation { id: ConversationId },
    BoardQueue { id: String },
    BoardAgent { id: AgentId },
    BoardConversation { id: ConversationId },
    BoardAlert { id: String },
}

/// Why a socket ends. `slow_reader`, `server_stopping`, `workspace_changed`, `silent` and `overloaded` mean:
/// connect again and resume; the others: sign in again or do something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum GoodbyeCode {
    /// Frames piled up because they were not read.
    SlowReader,
    ServerStopping,
    /// The token or session was revoked or ran out, or the agent was removed.
    SessionEnded,
    /// A new configuration is in force: start over from a snapshot.
    WorkspaceChanged,
    /// No heartbeat came back in time.
    Silent,
    /// The first frame was not a valid hello, or a frame could not be read.
    BadFrame,
    /// No hello came in time.
    NoHello,
    /// The hello's token is not valid.
    StaleToken,
    Overloaded,
}

/// What a program or a browser of the staff says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum StaffClientFrame {
    Hello(Hello),
    Command {
        id: Uuid,
        command: StaffCommand,
    },
    /// The complete list of conversations whose lines are wanted besides one's own; replaces the last one.
    Watch {
        conversations: Vec<ConversationId>,
    },
    Typing {
        conversation: ConversationId,
    },
    /// The board is looked at: a snapshot of it follows, then what changes.
    OpenBoard {},
    /// It is looked at no more.
    CloseBoard {},
    Heartbeat {},
}

/// What a visitor's page says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum VisitorClientFrame {
    Hello(Hello),
    Command { id: Uuid, command: VisitorCommand },
    Typing { conversation: ConversationId },
    Heartbeat {},
}

/// The first frame of every socket.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Hello {
    /// Absent in a signed-in browser: there the cookie counts, and the origin is checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// Where the last socket of this viewer ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resume: Option<Resume>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Resume {
    /// The sequence of the last frame or snapshot that was taken in.
    pub sequence: u64,
}

/// The end of a [`ServerFrame::Frame`], from lines and changes that are JSON already: the same for everybody
/// who is told the same.
pub fn tail<'a>(
    lines: impl IntoIterator<Item = &'a [u8]>,
    changes: impl IntoIterator<Item = &'a [u8]>,
) -> Vec<u8> {
    let mut tail = Vec::with_capacity(512);
    tail.extend_from_slice(b",\"lines\":[");
    separated(&mut tail, lines);
    tail.extend_from_slice(b"],\"changes\":[");
    separated(&mut tail, changes);
    tail.extend_from_slice(b"]}");
    tail
}

/// A whole [`ServerFrame::Frame`] of one socket, around a shared [`tail`].
#[must_use]
pub fn with_tail(sequence: u64, after: u64, tail: &[u8]) -> Vec<u8> {
    // Room for the words and two of the longest numbers.
    let mut frame = Vec::with_capacity(80 + tail.len());
    let mut head = |text: &str| frame.extend_from_slice(text.as_bytes());
    head("{\"type\":\"frame\",\"sequence\":");
    head(&sequence.to_string());
    head(",\"after\":");
    head(&after.to_string());
    frame.extend_from_slice(tail);
    frame
}

/// A whole [`ServerFrame::BoardSnapshot`], of objects that are JSON already.
#[must_use]
pub fn board_snapshot(sequence: u64, objects: &[impl AsRef<[u8]>]) -> Vec<u8> {
    let head = format!("{{\"type\":\"board_snapshot\",\"sequence\":{sequence},\"objects\":[");
    whole(head, objects)
}

/// A whole [`ServerFrame::Board`], of changes that are JSON already.
#[must_use]
pub fn board_frame(sequence: u64, after: u64, changes: &[impl AsRef<[u8]>]) -> Vec<u8> {
    let head =
        format!("{{\"type\":\"board\",\"sequence\":{sequence},\"after\":{after},\"changes\":[");
    whole(head, changes)
}

fn whole(head: String, parts: &[impl AsRef<[u8]>]) -> Vec<u8> {
    let bytes: usize = parts.iter().map(|part| part.as_ref().len() + 1).sum();
    let mut frame = Vec::with_capacity(head.len() + bytes + 2);
    frame.extend_from_slice(head.as_bytes());
    separated(&mut frame, parts.iter().map(AsRef::as_ref));
    frame.extend_from_slice(b"]}");
    frame
}

fn separated<'a>(out: &mut Vec<u8>, parts: impl IntoIterator<Item = &'a [u8]>) {
    for (index, part) in parts.into_iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        out.extend_from_slice(part);
    }
}
