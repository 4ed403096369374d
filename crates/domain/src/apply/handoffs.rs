//! Who holds a conversation, and the transfers on the way there.

use crate::{
    command::{Completion, OnUnanswered, Room, Target, TransferMode},
    config::Place,
    desk::Desk,
    event::{
        AssignCause, EscalationStart, HandoffKind, Hop, HopKind, ReleaseCause, ReturnStart,
        TransferStart, WrapUpStart,
    },
    ids::{AgentId, ConversationId, HandoffId, Timestamp},
    limits::CHAIN_KEPT_MAX,
    state::{Handoff, Holder, HopTaken, IdleClock, Passing, Spot, Tenure, WrapUp},
    view::staff::TransferState,
};

impl Desk {
    pub(super) fn assigned(
        &mut self,
        id: ConversationId,
        agent: AgentId,
        place: Place,
        cause: AssignCause,
        hop: Hop,
        at: Timestamp,
    ) {
        let succession = self.succession(id, cause, at);
        let idle = IdleClock::begun(at, &self.rules().settings);
        let silences = self.silences_from(at);
        self.change(id, |c| {
            c.waited_ms = c.waited_until(at);
            if let (AssignCause::TransferCompleted(_) | AssignCause::OwnerLost(_), Some(handoff)) =
                (cause, &c.handoff)
            {
                c.priority = handoff.priority;
            }
            let passing = c.passing.take();
            if let (Hop::From(from), Some(Passing { kind, from_place, .. })) = (hop, passing) {
                if c.chain.len() == CHAIN_KEPT_MAX {
                    c.chain.remove(0);
                }
                c.chain.push(HopTaken { kind, from, from_place, to: agent, to_place: place, at });
            }
            c.place = place;
            let taken_from = match cause {
                AssignCause::TakenOver { from } => Some(from),
                AssignCause::Accepted(_)
                | AssignCause::AutoAccepted
                | AssignCause::Pulled
                | AssignCause::TransferCompleted(_)
                | AssignCause::TransferReturned(_)
                | AssignCause::TransferRecalled(_)
                | AssignCause::Reconnected
                | AssignCause::OwnerLost(_)
                | AssignCause::MadeOwner { .. }
                | AssignCause::Inherited { .. }
                | AssignCause::AssignedBy { .. }
                | AssignCause::HandedBack { .. } => None,
            };
            let tenure =
                Tenure { agent, since: at, parked: None, lost: false, taken_from, succession };
            c.holder = Holder::Agent(tenure);
            c.hops = c.hops.saturating_add(u32::from(hop != Hop::None));
            c.talk.idle = idle;
            c.talk.reminded = false;
            if c.talk.unanswered_since.is_some() {
                c.silences = silences;
            }
            c.quarantined = false;
        });
        let load = self.index.load(agent);
        self.change_agent(agent, |agent| {
            agent.owner_since = at;
            if let AssignCause::AssignedBy { room: Room::Overridden, .. }
            | AssignCause::TakenOver { .. } = cause
            {
                agent.allowance = load;
            }
        });
    }

    /// The holder stays until the event that names the next one (invariant I1).
    pub(super) fn released(
        &mut self,
        id: ConversationId,
        agent: AgentId,
        cause: ReleaseCause,
        plan: Option<WrapUpStart>,
        at: Timestamp,
    ) {
        if cause == ReleaseCause::Passed {
            self.passed(id, agent);
        }
        let lost_ends = at.after(self.rules().settings.visitor_lost_ms);
        self.change(id, |c| {
            if c.parked().is_some() {
                c.visitor_lost_ends = c.visitor_lost_ends.map(|_| lost_ends);
            }
            Self::remember_owner(c, agent, at);
            c.rules_met.clear();
            c.stopped = None;
            if let Some(plan) = plan {
                c.wrap_ups.insert(agent, WrapUp { place: c.place, since: at, plan });
            }
        });
    }

    pub(super) fn transfer_started(
        &mut self,
        id: ConversationId,
        start: &TransferStart,
        at: Timestamp,
    ) {
        let spot = match (start.mode, start.target) {
            (TransferMode::Warm(_), Target::Queue(_)) => {
                Some(Spot { credit_ms: start.credit_ms, ..self.plain_spot(start.place, at) })
            }
            (TransferMode::Warm(_), Target::Agent(_)) | (TransferMode::Cold(_), _) => None,
        };
        let handoff = Handoff {
            id: start.handoff,
            from: start.from,
            target: start.target,
            kind: HandoffKind::Transfer(start.mode),
            state: TransferState::Pending,
            place: start.place,
            from_place: start.from_place,
            priority: start.priority,
            reason: start.reason.clone(),
            note: start.note,
            started_at: at,
            spot,
            introduction_ends: None,
        };
        self.handoff_started(id, handoff, HopKind::Transfer);
    }

    pub(super) fn escalation_started(
        &mut self,
        id: ConversationId,
        start: &EscalationStart,
        at: Timestamp,
    ) {
        let handoff = Handoff {
            id: start.handoff,
            from: start.from,
            target: Target::Queue(start.place.queue),
            kind: HandoffKind::Escalation { option: start.option.clone() },
            state: TransferState::Pending,
            place: start.place,
            from_place: start.from_place,
            priority: start.priority,
            reason: start.reason.clone(),
            note: start.note,
            started_at: at,
            spot: None,
            introduction_ends: None,
        };
        self.handoff_started(id, handoff, HopKind::Escalation);
    }

    pub(super) fn return_started(
        &mut self,
        id: ConversationId,
        start: &ReturnStart,
        at: Timestamp,
    ) {
        let handoff = Handoff {
            id: start.handoff,
            from: start.from,
            target: Target::Queue(start.place.queue),
            kind: HandoffKind::Return,
            state: TransferState::Pending,
            place: start.place,
            from_place: start.from_place,
            priority: start.priority,
            reason: None,
            note: start.note,
            started_at: at,
            spot: None,
            introduction_ends: None,
        };
        self.handoff_started(id, handoff, HopKind::Return);
    }

    fn handoff_started(&mut self, id: ConversationId, handoff: Handoff, kind: HopKind) {
        self.named(handoff.note);
        self.state.next.handoff =
            self.state.next.handoff.max(HandoffId(handoff.id.0.saturating_add(1)));
        self.change(id, |c| {
            c.passing = Some(Passing { kind, from: handoff.from, from_place: handoff.from_place });
            c.handoff = Some(handoff);
        });
    }

    /// An owner who kept it has passed nothing on.
    pub(super) fn transfer_ended(&mut self, id: ConversationId, at: Timestamp) {
        let idle = IdleClock::begun(at, &self.rules().settings);
        self.change(id, |c| {
            c.handoff = None;
            c.talk.idle = idle;
            if c.owner().is_some() {
                c.passing = None;
            }
        });
    }

    pub(super) fn transfer_accepted(&mut self, id: ConversationId, agent: AgentId, at: Timestamp) {
        let silence_ends = at.after(self.rules().settings.introduction_ms);
        self.change(id, |c| {
            c.helpers.insert(agent);
            if let Some(handoff) = &mut c.handoff {
                handoff.state = TransferState::Accepted { by: agent, at };
                handoff.spot = None;
                handoff.introduction_ends =
                    (handoff.completion() == Some(Completion::Introduced)).then_some(silence_ends);
            }
        });
    }

    /// Its sender is lost, so that it can return to nobody.
    pub(super) fn transfer_turned_cold(&mut self, id: ConversationId) {
        self.change(id, |c| {
            if let Some(handoff) = &mut c.handoff {
                handoff.kind = HandoffKind::Transfer(TransferMode::Cold(OnUnanswered::Queue));
                handoff.spot = None;
            }
        });
    }
}
