//! What may be done with a conversation, and why not.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::name::{AgentName, QueueName, StageName};

/// One button. Actions that make no sense for the viewer's relation are left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AllowedAction {
    pub action: Action,
    /// Why it cannot be pressed at this moment; absent when it can.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off: Option<Off>,
    /// With `escalate`: the ways on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub escalations: Vec<Escalation>,
}

/// One way on from a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Escalation {
    /// What `escalate` names.
    pub key: String,
    pub label: String,
    /// Where it leads.
    pub queue: QueueName,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<StageName>,
    pub tier: u8,
    /// The agents who are asked before everybody else there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    pub reason_required: bool,
    pub note_required: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off: Option<Off>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    Reply,
    /// Also tags.
    Note,
    Transfer,
    CancelTransfer,
    RecallTransfer,
    CompleteTransfer,
    HandBack,
    Leave,
    Park,
    Wake,
    SetPriority,
    Close,
    Pull,
    /// Marks the message that was left as seen to.
    AnswerMessage,
    Assign,
    Requeue,
    EndWrapUp,
    ExtendWrapUp,
    RaiseHand,
    LowerHand,
    TakeHand,
    Observe,
    Whisper,
    Join,
    /// Says something in the whisper tab.
    WriteWhisper,
    TakeOver,
    AllowMove,
    Escalate,
    Return,
    Invite,
    CancelInvitation,
    RemoveGuest,
    MakeOwner,
    /// Whoever was left the conversation passes it on to the next guest.
    PassOwnership,
    /// Stands in the menu where `leave` stands in the place of `close`; ask for confirmation.
    CloseForEverybody,
}

/// Why something is not to be had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Off {
    pub reason: OffReason,
    /// The same in a plain sentence.
    pub text: String,
    /// With `in_conversation`: who is there already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<AgentName>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OffReason {
    TransferOpen,
    NoTransferOpen,
    AlreadyAccepted,
    NotAcceptedYet,
    Quarantined,
    Offline,
    Away,
    Disconnected,
    NotResponding,
    NoRoom,
    QueueClosed,
    NoMembers,
    AlreadyThere,
    InConversation,
    NoOwner,
    ChainBlocked,
    OnlyFinalQueue,
    EdgeNotAllowed,
    AlreadyInvited,
    ConversationFull,
}
