//! The objects on an agent's desk. A client puts and removes them whole; it interprets no event.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{AllowedAction, BoardAgent, BoardAlert, BoardConversation, BoardQueue, Explanation};
use crate::{
    command::{AssistMode, Completion, Note, OnUnanswered, TransferMode},
    ids::{AgentId, ConversationId, HandoffId, OfferId, VisitorId},
    name::{AgentName, QueueName, StageName, TargetName},
    wait::PlaceInLine,
};

/// Who this socket speaks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = StaffYou)]
pub struct You {
    pub agent: AgentId,
    pub name: String,
    pub roles: Vec<Role>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Agent,
    Supervisor,
    Admin,
    Analyst,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
#[schema(as = StaffObject)]
pub enum Object {
    Me(Me),
    Offer(Offer),
    Conversation(Conversation),
    BoardQueue(BoardQueue),
    BoardAgent(BoardAgent),
    BoardConversation(Box<BoardConversation>),
    BoardAlert(BoardAlert),
}

/// The viewer's own status, load and after-contact work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Me {
    pub id: AgentId,
    pub name: String,
    pub chosen: ChosenStatus,
    pub status: AgentStatus,
    /// Why away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    pub load: u32,
    pub capacity: u32,
    pub wrap_ups: Vec<WrapUp>,
}

/// What the agent chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChosenStatus {
    Online,
    TransferOnly,
    Away,
    Offline,
}

/// The status in effect: what the agent chose, or what the system found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AgentStatus {
    Online,
    TransferOnly,
    Away,
    Offline,
    NotResponding,
    Disconnected,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct WrapUp {
    pub conversation: ConversationId,
    pub queue: QueueName,
    pub since_ms: u64,
    pub until_ms: u64,
}

/// A proposal, to be read before accepting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Offer {
    pub id: OfferId,
    pub conversation: ConversationId,
    pub queue: QueueName,
    pub made_at_ms: u64,
    pub expires_at_ms: u64,
    /// To several at once; the first to accept gets it.
    pub broadcast: bool,
    /// The hand-over behind it; none for a first assignment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Transfer>,
    /// What it asks to take part in; none where ownership would move.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invitation: Option<Invitation>,
    /// Why this agent.
    pub why: Explanation,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Conversation {
    pub id: ConversationId,
    /// How the viewer stands to it.
    pub relation: Relation,
    pub status: ConversationStatus,
    pub visitor: Visitor,
    /// The same visitor's conversation before this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<ConversationId>,
    /// The path it goes through, where it opened in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pipeline: Option<String>,
    pub queue: QueueName,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageName>,
    /// The support level of the place.
    pub tier: u8,
    /// 9 first, 0 last.
    pub priority: u8,
    /// In alphabetical order.
    pub tags: Vec<String>,
    /// How often ownership passed from one agent to another.
    pub hops: u32,
    pub opened_at_ms: u64,
    /// When the present holder began to hold it.
    pub held_since_ms: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    pub participants: Vec<Participant>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait: Option<Wait>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transfer: Option<Transfer>,
    /// Those nobody has accepted yet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invitations: Vec<Invitation>,
    /// Until when the owner, who was left it by another, may pass it on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pass_ends_ms: Option<u64>,
    /// Held for inspection after an error; only a supervisor can move or close it.
    pub quarantined: bool,
    /// A supervisor is asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hand: Option<Hand>,
    /// Who owned it so far, once it has been handed over often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chain: Option<Chain>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<CloseReason>,
    /// What the visitor gave it after closing, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<u8>,
    /// Left in place of an agent, and not answered yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<LeftMessage>,
    /// What may be done, and why not. The screens mirror no rule.
    pub actions: Vec<AllowedAction>,
}

/// What kind of hand-over it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HandoffKind {
    Transfer,
    Escalation,
    Return,
}

/// The first that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    Owner,
    /// Accepted a warm transfer; in the introduction.
    Receiver,
    Guest,
    /// A supervisor who writes to everybody.
    Joined,
    /// A supervisor whom only staff see.
    Whispering,
    /// A supervisor who looks on.
    Observing,
    /// Has an offer out.
    Offered,
    /// Sent it by a cold transfer that nobody accepted yet.
    Sender,
    /// In after-contact work.
    WrappingUp,
    Supervisor,
    /// Serves the queue in pull mode where it waits.
    QueueMember,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ConversationStatus {
    Waiting,
    Active,
    Parked,
    Closed,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Visitor {
    pub id: VisitorId,
    pub connected: bool,
    /// What the page knows of the visitor.
    pub attributes: BTreeMap<String, String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Owner {
    pub id: AgentId,
    pub name: String,
    pub connected: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Participant {
    pub agent: AgentName,
    pub role: ParticipantRole,
    /// Of a supervisor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<AssistMode>,
    pub since_ms: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ParticipantRole {
    Owner,
    Receiver,
    Guest,
    Supervisor,
}

/// What a visitor left in place of an agent; `answer_message` takes it off the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LeftMessage {
    pub text: String,
    /// It stands there for a working day: supervisors were told.
    pub alerted: bool,
}

/// A supervisor is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Hand {
    pub cause: HandCause,
    /// With `rule`: its key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    pub since_ms: u64,
    /// Nobody answered: every supervisor is called.
    pub alerted: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HandCause {
    /// The owner asks.
    Asked,
    /// What a rule of the workspace looks for was found.
    Rule,
    /// The owner wants to hand it on, once more than is allowed.
    ChainLimit,
}

/// How a conversation came here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Chain {
    /// Those who passed it on, the earliest first.
    pub owners: Vec<FormerOwner>,
    /// It came back to somebody who had passed it on.
    pub looped: bool,
    /// It cannot be handed on just so.
    pub limit_reached: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped: Option<StoppedMove>,
    /// When a stopped move is allowed if nobody answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed_at_ms: Option<u64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FormerOwner {
    pub agent: AgentName,
    /// When the next one had it.
    pub until_ms: u64,
}

/// A move that was stopped because the chain is long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum StoppedMove {
    /// A supervisor is asked.
    Asked,
    /// A supervisor is looking after it.
    Answered,
    /// It may be made.
    Allowed,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Wait {
    pub since_ms: u64,
    /// Earlier waiting that counts.
    pub credit_ms: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reserved_for: Option<AgentName>,
    /// As the visitor sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place_in_line: Option<PlaceInLine>,
    /// An offer is out.
    pub offered: bool,
    /// The visitor was asked whether to keep waiting.
    pub choice_asked: bool,
    /// The queue is closed and serves it no longer.
    #[serde(default)]
    pub out_of_hours: bool,
    /// Only the agents of a list are asked until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list_first_until_ms: Option<u64>,
}

/// Somebody asked to take part beside the owner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Invitation {
    pub id: HandoffId,
    pub by: AgentName,
    pub target: TargetName,
    /// Where the guest takes part.
    pub queue: QueueName,
    /// A code of the workspace's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    pub started_at_ms: u64,
}

/// The open hand-over of a conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Transfer {
    pub id: HandoffId,
    pub from: AgentName,
    pub target: TargetName,
    pub kind: HandoffKind,
    /// Escalations and returns are cold.
    pub mode: TransferMode,
    /// Of a warm one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complete: Option<Completion>,
    /// Of a cold one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_unanswered: Option<OnUnanswered>,
    pub state: TransferState,
    /// With whom the introduction runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_by: Option<AgentName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_at_ms: Option<u64>,
    /// The place the conversation is in once it has moved.
    pub queue: QueueName,
    pub from_queue: QueueName,
    /// A code of the workspace's list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    pub started_at_ms: u64,
    /// Of a warm one to a queue: where it stands in that line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place_in_line: Option<PlaceInLine>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TransferState {
    Pending,
    /// The introduction runs.
    Accepted,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CloseReason {
    Agent,
    Visitor,
    VisitorIdle,
    VisitorGone,
    WaitTimeout,
    MessageLeft,
    OutOfHours,
    Supervisor,
    /// Its visitor is erased, and nothing of what was said is left.
    Erased,
}
