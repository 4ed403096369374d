//! What the store could not write has not happened; what follows from it is made good.
//!
//! The store fails by a trigger in its data base, set from outside while the server runs.

use std::time::Duration;

use client::{Connection, Incoming, Patience, Staff};
use protocol::visitor::{Content, NoticeCode};
use rusqlite::Connection as Database;
use testkit::{DocumentBuilder, PATIENCE, Place, TestServer};

/// Keeps one kind of record from being written.
const REFUSE: &str = "CREATE TRIGGER refuse BEFORE INSERT ON records
    WHEN NEW.kind = 'agent.connection_lost' BEGIN SELECT RAISE(ABORT, 'refused'); END";

#[tokio::test]
async fn somebody_whose_loss_could_not_be_written_is_lost_all_the_same() {
    let document = DocumentBuilder::new()
        .setting("agent_grace: 1s")
        .team("front", 2, 1)
        .queue(&Place { key: "front", tier: 1, team: "front", more: &[] })
        .build();
    let soon = |options: &mut server::ServerOptions| {
        options.timing.absence = Duration::from_millis(50);
    };
    let server = TestServer::start_with(&document, soon).await;
    let mut agent = server.agent("front1").await;
    let mut visitor = server.visitor().await;
    let conversation = visitor.ask(None, "hello").await;
    agent.accept(conversation).await;
    visitor.until("being helped", |desk| desk.conversation(conversation)?.agent.clone()).await;

    let other = server.as_agent("front2").await;
    let mut watching = Connection::<Staff>::new(other, Patience(PATIENCE));
    until_snapshot(&mut watching).await;
    let database = Database::open(server.directory().join("baton.db")).expect("the data base");
    database.execute_batch(REFUSE).expect("a trigger");
    drop(agent);
    // The desk was loaded again: everybody is shown it from the start.
    until_snapshot(&mut watching).await;
    database.execute_batch("DROP TRIGGER refuse").expect("no trigger");

    let lost = |line: &protocol::visitor::Line| match &line.content {
        Content::Notice(notice) => notice.code == NoticeCode::AgentLost,
        Content::Message(_) => false,
    };
    visitor
        .until("being told that the agent is lost", |desk| {
            desk.lines.iter().any(lost).then_some(())
        })
        .await;
    server.stop().await;
}

async fn until_snapshot(connection: &mut Connection<Staff>) {
    let snapshot =
        async { while !matches!(connection.next().await, Ok(Incoming::Snapshot { .. })) {} };
    tokio::time::timeout(PATIENCE, snapshot).await.expect("a snapshot");
}
