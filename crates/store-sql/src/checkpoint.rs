//! Moves the write-ahead log into the data base beside the committing thread.
//!
//! SQLite would do it inside a commit, which then takes milliseconds instead of a fraction of one. Here a thread
//! of its own copies what has gathered. Under steady load it never quite catches up and the log could not start
//! over, so once the log is long the committing thread copies the short rest itself.

use std::{
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread,
};

use rusqlite::{Connection, ffi};

/// Rows written between two rounds: about a thousand pages, some milliseconds of copying.
const ROWS_BETWEEN: usize = 4_096;
/// A commit costs a page for each table however few its rows are.
const ROWS_OF_A_COMMIT: usize = 16;
/// Pages of the log from which the committing thread finishes the round: 64 MiB of a disk.
const LOG_PAGES_MAX: u64 = 16_384;

/// The write-ahead log, through a connection that does nothing else. SQLite lets one copy at a time; so does this.
#[derive(Debug)]
pub struct Log {
    connection: Mutex<Connection>,
    /// Pages in the log at the end of the last round.
    pages: AtomicU64,
}

impl Log {
    pub fn new(connection: Connection) -> Self {
        Self { connection: Mutex::new(connection), pages: AtomicU64::new(0) }
    }

    /// Copies what can be copied without waiting for anybody. Failing costs nothing but a longer log, and the
    /// next round tries again.
    fn copy(&self) {
        let pages = self
            .connection()
            .query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| row.get::<_, i64>(1));
        match pages {
            Ok(pages) => self.pages.store(u64::try_from(pages).unwrap_or(0), Ordering::Relaxed),
            Err(error) => tracing::warn!(%error, "the log could not be moved into the data base"),
        }
    }

    /// Moves all of the log into the data base and cuts its file to nothing, waiting for whoever reads or
    /// writes. A read that outlasts the wait is an error: the log is not empty.
    pub fn empty(&self) -> rusqlite::Result<()> {
        let busy = self
            .connection()
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0))?;
        if busy {
            Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_BUSY), None))
        } else {
            Ok(())
        }
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The committing thread's hand on the log: says when a round is due.
#[derive(Debug)]
pub struct Checkpoints {
    log: Arc<Log>,
    /// Written since the last round.
    rows: usize,
    rounds: Option<mpsc::SyncSender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Checkpoints {
    pub fn start(log: Arc<Log>) -> std::io::Result<Self> {
        let (rounds, due) = mpsc::sync_channel(1);
        let copied = Arc::clone(&log);
        let thread = thread::Builder::new().name("checkpoint".to_owned()).spawn(move || {
            while due.recv().is_ok() {
                copied.copy();
            }
        })?;
        Ok(Self { log, rows: 0, rounds: Some(rounds), thread: Some(thread) })
    }

    /// Called by the committing thread between two transactions.
    pub fn after_commit(&mut self, rows: usize) {
        self.rows += rows + ROWS_OF_A_COMMIT;
        if self.rows < ROWS_BETWEEN {
            return;
        }
        self.rows = 0;
        if self.log.pages.swap(0, Ordering::Relaxed) > LOG_PAGES_MAX {
            self.log.copy();
        } else if let Some(rounds) = &self.rounds {
            // A round that is due already is enough.
            let _ = rounds.try_send(());
        }
    }
}

impl Drop for Checkpoints {
    fn drop(&mut self) {
        self.rounds = None;
        if self.thread.take().map(thread::JoinHandle::join).is_some_and(|ended| ended.is_err()) {
            tracing::error!("the checkpoint thread panicked");
        }
    }
}
