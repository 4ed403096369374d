//! A past that never was: years of conversations with everything that happens in them, for reports to be measured on.
//!
//! Each is drawn by itself from the seed and its number, so that any number of them needs no memory. No rule is asked;
//! what they say could have been said by a desk. Nobody wrote a word in them.

mod arrivals;
pub mod cast;
mod moves;
mod offers;
mod telling;

use domain::{
    history::{FIRST_ID, HistoryStep},
    ids::{AgentId, ConversationId, QueueId, VisitorId},
};

use crate::dice::Dice;
use arrivals::Arrivals;
use telling::Telling;

/// The zone of its days.
pub const ZONE: &str = "Europe/Stockholm";
/// One conversation in so many is by a visitor who was there before.
const COMES_BACK: f64 = 0.06;
/// How many conversations lie between, at most.
const BEFORE_MAX: u64 = 2_000;
/// One in so many is not over yet.
const STILL_OPEN: f64 = 0.003;
/// Steps of an open one at least: it has begun, and waits.
const STEPS_MIN: usize = 3;

/// The ids of whom and what it speaks of, in the order of [`cast::QUEUES`].
#[derive(Debug, Clone)]
pub struct Places {
    pub queues: Vec<QueueId>,
    /// Of each queue.
    pub agents: Vec<Vec<AgentId>>,
    pub supervisors: Vec<AgentId>,
}

#[derive(Debug)]
pub struct Past {
    seed: u64,
    /// The id of the first; the others follow.
    first: ConversationId,
    arrivals: Arrivals,
    places: Places,
}

impl Past {
    pub fn new(seed: u64, conversations: u64, first: ConversationId, places: Places) -> Self {
        Self { seed, first, arrivals: Arrivals::of(conversations), places }
    }

    /// All that happened in one, in order.
    pub fn steps(&self, number: u64) -> Vec<HistoryStep> {
        let mut dice = self.dice(number);
        let previous = previous(&mut dice, number);
        let arrival = self.arrivals.nth(number, dice.unit());
        let open = dice.chance(STILL_OPEN);
        let telling = Telling::begin(
            dice,
            arrival,
            self.conversation(number),
            previous.map(|previous| self.conversation(previous)),
            self.visitor(number),
            &self.places,
        );
        let mut steps = telling.tell();
        if open {
            cut(&mut steps, number);
        }
        steps
    }

    fn conversation(&self, number: u64) -> ConversationId {
        ConversationId(self.first.0 + number)
    }

    /// Of the first of the conversations that belong together.
    fn visitor(&self, number: u64) -> VisitorId {
        match previous(&mut self.dice(number), number) {
            Some(previous) => self.visitor(previous),
            None => VisitorId(FIRST_ID + (self.first.0 - FIRST_ID) + number),
        }
    }

    fn dice(&self, number: u64) -> Dice {
        // Streams of neighbouring numbers have nothing in common.
        Dice::seeded(self.seed.wrapping_add(number.wrapping_mul(0x9e37_79b9_7f4a_7c15)))
    }
}

/// The first draw of every conversation.
fn previous(dice: &mut Dice, number: u64) -> Option<u64> {
    let back = 1 + (dice.unit() * BEFORE_MAX as f64) as u64;
    dice.chance(COMES_BACK).then(|| number.checked_sub(back)).flatten()
}

/// What is told of it so far; whole moments only.
fn cut(steps: &mut Vec<HistoryStep>, number: u64) {
    let kept = STEPS_MIN + number as usize % steps.len().max(1);
    if let Some(last) = steps.get(kept).map(|step| step.at) {
        steps.retain(|step| step.at <= last);
    }
}
