//! The one way in.

use domain::{
    command::{Actor, Command},
    config::Config,
    estimate::Outlook,
    explain::Verdict,
    ids::{AgentId, ConversationId},
    reach::Reach,
    slash::Completion,
    view::{self, ObjectKey, Viewer, board::Moment, targets::Directory},
};
use std::sync::Arc;

use crate::journal::Sequence;

/// Names a caller; comes back with the answer and means nothing to the engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Token(pub u64);

/// A UUIDv7 made by the client: unique per actor, and the time it was made in its first 48 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClientId(pub u128);

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// Somebody asks for something to be done.
    Command(Request),
    /// Somebody asks what is.
    Read {
        token: Token,
        question: Question,
    },
    /// The time of a [`WakeAt`](crate::Action::WakeAt) has come.
    Wake,
    /// The batch under way is durable, up to this sequence.
    Committed(Sequence),
    /// The batch under way was refused, or nobody knows.
    CommitFailed,
    /// Handling the last input panicked; the driver caught it. Only `Reload` comes back.
    Broken,
    /// What newcomers are told from here on, made off the writer. Nothing is decided or told by itself.
    Outlook(Outlook),
    /// Somebody looks at the board, which nobody did: it is told whole, and from here on what changes is noted.
    OpenBoard(Moment),
    /// What changed on the board since the last look is told.
    LookAtBoard(Moment),
    /// Nobody looks any more.
    CloseBoard,
    /// The first socket of a viewer is there: steps name them from the next one on.
    Subscribe(Viewer),
    /// The last one is gone.
    Unsubscribe(Viewer),
    /// An agent looks at a conversation that they are not in: its lines are theirs too, where they may read it.
    Watch {
        agent: AgentId,
        conversation: ConversationId,
    },
    Unwatch {
        agent: AgentId,
        conversation: ConversationId,
    },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub token: Token,
    pub actor: Actor,
    /// None for the server's own commands, which are never repeated.
    pub client_id: Option<ClientId>,
    pub command: Command,
}

/// What can be asked without changing anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Everything a viewer sees. Subscribe first: the next step follows this snapshot.
    Snapshot(Viewer),
    /// One object of that snapshot.
    Object { viewer: Viewer, key: ObjectKey },
    /// Where an agent may hand a conversation over to.
    Directory { conversation: ConversationId, agent: AgentId },
    /// Why an agent is or is not offered a conversation.
    Explain { conversation: ConversationId, agent: AgentId },
    /// How an agent may go on with a line.
    Completions { conversation: ConversationId, agent: AgentId, line: String },
    /// Whether an agent may read a conversation that is in memory.
    MayRead { conversation: ConversationId, agent: AgentId },
    /// What an agent may read, of all there is and was.
    Reach(AgentId),
    /// The configuration in force.
    Config,
}

/// What was found. None or `false` also where the asker may not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    Snapshot(view::Snapshot),
    Object(Option<Box<view::Object>>),
    Directory(Option<Directory>),
    Explain(Option<Verdict>),
    Completions(Option<Vec<Completion>>),
    MayRead(bool),
    Reach(Option<Box<Reach>>),
    Config(Option<Arc<Config>>),
}

impl ClientId {
    /// Milliseconds since the epoch, by the client's clock.
    pub(crate) fn made_at_ms(self) -> u64 {
        u64::try_from(self.0 >> 80).expect("48 bits")
    }
}
