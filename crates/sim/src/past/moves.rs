//! How a made-up conversation is handed over: up a tier, aside, with an introduction, and back.

use domain::{
    command::{Actor, Completion, OnUnanswered, Target, TransferMode},
    config::Place,
    event::{
        AssignCause, EscalationStart, Event, ExpireCause, Hop, ReleaseCause, ReturnStart,
        TransferOutcome, TransferPhase, TransferStart, WaitCause,
    },
    ids::{AgentId, HandoffId},
};

use super::telling::{Open, Telling};

impl Telling<'_> {
    pub fn escalate(&mut self, from: AgentId, queue: usize) -> WaitCause {
        let (conversation, handoff, from_place) = (self.conversation, self.handoff(), self.place());
        self.go(from, queue);
        let escalation = EscalationStart {
            handoff,
            from,
            option: "up".to_owned(),
            list: None,
            place: self.place(),
            from_place,
            priority: 5,
            reason: self.reason(),
            note: None,
        };
        self.say(Event::EscalationStarted { conversation, escalation });
        self.release(from, ReleaseCause::Escalated(handoff), true);
        self.open = Some(Open { id: handoff, from, to: None });
        WaitCause::Escalation(handoff)
    }

    pub fn transfer(&mut self, from: AgentId, target: Target, queue: usize) -> WaitCause {
        let mode = TransferMode::Cold(OnUnanswered::Return);
        let handoff = self.start_transfer(from, target, mode, queue);
        self.go(from, queue);
        self.release(from, ReleaseCause::Transferred(handoff), true);
        let to = match target {
            Target::Agent(to) => Some(to),
            Target::Queue(_) => None,
        };
        self.open = Some(Open { id: handoff, from, to });
        WaitCause::Transfer(handoff)
    }

    /// Who owns it afterwards: the receiver, or the sender if nobody came.
    pub fn warm_transfer(&mut self, from: AgentId, queue: usize) -> AgentId {
        let mode = TransferMode::Warm(Completion::Introduced);
        let target = Target::Queue(self.places.queues[queue]);
        let conversation = self.conversation;
        let handoff = self.start_transfer(from, target, mode, queue);
        let to = self.agent_of(queue);
        self.pass_between(5_000, 90_000);
        if !self.offer(to, Some(handoff), 0.15) {
            self.say(Event::TransferEnded {
                conversation,
                handoff,
                from,
                phase: TransferPhase::Asked,
                outcome: TransferOutcome::Expired(ExpireCause::TimeUp),
            });
            return from;
        }
        self.say(Event::TransferAccepted { conversation, handoff, agent: to });
        self.pass_between(20_000, 120_000);
        self.go(from, queue);
        self.release(from, ReleaseCause::HandedOver(handoff), true);
        let cause = AssignCause::TransferCompleted(handoff);
        self.assign(to, cause, Hop::From(from));
        self.say(Event::TransferCompleted {
            conversation,
            handoff,
            agent: to,
            by: Actor::Agent(from),
        });
        to
    }

    fn start_transfer(
        &mut self,
        from: AgentId,
        target: Target,
        mode: TransferMode,
        queue: usize,
    ) -> HandoffId {
        let (conversation, handoff) = (self.conversation, self.handoff());
        let transfer = TransferStart {
            handoff,
            from,
            target,
            mode,
            place: Place::queue(self.places.queues[queue]),
            from_place: self.place(),
            credit_ms: 0,
            priority: 5,
            reason: self.reason(),
            note: None,
        };
        self.say(Event::TransferStarted { conversation, transfer });
        handoff
    }

    pub fn give_back(&mut self, from: AgentId, to: AgentId, queue: usize) -> WaitCause {
        let (conversation, handoff, from_place) = (self.conversation, self.handoff(), self.place());
        self.go(from, queue);
        let place = self.place();
        let returning =
            ReturnStart { handoff, from, to, place, from_place, priority: 5, note: None };
        self.say(Event::ReturnStarted { conversation, returning });
        self.release(from, ReleaseCause::Returned(handoff), true);
        self.open = Some(Open { id: handoff, from, to: Some(to) });
        WaitCause::Return(handoff)
    }
}
