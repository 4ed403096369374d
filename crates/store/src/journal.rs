//! The journal as everybody sees it: commit, read, take the lease of a workspace.
//!
//! Holds no rule about what may be committed beyond order and lease: a batch that does not stand right
//! after the last record, or comes from a former holder of the lease, leaves nothing behind.

use std::{collections::BTreeMap, future::Future};

use domain::{
    command::Body,
    ids::{BodyId, ConversationId, Timestamp},
};

use crate::{
    codec::DecodeError,
    ids::{Epoch, Sequence, WorkspaceId},
    limits::READ_ROWS_MAX,
    record::{Batch, PastCommand, Record},
    snapshot::Snapshot,
};

pub trait Store: Send + Sync + 'static {
    /// Makes batches durable, each whole or not at all, and answers each, in their order. A batch that is
    /// refused does not hold up the others. What is answered `Ok` survives the loss of power.
    fn commit(
        &self,
        batches: Vec<Batch>,
    ) -> impl Future<Output = Vec<Result<Sequence, CommitError>>> + Send;

    /// The last committed record.
    fn head(
        &self,
        workspace: WorkspaceId,
    ) -> impl Future<Output = Result<Sequence, StoreError>> + Send;

    /// At most `limit` records after `after`, in order.
    fn records(
        &self,
        workspace: WorkspaceId,
        after: Sequence,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<Record>, StoreError>> + Send;

    /// The same for the records of one conversation.
    fn conversation_records(
        &self,
        workspace: WorkspaceId,
        conversation: ConversationId,
        after: Sequence,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<Record>, StoreError>> + Send;

    /// All records of one conversation, read in pages: however long it grew, its end is not cut off.
    fn whole_conversation(
        &self,
        workspace: WorkspaceId,
        conversation: ConversationId,
    ) -> impl Future<Output = Result<Vec<Record>, StoreError>> + Send {
        async move {
            let mut records: Vec<Record> = Vec::new();
            loop {
                let read = records.last().map_or(Sequence::START, |last| last.sequence);
                let page =
                    self.conversation_records(workspace, conversation, read, READ_ROWS_MAX).await?;
                let is_last = page.len() < READ_ROWS_MAX;
                records.extend(page);
                if is_last {
                    return Ok(records);
                }
            }
        }
    }

    /// The records that put a configuration in force: the last one up to `from`, and those after it up to
    /// `until`, in order and bounded.
    fn configurations(
        &self,
        workspace: WorkspaceId,
        from: Sequence,
        until: Sequence,
    ) -> impl Future<Output = Result<Vec<Record>, StoreError>> + Send;

    /// The records that name what histories speak of, in order and bounded.
    fn histories_named(
        &self,
        workspace: WorkspaceId,
    ) -> impl Future<Output = Result<Vec<Record>, StoreError>> + Send;

    /// The newest commands with a client id, not older than `since` and at most `limit`, oldest first.
    fn recent_commands(
        &self,
        workspace: WorkspaceId,
        since: Timestamp,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<PastCommand>, StoreError>> + Send;

    /// Bodies by id. One that has been erased is missing.
    fn bodies(
        &self,
        workspace: WorkspaceId,
        ids: &[BodyId],
    ) -> impl Future<Output = Result<BTreeMap<BodyId, Body>, StoreError>> + Send;

    /// Takes bodies away for good, also from what is searched; the records that name them stay.
    fn erase_bodies(
        &self,
        workspace: WorkspaceId,
        ids: &[BodyId],
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Keeps the newest snapshot of a workspace; an older one is dropped.
    fn put_snapshot(
        &self,
        workspace: WorkspaceId,
        snapshot: Snapshot,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// The snapshot last put, whether or not this release can read it.
    fn snapshot(
        &self,
        workspace: WorkspaceId,
    ) -> impl Future<Output = Result<Option<Snapshot>, StoreError>> + Send;

    /// A workspace by its key, made if it is not there yet.
    fn ensure_workspace(
        &self,
        key: &str,
        at: Timestamp,
    ) -> impl Future<Output = Result<WorkspaceId, StoreError>> + Send;

    fn workspaces(&self) -> impl Future<Output = Result<Vec<Workspace>, StoreError>> + Send;

    /// Keeps the text of a configuration version. It is put before the version is journaled and is in
    /// force from then; put again, it replaces one that never came into force.
    fn put_document(
        &self,
        workspace: WorkspaceId,
        document: Document,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// The text of one version, or of the newest there is.
    fn document(
        &self,
        workspace: WorkspaceId,
        version: Option<u32>,
    ) -> impl Future<Output = Result<Option<Document>, StoreError>> + Send;

    /// The versions up to `newest`, that one first, at most `limit`.
    fn document_versions(
        &self,
        workspace: WorkspaceId,
        newest: u32,
        limit: usize,
    ) -> impl Future<Output = Result<Vec<DocumentVersion>, StoreError>> + Send;
}

/// The right to write a workspace. With one process on one directory, the directory's lock says who may
/// take it; the epoch is checked by every commit all the same.
pub trait Lease: Send + Sync + 'static {
    /// Takes the lease: every earlier epoch is fenced from here.
    fn take(
        &self,
        workspace: WorkspaceId,
    ) -> impl Future<Output = Result<Epoch, LeaseError>> + Send;

    /// Confirms that the lease is still held.
    fn renew(
        &self,
        workspace: WorkspaceId,
        epoch: Epoch,
    ) -> impl Future<Output = Result<(), LeaseError>> + Send;
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workspace {
    pub id: WorkspaceId,
    /// As it stands in addresses.
    pub key: String,
    pub created_at: Timestamp,
}

/// One version of the workspace document, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub version: u32,
    pub yaml: String,
    pub applied_at: Timestamp,
    /// Who applied it, for people to read.
    pub by: String,
}

/// A version of the workspace document, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentVersion {
    pub version: u32,
    pub applied_at: Timestamp,
    pub by: String,
}

/// The store could not answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Try again later; nothing was changed.
    #[error("the store is overloaded")]
    Overloaded,
    /// Whether it was done is unknown: read again before going on.
    #[error("the store is unavailable: {0}")]
    Unavailable(String),
    #[error("there is no such workspace")]
    UnknownWorkspace,
    /// Do not run this workspace.
    #[error(transparent)]
    Unreadable(#[from] DecodeError),
}

/// Why a batch was not committed. Nothing of it was kept, except perhaps after `Unavailable`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// Stop running the workspace: somebody else holds its lease.
    #[error("the lease has been taken by epoch {}", current.0)]
    Fenced { current: Epoch },
    /// Load the workspace again: its journal stands elsewhere.
    #[error("the journal stands at {}", head.0)]
    SequenceMismatch { head: Sequence },
    #[error("there is no such workspace")]
    UnknownWorkspace,
    /// Send it again later.
    #[error("the store is overloaded")]
    Overloaded,
    /// Load the workspace again: whether it was kept is unknown.
    #[error("the store is unavailable: {0}")]
    Unavailable(String),
}

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LeaseError {
    #[error("the lease has been taken by epoch {}", current.0)]
    Fenced { current: Epoch },
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<StoreError> for CommitError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Overloaded => Self::Overloaded,
            StoreError::UnknownWorkspace => Self::UnknownWorkspace,
            StoreError::Unavailable(cause) => Self::Unavailable(cause),
            StoreError::Unreadable(error) => Self::Unavailable(error.to_string()),
        }
    }
}
