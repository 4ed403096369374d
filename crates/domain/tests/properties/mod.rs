//! What must hold whatever people do: invariants I1–I5, I10 and I11 after every command, replay (I9), and
//! that a rejection leaves the desk as it was.
//!
//! Workspaces and acts are generated; an act picks among what is there at that moment, so that most of them
//! mean something. Single rules are told by the stories.

pub mod acts;
mod reach;
mod resolved;
pub mod workspaces;

use std::collections::BTreeSet;

use acts::{Act, acts};
use domain::{
    Decision, Desk,
    command::{Actor, Command},
    config::Config,
    ids::Timestamp,
};
use proptest::prelude::*;
use workspaces::workspace;

const START: Timestamp = Timestamp(1_000_000_000);

/// A second or two; with `BATON_LONG` set, minutes.
fn cases() -> u32 {
    if std::env::var_os("BATON_LONG").is_some() { 6_000 } else { 192 }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_invariant_holds_after_every_command(config in workspace(), acts in acts()) {
        let mut world = World::open(config)?;
        for act in acts {
            world.act(act)?;
        }
        world.run_out()?;
    }
}

/// A desk, its journal replayed beside it, and the time.
pub struct World {
    pub desk: Desk,
    replayed: Desk,
    pub now: Timestamp,
    /// Names of what has happened: events and deadlines.
    reached: BTreeSet<String>,
}

impl World {
    pub fn open(config: Config) -> Result<Self, TestCaseError> {
        let (desk, replayed) = (Desk::new(), Desk::new());
        let mut world = Self { desk, replayed, now: START, reached: BTreeSet::new() };
        world.give(Actor::System, Command::Configure { config: Box::new(config) })?;
        Ok(world)
    }

    pub fn act(&mut self, act: Act) -> Result<(), TestCaseError> {
        match act {
            Act::Pass { ms } => self.pass_until(self.now.after(ms)),
            Act::NextDeadline => match self.desk.next_deadline() {
                Some((at, _)) => self.pass_until(at.max(self.now)),
                None => Ok(()),
            },
            Act::Restart { down_ms } => {
                self.desk = Desk::restore(self.desk.state().clone());
                self.now = self.now.after(down_ms);
                self.give(Actor::System, Command::StartServer)
            }
            Act::Do(doing) => match doing.resolve(&self.desk, self.now) {
                Some((actor, command)) => self.give(actor, command),
                None => Ok(()),
            },
        }
    }

    /// Time goes by; what falls due on the way is honoured at its moment.
    fn pass_until(&mut self, until: Timestamp) -> Result<(), TestCaseError> {
        let mut ticks = 0;
        while let Some((at, deadline)) = self.desk.next_deadline().filter(|(at, _)| *at <= until) {
            self.now = self.now.max(at);
            self.reached.insert(reach::name("deadline", &deadline.reason));
            self.give(Actor::System, Command::Tick)?;
            ticks += 1;
            prop_assert!(ticks < 10_000, "{deadline:?} stays due");
            prop_assert_ne!(
                self.desk.next_deadline(),
                Some((at, deadline)),
                "honoured, and due again"
            );
        }
        self.now = until;
        Ok(())
    }

    /// Everybody leaves; in the end nothing is left but messages that nobody answered (the liveness of I5).
    fn run_out(&mut self) -> Result<(), TestCaseError> {
        let visitors: Vec<_> = self.desk.state().visitors.keys().copied().collect();
        for visitor in visitors {
            self.give(Actor::System, Command::LoseVisitorConnection { visitor })?;
        }
        self.pass_until(self.now.after(100 * 86_400_000))?;
        prop_assert_eq!(self.desk.next_deadline(), None);
        let found = self.desk.state().conversations.values();
        let left = found.filter(|c| !c.quarantined && c.open_message().is_none()).count();
        prop_assert_eq!(left, 0, "conversations that never end");
        Ok(())
    }

    fn give(&mut self, actor: Actor, command: Command) -> Result<(), TestCaseError> {
        let said = format!("{:?} {actor:?} {command:?}", self.now);
        let before = self.desk.state().clone();
        match self.desk.handle(actor, command, self.now) {
            Ok(decision) => self.check(&decision, &said)?,
            Err(_) => {
                prop_assert_eq!(&before, self.desk.state(), "rejected, yet changed: {}", said)
            }
        }
        let violations = self.desk.violations_everywhere();
        prop_assert!(violations.is_empty(), "{violations:?} after {said}");
        Ok(())
    }

    fn check(&mut self, decision: &Decision, said: &str) -> Result<(), TestCaseError> {
        for event in &decision.events {
            self.replayed.apply(event, self.now);
            self.reached.insert(reach::name("event", event));
        }
        prop_assert_eq!(self.replayed.state(), self.desk.state(), "replay differs after {}", said);
        prop_assert_eq!(self.replayed.next_deadline(), self.desk.next_deadline());
        let passed = self.desk.passed_over(&decision.events);
        prop_assert_eq!(passed, None, "passed over after {}: {:#?}", said, decision.events);
        let touched = domain::view::touched(&self.desk, &decision.events);
        let found = self.desk.violations(&touched);
        prop_assert!(found.is_empty(), "{found:?}");
        Ok(())
    }
}
