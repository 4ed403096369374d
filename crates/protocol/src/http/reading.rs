//! What can be read: desks, transcripts, directories, explanations.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ids::{FileId, OfferId, SkillId, TeamId},
    name::{AgentName, QueueName, SkillName},
    staff::{self, AgentStatus, Chain, Explanation, Off, Verdict},
    visitor,
    wait::EstimatedWait,
};

/// Everything a member of staff sees, as of `sequence`; the same as a socket's first frame.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = StaffDesk)]
pub struct StaffDesk {
    pub sequence: u64,
    pub you: staff::You,
    pub snapshot: Vec<staff::Object>,
}

/// Everything a visitor sees, as of `sequence`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VisitorDesk {
    pub sequence: u64,
    pub you: visitor::You,
    pub snapshot: Vec<visitor::Object>,
}

/// The caller's desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum Desk {
    Staff(StaffDesk),
    Visitor(VisitorDesk),
}

/// A page of a staff transcript.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StaffTranscript {
    pub lines: Vec<staff::Line>,
    /// Ask again with `after` at this value; absent at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// A page of a visitor's transcript.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VisitorTranscript {
    pub lines: Vec<visitor::Line>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<u64>,
}

/// The caller's view of a transcript.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum Transcript {
    Staff(StaffTranscript),
    Visitor(VisitorTranscript),
}

/// The caller's view of one conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum AnyConversation {
    Staff(Box<staff::Conversation>),
    Visitor(Box<visitor::Conversation>),
}

/// Whom a conversation can be handed to, with what there is to know before sending.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Targets {
    pub agents: Vec<AgentTarget>,
    pub queues: Vec<QueueTarget>,
    /// The ways on from the present stage.
    pub escalations: Vec<EscalationTarget>,
    pub reasons: Vec<CodeLabel>,
    pub reason_required: bool,
    /// Who owned it so far, once it has been handed over often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<Chain>,
    /// A move asked for now waits for a supervisor.
    pub awaits_supervisor: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AgentTarget {
    pub agent: AgentName,
    pub status: AgentStatus,
    pub load: u32,
    pub capacity: u32,
    /// Skills of the present need that are missing. A misfit is shown, not refused.
    pub missing: Vec<SkillLevel>,
    /// When this agent last held the conversation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was_here_ms: Option<u64>,
    /// Queues the agent serves; pick one as `place` when `serves_place` is false.
    pub serves: Vec<QueueName>,
    pub serves_place: bool,
    /// Why not warm, nor cold with `return` or `queue`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off: Option<Off>,
    /// Why not cold with `park`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off_parked: Option<Off>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QueueTarget {
    pub queue: QueueName,
    pub waiting: u32,
    /// Since when the longest wait lasts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest_wait_since_ms: Option<u64>,
    /// For whoever joins the line at this moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub estimated_wait: Option<EstimatedWait>,
    /// Members who could take hand-overs at this moment.
    pub available: u32,
    pub online: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was_here_ms: Option<u64>,
    /// When it opens, if it is closed and that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_at_ms: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off: Option<Off>,
}

/// A way on, with the queue it leads to as it is at this moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct EscalationTarget {
    pub escalation: staff::Escalation,
    pub queue: QueueTarget,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SkillLevel {
    pub skill: SkillName,
    pub level: u8,
}

/// A code of a list per workspace, with the words people see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct CodeLabel {
    pub code: String,
    pub label: String,
}

/// Why each agent was, or was not, chosen for a conversation: at each moment, and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Explained {
    /// Every offer, and every moment with nobody eligible, as recorded.
    pub moments: Vec<ExplainedMoment>,
    /// For the agent asked about, at this moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub live: Option<ExplainedAgent>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedMoment {
    pub sequence: u64,
    pub at_ms: u64,
    /// Whose agents were looked at.
    pub queue: QueueName,
    /// The offer that was made; absent where nobody was eligible.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<OfferId>,
    pub explanation: Explanation,
}

/// What routing says about one agent and one conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExplainedAgent {
    pub agent: AgentName,
    pub verdict: Verdict,
}

/// Names of everything in the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Directory {
    /// The workspace's name.
    pub name: String,
    pub agents: Vec<DirectoryAgent>,
    pub queues: Vec<QueueName>,
    pub teams: Vec<DirectoryTeam>,
    pub skills: Vec<DirectorySkill>,
    pub reasons: Vec<CodeLabel>,
    pub reason_required: bool,
    pub dispositions: Vec<CodeLabel>,
    /// Why an agent may be away.
    pub away_reasons: Vec<CodeLabel>,
    /// What conversations may be tagged with; any word if there are none.
    pub tags: Vec<CodeLabel>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DirectoryAgent {
    pub agent: AgentName,
    pub kind: AgentKind,
    pub teams: Vec<TeamId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AgentKind {
    Human,
    Bot,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DirectoryTeam {
    pub id: TeamId,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DirectorySkill {
    pub id: SkillId,
    pub key: String,
    pub name: String,
}

/// A file that was taken in; name it in the next message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Uploaded {
    pub file: FileId,
    pub name: String,
    pub media_type: String,
    pub bytes: u64,
}

/// What a page may know before anybody signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Welcome {
    pub workspace: String,
    pub name: String,
    /// The first words on the page; left out where the workspace suppresses them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<visitor::Notice>,
    /// The pipeline that was asked for: to be named in `open_conversation`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pipeline: Option<String>,
    pub widget: Widget,
    /// What is said and asked before the conversation, the first stage first; nothing if empty. Answers go along
    /// with `open_conversation`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<OpeningStage>,
}

/// One step before the conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OpeningStage {
    pub key: String,
    /// What is said here, in the visitor's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FormField>,
    /// The key of the stage that follows; the conversation begins where it is none of these stages.
    pub next: String,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FormField {
    /// Under which the answer is given.
    pub key: String,
    pub label: String,
    pub kind: FieldKind,
    pub required: bool,
    /// Of a choice, in the order they are shown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<FormOption>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    Text,
    LongText,
    Email,
    /// One of its options.
    Choice,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FormOption {
    pub value: String,
    pub label: String,
    /// With this answer it goes on there; the last answer that says so counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// How the chat looks on the customer's page and what it asks first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Widget {
    /// Stands at its top, in the visitor's language.
    pub title: String,
    /// Of buttons and of the visitor's messages, like `#0b6e4f`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
    /// Black or white, whichever is read better on the colour; there with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_colour: Option<String>,
    pub theme: Theme,
    pub position: Position,
    /// The language it speaks with this visitor; left out where nothing is known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    pub ask_name: Ask,
    pub ask_email: Ask,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the visitor's system says.
    System,
    Light,
    Dark,
}

/// The corner of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    Right,
    Left,
}

/// Whether something is asked before the conversation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    Never,
    /// It may be left empty.
    Optional,
    Required,
}

/// How to go on with a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Completions {
    pub completions: Vec<LineCompletion>,
}

/// One way to go on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LineCompletion {
    /// The whole line with it.
    pub line: String,
    /// What is added, as people call it.
    pub label: String,
    /// What it will do.
    pub does: String,
    /// Words for the field, to go on from: of a reply kept ready. Nothing is done or sent with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Why it cannot be had at this moment; absent when it can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off: Option<Off>,
}
