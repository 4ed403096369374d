//! One event of every kind, and of every form its parts can take.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    command::{
        Actor, AssistMode, Audience, ChosenStatus, Completion, Displaced, FileRef, OnUnanswered,
        Room, Target, TransferMode,
    },
    config::{Interval, Place},
    estimate::{Estimate, Prediction, Unknown},
    event::{
        Alert, AssignCause, CancelCause, CloseReason, DeclineCause, EscalationStart, Event,
        ExpireCause, FailCause, GuestJoin, GuestLeave, HandCause, HandEnd, Hop, InvitationStart,
        OfferEnd, OfferTo, PredictionOutcome, ReleaseCause, Reservation, ReservationEnd,
        ReservedFor, ReturnStart, SupervisorLeave, TransferOutcome, TransferPhase, TransferStart,
        WaitCause, WaitStart, WrapUpEnd, WrapUpStart,
    },
    explain::{Excluded, Explanation, Verdict},
    ids::{
        AgentId, BodyId, ConversationId, FileId, HandoffId, HoursId, ListId, MessageId, OfferId,
        PipelineId, QueueId, SkillId, StageId, Timestamp, VisitorId,
    },
    view::staff::Role,
};

use super::document::config;

const CHAT: ConversationId = ConversationId(1);
const VISITOR: VisitorId = VisitorId(2);
pub(super) const ALICE: AgentId = AgentId(3);
pub(super) const BOB: AgentId = AgentId(4);
pub(super) const QUEUE: QueueId = QueueId(5);
const OFFER: OfferId = OfferId(6);
const HANDOFF: HandoffId = HandoffId(7);
pub(super) const FRENCH: SkillId = SkillId(8);
const UNTIL: Timestamp = Timestamp(1_700_000_060_000);

pub fn events() -> Vec<Event> {
    let kinds = [
        desk(),
        people(),
        life(),
        waiting(),
        offers(),
        ownership(),
        conference(),
        transfers(),
        assists(),
        pipelines(),
    ];
    kinds.concat()
}

fn desk() -> Vec<Event> {
    let alerts = [
        Alert::OnlyAgentUnwilling,
        Alert::NobodyCame,
        Alert::Quarantined,
        Alert::HandUnanswered,
        Alert::MoveUnanswered,
        Alert::MessageUnanswered,
    ];
    let mut events = vec![
        Event::WorkspaceConfigured { config: Box::new(config()) },
        Event::HoursRenewed {
            hours: BTreeMap::from([(
                HoursId(30),
                vec![Interval { from: Timestamp(0), to: UNTIL }],
            )]),
        },
        Event::QueueClosed { queue: QUEUE, at: UNTIL, serves_until: UNTIL.after(900_000) },
        Event::QueueOpened { queue: QUEUE, at: UNTIL },
        Event::ServerStarted,
        Event::ConversationQuarantined { conversation: CHAT },
    ];
    events.extend(alerts.map(|alert| Event::SupervisorsAlerted { conversation: CHAT, alert }));
    events
}

fn people() -> Vec<Event> {
    let statuses = [
        ChosenStatus::Online,
        ChosenStatus::TransferOnly,
        ChosenStatus::Away,
        ChosenStatus::Offline,
    ];
    let mut events = vec![
        Event::AgentConnected { agent: ALICE },
        Event::AgentConnectionLost { agent: ALICE },
        Event::AgentDisconnected { agent: ALICE },
        Event::AgentGivenUp { agent: ALICE },
        Event::AgentStoppedResponding { agent: ALICE },
        Event::AgentRespondedAgain { agent: ALICE },
        Event::VisitorConnected { visitor: VISITOR },
        Event::VisitorConnectionLost { visitor: VISITOR },
        Event::AgentStatusSet {
            agent: ALICE,
            status: ChosenStatus::Away,
            reason: Some("break".to_owned()),
        },
    ];
    events.extend(statuses.map(|status| Event::AgentStatusSet {
        agent: ALICE,
        status,
        reason: None,
    }));
    events
}

fn life() -> Vec<Event> {
    let opened = |previous, needs, attributes| Event::ConversationOpened {
        conversation: CHAT,
        visitor: VISITOR,
        previous,
        place: Place::queue(QUEUE),
        pipeline: previous.map(|_| PipelineId(27)),
        language: previous.map(|_| "fr".to_owned()),
        needs,
        attributes,
        answers: attributes,
    };
    let posted = |author, audience, files| Event::MessagePosted {
        conversation: CHAT,
        message: MessageId(11),
        author,
        audience,
        body: BodyId(12),
        chars: 76,
        files,
        whispered_to: (audience == Audience::Whisper).then_some(ALICE),
    };
    let closed = |reason| Event::ConversationClosed {
        conversation: CHAT,
        reason,
        by: Actor::System,
        message: (reason == CloseReason::MessageLeft).then_some(BodyId(12)),
    };
    let reasons = [
        CloseReason::Agent,
        CloseReason::Visitor,
        CloseReason::VisitorIdle,
        CloseReason::VisitorGone,
        CloseReason::WaitTimeout,
        CloseReason::MessageLeft,
        CloseReason::OutOfHours,
        CloseReason::Supervisor,
    ];
    let mut events = vec![
        opened(None, BTreeMap::new(), None),
        opened(Some(ConversationId(13)), BTreeMap::from([(FRENCH, 3)]), Some(BodyId(12))),
        posted(Actor::Visitor(VISITOR), Audience::Everybody, vec![]),
        posted(
            Actor::Agent(ALICE),
            Audience::Staff,
            vec![FileRef { file: FileId(14), bytes: 2_048 }],
        ),
        Event::Greeted { conversation: CHAT, agent: ALICE, queue: QUEUE, config_version: 2 },
        Event::PrioritySet { conversation: CHAT, priority: 9, by: Actor::Agent(ALICE) },
        Event::TagsSet {
            conversation: CHAT,
            tags: BTreeSet::from(["billing".to_owned()]),
            by: Actor::Agent(ALICE),
        },
        Event::ConversationParked { conversation: CHAT, agent: ALICE },
        Event::WakeDelayed { conversation: CHAT, until: UNTIL },
        Event::ConversationWoken { conversation: CHAT, by: Actor::Visitor(VISITOR) },
        Event::VisitorReminded { conversation: CHAT },
        Event::OwnerLost { conversation: CHAT, agent: ALICE },
        Event::OwnerBack { conversation: CHAT, agent: ALICE },
        Event::ConversationArchived { conversation: CHAT },
    ];
    events.extend(reasons.map(closed));
    events
}

fn waiting() -> Vec<Event> {
    let started = |cause, reserved| Event::WaitStarted {
        conversation: CHAT,
        wait: WaitStart {
            place: Place::queue(QUEUE),
            cause,
            credit_ms: 4_000,
            front: true,
            priority: 5,
            sender: Some(BOB),
            reserved,
            list: None,
            shown: None,
        },
    };
    let reserved = |purpose| Some(Reservation { agent: ALICE, until: UNTIL, purpose });
    let causes = [
        WaitCause::Transfer(HANDOFF),
        WaitCause::Unanswered(HANDOFF),
        WaitCause::Fallback,
        WaitCause::OutOfHours,
        WaitCause::AgentLost(ALICE),
        WaitCause::AgentWentOffline(ALICE),
        WaitCause::AgentRemoved(ALICE),
        WaitCause::OwnerHadNoRoom(ALICE),
        WaitCause::OwnerLeft(ALICE),
        WaitCause::RequeuedBy(BOB),
        WaitCause::Escalation(HANDOFF),
        WaitCause::Return(HANDOFF),
        WaitCause::FallbackBack,
    ];
    let ends = [
        ReservationEnd::TimeUp,
        ReservationEnd::Declined,
        ReservationEnd::Unanswered,
        ReservationEnd::WentOffline,
        ReservationEnd::AgentRemoved,
    ];
    let out_of_hours = |opens_at| Event::VisitorToldOutOfHours {
        conversation: CHAT,
        queue: QUEUE,
        until: UNTIL,
        opens_at,
    };
    let mut events = vec![
        started(WaitCause::Opened, reserved(ReservedFor::LastOwner)),
        started(WaitCause::Transfer(HANDOFF), reserved(ReservedFor::NamedReceiver)),
        Event::WaitRelaxed { conversation: CHAT, invitation: None, step: 1 },
        Event::WaitRelaxed { conversation: CHAT, invitation: Some(HANDOFF), step: 2 },
        Event::VisitorToldStillSearching { conversation: CHAT },
        Event::ChoiceAsked { conversation: CHAT },
        Event::WaitContinued { conversation: CHAT },
        Event::MessageAsked { conversation: CHAT, until: UNTIL },
        out_of_hours(Some(Timestamp(1_700_050_000_000))),
        out_of_hours(None),
        Event::WaitResumed { conversation: CHAT },
        Event::NobodyEligible {
            conversation: CHAT,
            invitation: Some(HANDOFF),
            explanation: explanation(None),
        },
    ];
    let estimates = [
        Estimate::Range { p50_ms: 61_000, p90_ms: 150_000 },
        Estimate::Unknown(Unknown::NobodyOnShift),
        Estimate::Unknown(Unknown::NoData),
    ];
    let outcomes =
        [PredictionOutcome::Answered, PredictionOutcome::Left, PredictionOutcome::MovedOn];
    let prediction = Prediction { shown_at: UNTIL, position: 2, estimate: estimates[0] };
    events.extend(estimates.map(|estimate| Event::EstimateShown {
        conversation: CHAT,
        position: 2,
        estimate,
    }));
    events.extend(outcomes.map(|outcome| Event::PredictionsTested {
        conversation: CHAT,
        outcome,
        predictions: vec![prediction],
    }));
    events.extend(causes.map(|cause| started(cause, None)));
    events.extend(ends.map(|cause| Event::ReservationEnded {
        conversation: CHAT,
        agent: ALICE,
        cause,
    }));
    events
}

fn explanation(chosen: Option<AgentId>) -> Explanation {
    let verdicts = [
        Verdict::Eligible,
        Verdict::NotMember,
        Verdict::Offline,
        Verdict::Disconnected,
        Verdict::NotResponding,
        Verdict::Away,
        Verdict::TransferOnly,
        Verdict::LacksSkill { skill: FRENCH, level: 3 },
        Verdict::AtCapacity { load: 4, capacity: 4 },
        Verdict::Declined { at: UNTIL },
        Verdict::Sender,
        Verdict::NotListed,
    ];
    let excluded = Excluded {
        offline: 1,
        disconnected: 2,
        not_responding: 3,
        away: 4,
        transfer_only: 5,
        lacks_skill: 6,
        at_capacity: 7,
        not_listed: 10,
        declined: 8,
        sender: 9,
    };
    Explanation { chosen, eligible: 1, excluded, next: (30..).map(AgentId).zip(verdicts).collect() }
}

fn offers() -> Vec<Event> {
    let made = |to, handoff, first| Event::OfferMade {
        offer: OFFER,
        conversation: CHAT,
        to,
        handoff,
        expires_at: UNTIL,
        explanation: explanation(Some(ALICE)),
        first,
    };
    let ended = |agent, end| Event::OfferEnded { offer: OFFER, conversation: CHAT, agent, end };
    vec![
        made(OfferTo::Agent(ALICE), None, true),
        made(OfferTo::Broadcast(vec![ALICE, BOB]), Some(HANDOFF), false),
        Event::OfferDeclined { offer: OFFER, conversation: CHAT, agent: ALICE },
        Event::OfferAccepted { offer: OFFER, conversation: CHAT, agent: ALICE },
        Event::CoolDownEnded { conversation: CHAT, agent: ALICE },
        ended(Some(ALICE), OfferEnd::Expired),
        ended(Some(ALICE), OfferEnd::Offline),
        ended(Some(ALICE), OfferEnd::Restart),
        ended(None, OfferEnd::Withdrawn),
    ]
}

fn ownership() -> Vec<Event> {
    let assigned = |cause| {
        let hop = if cause == AssignCause::Pulled { Hop::None } else { Hop::From(BOB) };
        Event::AgentAssigned {
            conversation: CHAT,
            agent: ALICE,
            place: Place::queue(QUEUE),
            cause,
            hop,
            was: (cause == AssignCause::MadeOwner { from: BOB }).then_some(Role::Guest),
        }
    };
    let assignments = [
        AssignCause::Accepted(OFFER),
        AssignCause::AutoAccepted,
        AssignCause::Pulled,
        AssignCause::TransferCompleted(HANDOFF),
        AssignCause::TransferReturned(HANDOFF),
        AssignCause::TransferRecalled(HANDOFF),
        AssignCause::Reconnected,
        AssignCause::OwnerLost(HANDOFF),
        AssignCause::MadeOwner { from: BOB },
        AssignCause::Inherited { from: BOB },
        AssignCause::AssignedBy { supervisor: BOB, room: Room::Respected },
        AssignCause::AssignedBy { supervisor: BOB, room: Room::Overridden },
        AssignCause::TakenOver { from: ALICE },
        AssignCause::HandedBack { by: BOB },
    ];
    let wrap_up = WrapUpStart { until: UNTIL, weight: 1 };
    let released = |cause| Event::AgentReleased {
        conversation: CHAT,
        agent: ALICE,
        cause,
        wrap_up: (cause != ReleaseCause::Lost).then_some(wrap_up),
    };
    let releases = [
        ReleaseCause::Transferred(HANDOFF),
        ReleaseCause::HandedOver(HANDOFF),
        ReleaseCause::BecameGuest(HANDOFF),
        ReleaseCause::GaveTo(BOB),
        ReleaseCause::LeftTo(BOB),
        ReleaseCause::Left,
        ReleaseCause::Passed,
        ReleaseCause::Lost,
        ReleaseCause::WentOffline,
        ReleaseCause::Removed,
        ReleaseCause::Closed,
        ReleaseCause::NoRoomToWake,
        ReleaseCause::MovedBy(BOB),
        ReleaseCause::TakenOver { by: BOB, owner: Displaced::Stays },
        ReleaseCause::TakenOver { by: BOB, owner: Displaced::Leaves },
        ReleaseCause::HandedBack,
        ReleaseCause::Escalated(HANDOFF),
        ReleaseCause::Returned(HANDOFF),
    ];
    let wrap_up_ended = |cause| Event::WrapUpEnded {
        conversation: CHAT,
        agent: ALICE,
        cause,
        disposition: (cause == WrapUpEnd::ByAgent).then(|| "solved".to_owned()),
        note: (cause == WrapUpEnd::ByAgent).then_some(BodyId(12)),
    };
    let left = |cause| Event::GuestLeft { conversation: CHAT, agent: BOB, cause };
    let mut events = vec![Event::WrapUpExtended { conversation: CHAT, agent: ALICE, until: UNTIL }];
    let joins = [GuestJoin::HandedOver, GuestJoin::WasOwner, GuestJoin::Invited(HANDOFF)];
    events.extend(joins.map(|cause| Event::GuestJoined { conversation: CHAT, agent: BOB, cause }));
    events.extend(assignments.map(assigned));
    events.extend(releases.map(released));
    events.extend(
        [WrapUpEnd::ByAgent, WrapUpEnd::TimeUp, WrapUpEnd::CameBack, WrapUpEnd::AgentRemoved]
            .map(wrap_up_ended),
    );
    events.extend(
        [
            GuestLeave::Left,
            GuestLeave::Lost,
            GuestLeave::Removed,
            GuestLeave::RemovedBy(ALICE),
            GuestLeave::BecameOwner,
            GuestLeave::Closed,
        ]
        .map(left),
    );
    events
}

fn conference() -> Vec<Event> {
    let started = |target| Event::InvitationStarted {
        conversation: CHAT,
        invitation: InvitationStart {
            handoff: HANDOFF,
            by: ALICE,
            target,
            place: Place::queue(QUEUE),
            credit_ms: 4_000,
            priority: 5,
            reason: (target == Target::Agent(BOB)).then(|| "skill".to_owned()),
            note: (target == Target::Agent(BOB)).then_some(BodyId(12)),
        },
    };
    vec![
        started(Target::Agent(BOB)),
        started(Target::Queue(QUEUE)),
        Event::InvitationAccepted { conversation: CHAT, handoff: HANDOFF, agent: BOB },
        Event::InvitationCompleted { conversation: CHAT, handoff: HANDOFF, agent: BOB },
        Event::InvitationEnded {
            conversation: CHAT,
            handoff: HANDOFF,
            outcome: TransferOutcome::Cancelled(CancelCause::OwnerChanged),
        },
        Event::OwnershipKept { conversation: CHAT, agent: BOB },
    ]
}

fn transfers() -> Vec<Event> {
    let started = |target, mode| Event::TransferStarted {
        conversation: CHAT,
        transfer: TransferStart {
            handoff: HANDOFF,
            from: ALICE,
            target,
            mode,
            place: Place::queue(QUEUE),
            from_place: Place { queue: QueueId(20), stage: Some(StageId(29)) },
            credit_ms: 4_000,
            priority: 5,
            reason: (target == Target::Agent(BOB)).then(|| "skill".to_owned()),
            note: (target == Target::Agent(BOB)).then_some(BodyId(12)),
        },
    };
    let modes = [
        TransferMode::Warm(Completion::Introduced),
        TransferMode::Warm(Completion::OnAccept),
        TransferMode::Warm(Completion::OnAcceptAndLeave),
        TransferMode::Cold(OnUnanswered::Return),
        TransferMode::Cold(OnUnanswered::Queue),
        TransferMode::Cold(OnUnanswered::Park),
    ];
    let ended = |phase, outcome| Event::TransferEnded {
        conversation: CHAT,
        handoff: HANDOFF,
        from: ALICE,
        phase,
        outcome,
    };
    let outcomes = [
        TransferOutcome::Declined(DeclineCause::Declined),
        TransferOutcome::Expired(ExpireCause::TimeUp),
        TransferOutcome::Expired(ExpireCause::Offline),
        TransferOutcome::Cancelled(CancelCause::BySender),
        TransferOutcome::Cancelled(CancelCause::Recalled),
        TransferOutcome::Cancelled(CancelCause::Closed),
        TransferOutcome::Cancelled(CancelCause::Fallback),
        TransferOutcome::Cancelled(CancelCause::Requeued),
        TransferOutcome::Cancelled(CancelCause::Assigned),
        TransferOutcome::Cancelled(CancelCause::TakenOver),
        TransferOutcome::Cancelled(CancelCause::OwnerChanged),
        TransferOutcome::Failed(FailCause::TargetRemoved),
        TransferOutcome::Failed(FailCause::QueueClosed),
        TransferOutcome::Failed(FailCause::ReceiverLost),
    ];
    let introduction = TransferPhase::Introduction { receiver: BOB };
    let mut events = vec![
        started(Target::Queue(QUEUE), TransferMode::Cold(OnUnanswered::Queue)),
        Event::TransferAccepted { conversation: CHAT, handoff: HANDOFF, agent: BOB },
        Event::TransferTurnedCold { conversation: CHAT, handoff: HANDOFF },
        Event::TransferCompleted {
            conversation: CHAT,
            handoff: HANDOFF,
            agent: BOB,
            by: Actor::Agent(ALICE),
        },
        ended(introduction, TransferOutcome::Declined(DeclineCause::HandedBack)),
        ended(TransferPhase::Waiting, TransferOutcome::Cancelled(CancelCause::Recalled)),
    ];
    events.extend(modes.map(|mode| started(Target::Agent(BOB), mode)));
    events.extend(outcomes.map(|outcome| ended(TransferPhase::Asked, outcome)));
    events
}

fn assists() -> Vec<Event> {
    let raised = |cause| Event::HandRaised {
        conversation: CHAT,
        owner: ALICE,
        note: (cause == HandCause::Asked).then_some(BodyId(12)),
        cause,
        alert_at: UNTIL,
    };
    let lowered = |end| Event::HandLowered { conversation: CHAT, end };
    let entered = |mode| Event::SupervisorEntered { conversation: CHAT, agent: BOB, mode };
    let left =
        |(mode, cause)| Event::SupervisorLeft { conversation: CHAT, agent: BOB, mode, cause };
    let mut events = vec![
        Event::HandRuleMet { conversation: CHAT, rule: "lawyer".to_owned() },
        Event::SupervisorModeChanged {
            conversation: CHAT,
            agent: BOB,
            from: AssistMode::Whisper,
            to: AssistMode::Join,
        },
        Event::ConversationRead { conversation: CHAT, agent: BOB },
        Event::MoveStopped {
            conversation: CHAT,
            agent: ALICE,
            target: Target::Queue(QUEUE),
            until: UNTIL,
        },
        Event::MoveAllowed { conversation: CHAT, by: None },
        Event::MoveAllowed { conversation: CHAT, by: Some(BOB) },
    ];
    events.extend(
        [HandCause::Asked, HandCause::Rule("lawyer".to_owned()), HandCause::ChainLimit].map(raised),
    );
    events.extend(
        [
            HandEnd::LoweredBy(ALICE),
            HandEnd::TakenBy(BOB),
            HandEnd::MoveAllowedBy(BOB),
            HandEnd::OwnershipMoved,
            HandEnd::Closed,
        ]
        .map(lowered),
    );
    events.extend([AssistMode::Observe, AssistMode::Whisper, AssistMode::Join].map(entered));
    events.extend(
        [
            (AssistMode::Observe, SupervisorLeave::Left),
            (AssistMode::Whisper, SupervisorLeave::Lost),
            (AssistMode::Join, SupervisorLeave::Removed),
            (AssistMode::Join, SupervisorLeave::TookPart),
            (AssistMode::Join, SupervisorLeave::Closed),
        ]
        .map(left),
    );
    events
}

fn pipelines() -> Vec<Event> {
    let (stage, expert) = (StageId(29), Place { queue: QueueId(20), stage: Some(StageId(29)) });
    let reserved = Reservation { agent: ALICE, until: UNTIL, purpose: ReservedFor::PreviousOwner };
    let waits = |list, reserved| Event::WaitStarted {
        conversation: CHAT,
        wait: WaitStart {
            place: expert,
            cause: WaitCause::Escalation(HANDOFF),
            credit_ms: 0,
            front: false,
            priority: 5,
            sender: Some(ALICE),
            reserved,
            list,
            shown: reserved.is_none().then_some(Prediction {
                shown_at: UNTIL,
                position: 2,
                estimate: Estimate::Range { p50_ms: 60_000, p90_ms: 180_000 },
            }),
        },
    };
    let escalated = |list, reason: Option<&str>, note| Event::EscalationStarted {
        conversation: CHAT,
        escalation: EscalationStart {
            handoff: HANDOFF,
            from: ALICE,
            option: "expert".to_owned(),
            list,
            place: expert,
            from_place: Place::queue(QUEUE),
            priority: 5,
            reason: reason.map(str::to_owned),
            note,
        },
    };
    let returned = |note| Event::ReturnStarted {
        conversation: CHAT,
        returning: ReturnStart {
            handoff: HANDOFF,
            from: BOB,
            to: ALICE,
            place: Place::queue(QUEUE),
            from_place: expert,
            priority: 5,
            note,
        },
    };
    vec![
        escalated(None, None, None),
        escalated(Some(ListId(18)), Some("skill"), Some(BodyId(12))),
        waits(Some(ListId(18)), None),
        waits(None, Some(reserved)),
        returned(None),
        returned(Some(BodyId(12))),
        Event::WaitWidened { conversation: CHAT },
        Event::StageMessageSent { conversation: CHAT, stage, config_version: 2 },
        Event::OfflineFormShown { conversation: CHAT, stage, until: UNTIL },
        Event::SurveyAsked { conversation: CHAT, stage, until: UNTIL },
        Event::SurveyAnswered { conversation: CHAT, rating: 4, comment: None },
        Event::SurveyAnswered { conversation: CHAT, rating: 5, comment: Some(BodyId(12)) },
        Event::MessageAnswered { conversation: CHAT, by: ALICE },
    ]
}
