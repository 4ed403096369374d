//! Everything that can be asked of a desk. One closed list of ways in.
//!
//! A command carries what a person typed; the events that follow name it by [`BodyId`] only (rule R4).
//!
//! [`BodyId`]: crate::ids::BodyId

use alloc::{
    boxed::Box,
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

use crate::{
    config::{Config, Entry, Interval},
    estimate::Estimate,
    ids::{
        AgentId, ConversationId, FileId, HandoffId, HoursId, OfferId, QueueId, SkillId, VisitorId,
    },
};

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Actor {
    Visitor(VisitorId),
    Agent(AgentId),
    /// The server itself: the clock, connections, an operator at the command line.
    System,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    // The desk
    /// Puts a version of the workspace document in force. Its `version` is the present one plus one.
    Configure {
        config: Box<Config>,
    },
    /// The hours of the version in force, expanded further ahead.
    RenewHours {
        version: u32,
        hours: BTreeMap<HoursId, Vec<Interval>>,
    },
    /// The server starts: every connection counts as dropped from here (rule R5).
    StartServer,
    /// Honours the first deadline at or before now; the caller asks again while one is due.
    Tick,
    /// Takes a conversation out of every rule's hands after a broken invariant (rule R7).
    Quarantine {
        conversation: ConversationId,
    },
    /// By an admin, or an operator: the visitor is nobody here any more. What they wrote is taken away after the commit.
    EraseVisitor {
        visitor: VisitorId,
    },

    /// What the estimated wait of somebody in line came to. Shown where that is due.
    NoteEstimate {
        conversation: ConversationId,
        /// Place in line, from 1.
        position: u32,
        estimate: Estimate,
    },

    // Connections: by the server, on the first and the last socket of a person
    ConnectAgent {
        agent: AgentId,
    },
    LoseAgentConnection {
        agent: AgentId,
    },
    ConnectVisitor {
        visitor: VisitorId,
    },
    LoseVisitorConnection {
        visitor: VisitorId,
    },

    // The visitor
    OpenConversation {
        /// The workspace's if none is named.
        entry: Option<Entry>,
        /// Skills asked for beside those of the place.
        needs: BTreeMap<SkillId, u8>,
        /// A code such as `de`; the workspace's default if none is named.
        language: Option<String>,
        /// What the visitor filled in, by the key of the field.
        answers: BTreeMap<String, String>,
        /// What the page knows of the visitor.
        attributes: BTreeMap<String, String>,
        /// A conversation may open silent.
        message: Option<Draft>,
    },
    AnswerChoice {
        conversation: ConversationId,
        choice: Choice,
    },
    /// What the page says of the visitor has changed meanwhile.
    SetAttributes {
        conversation: ConversationId,
        /// All that the page said so far: the text of the conversation's attributes, which only their keeper has.
        known: BTreeMap<String, String>,
        /// What is to be set, and with no value what is to be taken away.
        changes: BTreeMap<String, Option<String>>,
    },

    // Everybody in the conversation
    PostMessage {
        conversation: ConversationId,
        audience: Audience,
        message: Draft,
    },
    /// Ends the conversation for everybody; the reason follows from who asks.
    Close {
        conversation: ConversationId,
    },

    // An agent
    SetStatus {
        status: ChosenStatus,
        reason: Option<String>,
    },
    GoOffline {
        open: OpenWork,
    },
    /// Something was done in the console; ends `not_responding`. Every other command of an agent does so too.
    ReportActivity,
    AcceptOffer {
        offer: OfferId,
    },
    DeclineOffer {
        offer: OfferId,
    },
    /// By a member of its queue or a supervisor: the message that was left is seen to.
    AnswerMessage {
        conversation: ConversationId,
    },
    /// Takes a waiting conversation from a queue in pull mode.
    Pull {
        conversation: ConversationId,
    },
    StartTransfer {
        conversation: ConversationId,
        target: Target,
        mode: TransferMode,
        /// Where the conversation goes with an agent who does not serve the present place.
        place: Option<QueueId>,
        reason: Option<String>,
        note: Note,
    },
    /// The owner withdraws a warm transfer that nobody accepted yet, or ends the introduction.
    CancelTransfer {
        conversation: ConversationId,
    },
    /// The sender takes a cold transfer back before anybody accepted it.
    RecallTransfer {
        conversation: ConversationId,
    },
    /// By the sender: hands over. By the receiver: takes over.
    CompleteTransfer {
        conversation: ConversationId,
    },
    /// The receiver of a warm transfer gives it back during the introduction; a supervisor after taking over.
    HandBack {
        conversation: ConversationId,
    },
    /// A guest or a supervisor leaves; the sender in an introduction completes it by leaving; the owner of a
    /// conference leaves it to a guest.
    Leave {
        conversation: ConversationId,
        /// By the owner: who is next. The longest-present human guest with room if nobody is named.
        next: Option<AgentId>,
    },
    Park {
        conversation: ConversationId,
    },
    Wake {
        conversation: ConversationId,
    },
    EndWrapUp {
        conversation: ConversationId,
        disposition: Option<String>,
        note: Option<String>,
    },
    ExtendWrapUp {
        conversation: ConversationId,
    },
    SetPriority {
        conversation: ConversationId,
        priority: u8,
    },

    // Lines
    /// What an agent wrote: a command that begins with `/`, or a message.
    RunLine {
        conversation: ConversationId,
        line: String,
    },
    SetTags {
        conversation: ConversationId,
        add: BTreeSet<String>,
        remove: BTreeSet<String>,
    },

    // Pipelines
    /// Along an option of the conversation's stage; with a single one none need be named.
    Escalate {
        conversation: ConversationId,
        option: Option<String>,
        reason: Option<String>,
        note: Note,
        confirmed: Confirmed,
    },
    /// Gives it back to where it came from.
    Return {
        conversation: ConversationId,
        note: Note,
    },
    /// By the visitor, after closing.
    AnswerSurvey {
        conversation: ConversationId,
        rating: u8,
        comment: String,
    },

    // Conference
    /// Asks an agent, or the best agent of a queue, to take part beside the owner.
    Invite {
        conversation: ConversationId,
        target: Target,
        reason: Option<String>,
        note: Note,
    },
    /// Withdraws an invitation that nobody accepted yet.
    CancelInvitation {
        conversation: ConversationId,
        invitation: HandoffId,
    },
    RemoveGuest {
        conversation: ConversationId,
        agent: AgentId,
    },
    /// A guest becomes owner; who was owner stays as guest.
    MakeOwner {
        conversation: ConversationId,
        agent: AgentId,
    },
    /// Whoever was left a conversation passes it on to the next guest.
    PassOwnership {
        conversation: ConversationId,
    },

    // A supervisor
    Assign {
        conversation: ConversationId,
        agent: AgentId,
        room: Room,
    },
    Requeue {
        conversation: ConversationId,
    },

    // Assist
    /// The owner asks for a supervisor.
    RaiseHand {
        conversation: ConversationId,
        note: String,
    },
    LowerHand {
        conversation: ConversationId,
    },
    /// A supervisor answers a raised hand; the first one has it.
    TakeHand {
        conversation: ConversationId,
        mode: AssistMode,
        confirmed: bool,
    },
    /// A supervisor steps in, or changes the mode. Going from whispering to the visitor's channel has to be
    /// `confirmed`.
    Assist {
        conversation: ConversationId,
        mode: AssistMode,
        confirmed: bool,
    },
    /// A supervisor becomes owner; [`Command::HandBack`] is the way back.
    TakeOver {
        conversation: ConversationId,
        owner: Displaced,
    },
    /// A supervisor lets a move go ahead that the chain guard stopped.
    AllowMove {
        conversation: ConversationId,
    },
    /// Whoever asks reads a conversation. Journaled where they take no part in it, and nothing else.
    NoteReading {
        conversation: ConversationId,
    },
}

/// Text and files of a message that is about to be posted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    pub text: String,
    pub files: Vec<FileRef>,
}

/// A file uploaded before: the edge has checked that it is the author's and of this conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct FileRef {
    pub file: FileId,
    pub bytes: u64,
}

/// Who may read a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Audience {
    Everybody,
    /// A note: never leaves the staff.
    Staff,
    /// For the owner of that moment and for supervisors.
    Whisper,
}

/// How a supervisor is in a conversation that stays its owner's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum AssistMode {
    /// Silent.
    Observe,
    /// Seen by staff only.
    Whisper,
    /// Writes to everybody; the visitor is told.
    Join,
}

/// What becomes of the owner whom a supervisor takes the conversation from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Displaced {
    /// As a guest, where there is room.
    Stays,
    Leaves,
}

/// What a visitor answers when a wait has been too long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    KeepWaiting,
    /// Shows the form; the wait goes on meanwhile.
    WriteMessage,
    /// The form, sent; also straight away.
    LeaveMessage {
        text: String,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum ChosenStatus {
    Online,
    /// Takes hand-overs, no first assignments.
    TransferOnly,
    Away,
    Offline,
}

/// What becomes of an agent's open conversations when they go offline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenWork {
    Finish,
    HandOver,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Target {
    Agent(AgentId),
    Queue(QueueId),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum TransferMode {
    Warm(Completion),
    Cold(OnUnanswered),
}

/// When the receiver of a warm transfer becomes owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Completion {
    /// After an introduction with both present.
    Introduced,
    /// On accept; the sender stays as guest.
    OnAccept,
    /// On accept; the sender leaves.
    OnAcceptAndLeave,
}

/// What follows when the agent named by a cold transfer does not take it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum OnUnanswered {
    /// Back to the sender, whose room stays reserved.
    Return,
    /// On to everybody in the place.
    Queue,
    /// Stays reserved until the agent has room, then as `Queue`.
    Park,
}

/// What the receiver should know. Read before accepting; accepting acknowledges it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    pub text: String,
    pub goal: String,
    pub tried: String,
    pub ask: String,
}

/// Whether whoever asks knows what stands against it, and wants it all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    No,
    Yes,
}

/// Whether a supervisor's assignment heeds the agent's capacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Room {
    Respected,
    /// A journaled override (invariant I3).
    Overridden,
}

/// What a person typed, stored beside the journal under the [`BodyId`] that an event names.
///
/// [`BodyId`]: crate::ids::BodyId
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    Text(String),
    Note(Note),
    Attributes(BTreeMap<String, String>),
}

impl Note {
    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        [&self.text, &self.goal, &self.tried, &self.ask].iter().all(|field| field.trim().is_empty())
    }
}
