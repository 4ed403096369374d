//! One conversation: who holds it, what is on offer, what is under way.
//!
//! The holder is one value, so that there is never none and never two (invariant I1): a release leaves it
//! in place until the event that names the next one.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

use crate::{
    command::{AssistMode, Completion, OnUnanswered, Target, TransferMode},
    config::{Place, RelaxStep},
    estimate::Prediction,
    event::{
        CloseReason, HandoffKind, HopKind, OfferTo, Reservation, ReservedFor, WaitCause,
        WrapUpStart,
    },
    explain::Explanation,
    ids::{
        AgentId, BodyId, ConversationId, HandoffId, ListId, OfferId, PipelineId, QueueId, SkillId,
        StageId, Timestamp, VisitorId,
    },
    state::{
        assist::{Assist, Hand, StoppedMove},
        left_message::LeftMessage,
        talk::{OwnerSilence, Talk},
    },
    view::staff::TransferState,
};

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Conversation {
    pub id: ConversationId,
    pub visitor: VisitorId,
    pub previous: Option<ConversationId>,
    pub attributes: Option<BodyId>,
    pub opened_at: Timestamp,
    /// Skills asked for beside those of the queue.
    pub needs: BTreeMap<SkillId, u8>,
    /// The visitor's language code.
    pub language: Option<String>,
    /// What the visitor filled in before it opened.
    pub answers: Option<BodyId>,
    pub pipeline: Option<PipelineId>,
    /// Also while an agent holds it.
    pub place: Place,
    pub priority: u8,
    pub tags: BTreeSet<String>,
    pub hops: u32,
    /// The last hops, oldest first; at most `CHAIN_KEPT_MAX`.
    pub chain: Vec<HopTaken>,
    /// Who let it go for somebody else: the next owner's assignment is the hop.
    pub passing: Option<Passing>,
    pub holder: Holder,
    /// Ended waits, added up.
    pub waited_ms: u64,
    pub handoff: Option<Handoff>,
    pub offer: Option<Offer>,
    /// Pending, and accepted ones until their guest leaves.
    pub invitations: BTreeMap<HandoffId, Invitation>,
    pub guests: BTreeMap<AgentId, Guest>,
    /// After-contact work; outlives closing (invariant I11).
    pub wrap_ups: BTreeMap<AgentId, WrapUp>,
    /// Who said no, or nothing.
    pub refusals: BTreeMap<AgentId, Refusal>,
    /// Everybody who was owner, and when they last let go.
    pub owners: BTreeMap<AgentId, Timestamp>,
    /// Everybody who took part beside an owner: as receiver, guest or supervisor who joined.
    pub helpers: BTreeSet<AgentId>,
    /// The last owner in each queue it was in.
    pub queue_owners: BTreeMap<QueueId, (AgentId, Timestamp)>,
    /// Places it fell back to; none is used twice.
    pub fallbacks: BTreeSet<Place>,
    /// Queues whose greeting was said.
    pub greeted: BTreeSet<QueueId>,
    pub talk: Talk,
    /// What the silence of the present owner comes to, while the visitor has no answer.
    pub silences: Vec<OwnerSilence>,
    /// When a visitor without connection is given up; one who never had any, from the last sign of life.
    pub visitor_lost_ends: Option<Timestamp>,
    /// After closing, where one was asked for.
    pub survey: Option<Survey>,
    /// What the visitor left for the queue's members to answer; it is kept in memory until they did.
    pub message: Option<LeftMessage>,
    /// Out of every rule's hands after a broken invariant (rule R7).
    pub quarantined: bool,
    /// Supervisors who are there while it stays its owner's.
    pub supervisors: BTreeMap<AgentId, Assist>,
    pub hand: Option<Hand>,
    /// Keys of hand rules met under this owner; while it waits, for the next one.
    pub rules_met: BTreeSet<String>,
    pub stopped: Option<StoppedMove>,
}

/// Ownership on its way from one agent to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Passing {
    pub kind: HopKind,
    pub from: AgentId,
    pub from_place: Place,
}

/// One link of the chain that a conversation has come along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct HopTaken {
    pub kind: HopKind,
    pub from: AgentId,
    pub from_place: Place,
    pub to: AgentId,
    pub to_place: Place,
    pub at: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Survey {
    pub stage: StageId,
    pub ends: Timestamp,
    /// 1 to 5, once answered.
    pub rating: Option<u8>,
}

/// Who is responsible.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Holder {
    Queue(Wait),
    Agent(Tenure),
    /// Closed: nobody needs to be.
    Closed {
        reason: CloseReason,
        at: Timestamp,
    },
}

/// One stay in a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Wait {
    pub cause: WaitCause,
    /// Where it was before.
    pub came_from: Place,
    pub spot: Spot,
    /// Kept for one agent; not in the line.
    pub reserved: Option<Reservation>,
    /// Somebody was asked, and the visitor told so.
    pub offered: bool,
    /// Not due any more once told.
    pub still_searching_at: Option<Timestamp>,
    pub choice: Option<ChoiceAsked>,
}

/// A place in a queue's line: of a waiting conversation, or of a warm transfer or an invitation to a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Spot {
    pub since: Timestamp,
    pub credit_ms: u64,
    /// Re-queued after a lost agent: stands before every priority.
    pub front: bool,
    pub sender: Option<AgentId>,
    /// Only these agents are eligible for now.
    pub list: Option<ListFirst>,
    /// The steps of relaxation it began with; it keeps them whatever is configured later.
    pub relax: Vec<RelaxStep>,
    /// How many of them are in force.
    pub relaxed: u8,
    /// When the max wait is over.
    pub max_wait_ends: Timestamp,
    pub service: Service,
    /// Nobody was eligible when last looked, and the journal says so.
    pub fruitless: bool,
    /// What was shown of this wait, the latest last; a sample of it once there is too much.
    pub predictions: Vec<Prediction>,
}

/// Whether the queue serves somebody who stands in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Service {
    Open,
    /// The queue is closed; it still does until then.
    Closing {
        until: Timestamp,
    },
    /// No longer, and the visitor was told so.
    Closed {
        opens_at: Option<Timestamp>,
    },
}

/// The agent list of an escalation, asked before everybody else in the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct ListFirst {
    pub list: ListId,
    pub ends: Timestamp,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct ChoiceAsked {
    pub at: Timestamp,
    /// Whether the visitor has yet to answer this one.
    pub open: bool,
    /// The visitor writes a message; the wait ends without one then.
    pub form_ends: Option<Timestamp>,
}

/// One owner's stay.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Tenure {
    pub agent: AgentId,
    pub since: Timestamp,
    pub parked: Option<Parked>,
    /// The visitor was told that the owner is lost.
    pub lost: bool,
    /// Of a supervisor who took it over: from whom.
    pub taken_from: Option<AgentId>,
    /// Was left it by the owner before, and may still pass.
    pub succession: Option<Succession>,
}

/// How a guest came to own what another left.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Succession {
    pub pass_ends: Timestamp,
    /// Who has passed already; not asked again.
    pub passed: BTreeSet<AgentId>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Parked {
    pub since: Timestamp,
    /// When it closes for want of a visitor.
    pub ends: Timestamp,
    /// Woken; the owner's next room is kept for it until then.
    pub wake_ends: Option<Timestamp>,
}

/// The open transfer, escalation or return.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Handoff {
    pub id: HandoffId,
    pub from: AgentId,
    pub target: Target,
    pub kind: HandoffKind,
    pub state: TransferState,
    /// The place the conversation is in once it has moved.
    pub place: Place,
    pub from_place: Place,
    pub priority: u8,
    pub reason: Option<String>,
    pub note: Option<BodyId>,
    pub started_at: Timestamp,
    /// A warm transfer to a queue stands in its line.
    pub spot: Option<Spot>,
    /// The introduction completes by itself then.
    pub introduction_ends: Option<Timestamp>,
}

/// Somebody asked to take part beside the owner.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Invitation {
    pub id: HandoffId,
    /// The owner it was made for.
    pub by: AgentId,
    pub target: Target,
    pub state: TransferState,
    /// Where the guest takes part: decides the units they spend.
    pub place: Place,
    pub priority: u8,
    pub reason: Option<String>,
    pub note: Option<BodyId>,
    pub started_at: Timestamp,
    /// Of a queue, while pending: it stands in the line.
    pub spot: Option<Spot>,
    pub offer: Option<Offer>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Offer {
    pub id: OfferId,
    /// Of a broadcast: those who have not declined.
    pub to: OfferTo,
    pub handoff: Option<HandoffId>,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
    pub explanation: Explanation,
}

/// Takes part beside the owner: was invited, or owned it before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Guest {
    pub since: Timestamp,
    /// A sender who stayed leaves then, having written nothing.
    pub silence_ends: Option<Timestamp>,
    /// How they came, if they were invited.
    pub invitation: Option<HandoffId>,
    /// Units of capacity, as in the place where they became a guest: moves are not theirs to pay for.
    pub units: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct WrapUp {
    /// Where the leg was.
    pub place: Place,
    pub since: Timestamp,
    pub plan: WrapUpStart,
}

/// How often one agent was asked in vain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Refusal {
    pub declines: u32,
    pub unanswered: u32,
    pub at: Timestamp,
    /// Not asked again before; none once that is over.
    pub cool_down_ends: Option<Timestamp>,
}

impl Refusal {
    pub(crate) const NONE: Self =
        Self { declines: 0, unanswered: 0, at: Timestamp(0), cool_down_ends: None };
}

impl Wait {
    /// Whether the visitor has a form for a message before them.
    pub fn shows_form(&self) -> bool {
        self.choice.is_some_and(|choice| choice.form_ends.is_some())
    }
}

impl Conversation {
    pub fn is_closed(&self) -> bool {
        matches!(self.holder, Holder::Closed { .. })
    }

    pub fn owner(&self) -> Option<AgentId> {
        self.tenure().map(|tenure| tenure.agent)
    }

    pub fn tenure(&self) -> Option<&Tenure> {
        match &self.holder {
            Holder::Agent(tenure) => Some(tenure),
            Holder::Queue(_) | Holder::Closed { .. } => None,
        }
    }

    pub fn wait(&self) -> Option<&Wait> {
        match &self.holder {
            Holder::Queue(wait) => Some(wait),
            Holder::Agent(_) | Holder::Closed { .. } => None,
        }
    }

    pub fn parked(&self) -> Option<&Parked> {
        self.tenure().and_then(|tenure| tenure.parked.as_ref())
    }

    /// The agent in the introduction.
    pub fn receiver(&self) -> Option<AgentId> {
        match self.handoff.as_ref()?.state {
            TransferState::Accepted { by, .. } => Some(by),
            TransferState::Pending => None,
        }
    }

    /// Where it stands in a line, and in which.
    pub fn spot(&self) -> Option<(Place, &Spot)> {
        match &self.holder {
            Holder::Queue(wait) => Some((self.place, &wait.spot)),
            Holder::Agent(_) => {
                let handoff = self.handoff.as_ref()?;
                handoff.spot.as_ref().map(|spot| (handoff.place, spot))
            }
            Holder::Closed { .. } => None,
        }
    }

    /// The place it is about to be in: that of the open warm transfer, else the present one.
    pub fn next_place(&self) -> Place {
        match (&self.holder, &self.handoff) {
            (Holder::Agent(_), Some(handoff)) => handoff.place,
            (Holder::Agent(_), None) | (Holder::Queue(_) | Holder::Closed { .. }, _) => self.place,
        }
    }

    /// The agent it waits for, out of the line.
    pub fn reserved(&self) -> Option<&Reservation> {
        self.wait().and_then(|wait| wait.reserved.as_ref())
    }

    /// Whether it waits in a queue that does not serve it any more.
    pub fn is_out_of_hours(&self) -> bool {
        self.spot().is_some_and(|(_, spot)| matches!(spot.service, Service::Closed { .. }))
    }

    /// How a supervisor is there.
    pub fn assist_mode(&self, agent: AgentId) -> Option<AssistMode> {
        self.supervisors.get(&agent).map(|assist| assist.mode)
    }

    /// Whether a supervisor is there whom the owner can whisper with.
    pub fn is_whispered_in(&self) -> bool {
        self.supervisors.values().any(|assist| assist.mode != AssistMode::Observe)
    }

    /// All it has waited until now.
    pub fn waited_until(&self, now: Timestamp) -> u64 {
        self.waited_ms.saturating_add(self.wait().map_or(0, |wait| now.since(wait.spot.since)))
    }

    /// The agent that a pending transfer asks by name.
    pub fn named_receiver(&self) -> Option<AgentId> {
        let handoff = self.handoff.as_ref()?;
        match (handoff.target, handoff.state) {
            (Target::Agent(agent), TransferState::Pending) => Some(agent),
            (Target::Agent(_), TransferState::Accepted { .. }) | (Target::Queue(_), _) => None,
        }
    }

    /// Invitations that nobody has accepted yet.
    pub fn open_invitations(&self) -> impl Iterator<Item = &Invitation> {
        self.invitations.values().filter(|invitation| invitation.state == TransferState::Pending)
    }

    /// People in it, the visitor included; whoever is invited has a seat already, so that accepting never
    /// finds the conversation full.
    pub fn people(&self) -> usize {
        let staff = self.owner().into_iter().chain(self.receiver()).count();
        1 + staff + self.guests.len() + self.open_invitations().count()
    }

    /// Whom an offer that runs out does not count against: it was made by name, not by routing.
    pub fn is_named(&self) -> bool {
        let kept = self.reserved().is_some_and(|r| r.purpose == ReservedFor::PreviousOwner);
        kept || self.named_receiver().is_some()
    }

    /// Who had it before it was handed over, and where: the last hop that was not taken back since.
    pub fn way_back(&self) -> Option<(AgentId, Place)> {
        let mut way: Vec<&HopTaken> = Vec::new();
        for hop in &self.chain {
            match hop.kind {
                HopKind::Transfer | HopKind::Escalation => way.push(hop),
                HopKind::Return => {
                    way.pop();
                }
            }
        }
        way.last().map(|hop| (hop.from, hop.from_place))
    }

    /// Whether it never had an owner.
    pub fn is_first_assignment(&self) -> bool {
        self.owners.is_empty() && self.owner().is_none()
    }
}

impl Handoff {
    /// What follows if nobody takes a cold transfer; none for any other handoff.
    pub fn on_unanswered(&self) -> Option<OnUnanswered> {
        match self.kind {
            HandoffKind::Transfer(TransferMode::Cold(then)) => Some(then),
            HandoffKind::Transfer(TransferMode::Warm(_))
            | HandoffKind::Escalation { .. }
            | HandoffKind::Return => None,
        }
    }

    /// When the receiver of a warm transfer becomes owner; none for any other handoff.
    pub fn completion(&self) -> Option<Completion> {
        match self.kind {
            HandoffKind::Transfer(TransferMode::Warm(completion)) => Some(completion),
            HandoffKind::Transfer(TransferMode::Cold(_))
            | HandoffKind::Escalation { .. }
            | HandoffKind::Return => None,
        }
    }
}
