//! How the domain's words and numbers lie in columns.

use domain::{
    Answer,
    command::{Actor, Audience},
    ids::{AgentId, ConversationId, Timestamp, VisitorId},
};
use rusqlite::{
    Row, ToSql,
    types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef},
};
use serde::{Serialize, de::DeserializeOwned};
use store::{CommandKey, Record, Sequence, StoreError, codec};

/// A number that is never negative, in a signed column. No counter of ours comes near the end of its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number(pub u64);

impl ToSql for Number {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let number = i64::try_from(self.0)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
        Ok(ToSqlOutput::from(number))
    }
}

impl FromSql for Number {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let number = i64::column_result(value)?;
        u64::try_from(number).map(Self).map_err(|_| FromSqlError::OutOfRange(number))
    }
}

/// Who did something, as text: `visitor 12`, `agent 3`, `system`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person(pub Actor);

impl ToSql for Person {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Actor::Visitor(VisitorId(id)) => ToSqlOutput::from(format!("visitor {id}")),
            Actor::Agent(AgentId(id)) => ToSqlOutput::from(format!("agent {id}")),
            Actor::System => ToSqlOutput::from("system"),
        })
    }
}

impl FromSql for Person {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        let number = |digits: &str| digits.parse().map_err(FromSqlError::other);
        match text.split_once(' ') {
            Some(("visitor", id)) => Ok(Self(Actor::Visitor(VisitorId(number(id)?)))),
            Some(("agent", id)) => Ok(Self(Actor::Agent(AgentId(number(id)?)))),
            None if text == "system" => Ok(Self(Actor::System)),
            Some(_) | None => Err(FromSqlError::InvalidType),
        }
    }
}

/// Who may read something, as a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Readership(pub Audience);

impl ToSql for Readership {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(match self.0 {
            Audience::Everybody => "everybody",
            Audience::Staff => "staff",
            Audience::Whisper => "whisper",
        }))
    }
}

impl FromSql for Readership {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "everybody" => Ok(Self(Audience::Everybody)),
            "staff" => Ok(Self(Audience::Staff)),
            "whisper" => Ok(Self(Audience::Whisper)),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

/// The answer to a command, in its written form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answered(pub Answer);

impl ToSql for Answered {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(codec::encode_answer(&self.0)))
    }
}

impl FromSql for Answered {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        codec::decode_answer(value.as_str()?).map(Self).map_err(FromSqlError::other)
    }
}

/// The columns of [`record`], in its order.
pub const RECORD: &str =
    "sequence, at_ms, kind, version, body, conversation, actor, client_id, answer";

pub fn record(row: &Row<'_>) -> rusqlite::Result<Record> {
    Ok(Record {
        sequence: Sequence(number(row, 0)?),
        at: moment(row, 1)?,
        kind: row.get::<_, String>(2)?.into(),
        version: row.get(3)?,
        body: row.get(4)?,
        conversation: row.get::<_, Option<Number>>(5)?.map(|id| ConversationId(id.0)),
        actor: row.get::<_, Person>(6)?.0,
        command_key: command_key(row, 7)?,
    })
}

/// The columns `client_id` and `answer`, which are both there or both not.
pub fn command_key(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<CommandKey>> {
    let Some(client_id) = row.get::<_, Option<[u8; 16]>>(column)? else { return Ok(None) };
    let Answered(answer) = row.get(column + 1)?;
    Ok(Some(CommandKey { client_id: u128::from_be_bytes(client_id), answer }))
}

pub fn number(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    Ok(row.get::<_, Number>(column)?.0)
}

pub fn moment(row: &Row<'_>, column: usize) -> rusqlite::Result<Timestamp> {
    number(row, column).map(Timestamp)
}

pub fn moment_if_any(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Timestamp>> {
    Ok(row.get::<_, Option<Number>>(column)?.map(|at| Timestamp(at.0)))
}

/// A value in a column, in its JSON form.
pub fn to_json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

pub fn from_json<T: DeserializeOwned>(written: &str) -> rusqlite::Result<T> {
    serde_json::from_str(written).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, error.into())
    })
}

/// A bound on rows as the data base takes it.
pub fn limit(rows: usize) -> Number {
    Number(rows.min(store::limits::READ_ROWS_MAX) as u64)
}

/// Messages of SQLite name tables and causes, never values.
#[expect(
    clippy::needless_pass_by_value,
    reason = "stands where a function is mapped over an error"
)]
pub fn unavailable(error: rusqlite::Error) -> StoreError {
    StoreError::Unavailable(error.to_string())
}
