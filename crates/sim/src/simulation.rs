//! The loop: people act, the ground answers, time jumps to whatever comes next.
//!
//! Three parts that know nothing of each other: [`People`] decide what they do and when, a
//! [`Ground`](crate::ground::Ground) is what they act upon (a bare desk, or an engine with its store), and an
//! [`Observer`] looks on. Nothing here is random and nothing reads a clock.
//!
//! ```ignore
//! let profile = profile::named("steady")?;
//! let ground = BareDesk::new(profile.config()?, Scrutiny::Touched);
//! let mut simulation = Simulation::new(ground, Crowd::new(profile, seed)?);
//! simulation.run_until(BEGIN.after(24 * HOUR_MS), &mut my_observer)?;
//! ```

use std::collections::VecDeque;

use domain::{
    Desk,
    clock::DeadlineReason,
    command::{Actor, Command},
    ids::Timestamp,
    rejection::Rejection,
};
use engine::Decided;

use crate::{
    agenda::Agenda,
    ground::{Ground, News, StoreFailure},
    secrecy,
};

/// When every run begins: the zero of a story's clock as well.
pub use crate::story::BEGIN;

pub const HOUR_MS: u64 = 3_600_000;

/// Everybody who does something of their own accord. What they plan is theirs to define.
pub trait People {
    type Plan;

    /// The run begins.
    fn begin(&mut self, scene: &mut Scene<'_, Self::Plan>);

    /// The time of something planned has come.
    fn act(&mut self, plan: Self::Plan, scene: &mut Scene<'_, Self::Plan>);

    /// Something happened. With an engine it is durable by now; the desk may be further on.
    fn hear(&mut self, decided: &Decided, scene: &mut Scene<'_, Self::Plan>);

    /// The server is there again, and nobody is connected.
    fn restarted(&mut self, _scene: &mut Scene<'_, Self::Plan>) {}
}

/// What people see while they act, and what they can do about it.
pub struct Scene<'a, P> {
    pub desk: &'a Desk,
    pub now: Timestamp,
    agenda: &'a mut Agenda<P>,
    asked: &'a mut VecDeque<(Actor, Command)>,
}

/// Looks on and changes nothing, except by what it asks for as the system.
pub trait Observer {
    /// Somebody asked for something.
    fn asked(&mut self, _actor: Actor, _command: &Command, _at: Timestamp) {}

    /// It came to this. `desk` is as it was left (an engine's may be further on); whatever is returned is
    /// asked in the system's name, as a predictor's results are.
    fn told(&mut self, _desk: &Desk, _decided: &Decided) -> Vec<Command> {
        Vec::new()
    }

    /// It was refused.
    fn refused(&mut self, _actor: Actor, _rejection: Rejection, _at: Timestamp) {}

    /// A deadline is about to be honoured.
    fn due(&mut self, _reason: DeadlineReason) {}

    fn failed(&mut self, _error: StoreFailure) {}
}

/// Nobody looks on.
impl Observer for () {}

/// Two look on.
impl<A: Observer, B: Observer> Observer for (&mut A, &mut B) {
    fn asked(&mut self, actor: Actor, command: &Command, at: Timestamp) {
        self.0.asked(actor, command, at);
        self.1.asked(actor, command, at);
    }

    fn told(&mut self, desk: &Desk, decided: &Decided) -> Vec<Command> {
        let mut commands = self.0.told(desk, decided);
        commands.extend(self.1.told(desk, decided));
        commands
    }

    fn refused(&mut self, actor: Actor, rejection: Rejection, at: Timestamp) {
        self.0.refused(actor, rejection, at);
        self.1.refused(actor, rejection, at);
    }

    fn due(&mut self, reason: DeadlineReason) {
        self.0.due(reason);
        self.1.due(reason);
    }

    fn failed(&mut self, error: StoreFailure) {
        self.0.failed(error);
        self.1.failed(error);
    }
}

/// Something does not hold that always has to; the run ends there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{what}")]
pub struct Broken {
    pub at: Timestamp,
    pub what: String,
}

pub struct Simulation<G, P: People> {
    pub ground: G,
    pub people: P,
    agenda: Agenda<P::Plan>,
    asked: VecDeque<(Actor, Command)>,
    now: Timestamp,
    begun: bool,
}

impl<P> Scene<'_, P> {
    /// Puts something on the agenda.
    pub fn plan(&mut self, after_ms: u64, plan: P) {
        self.agenda.plan(self.now.after(after_ms), plan);
    }

    /// Does something at this moment.
    pub fn ask(&mut self, actor: Actor, command: Command) {
        self.asked.push_back((actor, command));
    }
}

impl<G: Ground, P: People> Simulation<G, P> {
    pub fn new(ground: G, people: P) -> Self {
        let (agenda, asked) = (Agenda::new(), VecDeque::new());
        Self { ground, people, agenda, asked, now: BEGIN, begun: false }
    }

    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Everything that happens until then. May be called again with a later time.
    pub fn run_until(
        &mut self,
        until: Timestamp,
        observer: &mut impl Observer,
    ) -> Result<(), Broken> {
        let mut news = Vec::new();
        if !self.begun {
            self.begun = true;
            self.ground.begin(self.now, &mut news);
            self.drain(&mut news, observer)?;
            self.with_people(|people, scene| people.begin(scene));
            self.drain(&mut news, observer)?;
        }
        while let Some(at) = self.next_at().filter(|at| *at <= until) {
            self.now = self.now.max(at);
            if self.ground.wakes_at().is_some_and(|wakes| wakes <= self.now) {
                self.ground.wake(self.now, &mut news);
            } else if let Some(plan) = self.agenda.take() {
                self.with_people(|people, scene| people.act(plan, scene));
            }
            self.drain(&mut news, observer)?;
        }
        self.now = self.now.max(until);
        Ok(())
    }

    fn next_at(&self) -> Option<Timestamp> {
        self.ground.wakes_at().into_iter().chain(self.agenda.next_at()).min()
    }

    /// Until nothing more follows at this moment.
    fn drain(&mut self, news: &mut Vec<News>, observer: &mut impl Observer) -> Result<(), Broken> {
        loop {
            for item in news.drain(..) {
                match item {
                    News::Decided(decided) => {
                        let commands = observer.told(self.ground.desk(), &decided);
                        self.asked.extend(commands.into_iter().map(|c| (Actor::System, c)));
                        self.with_people(|people, scene| people.hear(&decided, scene));
                    }
                    News::Refused { actor, rejection } => {
                        observer.refused(actor, rejection, self.now);
                    }
                    News::Due(reason) => observer.due(reason),
                    News::Failed(error) => observer.failed(error),
                    News::Restarted => self.with_people(|people, scene| people.restarted(scene)),
                    News::Broken(what) => return Err(Broken { at: self.now, what }),
                }
            }
            let Some((actor, command)) = self.asked.pop_front() else { return Ok(()) };
            observer.asked(actor, &command, self.now);
            self.ground.ask(actor, secrecy::mark(command), self.now, news);
        }
    }

    /// Has people do something at this moment; what follows is seen by the next [`Self::run_until`].
    pub fn with_people(&mut self, then: impl FnOnce(&mut P, &mut Scene<'_, P::Plan>)) {
        let mut scene = Scene {
            desk: self.ground.desk(),
            now: self.now,
            agenda: &mut self.agenda,
            asked: &mut self.asked,
        };
        then(&mut self.people, &mut scene);
    }
}
