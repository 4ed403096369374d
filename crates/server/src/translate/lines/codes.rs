//! The codes by which clients know why something happened. A code that went out keeps its meaning.

use domain::{
    event::{
        Alert, AssignCause, CancelCause, CloseReason, DeclineCause, ExpireCause, FailCause,
        GuestJoin, GuestLeave, HandCause, HandEnd, OfferEnd, ReleaseCause, ReservationEnd,
        SupervisorLeave, TransferOutcome, WaitCause, WrapUpEnd,
    },
    ids::{AgentId, HandoffId},
};
use protocol::staff::Outcome;

pub fn close(reason: CloseReason) -> &'static str {
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

pub fn alert(alert: Alert) -> &'static str {
    match alert {
        Alert::OnlyAgentUnwilling => "only_agent_unwilling",
        Alert::NobodyCame => "nobody_came",
        Alert::Quarantined => "quarantined",
        Alert::HandUnanswered => "hand_unanswered",
        Alert::MoveUnanswered => "move_unanswered",
        Alert::MessageUnanswered => "message_unanswered",
    }
}

pub fn hand_cause(cause: &HandCause) -> (&'static str, Option<String>) {
    match cause {
        HandCause::Asked => ("asked", None),
        HandCause::Rule(key) => ("rule", Some(key.clone())),
        HandCause::ChainLimit => ("chain_limit", None),
    }
}

pub fn hand_end(end: HandEnd) -> (&'static str, Option<AgentId>) {
    match end {
        HandEnd::LoweredBy(agent) => ("lowered", Some(agent)),
        HandEnd::TakenBy(agent) => ("taken", Some(agent)),
        HandEnd::MoveAllowedBy(agent) => ("move_allowed", Some(agent)),
        HandEnd::OwnershipMoved => ("ownership_moved", None),
        HandEnd::Closed => ("closed", None),
    }
}

pub fn supervisor_leave(cause: SupervisorLeave) -> &'static str {
    match cause {
        SupervisorLeave::Left => "left",
        SupervisorLeave::Lost => "lost",
        SupervisorLeave::Removed => "removed",
        SupervisorLeave::TookPart => "took_part",
        SupervisorLeave::Closed => "closed",
    }
}

pub fn wait_cause(cause: WaitCause) -> (&'static str, Option<AgentId>, Option<HandoffId>) {
    match cause {
        WaitCause::Opened => ("opened", None, None),
        WaitCause::Transfer(handoff) => ("transfer", None, Some(handoff)),
        WaitCause::Escalation(handoff) => ("escalation", None, Some(handoff)),
        WaitCause::Return(handoff) => ("return", None, Some(handoff)),
        WaitCause::Unanswered(handoff) => ("unanswered", None, Some(handoff)),
        WaitCause::Fallback => ("fallback", None, None),
        WaitCause::OutOfHours => ("out_of_hours", None, None),
        WaitCause::FallbackBack => ("fallback_back", None, None),
        WaitCause::AgentLost(agent) => ("agent_lost", Some(agent), None),
        WaitCause::AgentWentOffline(agent) => ("agent_went_offline", Some(agent), None),
        WaitCause::AgentRemoved(agent) => ("agent_removed", Some(agent), None),
        WaitCause::OwnerHadNoRoom(agent) => ("owner_had_no_room", Some(agent), None),
        WaitCause::OwnerLeft(agent) => ("owner_left", Some(agent), None),
        WaitCause::RequeuedBy(agent) => ("requeued", Some(agent), None),
    }
}

pub fn reservation_end(end: ReservationEnd) -> &'static str {
    match end {
        ReservationEnd::TimeUp => "time_up",
        ReservationEnd::Declined => "declined",
        ReservationEnd::Unanswered => "unanswered",
        ReservationEnd::WentOffline => "went_offline",
        ReservationEnd::AgentRemoved => "agent_removed",
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

pub fn assign_cause(cause: AssignCause) -> &'static str {
    match cause {
        AssignCause::Accepted(_) => "accepted",
        AssignCause::AutoAccepted => "auto_accepted",
        AssignCause::Pulled => "pulled",
        AssignCause::TransferCompleted(_) => "transfer_completed",
        AssignCause::TransferReturned(_) => "transfer_returned",
        AssignCause::TransferRecalled(_) => "transfer_recalled",
        AssignCause::Reconnected => "reconnected",
        AssignCause::OwnerLost(_) => "owner_lost",
        AssignCause::MadeOwner { .. } => "made_owner",
        AssignCause::Inherited { .. } => "inherited",
        AssignCause::AssignedBy { .. } => "assigned",
        AssignCause::TakenOver { .. } => "taken_over",
        AssignCause::HandedBack { .. } => "handed_back",
    }
}

pub fn release_cause(cause: ReleaseCause) -> &'static str {
    match cause {
        ReleaseCause::Transferred(_) => "transferred",
        ReleaseCause::Escalated(_) => "escalated",
        ReleaseCause::Returned(_) => "returned",
        ReleaseCause::HandedOver(_) => "handed_over",
        ReleaseCause::BecameGuest(_) => "became_guest",
        ReleaseCause::GaveTo(_) => "gave_it_away",
        ReleaseCause::LeftTo(_) | ReleaseCause::Left => "left",
        ReleaseCause::Passed => "passed",
        ReleaseCause::Lost => "lost",
        ReleaseCause::WentOffline => "went_offline",
        ReleaseCause::Removed => "removed",
        ReleaseCause::Closed => "closed",
        ReleaseCause::NoRoomToWake => "no_room_to_wake",
        ReleaseCause::MovedBy(_) => "moved",
        ReleaseCause::TakenOver { .. } => "taken_over",
        ReleaseCause::HandedBack => "handed_back",
    }
}

pub fn wrap_up_end(end: WrapUpEnd) -> &'static str {
    match end {
        WrapUpEnd::ByAgent => "by_agent",
        WrapUpEnd::TimeUp => "time_up",
        WrapUpEnd::CameBack => "came_back",
        WrapUpEnd::AgentRemoved => "agent_removed",
        WrapUpEnd::Erased => "erased",
    }
}

pub fn guest_join(cause: GuestJoin) -> &'static str {
    match cause {
        GuestJoin::HandedOver => "handed_over",
        GuestJoin::WasOwner => "was_owner",
        GuestJoin::Invited(_) => "invited",
    }
}

pub fn guest_leave(cause: GuestLeave) -> &'static str {
    match cause {
        GuestLeave::Left => "left",
        GuestLeave::Lost => "lost",
        GuestLeave::Removed => "removed",
        GuestLeave::RemovedBy(_) => "sent_away",
        GuestLeave::BecameOwner => "became_owner",
        GuestLeave::Closed => "closed",
    }
}

pub fn transfer_outcome(outcome: TransferOutcome) -> (Outcome, &'static str) {
    match outcome {
        TransferOutcome::Declined(DeclineCause::Declined) => (Outcome::Declined, "declined"),
        TransferOutcome::Declined(DeclineCause::HandedBack) => (Outcome::Declined, "handed_back"),
        TransferOutcome::Expired(ExpireCause::TimeUp) => (Outcome::Expired, "time_up"),
        TransferOutcome::Expired(ExpireCause::Offline) => (Outcome::Expired, "offline"),
        TransferOutcome::Cancelled(cause) => (
            Outcome::Cancelled,
            match cause {
                CancelCause::BySender => "by_sender",
                CancelCause::Recalled => "recalled",
                CancelCause::Closed => "closed",
                CancelCause::Fallback => "fallback",
                CancelCause::Requeued => "requeued",
                CancelCause::Assigned => "assigned",
                CancelCause::TakenOver => "taken_over",
                CancelCause::OwnerChanged => "owner_changed",
            },
        ),
        TransferOutcome::Failed(cause) => (
            Outcome::Failed,
            match cause {
                FailCause::TargetRemoved => "target_removed",
                FailCause::QueueClosed => "queue_closed",
                FailCause::ReceiverLost => "receiver_lost",
            },
        ),
    }
}
