//! The store on SQLite: one file for all workspaces of an installation, and uploads beside it.
//!
//! Write-ahead log with `synchronous=FULL`: what is answered is on the disk. One thread writes
//! ([`writer`]), a few connections read ([`readers`]). Knows how rows lie, not what they mean: the
//! format of records is `store`'s, the rules are `domain`'s.

mod append;
mod attachments;
mod checkpoint;
mod directory;
mod erasure;
mod facts;
mod journal;
mod mentions;
mod readers;
mod records;
mod rows;
mod schema;
mod search;
mod writer;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

pub use attachments::{Attachments, Content, FileError};
use checkpoint::{Checkpoints, Log};
use directory::LockedDirectory;
use readers::Readers;
use rusqlite::Connection;
use search::Index;
use store::StoreError;
use tokio::task;
use writer::Writer;

/// A data directory of this process. Clones share it; the last one dropped writes what is queued, closes the
/// files and gives the directory back.
#[derive(Debug, Clone)]
pub struct SqliteStore {
    inner: Arc<Inner>,
}

/// In the order in which they are dropped: the lock goes last.
#[derive(Debug)]
struct Inner {
    readers: Readers,
    /// None when opened for reading only.
    writer: Option<Writer>,
    log: Option<Arc<Log>>,
    /// None when opened for reading only.
    index: Option<Index>,
    attachments: Attachments,
    _directory: Option<LockedDirectory>,
}

/// A data directory cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// Stop the other process, or choose another directory.
    #[error("the data directory {} is in use by another process", path.display())]
    Locked { path: PathBuf },
    #[error("the data directory {} cannot be used", path.display())]
    Directory { path: PathBuf, source: std::io::Error },
    /// Install the release that wrote it, or a later one.
    #[error("the data base has schema {version}, this release knows up to {known}")]
    SchemaTooNew { version: usize, known: usize },
    /// Start the server on it once.
    #[error(
        "the data base has schema {version}, which this release brings up to date when it serves"
    )]
    SchemaTooOld { version: usize },
    #[error("the data base cannot be opened")]
    Sql(#[from] rusqlite::Error),
    #[error("no thread to write with: {0}")]
    Threads(std::io::Error),
    #[error("the directory of uploads cannot be opened")]
    Files(#[from] object_store::Error),
}

impl OpenError {
    /// Stable, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Locked { .. } => "data_dir_locked",
            Self::Directory { .. } => "data_dir_unusable",
            Self::SchemaTooNew { .. } => "schema_too_new",
            Self::SchemaTooOld { .. } => "schema_too_old",
            Self::Sql(_) => "database_unusable",
            Self::Threads(_) => "out_of_threads",
            Self::Files(_) => "files_unusable",
        }
    }
}

impl SqliteStore {
    /// Takes a data directory, made if it is not there, and brings its schema up to date.
    pub fn open(data: &Path) -> Result<Self, OpenError> {
        let directory = LockedDirectory::lock(data)?;
        let database = directory::database(data);
        let mut connection = Connection::open(&database)?;
        configure(&connection)?;
        schema::migrate(&mut connection)?;
        let log = Arc::new(Log::new(Connection::open(&database)?));
        let checkpoints = Checkpoints::start(Arc::clone(&log)).map_err(OpenError::Threads)?;
        Ok(Self::assemble(Inner {
            readers: Readers::new(&database),
            writer: Some(Writer::start(connection, checkpoints).map_err(OpenError::Threads)?),
            log: Some(log),
            index: Some(Index::open(&directory::index(data))?),
            attachments: Attachments::open(&directory::files(data))?,
            _directory: Some(directory),
        }))
    }

    /// Opens a data directory beside the process that writes it. Every write is refused.
    pub fn open_read_only(data: &Path) -> Result<Self, OpenError> {
        let database = directory::database(data);
        schema::check(&readers::connect(&database)?)?;
        Ok(Self::assemble(Inner {
            readers: Readers::new(&database),
            writer: None,
            log: None,
            index: None,
            attachments: Attachments::open(&directory::files(data))?,
            _directory: None,
        }))
    }

    fn assemble(inner: Inner) -> Self {
        Self { inner: Arc::new(inner) }
    }

    /// The uploads of this directory.
    pub fn attachments(&self) -> &Attachments {
        &self.inner.attachments
    }

    fn readers(&self) -> &Readers {
        &self.inner.readers
    }

    fn writer(&self) -> Result<&Writer, StoreError> {
        self.inner
            .writer
            .as_ref()
            .ok_or_else(|| StoreError::Unavailable("opened for reading only".to_owned()))
    }

    fn index(&self) -> Result<&Index, StoreError> {
        let index = self.inner.index.as_ref();
        index.ok_or_else(|| StoreError::Unavailable("opened for reading only".to_owned()))
    }

    /// One small write outside the journal: done whole or not at all, durable when answered.
    async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.write_rows(1, work).await
    }

    /// The same for many rows: the log is moved into the data base by how many there were.
    async fn write_rows<T: Send + 'static>(
        &self,
        rows: usize,
        work: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, StoreError> {
        let work = |connection: &Connection| writer::atomically(connection, || work(connection));
        self.writer()?.submit(rows, work).await?.map_err(rows::unavailable)
    }

    /// Moves the whole log into the data base and cuts it off, so that what was erased is not left in it.
    async fn empty_log(&self) -> Result<(), StoreError> {
        let Some(log) = self.inner.log.clone() else { return Ok(()) };
        let emptied = task::spawn_blocking(move || log.empty()).await;
        emptied
            .map_err(|error| StoreError::Unavailable(error.to_string()))?
            .map_err(rows::unavailable)
    }
}

/// Sets up the connection that writes.
fn configure(connection: &Connection) -> rusqlite::Result<()> {
    // With WAL and FULL a commit is one flush of the log, and it is the only thing a commit waits for.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // Erased bodies leave no trace in free pages.
    connection.pragma_update(None, "secure_delete", true)?;
    // Savepoints keep what they may have to put back in memory, not in a temporary file.
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // Left to the thread beside this one.
    connection.pragma_update(None, "wal_autocheckpoint", 0)?;
    // Every reference is checked where it is made.
    connection.pragma_update(None, "foreign_keys", false)?;
    connection.set_prepared_statement_cache_capacity(writer::STATEMENTS_MAX);
    Ok(())
}
