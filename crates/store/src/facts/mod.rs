//! Facts: rows of figures that reports are asked of, written in the transaction of the journal they come from.
//!
//! What the rows say is decided in `reports`, which folds them from events; here stand their shape and how they are
//! kept and asked for. They hold no text that people wrote (rule R4), and can be made anew from the journal.

mod tables;

use std::future::Future;

use domain::ids::ConversationId;

pub use tables::{
    Agent, Conversation, Hand, Handoff, Leg, Load, Name, Offer, Prediction, Presence, Reach, Skill,
    Step, TABLES, Tag, Wait,
};

use crate::{Sequence, StoreError, WorkspaceId};

/// One table of the star: its first `keys` columns, after the workspace, name a row.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    pub name: &'static str,
    pub keys: usize,
    pub columns: &'static [&'static str],
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    Null,
    Integer(i64),
    Text(String),
}

/// A row of a table, in the order of its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub table: &'static Table,
    pub values: Vec<Value>,
}

impl Row {
    /// What tells this row from the others of its table.
    pub fn key(&self) -> &[Value] {
        self.values.get(..self.table.keys).unwrap_or_default()
    }
}

/// What becomes of the facts with a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactChange {
    /// The row with this key is this one from here.
    Put(Row),
    /// All rows of the conversation go: it is told anew.
    Forget(ConversationId),
}

/// How far the facts of a workspace follow its journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactsPosition {
    /// The last record they tell of. Behind the journal's head: they are to be rebuilt.
    pub sequence: Sequence,
    /// Which fold made them: rows of an earlier one are rebuilt.
    pub format: u32,
    /// The zone of their days.
    pub zone: String,
}

/// A question in SQL, with `:name` for each parameter. Facts lie in the tables of [`TABLES`], each with a `workspace`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    pub sql: String,
    pub parameters: Vec<(&'static str, Value)>,
}

/// Real numbers come from the division of whole ones.
#[derive(Debug, Clone, PartialEq)]
pub enum Answered {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
}

/// The rows of an answer, each in the order of the statement's columns.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    pub columns: Vec<String>,
    pub rows: Vec<Vec<Answered>>,
    /// There were more than [`crate::limits::ANSWER_ROWS_MAX`].
    pub truncated: bool,
}

pub trait Facts: Send + Sync + 'static {
    /// None where no facts were ever written.
    fn facts_position(
        &self,
        workspace: WorkspaceId,
    ) -> impl Future<Output = Result<Option<FactsPosition>, StoreError>> + Send;

    /// All rows of a table, ordered by their keys.
    fn fact_rows(
        &self,
        workspace: WorkspaceId,
        table: &'static Table,
    ) -> impl Future<Output = Result<Vec<Row>, StoreError>> + Send;

    /// Takes all facts of the workspace away; it has no position until [`Facts::finish_facts`].
    fn clear_facts(
        &self,
        workspace: WorkspaceId,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Writes facts that are made anew, some at a time.
    fn put_facts(
        &self,
        workspace: WorkspaceId,
        changes: Vec<FactChange>,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// The facts tell everything up to there.
    fn finish_facts(
        &self,
        workspace: WorkspaceId,
        position: FactsPosition,
    ) -> impl Future<Output = Result<(), StoreError>> + Send;

    /// Answers statements that only read, all of them of one moment.
    fn ask_facts(
        &self,
        workspace: WorkspaceId,
        statements: Vec<Statement>,
    ) -> impl Future<Output = Result<Vec<Answer>, StoreError>> + Send;
}

macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl From<$type> for Value {
            fn from(value: $type) -> Self {
                // No counter, moment or length comes near the end of the range.
                Self::Integer(i64::try_from(value).unwrap_or(i64::MAX))
            }
        }
    )*};
}

numbers!(u8, u32, u64, i64, usize);

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Integer(value.into())
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, T::into)
    }
}
