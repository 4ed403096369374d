//! What the estimated wait came to, and what came true of it. The figures themselves are `estimate`'s.

use alloc::vec::Vec;

use super::desk::by_system;
use crate::{
    desk::{Answer, Desk},
    estimate::{Estimate, Prediction, is_due},
    event::{CloseReason, Event, PredictionOutcome, TransferPhase, WaitStart},
    ids::{ConversationId, Timestamp},
    index::LineKey,
    rejection::Rejection,
    turn::Turn,
};

/// Told only where it is due; an estimate that came too late for its wait is nothing to complain of.
pub fn note(
    turn: &mut Turn<'_>,
    id: ConversationId,
    position: u32,
    estimate: Estimate,
) -> Result<Answer, Rejection> {
    by_system(turn)?;
    let estimate = estimate.in_seconds();
    let due = turn
        .find(id)?
        .spot()
        .is_some_and(|(_, spot)| is_due(spot.predictions.last(), position, estimate, turn.now));
    if due {
        turn.tell(Event::EstimateShown { conversation: id, position, estimate });
    }
    Ok(Answer::Done)
}

impl Desk {
    /// What is known of a wait that is about to begin: what whoever it moves back was shown last, at the end of
    /// the line what a newcomer is told.
    pub(crate) fn foreseen(
        &self,
        id: ConversationId,
        wait: &WaitStart,
        now: Timestamp,
    ) -> Option<Prediction> {
        if wait.reserved.is_some() {
            return None;
        }
        let queue = wait.place.queue;
        let own = LineKey::joining(id, wait, now);
        let line = self.index.lines.get(&queue);
        let standing = || line.into_iter().flat_map(|line| &line.standing);
        let before = standing().take_while(|key| **key < own).count();
        let displaced = standing().nth(before).and_then(|key| {
            let (_, spot) = self.conversation(key.conversation)?.spot()?;
            spot.predictions.last().map(|shown| shown.estimate)
        });
        let estimate = displaced.or_else(|| self.outlook.get(&queue).copied())?;
        let position = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
        Some(Prediction { shown_at: now, position, estimate })
    }

    /// What becomes of the predictions of a wait that this event ends; none where it ends no wait, or where
    /// none of them was a number.
    pub(crate) fn predictions_tested_by(&self, event: &Event) -> Option<Event> {
        let (conversation, outcome) = ended_wait(event)?;
        let (_, spot) = self.conversation(conversation)?.spot()?;
        let numbers = spot.predictions.iter().filter(|shown| shown.range_ms().is_some());
        let predictions: Vec<Prediction> = numbers.copied().collect();
        (!predictions.is_empty()).then_some(Event::PredictionsTested {
            conversation,
            outcome,
            predictions,
        })
    }
}

/// Which conversation's stay in a line an event ends, if it has one, and how.
fn ended_wait(event: &Event) -> Option<(ConversationId, PredictionOutcome)> {
    if let Event::AgentAssigned { conversation, .. }
    | Event::TransferAccepted { conversation, .. } = event
    {
        Some((*conversation, PredictionOutcome::Answered))
    } else if let Event::ConversationClosed { conversation, reason, .. } = event {
        let left = matches!(reason, CloseReason::Visitor | CloseReason::VisitorGone);
        let outcome = if left { PredictionOutcome::Left } else { PredictionOutcome::MovedOn };
        Some((*conversation, outcome))
    } else if let Event::WaitStarted { conversation, .. }
    | Event::TransferTurnedCold { conversation, .. }
    | Event::TransferEnded { conversation, phase: TransferPhase::Asked, .. } = event
    {
        Some((*conversation, PredictionOutcome::MovedOn))
    } else {
        None
    }
}
