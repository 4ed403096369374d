//! Facts: everything a journal says. `decide` chooses once, `apply` repeats.
//!
//! Never holds what a person typed (rule R4); names it by [`BodyId`].

mod bodies;
mod handoffs;
mod offers;
mod ownership;
mod supervision;
mod waits;

use alloc::{
    boxed::Box,
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

pub use handoffs::{
    CancelCause, DeclineCause, EscalationStart, ExpireCause, FailCause, HandoffKind,
    InvitationStart, ReturnStart, TransferOutcome, TransferPhase, TransferStart,
};
pub use offers::{OfferEnd, OfferTo};
pub use ownership::{
    AssignCause, CloseReason, GuestJoin, GuestLeave, Hop, HopKind, ReleaseCause, WrapUpEnd,
    WrapUpStart,
};
pub use supervision::{Alert, HandCause, HandEnd, SupervisorLeave};
pub use waits::{
    PredictionOutcome, Reservation, ReservationEnd, ReservedFor, WaitCause, WaitStart,
};

use crate::{
    command::{Actor, AssistMode, Audience, ChosenStatus, FileRef, Target},
    config::{Config, Interval, Place},
    estimate::{Estimate, Prediction},
    explain::Explanation,
    history::{HistoryNames, HistoryStep},
    ids::{
        AgentId, BodyId, ConversationId, HandoffId, HoursId, MessageId, OfferId, PipelineId,
        QueueId, SkillId, StageId, Timestamp, VisitorId,
    },
    view::staff::Role,
};

// One fact a line, so that the list reads as one.
#[rustfmt::skip]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    // The desk
    WorkspaceConfigured { config: Box<Config> },
    ServerStarted,
    ConversationQuarantined { conversation: ConversationId },
    /// Something a supervisor should look at.
    SupervisorsAlerted { conversation: ConversationId, alert: Alert },

    // Business hours
    HoursRenewed { hours: BTreeMap<HoursId, Vec<Interval>> },
    /// Due `at`, which may be long past when a server starts. Those in its line are served until then.
    QueueClosed { queue: QueueId, at: Timestamp, serves_until: Timestamp },
    QueueOpened { queue: QueueId, at: Timestamp },

    // Agents
    AgentConnected { agent: AgentId },
    /// The last connection is gone; the grace runs from here.
    AgentConnectionLost { agent: AgentId },
    /// The grace is over: status `disconnected`.
    AgentDisconnected { agent: AgentId },
    /// Lost for so long that nothing is kept for them any more.
    AgentGivenUp { agent: AgentId },
    AgentStatusSet { agent: AgentId, status: ChosenStatus, reason: Option<String> },
    AgentStoppedResponding { agent: AgentId },
    AgentRespondedAgain { agent: AgentId },

    // Visitors
    VisitorConnected { visitor: VisitorId },
    VisitorConnectionLost { visitor: VisitorId },
    /// The last that the journal tells of them; whatever was written about them before goes from beside it.
    VisitorErased { visitor: VisitorId },

    // The life of a conversation
    ConversationOpened {
        conversation: ConversationId,
        visitor: VisitorId,
        previous: Option<ConversationId>,
        place: Place,
        /// The pipeline it goes through; none for one that opened in a queue.
        pipeline: Option<PipelineId>,
        /// The visitor's language code.
        language: Option<String>,
        needs: BTreeMap<SkillId, u8>,
        attributes: Option<BodyId>,
        /// What the visitor filled in before.
        answers: Option<BodyId>,
    },
    MessagePosted {
        conversation: ConversationId,
        message: MessageId,
        author: Actor,
        audience: Audience,
        body: BodyId,
        chars: u32,
        files: Vec<FileRef>,
        /// The owner whom a whisper is for: later ones do not read it.
        whispered_to: Option<AgentId>,
    },
    /// The queue's greeting, under its agent's name.
    Greeted { conversation: ConversationId, agent: AgentId, queue: QueueId, config_version: u32 },
    PrioritySet { conversation: ConversationId, priority: u8, by: Actor },
    /// All that the page says of the visitor from here; what it said before keeps its text with the event that told it.
    AttributesSet { conversation: ConversationId, attributes: Option<BodyId> },
    /// All the tags it has from here.
    TagsSet { conversation: ConversationId, tags: BTreeSet<String>, by: Actor },
    ConversationParked { conversation: ConversationId, agent: AgentId },
    /// The owner has no room; it is kept for them until then.
    WakeDelayed { conversation: ConversationId, until: Timestamp },
    ConversationWoken { conversation: ConversationId, by: Actor },
    VisitorReminded { conversation: ConversationId },
    /// The owner counts as disconnected; the conversation stays theirs for a while.
    OwnerLost { conversation: ConversationId, agent: AgentId },
    /// The owner is there again, in time.
    OwnerBack { conversation: ConversationId, agent: AgentId },
    ConversationClosed { conversation: ConversationId, reason: CloseReason, by: Actor, message: Option<BodyId> },
    /// The conversation leaves memory.
    ConversationArchived { conversation: ConversationId },

    // Waiting: the holder is a queue
    /// A wait begins; the queue holds the conversation.
    WaitStarted { conversation: ConversationId, wait: WaitStart },
    /// Room is no longer kept for one agent; the wait goes on for everybody in the place.
    ReservationEnded { conversation: ConversationId, agent: AgentId, cause: ReservationEnd },
    /// The next step of the queue's relaxation is in force, for the conversation or one of its invitations.
    WaitRelaxed { conversation: ConversationId, invitation: Option<HandoffId>, step: u8 },
    VisitorToldStillSearching { conversation: ConversationId },
    /// The max wait is over and no fallback is left: the visitor chooses.
    ChoiceAsked { conversation: ConversationId },
    /// The visitor keeps waiting; silence is the same and journals nothing.
    WaitContinued { conversation: ConversationId },
    /// The visitor wants to leave a message; without one the wait ends then.
    MessageAsked { conversation: ConversationId, until: Timestamp },
    /// The place is closed and leads nowhere: a message is asked for, without which the conversation ends then.
    VisitorToldOutOfHours { conversation: ConversationId, queue: QueueId, until: Timestamp, opens_at: Option<Timestamp> },
    /// The place has opened again; the wait goes on as if it began.
    WaitResumed { conversation: ConversationId },
    /// An agent who declined or did not answer may be asked again.
    CoolDownEnded { conversation: ConversationId, agent: AgentId },
    /// What the visitor, and whoever looks on, is told of the wait from here, in whole seconds.
    EstimateShown { conversation: ConversationId, position: u32, estimate: Estimate },
    /// A wait is over, and with it all that was predicted of it. Says what was shown when; the wait
    /// ended at the time of this event.
    PredictionsTested { conversation: ConversationId, outcome: PredictionOutcome, predictions: Vec<Prediction> },
    /// Nobody can take it; journaled when that becomes so.
    NobodyEligible { conversation: ConversationId, invitation: Option<HandoffId>, explanation: Explanation },

    // Offers
    /// `first` of a wait, the visitor is told that somebody is asked.
    OfferMade { offer: OfferId, conversation: ConversationId, to: OfferTo, handoff: Option<HandoffId>, expires_at: Timestamp, explanation: Explanation, first: bool },
    /// One agent of the offer says no; an offer to one ends with it.
    OfferDeclined { offer: OfferId, conversation: ConversationId, agent: AgentId },
    OfferAccepted { offer: OfferId, conversation: ConversationId, agent: AgentId },
    /// `agent` is whose room it held; none for a broadcast.
    OfferEnded { offer: OfferId, conversation: ConversationId, agent: Option<AgentId>, end: OfferEnd },

    // Ownership: the holder is an agent
    /// `was` is what the agent was in the conversation until here, if anything.
    AgentAssigned { conversation: ConversationId, agent: AgentId, place: Place, cause: AssignCause, hop: Hop, was: Option<Role> },
    AgentReleased { conversation: ConversationId, agent: AgentId, cause: ReleaseCause, wrap_up: Option<WrapUpStart> },
    WrapUpExtended { conversation: ConversationId, agent: AgentId, until: Timestamp },
    WrapUpEnded { conversation: ConversationId, agent: AgentId, cause: WrapUpEnd, disposition: Option<String>, note: Option<BodyId> },

    // Guests
    GuestJoined { conversation: ConversationId, agent: AgentId, cause: GuestJoin },
    GuestLeft { conversation: ConversationId, agent: AgentId, cause: GuestLeave },

    // Conference
    InvitationStarted { conversation: ConversationId, invitation: InvitationStart },
    /// Whoever accepted becomes a guest with the event that follows.
    InvitationAccepted { conversation: ConversationId, handoff: HandoffId, agent: AgentId },
    /// The guest who came by it has left.
    InvitationCompleted { conversation: ConversationId, handoff: HandoffId, agent: AgentId },
    /// Nobody came.
    InvitationEnded { conversation: ConversationId, handoff: HandoffId, outcome: TransferOutcome },
    /// The time to pass what another owner left is over.
    OwnershipKept { conversation: ConversationId, agent: AgentId },

    // Transfers
    TransferStarted { conversation: ConversationId, transfer: TransferStart },
    /// Warm: the receiver is present, the introduction runs.
    TransferAccepted { conversation: ConversationId, handoff: HandoffId, agent: AgentId },
    /// Warm, its sender lost for good: goes on as a cold transfer to the same target.
    TransferTurnedCold { conversation: ConversationId, handoff: HandoffId },
    TransferCompleted { conversation: ConversationId, handoff: HandoffId, agent: AgentId, by: Actor },
    TransferEnded { conversation: ConversationId, handoff: HandoffId, from: AgentId, phase: TransferPhase, outcome: TransferOutcome },

    // Assist
    /// A supervisor is asked for; unanswered, all of them are alerted at `alert_at`.
    HandRaised { conversation: ConversationId, owner: AgentId, cause: HandCause, note: Option<BodyId>, alert_at: Timestamp },
    HandLowered { conversation: ConversationId, end: HandEnd },
    /// What a rule looks for is there. Each is met once per owner; a hand follows unless one is up.
    HandRuleMet { conversation: ConversationId, rule: String },
    SupervisorEntered { conversation: ConversationId, agent: AgentId, mode: AssistMode },
    SupervisorModeChanged { conversation: ConversationId, agent: AgentId, from: AssistMode, to: AssistMode },
    SupervisorLeft { conversation: ConversationId, agent: AgentId, mode: AssistMode, cause: SupervisorLeave },
    /// Somebody read it who takes no part in it. For the audit; changes nothing.
    ConversationRead { conversation: ConversationId, agent: AgentId },

    // Chain guard
    /// The owner wanted to move it on, beyond the limit of the chain; it waits for a supervisor until then.
    MoveStopped { conversation: ConversationId, agent: AgentId, target: Target, until: Timestamp },
    /// `by` nobody: no supervisor answered in time.
    MoveAllowed { conversation: ConversationId, by: Option<AgentId> },
    // Pipelines. Escalations and returns end as transfers do: `TransferCompleted`, `TransferEnded`
    /// Along an option of the stage; the agent is released at once.
    EscalationStarted { conversation: ConversationId, escalation: EscalationStart },
    /// The way back after a transfer or an escalation.
    ReturnStarted { conversation: ConversationId, returning: ReturnStart },
    /// Not kept for a list of agents any more; the wait goes on for everybody in the place.
    WaitWidened { conversation: ConversationId },
    /// A message stage is passed; its words are those of that configuration version.
    StageMessageSent { conversation: ConversationId, stage: StageId, config_version: u32 },
    /// The path leads to a form for a message; the wait goes on, and ends without one then.
    OfflineFormShown { conversation: ConversationId, stage: StageId, until: Timestamp },
    /// After closing.
    SurveyAsked { conversation: ConversationId, stage: StageId, until: Timestamp },
    SurveyAnswered { conversation: ConversationId, rating: u8, comment: Option<BodyId> },
    /// Somebody saw to the message that was left.
    MessageAnswered { conversation: ConversationId, by: AgentId },

    // Histories, imported. The desk does not change
    /// What the histories that follow speak of.
    HistoryNamed { names: HistoryNames },
    /// All that happened in one conversation elsewhere, in order; `case` is what it is called there.
    HistoryImported { conversation: ConversationId, case: String, steps: Vec<HistoryStep> },
}

impl Event {
    /// The conversation in whose flow it stands, if it has one.
    pub fn conversation(&self) -> Option<ConversationId> {
        match self {
            Event::ConversationQuarantined { conversation }
            | Event::SupervisorsAlerted { conversation, .. }
            | Event::ConversationOpened { conversation, .. }
            | Event::MessagePosted { conversation, .. }
            | Event::Greeted { conversation, .. }
            | Event::PrioritySet { conversation, .. }
            | Event::TagsSet { conversation, .. }
            | Event::AttributesSet { conversation, .. }
            | Event::ConversationParked { conversation, .. }
            | Event::WakeDelayed { conversation, .. }
            | Event::ConversationWoken { conversation, .. }
            | Event::OwnerLost { conversation, .. }
            | Event::OwnerBack { conversation, .. }
            | Event::VisitorReminded { conversation }
            | Event::ConversationClosed { conversation, .. }
            | Event::ConversationArchived { conversation }
            | Event::WaitStarted { conversation, .. }
            | Event::ReservationEnded { conversation, .. }
            | Event::WaitRelaxed { conversation, .. }
            | Event::VisitorToldStillSearching { conversation }
            | Event::ChoiceAsked { conversation }
            | Event::WaitContinued { conversation }
            | Event::MessageAsked { conversation, .. }
            | Event::VisitorToldOutOfHours { conversation, .. }
            | Event::WaitResumed { conversation }
            | Event::EstimateShown { conversation, .. }
            | Event::PredictionsTested { conversation, .. }
            | Event::NobodyEligible { conversation, .. }
            | Event::OfferMade { conversation, .. }
            | Event::OfferDeclined { conversation, .. }
            | Event::OfferAccepted { conversation, .. }
            | Event::CoolDownEnded { conversation, .. }
            | Event::OfferEnded { conversation, .. }
            | Event::AgentAssigned { conversation, .. }
            | Event::AgentReleased { conversation, .. }
            | Event::WrapUpExtended { conversation, .. }
            | Event::WrapUpEnded { conversation, .. }
            | Event::GuestJoined { conversation, .. }
            | Event::GuestLeft { conversation, .. }
            | Event::InvitationStarted { conversation, .. }
            | Event::InvitationAccepted { conversation, .. }
            | Event::InvitationCompleted { conversation, .. }
            | Event::InvitationEnded { conversation, .. }
            | Event::OwnershipKept { conversation, .. }
            | Event::TransferStarted { conversation, .. }
            | Event::TransferAccepted { conversation, .. }
            | Event::TransferTurnedCold { conversation, .. }
            | Event::TransferCompleted { conversation, .. }
            | Event::TransferEnded { conversation, .. }
            | Event::HandRaised { conversation, .. }
            | Event::HandLowered { conversation, .. }
            | Event::HandRuleMet { conversation, .. }
            | Event::SupervisorEntered { conversation, .. }
            | Event::SupervisorModeChanged { conversation, .. }
            | Event::SupervisorLeft { conversation, .. }
            | Event::ConversationRead { conversation, .. }
            | Event::MoveStopped { conversation, .. }
            | Event::MoveAllowed { conversation, .. }
            | Event::EscalationStarted { conversation, .. }
            | Event::ReturnStarted { conversation, .. }
            | Event::WaitWidened { conversation }
            | Event::StageMessageSent { conversation, .. }
            | Event::OfflineFormShown { conversation, .. }
            | Event::SurveyAsked { conversation, .. }
            | Event::SurveyAnswered { conversation, .. }
            | Event::MessageAnswered { conversation, .. }
            | Event::HistoryImported { conversation, .. } => Some(*conversation),
            Event::WorkspaceConfigured { .. }
            | Event::HistoryNamed { .. }
            | Event::ServerStarted
            | Event::HoursRenewed { .. }
            | Event::QueueClosed { .. }
            | Event::QueueOpened { .. }
            | Event::AgentConnected { .. }
            | Event::AgentConnectionLost { .. }
            | Event::AgentDisconnected { .. }
            | Event::AgentGivenUp { .. }
            | Event::AgentStatusSet { .. }
            | Event::AgentStoppedResponding { .. }
            | Event::AgentRespondedAgain { .. }
            | Event::VisitorConnected { .. }
            | Event::VisitorConnectionLost { .. }
            | Event::VisitorErased { .. } => None,
        }
    }
}
