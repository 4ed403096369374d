//! The store in memory, for simulation and tests: the same answers, nothing on a disk.
//!
//! Clones share what is kept, so that a "reopened" store is a clone of the one before.

mod erasure;
mod facts;
mod mentions;
mod records;
mod search;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use domain::{
    command::Body,
    ids::{BodyId, ConversationId, Timestamp},
};

use crate::{
    Batch, CommitError, Document, DocumentVersion, Epoch, Lease, LeaseError, PastCommand, Record,
    Sequence, Snapshot, Store, StoreError, Workspace, WorkspaceId, limits::READ_ROWS_MAX,
};

/// The kind of the records that put a configuration in force.
const CONFIGURED: &str = "workspace.configured";
const HISTORY_NAMED: &str = "history.named";

#[derive(Debug, Clone, Default)]
pub struct MemoryStore {
    kept: Arc<Mutex<Kept>>,
}

#[derive(Debug, Default)]
struct Kept {
    desks: BTreeMap<WorkspaceId, Desk>,
    tables: records::Tables,
    indices: BTreeMap<WorkspaceId, search::Index>,
    erased: erasure::Erased,
    mentions: mentions::Kept,
}

/// Everything of one workspace.
#[derive(Debug)]
struct Desk {
    workspace: Workspace,
    epoch: Epoch,
    records: Vec<Record>,
    bodies: BTreeMap<BodyId, Body>,
    snapshot: Option<Snapshot>,
    documents: BTreeMap<u32, Document>,
    facts: facts::Rows,
}

impl MemoryStore {
    /// A panic of another holder cannot have left a change half done: each is one assignment or insertion.
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn commit(&mut self, batch: Batch) -> Result<Sequence, CommitError> {
        let desk = self.desks.get_mut(&batch.workspace).ok_or(CommitError::UnknownWorkspace)?;
        if batch.epoch != desk.epoch {
            return Err(CommitError::Fenced { current: desk.epoch });
        }
        if batch.after != desk.head() {
            return Err(CommitError::SequenceMismatch { head: desk.head() });
        }
        if let Some((id, _)) = batch.bodies.iter().find(|(id, _)| desk.bodies.contains_key(id)) {
            return Err(CommitError::Unavailable(format!("body {id:?} is there already")));
        }
        for posted in &batch.posted {
            self.tables.post_file(batch.workspace, posted);
        }
        for conversation in &batch.archived {
            self.tables.forget_drafts(batch.workspace, *conversation);
        }
        for asked in &batch.erased {
            self.erased.ask(batch.workspace, *asked);
            self.tables.forget_identity(batch.workspace, asked.visitor);
        }
        if let Some(told) = batch.facts {
            desk.facts.put(told.changes);
            desk.facts.position = Some(told.position);
        }
        desk.records.extend(batch.records);
        desk.bodies.extend(batch.bodies);
        Ok(desk.head())
    }

    fn desk(&self, workspace: WorkspaceId) -> Result<&Desk, StoreError> {
        self.desks.get(&workspace).ok_or(StoreError::UnknownWorkspace)
    }

    fn desk_mut(&mut self, workspace: WorkspaceId) -> Result<&mut Desk, StoreError> {
        self.desks.get_mut(&workspace).ok_or(StoreError::UnknownWorkspace)
    }
}

impl Desk {
    fn head(&self) -> Sequence {
        Sequence(self.records.len() as u64)
    }

    /// Sequences are contiguous from 1, so a record stands at its sequence less one.
    fn after(&self, sequence: Sequence) -> &[Record] {
        let start = usize::try_from(sequence.0).unwrap_or(usize::MAX).min(self.records.len());
        &self.records[start..]
    }
}

impl Store for MemoryStore {
    async fn commit(&self, batches: Vec<Batch>) -> Vec<Result<Sequence, CommitError>> {
        let mut kept = self.kept();
        batches.into_iter().map(|batch| kept.commit(batch)).collect()
    }

    async fn head(&self, workspace: WorkspaceId) -> Result<Sequence, StoreError> {
        Ok(self.kept().desk(workspace)?.head())
    }

    async fn records(
        &self,
        workspace: WorkspaceId,
        after: Sequence,
        limit: usize,
    ) -> Result<Vec<Record>, StoreError> {
        let kept = self.kept();
        Ok(kept
            .desk(workspace)?
            .after(after)
            .iter()
            .take(limit.min(READ_ROWS_MAX))
            .cloned()
            .collect())
    }

    async fn conversation_records(
        &self,
        workspace: WorkspaceId,
        conversation: ConversationId,
        after: Sequence,
        limit: usize,
    ) -> Result<Vec<Record>, StoreError> {
        let kept = self.kept();
        let of_it = |record: &&Record| record.conversation == Some(conversation);
        let records = kept.desk(workspace)?.after(after).iter().filter(of_it);
        Ok(records.take(limit.min(READ_ROWS_MAX)).cloned().collect())
    }

    async fn configurations(
        &self,
        workspace: WorkspaceId,
        from: Sequence,
        until: Sequence,
    ) -> Result<Vec<Record>, StoreError> {
        let kept = self.kept();
        let all = kept.desk(workspace)?.records.iter();
        let all = all.filter(|record| record.kind == CONFIGURED && record.sequence <= until);
        let first = all.clone().rfind(|record| record.sequence <= from);
        let first = first.map_or(from, |record| record.sequence);
        let asked = all.filter(|record| record.sequence >= first);
        Ok(asked.take(READ_ROWS_MAX).cloned().collect())
    }

    async fn histories_named(&self, workspace: WorkspaceId) -> Result<Vec<Record>, StoreError> {
        let kept = self.kept();
        let all = kept.desk(workspace)?.records.iter();
        let named = all.filter(|record| record.kind == HISTORY_NAMED);
        Ok(named.take(READ_ROWS_MAX).cloned().collect())
    }

    async fn recent_commands(
        &self,
        workspace: WorkspaceId,
        since: Timestamp,
        limit: usize,
    ) -> Result<Vec<PastCommand>, StoreError> {
        let kept = self.kept();
        let newest_first =
            kept.desk(workspace)?.records.iter().rev().take_while(|record| record.at >= since);
        let mut commands: Vec<_> = newest_first.filter_map(past_command).take(limit).collect();
        commands.reverse();
        Ok(commands)
    }

    async fn bodies(
        &self,
        workspace: WorkspaceId,
        ids: &[BodyId],
    ) -> Result<BTreeMap<BodyId, Body>, StoreError> {
        let kept = self.kept();
        let bodies = &kept.desk(workspace)?.bodies;
        Ok(ids.iter().filter_map(|id| bodies.get(id).map(|body| (*id, body.clone()))).collect())
    }

    async fn erase_bodies(&self, workspace: WorkspaceId, ids: &[BodyId]) -> Result<(), StoreError> {
        let mut kept = self.kept();
        kept.desk_mut(workspace)?.bodies.retain(|id, _| !ids.contains(id));
        if let Some(index) = kept.indices.get_mut(&workspace) {
            index.erase(ids);
        }
        Ok(())
    }

    async fn put_snapshot(
        &self,
        workspace: WorkspaceId,
        snapshot: Snapshot,
    ) -> Result<(), StoreError> {
        self.kept().desk_mut(workspace)?.snapshot = Some(snapshot);
        Ok(())
    }

    async fn snapshot(&self, workspace: WorkspaceId) -> Result<Option<Snapshot>, StoreError> {
        Ok(self.kept().desk(workspace)?.snapshot.clone())
    }

    async fn ensure_workspace(&self, key: &str, at: Timestamp) -> Result<WorkspaceId, StoreError> {
        let desks = &mut self.kept().desks;
        if let Some(desk) = desks.values().find(|desk| desk.workspace.key == key) {
            return Ok(desk.workspace.id);
        }
        let id = WorkspaceId(desks.len() as u64 + 1);
        desks.insert(
            id,
            Desk {
                workspace: Workspace { id, key: key.to_owned(), created_at: at },
                epoch: Epoch(0),
                records: Vec::new(),
                bodies: BTreeMap::new(),
                snapshot: None,
                documents: BTreeMap::new(),
                facts: facts::Rows::default(),
            },
        );
        Ok(id)
    }

    async fn workspaces(&self) -> Result<Vec<Workspace>, StoreError> {
        Ok(self.kept().desks.values().map(|desk| desk.workspace.clone()).collect())
    }

    async fn put_document(
        &self,
        workspace: WorkspaceId,
        document: Document,
    ) -> Result<(), StoreError> {
        self.kept().desk_mut(workspace)?.documents.insert(document.version, document);
        Ok(())
    }

    async fn document(
        &self,
        workspace: WorkspaceId,
        version: Option<u32>,
    ) -> Result<Option<Document>, StoreError> {
        let kept = self.kept();
        let documents = &kept.desk(workspace)?.documents;
        let found = match version {
            Some(version) => documents.get(&version),
            None => documents.values().next_back(),
        };
        Ok(found.cloned())
    }

    async fn document_versions(
        &self,
        workspace: WorkspaceId,
        newest: u32,
        limit: usize,
    ) -> Result<Vec<DocumentVersion>, StoreError> {
        let kept = self.kept();
        let newest_first = kept.desk(workspace)?.documents.range(..=newest).rev().take(limit);
        let version = |document: &Document| DocumentVersion {
            version: document.version,
            applied_at: document.applied_at,
            by: document.by.clone(),
        };
        Ok(newest_first.map(|(_, document)| version(document)).collect())
    }
}

fn past_command(record: &Record) -> Option<PastCommand> {
    let key = record.command_key?;
    Some(PastCommand { actor: record.actor, key, sequence: record.sequence, at: record.at })
}

impl Lease for MemoryStore {
    async fn take(&self, workspace: WorkspaceId) -> Result<Epoch, LeaseError> {
        let mut kept = self.kept();
        let desk = kept.desk_mut(workspace)?;
        desk.epoch = Epoch(desk.epoch.0 + 1);
        Ok(desk.epoch)
    }

    async fn renew(&self, workspace: WorkspaceId, epoch: Epoch) -> Result<(), LeaseError> {
        let current = self.kept().desk(workspace)?.epoch;
        if current == epoch { Ok(()) } else { Err(LeaseError::Fenced { current }) }
    }
}
