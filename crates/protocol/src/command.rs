//! What clients ask for: the same body over HTTP and over a socket, and the answer to it.
//!
//! `id` is a UUIDv7 made by the client; sent again by the same person within 24 h it takes effect once and
//! answers the same (invariant I8).

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use crate::ids::{AgentId, ConversationId, FileId, HandoffId, MessageId, OfferId, QueueId};

/// A command with its client-made id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommandRequest<C> {
    /// A UUIDv7.
    pub id: Uuid,
    pub command: C,
}

/// A command took effect and is durable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CommandReply {
    pub id: Uuid,
    /// The first record that followed; the frame with this sequence or the next later one shows its effect.
    pub sequence: u64,
    pub answer: Answer,
}

/// What a command made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Answer {
    Done {},
    Opened {
        conversation: ConversationId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        message: Option<MessageId>,
    },
    Posted {
        message: MessageId,
    },
    TransferStarted {
        handoff: HandoffId,
    },
    Invited {
        invitation: HandoffId,
    },
    Accepted {
        conversation: ConversationId,
    },
    /// The conversation has been handed over too often: a supervisor is asked, and the owner keeps it.
    AwaitsSupervisor {},
    /// To `/help`: the commands there are come with the conversation's completions.
    Help {},
}

/// How a conversation begins. In the workspace's entry if neither a queue nor a pipeline is named.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OpenConversation {
    /// The key or id of a queue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<String>,
    /// The key of a pipeline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pipeline: Option<String>,
    /// Skills asked for, by key, with the least level.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub needs: BTreeMap<String, u8>,
    /// The visitor's language: a code such as `de`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What the visitor filled in, by the key of the field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, String>,
    /// What the page knows of the visitor.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<Draft>,
}

/// What a visitor may ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum VisitorCommand {
    OpenConversation(OpenConversation),
    PostMessage {
        conversation: ConversationId,
        message: Draft,
    },
    AnswerChoice {
        conversation: ConversationId,
        choice: Choice,
        /// The message that is left; only with `leave_message`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        text: Option<String>,
    },
    Close {
        conversation: ConversationId,
    },
    /// What the page knows of the visitor has changed: keys with a value are set, keys with `null` taken away, all
    /// others stay.
    SetAttributes {
        conversation: ConversationId,
        attributes: BTreeMap<String, Option<String>>,
    },
    /// After closing, where the conversation has a `survey`.
    AnswerSurvey {
        conversation: ConversationId,
        /// 1 to 5.
        rating: u8,
        #[serde(default, skip_serializing_if = "String::is_empty")]
        comment: String,
    },
}

/// What a member of staff may ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum StaffCommand {
    PostMessage {
        conversation: ConversationId,
        audience: Audience,
        message: Draft,
    },
    /// Ends the conversation for everybody.
    Close {
        conversation: ConversationId,
    },

    SetStatus {
        status: ChoosableStatus,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    GoOffline {
        open: OpenWork,
    },
    /// Something was done in the console; ends `not_responding`.
    ReportActivity {},

    AcceptOffer {
        offer: OfferId,
    },
    DeclineOffer {
        offer: OfferId,
    },
    /// Takes a waiting conversation from a queue in pull mode.
    Pull {
        conversation: ConversationId,
    },

    StartTransfer(StartTransfer),
    /// Withdraws a warm transfer that nobody accepted yet, or ends the introduction.
    CancelTransfer {
        conversation: ConversationId,
    },
    /// Takes a cold transfer back before anybody accepted it.
    RecallTransfer {
        conversation: ConversationId,
    },
    /// By the sender: hands over. By the receiver: takes over.
    CompleteTransfer {
        conversation: ConversationId,
    },
    /// The receiver gives it back during the introduction; a supervisor after taking over.
    HandBack {
        conversation: ConversationId,
    },
    /// A guest or a supervisor leaves; the sender in an introduction completes it by leaving; the owner leaves a
    /// conference to a guest.
    Leave {
        conversation: ConversationId,
        /// By the owner: which guest is next. The one who has been there longest if absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        disposition: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    },
    ExtendWrapUp {
        conversation: ConversationId,
    },
    /// 9 first, 0 last.
    SetPriority {
        conversation: ConversationId,
        priority: u8,
    },

    // Lines
    /// What somebody wrote: a command that begins with `/`, or a message.
    RunLine {
        conversation: ConversationId,
        line: String,
    },
    /// Sets some tags and takes off others.
    SetTags {
        conversation: ConversationId,
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        add: BTreeSet<String>,
        #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
        remove: BTreeSet<String>,
    },

    // Pipelines
    Escalate(Escalate),
    /// Gives the conversation back to where it came from.
    Return {
        conversation: ConversationId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Note>,
    },

    // Conference
    /// Asks an agent, or the best agent of a queue, to take part beside the owner.
    Invite(Invite),
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
        #[serde(default, skip_serializing_if = "String::is_empty")]
        note: String,
    },
    LowerHand {
        conversation: ConversationId,
    },
    /// Answers a raised hand; the first one has it.
    TakeHand {
        conversation: ConversationId,
        mode: AssistMode,
        /// See `assist`.
        #[serde(default)]
        confirmed: bool,
    },
    /// Steps in, or changes the mode.
    Assist {
        conversation: ConversationId,
        mode: AssistMode,
        /// Needed to go from `whisper` to `join`: the visitor reads along from there.
        #[serde(default)]
        confirmed: bool,
    },
    /// A supervisor becomes owner; `hand_back` is the way back.
    TakeOver {
        conversation: ConversationId,
        #[serde(default)]
        owner: Displaced,
    },
    /// Lets a move go ahead that was stopped because the chain is long.
    AllowMove {
        conversation: ConversationId,
    },
    /// The message that was left is seen to: by a member of its queue, or a supervisor.
    AnswerMessage {
        conversation: ConversationId,
    },
}

/// How a supervisor is in a conversation that stays its owner's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AssistMode {
    /// Silent.
    Observe,
    /// Seen by staff only.
    Whisper,
    /// Writes to everybody; the visitor is told.
    Join,
}

/// What becomes of the owner whom a supervisor takes the conversation from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Displaced {
    /// As a guest, where there is room.
    Stays,
    #[default]
    Leaves,
}

/// Text and files of a message that is about to be posted.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    #[serde(default)]
    pub text: String,
    /// Files uploaded to this conversation before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileId>,
}

/// Who may read a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    #[default]
    Everybody,
    /// A note: never leaves the staff.
    Staff,
    /// For the owner of that moment and for supervisors.
    Whisper,
}

/// What a visitor answers when a wait has been too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    KeepWaiting,
    /// Shows the form; the wait goes on meanwhile.
    WriteMessage,
    /// Sends the message; the conversation ends with it.
    LeaveMessage,
}

/// Statuses that are simply set; going offline asks what becomes of open work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChoosableStatus {
    Online,
    /// Takes hand-overs, no first assignments.
    TransferOnly,
    Away,
}

/// What becomes of an agent's open conversations when they go offline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OpenWork {
    Finish,
    HandOver,
}

/// Whether a supervisor's assignment heeds the agent's capacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Room {
    Respected,
    Overridden,
}

/// A transfer as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StartTransfer {
    pub conversation: ConversationId,
    pub target: Target,
    pub mode: TransferMode,
    /// Warm only; `introduced` if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complete: Option<Completion>,
    /// Cold to an agent only; `return` if absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_unanswered: Option<OnUnanswered>,
    /// Where the conversation goes with an agent who does not serve the present place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<QueueId>,
    /// A code of the workspace's list of reasons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

/// An invitation as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Invite {
    pub conversation: ConversationId,
    pub target: Target,
    /// A code of the workspace's list of reasons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

/// An escalation as it is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Escalate {
    pub conversation: ConversationId,
    /// The key of one of the ways on that the action `escalate` names; not needed where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    /// A code of the workspace's list of reasons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    /// Also if nobody there is online: else refused with `nobody_online`.
    #[serde(default)]
    pub confirmed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    Agent(AgentId),
    Queue(QueueId),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TransferMode {
    Warm,
    Cold,
}

/// When the receiver of a warm transfer becomes owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Completion {
    /// After an introduction with both present.
    Introduced,
    /// On accept; the sender stays as guest.
    OnAccept,
    /// On accept; the sender leaves.
    OnAcceptAndLeave,
}

/// What follows when the agent named by a cold transfer does not take it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OnUnanswered {
    /// Back to the sender, whose room stays reserved.
    Return,
    /// On to everybody in the place.
    Queue,
    /// Stays reserved until the agent has room, then as `queue`.
    Park,
}

/// What the receiver should know. Read before accepting; accepting acknowledges it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub goal: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tried: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ask: String,
}
