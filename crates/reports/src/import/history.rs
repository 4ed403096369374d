//! From the rows of one conversation to what happened in it: waits, legs and handoffs as events.
//!
//! A leg followed by a row of a higher tier ended by escalation, by a row of another queue or of another agent by
//! transfer; a row that waits in the same queue is a re-queue. No rule of the desk is asked.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    command::{Actor, OnUnanswered, Target, TransferMode},
    config::Place,
    event::{
        AssignCause, CancelCause, CloseReason, EscalationStart, Event, Hop, ReleaseCause,
        TransferOutcome, TransferPhase, TransferStart, WaitCause, WaitStart,
    },
    history::{FIRST_ID, HistoryStep},
    ids::{AgentId, ConversationId, HandoffId, Timestamp, VisitorId},
};

use super::{names::Names, rows::Row};
use crate::limits::IMPORT_HANDOFFS_MAX;

/// What histories call the option of an escalation: they know where it led, not what it was called.
const OPTION: &str = "imported";
/// That of a desk which sets nothing else (SPEC §3).
const PRIORITY: u8 = 5;

/// What happened in a conversation, in order. Nothing, if there are no rows.
pub fn steps(
    conversation: ConversationId,
    rows: &[Row<'_>],
    names: &mut Names,
) -> Vec<HistoryStep> {
    let Some((first, rest)) = rows.split_first() else { return Vec::new() };
    let mut told = Telling::begin(conversation, first, names);
    for row in rest {
        told.go_on(row, names);
    }
    if let Some(last) = rows.last().filter(|row| row.closes) {
        told.close(last.at);
    }
    told.steps
}

/// What is told so far, and how it stands.
struct Telling {
    conversation: ConversationId,
    steps: Vec<HistoryStep>,
    now: Timestamp,
    place: Place,
    tier: u8,
    held: Held,
    last_owner: Option<AgentId>,
    tags: BTreeSet<String>,
    handoffs: u64,
}

#[derive(Clone, Copy)]
enum Held {
    /// By a queue; sent there by a handoff, if one is open.
    Waiting(Option<Handoff>),
    By(AgentId),
}

#[derive(Clone, Copy)]
struct Handoff {
    id: HandoffId,
    from: AgentId,
}

impl Telling {
    fn begin(conversation: ConversationId, row: &Row<'_>, names: &mut Names) -> Self {
        let place = Place::queue(names.queue(row.queue, row.tier));
        let mut told = Self {
            conversation,
            steps: Vec::new(),
            now: row.at,
            place,
            tier: row.tier,
            held: Held::Waiting(None),
            last_owner: None,
            tags: BTreeSet::new(),
            handoffs: 0,
        };
        told.say(Event::ConversationOpened {
            conversation,
            visitor: told.visitor(),
            previous: None,
            place,
            pipeline: None,
            language: None,
            needs: BTreeMap::new(),
            attributes: None,
            answers: None,
        });
        told.tag(row);
        match row.agent.filter(|_| !row.waits) {
            // Taken up at once: it never waited.
            Some(agent) => told.assign(names.agent(agent), AssignCause::Pulled, Hop::None),
            None => told.wait(WaitCause::Opened, None),
        }
        told
    }

    fn go_on(&mut self, row: &Row<'_>, names: &mut Names) {
        self.now = row.at;
        self.tag(row);
        let place = Place::queue(names.queue(row.queue, row.tier));
        let agent = row.agent.map(|agent| names.agent(agent));
        let owner = agent.filter(|_| !row.waits);
        match (self.held, owner) {
            (Held::Waiting(handoff), owner) => {
                let handoff = if place == self.place {
                    handoff
                } else {
                    self.move_wait(handoff, place, row.tier, agent);
                    None
                };
                if let Some(owner) = owner {
                    self.take_up(owner, handoff);
                }
            }
            (Held::By(from), Some(to)) if place == self.place && from == to => {}
            (Held::By(from), None) if place == self.place => {
                let by = agent.unwrap_or(from);
                self.release(from, ReleaseCause::MovedBy(by));
                self.wait(WaitCause::RequeuedBy(by), None);
            }
            (Held::By(from), to) => self.hand_over(from, to, place, row.tier),
        }
    }

    /// A wait that somebody ended by putting it elsewhere; with it, the handoff that led to it.
    fn move_wait(
        &mut self,
        handoff: Option<Handoff>,
        place: Place,
        tier: u8,
        agent: Option<AgentId>,
    ) {
        if let Some(Handoff { id, from }) = handoff {
            self.say(Event::TransferEnded {
                conversation: self.conversation,
                handoff: id,
                from,
                phase: TransferPhase::Waiting,
                outcome: TransferOutcome::Cancelled(CancelCause::Requeued),
            });
        }
        (self.place, self.tier) = (place, tier);
        let by = agent.or(self.last_owner);
        self.wait(by.map_or(WaitCause::Fallback, WaitCause::RequeuedBy), None);
    }

    /// Out of the queue, by an agent; the handoff that led there is done.
    fn take_up(&mut self, agent: AgentId, handoff: Option<Handoff>) {
        let hop = handoff.map_or(Hop::None, |handoff| hop(handoff.from, agent));
        self.assign(agent, AssignCause::Pulled, hop);
        if let Some(handoff) = handoff {
            self.complete(handoff.id, agent);
        }
    }

    /// The owner sends it on: up a tier, to another queue, or to a colleague; it waits there, unless
    /// somebody has it at once.
    fn hand_over(&mut self, from: AgentId, to: Option<AgentId>, place: Place, tier: u8) {
        let (conversation, from_place) = (self.conversation, self.place);
        let first = FIRST_ID + (conversation.0 - FIRST_ID) * IMPORT_HANDOFFS_MAX;
        let handoff = HandoffId(first + self.handoffs);
        self.handoffs += 1;
        let escalates = tier > self.tier;
        (self.place, self.tier) = (place, tier);
        let (released, waits) = if escalates {
            let escalation = EscalationStart {
                handoff,
                from,
                option: OPTION.to_owned(),
                list: None,
                place,
                from_place,
                priority: PRIORITY,
                reason: None,
                note: None,
            };
            self.say(Event::EscalationStarted { conversation, escalation });
            (ReleaseCause::Escalated(handoff), WaitCause::Escalation(handoff))
        } else {
            let transfer = TransferStart {
                handoff,
                from,
                target: to.map_or(Target::Queue(place.queue), Target::Agent),
                mode: TransferMode::Cold(OnUnanswered::Queue),
                place,
                from_place,
                credit_ms: 0,
                priority: PRIORITY,
                reason: None,
                note: None,
            };
            self.say(Event::TransferStarted { conversation, transfer });
            (ReleaseCause::Transferred(handoff), WaitCause::Transfer(handoff))
        };
        self.release(from, released);
        match to {
            Some(to) => {
                self.assign(to, AssignCause::TransferCompleted(handoff), hop(from, to));
                self.complete(handoff, to);
            }
            None => self.wait(waits, Some(Handoff { id: handoff, from })),
        }
    }

    /// By its owner; one that waits was left by the visitor.
    fn close(&mut self, at: Timestamp) {
        self.now = at;
        let conversation = self.conversation;
        let (reason, by) = match self.held {
            Held::By(agent) => {
                self.release(agent, ReleaseCause::Closed);
                (CloseReason::Agent, Actor::Agent(agent))
            }
            Held::Waiting(handoff) => {
                if let Some(Handoff { id, from }) = handoff {
                    self.say(Event::TransferEnded {
                        conversation,
                        handoff: id,
                        from,
                        phase: TransferPhase::Waiting,
                        outcome: TransferOutcome::Cancelled(CancelCause::Closed),
                    });
                }
                (CloseReason::Visitor, Actor::Visitor(self.visitor()))
            }
        };
        self.say(Event::ConversationClosed { conversation, reason, by, message: None });
        self.say(Event::ConversationArchived { conversation });
    }

    fn wait(&mut self, cause: WaitCause, handoff: Option<Handoff>) {
        let wait = WaitStart {
            place: self.place,
            cause,
            credit_ms: 0,
            front: false,
            priority: PRIORITY,
            sender: handoff.map(|handoff| handoff.from),
            reserved: None,
            list: None,
            shown: None,
        };
        self.held = Held::Waiting(handoff);
        self.say(Event::WaitStarted { conversation: self.conversation, wait });
    }

    fn assign(&mut self, agent: AgentId, cause: AssignCause, hop: Hop) {
        self.held = Held::By(agent);
        self.last_owner = Some(agent);
        let (conversation, place) = (self.conversation, self.place);
        self.say(Event::AgentAssigned { conversation, agent, place, cause, hop, was: None });
    }

    fn release(&mut self, agent: AgentId, cause: ReleaseCause) {
        let conversation = self.conversation;
        self.say(Event::AgentReleased { conversation, agent, cause, wrap_up: None });
    }

    fn complete(&mut self, handoff: HandoffId, agent: AgentId) {
        let (conversation, by) = (self.conversation, Actor::Agent(agent));
        self.say(Event::TransferCompleted { conversation, handoff, agent, by });
    }

    fn tag(&mut self, row: &Row<'_>) {
        if *row.tags != self.tags {
            self.tags.clone_from(row.tags);
            let (conversation, tags) = (self.conversation, self.tags.clone());
            self.say(Event::TagsSet { conversation, tags, by: Actor::System });
        }
    }

    /// Every conversation has its own: histories do not know who asked.
    fn visitor(&self) -> VisitorId {
        VisitorId(self.conversation.0)
    }

    fn say(&mut self, event: Event) {
        self.steps.push(HistoryStep { at: self.now, event });
    }
}

/// Back to oneself is no hop.
fn hop(from: AgentId, to: AgentId) -> Hop {
    if from == to { Hop::None } else { Hop::From(from) }
}
