//! The written forms of what events carry: ids, words and small structs. The configuration stands in
//! [`super::config`].

use domain::{
    command::{
        Actor, AssistMode, Audience, ChosenStatus, Completion, Displaced, FileRef, OnUnanswered,
        Room, Target, TransferMode,
    },
    config::Place,
    estimate::{Estimate, Prediction, Unknown},
    event::{
        Alert, AssignCause, CancelCause, CloseReason, DeclineCause, EscalationStart, ExpireCause,
        FailCause, GuestJoin, GuestLeave, HandCause, HandEnd, Hop, InvitationStart, OfferEnd,
        OfferTo, PredictionOutcome, ReleaseCause, Reservation, ReservationEnd, ReservedFor,
        ReturnStart, SupervisorLeave, TransferOutcome, TransferPhase, TransferStart, WaitCause,
        WaitStart, WrapUpEnd, WrapUpStart,
    },
    explain::{Excluded, Explanation, Verdict},
    ids::{
        AgentId, BodyId, ConversationId, FileId, HandoffId, HoursId, ListId, MessageId, OfferId,
        PipelineId, QueueId, SkillId, StageId, TeamId, Timestamp, VisitorId,
    },
    view::staff::Role,
};

use super::form::{Form, enums, numbers, structs};

numbers! {
    AgentId, BodyId, ConversationId, FileId, HandoffId, HoursId, ListId, MessageId, OfferId, PipelineId, QueueId, SkillId, StageId,
    TeamId, Timestamp, VisitorId,
}

enums! {
    Actor { Visitor(visitor: VisitorId), Agent(agent: AgentId), System }
    Audience { Everybody, Staff, Whisper }
    AssistMode { Observe, Whisper, Join }
    Displaced { Stays, Leaves }
    ChosenStatus { Online, TransferOnly, Away, Offline }
    Target { Agent(agent: AgentId), Queue(queue: QueueId) }
    TransferMode { Warm(completion: Completion), Cold(on_unanswered: OnUnanswered) }
    Completion { Introduced, OnAccept, OnAcceptAndLeave }
    OnUnanswered { Return, Queue, Park }
    Room { Respected, Overridden }

    WaitCause {
        Opened,
        Transfer(handoff: HandoffId),
        Escalation(handoff: HandoffId),
        Return(handoff: HandoffId),
        Unanswered(handoff: HandoffId),
        Fallback,
        OutOfHours,
        FallbackBack,
        AgentLost(agent: AgentId),
        AgentWentOffline(agent: AgentId),
        AgentRemoved(agent: AgentId),
        OwnerHadNoRoom(agent: AgentId),
        OwnerLeft(agent: AgentId),
        RequeuedBy(agent: AgentId),
    }
    ReservedFor { LastOwner, NamedReceiver, PreviousOwner }
    ReservationEnd { TimeUp, Declined, Unanswered, WentOffline, AgentRemoved }
    OfferTo { Agent(agent: AgentId), Broadcast(agents: Vec<AgentId>) }
    OfferEnd { Expired, Offline, Restart, Withdrawn }
    AssignCause {
        Accepted(offer: OfferId),
        AutoAccepted,
        Pulled,
        TransferCompleted(handoff: HandoffId),
        TransferReturned(handoff: HandoffId),
        TransferRecalled(handoff: HandoffId),
        Reconnected,
        OwnerLost(handoff: HandoffId),
        MadeOwner { from: AgentId },
        Inherited { from: AgentId },
        AssignedBy { supervisor: AgentId, room: Room },
        TakenOver { from: AgentId },
        HandedBack { by: AgentId },
    }
    Hop { None, From(agent: AgentId) }
    ReleaseCause {
        Transferred(handoff: HandoffId),
        Escalated(handoff: HandoffId),
        Returned(handoff: HandoffId),
        HandedOver(handoff: HandoffId),
        BecameGuest(handoff: HandoffId),
        GaveTo(agent: AgentId),
        LeftTo(agent: AgentId),
        Left,
        Passed,
        Lost,
        WentOffline,
        Removed,
        Closed,
        NoRoomToWake,
        MovedBy(agent: AgentId),
        TakenOver { by: AgentId, owner: Displaced },
        HandedBack,
    }
    WrapUpEnd { ByAgent, TimeUp, CameBack, AgentRemoved, Erased }
    GuestLeave { Left, Lost, Removed, RemovedBy(agent: AgentId), BecameOwner, Closed }
    Role { Owner, Receiver, Guest, Supervisor(mode: AssistMode) }
    TransferOutcome {
        Declined(cause: DeclineCause),
        Expired(cause: ExpireCause),
        Cancelled(cause: CancelCause),
        Failed(cause: FailCause),
    }
    TransferPhase { Asked, Introduction { receiver: AgentId }, Waiting }
    DeclineCause { Declined, HandedBack }
    ExpireCause { TimeUp, Offline }
    CancelCause { BySender, Recalled, Closed, Fallback, Requeued, Assigned, TakenOver, OwnerChanged }
    FailCause { TargetRemoved, QueueClosed, ReceiverLost }
    CloseReason { Agent, Visitor, VisitorIdle, VisitorGone, WaitTimeout, MessageLeft, OutOfHours, Supervisor, Erased }
    Estimate { Range { p50_ms: u64, p90_ms: u64 }, Unknown(why: Unknown) }
    Unknown { NobodyOnShift, NoData }
    PredictionOutcome { Answered, Left, MovedOn }
    Alert { OnlyAgentUnwilling, NobodyCame, Quarantined, HandUnanswered, MoveUnanswered, MessageUnanswered }
    HandCause { Asked, Rule(key: String), ChainLimit }
    HandEnd {
        LoweredBy(agent: AgentId),
        TakenBy(agent: AgentId),
        MoveAllowedBy(agent: AgentId),
        OwnershipMoved,
        Closed,
    }
    SupervisorLeave { Left, Lost, Removed, TookPart, Closed }
    Verdict {
        Eligible,
        NotMember,
        Offline,
        Disconnected,
        NotResponding,
        Away,
        TransferOnly,
        LacksSkill { skill: SkillId, level: u8 },
        AtCapacity { load: u32, capacity: u32 },
        NotListed,
        Declined { at: Timestamp },
        Sender,
    }
}

structs! {
    FileRef { file: FileId, bytes: u64 }
    WaitStart {
        #[serde(rename = "queue")]
        place: Place,
        cause: WaitCause,
        credit_ms: u64,
        front: bool,
        priority: u8,
        sender: Option<AgentId>,
        reserved: Option<Reservation>,
        #[serde(default)]
        list: Option<ListId>,
        #[serde(default)]
        shown: Option<Prediction>,
    }
    Reservation { agent: AgentId, until: Timestamp, purpose: ReservedFor }
    WrapUpStart { until: Timestamp, weight: u32 }
    TransferStart {
        handoff: HandoffId,
        from: AgentId,
        target: Target,
        mode: TransferMode,
        #[serde(rename = "queue")]
        place: Place,
        #[serde(rename = "from_queue")]
        from_place: Place,
        credit_ms: u64,
        priority: u8,
        reason: Option<String>,
        note: Option<BodyId>,
    }
    Prediction { shown_at: Timestamp, position: u32, estimate: Estimate }
    InvitationStart {
        handoff: HandoffId,
        by: AgentId,
        target: Target,
        #[serde(rename = "queue")]
        place: Place,
        credit_ms: u64,
        priority: u8,
        reason: Option<String>,
        note: Option<BodyId>,
    }
    EscalationStart {
        handoff: HandoffId,
        from: AgentId,
        option: String,
        list: Option<ListId>,
        place: Place,
        from_place: Place,
        priority: u8,
        reason: Option<String>,
        note: Option<BodyId>,
    }
    ReturnStart {
        handoff: HandoffId,
        from: AgentId,
        to: AgentId,
        place: Place,
        from_place: Place,
        priority: u8,
        note: Option<BodyId>,
    }
    Explanation { chosen: Option<AgentId>, eligible: u32, excluded: Excluded, next: Vec<(AgentId, Verdict)> }
    Excluded {
        offline: u32,
        disconnected: u32,
        not_responding: u32,
        away: u32,
        transfer_only: u32,
        lacks_skill: u32,
        at_capacity: u32,
        #[serde(default)]
        not_listed: u32,
        declined: u32,
        sender: u32,
    }
}

/// A queue outside every stage is written as its number, as it was before there were stages.
#[derive(serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
pub enum WrittenPlace {
    Queue(u64),
    Stage { queue: u64, stage: u64 },
}

impl Form for Place {
    type Written = WrittenPlace;

    fn write(&self) -> WrittenPlace {
        match *self {
            Place { queue: QueueId(queue), stage: None } => WrittenPlace::Queue(queue),
            Place { queue: QueueId(queue), stage: Some(StageId(stage)) } => {
                WrittenPlace::Stage { queue, stage }
            }
        }
    }

    fn read(written: WrittenPlace) -> Self {
        match written {
            WrittenPlace::Queue(queue) => Place::queue(QueueId(queue)),
            WrittenPlace::Stage { queue, stage } => {
                Place { queue: QueueId(queue), stage: Some(StageId(stage)) }
            }
        }
    }
}

/// How somebody became a guest; a sender who stays, where a record of before there were invitations says nothing.
#[derive(Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrittenJoin {
    #[default]
    HandedOver,
    WasOwner,
    Invited(u64),
}

impl Form for GuestJoin {
    type Written = WrittenJoin;

    fn write(&self) -> WrittenJoin {
        match *self {
            GuestJoin::HandedOver => WrittenJoin::HandedOver,
            GuestJoin::WasOwner => WrittenJoin::WasOwner,
            GuestJoin::Invited(HandoffId(handoff)) => WrittenJoin::Invited(handoff),
        }
    }

    fn read(written: WrittenJoin) -> Self {
        match written {
            WrittenJoin::HandedOver => GuestJoin::HandedOver,
            WrittenJoin::WasOwner => GuestJoin::WasOwner,
            WrittenJoin::Invited(handoff) => GuestJoin::Invited(HandoffId(handoff)),
        }
    }
}
