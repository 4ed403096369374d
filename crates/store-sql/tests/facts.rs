//! The tables of facts are those that `store` names, and come and go with the batches they belong to.

use domain::ids::{ConversationId, Timestamp};
use store::{
    Batch, FactsOfBatch, Lease, Sequence, Store, WorkspaceId,
    facts::{Answered, FactChange, Facts, FactsPosition, Row, Statement, TABLES, Tag, Value},
};
use store_sql::SqliteStore;

#[tokio::test]
async fn every_table_has_the_columns_that_rows_have() {
    let (_directory, store, workspace) = opened().await;
    for table in TABLES {
        let values = table.columns.iter().enumerate().map(|(at, _)| Value::from(at));
        let row = Row { table, values: values.collect() };
        store.put_facts(workspace, vec![FactChange::Put(row)]).await.expect(table.name);
        assert_eq!(store.fact_rows(workspace, table).await.expect(table.name).len(), 1);
        let columns = format!("SELECT * FROM {}", table.name);
        let asked = Statement { sql: columns, parameters: vec![] };
        let answers = store.ask_facts(workspace, vec![asked]).await.expect("an answer");
        let expected: Vec<_> = ["workspace"].iter().chain(table.columns).copied().collect();
        assert_eq!(answers[0].columns, expected);
    }
}

#[tokio::test]
async fn facts_are_there_with_the_batch_or_not_at_all() {
    let (_directory, store, workspace) = opened().await;
    let epoch = store.take(workspace).await.expect("a lease");
    let batch = |after| {
        let mut batch = Batch::new(workspace, epoch, after);
        let event = domain::event::Event::ServerStarted;
        batch.add(Timestamp(1), domain::command::Actor::System, None, [&event], vec![]);
        batch.add_facts(vec![tag(7, "vip")], position(after.0 + 1));
        batch
    };
    let refused = store.commit(vec![batch(Sequence(5))]).await;
    assert!(refused[0].is_err());
    assert_eq!(store.facts_position(workspace).await, Ok(None));
    let kept = store.commit(vec![batch(Sequence(0))]).await;
    assert_eq!(kept, [Ok(Sequence(1))]);
    assert_eq!(store.facts_position(workspace).await, Ok(Some(position(1))));
    let FactsOfBatch { changes, .. } = batch(Sequence(0)).facts().expect("facts").clone();
    assert_eq!(changes, [tag(7, "vip")]);
    assert_eq!(tags(&store, workspace).await, ["7 vip"]);
}

#[tokio::test]
async fn what_is_forgotten_of_one_conversation_leaves_the_others() {
    let (_directory, store, workspace) = opened().await;
    let changes =
        vec![tag(7, "vip"), tag(8, "vip"), FactChange::Forget(ConversationId(7)), tag(7, "late")];
    store.put_facts(workspace, changes).await.expect("facts");
    assert_eq!(tags(&store, workspace).await, ["7 late", "8 vip"]);
}

#[tokio::test]
async fn the_facts_of_one_workspace_are_cleared_with_or_without_others_beside_them() {
    let (_directory, store, workspace) = opened().await;
    let other = store.ensure_workspace("other", Timestamp(1)).await.expect("a workspace");
    for of in [workspace, other] {
        store.put_facts(of, vec![tag(7, "vip")]).await.expect("facts");
    }
    store.clear_facts(workspace).await.expect("no facts");
    assert_eq!(tags(&store, workspace).await, [""; 0]);
    assert_eq!(tags(&store, other).await, ["7 vip"]);
    store.clear_facts(other).await.expect("no facts");
    assert_eq!(tags(&store, other).await, [""; 0]);
}

fn tag(conversation: u64, tag: &str) -> FactChange {
    FactChange::Put(Tag { conversation, tag: tag.to_owned() }.row())
}

fn position(sequence: u64) -> FactsPosition {
    FactsPosition { sequence: Sequence(sequence), format: 1, zone: "UTC".to_owned() }
}

async fn tags(store: &SqliteStore, workspace: WorkspaceId) -> Vec<String> {
    let sql = "SELECT conversation || ' ' || tag FROM fact_tag
        WHERE workspace = :workspace AND tag <> :other ORDER BY 1";
    let parameters = vec![("other", Value::from("other")), ("unused", Value::Null)];
    let asked = Statement { sql: sql.to_owned(), parameters };
    let answers = store.ask_facts(workspace, vec![asked]).await.expect("an answer");
    let rows = answers[0].rows.iter().map(|row| match row.as_slice() {
        [Answered::Text(text)] => text.clone(),
        other => panic!("{other:?}"),
    });
    rows.collect()
}

async fn opened() -> (tempfile::TempDir, SqliteStore, WorkspaceId) {
    let directory = tempfile::tempdir().expect("a directory");
    let store = SqliteStore::open(directory.path()).expect("a store");
    let workspace = store.ensure_workspace("north", Timestamp(1)).await.expect("a workspace");
    (directory, store, workspace)
}
