//! Who holds a conversation, and the transfers on the way there.

use crate::{
    command::{Completion, OnUnanswered, Room, Target, TransferMode},
    config::Place,
    desk::Desk,
    event::{AssignCause, Hop, TransferStart, WrapUpStart},
    ids::{AgentId, ConversationId, HandoffId, Timestamp},
    state::{Guest, Handoff, Holder, Spot, Tenure, WrapUp},
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
        self.change(id, |c| {
            c.waited_ms = c.waited_until(at);
            if let (AssignCause::TransferCompleted(_) | AssignCause::OwnerLost(_), Some(handoff)) =
                (cause, &c.handoff)
            {
                c.priority = handoff.priority;
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
                | AssignCause::AssignedBy { .. }
                | AssignCause::HandedBack { .. } => None,
            };
            c.holder =
                Holder::Agent(Tenure { agent, since: at, parked: None, lost: false, taken_from });
            c.hops = c.hops.saturating_add(u32::from(hop != Hop::None));
            c.talk.since = at;
            c.talk.reminded = false;
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
        plan: Option<WrapUpStart>,
        at: Timestamp,
    ) {
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

    pub(super) fn guest_joined(&mut self, id: ConversationId, agent: AgentId, at: Timestamp) {
        let silence_ends = at.after(self.rules().settings.introduction_ms);
        let Some(conversation) = self.conversation(id) else { return };
        let units = self.place(conversation.place).queue.weight;
        self.change(id, |c| {
            c.guests.insert(agent, Guest { since: at, silence_ends, units });
        });
    }

    pub(super) fn transfer_started(
        &mut self,
        id: ConversationId,
        start: &TransferStart,
        at: Timestamp,
    ) {
        self.named(start.note);
        self.state.next.handoff =
            self.state.next.handoff.max(HandoffId(start.handoff.0.saturating_add(1)));
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
            mode: start.mode,
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
        self.change(id, |c| c.handoff = Some(handoff));
    }

    pub(super) fn transfer_accepted(&mut self, id: ConversationId, agent: AgentId, at: Timestamp) {
        let silence_ends = at.after(self.rules().settings.introduction_ms);
        self.change(id, |c| {
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
                handoff.mode = TransferMode::Cold(OnUnanswered::Queue);
                handoff.spot = None;
            }
        });
    }
}
