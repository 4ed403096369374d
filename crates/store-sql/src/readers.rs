//! Connections that only read: a bounded few, beside the one that writes.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags};
use store::{StoreError, limits::READERS_MAX};
use tokio::{sync::Semaphore, task, time};

use crate::writer::STATEMENTS_MAX;

/// How long a read waits for its turn. Longer means that the disk cannot keep up.
const TURN_MAX: Duration = Duration::from_secs(5);

#[derive(Debug)]
pub struct Readers {
    database: PathBuf,
    turns: Semaphore,
    idle: Arc<Mutex<Idle>>,
}

/// Connections that wait to be used.
#[derive(Debug, Default)]
struct Idle {
    connections: Vec<Connection>,
    /// How often the file was made anew: connections to an earlier one are of no use.
    generation: u64,
}

impl Readers {
    pub fn new(database: &Path) -> Self {
        Self {
            database: database.to_owned(),
            turns: Semaphore::new(READERS_MAX),
            idle: Arc::default(),
        }
    }

    /// The file was made anew.
    pub fn forget(&self) {
        let mut idle = held(&self.idle);
        idle.connections.clear();
        idle.generation += 1;
    }

    /// Runs `work` on a thread that may wait, with everything committed so far.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, ReadError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let turn = time::timeout(TURN_MAX, self.turns.acquire())
            .await
            .map_err(|_| StoreError::Overloaded)?;
        let (connection, generation) = {
            let mut idle = held(&self.idle);
            (idle.connections.pop(), idle.generation)
        };
        let connection = match connection {
            Some(connection) => connection,
            None => connect(&self.database).map_err(ReadError::from)?,
        };
        let idle = Arc::clone(&self.idle);
        let read = task::spawn_blocking(move || {
            let result = work(&connection);
            let mut idle = held(&idle);
            if idle.generation == generation {
                idle.connections.push(connection);
            }
            result
        });
        let result = read.await;
        drop(turn);
        result
            .map_err(|error| StoreError::Unavailable(error.to_string()))?
            .map_err(StoreError::from)
    }
}

fn held(idle: &Mutex<Idle>) -> MutexGuard<'_, Idle> {
    idle.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Opens a connection that cannot write.
pub fn connect(database: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open_with_flags(
        database,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
    Ok(connection)
}

/// Why a row could not be handed out.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<ReadError> for StoreError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Sql(error) => Self::Unavailable(error.to_string()),
            ReadError::Store(error) => error,
        }
    }
}
