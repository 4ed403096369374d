//! Lines of a staff transcript: messages, and what happened, in plain words and as facts.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    command::{AssistMode, Audience, Completion, Note, OnUnanswered, TransferMode},
    ids::{ConversationId, FileId, HandoffId, MessageId, OfferId},
    name::{AgentName, Person, QueueName, TargetName},
    staff::HandoffKind,
};

/// One line. `sequence` is its identity: a line seen twice is dropped. One shape live and in transcripts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = StaffLine)]
pub struct Line {
    pub sequence: u64,
    pub at_ms: u64,
    pub conversation: ConversationId,
    #[serde(flatten)]
    pub content: Content,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = StaffLineContent)]
pub enum Content {
    Message(Message),
    Event(Box<Happening>),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = StaffMessage)]
pub struct Message {
    pub message: MessageId,
    pub author: Person,
    pub audience: Audience,
    pub text: String,
    pub files: Vec<File>,
    /// What was written here is erased.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub erased: bool,
}

/// A file of a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct File {
    pub id: FileId,
    pub name: String,
    /// Found from the content, not from the name.
    pub media_type: String,
    pub bytes: u64,
    /// A signed link that runs out; a fresh transcript carries a fresh one. Empty once it is erased.
    pub url: String,
    /// Its content is erased.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub erased: bool,
}

/// What happened, other than a message. Facts that do not belong to the event are absent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = StaffEvent)]
pub struct Happening {
    pub event: EventName,
    /// The plain English line.
    pub text: String,
    /// Whose doing it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Person>,
    /// Whom it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<AgentName>,
    /// Who had it before, or who sent it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<AgentName>,
    /// Who gets it, or is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<TargetName>,
    /// The place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub queue: Option<QueueName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_queue: Option<QueueName>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offer: Option<OfferId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handoff: Option<HandoffId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub handoff_kind: Option<HandoffKind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<TransferMode>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complete: Option<Completion>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_unanswered: Option<OnUnanswered>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// How a supervisor is there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assist: Option<AssistMode>,
    /// Why, as a code: `offline`, `time_up`, `handed_back` …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// A code of the workspace's list of reasons or dispositions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The key of a rule that raises hands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<u8>,
    /// All the tags it has from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// The label of the escalation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option: Option<String>,
    /// What the visitor gave it, 1 to 5.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until_ms: Option<u64>,
    /// How long what ended here took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_ms: Option<u64>,
}

impl Happening {
    /// An event without facts.
    #[must_use]
    pub fn new(event: EventName) -> Self {
        Self {
            event,
            text: String::new(),
            by: None,
            agent: None,
            from: None,
            to: None,
            queue: None,
            from_queue: None,
            offer: None,
            handoff: None,
            handoff_kind: None,
            mode: None,
            complete: None,
            on_unanswered: None,
            outcome: None,
            assist: None,
            cause: None,
            reason: None,
            rule: None,
            note: None,
            priority: None,
            tags: None,
            option: None,
            rating: None,
            until_ms: None,
            duration_ms: None,
        }
    }
}

/// How a transfer or an invitation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Completed,
    Declined,
    Expired,
    Cancelled,
    Failed,
}

/// `noun.past_verb`; the same names everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
pub enum EventName {
    #[serde(rename = "conversation.opened")]
    ConversationOpened,
    #[serde(rename = "conversation.parked")]
    ConversationParked,
    #[serde(rename = "conversation.wake_delayed")]
    WakeDelayed,
    #[serde(rename = "conversation.woken")]
    ConversationWoken,
    #[serde(rename = "conversation.prioritised")]
    PrioritySet,
    #[serde(rename = "conversation.tagged")]
    TagsSet,
    #[serde(rename = "conversation.quarantined")]
    ConversationQuarantined,
    #[serde(rename = "conversation.closed")]
    ConversationClosed,
    #[serde(rename = "supervisors.alerted")]
    SupervisorsAlerted,
    #[serde(rename = "greeting.sent")]
    Greeted,
    #[serde(rename = "visitor.reminded")]
    VisitorReminded,
    #[serde(rename = "visitor.told_still_searching")]
    VisitorToldStillSearching,
    #[serde(rename = "choice.asked")]
    ChoiceAsked,
    #[serde(rename = "choice.kept_waiting")]
    WaitContinued,
    #[serde(rename = "choice.message_asked")]
    MessageAsked,
    #[serde(rename = "visitor.told_out_of_hours")]
    VisitorToldOutOfHours,
    #[serde(rename = "wait.resumed")]
    WaitResumed,
    #[serde(rename = "owner.lost")]
    OwnerLost,
    #[serde(rename = "owner.back")]
    OwnerBack,
    #[serde(rename = "wait.started")]
    WaitStarted,
    #[serde(rename = "wait.relaxed")]
    WaitRelaxed,
    #[serde(rename = "reservation.ended")]
    ReservationEnded,
    #[serde(rename = "routing.found_nobody")]
    NobodyEligible,
    #[serde(rename = "offer.made")]
    OfferMade,
    #[serde(rename = "offer.declined")]
    OfferDeclined,
    #[serde(rename = "offer.accepted")]
    OfferAccepted,
    #[serde(rename = "offer.ended")]
    OfferEnded,
    #[serde(rename = "agent.assigned")]
    AgentAssigned,
    #[serde(rename = "agent.released")]
    AgentReleased,
    #[serde(rename = "wrap_up.extended")]
    WrapUpExtended,
    #[serde(rename = "wrap_up.ended")]
    WrapUpEnded,
    #[serde(rename = "guest.joined")]
    GuestJoined,
    #[serde(rename = "guest.left")]
    GuestLeft,
    #[serde(rename = "invitation.started")]
    InvitationStarted,
    #[serde(rename = "invitation.accepted")]
    InvitationAccepted,
    #[serde(rename = "invitation.ended")]
    InvitationEnded,
    #[serde(rename = "transfer.started")]
    TransferStarted,
    #[serde(rename = "transfer.accepted")]
    TransferAccepted,
    #[serde(rename = "transfer.turned_cold")]
    TransferTurnedCold,
    #[serde(rename = "transfer.completed")]
    TransferCompleted,
    #[serde(rename = "transfer.ended")]
    TransferEnded,
    #[serde(rename = "hand.raised")]
    HandRaised,
    #[serde(rename = "hand.lowered")]
    HandLowered,
    #[serde(rename = "hand.rule_met")]
    HandRuleMet,
    #[serde(rename = "supervisor.entered")]
    SupervisorEntered,
    #[serde(rename = "supervisor.mode_changed")]
    SupervisorModeChanged,
    #[serde(rename = "supervisor.left")]
    SupervisorLeft,
    #[serde(rename = "move.stopped")]
    MoveStopped,
    #[serde(rename = "move.allowed")]
    MoveAllowed,
    #[serde(rename = "escalation.started")]
    EscalationStarted,
    #[serde(rename = "return.started")]
    ReturnStarted,
    #[serde(rename = "wait.widened")]
    WaitWidened,
    #[serde(rename = "stage.message_sent")]
    StageMessageSent,
    #[serde(rename = "offline_form.shown")]
    OfflineFormShown,
    #[serde(rename = "survey.asked")]
    SurveyAsked,
    #[serde(rename = "survey.answered")]
    SurveyAnswered,
    #[serde(rename = "message.answered")]
    MessageAnswered,
}
