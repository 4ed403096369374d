//! A wait from its beginning to its end: what is predicted, who is asked and does not answer, who comes, who gives up.

use domain::{
    estimate::{Estimate, Prediction},
    event::{
        AssignCause, CancelCause, Event, ExpireCause, Hop, OfferEnd, OfferTo, PredictionOutcome,
        Reservation, ReservedFor, TransferOutcome, TransferPhase, WaitCause, WaitStart,
    },
    explain::Explanation,
    ids::{AgentId, HandoffId},
};

use super::telling::{Open, Telling};
use crate::dice::Spread;

/// The time-outs of a desk that sets nothing else (SPEC §3, §4).
const OFFER_MS: u64 = 30_000;
const MAX_WAIT_MS: u64 = 600_000;
const RESERVED_MS: u64 = 60_000;
/// Where those go whom nobody came to.
const FALLBACK: usize = 0;

impl Telling<'_> {
    /// Who takes it; nobody, if the visitor gives up first.
    pub fn wait(&mut self, cause: WaitCause) -> Option<AgentId> {
        let shown = self.begin_wait(cause);
        let mean = [25_000.0, 70_000.0, 150_000.0][usize::from(self.tier() - 1)];
        // Twice as busy is four times as long, about.
        let wait = self.dice.exponential(mean * (0.2 + 0.6 * self.load * self.load)) as u64;
        let patience =
            self.dice.exponential(if self.open.is_some() { 2_400_000.0 } else { 700_000.0 });
        let patience = 8_000 + patience as u64;
        if patience < wait.min(MAX_WAIT_MS) {
            self.pass(patience);
            self.tested(shown, PredictionOutcome::Left);
            self.end_handoff(TransferOutcome::Cancelled(CancelCause::Closed));
            self.abandon();
            return None;
        }
        if wait > MAX_WAIT_MS && self.queue != FALLBACK {
            self.pass(MAX_WAIT_MS);
            self.tested(shown, PredictionOutcome::MovedOn);
            self.end_handoff(TransferOutcome::Cancelled(CancelCause::Fallback));
            self.queue = FALLBACK;
            return self.wait(WaitCause::Fallback);
        }
        self.pass(wait);
        self.be_asked(cause, shown)
    }

    /// Agents are asked, one after the other.
    fn be_asked(&mut self, cause: WaitCause, shown: Option<Prediction>) -> Option<AgentId> {
        if let Some(Open { id, from, to: Some(to) }) = self.open {
            let offer = self.offer_to(to, None, 0.25);
            if let Some(offer) = offer {
                self.tested(shown, PredictionOutcome::Answered);
                self.taken(to, AssignCause::Accepted(offer));
                return Some(to);
            }
            // What is given back to somebody who does not answer goes on to everybody in the place.
            if matches!(cause, WaitCause::Transfer(_)) {
                self.tested(shown, PredictionOutcome::MovedOn);
                self.end_handoff(TransferOutcome::Expired(ExpireCause::TimeUp));
                self.assign(from, AssignCause::TransferReturned(id), Hop::None);
                return Some(from);
            }
        }
        loop {
            let agent = self.agent_of(self.queue);
            if let Some(offer) = self.offer_to(agent, None, 0.06) {
                self.tested(shown, PredictionOutcome::Answered);
                self.taken(agent, AssignCause::Accepted(offer));
                return Some(agent);
            }
        }
    }

    fn taken(&mut self, agent: AgentId, cause: AssignCause) {
        let open = self.open.take();
        let hop = match open {
            Some(open) if open.from != agent => Hop::From(open.from),
            _ => Hop::None,
        };
        self.assign(agent, cause, hop);
        if let Some(Open { id: handoff, .. }) = open {
            let (conversation, by) = (self.conversation, domain::command::Actor::Agent(agent));
            self.say(Event::TransferCompleted { conversation, handoff, agent, by });
        }
    }

    fn begin_wait(&mut self, cause: WaitCause) -> Option<Prediction> {
        let shown = self.dice.chance(0.5).then(|| {
            let about = 20_000.0 * f64::from(self.tier()) * (0.3 + self.load * self.load);
            let p50_ms = (about * (0.7 + 0.6 * self.dice.unit())) as u64 / 1_000 * 1_000 + 1_000;
            let p90_ms = p50_ms * 3;
            let position = 1 + self.dice.exponential(self.load) as u32;
            let estimate = Estimate::Range { p50_ms, p90_ms };
            Prediction { shown_at: self.now, position, estimate }
        });
        let reserved = self.open.and_then(|open| open.to).map(|agent| Reservation {
            agent,
            until: self.now.after(RESERVED_MS),
            purpose: ReservedFor::NamedReceiver,
        });
        let wait = WaitStart {
            place: self.place(),
            cause,
            credit_ms: 0,
            front: matches!(cause, WaitCause::AgentLost(_)),
            priority: 5,
            sender: self.open.map(|open| open.from),
            reserved,
            list: None,
            shown,
        };
        self.say(Event::WaitStarted { conversation: self.conversation, wait });
        shown
    }

    fn tested(&mut self, shown: Option<Prediction>, outcome: PredictionOutcome) {
        if let Some(shown) = shown {
            let (conversation, predictions) = (self.conversation, vec![shown]);
            self.say(Event::PredictionsTested { conversation, outcome, predictions });
        }
    }

    fn end_handoff(&mut self, outcome: TransferOutcome) {
        if let Some(Open { id: handoff, from, .. }) = self.open.take() {
            let (conversation, phase) = (self.conversation, TransferPhase::Waiting);
            self.say(Event::TransferEnded { conversation, handoff, from, phase, outcome });
        }
    }

    /// Whether the agent comes.
    pub fn offer(&mut self, agent: AgentId, handoff: Option<HandoffId>, fails: f64) -> bool {
        self.offer_to(agent, handoff, fails).is_some()
    }

    /// The offer, if it is accepted; the others run out, or are declined.
    fn offer_to(
        &mut self,
        agent: AgentId,
        handoff: Option<HandoffId>,
        fails: f64,
    ) -> Option<domain::ids::OfferId> {
        let (conversation, offer) = (self.conversation, self.offer_id());
        let explanation =
            Explanation { chosen: Some(agent), eligible: 1, ..Explanation::default() };
        self.say(Event::OfferMade {
            offer,
            conversation,
            to: OfferTo::Agent(agent),
            handoff,
            expires_at: self.now.after(OFFER_MS),
            explanation,
            first: true,
        });
        let draw = self.dice.unit();
        if draw < fails * 0.6 {
            self.pass(OFFER_MS);
            let agent = Some(agent);
            self.say(Event::OfferEnded { offer, conversation, agent, end: OfferEnd::Expired });
            return None;
        }
        let answered = self.dice.draw(Spread::Between(1_000, 18_000));
        self.pass(answered);
        if draw < fails {
            self.say(Event::OfferDeclined { offer, conversation, agent });
            return None;
        }
        self.say(Event::OfferAccepted { offer, conversation, agent });
        Some(offer)
    }
}
