//! Invitations, guests, and whom a conference is left to.

use alloc::collections::BTreeSet;

use crate::{
    command::Target,
    desk::Desk,
    event::{AssignCause, GuestJoin, InvitationStart},
    ids::{AgentId, ConversationId, HandoffId, Timestamp},
    state::{Guest, Holder, IdleClock, Invitation, Spot, Succession},
    view::staff::TransferState,
};

impl Desk {
    pub(super) fn invitation_started(
        &mut self,
        id: ConversationId,
        start: &InvitationStart,
        at: Timestamp,
    ) {
        self.named(start.note);
        self.state.next.handoff =
            self.state.next.handoff.max(HandoffId(start.handoff.0.saturating_add(1)));
        let spot = match start.target {
            Target::Queue(_) => {
                Some(Spot { credit_ms: start.credit_ms, ..self.plain_spot(start.place, at) })
            }
            Target::Agent(_) => None,
        };
        let invitation = Invitation {
            id: start.handoff,
            by: start.by,
            target: start.target,
            state: TransferState::Pending,
            place: start.place,
            priority: start.priority,
            reason: start.reason.clone(),
            note: start.note,
            started_at: at,
            spot,
            offer: None,
        };
        self.change(id, |c| {
            c.invitations.insert(start.handoff, invitation);
        });
    }

    pub(super) fn invitation_accepted(
        &mut self,
        id: ConversationId,
        handoff: HandoffId,
        agent: AgentId,
        at: Timestamp,
    ) {
        let idle = IdleClock::begun(at, &self.rules().settings);
        self.change(id, |c| {
            if let Some(invitation) = c.invitations.get_mut(&handoff) {
                invitation.state = TransferState::Accepted { by: agent, at };
                invitation.spot = None;
            }
            c.talk.idle = idle;
        });
    }

    pub(super) fn invitation_over(
        &mut self,
        id: ConversationId,
        handoff: HandoffId,
        at: Timestamp,
    ) {
        let idle = IdleClock::begun(at, &self.rules().settings);
        self.change(id, |c| {
            let over = c.invitations.remove(&handoff);
            if over.is_some_and(|invitation| invitation.state == TransferState::Pending) {
                c.talk.idle = idle;
            }
        });
    }

    pub(super) fn guest_joined(
        &mut self,
        id: ConversationId,
        agent: AgentId,
        cause: GuestJoin,
        at: Timestamp,
    ) {
        let silence_ends = at.after(self.rules().settings.introduction_ms);
        let Some(conversation) = self.conversation(id) else { return };
        let (invitation, silence_ends) = match cause {
            GuestJoin::HandedOver => (None, Some(silence_ends)),
            GuestJoin::WasOwner => (None, None),
            GuestJoin::Invited(handoff) => (Some(handoff), None),
        };
        let invited = invitation.and_then(|handoff| conversation.invitations.get(&handoff));
        let place = invited.map_or(conversation.place, |invited| invited.place);
        let units = self.place(place).queue.weight;
        self.change(id, |c| {
            c.helpers.insert(agent);
            c.guests.insert(agent, Guest { since: at, silence_ends, invitation, units });
        });
    }

    /// Whom it is left to may pass for a while; everybody who passed before them is remembered.
    pub(super) fn succession(
        &self,
        id: ConversationId,
        cause: AssignCause,
        at: Timestamp,
    ) -> Option<Succession> {
        let AssignCause::Inherited { .. } = cause else { return None };
        let before = self.conversation(id).and_then(|c| c.tenure()?.succession.as_ref());
        Some(Succession {
            pass_ends: at.after(self.rules().settings.pass_ms),
            passed: before.map_or_else(BTreeSet::new, |before| before.passed.clone()),
        })
    }

    pub(super) fn passed(&mut self, id: ConversationId, agent: AgentId) {
        self.change(id, |c| {
            if let Holder::Agent(tenure) = &mut c.holder
                && let Some(succession) = &mut tenure.succession
            {
                succession.passed.insert(agent);
            }
        });
    }
}
