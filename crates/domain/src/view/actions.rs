//! What may be done with a conversation, and why not (rule R1: the screens render this and mirror no rule).

use alloc::vec::Vec;

use crate::ids::AgentId;

/// One button. `off` says why it cannot be pressed; actions that make no sense for the relation are left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AllowedAction {
    pub action: Action,
    pub off: Option<Because>,
}

pub type AllowedActions = Vec<AllowedAction>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
    Reply,
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
    Assign,
    Requeue,
    EndWrapUp,
    ExtendWrapUp,
}

/// Why something is not to be had. Shown in words by the screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
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
    /// An agent cannot be handed what they hold, nor a conversation go to where it is.
    AlreadyThere,
    InConversation(AgentId),
}
