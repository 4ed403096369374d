//! One conversation from its beginning to its end: who holds it, how it goes on, why it ends.
//!
//! What waits and who is asked stands in [`super::offers`], how it is handed over in [`super::moves`].

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    command::{Actor, AssistMode, Target},
    config::Place,
    event::{
        AssignCause, CloseReason, Event, ExpireCause, GuestJoin, GuestLeave, HandCause, HandEnd,
        Hop, InvitationStart, ReleaseCause, SupervisorLeave, TransferOutcome, WaitCause, WrapUpEnd,
        WrapUpStart,
    },
    history::{FIRST_ID, HistoryStep},
    ids::{AgentId, ConversationId, HandoffId, OfferId, Timestamp, VisitorId},
};

use super::{
    Places,
    arrivals::Arrival,
    cast::{DISPOSITIONS, QUEUES, REASONS, TOPICS, Topic},
};
use crate::dice::{Dice, Spread};

/// Legs of one conversation; the last agent keeps it.
const LEGS_MAX: usize = 9;
/// Ids of one kind that a conversation has for itself, as an import counts them.
const IDS_EACH: u64 = 1 << 16;
const WRAP_UP_MS: u64 = 60_000;
const HAND_ALERT_MS: u64 = 120_000;

/// How a leg ends.
enum End {
    Close,
    Escalate(usize),
    Transfer(usize),
    WarmTransfer(usize),
    Colleague,
    Return(AgentId, usize),
    Lost,
    Requeue,
}

/// A handoff that its wait has to complete.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    pub id: HandoffId,
    pub from: AgentId,
    /// Who is asked first.
    pub to: Option<AgentId>,
}

pub(super) struct Telling<'p> {
    pub dice: Dice,
    pub places: &'p Places,
    pub conversation: ConversationId,
    visitor: VisitorId,
    steps: Vec<HistoryStep>,
    pub now: Timestamp,
    pub load: f64,
    topic: &'static Topic,
    /// Its place in [`QUEUES`].
    pub queue: usize,
    pub open: Option<Open>,
    /// Who sent it here, and from where.
    came_from: Option<(AgentId, usize)>,
    hops: u32,
    ids: u64,
}

impl<'p> Telling<'p> {
    pub fn begin(
        mut dice: Dice,
        arrival: Arrival,
        conversation: ConversationId,
        previous: Option<ConversationId>,
        visitor: VisitorId,
        places: &'p Places,
    ) -> Self {
        let topic = topic(&mut dice);
        let mut told = Self {
            dice,
            places,
            conversation,
            visitor,
            steps: Vec::with_capacity(16),
            now: arrival.at,
            load: arrival.load,
            topic,
            queue: topic.queue,
            open: None,
            came_from: None,
            hops: 0,
            ids: 0,
        };
        told.say(Event::ConversationOpened {
            conversation,
            visitor,
            previous,
            place: told.place(),
            pipeline: None,
            language: None,
            needs: BTreeMap::new(),
            attributes: None,
            answers: None,
        });
        told
    }

    pub fn tell(mut self) -> Vec<HistoryStep> {
        let mut cause = WaitCause::Opened;
        for leg in 1..=LEGS_MAX {
            let Some(agent) = self.wait(cause) else { return self.end(None) };
            if leg == 1 {
                let tags = BTreeSet::from([self.topic.tag.to_owned()]);
                let conversation = self.conversation;
                self.say(Event::TagsSet { conversation, tags, by: Actor::Agent(agent) });
            }
            let mut owner = agent;
            cause = loop {
                match self.leg(owner, leg == LEGS_MAX) {
                    Next::Closed => return self.end(Some(owner)),
                    Next::Owner(next) => owner = next,
                    Next::Waits(cause) => break cause,
                }
            };
        }
        self.end(None)
    }

    /// One stay of an agent, to its end.
    fn leg(&mut self, agent: AgentId, last: bool) -> Next {
        let median = [300_000.0, 600_000.0, 1_100_000.0][usize::from(self.tier() - 1)];
        let talk = self.dice.draw(Spread::LogNormal { median, sigma: 0.8 });
        self.pass(talk / 2);
        if self.dice.chance(0.03) {
            self.assist(agent);
        }
        if self.dice.chance(0.03) {
            self.conference(agent);
        }
        self.pass(talk / 2);
        match if last { End::Close } else { self.ending(agent) } {
            End::Close => Next::Closed,
            End::Escalate(queue) => Next::Waits(self.escalate(agent, queue)),
            End::Transfer(queue) => {
                Next::Waits(self.transfer(agent, Target::Queue(self.places.queues[queue]), queue))
            }
            End::WarmTransfer(queue) => Next::Owner(self.warm_transfer(agent, queue)),
            End::Colleague => {
                let to = self.somebody_but(agent);
                Next::Waits(self.transfer(agent, Target::Agent(to), self.queue))
            }
            End::Return(to, queue) => Next::Waits(self.give_back(agent, to, queue)),
            End::Lost => {
                self.release(agent, ReleaseCause::Lost, false);
                Next::Waits(WaitCause::AgentLost(agent))
            }
            End::Requeue => {
                let by = self.supervisor();
                self.release(agent, ReleaseCause::MovedBy(by), false);
                Next::Waits(WaitCause::RequeuedBy(by))
            }
        }
    }

    fn ending(&mut self, agent: AgentId) -> End {
        let here = &QUEUES[self.queue];
        let up = match here.tier {
            1 => self.topic.escalates,
            _ => 0.15,
        };
        let draw = self.dice.unit();
        // Some send on twice as much as others.
        let mut sum = up * habit(agent);
        if draw < sum
            && let Some(queue) = self.dice.pick(here.up)
        {
            return End::Escalate(*queue);
        }
        let mut below = |share: f64| {
            sum += share;
            draw < sum
        };
        if below(0.08)
            && let Some((to, queue)) = self.came_from
        {
            End::Return(to, queue)
        } else if below(0.03) {
            self.dice.pick(here.beside).map_or(End::Close, |queue| End::Transfer(*queue))
        } else if below(0.02) {
            self.dice.pick(here.beside).map_or(End::Close, |queue| End::WarmTransfer(*queue))
        } else if below(0.02) {
            End::Colleague
        } else if below(0.008) {
            End::Lost
        } else if below(0.004) {
            End::Requeue
        } else {
            End::Close
        }
    }

    fn assist(&mut self, owner: AgentId) {
        let (conversation, agent) = (self.conversation, self.supervisor());
        let alert_at = self.now.after(HAND_ALERT_MS);
        let cause = HandCause::Asked;
        self.say(Event::HandRaised { conversation, owner, cause, note: None, alert_at });
        self.pass_between(5_000, 60_000);
        self.say(Event::HandLowered { conversation, end: HandEnd::TakenBy(agent) });
        let mode = AssistMode::Whisper;
        self.say(Event::SupervisorEntered { conversation, agent, mode });
        self.pass_between(60_000, 300_000);
        let cause = SupervisorLeave::Left;
        self.say(Event::SupervisorLeft { conversation, agent, mode, cause });
    }

    fn conference(&mut self, by: AgentId) {
        let Some(queue) = self.dice.pick(QUEUES[self.queue].beside).copied() else { return };
        let (conversation, handoff, agent) =
            (self.conversation, self.handoff(), self.agent_of(queue));
        let place = Place::queue(self.places.queues[queue]);
        let invitation = InvitationStart {
            handoff,
            by,
            target: Target::Queue(place.queue),
            place,
            credit_ms: 0,
            priority: 5,
            reason: None,
            note: None,
        };
        self.say(Event::InvitationStarted { conversation, invitation });
        if self.offer(agent, Some(handoff), 0.2) {
            self.say(Event::InvitationAccepted { conversation, handoff, agent });
            let cause = GuestJoin::Invited(handoff);
            self.say(Event::GuestJoined { conversation, agent, cause });
            self.pass_between(60_000, 600_000);
            self.say(Event::GuestLeft { conversation, agent, cause: GuestLeave::Left });
            self.say(Event::InvitationCompleted { conversation, handoff, agent });
        } else {
            let outcome = TransferOutcome::Expired(ExpireCause::TimeUp);
            self.say(Event::InvitationEnded { conversation, handoff, outcome });
        }
    }

    /// Closes it for an owner, where one has it; everything in the order of its time.
    fn end(mut self, owner: Option<AgentId>) -> Vec<HistoryStep> {
        let conversation = self.conversation;
        if let Some(agent) = owner {
            let (reason, by) = match self.dice.unit() {
                draw if draw < 0.68 => (CloseReason::Agent, Actor::Agent(agent)),
                draw if draw < 0.90 => (CloseReason::Visitor, Actor::Visitor(self.visitor)),
                draw if draw < 0.97 => (CloseReason::VisitorIdle, Actor::System),
                _ => (CloseReason::VisitorGone, Actor::System),
            };
            self.release(agent, ReleaseCause::Closed, true);
            self.say(Event::ConversationClosed { conversation, reason, by, message: None });
            if self.dice.chance(0.25) {
                self.rate();
            }
        }
        self.steps.sort_by_key(|step| step.at);
        self.now = self.steps.last().map_or(self.now, |last| self.now.max(last.at));
        self.say(Event::ConversationArchived { conversation });
        self.steps
    }

    /// The more hands it went through, the worse.
    fn rate(&mut self) {
        let after = self.dice.draw(Spread::Between(5_000, 240_000));
        let liked = 5.3 - 0.55 * f64::from(self.hops) - self.dice.exponential(0.8);
        let rating = liked.clamp(1.0, 5.0) as u8;
        let conversation = self.conversation;
        let event = Event::SurveyAnswered { conversation, rating, comment: None };
        self.steps.push(HistoryStep { at: self.now.after(after), event });
    }

    /// The visitor leaves while it waits.
    pub fn abandon(&mut self) {
        let (reason, by) = match self.dice.chance(0.5) {
            true => (CloseReason::Visitor, Actor::Visitor(self.visitor)),
            false => (CloseReason::VisitorGone, Actor::System),
        };
        let conversation = self.conversation;
        self.say(Event::ConversationClosed { conversation, reason, by, message: None });
    }

    pub fn assign(&mut self, agent: AgentId, cause: AssignCause, hop: Hop) {
        self.hops += u32::from(hop != Hop::None);
        let (conversation, place) = (self.conversation, self.place());
        self.say(Event::AgentAssigned { conversation, agent, place, cause, hop, was: None });
    }

    /// With work after it, that ends by itself or by the agent.
    pub fn release(&mut self, agent: AgentId, cause: ReleaseCause, wraps_up: bool) {
        let conversation = self.conversation;
        let until = self.now.after(WRAP_UP_MS);
        let wrap_up = wraps_up.then_some(WrapUpStart { until, weight: 1 });
        self.say(Event::AgentReleased { conversation, agent, cause, wrap_up });
        if wraps_up {
            let early = self.dice.draw(Spread::Between(5_000, 90_000)).min(WRAP_UP_MS);
            let by_agent = early < WRAP_UP_MS;
            let disposition = self.dice.pick(DISPOSITIONS).filter(|_| by_agent);
            let event = Event::WrapUpEnded {
                conversation,
                agent,
                cause: if by_agent { WrapUpEnd::ByAgent } else { WrapUpEnd::TimeUp },
                disposition: disposition.map(|code| (*code).to_owned()),
                note: None,
            };
            self.steps.push(HistoryStep { at: self.now.after(early), event });
        }
    }

    /// It moves to another place, from which it may be given back.
    pub fn go(&mut self, from: AgentId, queue: usize) {
        if queue != self.queue {
            self.came_from = Some((from, self.queue));
            self.queue = queue;
        }
    }

    pub fn say(&mut self, event: Event) {
        self.steps.push(HistoryStep { at: self.now, event });
    }

    pub fn pass(&mut self, ms: u64) {
        self.now = self.now.after(ms);
    }

    pub fn pass_between(&mut self, least: u64, most: u64) {
        let ms = self.dice.draw(Spread::Between(least, most));
        self.pass(ms);
    }

    pub fn place(&self) -> Place {
        Place::queue(self.places.queues[self.queue])
    }

    pub fn tier(&self) -> u8 {
        QUEUES[self.queue].tier
    }

    pub fn handoff(&mut self) -> HandoffId {
        HandoffId(self.id())
    }

    pub fn offer_id(&mut self) -> OfferId {
        OfferId(self.id())
    }

    fn id(&mut self) -> u64 {
        self.ids += 1;
        FIRST_ID + (self.conversation.0 - FIRST_ID) * IDS_EACH + self.ids - 1
    }

    pub fn reason(&mut self) -> Option<String> {
        self.dice.pick(REASONS).map(|code| (*code).to_owned())
    }

    pub fn agent_of(&mut self, queue: usize) -> AgentId {
        let agents = &self.places.agents[queue];
        *self.dice.pick(agents).expect("every queue has agents")
    }

    fn somebody_but(&mut self, agent: AgentId) -> AgentId {
        loop {
            let other = self.agent_of(self.queue);
            if other != agent {
                return other;
            }
        }
    }

    fn supervisor(&mut self) -> AgentId {
        *self.dice.pick(&self.places.supervisors).expect("there are supervisors")
    }
}

/// How it goes on after a leg.
enum Next {
    Closed,
    Owner(AgentId),
    Waits(WaitCause),
}

fn topic(dice: &mut Dice) -> &'static Topic {
    let all: f64 = TOPICS.iter().map(|topic| topic.weight).sum();
    let mut left = dice.unit() * all;
    let drawn = TOPICS.iter().find(|topic| {
        left -= topic.weight;
        left < 0.0
    });
    drawn.unwrap_or(&TOPICS[0])
}

/// How readily an agent sends on, against the average: from half as much to almost twice as much.
fn habit(agent: AgentId) -> f64 {
    0.5 + 1.3 * (agent.0 as f64 * 0.618_034).fract()
}
