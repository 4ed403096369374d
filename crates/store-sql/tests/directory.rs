//! The data directory: one process writes it, others may read, and nothing acknowledged is lost with it.

use std::{fs, path::Path};

use domain::{
    command::{Actor, Body},
    event::Event,
    ids::{AgentId, BodyId, Timestamp},
};
use futures_util::{FutureExt, future::join_all};
use rusqlite::Connection;
use store::{
    Batch, CommitError, Epoch, Lease, Records, Sequence, Store, StoreError, WorkspaceId,
    limits::COMMIT_QUEUE_MAX,
};
use store_sql::{OpenError, SqliteStore};
use tempfile::TempDir;

const TEXT: &str = "a text that nobody else writes";

fn directory() -> TempDir {
    TempDir::new().expect("a directory")
}

async fn start(store: &SqliteStore) -> (WorkspaceId, Epoch) {
    let workspace = store.ensure_workspace("acme", Timestamp(1)).await.expect("a workspace");
    (workspace, store.take(workspace).await.expect("a lease"))
}

/// A batch of three records and three bodies.
fn batch(workspace: WorkspaceId, epoch: Epoch, after: Sequence) -> Batch {
    let mut batch = Batch::new(workspace, epoch, after);
    for number in after.0 + 1..=after.0 + 3 {
        let event = Event::AgentConnected { agent: AgentId(number) };
        let body = (BodyId(number), Body::Text(format!("{TEXT} {number}")));
        batch.add(Timestamp(number), Actor::System, None, &[event], vec![body]);
    }
    batch
}

async fn commit(store: &SqliteStore, batch: Batch) -> Result<Sequence, CommitError> {
    store.commit(vec![batch]).await.remove(0)
}

#[tokio::test]
async fn a_directory_belongs_to_one_store_at_a_time() {
    let data = directory();
    let store = SqliteStore::open(data.path()).expect("a store");
    let clone = store.clone();
    drop(store);
    let refused = SqliteStore::open(data.path()).expect_err("the directory is taken");
    assert!(matches!(refused, OpenError::Locked { .. }));
    assert_eq!(refused.code(), "data_dir_locked");
    drop(clone);
    SqliteStore::open(data.path()).expect("the directory is free");
}

#[tokio::test]
async fn a_reader_sees_what_is_committed_and_cannot_write() {
    let data = directory();
    let store = SqliteStore::open(data.path()).expect("a store");
    let (workspace, epoch) = start(&store).await;
    let reader = SqliteStore::open_read_only(data.path()).expect("a reader beside it");
    commit(&store, batch(workspace, epoch, Sequence::START)).await.expect("a commit");
    assert_eq!(reader.head(workspace).await, Ok(Sequence(3)));

    let refused = commit(&reader, batch(workspace, epoch, Sequence(3))).await;
    assert!(matches!(refused, Err(CommitError::Unavailable(_))));
    assert!(matches!(
        reader.create_visitor(workspace, Timestamp(1)).await,
        Err(StoreError::Unavailable(_))
    ));
}

#[tokio::test]
async fn a_data_base_of_a_later_release_is_refused() {
    let data = directory();
    drop(SqliteStore::open(data.path()).expect("a store"));
    let connection = Connection::open(data.path().join("baton.db")).expect("the data base");
    connection.pragma_update(None, "user_version", 1_000).expect("a version");
    drop(connection);
    for opened in [SqliteStore::open(data.path()), SqliteStore::open_read_only(data.path())] {
        assert_eq!(opened.expect_err("a refusal").code(), "schema_too_new");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_may_look_into_a_directory() {
    use std::os::unix::fs::PermissionsExt;
    let parent = directory();
    let data = parent.path().join("data");
    let _store = SqliteStore::open(&data).expect("a store");
    assert_eq!(fs::metadata(&data).expect("the directory").permissions().mode() & 0o777, 0o700);
}

/// What a disk holds when the power goes: the files as they are while the store runs.
fn copy_as_it_is(from: &Path, to: &Path) {
    for name in ["baton.db", "baton.db-wal"] {
        fs::copy(from.join(name), to.join(name)).expect("a copy");
    }
}

#[tokio::test]
async fn what_is_acknowledged_is_on_the_disk() {
    let data = directory();
    let store = SqliteStore::open(data.path()).expect("a store");
    let (workspace, epoch) = start(&store).await;
    for after in [0, 3, 6] {
        commit(&store, batch(workspace, epoch, Sequence(after))).await.expect("a commit");
    }
    let copy = directory();
    copy_as_it_is(data.path(), copy.path());
    let found = SqliteStore::open(copy.path()).expect("a store");
    assert_eq!(found.head(workspace).await, Ok(Sequence(9)));
}

#[tokio::test]
async fn a_log_that_breaks_off_anywhere_holds_whole_batches() {
    let data = directory();
    let store = SqliteStore::open(data.path()).expect("a store");
    let (workspace, epoch) = start(&store).await;
    let log = data.path().join("baton.db-wal");
    let before = fs::metadata(&log).expect("the log").len();
    for after in [0, 3, 6, 9, 12] {
        commit(&store, batch(workspace, epoch, Sequence(after))).await.expect("a commit");
    }
    let after = fs::metadata(&log).expect("the log").len();
    let mut heads = Vec::new();
    for step in 0..=20 {
        let copy = directory();
        copy_as_it_is(data.path(), copy.path());
        let torn = fs::OpenOptions::new()
            .write(true)
            .open(copy.path().join("baton.db-wal"))
            .expect("the log");
        torn.set_len(before + (after - before) * step / 20).expect("a shorter log");
        drop(torn);

        let found = SqliteStore::open(copy.path()).expect("a store");
        let head = found.head(workspace).await.expect("a head");
        let records = found.records(workspace, Sequence::START, 100).await.expect("records");
        let ids: Vec<_> = (1..=15).map(BodyId).collect();
        let bodies = found.bodies(workspace, &ids).await.expect("bodies");
        assert_eq!(head.0 % 3, 0, "a batch was torn");
        assert_eq!((records.len() as u64, bodies.len() as u64), (head.0, head.0));
        heads.push(head.0);
    }
    assert!(
        heads.is_sorted() && heads.first() == Some(&0) && heads.last() == Some(&15),
        "{heads:?}"
    );
}

#[tokio::test]
async fn an_erased_text_is_on_no_page_and_in_no_log() {
    let data = directory();
    let store = SqliteStore::open(data.path()).expect("a store");
    let (workspace, epoch) = start(&store).await;
    commit(&store, batch(workspace, epoch, Sequence::START)).await.expect("a commit");
    let holds_it = || {
        let files = fs::read_dir(data.path())
            .expect("the directory")
            .map(|entry| entry.expect("an entry").path());
        files.filter(|path| path.is_file()).any(|path| {
            let bytes = fs::read(path).expect("a file");
            bytes.windows(TEXT.len()).any(|window| window == TEXT.as_bytes())
        })
    };
    assert!(holds_it());
    store.erase_bodies(workspace, &[BodyId(1), BodyId(2), BodyId(3)]).await.expect("erased");
    assert!(!holds_it());
}

#[tokio::test]
async fn commits_that_gather_are_all_answered_in_order() {
    let data = directory();
    let store = SqliteStore::open(data.path()).expect("a store");
    let (workspace, epoch) = start(&store).await;
    let commits =
        (0..200).map(|number| commit(&store, batch(workspace, epoch, Sequence(number * 3))));
    let answers = join_all(commits).await;
    let expected: Vec<_> = (1..=200).map(|number| Ok(Sequence(number * 3))).collect();
    assert_eq!(answers, expected);
}

#[tokio::test]
async fn a_store_that_cannot_keep_up_says_overloaded() {
    let data = directory();
    let store = SqliteStore::open(data.path()).expect("a store");
    let (workspace, _) = start(&store).await;
    let disk = Connection::open(data.path().join("baton.db")).expect("the data base");
    disk.execute_batch("BEGIN IMMEDIATE").expect("nobody else can write meanwhile");

    let agent = AgentId(1);
    let mut waiting = Vec::new();
    let refused = loop {
        let mut write = Box::pin(store.put_setting(workspace, agent, "theme", "dark"));
        match write.as_mut().now_or_never() {
            None => waiting.push(write),
            Some(answer) => break answer,
        }
    };
    assert_eq!(refused, Err(StoreError::Overloaded));
    // One more than the queue holds: the committing thread has taken one already.
    assert!((COMMIT_QUEUE_MAX..=COMMIT_QUEUE_MAX + 1).contains(&waiting.len()));

    disk.execute_batch("ROLLBACK").expect("the disk is free");
    assert!(join_all(waiting).await.iter().all(Result::is_ok));
}
