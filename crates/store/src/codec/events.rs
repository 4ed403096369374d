//! The journal's table of events: kind, version and written fields of each.
//!
//! An added field that old records lack is marked `#[serde(default)]` and keeps the version; a changed
//! meaning is a new kind. Nothing is ever taken out: old journals are read for ever, and a golden file
//! per kind and version proves it.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    command::{Actor, AssistMode, Audience, ChosenStatus, FileRef, Target},
    config::{Config, Interval, Place},
    estimate::{Estimate, Prediction},
    event::{
        Alert, AssignCause, CloseReason, EscalationStart, Event, GuestJoin, GuestLeave, HandCause,
        HandEnd, Hop, InvitationStart, OfferEnd, OfferTo, PredictionOutcome, ReleaseCause,
        ReservationEnd, ReturnStart, SupervisorLeave, TransferOutcome, TransferPhase,
        TransferStart, WaitStart, WrapUpEnd, WrapUpStart,
    },
    explain::Explanation,
    history::{HistoryNames, HistoryStep},
    ids::{
        AgentId, BodyId, ConversationId, HandoffId, HoursId, MessageId, OfferId, PipelineId,
        QueueId, SkillId, StageId, Timestamp, VisitorId,
    },
    view::staff::Role,
};

use super::{DecodeError, Encoded, form::Form};

macro_rules! events {
    ($($kind:literal v $version:literal = $variant:ident { $($(#[$meta:meta])* $field:ident: $type:ty),* $(,)? })*) => {
        /// Every kind with the version that is written today.
        pub const KINDS: &[(&str, u16)] = &[$(($kind, $version)),*];

        /// What the journal says of an event.
        pub fn encode(event: &Event) -> Encoded {
            match event {
                $(
                    Event::$variant { $($field),* } => {
                        #[derive(serde::Serialize)]
                        struct Written { $($(#[$meta])* $field: <$type as Form>::Written),* }
                        Encoded {
                            kind: $kind,
                            version: $version,
                            body: super::json(&Written { $($field: $field.write()),* }),
                        }
                    }
                )*
            }
        }

        /// The event that a record tells of.
        pub fn decode(kind: &str, version: u16, body: &str) -> Result<Event, DecodeError> {
            match (kind, version) {
                $(
                    ($kind, $version) => {
                        #[derive(serde::Deserialize)]
                        struct Written { $($(#[$meta])* $field: <$type as Form>::Written),* }
                        match serde_json::from_str(body) {
                            Ok(Written { $($field),* }) => Ok(Event::$variant { $($field: Form::read($field)),* }),
                            Err(error) => Err(DecodeError::malformed(kind, version, &error)),
                        }
                    }
                )*
                _ => Err(DecodeError::Unknown { kind: kind.to_owned(), version }),
            }
        }
    };
}

events! {
    "workspace.configured" v 1 = WorkspaceConfigured { config: Box<Config> }
    "hours.renewed" v 1 = HoursRenewed { hours: BTreeMap<HoursId, Vec<Interval>> }
    "queue.closed" v 1 = QueueClosed { queue: QueueId, at: Timestamp, serves_until: Timestamp }
    "queue.opened" v 1 = QueueOpened { queue: QueueId, at: Timestamp }
    "server.started" v 1 = ServerStarted {}
    "conversation.quarantined" v 1 = ConversationQuarantined { conversation: ConversationId }
    "supervisors.alerted" v 1 = SupervisorsAlerted { conversation: ConversationId, alert: Alert }

    "agent.connected" v 1 = AgentConnected { agent: AgentId }
    "agent.connection_lost" v 1 = AgentConnectionLost { agent: AgentId }
    "agent.disconnected" v 1 = AgentDisconnected { agent: AgentId }
    "agent.given_up" v 1 = AgentGivenUp { agent: AgentId }
    "agent.status_set" v 1 = AgentStatusSet { agent: AgentId, status: ChosenStatus, reason: Option<String> }
    "agent.stopped_responding" v 1 = AgentStoppedResponding { agent: AgentId }
    "agent.responded_again" v 1 = AgentRespondedAgain { agent: AgentId }

    "visitor.connected" v 1 = VisitorConnected { visitor: VisitorId }
    "visitor.connection_lost" v 1 = VisitorConnectionLost { visitor: VisitorId }
    "visitor.erased" v 1 = VisitorErased { visitor: VisitorId }

    "conversation.opened" v 1 = ConversationOpened {
        conversation: ConversationId,
        visitor: VisitorId,
        previous: Option<ConversationId>,
        #[serde(rename = "queue")]
        place: Place,
        #[serde(default)]
        pipeline: Option<PipelineId>,
        #[serde(default)]
        language: Option<String>,
        needs: BTreeMap<SkillId, u8>,
        attributes: Option<BodyId>,
        #[serde(default)]
        answers: Option<BodyId>,
    }
    "message.posted" v 1 = MessagePosted {
        conversation: ConversationId,
        message: MessageId,
        author: Actor,
        audience: Audience,
        body: BodyId,
        chars: u32,
        files: Vec<FileRef>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        whispered_to: Option<AgentId>,
    }
    "conversation.greeted" v 1 = Greeted {
        conversation: ConversationId,
        agent: AgentId,
        queue: QueueId,
        config_version: u32,
    }
    "conversation.priority_set" v 1 = PrioritySet { conversation: ConversationId, priority: u8, by: Actor }
    "conversation.attributes_set" v 1 = AttributesSet { conversation: ConversationId, attributes: Option<BodyId> }
    "conversation.tags_set" v 1 = TagsSet { conversation: ConversationId, tags: BTreeSet<String>, by: Actor }
    "conversation.parked" v 1 = ConversationParked { conversation: ConversationId, agent: AgentId }
    "conversation.wake_delayed" v 1 = WakeDelayed { conversation: ConversationId, until: Timestamp }
    "conversation.woken" v 1 = ConversationWoken { conversation: ConversationId, by: Actor }
    "owner.lost" v 1 = OwnerLost { conversation: ConversationId, agent: AgentId }
    "owner.back" v 1 = OwnerBack { conversation: ConversationId, agent: AgentId }
    "visitor.reminded" v 1 = VisitorReminded { conversation: ConversationId }
    "conversation.closed" v 1 = ConversationClosed {
        conversation: ConversationId,
        reason: CloseReason,
        by: Actor,
        message: Option<BodyId>,
    }
    "conversation.archived" v 1 = ConversationArchived { conversation: ConversationId }

    "wait.started" v 1 = WaitStarted { conversation: ConversationId, wait: WaitStart }
    "reservation.ended" v 1 = ReservationEnded { conversation: ConversationId, agent: AgentId, cause: ReservationEnd }
    "wait.relaxed" v 1 = WaitRelaxed {
        conversation: ConversationId,
        #[serde(default)]
        invitation: Option<HandoffId>,
        step: u8,
    }
    "visitor.told_still_searching" v 1 = VisitorToldStillSearching { conversation: ConversationId }
    "choice.asked" v 1 = ChoiceAsked { conversation: ConversationId }
    "wait.continued" v 1 = WaitContinued { conversation: ConversationId }
    "message.asked" v 1 = MessageAsked { conversation: ConversationId, until: Timestamp }
    "visitor.told_out_of_hours" v 1 = VisitorToldOutOfHours {
        conversation: ConversationId,
        queue: QueueId,
        until: Timestamp,
        opens_at: Option<Timestamp>,
    }
    "wait.resumed" v 1 = WaitResumed { conversation: ConversationId }
    "estimate.shown" v 1 = EstimateShown { conversation: ConversationId, position: u32, estimate: Estimate }
    "predictions.tested" v 1 = PredictionsTested {
        conversation: ConversationId,
        outcome: PredictionOutcome,
        predictions: Vec<Prediction>,
    }
    "wait.nobody_eligible" v 1 = NobodyEligible {
        conversation: ConversationId,
        #[serde(default)]
        invitation: Option<HandoffId>,
        explanation: Explanation,
    }

    "offer.made" v 1 = OfferMade {
        offer: OfferId,
        conversation: ConversationId,
        to: OfferTo,
        handoff: Option<HandoffId>,
        expires_at: Timestamp,
        explanation: Explanation,
        #[serde(default)]
        first: bool,
    }
    "offer.declined" v 1 = OfferDeclined { offer: OfferId, conversation: ConversationId, agent: AgentId }
    "offer.accepted" v 1 = OfferAccepted { offer: OfferId, conversation: ConversationId, agent: AgentId }
    "cool_down.ended" v 1 = CoolDownEnded { conversation: ConversationId, agent: AgentId }
    "offer.ended" v 1 = OfferEnded {
        offer: OfferId,
        conversation: ConversationId,
        agent: Option<AgentId>,
        end: OfferEnd,
    }

    "agent.assigned" v 1 = AgentAssigned {
        conversation: ConversationId,
        agent: AgentId,
        #[serde(rename = "queue")]
        place: Place,
        cause: AssignCause,
        hop: Hop,
        #[serde(default)]
        was: Option<Role>,
    }
    "agent.released" v 1 = AgentReleased {
        conversation: ConversationId,
        agent: AgentId,
        cause: ReleaseCause,
        wrap_up: Option<WrapUpStart>,
    }
    "wrap_up.extended" v 1 = WrapUpExtended { conversation: ConversationId, agent: AgentId, until: Timestamp }
    "wrap_up.ended" v 1 = WrapUpEnded {
        conversation: ConversationId,
        agent: AgentId,
        cause: WrapUpEnd,
        disposition: Option<String>,
        note: Option<BodyId>,
    }

    "guest.joined" v 1 = GuestJoined {
        conversation: ConversationId,
        agent: AgentId,
        #[serde(default)]
        cause: GuestJoin,
    }
    "guest.left" v 1 = GuestLeft { conversation: ConversationId, agent: AgentId, cause: GuestLeave }

    "invitation.started" v 1 = InvitationStarted { conversation: ConversationId, invitation: InvitationStart }
    "invitation.accepted" v 1 = InvitationAccepted { conversation: ConversationId, handoff: HandoffId, agent: AgentId }
    "invitation.completed" v 1 = InvitationCompleted { conversation: ConversationId, handoff: HandoffId, agent: AgentId }
    "invitation.ended" v 1 = InvitationEnded {
        conversation: ConversationId,
        handoff: HandoffId,
        outcome: TransferOutcome,
    }
    "ownership.kept" v 1 = OwnershipKept { conversation: ConversationId, agent: AgentId }

    "transfer.started" v 1 = TransferStarted { conversation: ConversationId, transfer: TransferStart }
    "transfer.accepted" v 1 = TransferAccepted { conversation: ConversationId, handoff: HandoffId, agent: AgentId }
    "transfer.turned_cold" v 1 = TransferTurnedCold { conversation: ConversationId, handoff: HandoffId }
    "transfer.completed" v 1 = TransferCompleted {
        conversation: ConversationId,
        handoff: HandoffId,
        agent: AgentId,
        by: Actor,
    }
    "transfer.ended" v 1 = TransferEnded {
        conversation: ConversationId,
        handoff: HandoffId,
        from: AgentId,
        phase: TransferPhase,
        outcome: TransferOutcome,
    }

    "hand.raised" v 1 = HandRaised {
        conversation: ConversationId,
        owner: AgentId,
        cause: HandCause,
        note: Option<BodyId>,
        alert_at: Timestamp,
    }
    "hand.lowered" v 1 = HandLowered { conversation: ConversationId, end: HandEnd }
    "hand.rule_met" v 1 = HandRuleMet { conversation: ConversationId, rule: String }
    "supervisor.entered" v 1 = SupervisorEntered {
        conversation: ConversationId,
        agent: AgentId,
        mode: AssistMode,
    }
    "supervisor.mode_changed" v 1 = SupervisorModeChanged {
        conversation: ConversationId,
        agent: AgentId,
        from: AssistMode,
        to: AssistMode,
    }
    "supervisor.left" v 1 = SupervisorLeft {
        conversation: ConversationId,
        agent: AgentId,
        mode: AssistMode,
        cause: SupervisorLeave,
    }
    "conversation.read" v 1 = ConversationRead { conversation: ConversationId, agent: AgentId }

    "move.stopped" v 1 = MoveStopped {
        conversation: ConversationId,
        agent: AgentId,
        target: Target,
        until: Timestamp,
    }
    "move.allowed" v 1 = MoveAllowed { conversation: ConversationId, by: Option<AgentId> }
    // Pipelines
    "escalation.started" v 1 = EscalationStarted { conversation: ConversationId, escalation: EscalationStart }
    "return.started" v 1 = ReturnStarted { conversation: ConversationId, returning: ReturnStart }
    "wait.widened" v 1 = WaitWidened { conversation: ConversationId }
    "stage.message_sent" v 1 = StageMessageSent {
        conversation: ConversationId,
        stage: StageId,
        config_version: u32,
    }
    "offline_form.shown" v 1 = OfflineFormShown { conversation: ConversationId, stage: StageId, until: Timestamp }
    "survey.asked" v 1 = SurveyAsked { conversation: ConversationId, stage: StageId, until: Timestamp }
    "survey.answered" v 1 = SurveyAnswered {
        conversation: ConversationId,
        rating: u8,
        comment: Option<BodyId>,
    }
    "message.answered" v 1 = MessageAnswered { conversation: ConversationId, by: AgentId }

    "history.named" v 1 = HistoryNamed { names: HistoryNames }
    "history.imported" v 1 = HistoryImported {
        conversation: ConversationId,
        case: String,
        steps: Vec<HistoryStep>,
    }
}
