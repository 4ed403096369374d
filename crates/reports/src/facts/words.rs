//! The words that stand in the columns of facts: codes of the journal's causes and outcomes.

use domain::{
    command::{AssistMode, ChosenStatus},
    event::{
        AssignCause, CancelCause, CloseReason, DeclineCause, ExpireCause, HandCause, HandEnd,
        OfferEnd, PredictionOutcome, ReleaseCause, TransferOutcome, WaitCause,
    },
};

pub fn wait_cause(cause: WaitCause) -> &'static str {
    match cause {
        WaitCause::Opened => "opened",
        WaitCause::Transfer(_) => "transfer",
        WaitCause::Escalation(_) => "escalation",
        WaitCause::Return(_) => "return",
        WaitCause::Unanswered(_) => "unanswered",
        WaitCause::Fallback | WaitCause::FallbackBack => "fallback",
        WaitCause::OutOfHours => "out_of_hours",
        WaitCause::AgentLost(_) | WaitCause::AgentWentOffline(_) | WaitCause::AgentRemoved(_) => {
            "agent_lost"
        }
        WaitCause::OwnerHadNoRoom(_) => "no_room",
        WaitCause::OwnerLeft(_) => "owner_left",
        WaitCause::RequeuedBy(_) => "requeue",
    }
}

/// What became of the wait before, when another one begins.
pub fn outcome_before(cause: WaitCause) -> &'static str {
    match cause {
        WaitCause::Unanswered(_)
        | WaitCause::Fallback
        | WaitCause::FallbackBack
        | WaitCause::OutOfHours => "fallback",
        WaitCause::Opened
        | WaitCause::Transfer(_)
        | WaitCause::Escalation(_)
        | WaitCause::Return(_)
        | WaitCause::AgentLost(_)
        | WaitCause::AgentWentOffline(_)
        | WaitCause::AgentRemoved(_)
        | WaitCause::OwnerHadNoRoom(_)
        | WaitCause::OwnerLeft(_)
        | WaitCause::RequeuedBy(_) => "moved",
    }
}

/// What became of the wait that somebody's becoming owner ends.
pub fn outcome_of_wait(cause: AssignCause) -> &'static str {
    match cause {
        AssignCause::TransferRecalled(_) => "recalled",
        AssignCause::TransferReturned(_) => "returned",
        AssignCause::Accepted(_)
        | AssignCause::AutoAccepted
        | AssignCause::Pulled
        | AssignCause::TransferCompleted(_)
        | AssignCause::Reconnected
        | AssignCause::OwnerLost(_)
        | AssignCause::MadeOwner { .. }
        | AssignCause::Inherited { .. }
        | AssignCause::AssignedBy { .. }
        | AssignCause::TakenOver { .. }
        | AssignCause::HandedBack { .. } => "answered",
    }
}

pub fn assign_cause(cause: AssignCause) -> &'static str {
    match cause {
        AssignCause::Accepted(_) => "accepted",
        AssignCause::AutoAccepted => "auto_accepted",
        AssignCause::Pulled => "pulled",
        AssignCause::TransferCompleted(_) | AssignCause::OwnerLost(_) => "transfer",
        AssignCause::TransferReturned(_) | AssignCause::TransferRecalled(_) => "came_back",
        AssignCause::Reconnected => "reconnected",
        AssignCause::MadeOwner { .. } | AssignCause::Inherited { .. } => "succession",
        AssignCause::AssignedBy { .. } => "assignment",
        AssignCause::TakenOver { .. } => "take_over",
        AssignCause::HandedBack { .. } => "hand_back",
    }
}

pub fn release_cause(cause: ReleaseCause) -> &'static str {
    match cause {
        ReleaseCause::Transferred(_)
        | ReleaseCause::HandedOver(_)
        | ReleaseCause::BecameGuest(_) => "transfer",
        ReleaseCause::Escalated(_) => "escalation",
        ReleaseCause::Returned(_) => "return",
        ReleaseCause::GaveTo(_) | ReleaseCause::LeftTo(_) => "succession",
        ReleaseCause::Left | ReleaseCause::Passed => "left",
        ReleaseCause::Lost => "lost",
        ReleaseCause::WentOffline => "offline",
        ReleaseCause::Removed => "removed",
        ReleaseCause::Closed => "closed",
        ReleaseCause::NoRoomToWake => "no_room",
        ReleaseCause::MovedBy(_) => "moved",
        ReleaseCause::TakenOver { .. } => "take_over",
        ReleaseCause::HandedBack => "hand_back",
    }
}

pub fn close_reason(reason: CloseReason) -> &'static str {
    match reason {
        CloseReason::Agent => "agent",
        CloseReason::Visitor => "visitor",
        CloseReason::VisitorIdle => "visitor_idle",
        CloseReason::VisitorGone => "visitor_gone",
        CloseReason::WaitTimeout => "wait_timeout",
        CloseReason::MessageLeft => "message_left",
        CloseReason::OutOfHours => "out_of_hours",
        CloseReason::Supervisor => "supervisor",
        CloseReason::Erased => "erased",
    }
}

/// What became of the wait that the closing ends.
pub fn outcome_at_closing(reason: CloseReason) -> &'static str {
    match reason {
        CloseReason::Visitor | CloseReason::VisitorIdle | CloseReason::VisitorGone => "abandoned",
        CloseReason::WaitTimeout | CloseReason::OutOfHours => "timed_out",
        CloseReason::MessageLeft => "left_message",
        CloseReason::Agent | CloseReason::Supervisor | CloseReason::Erased => "closed",
    }
}

pub fn handoff_outcome(outcome: TransferOutcome) -> &'static str {
    match outcome {
        TransferOutcome::Declined(DeclineCause::Declined) => "declined",
        TransferOutcome::Declined(DeclineCause::HandedBack) => "handed_back",
        TransferOutcome::Expired(ExpireCause::TimeUp) => "expired",
        TransferOutcome::Expired(ExpireCause::Offline) => "offline",
        TransferOutcome::Cancelled(CancelCause::Recalled) => "recalled",
        TransferOutcome::Cancelled(_) => "cancelled",
        TransferOutcome::Failed(_) => "failed",
    }
}

pub fn offer_end(end: OfferEnd) -> &'static str {
    match end {
        OfferEnd::Expired => "expired",
        OfferEnd::Offline => "offline",
        OfferEnd::Restart => "restart",
        OfferEnd::Withdrawn => "withdrawn",
    }
}

pub fn prediction_outcome(outcome: PredictionOutcome) -> &'static str {
    match outcome {
        PredictionOutcome::Answered => "answered",
        PredictionOutcome::Left => "left",
        PredictionOutcome::MovedOn => "moved_on",
    }
}

pub fn hand_cause(cause: &HandCause) -> &'static str {
    match cause {
        HandCause::Asked => "asked",
        HandCause::Rule(_) => "rule",
        HandCause::ChainLimit => "chain_limit",
    }
}

pub fn hand_end(end: HandEnd) -> &'static str {
    match end {
        HandEnd::TakenBy(_) | HandEnd::MoveAllowedBy(_) => "taken",
        HandEnd::LoweredBy(_) => "lowered",
        HandEnd::OwnershipMoved => "moved",
        HandEnd::Closed => "closed",
    }
}

pub fn mode(mode: AssistMode) -> &'static str {
    match mode {
        AssistMode::Observe => "observe",
        AssistMode::Whisper => "whisper",
        AssistMode::Join => "join",
    }
}

pub fn status(status: ChosenStatus) -> &'static str {
    match status {
        ChosenStatus::Online => "online",
        ChosenStatus::TransferOnly => "transfer_only",
        ChosenStatus::Away => "away",
        ChosenStatus::Offline => "offline",
    }
}
