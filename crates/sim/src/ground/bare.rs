//! A desk without engine, journal or store: the rules and nothing else, as fast as they are.

use std::sync::Arc;

use domain::{
    Decision, Desk,
    command::{Actor, Body, Command},
    config::Config,
    event::Event,
    ids::{BodyId, Timestamp},
    view,
};
use engine::{Decided, JournalEntry, Sequence};

use super::{Ground, News};
use crate::secrecy;

/// How closely a run looks for broken invariants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scrutiny {
    /// Not at all: where millions of conversations are counted.
    Off,
    /// What each command touched, and everything every 1,000 events.
    Touched,
}

/// Events between two looks at everything.
pub const EVENTS_PER_FULL_CHECK: u64 = 1_000;

pub struct BareDesk {
    desk: Desk,
    config: Option<Box<Config>>,
    sequence: Sequence,
    scrutiny: Scrutiny,
    looked_at: Sequence,
}

impl BareDesk {
    pub fn new(config: Config, scrutiny: Scrutiny) -> Self {
        Self {
            desk: Desk::new(),
            config: Some(Box::new(config)),
            sequence: Sequence::START,
            scrutiny,
            looked_at: Sequence::START,
        }
    }

    fn decided(&mut self, actor: Actor, decision: Decision, at: Timestamp) -> Option<News> {
        let Decision { events, bodies, answer: _ } = decision;
        if events.is_empty() {
            return None;
        }
        if self.scrutiny == Scrutiny::Touched {
            let mut violations = self.desk.violations(&view::touched(&self.desk, &events));
            if self.sequence.0 - self.looked_at.0 >= EVENTS_PER_FULL_CHECK {
                self.looked_at = self.sequence;
                violations.extend(self.desk.violations_everywhere());
                if let Err(what) = secrecy::seen_by_all(&self.desk) {
                    return Some(News::Broken(what));
                }
            }
            if !violations.is_empty() {
                return Some(News::Broken(format!("broken: {violations:?} after {events:?}")));
            }
            if let Err(what) = self.watch(&events, &bodies) {
                return Some(News::Broken(what));
            }
        }
        let numbered = |event| {
            self.sequence = self.sequence.next();
            JournalEntry { sequence: self.sequence, event }
        };
        let entries = events.into_iter().map(numbered).collect();
        Some(News::Decided(Arc::new(Decided { at, actor, key: None, entries, bodies })))
    }
}

impl BareDesk {
    /// I10 of every offer just made, and I7 of every line.
    fn watch(&self, events: &[Event], bodies: &[(BodyId, Body)]) -> Result<(), String> {
        if let Some(passed) = self.desk.passed_over(events) {
            return Err(format!("I10: {passed:?} passed over"));
        }
        let bodies = bodies.iter().map(|(id, body)| (*id, body)).collect();
        secrecy::told_by(&self.desk, events, &bodies)
    }
}

impl Ground for BareDesk {
    fn desk(&self) -> &Desk {
        &self.desk
    }

    fn begin(&mut self, now: Timestamp, news: &mut Vec<News>) {
        if let Some(config) = self.config.take() {
            self.ask(Actor::System, Command::Configure { config }, now, news);
        }
    }

    fn ask(&mut self, actor: Actor, command: Command, now: Timestamp, news: &mut Vec<News>) {
        match self.desk.handle(actor, command, now) {
            Ok(decision) => news.extend(self.decided(actor, decision, now)),
            Err(rejection) => news.push(News::Refused { actor, rejection }),
        }
    }

    fn wakes_at(&self) -> Option<Timestamp> {
        self.desk.next_deadline().map(|(at, _)| at)
    }

    fn wake(&mut self, now: Timestamp, news: &mut Vec<News>) {
        let due = self.desk.next_deadline();
        news.extend(due.map(|(_, deadline)| News::Due(deadline.reason)));
        self.ask(Actor::System, Command::Tick, now, news);
        if due.is_some() && self.desk.next_deadline() == due {
            news.push(News::Broken(format!("{due:?} was honoured and is due again")));
        }
    }
}
