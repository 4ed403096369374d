//! The data directory: where everything of an installation lies, and the lock that gives it to one process.
//!
//! `baton.db` with its write-ahead log, `search.db` that is made from it, `files/` with uploads, and `lock`, which the operating system lets go
//! when the process ends, however it ends.

use std::{
    fs::{DirBuilder, File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
};

use crate::OpenError;

/// A data directory that this process alone writes, for as long as the value lives.
#[derive(Debug)]
pub struct LockedDirectory {
    _lock: File,
}

impl LockedDirectory {
    /// Makes the directory if need be and takes its lock, or says at once that another process has it.
    pub fn lock(path: &Path) -> Result<Self, OpenError> {
        let failed = |source| OpenError::Directory { path: path.to_owned(), source };
        make(path).map_err(failed)?;
        let file =
            OpenOptions::new().create(true).truncate(false).write(true).open(path.join("lock"));
        let lock = file.map_err(failed)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(OpenError::Locked { path: path.to_owned() });
            }
            Err(TryLockError::Error(source)) => return Err(failed(source)),
        }
        make(&files(path)).map_err(failed)?;
        Ok(Self { _lock: lock })
    }
}

pub fn database(data: &Path) -> PathBuf {
    data.join("baton.db")
}

pub fn index(data: &Path) -> PathBuf {
    data.join("search.db")
}

pub fn files(data: &Path) -> PathBuf {
    data.join("files")
}

/// Readable by its owner only: it holds what visitors wrote.
fn make(path: &Path) -> std::io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}
