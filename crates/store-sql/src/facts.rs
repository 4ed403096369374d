//! Facts in SQLite: rows put by their keys in the transaction of the journal, and questions that reports ask of them.

use rusqlite::{
    Connection, OptionalExtension, ToSql, params, params_from_iter,
    types::{ToSqlOutput, ValueRef},
};
use store::{
    Sequence, StoreError, WorkspaceId,
    facts::{
        Answer, Answered, FactChange, Facts, FactsPosition, Row, Statement, TABLES, Table, Value,
    },
    limits::ANSWER_ROWS_MAX,
};

use crate::{SqliteStore, readers::ReadError, rows, rows::Number};

/// Writes what changed. The position is that of the batch it belongs to.
pub fn put(
    connection: &Connection,
    workspace: WorkspaceId,
    changes: &[FactChange],
) -> rusqlite::Result<()> {
    for change in changes {
        match change {
            FactChange::Put(row) => {
                let statement = put_statement(row.table);
                let workspace = Value::from(workspace.0);
                let values = std::iter::once(&workspace).chain(&row.values).map(Cell);
                connection.prepare_cached(&statement)?.execute(params_from_iter(values))?;
            }
            FactChange::Forget(conversation) => {
                for table in
                    TABLES.iter().filter(|table| table.columns.first() == Some(&"conversation"))
                {
                    let delete = format!(
                        "DELETE FROM {} WHERE workspace = $1 AND conversation = $2",
                        table.name
                    );
                    let values = params![Number(workspace.0), Number(conversation.0)];
                    connection.prepare_cached(&delete)?.execute(values)?;
                }
            }
        }
    }
    Ok(())
}

/// The facts follow the journal up to there.
pub fn advance(
    connection: &Connection,
    workspace: WorkspaceId,
    position: &FactsPosition,
) -> rusqlite::Result<()> {
    let replace = "INSERT OR REPLACE INTO fact_state (workspace, sequence, format, zone)
         VALUES ($1, $2, $3, $4)";
    let FactsPosition { sequence, format, zone } = position;
    let values = params![Number(workspace.0), Number(sequence.0), format, zone];
    connection.prepare_cached(replace)?.execute(values).map(drop)
}

fn put_statement(table: &Table) -> String {
    let places: Vec<_> = (2..table.columns.len() + 2).map(|at| format!("${at}")).collect();
    format!(
        "INSERT OR REPLACE INTO {} (workspace, {}) VALUES ($1, {})",
        table.name,
        table.columns.join(", "),
        places.join(", ")
    )
}

impl Facts for SqliteStore {
    async fn facts_position(
        &self,
        workspace: WorkspaceId,
    ) -> Result<Option<FactsPosition>, StoreError> {
        let read = move |connection: &Connection| {
            let select = "SELECT sequence, format, zone FROM fact_state WHERE workspace = $1";
            let position =
                connection.prepare_cached(select)?.query_row([Number(workspace.0)], |row| {
                    Ok(FactsPosition {
                        sequence: Sequence(rows::number(row, 0)?),
                        format: row.get(1)?,
                        zone: row.get(2)?,
                    })
                });
            Ok(position.optional()?)
        };
        self.readers().read(read).await
    }

    async fn fact_rows(
        &self,
        workspace: WorkspaceId,
        table: &'static Table,
    ) -> Result<Vec<Row>, StoreError> {
        let read = move |connection: &Connection| {
            let (columns, keys) =
                (table.columns.join(", "), table.columns[..table.keys].join(", "));
            let select = format!(
                "SELECT {columns} FROM {} WHERE workspace = $1 ORDER BY {keys}",
                table.name
            );
            let mut select = connection.prepare_cached(&select)?;
            let found = select.query_map([Number(workspace.0)], |row| {
                let values = (0..table.columns.len()).map(|at| row.get_ref(at).map(value));
                Ok(Row { table, values: values.collect::<rusqlite::Result<_>>()? })
            })?;
            Ok(found.collect::<rusqlite::Result<_>>()?)
        };
        self.readers().read(read).await
    }

    async fn clear_facts(&self, workspace: WorkspaceId) -> Result<(), StoreError> {
        self.write(move |connection| {
            let names = TABLES.iter().map(|table| table.name).chain(["fact_state"]);
            for name in names {
                // A table that is emptied whole is dropped page by page, in no time; a million rows are not.
                let shared = format!(
                    "SELECT EXISTS (SELECT 1 FROM {name} WHERE workspace < $1 OR workspace > $1)"
                );
                if connection.query_row(&shared, [Number(workspace.0)], |row| row.get(0))? {
                    let delete = format!("DELETE FROM {name} WHERE workspace = $1");
                    connection.execute(&delete, [Number(workspace.0)])?;
                } else {
                    connection.execute(&format!("DELETE FROM {name}"), [])?;
                }
            }
            Ok(())
        })
        .await
    }

    async fn put_facts(
        &self,
        workspace: WorkspaceId,
        changes: Vec<FactChange>,
    ) -> Result<(), StoreError> {
        let rows = changes.len();
        self.write_rows(rows, move |connection| put(connection, workspace, &changes)).await
    }

    async fn finish_facts(
        &self,
        workspace: WorkspaceId,
        position: FactsPosition,
    ) -> Result<(), StoreError> {
        self.write(move |connection| advance(connection, workspace, &position)).await
    }

    async fn ask_facts(
        &self,
        workspace: WorkspaceId,
        statements: Vec<Statement>,
    ) -> Result<Vec<Answer>, StoreError> {
        let read = move |connection: &Connection| {
            let transaction = connection.unchecked_transaction()?;
            let answers = statements.iter().map(|asked| ask(&transaction, workspace, asked));
            answers.collect::<Result<_, ReadError>>()
        };
        self.readers().read(read).await
    }
}

fn ask(
    connection: &Connection,
    workspace: WorkspaceId,
    asked: &Statement,
) -> Result<Answer, ReadError> {
    let mut statement = connection.prepare_cached(&asked.sql)?;
    let workspace = Value::from(workspace.0);
    let given = asked.parameters.iter().map(|(name, value)| (*name, value));
    for (name, value) in given.chain([("workspace", &workspace)]) {
        // One that the question does not ask for is not given.
        if let Some(at) = statement.parameter_index(&format!(":{name}"))? {
            statement.raw_bind_parameter(at, Cell(value))?;
        }
    }
    let columns: Vec<_> = statement.column_names().map(str::to_owned).collect();
    let mut answer = Answer { columns, ..Answer::default() };
    let mut found = statement.raw_query();
    while let Some(row) = found.next()? {
        if answer.rows.len() == ANSWER_ROWS_MAX {
            answer.truncated = true;
            break;
        }
        let values = (0..answer.columns.len()).map(|at| row.get_ref(at).map(answered));
        answer.rows.push(values.collect::<rusqlite::Result<_>>()?);
    }
    Ok(answer)
}

/// A value on its way into a column.
struct Cell<'a>(&'a Value);

impl ToSql for Cell<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self.0 {
            Value::Null => ToSqlOutput::from(rusqlite::types::Null),
            Value::Integer(number) => ToSqlOutput::from(*number),
            Value::Text(text) => ToSqlOutput::from(text.as_str()),
        })
    }
}

fn value(found: ValueRef<'_>) -> Value {
    match found {
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Text(text) => Value::Text(String::from_utf8_lossy(text).into_owned()),
        // No column of facts holds anything else.
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => Value::Null,
    }
}

fn answered(found: ValueRef<'_>) -> Answered {
    match found {
        ValueRef::Null | ValueRef::Blob(_) => Answered::Null,
        ValueRef::Integer(number) => Answered::Integer(number),
        ValueRef::Real(number) => Answered::Real(number),
        ValueRef::Text(text) => Answered::Text(String::from_utf8_lossy(text).into_owned()),
    }
}
