//! The file of the search index: it is a cache, and an erased word leaves it.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use domain::{
    command::{Actor, Audience, Body},
    config::Place,
    event::Event,
    ids::{AgentId, BodyId, ConversationId, MessageId, QueueId, Timestamp, VisitorId},
    reach::Reach,
};
use rusqlite::Connection;
use store::{
    Batch, Lease, Search, Sequence, Store, WorkspaceId,
    search::{Page, Query, Text},
};
use store_sql::SqliteStore;
use tempfile::TempDir;

/// As no other word begins, so that all of it but its first letter stands in the index as it is written.
const WORD: &str = "xylophonist";
const AT: Timestamp = Timestamp(1_700_000_000_000);

/// A store with one message, indexed.
async fn indexed(data: &TempDir) -> (SqliteStore, WorkspaceId) {
    let store = SqliteStore::open(data.path()).expect("a store");
    let workspace = store.ensure_workspace("acme", AT).await.expect("a workspace");
    if store.head(workspace).await == Ok(Sequence::START) {
        let epoch = store.take(workspace).await.expect("a lease");
        let conversation = ConversationId(1);
        let opened = Event::ConversationOpened {
            conversation,
            visitor: VisitorId(1),
            previous: None,
            place: Place { queue: QueueId(1), stage: None },
            pipeline: None,
            language: None,
            needs: BTreeMap::new(),
            attributes: None,
            answers: None,
        };
        let posted = Event::MessagePosted {
            conversation,
            message: MessageId(1),
            author: Actor::Visitor(VisitorId(1)),
            audience: Audience::Everybody,
            body: BodyId(1),
            chars: 0,
            files: vec![],
            whispered_to: None,
        };
        let body = (BodyId(1), Body::Text(format!("the {WORD} plays")));
        let mut batch = Batch::new(workspace, epoch, Sequence::START);
        batch.add(AT, Actor::System, None, &[opened, posted], vec![body]);
        store.commit(vec![batch]).await.remove(0).expect("a commit");
    }
    store.catch_up(workspace).await.expect("an index");
    (store, workspace)
}

async fn found(store: &SqliteStore, workspace: WorkspaceId) -> Result<usize, store::StoreError> {
    let reach = Reach {
        agent: AgentId(1),
        everything: true,
        words: true,
        histories: true,
        queues: BTreeSet::new(),
        present: BTreeSet::new(),
        supervised: BTreeSet::new(),
        visitors: BTreeMap::new(),
    };
    let query = Query { text: Text::parse(WORD), ..Query::all(reach, 10) };
    store.find(workspace, query).await.map(|Page { hits, .. }| hits.len())
}

#[tokio::test]
async fn an_index_that_is_missing_damaged_or_of_another_format_is_made_anew() {
    let data = TempDir::new().expect("a directory");
    let path = data.path().join("search.db");
    drop(indexed(&data).await);
    let harms: [&dyn Fn(); 4] = [
        &|| fs::remove_file(&path).expect("removed"),
        &|| {
            fs::write(&path, "no data base at all, but long enough to be taken for one")
                .expect("written")
        },
        &|| {
            let mut bytes = fs::read(&path).expect("bytes");
            bytes.iter_mut().skip(4_096).for_each(|byte| *byte = 0xa5);
            fs::write(&path, bytes).expect("written");
        },
        &|| {
            let index = Connection::open(&path).expect("the index");
            index.pragma_update(None, "user_version", 999).expect("another format");
        },
    ];
    for harm in harms {
        harm();
        let (store, workspace) = indexed(&data).await;
        assert_eq!(found(&store, workspace).await, Ok(1));
    }
}

#[tokio::test]
async fn an_index_that_is_damaged_while_it_is_used_is_made_anew_and_searched_again() {
    let data = TempDir::new().expect("a directory");
    let (store, workspace) = indexed(&data).await;
    assert_eq!(found(&store, workspace).await, Ok(1));
    let index = Connection::open(data.path().join("search.db")).expect("the index");
    index.execute_batch("DROP TABLE conversations").expect("damaged");
    drop(index);
    found(&store, workspace).await.expect_err("damage is noticed");
    assert_eq!(store.catch_up(workspace).await, Ok(Sequence(2)), "from the start");
    assert_eq!(found(&store, workspace).await, Ok(1));
}

#[tokio::test]
async fn an_erased_word_is_on_no_page_of_the_index() {
    let data = TempDir::new().expect("a directory");
    let (store, workspace) = indexed(&data).await;
    let holds_it = || {
        let tail = &WORD.as_bytes()[1..];
        ["search.db", "search.db-wal"].iter().any(|name| {
            let bytes = fs::read(data.path().join(name)).unwrap_or_default();
            bytes.windows(tail.len()).any(|window| window == tail)
        })
    };
    assert!(holds_it());
    store.erase_bodies(workspace, &[BodyId(1)]).await.expect("erased");
    assert!(!holds_it());
    assert_eq!(found(&store, workspace).await, Ok(0));
}

#[tokio::test]
async fn a_store_opened_for_reading_has_no_search() {
    let data = TempDir::new().expect("a directory");
    let (_store, workspace) = indexed(&data).await;
    let beside = SqliteStore::open_read_only(data.path()).expect("a reader");
    found(&beside, workspace).await.expect_err("nothing keeps its index up to date");
}
