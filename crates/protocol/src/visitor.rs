//! What visitors see: types with no room for anything of the staff (rule R9, invariant I7).

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ids::{ConversationId, MessageId, VisitorId},
    staff::File,
    wait::PlaceInLine,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = VisitorYou)]
pub struct You {
    pub visitor: VisitorId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[schema(as = VisitorObject)]
pub enum Object {
    VisitorConversation(Conversation),
}

/// One request for help, as its visitor sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = VisitorConversation)]
pub struct Conversation {
    pub id: ConversationId,
    pub status: Status,
    /// Who is responsible, by public name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<String>,
    /// Everybody else who is there and visible, by public name.
    pub others: Vec<String>,
    /// The queue's public name, where the workspace shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<String>,
    pub opened_at_ms: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_since_ms: Option<u64>,
    /// A supervisor looks on; told where the workspace says so.
    #[serde(default)]
    pub observed: bool,
    /// Where the visitor stands, and for about how long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place_in_line: Option<PlaceInLine>,
    /// The estimated wait in the visitor's language, "about 3 minutes"; left out without a number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait_phrase: Option<String>,
    /// What is told of the wait as it stands: `position` and `estimated_wait`, in the words of their templates, anew
    /// with every change and never as a line. What a template suppresses is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub live: Vec<Notice>,
    /// Keep waiting, or leave a message? Answer with `answer_choice`.
    pub choice_asked: bool,
    /// There while nobody serves it: leave a message with `answer_choice`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub out_of_hours: Option<OutOfHours>,
    /// A form for a message is shown until then; the wait goes on meanwhile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message_until_ms: Option<u64>,
    /// The support level, where the workspace shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<u8>,
    /// After closing: how was it? Answer with `answer_survey`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<Survey>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OutOfHours {
    /// When somebody is there again, as far ahead as is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_at_ms: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Survey {
    pub until_ms: u64,
    /// 1 to 5, once answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = VisitorStatus)]
pub enum Status {
    Waiting,
    Active,
    Closed,
}

/// What reaches the visitor beside the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = VisitorAside)]
pub enum Aside {
    /// Somebody who is here, or the visitor on another page, has read everything up to a message.
    Read(ReadMark),
}

/// How far somebody has read a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = VisitorReadMark)]
pub struct ReadMark {
    pub conversation: ConversationId,
    /// Everything up to this number, whether or not the visitor sees a message of it.
    pub message: MessageId,
    pub reader: Author,
}

/// One line of the visitor's transcript. `sequence` is its identity: a line seen twice is dropped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = VisitorLine)]
pub struct Line {
    pub sequence: u64,
    pub at_ms: u64,
    pub conversation: ConversationId,
    #[serde(flatten)]
    pub content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = VisitorLineContent)]
pub enum Content {
    Message(Message),
    Notice(Notice),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = VisitorMessage)]
pub struct Message {
    pub message: MessageId,
    pub author: Author,
    pub text: String,
    pub files: Vec<File>,
    /// What was written here is erased.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub erased: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[schema(as = VisitorAuthor)]
pub enum Author {
    You {},
    Agent {
        /// The public name.
        name: String,
    },
}

/// What the visitor is told about where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Notice {
    pub code: NoticeCode,
    /// The words, ready to be shown.
    pub text: String,
    /// The language they are in: a code such as `de`.
    pub language: String,
    /// Whom it is about, by public name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoticeCode {
    /// The first words on the page, before there is a conversation.
    Welcome,
    Queued,
    /// Of a conversation's `live` notices only.
    Position,
    /// Of a conversation's `live` notices only.
    EstimatedWait,
    StillSearching,
    /// Somebody is being asked; once per wait.
    Offered,
    AgentJoined,
    AgentLeft,
    GuestJoined,
    GuestLeft,
    SupervisorJoined,
    SupervisorLeft,
    TransferStarted,
    TransferAccepted,
    TransferFailed,
    HandedOver,
    TransferReturned,
    AgentLost,
    AgentBack,
    Requeued,
    Fallback,
    Choice,
    OutOfHours,
    IdleReminder,
    MessageLeft,
    Escalated,
    /// What a message stage of the path says.
    StageMessage,
    OfflineForm,
    Survey,
    HeldForInspection,
    /// The queue's greeting, under its agent's name: shown as a message of `agent`.
    Greeting,
    Closed,
}
