//! Facts: everything a journal says. `decide` chooses once, `apply` repeats.
//!
//! Never holds what a person typed (rule R4); names it by [`BodyId`].

use alloc::{
    boxed::Box,
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

use crate::{
    command::{
        Actor, AssistMode, Audience, ChosenStatus, Displaced, FileRef, Room, Target, TransferMode,
    },
    config::{Config, Interval, Place},
    estimate::{Estimate, Prediction},
    explain::Explanation,
    history::{HistoryNames, HistoryStep},
    ids::{
        AgentId, BodyId, ConversationId, HandoffId, HoursId, ListId, MessageId, OfferId,
        PipelineId, QueueId, SkillId, StageId, Timestamp, VisitorId,
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
            | Event::VisitorConnectionLost { .. } => None,
        }
    }
}

/// How a wait begins.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct WaitStart {
    pub place: Place,
    pub cause: WaitCause,
    /// Earlier waiting that counts here.
    pub credit_ms: u64,
    /// Re-queued after a lost agent: stands before every priority.
    pub front: bool,
    pub priority: u8,
    /// The agent who sent it here; not offered to them unless nobody else is online.
    pub sender: Option<AgentId>,
    pub reserved: Option<Reservation>,
    /// Only these agents are eligible at first.
    pub list: Option<ListId>,
    /// What is shown of it from the start: an escalation says the new wait in the same breath.
    pub shown: Option<Prediction>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum WaitCause {
    Opened,
    Transfer(HandoffId),
    Escalation(HandoffId),
    Return(HandoffId),
    /// A cold transfer to an agent that nobody took.
    Unanswered(HandoffId),
    /// The max wait of the place before was over.
    Fallback,
    /// The queue was closed.
    OutOfHours,
    /// The same, and its fallback leads back to where it came from.
    FallbackBack,
    AgentLost(AgentId),
    AgentWentOffline(AgentId),
    AgentRemoved(AgentId),
    /// A parked conversation whose owner found no room in time.
    OwnerHadNoRoom(AgentId),
    /// The owner of a conference left, or passed, and no guest could be the next.
    OwnerLeft(AgentId),
    RequeuedBy(AgentId),
}

/// How a wait ended of which something was predicted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum PredictionOutcome {
    /// An agent came: the prediction held, or did not.
    Answered,
    /// The visitor gave up: it would have taken at least as long.
    Left,
    /// A fallback, a recall, a closing by somebody else: says little about the prediction.
    MovedOn,
}

/// A waiting conversation kept for one agent. Counts towards that agent's load once they have room for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Reservation {
    pub agent: AgentId,
    pub until: Timestamp,
    pub purpose: ReservedFor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum ReservedFor {
    /// The visitor's last owner in this queue.
    LastOwner,
    /// A cold transfer to this agent by name.
    NamedReceiver,
    /// Whoever had it in this place before it left, by a return or a fallback.
    PreviousOwner,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum ReservationEnd {
    TimeUp,
    Declined,
    Unanswered,
    WentOffline,
    AgentRemoved,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum OfferTo {
    /// Reserves the conversation's weight.
    Agent(AgentId),
    /// To all eligible at once; reserves nothing.
    Broadcast(Vec<AgentId>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum OfferEnd {
    /// Ran out: a RONA, unless it was a broadcast or by name.
    Expired,
    /// The agent went offline, lost the connection for good or was removed.
    Offline,
    /// The server was restarted; made again, no RONA.
    Restart,
    /// What it proposed is no longer to be had.
    Withdrawn,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum AssignCause {
    Accepted(OfferId),
    /// A queue that gives without asking.
    AutoAccepted,
    Pulled,
    /// A warm transfer was completed.
    TransferCompleted(HandoffId),
    /// A cold transfer nobody took came back to its sender.
    TransferReturned(HandoffId),
    TransferRecalled(HandoffId),
    /// The agent came back before anybody else accepted.
    Reconnected,
    /// The owner left for good; the receiver was already in the introduction.
    OwnerLost(HandoffId),
    /// A guest was made the owner.
    MadeOwner {
        from: AgentId,
    },
    /// A guest is next after an owner who left, was lost, or passed; they may pass for a while.
    Inherited {
        from: AgentId,
    },
    AssignedBy {
        supervisor: AgentId,
        room: Room,
    },
    /// By a supervisor, whatever room they have (invariant I3).
    TakenOver {
        from: AgentId,
    },
    /// Back to whom it was taken over from.
    HandedBack {
        by: AgentId,
    },
}

/// Whether ownership passed from one agent to another by transfer, escalation or return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Hop {
    None,
    From(AgentId),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum ReleaseCause {
    /// Sent on, and left.
    Transferred(HandoffId),
    Escalated(HandoffId),
    Returned(HandoffId),
    /// Handed over to somebody who is there, and left.
    HandedOver(HandoffId),
    /// Handed over, and stays as a guest.
    BecameGuest(HandoffId),
    /// Made a guest the owner.
    GaveTo(AgentId),
    /// Left a conference; a guest is the next.
    LeftTo(AgentId),
    /// Left a conference; no guest could be the next.
    Left,
    /// Was left it, and does not want it.
    Passed,
    Lost,
    WentOffline,
    Removed,
    Closed,
    NoRoomToWake,
    /// A supervisor moved it.
    MovedBy(AgentId),
    /// A supervisor took it over.
    TakenOver {
        by: AgentId,
        owner: Displaced,
    },
    /// A supervisor gave it back who had taken it over.
    HandedBack,
}

/// After-contact work that begins with a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct WrapUpStart {
    pub until: Timestamp,
    /// 0 where the queue's wrap-up holds no capacity.
    pub weight: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum WrapUpEnd {
    ByAgent,
    TimeUp,
    /// The conversation came back to the agent.
    CameBack,
    AgentRemoved,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum GuestLeave {
    Left,
    Lost,
    /// Is an agent of the workspace no longer.
    Removed,
    /// By the owner, or a supervisor for them.
    RemovedBy(AgentId),
    BecameOwner,
    Closed,
}

/// How somebody became a guest. Only the invited are new to the visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum GuestJoin {
    /// A sender who stays after handing over, until they are silent for a while.
    #[default]
    HandedOver,
    /// Who was owner before, and stays.
    WasOwner,
    Invited(HandoffId),
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct InvitationStart {
    pub handoff: HandoffId,
    /// The owner it is made for.
    pub by: AgentId,
    pub target: Target,
    /// Where the guest takes part: its line, and the units it takes.
    pub place: Place,
    /// Earlier waiting that counts in the line.
    pub credit_ms: u64,
    pub priority: u8,
    pub reason: Option<String>,
    pub note: Option<BodyId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct TransferStart {
    pub handoff: HandoffId,
    pub from: AgentId,
    pub target: Target,
    pub mode: TransferMode,
    /// The place the conversation is in once it has moved.
    pub place: Place,
    /// Where it came from.
    pub from_place: Place,
    /// Earlier waiting that counts in the line of a warm transfer to a queue.
    pub credit_ms: u64,
    /// The conversation's priority there, and once it has moved.
    pub priority: u8,
    pub reason: Option<String>,
    pub note: Option<BodyId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct EscalationStart {
    pub handoff: HandoffId,
    pub from: AgentId,
    /// The key of the option, in the stage it came from.
    pub option: String,
    /// Only these agents are eligible at first.
    pub list: Option<ListId>,
    pub place: Place,
    pub from_place: Place,
    pub priority: u8,
    pub reason: Option<String>,
    pub note: Option<BodyId>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct ReturnStart {
    pub handoff: HandoffId,
    pub from: AgentId,
    /// Who had it in that place; asked first if there with room.
    pub to: AgentId,
    pub place: Place,
    pub from_place: Place,
    pub priority: u8,
    pub note: Option<BodyId>,
}

/// What kind of handoff is open, with what is particular to it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum HandoffKind {
    Transfer(TransferMode),
    /// Along the option of this key.
    Escalation {
        option: String,
    },
    Return,
}

/// By what ownership passed from one agent to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum HopKind {
    Transfer,
    Escalation,
    Return,
}

/// How far a transfer had come when it ended without a new owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum TransferPhase {
    /// Warm; nobody had accepted.
    Asked,
    /// Warm; the receiver was present, and leaves.
    Introduction { receiver: AgentId },
    /// Cold; the conversation was waiting.
    Waiting,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum TransferOutcome {
    Declined(DeclineCause),
    Expired(ExpireCause),
    Cancelled(CancelCause),
    Failed(FailCause),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum DeclineCause {
    Declined,
    HandedBack,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum ExpireCause {
    TimeUp,
    Offline,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum CancelCause {
    BySender,
    Recalled,
    Closed,
    Fallback,
    Requeued,
    Assigned,
    TakenOver,
    /// An invitation: its owner owns the conversation no longer.
    OwnerChanged,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum FailCause {
    TargetRemoved,
    QueueClosed,
    /// The receiver's connection was lost during the introduction.
    ReceiverLost,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum CloseReason {
    Agent,
    Visitor,
    VisitorIdle,
    VisitorGone,
    WaitTimeout,
    MessageLeft,
    /// The queue was closed, and no message was left.
    OutOfHours,
    Supervisor,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Alert {
    /// The only agent of the queue declined or did not answer.
    OnlyAgentUnwilling,
    /// The visitor was asked to choose because nobody came.
    NobodyCame,
    Quarantined,
    /// Nobody answered a raised hand, or nobody is there to.
    HandUnanswered,
    /// A move beyond the chain's limit was allowed because nobody answered.
    MoveUnanswered,
    /// A message that was left stands there for a working day.
    MessageUnanswered,
}

/// Why a hand is up.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum HandCause {
    /// The owner asks.
    Asked,
    /// By the key of a rule of the configuration.
    Rule(String),
    /// The chain guard stopped a move.
    ChainLimit,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum HandEnd {
    LoweredBy(AgentId),
    /// A supervisor answered it.
    TakenBy(AgentId),
    /// A supervisor allowed the move it was raised for.
    MoveAllowedBy(AgentId),
    OwnershipMoved,
    Closed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum SupervisorLeave {
    Left,
    Lost,
    /// No longer a supervisor.
    Removed,
    /// Owner, guest or in an introduction from here.
    TookPart,
    Closed,
}
