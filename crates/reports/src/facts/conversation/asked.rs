//! What was asked of somebody and what they said: hand-overs, offers, raised hands, and what visitors were told to expect.

use domain::{
    config::Place,
    estimate::{Estimate, Prediction},
    event::{HandCause, HandEnd, OfferTo, PredictionOutcome},
    ids::{AgentId, HandoffId, OfferId, QueueId, Timestamp},
};
use store::facts;

use super::{Around, Conversation};
use crate::facts::{calendar::Slot, scale::bucket, words};

/// Between which places a hand-over goes, and how.
pub(super) struct Way {
    pub kind: &'static str,
    pub mode: &'static str,
    pub from: Place,
    pub to: Place,
}

impl Conversation {
    pub(super) fn predicted(
        &mut self,
        outcome: PredictionOutcome,
        predictions: &[Prediction],
        around: Around<'_>,
    ) {
        let Slot { hour, day, week, month } = around.slot();
        let wait = self.waits.len().saturating_sub(1) as u32;
        for prediction in predictions {
            let (p50_ms, p90_ms) = range(prediction.estimate).unzip();
            self.predictions.push(facts::Prediction {
                conversation: self.about.conversation,
                wait,
                prediction: self.predictions.len() as u32,
                queue: self.place.queue.0,
                tier: around.rules.tier(self.place),
                shown_ms: prediction.shown_at.0,
                hour,
                day,
                week,
                month,
                position: prediction.position,
                p50_ms,
                p90_ms,
                actual_ms: around.at.since(prediction.shown_at),
                outcome: words::prediction_outcome(outcome),
            });
        }
    }

    pub(super) fn offered(
        &mut self,
        offer: OfferId,
        to: &OfferTo,
        handoff: Option<HandoffId>,
        around: Around<'_>,
    ) {
        let Slot { hour, day, week, month } = around.slot();
        let asked = handoff.and_then(|handoff| self.handoffs.get(&handoff));
        let queue = asked.map_or(self.place.queue.0, |asked| asked.to_queue);
        let tier = asked.map_or_else(|| around.rules.tier(self.place), |one| one.to_tier);
        let row = facts::Offer {
            conversation: self.about.conversation,
            offer: offer.0,
            agent: match to {
                OfferTo::Agent(agent) => Some(agent.0),
                OfferTo::Broadcast(_) => None,
            },
            queue,
            tier,
            handoff: handoff.map(|handoff| handoff.0),
            offered_ms: around.at.0,
            hour,
            day,
            week,
            month,
            answer_ms: None,
            answer_bucket: None,
            outcome: "open",
        };
        self.offers.insert(offer, row);
    }

    pub(super) fn ask(
        &mut self,
        handoff: HandoffId,
        way: Way,
        from: AgentId,
        agent: Option<AgentId>,
        around: Around<'_>,
    ) {
        let Slot { hour, day, week, month } = around.slot();
        let row = facts::Handoff {
            conversation: self.about.conversation,
            handoff: handoff.0,
            kind: way.kind,
            mode: way.mode,
            from_agent: from.0,
            from_queue: way.from.queue.0,
            from_tier: around.rules.tier(way.from),
            to_agent: agent.map(|agent| agent.0),
            to_queue: way.to.queue.0,
            to_tier: around.rules.tier(way.to),
            receiver: None,
            reason: None,
            asked_ms: around.at.0,
            hour,
            day,
            week,
            month,
            answer_ms: None,
            answer_bucket: None,
            ended_ms: None,
            outcome: "pending",
            rona: 0,
            returned: false,
        };
        self.handoffs.insert(handoff, row);
    }

    /// The hand-over that led here is undone.
    pub(super) fn came_back(&mut self, from: Place, to: Place) {
        let (there, back) = (from.queue.0, to.queue.0);
        let mut ways = self.handoffs.values_mut().rev();
        let way = ways.find(|row| (row.from_queue, row.to_queue) == (back, there));
        if let Some(row) = way.filter(|row| row.outcome == "completed") {
            row.returned = true;
        }
    }

    pub(super) fn set_reason(&mut self, handoff: HandoffId, reason: Option<&String>) {
        if let Some(row) = self.handoffs.get_mut(&handoff) {
            row.reason = reason.cloned();
        }
    }

    pub(super) fn place_of(&self, handoff: HandoffId) -> Place {
        let queue = self.handoffs.get(&handoff).map(|row| row.to_queue);
        queue.map_or(self.place, |queue| Place::queue(QueueId(queue)))
    }

    pub(super) fn answered(&mut self, handoff: HandoffId, agent: AgentId, at: Timestamp) {
        if let Some(row) = self.handoffs.get_mut(&handoff).filter(|row| row.answer_ms.is_none()) {
            let length_ms = at.since(Timestamp(row.asked_ms));
            row.answer_ms = Some(length_ms);
            row.answer_bucket = Some(bucket(length_ms));
            row.receiver = Some(agent.0);
            row.outcome = "accepted";
        }
    }

    pub(super) fn end_handoff(&mut self, handoff: HandoffId, at: Timestamp, outcome: &'static str) {
        if let Some(row) = self.handoffs.get_mut(&handoff) {
            row.ended_ms = Some(at.0);
            row.outcome = outcome;
        }
    }

    pub(super) fn end_offer(&mut self, offer: OfferId, at: Timestamp, outcome: &'static str) {
        let Some(row) = self.offers.get_mut(&offer) else { return };
        let length_ms = at.since(Timestamp(row.offered_ms));
        row.answer_ms = Some(length_ms);
        row.answer_bucket = Some(bucket(length_ms));
        row.outcome = outcome;
        let ran_out = outcome == "expired" && row.agent.is_some();
        let handoff = row.handoff.map(HandoffId).filter(|_| ran_out);
        if let Some(handoff) = handoff.and_then(|handoff| self.handoffs.get_mut(&handoff)) {
            handoff.rona += 1;
        }
    }

    pub(super) fn lower(&mut self, end: HandEnd, at: Timestamp) {
        let Some(hand) = self.hands.last_mut().filter(|hand| hand.outcome == "up") else { return };
        let length_ms = at.since(Timestamp(hand.raised_ms));
        hand.outcome = words::hand_end(end);
        hand.answer_ms = Some(length_ms);
        hand.answer_bucket = Some(bucket(length_ms));
        if let HandEnd::TakenBy(agent) | HandEnd::MoveAllowedBy(agent) = end {
            hand.taken_by = Some(agent.0);
        }
    }

    pub(super) fn raised(&mut self, owner: AgentId, cause: &HandCause, around: Around<'_>) {
        let Slot { hour, day, week, month } = around.slot();
        self.about.hands += 1;
        self.hands.push(facts::Hand {
            conversation: self.about.conversation,
            hand: self.hands.len() as u32,
            owner: owner.0,
            queue: self.place.queue.0,
            cause: words::hand_cause(cause),
            raised_ms: around.at.0,
            hour,
            day,
            week,
            month,
            answer_ms: None,
            answer_bucket: None,
            taken_by: None,
            outcome: "up",
        });
    }
}

fn range(estimate: Estimate) -> Option<(u64, u64)> {
    match estimate {
        Estimate::Range { p50_ms, p90_ms } => Some((p50_ms, p90_ms)),
        Estimate::Unknown(_) => None,
    }
}
