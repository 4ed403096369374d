//! The committing thread: the one connection that writes, and group commit.
//!
//! Whatever is asked for while a commit is under way waits in a bounded queue and goes into the next
//! transaction, so that one flush to the disk pays for all of it. An idle store commits at once. An answer
//! is given after the flush; a failed commit answers nobody, and whoever waits learns `Unavailable`.

use std::{panic, thread};

use rusqlite::{Connection, ffi};
use store::{
    StoreError,
    limits::{BATCH_RECORDS_MAX, COMMIT_QUEUE_MAX},
};
use tokio::sync::{mpsc, oneshot};

use crate::checkpoint::Checkpoints;

/// Statements kept prepared on one connection: every statement of the journal and then some.
pub const STATEMENTS_MAX: usize = 64;

/// Dropping it finishes what is queued, closes the data base and ends the thread.
#[derive(Debug)]
pub struct Writer {
    queue: Option<mpsc::Sender<Job>>,
    thread: Option<thread::JoinHandle<()>>,
}

/// Something to write, with the rows it counts towards the bound of a transaction.
struct Job {
    rows: usize,
    work: Box<dyn FnOnce(&Connection) -> Reply + Send>,
}

/// Tells the one who asked, once the transaction is on the disk.
type Reply = Box<dyn FnOnce() + Send>;

impl Writer {
    pub fn start(connection: Connection, checkpoints: Checkpoints) -> std::io::Result<Self> {
        let (queue, jobs) = mpsc::channel(COMMIT_QUEUE_MAX);
        let thread = thread::Builder::new()
            .name("commit".to_owned())
            .spawn(move || run(&connection, checkpoints, jobs))?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    /// Runs `work` in the next transaction and gives its result once that is durable. Work that fails must
    /// have left nothing behind: see [`atomically`].
    pub async fn submit<T: Send + 'static>(
        &self,
        rows: usize,
        work: impl FnOnce(&Connection) -> T + Send + 'static,
    ) -> Result<T, StoreError> {
        let (answer, answered) = oneshot::channel();
        let work = Box::new(move |connection: &Connection| {
            let result = work(connection);
            // Nobody waiting any more is no reason not to have written.
            Box::new(move || drop(answer.send(result))) as Reply
        });
        let queue = self.queue.as_ref().ok_or_else(stopped)?;
        queue.try_send(Job { rows, work }).map_err(|refused| match refused {
            mpsc::error::TrySendError::Full(_) => StoreError::Overloaded,
            mpsc::error::TrySendError::Closed(_) => stopped(),
        })?;
        answered.await.map_err(|_| StoreError::Unavailable("the transaction failed".to_owned()))
    }
}

fn stopped() -> StoreError {
    StoreError::Unavailable("the committing thread has ended".to_owned())
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(Err(panic)) = self.thread.take().map(thread::JoinHandle::join)
            && !thread::panicking()
        {
            panic::resume_unwind(panic);
        }
    }
}

fn run(connection: &Connection, mut checkpoints: Checkpoints, mut jobs: mpsc::Receiver<Job>) {
    while let Some(first) = jobs.blocking_recv() {
        match transaction(connection, first, &mut jobs) {
            Ok(Committed { replies, rows }) => {
                replies.into_iter().for_each(|reply| reply());
                checkpoints.after_commit(rows);
            }
            Err(error) => {
                tracing::error!(%error, "a transaction failed");
                if !connection.is_autocommit()
                    && let Err(error) = connection.execute_batch("ROLLBACK")
                {
                    tracing::error!(%error, "a transaction could not be rolled back");
                }
            }
        }
    }
}

/// A transaction that is on the disk.
struct Committed {
    replies: Vec<Reply>,
    rows: usize,
}

/// Writes `first` and whatever else has gathered, durably. On an error nothing of it is kept.
fn transaction(
    connection: &Connection,
    first: Job,
    jobs: &mut mpsc::Receiver<Job>,
) -> rusqlite::Result<Committed> {
    execute(connection, "BEGIN IMMEDIATE")?;
    let mut replies = Vec::new();
    let mut rows = 0;
    let mut next = Some(first);
    while let Some(job) = next {
        rows += job.rows;
        replies.push((job.work)(connection));
        if connection.is_autocommit() {
            // Some errors, a full disk among them, make SQLite roll back by itself: nothing more may be written
            // as if the transaction went on.
            return Err(rusqlite::Error::SqliteFailure(
                ffi::Error::new(ffi::SQLITE_ABORT_ROLLBACK),
                None,
            ));
        }
        next = if rows < BATCH_RECORDS_MAX { jobs.try_recv().ok() } else { None };
    }
    execute(connection, "COMMIT")?;
    Ok(Committed { replies, rows })
}

/// Does all of `work` or nothing, and lets the transaction around it go on either way.
pub fn atomically<T, E: From<rusqlite::Error>>(
    connection: &Connection,
    work: impl FnOnce() -> Result<T, E>,
) -> Result<T, E> {
    execute(connection, "SAVEPOINT work")?;
    let result = work();
    if result.is_err() {
        execute(connection, "ROLLBACK TO work")?;
    }
    execute(connection, "RELEASE work")?;
    result
}

fn execute(connection: &Connection, statement: &str) -> rusqlite::Result<usize> {
    connection.prepare_cached(statement)?.execute([])
}
