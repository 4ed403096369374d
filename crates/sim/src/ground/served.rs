//! An engine with its store, driven as a server drives one, and everything that goes wrong around it.
//!
//! Commands carry client ids and are sent again until they are answered. What people hear is durable. Held to
//! what the engine promises: nothing is told before it is durable and nothing twice or out of order (I6), a
//! repeated command is answered the same (I8), and every load gives the state that was kept (I9); and to what
//! visitors may hear (I7). The engine itself looks at each decision, I10 included.

use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use domain::{
    Desk,
    command::{Actor, Command},
    config::Config,
    ids::{ConversationId, Timestamp},
};
use engine::{
    Action, Answered, Batch, Breakage, ClientId, Decided, Engine, Input, Loading, Refusal, Request,
    Sequence, Strictness, Token,
};

use store::{CommitError, Epoch};

use super::{
    EVENTS_PER_FULL_CHECK, Ground, News, StoreFailure,
    disk::{Disk, Fate, Origin},
};
use crate::{agenda::Agenda, chronicle::Chronicle, dice::Dice, kinds, profile::Faults, secrecy};

/// A client tries again after this.
const RETRY_MS: u64 = 1_000;
/// And gives up after so many times, as a person does.
const TRIES_MAX: u32 = 60;
/// From a break until the workspace is loaded again.
const RELOAD_MS: u64 = 300;

pub struct Served {
    config: Option<Box<Config>>,
    chronicle: Chronicle,
    engine: Engine,
    disk: Disk,
    dice: Dice,
    agenda: Agenda<Own>,
    /// Counts engines; what was meant for an earlier one is void.
    engines: u64,
    /// No engine is there to be asked.
    down: bool,
    /// How far the server's clock is off.
    skew_ms: i64,
    wake_at: Option<Timestamp>,
    pending: BTreeMap<Token, Pending>,
    next_token: u64,
    client_ids: u64,
    /// How it is to be loaded, and which conversation is held then.
    loading: Option<(Start, Option<ConversationId>)>,
    /// Whom the next panic is over.
    blamed: Option<ConversationId>,
    /// The last record told to people.
    told: Sequence,
    looked_at: Sequence,
}

/// What it does by itself.
#[derive(Debug)]
enum Own {
    Finish {
        engine: u64,
        epoch: Epoch,
        batch: Batch,
        fate: Fate,
    },
    Retry(Box<Pending>),
    /// Unless something else happened to it since.
    Load {
        engine: u64,
    },
    Crash,
    Panic,
    ChangeSkew,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Start {
    /// The server is there, its engine is not.
    Again,
    /// Everything was down.
    Anew,
}

/// A command that was sent and not answered.
#[derive(Debug, Clone)]
struct Pending {
    actor: Actor,
    client_id: Option<ClientId>,
    command: Command,
    tries: u32,
    /// Of a command that is sent once more although it was answered.
    answered: Option<Answered>,
}

impl Served {
    pub fn new(
        config: Config,
        faults: Faults,
        chronicle: Chronicle,
        seed: u64,
        now: Timestamp,
    ) -> Self {
        let mut dice = Dice::seeded(seed);
        Self {
            config: Some(Box::new(config)),
            chronicle,
            engine: Loading::new().ready(Strictness::Panic, None),
            disk: Disk::new(faults, dice.split(), now),
            dice,
            agenda: Agenda::new(),
            engines: 0,
            down: false,
            skew_ms: 0,
            wake_at: None,
            pending: BTreeMap::new(),
            next_token: 0,
            client_ids: 0,
            loading: None,
            blamed: None,
            told: Sequence::START,
            looked_at: Sequence::START,
        }
    }

    /// From here nothing goes wrong any more.
    pub fn stop_faults(&mut self) {
        self.disk.faults = Faults::NONE;
        self.skew_ms = 0;
    }

    /// The journal read from its first record once more; the error says what differs.
    pub fn check_replay(&mut self, now: Timestamp) -> Result<(), String> {
        if self.engine.desk().state() != self.disk.replica.state() {
            return Err("I9: the living state is not the one that was kept".to_owned());
        }
        let engine = self.disk.load(Origin::Start, None, now)?;
        self.start(engine);
        Ok(())
    }

    /// What people did, as the steps of a script, with what was on its way when the run ended.
    pub fn steps(mut self, until: Timestamp) -> Vec<String> {
        let at = self.wall(until);
        for pending in self.pending.values().filter(|pending| pending.answered.is_none()) {
            self.chronicle.line(pending.actor, &pending.command, at);
        }
        self.chronicle.steps(at)
    }

    pub fn journal_head(&self) -> Sequence {
        self.disk.head()
    }

    fn wall(&self, now: Timestamp) -> Timestamp {
        Timestamp(now.0.saturating_add_signed(self.skew_ms))
    }

    fn plan_faults(&mut self, now: Timestamp) {
        let faults = self.disk.faults;
        let kinds = [
            (faults.crash_every, Own::Crash),
            (faults.panic_every, Own::Panic),
            (faults.skew_every, Own::ChangeSkew),
        ];
        for (every, fault) in kinds {
            if let Some(mean) = every {
                self.plan_again(mean, fault, now);
            }
        }
    }

    fn plan_again(&mut self, mean_ms: f64, fault: Own, now: Timestamp) {
        let pause = self.dice.exponential(mean_ms) as u64;
        self.agenda.plan(now.after(pause), fault);
    }

    fn send(&mut self, pending: Pending, now: Timestamp, news: &mut Vec<News>) {
        if self.down {
            return self.retry(pending, RETRY_MS, now);
        }
        self.next_token += 1;
        let token = Token(self.next_token);
        let Pending { actor, client_id, ref command, .. } = pending;
        let request = Request { token, actor, client_id, command: command.clone() };
        self.pending.insert(token, pending);
        self.enter(Input::Command(request), now, news);
    }

    fn retry(&mut self, pending: Pending, after_ms: u64, now: Timestamp) {
        if pending.tries < TRIES_MAX {
            let pending = Pending { tries: pending.tries + 1, ..pending };
            self.agenda.plan(now.after(after_ms), Own::Retry(Box::new(pending)));
        }
    }

    /// Hands an input to the engine and does what it says.
    fn enter(&mut self, input: Input, now: Timestamp, news: &mut Vec<News>) {
        let wall = self.wall(now);
        if let Some((at, deadline)) = self.engine.desk().next_deadline()
            && at <= wall
        {
            news.push(News::Due(deadline.reason));
        }
        let engine = &mut self.engine;
        let actions = catch_unwind(AssertUnwindSafe(|| engine.handle(input, wall)));
        match actions {
            Ok(actions) => actions.into_iter().for_each(|action| self.carry_out(action, now, news)),
            Err(panic) => news.push(News::Broken(message_of(&*panic))),
        }
    }

    fn carry_out(&mut self, action: Action, now: Timestamp, news: &mut Vec<News>) {
        match action {
            Action::Commit(batch) => {
                let (fate, takes) = (self.disk.draw_fate(), self.disk.draw_commit_ms());
                let (engine, epoch) = (self.engines, self.disk.epoch);
                let finish = Own::Finish { engine, epoch, batch, fate };
                self.agenda.plan(now.after(takes), finish);
            }
            Action::Reply { token, outcome } => self.reply(token, outcome, now, news),
            Action::Publish(step) => {
                if step.decided.first() != self.told.next() {
                    let (told, first) = (self.told, step.decided.first());
                    news.push(News::Broken(format!("I6: {first:?} is told after {told:?}")));
                }
                self.told = step.sequence();
                if self.told > self.disk.head() {
                    news.push(News::Broken(format!("I6: {:?} is told too early", self.told)));
                }
                self.tell(step.decided.clone(), news);
            }
            Action::WakeAt { at, reason: _ } => self.wake_at = Some(at),
            Action::TakeSnapshot { sequence: _ } => self.disk.take_snapshot(),
            Action::Reload { cause, quarantine } => match cause {
                Breakage::NotCommitted | Breakage::Panicked => {
                    let quarantine = quarantine.or(self.blamed.take());
                    self.go_down(Start::Again, RELOAD_MS, quarantine, now);
                }
                Breakage::Violated(violation) => {
                    news.push(News::Broken(format!("broken: {violation:?}")));
                }
            },
            // Nobody asks questions here, or looks at the board.
            Action::Tell { .. } | Action::PublishBoard(_) => {}
        }
    }

    fn tell(&mut self, decided: Arc<Decided>, news: &mut Vec<News>) {
        self.chronicle.told(&decided);
        let events = decided.entries.iter().map(|entry| &entry.event);
        let bodies = decided.bodies.iter().map(|(id, body)| (*id, body)).collect();
        if let Err(what) = secrecy::told_by(self.engine.desk(), events, &bodies) {
            news.push(News::Broken(what));
        }
        news.push(News::Decided(decided));
    }

    fn reply(
        &mut self,
        token: Token,
        outcome: Result<Answered, Refusal>,
        now: Timestamp,
        news: &mut Vec<News>,
    ) {
        let Some(pending) = self.pending.remove(&token) else { return };
        match outcome {
            Ok(answered) if answered.sequence > self.disk.head() => {
                news.push(News::Broken(format!("I6: {answered:?} is acknowledged too early")));
            }
            Ok(answered) => match pending.answered {
                Some(before) if before != answered => {
                    news.push(News::Broken(format!("I8: {before:?} became {answered:?}")));
                }
                Some(_) => {}
                None => self.repeat(pending, answered, now),
            },
            Err(Refusal::Rejected(rejection)) if pending.answered.is_some() => {
                news.push(News::Broken(format!("I8: a repeat is refused: {rejection}")));
            }
            Err(Refusal::Rejected(rejection)) => {
                pending.client_id.into_iter().for_each(|id| self.chronicle.refused(id));
                news.push(News::Refused { actor: pending.actor, rejection });
            }
            Err(Refusal::Unavailable) => self.retry(pending, RETRY_MS, now),
            Err(Refusal::Overloaded { retry_after_ms }) => self.retry(pending, retry_after_ms, now),
            Err(Refusal::IdTooOld) => {}
        }
    }

    /// Now and then a client does not hear the answer and sends its command again. What changed nothing
    /// stands in no journal, so its repeat is a command of its own.
    fn repeat(&mut self, pending: Pending, answered: Answered, now: Timestamp) {
        let journaled = answered.sequence == self.told.next();
        if pending.client_id.is_some() && journaled && self.dice.chance(self.disk.faults.repeats) {
            let pause = self.dice.exponential(20_000.0) as u64;
            let again = Pending { answered: Some(answered), tries: 0, ..pending };
            self.agenda.plan(now.after(pause), Own::Retry(Box::new(again)));
        }
    }

    fn go_down(
        &mut self,
        start: Start,
        for_ms: u64,
        quarantine: Option<ConversationId>,
        now: Timestamp,
    ) {
        self.down = true;
        self.engines += 1;
        self.wake_at = None;
        self.loading = Some((start, quarantine));
        for (_, pending) in std::mem::take(&mut self.pending) {
            self.retry(pending, RETRY_MS, now);
        }
        self.agenda.plan(now.after(for_ms), Own::Load { engine: self.engines });
    }

    fn do_own(&mut self, own: Own, now: Timestamp, news: &mut Vec<News>) {
        match own {
            Own::Retry(pending) => self.send(*pending, now, news),
            Own::Finish { engine, epoch, batch, fate } => {
                let outcome = self.disk.commit(&batch, epoch, fate);
                self.finish(engine, outcome, now, news);
            }
            Own::Load { engine } => {
                if engine == self.engines
                    && let Some((start, quarantine)) = self.loading.take()
                {
                    self.load(start, quarantine, now, news);
                }
            }
            Own::Crash => {
                if let Some(mean) = self.disk.faults.crash_every {
                    let down_ms = self.dice.draw(self.disk.faults.down_for);
                    self.go_down(Start::Anew, down_ms, None, now);
                    self.plan_again(mean, Own::Crash, now);
                }
            }
            Own::Panic => {
                if let Some(mean) = self.disk.faults.panic_every {
                    self.panic(now, news);
                    self.plan_again(mean, Own::Panic, now);
                }
            }
            Own::ChangeSkew => {
                if let Some(mean) = self.disk.faults.skew_every {
                    let off = (2.0 * self.dice.unit() - 1.0) * self.disk.faults.skew_max_ms as f64;
                    self.skew_ms = off as i64;
                    self.plan_again(mean, Own::ChangeSkew, now);
                }
            }
        }
    }

    /// As if the engine had panicked over some conversation, which the next engine holds for inspection.
    fn panic(&mut self, now: Timestamp, news: &mut Vec<News>) {
        if !self.down {
            let open: Vec<ConversationId> =
                self.engine.desk().state().conversations.keys().copied().collect();
            self.blamed = self.dice.pick(&open).copied();
            self.enter(Input::Broken, now, news);
        }
    }

    /// What an engine that is gone sent off may be kept all the same.
    fn finish(
        &mut self,
        engine: u64,
        outcome: Result<Sequence, CommitError>,
        now: Timestamp,
        news: &mut Vec<News>,
    ) {
        if let Err(error) = &outcome {
            news.push(News::Failed(StoreFailure::Commit(kinds::commit_error(error))));
        }
        if engine != self.engines {
            return;
        }
        match outcome {
            Ok(sequence) => self.enter(Input::Committed(sequence), now, news),
            Err(_) => self.enter(Input::CommitFailed, now, news),
        }
        let head = self.disk.head();
        if head.0 - self.looked_at.0 >= EVENTS_PER_FULL_CHECK {
            self.looked_at = head;
            let violations = self.engine.desk().violations_everywhere();
            if !violations.is_empty() {
                news.push(News::Broken(format!("broken: {violations:?}")));
            }
            if let Err(what) = secrecy::seen_by_all(self.engine.desk()) {
                news.push(News::Broken(what));
            }
        }
    }

    fn load(
        &mut self,
        start: Start,
        quarantine: Option<ConversationId>,
        now: Timestamp,
        news: &mut Vec<News>,
    ) {
        if let Some(error) = self.disk.draw_load_error() {
            news.push(News::Failed(StoreFailure::Load(kinds::store_error(&error))));
            return self.go_down(start, RELOAD_MS, quarantine, now);
        }
        let origin = self.disk.draw_origin();
        match self.disk.load(origin, quarantine, self.wall(now)) {
            Ok(engine) => self.start(engine),
            Err(what) => return news.push(News::Broken(what)),
        }
        match self.disk.after(self.told) {
            Ok(missed) => missed.into_iter().for_each(|decided| self.tell(decided, news)),
            Err(error) => news.push(News::Broken(error.to_string())),
        }
        self.told = self.disk.head();
        match start {
            Start::Again => self.enter(Input::Wake, now, news),
            Start::Anew => {
                self.system(Command::StartServer, now, news);
                news.push(News::Restarted);
            }
        }
    }

    fn start(&mut self, engine: Engine) {
        self.engine = engine;
        self.engines += 1;
        self.down = false;
        self.wake_at = None;
    }

    fn system(&mut self, command: Command, now: Timestamp, news: &mut Vec<News>) {
        let pending =
            Pending { actor: Actor::System, client_id: None, command, tries: 0, answered: None };
        self.send(pending, now, news);
    }

    /// A UUIDv7 made at this moment.
    fn client_id(&mut self, now: Timestamp) -> ClientId {
        self.client_ids += 1;
        ClientId(u128::from(now.0) << 80 | u128::from(self.client_ids))
    }
}

impl Ground for Served {
    fn desk(&self) -> &Desk {
        self.engine.desk()
    }

    fn begin(&mut self, now: Timestamp, news: &mut Vec<News>) {
        if let Some(config) = self.config.take() {
            self.system(Command::Configure { config }, now, news);
            self.system(Command::StartServer, now, news);
        }
        self.plan_faults(now);
    }

    fn ask(&mut self, actor: Actor, command: Command, now: Timestamp, news: &mut Vec<News>) {
        let client_id = match actor {
            Actor::System => None,
            Actor::Visitor(_) | Actor::Agent(_) => Some(self.client_id(now)),
        };
        client_id.into_iter().for_each(|id| self.chronicle.asked(id, &command));
        let pending = Pending { actor, client_id, command, tries: 0, answered: None };
        self.send(pending, now, news);
    }

    fn wakes_at(&self) -> Option<Timestamp> {
        let wake = |at: Timestamp| Timestamp(at.0.saturating_add_signed(-self.skew_ms));
        self.wake_at.map(wake).into_iter().chain(self.agenda.next_at()).min()
    }

    fn wake(&mut self, now: Timestamp, news: &mut Vec<News>) {
        if self.agenda.next_at().is_some_and(|at| at <= now) {
            if let Some(own) = self.agenda.take() {
                self.do_own(own, now, news);
            }
        } else if self.wake_at.take().is_some() {
            self.enter(Input::Wake, now, news);
        }
    }
}

pub(crate) fn message_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic").to_owned()
}
