//! The board over a socket: a snapshot, then what changes, gathered; to each scope what is theirs.

use std::collections::BTreeMap;

use client::{ClientError, Staff};
use protocol::{
    command::{AssistMode, OpenConversation, Room, StaffCommand, VisitorCommand},
    frame::ObjectKey,
    ids::ConversationId,
    problem::Code,
    staff::{self, BoardAlertKind, BoardRisk, ConversationStatus},
};
use testkit::{Desk, DocumentBuilder, Place, TestServer};

/// Two departments, each with a supervisor, an admin and an analyst.
fn document() -> String {
    DocumentBuilder::new()
        .team("front", 2, 4)
        .team("back", 2, 4)
        .queue(&Place { key: "first", tier: 1, team: "front", more: &[] })
        .queue(&Place {
            key: "second",
            tier: 2,
            team: "back",
            more: &["alerts: { waiting: 2, longest_wait: 0s }"],
        })
        .person("ida", "[agent], supervisor_of: [front]")
        .person("bob", "[agent], supervisor_of: [back]")
        .person("ann", "[analyst]")
        .build()
}

fn row(desk: &Desk<Staff>, id: ConversationId) -> Option<&staff::BoardConversation> {
    match desk.board.get(&ObjectKey::BoardConversation { id })? {
        staff::Object::BoardConversation(conversation) => Some(conversation),
        other => panic!("{other:?} under the key of a conversation"),
    }
}

fn queue<'a>(desk: &'a Desk<Staff>, name: &str) -> Option<&'a staff::BoardQueue> {
    desk.board.values().find_map(|object| match object {
        staff::Object::BoardQueue(queue) if queue.queue.name == name => Some(queue),
        _ => None,
    })
}

fn alerts(desk: &Desk<Staff>) -> Vec<BoardAlertKind> {
    let kinds = desk.board.values().filter_map(|object| match object {
        staff::Object::BoardAlert(alert) => Some(alert.kind),
        _ => None,
    });
    kinds.collect()
}

async fn looking(server: &TestServer, key: &str) -> Desk<Staff> {
    let mut desk = Desk::open(server.as_agent(key).await).await;
    desk.open_board().await;
    desk
}

#[tokio::test]
async fn who_waits_and_who_is_helped_stands_on_the_board_without_asking_again() {
    let server = TestServer::start(&document()).await;
    let mut ida = looking(&server, "ida").await;
    assert_eq!(alerts(&ida), []);
    let mut visitor = server.visitor().await;
    let conversation = visitor.ask(None, "It does not work").await;
    ida.until("a waiting conversation", |desk| {
        let waits = row(desk, conversation)?.status == ConversationStatus::Waiting;
        (waits && queue(desk, "Queue first")?.waiting == 1).then_some(())
    })
    .await;
    assert_eq!(alerts(&ida), [BoardAlertKind::NobodyOnline]);
    let mut agent = server.agent("front1").await;
    agent.accept(conversation).await;
    ida.until("a conversation with its agent", |desk| {
        let found = row(desk, conversation)?.owner.as_ref()?.name == "Staff front1";
        let counted = queue(desk, "Queue first").filter(|queue| queue.in_service == 1)?;
        let key = ObjectKey::BoardAgent { id: server.agent_id("front1") };
        let Some(staff::Object::BoardAgent(agent)) = desk.board.get(&key) else { return None };
        let theirs = agent.conversations == [conversation] && agent.load == 1;
        (found && theirs && counted.waiting == 0 && counted.answers.in_time == 1).then_some(())
    })
    .await;
    assert_eq!(alerts(&ida), []);
    agent.done(StaffCommand::RaiseHand { conversation, note: "Please look".into() }).await;
    ida.until("a raised hand", |desk| {
        row(desk, conversation)?.risks.contains(&BoardRisk::Hand).then_some(())
    })
    .await;
    visitor.done(VisitorCommand::Close { conversation }).await;
    ida.until("an empty board", |desk| row(desk, conversation).is_none().then_some(())).await;
}

#[tokio::test]
async fn a_supervisor_sees_the_board_of_their_teams_and_no_other() {
    let server = TestServer::start(&document()).await;
    let mut visitor = server.visitor().await;
    let conversation = visitor.ask(Some("second"), "It does not work").await;
    let (mut ida, bob) = (looking(&server, "ida").await, looking(&server, "bob").await);
    assert!(row(&bob, conversation).is_some() && queue(&bob, "Queue second").is_some());
    assert!(row(&ida, conversation).is_none() && queue(&ida, "Queue second").is_none());
    let back = ObjectKey::BoardAgent { id: server.agent_id("back1") };
    assert!(bob.board.contains_key(&back) && !ida.board.contains_key(&back));
    // It comes to somebody of hers, and leaves with them.
    server.agent("front1").await;
    let assign = StaffCommand::Assign {
        conversation,
        agent: server.agent_id("front1"),
        room: Room::Overridden,
    };
    Desk::<Staff>::open(server.as_agent("root").await).await.done(assign).await;
    ida.until("a conversation of her agent", |desk| row(desk, conversation).map(|_| ())).await;
    let requeue = StaffCommand::Requeue { conversation };
    Desk::<Staff>::open(server.as_agent("root").await).await.done(requeue).await;
    ida.until("no conversation", |desk| row(desk, conversation).is_none().then_some(())).await;
}

#[tokio::test]
async fn an_analyst_sees_figures_and_not_who_the_visitors_are() {
    let server = TestServer::start(&document()).await;
    let mut visitor = server.visitor().await;
    let attributes = BTreeMap::from([("name".to_owned(), "Mia Berger".to_owned())]);
    let opening = OpenConversation { attributes, ..OpenConversation::default() };
    visitor.done(VisitorCommand::OpenConversation(opening)).await;
    let name = |desk: &Desk<Staff>| {
        desk.board.values().find_map(|object| match object {
            staff::Object::BoardConversation(found) => Some(found.visitor.name.clone()),
            _ => None,
        })
    };
    let (ann, root) = (looking(&server, "ann").await, looking(&server, "root").await);
    assert_eq!(name(&root), Some(Some("Mia Berger".to_owned())));
    assert_eq!(name(&ann), Some(None));
    assert!(queue(&ann, "Queue first").is_some_and(|queue| queue.waiting == 1));
}

#[tokio::test]
async fn an_agent_has_no_board() {
    let server = TestServer::start(&document()).await;
    let mut agent = server.agent("front1").await;
    agent.ask_for_board().await;
    let ClientError::Ended { problem, .. } = agent.ended().await else { panic!("ended otherwise") };
    assert_eq!(problem.map(|problem| problem.code), Some(Code::NotAllowed));
}

#[tokio::test]
async fn what_was_told_of_changes_is_what_a_board_opened_afterwards_shows() {
    let server = TestServer::start(&document()).await;
    let mut ida = looking(&server, "ida").await;
    let mut agent = server.agent("front1").await;
    let mut last = None;
    for text in ["one", "two", "three"] {
        let mut visitor = server.visitor().await;
        let conversation = visitor.ask(None, text).await;
        agent.accept(conversation).await;
        last = Some(conversation);
    }
    let conversation = last.expect("three were opened");
    ida.done(StaffCommand::Assist { conversation, mode: AssistMode::Observe, confirmed: false })
        .await;
    ida.until("her own eye on it", |desk| {
        (!row(desk, conversation)?.supervisors.is_empty()).then_some(())
    })
    .await;
    // Whoever waited for this has been told of everything before.
    let fresh = looking(&server, "ida").await;
    ida.until("the same board", |desk| (desk.board == fresh.board).then_some(())).await;
}

#[tokio::test]
async fn a_new_document_begins_the_board_anew_with_its_limits() {
    let server = TestServer::start(&document()).await;
    let mut bob = looking(&server, "bob").await;
    server.agent("back1").await;
    for text in ["one", "two"] {
        server.visitor().await.ask(Some("second"), text).await;
    }
    let text = document().replace("waiting: 2", "waiting: 9");
    let admin = server.admin();
    let address = format!("{}/api/v1/workspaces/{}/document", admin.server(), admin.workspace());
    let put = reqwest::Client::new().put(address).bearer_auth(admin.token().expect("a token"));
    let put = put.json(&serde_json::json!({ "yaml": text })).send().await.expect("an answer");
    assert!(put.status().is_success(), "{put:?}");
    bob.until("a board without alerts", |desk| {
        (desk.board.len() > 2 && !alerts(desk).contains(&BoardAlertKind::Waiting)).then_some(())
    })
    .await;
}
