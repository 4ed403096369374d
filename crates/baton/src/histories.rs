//! Writes histories behind what a journal has, each as one record with all that happened in it.
//!
//! They pass no rule and never become live state (`domain::history`). What the journal knows of them already keeps its
//! names and ids, so that a history written twice is there once.

use std::{
    collections::BTreeMap,
    path::Path,
    time::{SystemTime, UNIX_EPOCH},
};

use anyhow::{Context, Result, bail};
use domain::{
    Desk,
    command::Actor,
    event::Event,
    history::{FIRST_ID, HistoryStep},
    ids::{ConversationId, Timestamp},
};
use indicatif::{ProgressBar, ProgressStyle};
use reports::{
    facts::{self, Facts},
    import::names::Names,
};
use server::setup::check_key;
use store::{
    Batch, Epoch, Lease as _, Sequence, Snapshot, Store as _, WorkspaceId, codec,
    limits::PAGE_RECORDS,
};
use store_sql::{OpenError, SqliteStore};

/// Conversations written with one commit: enough to make it durable cheaply, few enough to hold in memory.
const CONVERSATIONS_PER_COMMIT: usize = 500;
/// How the kinds of histories begin: a journal is searched for them without reading the rest.
const KIND: &str = "history.";

/// The histories of one workspace, in a data directory that nobody else writes.
pub struct Histories {
    store: SqliteStore,
    workspace: WorkspaceId,
    epoch: Epoch,
    pub names: Names,
    cases: BTreeMap<String, Known>,
    /// As it is after the last record, for the snapshot that spares the next start what was written here.
    desk: Desk,
    /// Written in the commit of what they tell.
    facts: Facts,
    now: Timestamp,
    head: Sequence,
    /// What the next commit writes.
    gathered: Vec<Event>,
}

/// A history that is written.
struct Known {
    conversation: ConversationId,
    /// Of what the journal had before; none of what is written here.
    sequence: Option<Sequence>,
}

/// What became of a history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    New,
    /// It goes before what the journal had of it.
    Changed,
    Unchanged,
}

impl Histories {
    /// Takes the data directory, and makes the workspace if it is not there.
    pub async fn open(data: &Path, workspace: &str) -> Result<Self> {
        check_key(workspace)?;
        let store = match SqliteStore::open(data) {
            Err(error @ OpenError::Locked { .. }) => {
                bail!("{}: {error}; stop it, and start it again afterwards", error.code())
            }
            Err(error) => {
                let code = error.code();
                return Err(error).context(code);
            }
            Ok(store) => store,
        };
        let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis();
        let now = Timestamp(u64::try_from(now)?);
        let workspace = store.ensure_workspace(workspace, now).await?;
        let epoch = store.take(workspace).await?;
        let mut histories = Self {
            store,
            workspace,
            epoch,
            names: Names::default(),
            cases: BTreeMap::new(),
            desk: Desk::new(),
            facts: Facts::new(None),
            now,
            head: Sequence::START,
            gathered: Vec::new(),
        };
        histories.read().await?;
        histories.facts = histories.facts_so_far().await?;
        Ok(histories)
    }

    /// Taken up where they were left, or made anew.
    async fn facts_so_far(&self) -> Result<Facts> {
        let open: Vec<_> = self.desk.state().conversations.keys().copied().collect();
        if let Some(facts) = facts::resume(&self.store, self.workspace, &open).await? {
            return Ok(facts);
        }
        let bar = ProgressBar::new(self.head.0).with_style(ProgressStyle::with_template(
            "{elapsed_precise} {wide_bar} {human_pos}/{human_len} records, facts are made anew",
        )?);
        let told = |record, _| bar.set_position(record);
        let facts = facts::rebuild(&self.store, self.workspace, told).await?;
        bar.finish_and_clear();
        Ok(facts)
    }

    /// What the journal has.
    async fn read(&mut self) -> Result<()> {
        let snapshot = self.store.snapshot(self.workspace).await?;
        let state = snapshot.and_then(|snapshot| Some((snapshot.state()?, snapshot.sequence)));
        let (desk, applied) = match state {
            Some((state, sequence)) => (Desk::restore(state), sequence),
            None => (Desk::new(), Sequence::START),
        };
        self.desk = desk;
        loop {
            let page = self.store.records(self.workspace, self.head, PAGE_RECORDS).await?;
            let Some(last) = page.last() else { return Ok(()) };
            (self.head, self.now) = (last.sequence, self.now.max(last.at));
            for record in &page {
                let history = record.kind.starts_with(KIND);
                if !history && record.sequence <= applied {
                    continue;
                }
                let event = record.event()?;
                if record.sequence > applied {
                    self.desk.apply(&event, record.at);
                }
                self.learn(&event, record.sequence);
            }
        }
    }

    fn learn(&mut self, event: &Event, sequence: Sequence) {
        if let Event::HistoryNamed { names } = event {
            self.names.learn(names);
        } else if let Event::HistoryImported { conversation, case, .. } = event {
            let known = Known { conversation: *conversation, sequence: Some(sequence) };
            self.cases.insert(case.clone(), known);
        }
    }

    /// The id of a case: the one it has, or the next.
    pub fn conversation(&self, case: &str) -> ConversationId {
        let next = ConversationId(FIRST_ID + self.cases.len() as u64);
        self.cases.get(case).map_or(next, |known| known.conversation)
    }

    /// Writes what happened in a case, unless the journal says the same.
    pub async fn write(&mut self, case: &str, steps: Vec<HistoryStep>) -> Result<Written> {
        let conversation = self.conversation(case);
        let event = Event::HistoryImported { conversation, case: case.to_owned(), steps };
        let written = match self.cases.get(case) {
            None => Written::New,
            Some(known) if self.says(known, &event).await? => return Ok(Written::Unchanged),
            Some(_) => Written::Changed,
        };
        self.cases.insert(case.to_owned(), Known { conversation, sequence: None });
        self.gather(event).await?;
        Ok(written)
    }

    /// Writes a case that the journal does not have and that comes once.
    pub async fn append(
        &mut self,
        conversation: ConversationId,
        case: String,
        steps: Vec<HistoryStep>,
    ) -> Result<()> {
        self.gather(Event::HistoryImported { conversation, case, steps }).await
    }

    async fn gather(&mut self, event: Event) -> Result<()> {
        self.gathered.push(event);
        if self.gathered.len() >= CONVERSATIONS_PER_COMMIT {
            self.commit().await?;
        }
        Ok(())
    }

    /// Whether the journal has a case.
    pub fn has(&self, case: &str) -> bool {
        self.cases.contains_key(case)
    }

    async fn says(&self, known: &Known, event: &Event) -> Result<bool> {
        let Some(sequence) = known.sequence else { return Ok(false) };
        let before = Sequence(sequence.0 - 1);
        let records = self.store.records(self.workspace, before, 1).await?;
        Ok(records.first().is_some_and(|record| record.body == codec::encode(event).body))
    }

    /// Names go before the histories that speak of them.
    async fn commit(&mut self) -> Result<()> {
        let names = self.names.fresh().map(|names| Event::HistoryNamed { names });
        let mut batch = Batch::new(self.workspace, self.epoch, self.head);
        for event in names.into_iter().chain(self.gathered.drain(..)) {
            batch.add(self.now, Actor::System, None, [&event], Vec::new());
            self.desk.apply(&event, self.now);
            self.facts.take(batch.last(), self.now, &event);
        }
        self.head = batch.last();
        batch.add_facts(self.facts.drain(), self.facts.position());
        for committed in self.store.commit(vec![batch]).await {
            committed?;
        }
        Ok(())
    }

    /// Writes what is left, and a snapshot: the next start need not read the histories.
    pub async fn finish(mut self) -> Result<()> {
        if !self.gathered.is_empty() {
            self.commit().await?;
        }
        let snapshot = Snapshot::of(self.desk.state(), self.head);
        Ok(self.store.put_snapshot(self.workspace, snapshot).await?)
    }
}
