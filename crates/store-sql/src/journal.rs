//! The journal on SQLite: what is asked of it and which rows answer. How a batch goes in stands in
//! [`crate::append`].

use std::collections::BTreeMap;

use domain::{
    command::Body,
    ids::{BodyId, ConversationId, Timestamp},
};
use rusqlite::{Connection, OptionalExtension, params};
use store::{
    Batch, CommitError, Document, DocumentVersion, Epoch, Lease, LeaseError, PastCommand, Record,
    Sequence, Snapshot, Store, StoreError, Workspace, WorkspaceId, codec, limits::READ_ROWS_MAX,
};

use crate::{
    SqliteStore,
    append::{Head, append, head},
    readers::ReadError,
    rows::{self, Number, Person},
};

impl Store for SqliteStore {
    async fn commit(&self, batches: Vec<Batch>) -> Vec<Result<Sequence, CommitError>> {
        let count = batches.len();
        let facts = |batch: &Batch| batch.facts().map_or(0, |facts| facts.changes.len());
        let rows = batches.iter().map(|batch| batch.records().len() + facts(batch)).sum();
        let work = move |connection: &Connection| {
            batches.iter().map(|batch| append(connection, batch)).collect()
        };
        let done = match self.writer() {
            Ok(writer) => writer.submit(rows, work).await,
            Err(error) => Err(error),
        };
        done.unwrap_or_else(|error| vec![Err(CommitError::from(error)); count])
    }

    async fn head(&self, workspace: WorkspaceId) -> Result<Sequence, StoreError> {
        Ok(self.stand(workspace).await?.sequence)
    }

    async fn records(
        &self,
        workspace: WorkspaceId,
        after: Sequence,
        limit: usize,
    ) -> Result<Vec<Record>, StoreError> {
        let select = format!(
            "SELECT {} FROM records WHERE workspace = $1 AND sequence > $2 ORDER BY sequence LIMIT $3",
            rows::RECORD
        );
        let read = move |connection: &Connection| {
            let mut statement = connection.prepare_cached(&select)?;
            let bounds = params![Number(workspace.0), Number(after.0), rows::limit(limit)];
            Ok(statement.query_map(bounds, rows::record)?.collect::<Result<_, _>>()?)
        };
        self.readers().read(read).await
    }

    async fn conversation_records(
        &self,
        workspace: WorkspaceId,
        conversation: ConversationId,
        after: Sequence,
        limit: usize,
    ) -> Result<Vec<Record>, StoreError> {
        let select = format!(
            "SELECT {} FROM records WHERE workspace = $1 AND conversation = $2 AND sequence > $3
             ORDER BY sequence LIMIT $4",
            rows::RECORD
        );
        let read = move |connection: &Connection| {
            let mut statement = connection.prepare_cached(&select)?;
            let bounds = params![
                Number(workspace.0),
                Number(conversation.0),
                Number(after.0),
                rows::limit(limit)
            ];
            Ok(statement.query_map(bounds, rows::record)?.collect::<Result<_, _>>()?)
        };
        self.readers().read(read).await
    }

    async fn configurations(
        &self,
        workspace: WorkspaceId,
        from: Sequence,
        until: Sequence,
    ) -> Result<Vec<Record>, StoreError> {
        // The kind stands in the text: the index is of these records only. Parameters are numbered as they appear.
        let select = format!(
            "SELECT {} FROM records WHERE workspace = $1 AND kind = 'workspace.configured'
             AND sequence >= COALESCE((
                 SELECT MAX(sequence) FROM records
                 WHERE workspace = $1 AND kind = 'workspace.configured' AND sequence <= $2), $2)
             AND sequence <= $3 ORDER BY sequence LIMIT $4",
            rows::RECORD
        );
        let read = move |connection: &Connection| {
            let mut statement = connection.prepare_cached(&select)?;
            let bounds = params![
                Number(workspace.0),
                Number(from.0),
                Number(until.0),
                rows::limit(READ_ROWS_MAX)
            ];
            Ok(statement.query_map(bounds, rows::record)?.collect::<Result<_, _>>()?)
        };
        self.readers().read(read).await
    }

    async fn histories_named(&self, workspace: WorkspaceId) -> Result<Vec<Record>, StoreError> {
        // As above, the index is of these records only.
        let select = format!(
            "SELECT {} FROM records WHERE workspace = $1 AND kind = 'history.named'
             ORDER BY sequence LIMIT $2",
            rows::RECORD
        );
        let read = move |connection: &Connection| {
            let mut statement = connection.prepare_cached(&select)?;
            let bounds = params![Number(workspace.0), rows::limit(READ_ROWS_MAX)];
            Ok(statement.query_map(bounds, rows::record)?.collect::<Result<_, _>>()?)
        };
        self.readers().read(read).await
    }

    async fn recent_commands(
        &self,
        workspace: WorkspaceId,
        since: Timestamp,
        limit: usize,
    ) -> Result<Vec<PastCommand>, StoreError> {
        self.readers()
            .read(move |connection| Ok(recent_commands(connection, workspace, since, limit)?))
            .await
    }

    async fn bodies(
        &self,
        workspace: WorkspaceId,
        ids: &[BodyId],
    ) -> Result<BTreeMap<BodyId, Body>, StoreError> {
        let ids = ids.to_vec();
        self.readers().read(move |connection| bodies(connection, workspace, &ids)).await
    }

    async fn erase_bodies(&self, workspace: WorkspaceId, ids: &[BodyId]) -> Result<(), StoreError> {
        let named = ids.to_vec();
        let ids = ids.to_vec();
        let erase = move |connection: &Connection| {
            let mut statement =
                connection.prepare_cached("DELETE FROM bodies WHERE workspace = $1 AND id = $2")?;
            ids.iter().try_for_each(|id| {
                statement.execute(params![Number(workspace.0), Number(id.0)]).map(drop)
            })
        };
        // Held until the bodies are gone: nothing of them gets in again.
        let _erased = self.index()?.erase(self, workspace, &named).await?;
        self.write(erase).await?;
        self.empty_log().await
    }

    async fn put_snapshot(
        &self,
        workspace: WorkspaceId,
        snapshot: Snapshot,
    ) -> Result<(), StoreError> {
        let put = move |connection: &Connection| {
            let upsert = "INSERT INTO snapshots (workspace, sequence, format, bytes) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (workspace) DO UPDATE
                 SET sequence = excluded.sequence, format = excluded.format, bytes = excluded.bytes";
            let Snapshot { sequence, format, bytes } = snapshot;
            let values = params![Number(workspace.0), Number(sequence.0), Number(format), bytes];
            connection.prepare_cached(upsert)?.execute(values).map(drop)
        };
        self.write(put).await
    }

    async fn snapshot(&self, workspace: WorkspaceId) -> Result<Option<Snapshot>, StoreError> {
        let read = move |connection: &Connection| {
            let select = "SELECT sequence, format, bytes FROM snapshots WHERE workspace = $1";
            let snapshot =
                connection.prepare_cached(select)?.query_row([Number(workspace.0)], |row| {
                    Ok(Snapshot {
                        sequence: Sequence(rows::number(row, 0)?),
                        format: rows::number(row, 1)?,
                        bytes: row.get(2)?,
                    })
                });
            Ok(snapshot.optional()?)
        };
        self.readers().read(read).await
    }

    async fn ensure_workspace(&self, key: &str, at: Timestamp) -> Result<WorkspaceId, StoreError> {
        let key = key.to_owned();
        let ensure = move |connection: &Connection| {
            let insert = "INSERT INTO workspaces (key, created_at_ms, epoch) VALUES ($1, $2, 0)
                 ON CONFLICT (key) DO NOTHING";
            connection.prepare_cached(insert)?.execute(params![key, Number(at.0)])?;
            let select = "SELECT id FROM workspaces WHERE key = $1";
            connection
                .prepare_cached(select)?
                .query_row([&key], |row| rows::number(row, 0))
                .map(WorkspaceId)
        };
        self.write(ensure).await
    }

    async fn workspaces(&self) -> Result<Vec<Workspace>, StoreError> {
        let read = |connection: &Connection| {
            let mut statement = connection
                .prepare_cached("SELECT id, key, created_at_ms FROM workspaces ORDER BY id")?;
            let workspaces = statement.query_map([], |row| {
                Ok(Workspace {
                    id: WorkspaceId(rows::number(row, 0)?),
                    key: row.get(1)?,
                    created_at: rows::moment(row, 2)?,
                })
            })?;
            Ok(workspaces.collect::<Result<_, _>>()?)
        };
        self.readers().read(read).await
    }

    async fn put_document(
        &self,
        workspace: WorkspaceId,
        document: Document,
    ) -> Result<(), StoreError> {
        let put = move |connection: &Connection| {
            let upsert = "INSERT INTO documents (workspace, version, yaml, applied_at_ms, applied_by)
                 VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (workspace, version) DO UPDATE
                 SET yaml = excluded.yaml, applied_at_ms = excluded.applied_at_ms, applied_by = excluded.applied_by";
            let Document { version, yaml, applied_at, by } = document;
            let values = params![Number(workspace.0), version, yaml, Number(applied_at.0), by];
            connection.prepare_cached(upsert)?.execute(values).map(drop)
        };
        self.write(put).await
    }

    async fn document(
        &self,
        workspace: WorkspaceId,
        version: Option<u32>,
    ) -> Result<Option<Document>, StoreError> {
        let read = move |connection: &Connection| {
            let select = "SELECT version, yaml, applied_at_ms, applied_by FROM documents
                 WHERE workspace = $1 AND version <= $2 AND version >= $3 ORDER BY version DESC LIMIT 1";
            let (latest, earliest) = (version.unwrap_or(u32::MAX), version.unwrap_or(0));
            let document = connection.prepare_cached(select)?.query_row(
                params![Number(workspace.0), latest, earliest],
                |row| {
                    Ok(Document {
                        version: row.get(0)?,
                        yaml: row.get(1)?,
                        applied_at: rows::moment(row, 2)?,
                        by: row.get(3)?,
                    })
                },
            );
            Ok(document.optional()?)
        };
        self.readers().read(read).await
    }

    async fn document_versions(
        &self,
        workspace: WorkspaceId,
        newest: u32,
        limit: usize,
    ) -> Result<Vec<DocumentVersion>, StoreError> {
        let read = move |connection: &Connection| {
            let select = "SELECT version, applied_at_ms, applied_by FROM documents
                 WHERE workspace = $1 AND version <= $2 ORDER BY version DESC LIMIT $3";
            let mut select = connection.prepare_cached(select)?;
            let values = params![Number(workspace.0), newest, Number(limit as u64)];
            let versions = select.query_map(values, |row| {
                Ok(DocumentVersion {
                    version: row.get(0)?,
                    applied_at: rows::moment(row, 1)?,
                    by: row.get(2)?,
                })
            })?;
            Ok(versions.collect::<Result<_, _>>()?)
        };
        self.readers().read(read).await
    }
}

impl Lease for SqliteStore {
    async fn take(&self, workspace: WorkspaceId) -> Result<Epoch, LeaseError> {
        let take = move |connection: &Connection| {
            let update = "UPDATE workspaces SET epoch = epoch + 1 WHERE id = $1 RETURNING epoch";
            let epoch = connection
                .prepare_cached(update)?
                .query_row([Number(workspace.0)], |row| rows::number(row, 0));
            epoch.optional()
        };
        let epoch = self.write(take).await?;
        Ok(epoch.map(Epoch).ok_or(StoreError::UnknownWorkspace)?)
    }

    async fn renew(&self, workspace: WorkspaceId, epoch: Epoch) -> Result<(), LeaseError> {
        let current = self.stand(workspace).await?.epoch;
        if current == epoch { Ok(()) } else { Err(LeaseError::Fenced { current }) }
    }
}

impl SqliteStore {
    /// Where a workspace stands.
    async fn stand(&self, workspace: WorkspaceId) -> Result<Head, StoreError> {
        let read = move |connection: &Connection| {
            Ok(head(connection, workspace)?.ok_or(StoreError::UnknownWorkspace)?)
        };
        self.readers().read(read).await
    }
}

/// Moments never go back along the journal, so the way back from its end may stop at the first older one:
/// no index on them is needed.
fn recent_commands(
    connection: &Connection,
    workspace: WorkspaceId,
    since: Timestamp,
    limit: usize,
) -> rusqlite::Result<Vec<PastCommand>> {
    let select =
        "SELECT sequence, at_ms, actor, client_id, answer FROM records WHERE workspace = $1
         ORDER BY sequence DESC";
    let mut statement = connection.prepare_cached(select)?;
    let mut newest_first = statement.query([Number(workspace.0)])?;
    let mut commands = Vec::new();
    while commands.len() < limit
        && let Some(row) = newest_first.next()?
    {
        let at = rows::moment(row, 1)?;
        if at < since {
            break;
        }
        if let Some(key) = rows::command_key(row, 3)? {
            let actor = row.get::<_, Person>(2)?.0;
            commands.push(PastCommand {
                actor,
                key,
                sequence: Sequence(rows::number(row, 0)?),
                at,
            });
        }
    }
    commands.reverse();
    Ok(commands)
}

fn bodies(
    connection: &Connection,
    workspace: WorkspaceId,
    ids: &[BodyId],
) -> Result<BTreeMap<BodyId, Body>, ReadError> {
    let mut statement = connection
        .prepare_cached("SELECT kind, content FROM bodies WHERE workspace = $1 AND id = $2")?;
    let mut bodies = BTreeMap::new();
    for id in ids {
        let row = statement.query_row(params![Number(workspace.0), Number(id.0)], |row| {
            Ok((row.get(0)?, row.get(1)?))
        });
        if let Some((kind, content)) = row.optional()? {
            let kind: String = kind;
            bodies.insert(*id, codec::decode_body(&kind, content).map_err(StoreError::from)?);
        }
    }
    Ok(bodies)
}
