//! The path of one conversation as a trace: where it waited, who had it, how it ended.

use std::collections::BTreeMap;

use domain::{
    config::Place,
    event::{AssignCause, Event, WaitCause},
    ids::{AgentId, HandoffId, Timestamp},
};

use super::{Names, Occurrence, Trace};
use crate::facts::words;

/// Nothing, if it has no beginning.
pub fn flow<'a>(
    name: &str,
    events: impl IntoIterator<Item = (Timestamp, &'a Event)>,
    names: &Names,
) -> Option<Trace> {
    let mut told = Telling {
        names,
        trace: Trace { name: name.to_owned(), ..Trace::default() },
        place: None,
        owner: None,
        open: None,
        reasons: BTreeMap::new(),
    };
    events.into_iter().for_each(|(at, event)| told.take(at, event));
    told.place?;
    Some(told.trace)
}

struct Telling<'n> {
    names: &'n Names,
    trace: Trace,
    place: Option<Place>,
    owner: Option<AgentId>,
    /// The handoff under way.
    open: Option<HandoffId>,
    reasons: BTreeMap<HandoffId, Option<String>>,
}

impl Telling<'_> {
    #[expect(clippy::wildcard_enum_match_arm, reason = "most of what happens moves nobody")]
    fn take(&mut self, at: Timestamp, event: &Event) {
        match event {
            Event::ConversationOpened { place, .. } => self.place = Some(*place),
            Event::TagsSet { tags, .. } => self.trace.tags = tags.iter().cloned().collect(),
            Event::TransferStarted { transfer, .. } => {
                self.began(transfer.handoff, transfer.reason.clone());
            }
            Event::EscalationStarted { escalation, .. } => {
                self.began(escalation.handoff, escalation.reason.clone());
            }
            Event::ReturnStarted { returning, .. } => self.began(returning.handoff, None),
            Event::TransferEnded { .. } => self.open = None,
            Event::WaitStarted { wait, .. } => {
                (self.place, self.owner) = (Some(wait.place), None);
                let handoff = handoff_of_wait(wait.cause);
                self.say(at, "schedule", words::wait_cause(wait.cause), handoff);
            }
            Event::AgentAssigned { agent, place, cause, .. } => {
                (self.place, self.owner) = (Some(*place), Some(*agent));
                let handoff = handoff_of_assignment(*cause).or(self.open.take());
                self.say(at, "start", words::assign_cause(*cause), handoff);
            }
            Event::ConversationClosed { reason, .. } => {
                self.say(at, "complete", words::close_reason(*reason), None);
            }
            _ => {}
        }
    }

    fn began(&mut self, handoff: HandoffId, reason: Option<String>) {
        self.open = Some(handoff);
        self.reasons.insert(handoff, reason);
    }

    fn say(
        &mut self,
        at: Timestamp,
        transition: &'static str,
        cause: &'static str,
        handoff: Option<HandoffId>,
    ) {
        let Some(place) = self.place else { return };
        let queue = self.names.queue(place.queue);
        self.trace.occurrences.push(Occurrence {
            at,
            activity: queue.clone(),
            transition,
            resource: self.owner.map(|owner| self.names.agent(owner)),
            group: Some(queue),
            tier: Some(self.names.tier(place)),
            cause: Some(cause),
            handoff: handoff.map(|handoff| handoff.0),
            reason: handoff.and_then(|handoff| self.reasons.get(&handoff).cloned().flatten()),
        });
    }
}

fn handoff_of_wait(cause: WaitCause) -> Option<HandoffId> {
    match cause {
        WaitCause::Transfer(handoff)
        | WaitCause::Escalation(handoff)
        | WaitCause::Return(handoff)
        | WaitCause::Unanswered(handoff) => Some(handoff),
        WaitCause::Opened
        | WaitCause::Fallback
        | WaitCause::OutOfHours
        | WaitCause::FallbackBack
        | WaitCause::AgentLost(_)
        | WaitCause::AgentWentOffline(_)
        | WaitCause::AgentRemoved(_)
        | WaitCause::OwnerHadNoRoom(_)
        | WaitCause::OwnerLeft(_)
        | WaitCause::RequeuedBy(_) => None,
    }
}

fn handoff_of_assignment(cause: AssignCause) -> Option<HandoffId> {
    match cause {
        AssignCause::TransferCompleted(handoff)
        | AssignCause::TransferReturned(handoff)
        | AssignCause::TransferRecalled(handoff)
        | AssignCause::OwnerLost(handoff) => Some(handoff),
        AssignCause::Accepted(_)
        | AssignCause::AutoAccepted
        | AssignCause::Pulled
        | AssignCause::Reconnected
        | AssignCause::MadeOwner { .. }
        | AssignCause::Inherited { .. }
        | AssignCause::AssignedBy { .. }
        | AssignCause::TakenOver { .. }
        | AssignCause::HandedBack { .. } => None,
    }
}
