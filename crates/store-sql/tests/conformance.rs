//! The conformance suite on SQLite. Stores are dropped as they are, and opened again on the same directory.

use store_sql::SqliteStore;
use tempfile::TempDir;

struct Subject {
    data: TempDir,
}

impl Subject {
    fn new() -> Self {
        Self { data: TempDir::new().expect("a directory") }
    }
}

impl store::conformance::Subject for Subject {
    type Store = SqliteStore;

    async fn open(&self) -> SqliteStore {
        SqliteStore::open(self.data.path()).expect("a store")
    }
}

store::suite!(Subject::new());
