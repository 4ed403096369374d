//! Why the rules say no. Named by the fact, so that the caller knows what to do next.

use crate::{
    config::Place,
    ids::QueueId,
    slash::{Named, Verb},
    view::actions::Because,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Rejection {
    #[error("the workspace has no configuration yet")]
    NotConfigured,
    #[error("the configuration is not the next version")]
    StaleConfiguration,
    #[error("queue {0:?} holds open conversations and cannot be removed")]
    QueueInUse(QueueId),
    #[error("there is no such conversation, or it is not yours to see")]
    UnknownConversation,
    #[error("the conversation is closed")]
    ConversationClosed,
    #[error("there is no such agent")]
    UnknownAgent,
    #[error("there is no such queue, or the agent does not serve it")]
    UnknownQueue,
    #[error("there is no such pipeline, or it leads to no agent")]
    UnknownPipeline,
    #[error("a field of the form has to be filled in")]
    AnswerRequired,
    #[error("the form does not offer this answer")]
    UnknownAnswer,
    #[error("there is no such skill")]
    UnknownSkill,
    #[error("your role does not allow this")]
    NotAllowed,
    #[error("this conversation is held for inspection; only a supervisor can move or close it")]
    Quarantined,
    #[error("the offer is gone: it was taken, ran out or was withdrawn")]
    OfferGone,
    #[error("no free room for this conversation")]
    NoRoom,
    #[error("a transfer is open; cancel it first")]
    HandoffPending,
    #[error("no transfer is open in this conversation")]
    NoHandoff,
    #[error("the transfer is not in a state that allows this")]
    HandoffNotReady,
    #[error("the agent is not available: {0:?}")]
    TargetUnavailable(Because),
    #[error("the queue has no members or is closed")]
    QueueClosed,
    #[error("a conversation cannot be transferred to where it is")]
    AlreadyThere,
    #[error("a transfer here must carry a reason from the workspace's list")]
    ReasonRequired,
    #[error("the reason, disposition or tag is not in the workspace's list")]
    UnknownCode,
    #[error("the conversation is not waiting")]
    NotWaiting,
    #[error("the conversation is not parked")]
    NotParked,
    #[error("the conversation is parked already")]
    AlreadyParked,
    #[error("there is no wrap-up to end")]
    NoWrapUp,
    #[error("no choice was asked for")]
    NoChoice,
    #[error("the message is empty")]
    EmptyMessage,
    #[error("the text is longer than allowed")]
    TextTooLong,
    #[error("too many files")]
    TooManyFiles,
    #[error("priority is a number from 0 to 9")]
    BadPriority,
    #[error("sign in as connected before choosing a status")]
    NotConnected,
    #[error("too many open conversations")]
    TooManyConversations,
    #[error("this visitor is erased")]
    VisitorErased,

    // Assist
    #[error("nobody owns the conversation")]
    NoOwner,
    #[error("a hand is raised here already")]
    HandIsUp,
    #[error("no hand is raised here")]
    NoHand,
    #[error("a supervisor has answered this hand already")]
    HandTaken,
    #[error("confirm it: from here on the visitor reads along, or it ends for others too")]
    ConfirmationRequired,

    // Chain guard
    #[error("this conversation has been handed over too often")]
    ChainBlocked,
    #[error("this conversation has been handed over too often; it goes to {0:?} and nowhere else")]
    OnlyFinalQueue(QueueId),
    #[error("the workspace does not allow this way")]
    EdgeNotAllowed,
    #[error("no move waits for a supervisor")]
    NoStoppedMove,
    // Lines
    #[error("there is no such command")]
    UnknownVerb { nearest: [Option<Verb>; 2] },
    #[error("/{} wants more", .0.word())]
    Incomplete(Verb),
    #[error("/{} takes nothing more", .0.word())]
    TakesNothing(Verb),
    #[error("nobody and nothing here has this name")]
    UnknownTarget { nearest: Option<Named> },
    #[error("this could be several")]
    AmbiguousTarget(Named, Named),
    #[error("a command takes no files")]
    FilesWithCommand,
    #[error("a tag is a word of letters, digits, - and _")]
    BadTag,
    #[error("too many tags")]
    TooManyTags,
    // Pipelines
    #[error("no escalation leads on from where the conversation is")]
    NoEscalation,
    #[error("several escalations lead on from here; name one of them")]
    OptionRequired(Place),
    #[error("no escalation of this name leads on from here")]
    UnknownOption(Place),
    #[error("a note is required here")]
    NoteRequired,
    #[error("nobody there is online; confirm to escalate all the same")]
    NobodyOnline,
    #[error("the conversation was not handed over, so that there is nobody to return it to")]
    NothingToReturn,
    #[error("no survey is open")]
    NoSurvey,
    #[error("a rating is a number from 1 to 5")]
    BadRating,

    // Conference
    #[error("too many people in this conversation")]
    TooManyPeople,
    #[error("there is no such invitation, or it is open no longer")]
    NoInvitation,
    #[error("that agent is not a guest of this conversation")]
    NotAGuest,
    #[error("nobody left you this conversation, or the time to pass it on is over")]
    NothingToPass,
    #[error("nobody else is here and nobody is invited: close it, or hand it over")]
    NobodyElse,
}
