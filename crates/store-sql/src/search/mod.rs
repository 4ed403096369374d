//! The index on SQLite: FTS5 in a file beside the data base, so that no commit ever waits for it.
//!
//! Holds words and places, no text: what it finds is read from the bodies. Contents and format are a cache. A file that
//! is damaged, of another format or missing is made anew and follows the journal from its start.

mod candidates;
mod find;
mod passages;
mod write;

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use domain::ids::BodyId;
use rusqlite::{Connection, ErrorCode, ffi};
use store::{
    Records, Search, Sequence, Store, StoreError, WorkspaceId,
    search::{Ahead, Page, Query, Source, text_of},
};
use tokio::{
    sync::{Mutex, OwnedMutexGuard},
    task,
};

use crate::{
    SqliteStore,
    readers::{ReadError, Readers},
    rows::unavailable,
};

/// Counts up with every change of the schema, of an entry or of how a text becomes words.
const FORMAT: i32 = 2;
const SCHEMA: &str = include_str!("schema.sql");

#[derive(Debug)]
pub struct Index {
    database: PathBuf,
    /// Held from the reading of a stretch of the journal to its writing: nothing erased meanwhile gets in.
    writer: Arc<Mutex<Connection>>,
    readers: Readers,
}

type Writing = OwnedMutexGuard<Connection>;

impl Index {
    /// Opens the file, or makes a new one in its place.
    pub fn open(database: &Path) -> rusqlite::Result<Self> {
        let connection = match connect(database) {
            Ok(connection) => connection,
            Err(error) => {
                tracing::warn!(%error, "the search index is made anew");
                renew(database)?
            }
        };
        Ok(Self {
            database: database.to_owned(),
            writer: Arc::new(Mutex::new(connection)),
            readers: Readers::new(database),
        })
    }

    async fn hold(&self) -> Writing {
        Arc::clone(&self.writer).lock_owned().await
    }

    /// Runs `work` on a thread that may wait. A damaged file is made anew; none says so.
    async fn write<T: Send + 'static>(
        &self,
        writing: Writing,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<(Writing, Option<T>), StoreError> {
        let (mut writing, done) =
            on_a_thread(writing, move |connection| Ok(work(connection))).await?;
        match done {
            Ok(done) => return Ok((writing, Some(done))),
            Err(error) if is_damage(&error) => {
                tracing::error!(%error, "the search index is damaged and made anew");
            }
            Err(error) => return Err(unavailable(error)),
        }
        // Closing a connection may tidy away files of its name, which are to be those of the next one.
        self.readers.forget();
        *writing = Connection::open_in_memory().map_err(unavailable)?;
        let database = self.database.clone();
        let renewed = on_a_thread(writing, move |connection| {
            *connection = renew(&database)?;
            Ok(())
        });
        Ok((renewed.await?.0, None))
    }

    /// Takes the words of bodies out, before the bodies are gone.
    pub async fn erase(
        &self,
        store: &SqliteStore,
        workspace: WorkspaceId,
        ids: &[BodyId],
    ) -> Result<Writing, StoreError> {
        let named = ids.to_vec();
        let of = move |connection: &mut Connection| passages::of(connection, workspace, &named);
        let (writing, passages) = self.write(self.hold().await, of).await?;
        let bodies = store.bodies(workspace, ids).await?;
        let mut erased = Vec::new();
        for passage in passages.unwrap_or_default() {
            let words = match passage.source {
                Source::Body(body) => bodies.get(&body).map(text_of),
                Source::File { file, .. } => {
                    store.file(workspace, file).await?.map(|file| file.name)
                }
            };
            erased.push((passage, words.unwrap_or_default()));
        }
        let take_out = move |connection: &mut Connection| {
            write::take_out(connection, workspace, &erased)?;
            // Somebody who reads for so long that the log cannot be cut off: erased it is not.
            let busy = connection
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0))?;
            if busy { Err(failure(ffi::SQLITE_BUSY)) } else { Ok(()) }
        };
        Ok(self.write(writing, take_out).await?.0)
    }
}

impl Search for SqliteStore {
    async fn catch_up(&self, workspace: WorkspaceId) -> Result<Sequence, StoreError> {
        let index = self.index()?;
        let stands = move |connection: &mut Connection| write::position(connection, workspace);
        let (writing, after) = index.write(index.hold().await, stands).await?;
        let after = after.flatten().unwrap_or(Sequence::START);
        let ahead = Ahead::read(self, workspace, after).await?;
        if ahead.is_empty(after) {
            return Ok(after);
        }
        let add = move |connection: &mut Connection| write::add(connection, workspace, ahead);
        let (_, position) = index.write(writing, add).await?;
        Ok(position.unwrap_or(Sequence::START))
    }

    async fn find(&self, workspace: WorkspaceId, query: Query) -> Result<Page, StoreError> {
        let index = self.index()?;
        let read = move |connection: &Connection| match find::find(connection, workspace, &query) {
            Ok(page) => Ok(Some(page)),
            Err(error) if is_damage(&error) => Ok(None),
            Err(error) => Err(ReadError::from(error)),
        };
        if let Some(page) = index.readers.read(read).await? {
            return Ok(page);
        }
        // Looked at once more by whoever writes it: another may have mended it already.
        let check = |connection: &mut Connection| write::check(connection);
        index.write(index.hold().await, check).await?;
        Err(StoreError::Unavailable("the search index is made anew".to_owned()))
    }
}

/// Opens a file of this format, which may be one that was not there.
fn connect(database: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(database)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // A crash may cost the last additions, never the order of pages; they are made again from the journal.
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.set_prepared_statement_cache_capacity(crate::writer::STATEMENTS_MAX);
    let format: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    match format {
        FORMAT => write::check(&connection)?,
        0 => {
            connection.execute_batch(&format!(
                "BEGIN; {SCHEMA} PRAGMA user_version = {FORMAT}; COMMIT"
            ))?;
        }
        _ => return Err(failure(ffi::SQLITE_CORRUPT)),
    }
    Ok(connection)
}

/// Throws the file away and begins another.
fn renew(database: &Path) -> rusqlite::Result<Connection> {
    for ending in ["", "-wal", "-shm"] {
        let mut path = database.as_os_str().to_owned();
        path.push(ending);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(rusqlite::Error::ToSqlConversionFailure(error.into()));
            }
            Ok(()) | Err(_) => {}
        }
    }
    connect(database)
}

fn failure(code: std::ffi::c_int) -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)
}

async fn on_a_thread<T: Send + 'static>(
    mut writing: Writing,
    work: impl FnOnce(&mut Connection) -> rusqlite::Result<T> + Send + 'static,
) -> Result<(Writing, T), StoreError> {
    let done = task::spawn_blocking(move || {
        let done = work(&mut writing)?;
        Ok((writing, done))
    });
    let done = done.await.map_err(|error| StoreError::Unavailable(error.to_string()))?;
    done.map_err(unavailable)
}

/// Whether the file is at fault, and not the machine. Every statement is known to fit the schema, so a statement that
/// does not is a schema that was damaged.
fn is_damage(error: &rusqlite::Error) -> bool {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::Unknown) => true,
        Some(_) => false,
        None => matches!(
            error,
            rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::SqlInputError { .. }
        ),
    }
}
