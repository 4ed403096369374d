//! Erasure and retention on SQLite.

use domain::ids::{ConversationId, FileId, Timestamp, VisitorId};
use rusqlite::{Connection, Row, params};
use store::{
    Closing, Erasure, ErasureAsked, ErasureDone, Erasures, Gone, Kept, Sequence, StoreError,
    WorkspaceId, limits::READ_ROWS_MAX,
};

use crate::{
    SqliteStore,
    rows::{self, Number, Person},
};

type Answered<T> = Result<T, StoreError>;

/// One that was asked for before stands as it is.
pub fn ask(
    connection: &Connection,
    workspace: WorkspaceId,
    asked: &ErasureAsked,
) -> rusqlite::Result<()> {
    let insert = "INSERT INTO erasures
             (workspace, visitor, sequence, asked_at_ms, asked_by, conversations, texts, files)
         VALUES ($1, $2, $3, $4, $5, 0, 0, 0) ON CONFLICT (workspace, visitor) DO NOTHING";
    let visitor = Number(asked.visitor.0);
    connection.prepare_cached(insert)?.execute(params![
        Number(workspace.0),
        visitor,
        Number(asked.sequence.0),
        Number(asked.at.0),
        Person(asked.by),
    ])?;
    // A customer's page that knows them makes a stranger of them.
    let delete = "DELETE FROM visitor_identities WHERE workspace = $1 AND visitor = $2";
    connection.prepare_cached(delete)?.execute(params![Number(workspace.0), visitor]).map(drop)
}

impl Erasures for SqliteStore {
    async fn conversations_of(
        &self,
        workspace: WorkspaceId,
        visitor: VisitorId,
        after: ConversationId,
        limit: usize,
    ) -> Answered<Vec<ConversationId>> {
        let select = "SELECT conversation FROM records
             WHERE workspace = $1 AND json_extract(body, '$.visitor') = $2 AND conversation > $3
                 AND kind = 'conversation.opened'
             ORDER BY conversation LIMIT $4";
        let values = (Number(workspace.0), Number(visitor.0), Number(after.0), rows::limit(limit));
        self.list(select, values, |row| Ok(ConversationId(rows::number(row, 0)?))).await
    }

    async fn closings(
        &self,
        workspace: WorkspaceId,
        after: Sequence,
        until: Timestamp,
        limit: usize,
    ) -> Answered<Vec<Closing>> {
        // Times of records never go back: the first that is too late ends the search.
        let select = "SELECT sequence, at_ms, conversation FROM records
             WHERE workspace = $1 AND sequence > $2 AND kind = 'conversation.closed'
             ORDER BY sequence LIMIT $3";
        let values = (Number(workspace.0), Number(after.0), rows::limit(limit));
        let closings = self.list(select, values, |row| {
            Ok(Closing {
                sequence: Sequence(rows::number(row, 0)?),
                at: rows::moment(row, 1)?,
                conversation: ConversationId(rows::number(row, 2)?),
            })
        });
        let mut closings = closings.await?;
        closings.truncate(closings.partition_point(|closing| closing.at <= until));
        Ok(closings)
    }

    async fn erasure(
        &self,
        workspace: WorkspaceId,
        visitor: VisitorId,
    ) -> Answered<Option<Erasure>> {
        let select =
            format!("SELECT {ERASURE} FROM erasures WHERE workspace = $1 AND visitor = $2");
        self.find(select, [workspace.0, visitor.0].map(Number), erasure).await
    }

    async fn pending_erasures(&self, workspace: WorkspaceId) -> Answered<Vec<ErasureAsked>> {
        let select = format!(
            "SELECT {ERASURE} FROM erasures WHERE workspace = $1 AND done_at_ms IS NULL
             ORDER BY sequence LIMIT $2"
        );
        let values = (Number(workspace.0), rows::limit(READ_ROWS_MAX));
        self.list(select, values, |row| Ok(erasure(row)?.asked)).await
    }

    async fn complete_erasure(
        &self,
        workspace: WorkspaceId,
        visitor: VisitorId,
        done: ErasureDone,
    ) -> Answered<()> {
        let update =
            "UPDATE erasures SET done_at_ms = $1, conversations = $2, texts = $3, files = $4
             WHERE workspace = $5 AND visitor = $6";
        let ErasureDone { at, gone: Gone { conversations, texts, files } } = done;
        let values = [at.0, conversations, texts, files, workspace.0, visitor.0].map(Number);
        self.change(update, values).await
    }

    async fn forget_files(
        &self,
        workspace: WorkspaceId,
        files: &[FileId],
        at: Timestamp,
    ) -> Answered<()> {
        let update =
            "UPDATE files SET erased_at_ms = $1, name = '' WHERE workspace = $2 AND id = $3";
        self.change_files(update, workspace, files, at).await?;
        self.empty_log().await
    }

    async fn empty_files(
        &self,
        workspace: WorkspaceId,
        files: &[FileId],
        at: Timestamp,
    ) -> Answered<()> {
        let update = "UPDATE files SET erased_at_ms = $1 WHERE workspace = $2 AND id = $3";
        self.change_files(update, workspace, files, at).await
    }

    async fn forget_asides(
        &self,
        workspace: WorkspaceId,
        conversation: ConversationId,
    ) -> Answered<()> {
        let forget = move |connection: &Connection| {
            let values = [workspace.0, conversation.0].map(Number);
            for delete in [
                "DELETE FROM drafts WHERE workspace = $1 AND conversation = $2",
                "DELETE FROM read_marks WHERE workspace = $1 AND conversation = $2",
            ] {
                connection.prepare_cached(delete)?.execute(values)?;
            }
            Ok(())
        };
        self.write(forget).await
    }

    async fn retention_stands(&self, workspace: WorkspaceId, kept: Kept) -> Answered<Sequence> {
        let select = "SELECT sequence FROM retention WHERE workspace = $1 AND kept = $2";
        let values = (Number(workspace.0), kept.as_str());
        let stands = self.find(select, values, |row| Ok(Sequence(rows::number(row, 0)?))).await?;
        Ok(stands.unwrap_or_default())
    }

    async fn advance_retention(
        &self,
        workspace: WorkspaceId,
        kept: Kept,
        sequence: Sequence,
    ) -> Answered<()> {
        let upsert = "INSERT INTO retention (workspace, kept, sequence) VALUES ($1, $2, $3)
             ON CONFLICT (workspace, kept) DO UPDATE SET sequence = excluded.sequence";
        self.change(upsert, (Number(workspace.0), kept.as_str(), Number(sequence.0))).await
    }
}

impl SqliteStore {
    async fn change_files(
        &self,
        update: &'static str,
        workspace: WorkspaceId,
        files: &[FileId],
        at: Timestamp,
    ) -> Answered<()> {
        let files = files.to_vec();
        let change = move |connection: &Connection| {
            let mut update = connection.prepare_cached(update)?;
            let mut change = |file: FileId| update.execute([at.0, workspace.0, file.0].map(Number));
            files.into_iter().try_for_each(|file| change(file).map(drop))
        };
        self.write(change).await
    }
}

/// The columns of [`erasure`], in its order.
const ERASURE: &str =
    "visitor, sequence, asked_at_ms, asked_by, done_at_ms, conversations, texts, files";

fn erasure(row: &Row<'_>) -> rusqlite::Result<Erasure> {
    let gone = Gone {
        conversations: rows::number(row, 5)?,
        texts: rows::number(row, 6)?,
        files: rows::number(row, 7)?,
    };
    Ok(Erasure {
        asked: ErasureAsked {
            visitor: VisitorId(rows::number(row, 0)?),
            sequence: Sequence(rows::number(row, 1)?),
            at: rows::moment(row, 2)?,
            by: row.get::<_, Person>(3)?.0,
        },
        done: rows::moment_if_any(row, 4)?.map(|at| ErasureDone { at, gone }),
    })
}
