//! The names of everything that can happen, each list complete because a `match` without a wildcard makes it.
//!
//! A variant that is added anywhere below does not compile here until it is listed, and does not pass
//! the reach check until some run comes to it.

use domain::{clock::DeadlineReason, event::Event, rejection::Rejection};
use store::{CommitError, StoreError};

macro_rules! kinds {
    ($($(#[$doc:meta])* $function:ident, $all:ident of $type:ident { $($variant:ident),* $(,)? })*) => {$(
        pub const $all: &[&str] = &[$(stringify!($variant)),*];

        $(#[$doc])*
        pub fn $function(value: &$type) -> &'static str {
            match value {
                $($type::$variant { .. } => stringify!($variant),)*
            }
        }
    )*};
}

kinds! {
    event, EVENTS of Event {
        // Business hours
        HoursRenewed, QueueClosed, QueueOpened, VisitorToldOutOfHours, WaitResumed,

        WorkspaceConfigured, ServerStarted, ConversationQuarantined, SupervisorsAlerted,
        AgentConnected, AgentConnectionLost, AgentDisconnected, AgentGivenUp, AgentStatusSet,
        AgentStoppedResponding, AgentRespondedAgain,
        VisitorConnected, VisitorConnectionLost, VisitorErased,
        ConversationOpened, MessagePosted, Greeted, PrioritySet, AttributesSet, TagsSet,
        ConversationParked, WakeDelayed,
        ConversationWoken, VisitorReminded, OwnerLost, OwnerBack, ConversationClosed,
        ConversationArchived,
        WaitStarted, ReservationEnded, WaitRelaxed, VisitorToldStillSearching, ChoiceAsked,
        WaitContinued, MessageAsked, CoolDownEnded, NobodyEligible,
        EstimateShown, PredictionsTested,
        OfferMade, OfferDeclined, OfferAccepted, OfferEnded,
        AgentAssigned, AgentReleased, WrapUpExtended, WrapUpEnded,
        GuestJoined, GuestLeft,
        InvitationStarted, InvitationAccepted, InvitationCompleted, InvitationEnded, OwnershipKept,
        TransferStarted, TransferAccepted, TransferTurnedCold, TransferCompleted, TransferEnded,
        HandRaised, HandLowered, HandRuleMet, SupervisorEntered, SupervisorModeChanged, SupervisorLeft,
        ConversationRead, MoveStopped, MoveAllowed,
        EscalationStarted, ReturnStarted, WaitWidened, StageMessageSent, OfflineFormShown, SurveyAsked,
        SurveyAnswered, MessageAnswered,
        HistoryNamed, HistoryImported,
    }

    deadline, DEADLINES of DeadlineReason {
        // Business hours
        HoursChange, ClosingGraceEnds,

        AgentGraceEnds, AgentLostEnds, VisitorLostEnds, OfferExpires, CoolDownEnds, ReservationEnds,
        WaitRelaxes, ListFirstEnds, StillSearching, MaxWait, OfflineFormEnds, IntroductionEnds, GuestSilenceEnds,
        IdleReminder, IdleClose, ParkedEnds, WakeReservationEnds, WrapUpEnds, ArchiveDue,
        HandUnanswered, OwnerSilent, SupervisorLostEnds, StoppedMoveEnds,
        PassEnds, MessageUnanswered,
    }

    rejection, REJECTIONS of Rejection {
        NotConfigured, StaleConfiguration, QueueInUse, UnknownConversation, ConversationClosed,
        UnknownAgent, UnknownQueue, UnknownPipeline, AnswerRequired, UnknownAnswer, UnknownSkill, NotAllowed, Quarantined, OfferGone, NoRoom,
        HandoffPending, NoHandoff, HandoffNotReady, TargetUnavailable, QueueClosed, AlreadyThere,
        ReasonRequired, UnknownCode, NotWaiting, NotParked, AlreadyParked, NoWrapUp, NoChoice,
        EmptyMessage, TextTooLong, TooManyFiles, BadPriority, NotConnected, TooManyConversations, VisitorErased,
        NoOwner, HandIsUp, NoHand, HandTaken, ConfirmationRequired,
        ChainBlocked, OnlyFinalQueue, EdgeNotAllowed, NoStoppedMove,
        UnknownVerb, Incomplete, TakesNothing, UnknownTarget, AmbiguousTarget, FilesWithCommand, BadTag,
        TooManyTags,
        NoEscalation, OptionRequired, UnknownOption, NoteRequired, NobodyOnline, NothingToReturn, NoSurvey,
        BadRating,
        TooManyPeople, NoInvitation, NotAGuest, NothingToPass, NobodyElse,
    }

    commit_error, COMMIT_ERRORS of CommitError {
        Fenced, SequenceMismatch, UnknownWorkspace, Overloaded, Unavailable,
    }

    store_error, STORE_ERRORS of StoreError { Overloaded, Unavailable, UnknownWorkspace, Unreadable }
}
