//! How each open transfer began, so that the line that ends it says who, where to and how long it took. The same
//! fold serves live lines and stored transcripts.

use std::collections::BTreeMap;

use domain::{
    command::Target,
    event::{Event, HandoffKind, InvitationStart, TransferStart},
    ids::{AgentId, HandoffId, Timestamp},
    state::State,
};
use protocol::staff::Happening;

use crate::translate::{Names, ToWire, staff};

/// How the open transfers and invitations began.
#[derive(Debug, Default)]
pub struct Transfers(BTreeMap<HandoffId, Begun>);

#[derive(Debug, Clone)]
struct Begun {
    at: Timestamp,
    from: AgentId,
    target: Target,
    /// None for an invitation.
    kind: Option<HandoffKind>,
}

impl Transfers {
    /// Those open in a desk that was loaded.
    pub fn open_in(state: &State) -> Self {
        let open = state.conversations.values();
        let moves = open.clone().filter_map(|open| open.handoff.as_ref()).map(|handoff| {
            let begun = Begun {
                at: handoff.started_at,
                from: handoff.from,
                target: handoff.target,
                kind: Some(handoff.kind.clone()),
            };
            (handoff.id, begun)
        });
        let invitations = open.flat_map(|open| open.invitations.values()).map(|invitation| {
            let begun = Begun {
                at: invitation.started_at,
                from: invitation.by,
                target: invitation.target,
                kind: None,
            };
            (invitation.id, begun)
        });
        Self(moves.chain(invitations).collect())
    }

    /// Takes note of an event before its line is made.
    pub fn begin(&mut self, event: &Event, at: Timestamp) {
        let (handoff, begun) = if let Event::TransferStarted { transfer, .. } = event {
            let TransferStart { handoff, from, target, mode, .. } = *transfer;
            (handoff, Begun { at, from, target, kind: Some(HandoffKind::Transfer(mode)) })
        } else if let Event::EscalationStarted { escalation, .. } = event {
            let kind = HandoffKind::Escalation { option: escalation.option.clone() };
            let (from, target) = (escalation.from, Target::Queue(escalation.place.queue));
            (escalation.handoff, Begun { at, from, target, kind: Some(kind) })
        } else if let Event::ReturnStarted { returning, .. } = event {
            let (from, target) = (returning.from, Target::Queue(returning.place.queue));
            (returning.handoff, Begun { at, from, target, kind: Some(HandoffKind::Return) })
        } else if let Event::InvitationStarted { invitation, .. } = event {
            let InvitationStart { handoff, by: from, target, .. } = *invitation;
            (handoff, Begun { at, from, target, kind: None })
        } else {
            return;
        };
        self.0.insert(handoff, begun);
    }

    /// Forgets what an event ended, after its line was made.
    pub fn end(&mut self, event: &Event) {
        if let Event::TransferCompleted { handoff, .. }
        | Event::TransferEnded { handoff, .. }
        | Event::InvitationCompleted { handoff, .. }
        | Event::InvitationEnded { handoff, .. } = event
        {
            self.0.remove(handoff);
        }
    }

    pub(super) fn tell(
        &self,
        handoff: HandoffId,
        at: Timestamp,
        names: &Names,
        happening: &mut Happening,
    ) {
        happening.handoff = Some(handoff.wire());
        let Some(begun) = self.0.get(&handoff) else { return };
        happening.from = Some(names.agent(begun.from));
        happening.to = Some(names.target(begun.target));
        if let Some(mode) = begun.kind.as_ref().map(staff::mode) {
            happening.handoff_kind = Some(mode.kind);
            happening.mode = Some(mode.mode);
            happening.complete = mode.complete;
            happening.on_unanswered = mode.on_unanswered;
        }
        happening.duration_ms = Some(at.since(begun.at));
    }
}
