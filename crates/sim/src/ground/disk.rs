//! The store in memory, and everything that can go wrong between it and an engine.
//!
//! A batch that is not answered `Ok` may have been kept all the same. Whatever is kept is also repeated on a second
//! desk, so that every load can be held to it (invariant I9).

use std::{
    future::Future,
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Waker},
};

use domain::{
    Answer, Desk,
    ids::{ConversationId, Timestamp},
};
use engine::{Batch, ClientId, Decided, Engine, JournalEntry, Loading, PastCommand, Strictness};
use store::{
    CommandKey, CommitError, Epoch, Lease, Record, Sequence, Snapshot, Store, StoreError,
    WorkspaceId, limits::PAGE_RECORDS, memory::MemoryStore,
};

use crate::{dice::Dice, profile::Faults};

pub struct Disk {
    store: MemoryStore,
    workspace: WorkspaceId,
    pub epoch: Epoch,
    /// What the journal says, applied as it grew.
    pub replica: Desk,
    pub faults: Faults,
    dice: Dice,
}

/// What becomes of a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Kept,
    /// Refused before anything was written.
    Overloaded,
    /// Lost on the way there, or on the way back.
    Lost,
    AnswerLost,
    /// It went twice; the answer that came is the second one's.
    SentTwice,
    /// Another process took the lease meanwhile.
    LeaseTaken,
}

const FAILURES: [Fate; 5] =
    [Fate::Overloaded, Fate::Lost, Fate::AnswerLost, Fate::SentTwice, Fate::LeaseTaken];

/// From where a workspace is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    Start,
    Snapshot,
}

impl Disk {
    pub fn new(faults: Faults, dice: Dice, now: Timestamp) -> Self {
        let store = MemoryStore::default();
        let workspace = at_once(store.ensure_workspace("simulated", now)).expect("memory is there");
        let epoch = at_once(store.take(workspace)).expect("memory is there");
        Self { store, workspace, epoch, replica: Desk::new(), faults, dice }
    }

    pub fn draw_fate(&mut self) -> Fate {
        if self.dice.chance(self.faults.commit_fails) {
            *self.dice.pick(&FAILURES).unwrap_or(&Fate::Lost)
        } else {
            Fate::Kept
        }
    }

    pub fn draw_commit_ms(&mut self) -> u64 {
        let slow = self.dice.chance(self.faults.commit_is_slow);
        self.dice.draw(if slow { self.faults.slow_commit_takes } else { self.faults.commit_takes })
    }

    /// A batch of the holder of `epoch` arrives.
    pub fn commit(
        &mut self,
        batch: &Batch,
        epoch: Epoch,
        fate: Fate,
    ) -> Result<engine::Sequence, CommitError> {
        match fate {
            Fate::Kept => self.keep(batch, epoch),
            Fate::Overloaded => Err(CommitError::Overloaded),
            Fate::Lost => Err(CommitError::Unavailable("no connection".to_owned())),
            Fate::AnswerLost => {
                self.keep(batch, epoch)?;
                Err(CommitError::Unavailable("no answer".to_owned()))
            }
            Fate::SentTwice => {
                self.keep(batch, epoch)?;
                self.keep(batch, epoch)
            }
            Fate::LeaseTaken => {
                at_once(self.store.take(self.workspace)).expect("memory is there");
                self.keep(batch, epoch)
            }
        }
    }

    fn keep(&mut self, batch: &Batch, epoch: Epoch) -> Result<engine::Sequence, CommitError> {
        let mut written = store::Batch::new(self.workspace, epoch, Sequence(batch.after.0));
        for decided in &batch.decided {
            let key = |(id, answer): (ClientId, Answer)| CommandKey { client_id: id.0, answer };
            let events = decided.entries.iter().map(|entry| &entry.event);
            let key = decided.key.map(key);
            written.add(decided.at, decided.actor, key, events, decided.bodies.clone());
        }
        let answers = at_once(self.store.commit(vec![written]));
        let sequence = answers.into_iter().next().expect("an answer for each batch")?;
        for decided in &batch.decided {
            for entry in &decided.entries {
                self.replica.apply(&entry.event, decided.at);
            }
        }
        Ok(engine::Sequence(sequence.0))
    }

    /// The last durable record.
    pub fn head(&self) -> engine::Sequence {
        let head = at_once(self.store.head(self.workspace)).expect("memory is there");
        engine::Sequence(head.0)
    }

    /// Whether this load fails at first.
    pub fn draw_load_error(&mut self) -> Option<StoreError> {
        let error = [StoreError::Overloaded, StoreError::Unavailable("no connection".to_owned())];
        let fails = self.dice.chance(self.faults.load_fails);
        self.dice.pick(&error).filter(|_| fails).cloned()
    }

    pub fn draw_origin(&mut self) -> Origin {
        if self.dice.chance(0.5) { Origin::Snapshot } else { Origin::Start }
    }

    /// Takes the lease and loads the workspace; the error names what differs from what was kept.
    pub fn load(
        &mut self,
        origin: Origin,
        quarantine: Option<ConversationId>,
        now: Timestamp,
    ) -> Result<Engine, String> {
        self.epoch = at_once(self.store.take(self.workspace)).map_err(|error| error.to_string())?;
        let mut loading = self.fold(origin).map_err(|error| error.to_string())?;
        if *loading.state() != *self.replica.state() {
            return Err(format!("I9: the journal, loaded from {origin:?}, gives another state"));
        }
        let since = Timestamp(now.0.saturating_sub(engine::limits::IDEMPOTENCY_WINDOW_MS));
        let most = engine::limits::IDEMPOTENCY_KEYS_MAX;
        let commands = at_once(self.store.recent_commands(self.workspace, since, most));
        for past in commands.map_err(|error| error.to_string())? {
            loading.remember(PastCommand {
                actor: past.actor,
                client_id: ClientId(past.key.client_id),
                answer: past.key.answer,
                sequence: engine::Sequence(past.sequence.0),
                at: past.at,
            });
        }
        Ok(loading.ready(Strictness::Panic, quarantine))
    }

    fn fold(&self, origin: Origin) -> Result<Loading, StoreError> {
        let snapshot = match origin {
            Origin::Start => None,
            Origin::Snapshot => at_once(self.store.snapshot(self.workspace))?,
        };
        let mut loading = match snapshot.and_then(|kept| Some((kept.state()?, kept.sequence))) {
            Some((state, sequence)) => {
                let last = self.records(Sequence(sequence.0.saturating_sub(1)), 1)?;
                let at = last.first().map_or(Timestamp(0), |record| record.at);
                Loading::from_snapshot(state, engine::Sequence(sequence.0), at)
            }
            None => Loading::new(),
        };
        loop {
            let page = self.records(Sequence(loading.sequence().0), PAGE_RECORDS)?;
            if page.is_empty() {
                return Ok(loading);
            }
            for record in &page {
                loading.replay(&record.event()?, record.at);
            }
        }
    }

    /// What is durable after a record: what viewers who missed it are told when they come back.
    pub fn after(&self, sequence: engine::Sequence) -> Result<Vec<Arc<Decided>>, StoreError> {
        let mut records = Vec::new();
        loop {
            let page = self.records(Sequence(sequence.0 + records.len() as u64), PAGE_RECORDS)?;
            if page.is_empty() {
                break;
            }
            records.extend(page);
        }
        let decided = |record: &Record| {
            let (at, actor) = (record.at, record.actor);
            let sequence = engine::Sequence(record.sequence.0);
            let entries = vec![JournalEntry { sequence, event: record.event()? }];
            let key = record.command_key.map(|key| (ClientId(key.client_id), key.answer));
            Ok(Arc::new(Decided { at, actor, key, entries, bodies: Vec::new() }))
        };
        records.iter().map(decided).collect()
    }

    fn records(&self, after: Sequence, most: usize) -> Result<Vec<Record>, StoreError> {
        at_once(self.store.records(self.workspace, after, most))
    }

    /// Written away from the engine, of what is durable.
    pub fn take_snapshot(&self) {
        let snapshot = Snapshot::of(self.replica.state(), Sequence(self.head().0));
        at_once(self.store.put_snapshot(self.workspace, snapshot)).expect("memory is there");
    }
}

/// The store in memory never waits for anything.
fn at_once<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(answer) => answer,
        Poll::Pending => unreachable!("the store in memory never waits"),
    }
}
