//! What can be asked of a workspace's task, and what is told to those who look. The ways in and out.

use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use domain::{
    command::{Actor, Command},
    ids::{AgentId, ConversationId, MessageId, Timestamp},
    view::Viewer,
};
use engine::{Answered, Question, Reading, Refusal};
use uuid::Uuid;

use super::board::BoardTold;
use crate::translate::Texts;

/// Names a socket within this process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SocketId(pub u64);

impl SocketId {
    pub fn next() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

#[derive(Debug)]
pub enum Letter {
    Command {
        actor: Actor,
        id: Option<Uuid>,
        command: Command,
        /// What is known of the files that the command's message names.
        files: Vec<store::File>,
    },
    Read(Question),
    /// The complete list of conversations this socket wants the lines of.
    Watch {
        agent: AgentId,
        socket: SocketId,
        conversations: Vec<ConversationId>,
    },
    /// For the others in a conversation, never journaled.
    Aside {
        from: Viewer,
        conversation: ConversationId,
        sign: Sign,
    },
    /// A whole frame outside the journal, for every socket of one person.
    Tell {
        viewer: Viewer,
        frame: Bytes,
    },
    /// The board, as far as it is this agent's to see.
    OpenBoard {
        agent: AgentId,
    },
    /// A socket is gone: whoever looks no more is looked after.
    Left {
        viewer: Viewer,
        socket: SocketId,
    },
    /// Decide what is in the line, make it durable, say goodbye.
    Stop,
}

/// What a person lets the others in a conversation know without a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    Typing,
    /// Everything up to this message.
    Read {
        message: MessageId,
        at: Timestamp,
    },
}

/// How a letter is answered.
#[derive(Debug)]
pub enum Reply {
    Outcome(Result<Answered, Refusal>),
    Told(Result<Box<Told>, Refusal>),
    /// Whether the sign was somebody's to give.
    Forwarded(bool),
    /// None for somebody who sees no board.
    Board(Option<BoardTold>),
    Noted,
}

/// What was found, and the texts it names.
#[derive(Debug)]
pub struct Told {
    pub reading: Reading,
    pub texts: Texts,
}

/// What is told to everybody who looks as one viewer.
#[derive(Debug, Clone)]
pub enum Frame {
    /// The lines and changes of a step, encoded once for all who are told the same.
    Step { sequence: u64, tail: Bytes },
    /// A whole frame, outside the journal.
    Aside(Bytes),
}
