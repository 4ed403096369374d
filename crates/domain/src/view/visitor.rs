//! What visitors see (rule R9): a type with no room for anything of the staff (invariant I7).
//!
//! Agents appear by public name; queues by public name, and only where the workspace shows them.

use alloc::{string::String, vec::Vec};

use crate::{
    command::FileRef,
    config::Place,
    estimate::Prediction,
    ids::{BodyId, ConversationId, MessageId, PipelineId, Timestamp},
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversation {
    pub conversation: ConversationId,
    pub status: Status,
    /// Who is responsible, by public name.
    pub agent: Option<String>,
    /// Everybody else who is there and visible.
    pub others: Vec<String>,
    /// The queue's public name, if the workspace shows it.
    pub queue: Option<String>,
    pub opened_at: Timestamp,
    /// When the present wait began.
    pub waiting_since: Option<Timestamp>,
    /// A supervisor looks on; told where the workspace says so.
    pub observed: bool,
    /// Place in line and estimated wait, as last shown.
    pub prediction: Option<Prediction>,
    /// The visitor's language code.
    pub language: Option<String>,
    /// Keep waiting, or leave a message?
    pub choice_asked: bool,
    /// Nobody serves it now: a message is asked for.
    pub out_of_hours: Option<OutOfHours>,
    /// Until when a message can be left, while a form for it is shown.
    pub message_until: Option<Timestamp>,
    /// The support level, if the workspace shows it.
    pub tier: Option<u8>,
    /// After closing: how was it?
    pub survey: Option<Survey>,
    /// What the words for it follow from at the edge; no part of what is sent.
    pub place: Place,
    pub pipeline: Option<PipelineId>,
    pub attributes: Option<BodyId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfHours {
    /// When there is somebody again, as far ahead as is known.
    pub opens_at: Option<Timestamp>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Survey {
    pub until: Timestamp,
    /// 1 to 5, once answered.
    pub rating: Option<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    Waiting,
    /// An agent holds it.
    Active,
    Closed,
}

/// One line of the visitor's transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    Message { message: MessageId, author: Author, body: BodyId, files: Vec<FileRef> },
    Notice(Notice),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Author {
    /// The visitor of this conversation.
    You,
    /// An agent's public name.
    Agent(String),
}

/// What the visitor is told. Stored as a code and its parameters; the words are the edge's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    Queued,
    StillSearching,
    AgentJoined {
        agent: String,
    },
    AgentLeft {
        agent: String,
    },
    GuestJoined {
        agent: String,
    },
    /// Somebody who was there beside the owner has left.
    GuestLeft {
        agent: String,
    },
    SupervisorJoined {
        agent: String,
    },
    SupervisorLeft {
        agent: String,
    },
    TransferStarted,
    /// A warm transfer the visitor was told of did not come about.
    TransferFailed,
    /// A warm transfer's receiver is there.
    TransferAccepted {
        agent: String,
    },
    /// Ownership passed with both present.
    HandedOver {
        from: String,
        to: String,
    },
    /// A cold transfer nobody took came back.
    TransferReturned {
        agent: String,
    },
    AgentLost {
        agent: String,
    },
    AgentBack {
        agent: String,
    },
    Requeued,
    Fallback,
    Choice,
    /// Somebody is being asked; never who.
    Offered,
    /// Nobody serves now; leave a message. The moment is told in the zone of the queue's hours.
    OutOfHours {
        queue: crate::ids::QueueId,
        opens_at: Option<Timestamp>,
    },
    IdleReminder,
    MessageLeft,
    /// Others take over; by name and support level where the workspace shows them.
    Escalated {
        queue: Option<String>,
        tier: Option<u8>,
    },
    /// What a message stage says; its words are those of that configuration version.
    StageMessage {
        stage: crate::ids::StageId,
        config_version: u32,
    },
    OfflineForm,
    Survey,
    /// Something went wrong with this conversation; a person looks at it.
    HeldForInspection,
    /// The queue's greeting, under its agent's name; its words are those of that configuration version.
    Greeting {
        agent: String,
        queue: crate::ids::QueueId,
        config_version: u32,
    },
    Closed,
}
