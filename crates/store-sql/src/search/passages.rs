//! How a passage lies in its row.

use domain::{
    ids::{AgentId, BodyId, ConversationId, FileId, Timestamp},
    reach::Said,
};
use rusqlite::{
    Connection, OptionalExtension, Row, ToSql, Transaction, params,
    types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef},
};
use store::{
    Sequence, WorkspaceId,
    limits::PASSAGE_BITS,
    search::{Passage, PassageId, PassageKind, Source},
};

use crate::rows::{self, Number, Person, Readership};

const COLUMNS: &str = "id, sequence, at_ms, kind, author, audience, whispered_to, body, file";

/// Rows lie by conversation, and in it by number.
pub fn row_id(id: PassageId) -> Number {
    Number((id.conversation.0 << PASSAGE_BITS) | u64::from(id.number))
}

pub fn conversation_of(row: u64) -> u64 {
    row >> PASSAGE_BITS
}

/// The last row that a conversation can have.
pub fn last_row(conversation: u64) -> Number {
    Number(((conversation + 1) << PASSAGE_BITS) - 1)
}

pub fn put(
    transaction: &Transaction<'_>,
    workspace: WorkspaceId,
    passage: &Passage,
) -> rusqlite::Result<()> {
    let insert = "INSERT INTO passages
         (workspace, id, sequence, at_ms, kind, author, audience, whispered_to, body, file)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let file = match passage.source {
        Source::Body(_) => None,
        Source::File { file, .. } => Some(Number(file.0)),
    };
    let Said { author, audience, whispered_to } = passage.said;
    transaction.prepare_cached(insert)?.execute(params![
        Number(workspace.0),
        row_id(passage.id),
        Number(passage.sequence.0),
        Number(passage.at.0),
        Kind(passage.kind),
        Person(author),
        Readership(audience),
        whispered_to.map(|agent| Number(agent.0)),
        Number(passage.source.body().0),
        file,
    ])?;
    Ok(())
}

/// The passage of a row; none once it is erased.
pub fn get(
    connection: &Connection,
    workspace: WorkspaceId,
    row: u64,
) -> rusqlite::Result<Option<Passage>> {
    let select = format!("SELECT {COLUMNS} FROM passages WHERE workspace = $1 AND id = $2");
    let mut statement = connection.prepare_cached(&select)?;
    statement.query_row([Number(workspace.0), Number(row)], passage).optional()
}

/// Everything of a conversation from its beginning, for as long as `take` wants it.
pub fn first(
    connection: &Connection,
    workspace: WorkspaceId,
    conversation: ConversationId,
    take: impl Fn(&Passage) -> bool,
) -> rusqlite::Result<Option<Passage>> {
    let select = format!(
        "SELECT {COLUMNS} FROM passages WHERE workspace = $1 AND id BETWEEN $2 AND $3 ORDER BY id"
    );
    let mut statement = connection.prepare_cached(&select)?;
    let from = row_id(PassageId { conversation, number: 0 });
    let bounds = params![Number(workspace.0), from, last_row(conversation.0)];
    for found in statement.query_map(bounds, passage)? {
        let found = found?;
        if take(&found) {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// Everything whose words are kept with these bodies.
pub fn of(
    connection: &Connection,
    workspace: WorkspaceId,
    bodies: &[BodyId],
) -> rusqlite::Result<Vec<Passage>> {
    let select = format!("SELECT {COLUMNS} FROM passages WHERE workspace = $1 AND body = $2");
    let mut statement = connection.prepare_cached(&select)?;
    let mut found = Vec::new();
    for body in bodies {
        for one in statement.query_map([Number(workspace.0), Number(body.0)], passage)? {
            found.push(one?);
        }
    }
    Ok(found)
}

fn passage(row: &Row<'_>) -> rusqlite::Result<Passage> {
    let id = rows::number(row, 0)?;
    let number = id & ((1 << PASSAGE_BITS) - 1);
    let body = BodyId(rows::number(row, 7)?);
    let file = row.get::<_, Option<Number>>(8)?;
    Ok(Passage {
        id: PassageId {
            conversation: ConversationId(conversation_of(id)),
            number: u32::try_from(number).unwrap_or(u32::MAX),
        },
        sequence: Sequence(rows::number(row, 1)?),
        at: Timestamp(rows::number(row, 2)?),
        kind: row.get::<_, Kind>(3)?.0,
        said: Said {
            author: row.get::<_, Person>(4)?.0,
            audience: row.get::<_, Readership>(5)?.0,
            whispered_to: row.get::<_, Option<Number>>(6)?.map(|agent| AgentId(agent.0)),
        },
        source: match file {
            Some(file) => Source::File { file: FileId(file.0), body },
            None => Source::Body(body),
        },
    })
}

struct Kind(PassageKind);

impl ToSql for Kind {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(match self.0 {
            PassageKind::Message => "message",
            PassageKind::Note => "note",
            PassageKind::FileName => "file_name",
            PassageKind::Visitor => "visitor",
            PassageKind::Comment => "comment",
        }))
    }
}

impl FromSql for Kind {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "message" => Ok(Self(PassageKind::Message)),
            "note" => Ok(Self(PassageKind::Note)),
            "file_name" => Ok(Self(PassageKind::FileName)),
            "visitor" => Ok(Self(PassageKind::Visitor)),
            "comment" => Ok(Self(PassageKind::Comment)),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}
