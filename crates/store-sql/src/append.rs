//! Puts a batch at the end of its workspace's journal, or says why not.
//!
//! Rows go in one by one through prepared statements: within one transaction and without a hop between threads
//! that is as fast as a statement of many rows, and has no variants by size (decision 2).

use rusqlite::{Connection, OptionalExtension, params};
use store::{Batch, CommitError, Epoch, Sequence, WorkspaceId, codec};

use crate::{
    erasure, facts,
    rows::{self, Answered, Number, Person, Readership},
    writer,
};

/// Appends all of a batch or nothing.
pub fn append(connection: &Connection, batch: &Batch) -> Result<Sequence, CommitError> {
    writer::atomically(connection, || insert(connection, batch)).map_err(|error| match error {
        AppendError::Refused(refusal) => refusal,
        AppendError::Sql(error) => CommitError::Unavailable(error.to_string()),
    })
}

fn insert(connection: &Connection, batch: &Batch) -> Result<Sequence, AppendError> {
    let workspace = Number(batch.workspace().0);
    let head = head(connection, batch.workspace())?
        .ok_or(AppendError::Refused(CommitError::UnknownWorkspace))?;
    if batch.epoch() != head.epoch {
        return Err(AppendError::Refused(CommitError::Fenced { current: head.epoch }));
    }
    if batch.after() != head.sequence {
        return Err(AppendError::Refused(CommitError::SequenceMismatch { head: head.sequence }));
    }
    let insert =
        "INSERT INTO records (workspace, sequence, at_ms, kind, version, body, conversation, actor,
         client_id, answer) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let mut insert = connection.prepare_cached(insert)?;
    for record in batch.records() {
        insert.execute(params![
            workspace,
            Number(record.sequence.0),
            Number(record.at.0),
            record.kind,
            record.version,
            record.body,
            record.conversation.map(|id| Number(id.0)),
            Person(record.actor),
            record.command_key.map(|key| key.client_id.to_be_bytes()),
            record.command_key.map(|key| Answered(key.answer)),
        ])?;
    }
    let insert = "INSERT INTO bodies (workspace, id, kind, content) VALUES ($1, $2, $3, $4)";
    let mut insert = connection.prepare_cached(insert)?;
    for (id, body) in batch.bodies() {
        let (kind, content) = codec::encode_body(body);
        insert.execute(params![workspace, Number(id.0), kind, content])?;
    }
    let update = "UPDATE files SET message = $1, audience = $2 WHERE workspace = $3 AND id = $4";
    for posted in batch.posted() {
        let values = params![
            Number(posted.message.0),
            Readership(posted.audience),
            workspace,
            Number(posted.file.0)
        ];
        connection.prepare_cached(update)?.execute(values)?;
    }
    let delete = "DELETE FROM drafts WHERE workspace = $1 AND conversation = $2";
    for conversation in batch.archived() {
        connection.prepare_cached(delete)?.execute(params![workspace, Number(conversation.0)])?;
    }
    for asked in batch.erased() {
        erasure::ask(connection, batch.workspace(), asked)?;
    }
    if let Some(told) = batch.facts() {
        facts::put(connection, batch.workspace(), &told.changes)?;
        facts::advance(connection, batch.workspace(), &told.position)?;
    }
    Ok(batch.last())
}

/// Where a workspace stands.
pub struct Head {
    pub epoch: Epoch,
    pub sequence: Sequence,
}

pub fn head(connection: &Connection, workspace: WorkspaceId) -> rusqlite::Result<Option<Head>> {
    let select =
        "SELECT epoch, (SELECT COALESCE(MAX(sequence), 0) FROM records WHERE workspace = $1)
         FROM workspaces WHERE id = $1";
    let head = connection.prepare_cached(select)?.query_row([Number(workspace.0)], |row| {
        Ok(Head { epoch: Epoch(rows::number(row, 0)?), sequence: Sequence(rows::number(row, 1)?) })
    });
    head.optional()
}

/// Why a batch was not appended: refused, or SQLite failed.
enum AppendError {
    Refused(CommitError),
    Sql(rusqlite::Error),
}

impl From<rusqlite::Error> for AppendError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sql(error)
    }
}
