//! Moves the write-ahead log into the data base beside the committing thread.
//!
//! SQLite would do it inside a commit, which then takes milliseconds instead of a fraction of one. Here a thread
//! of its own copies what has gathered. Under steady load it never quite catches up and the log could not start
//! over, so once the log is long the committing thread copies the short rest itself.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc,
    },
    thread,
};

use rusqlite::Connection;

/// Rows written between two rounds: about a thousand pages, some milliseconds of copying.
const ROWS_BETWEEN: usize = 4_096;
/// A commit costs a page for each table however few its rows are.
const ROWS_OF_A_COMMIT: usize = 16;
/// Pages of the log from which the committing thread finishes the round: 64 MiB of a disk.
const LOG_PAGES_MAX: u64 = 16_384;

#[derive(Debug)]
pub struct Checkpoints {
    rows: usize,
    /// Pages in the log at the end of the last round.
    log_pages: Arc<AtomicU64>,
    rounds: Option<mpsc::SyncSender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Checkpoints {
    /// `connection` is one of its own on the data base that the committing thread writes.
    pub fn start(connection: Connection) -> std::io::Result<Self> {
        let log_pages = Arc::new(AtomicU64::new(0));
        let (rounds, wanted) = mpsc::sync_channel(1);
        let measured = Arc::clone(&log_pages);
        let thread = thread::Builder::new().name("checkpoint".to_owned()).spawn(move || {
            while wanted.recv().is_ok() {
                measured.store(checkpoint(&connection), Ordering::Relaxed);
            }
        })?;
        Ok(Self { rows: 0, log_pages, rounds: Some(rounds), thread: Some(thread) })
    }

    /// Called by the committing thread between two transactions.
    pub fn after_commit(&mut self, writer: &Connection, rows: usize) {
        self.rows += rows + ROWS_OF_A_COMMIT;
        if self.rows < ROWS_BETWEEN {
            return;
        }
        self.rows = 0;
        if self.log_pages.swap(0, Ordering::Relaxed) > LOG_PAGES_MAX {
            checkpoint(writer);
        } else if let Some(rounds) = &self.rounds {
            // A round that is wanted already is enough.
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

/// Copies what can be copied without waiting for anybody; gives the pages in the log. Failing costs nothing but
/// a longer log, and the next round tries again.
fn checkpoint(connection: &Connection) -> u64 {
    let pages =
        connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |row| row.get::<_, i64>(1));
    pages.map_or_else(
        |error| {
            tracing::warn!(%error, "the log could not be moved into the data base");
            0
        },
        |pages| u64::try_from(pages).unwrap_or(0),
    )
}
