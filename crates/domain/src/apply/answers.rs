//! What the end of a wait is to the service level (SPEC §8). Looks at the conversation as it was before the event.

use crate::{
    desk::Desk,
    event::{AssignCause, CloseReason, Event, WaitCause},
    ids::Timestamp,
    state::Conversation,
};

/// How a wait ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// An agent has it.
    Answered,
    /// The visitor left, or who had sent it took it back: that it was not answered in time is nobody's fault.
    TakenBack,
    Unanswered,
}

impl Desk {
    pub(super) fn note_answer(&mut self, event: &Event, at: Timestamp) {
        let Some(conversation) = event.conversation().and_then(|id| self.conversation(id)) else {
            return;
        };
        let Some((end, waited_ms)) = ended(event, conversation, at) else { return };
        let (queue, place) = (conversation.place.queue, self.place(conversation.place));
        let early = waited_ms <= place.queue.thresholds.answered_within_ms;
        let tier = place.tier();
        if end != End::TakenBack || !early {
            let tiers = self.state.answers.entry(queue).or_default();
            tiers.entry(tier).or_default().add(end == End::Answered && early, at);
        }
    }
}

fn ended(event: &Event, conversation: &Conversation, at: Timestamp) -> Option<(End, u64)> {
    let waited_ms = at.since(conversation.wait()?.spot.since);
    let end = if let Event::AgentAssigned { cause, .. } = event {
        match cause {
            AssignCause::TransferRecalled(_) => End::TakenBack,
            AssignCause::TransferReturned(_) => End::Unanswered,
            AssignCause::Accepted(_)
            | AssignCause::AutoAccepted
            | AssignCause::Pulled
            | AssignCause::TransferCompleted(_)
            | AssignCause::Reconnected
            | AssignCause::OwnerLost(_)
            | AssignCause::MadeOwner { .. }
            | AssignCause::Inherited { .. }
            | AssignCause::AssignedBy { .. }
            | AssignCause::TakenOver { .. }
            | AssignCause::HandedBack { .. } => End::Answered,
        }
    } else if let Event::WaitStarted { wait, .. } = event {
        // Where it opened, nothing has been waited for yet.
        (wait.cause != WaitCause::Opened).then_some(End::Unanswered)?
    } else if let Event::ConversationClosed { reason, .. } = event {
        match reason {
            CloseReason::Visitor | CloseReason::VisitorGone => End::TakenBack,
            CloseReason::Agent
            | CloseReason::VisitorIdle
            | CloseReason::WaitTimeout
            | CloseReason::MessageLeft
            | CloseReason::OutOfHours
            | CloseReason::Supervisor
            | CloseReason::Erased => End::Unanswered,
        }
    } else {
        return None;
    };
    Some((end, waited_ms))
}
