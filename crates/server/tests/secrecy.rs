//! A visitor's socket never carries a staff-only byte (invariant I7): every byte it receives is kept and searched.

use client::Staff;
use futures_util::{SinkExt, StreamExt};
use protocol::{
    command::{
        Audience, Completion, Draft, Note, OnUnanswered, StaffCommand, StartTransfer, Target,
        TransferMode,
    },
    frame::VisitorServerFrame,
    ids::ConversationId,
    staff::Relation,
};
use serde_json::json;
use testkit::{Desk, DocumentBuilder, PATIENCE, Place, TestServer};
use tokio::{net::TcpStream, sync::watch, task::JoinHandle, time::timeout};
use tokio_tungstenite::tungstenite::Message;
use uuid::Uuid;

/// Stands in every text that only staff may read.
const MARK: &str = "‡staff‡";
/// Names only colleagues may see, and words that belong to the staff's side of the wire.
const STAFF_WORDS: &[&str] = &[
    MARK,
    "Staff ",
    "Queue ",
    "Team ",
    "another_desk",
    "solved",
    "declined",
    "priority",
    "excluded",
    "eligible",
    "handoff",
    "hnd_",
    "off_",
    "que_",
    "agt_",
    "tea_",
    "note",
    "relation",
    "tier",
];

/// A visitor's socket without a client in between: keeps everything it hears.
struct Tap {
    conversation: ConversationId,
    heard: watch::Receiver<Vec<String>>,
    reading: JoinHandle<()>,
}

impl Tap {
    async fn open(server: &TestServer, first: &str) -> Self {
        let visitor = server.as_visitor().await;
        let tcp = TcpStream::connect(server.address()).await.expect("a connection");
        let address = format!("ws://{}/api/v1/workspaces/test/visitor-socket", server.address());
        let (mut socket, _) =
            tokio_tungstenite::client_async(address, tcp).await.expect("a socket");
        let hello = json!({ "type": "hello", "token": visitor.token() });
        socket.send(Message::text(hello.to_string())).await.expect("sent");
        let open = json!({
            "type": "command", "id": Uuid::now_v7(),
            "command": { "type": "open_conversation", "message": { "text": first } },
        });
        socket.send(Message::text(open.to_string())).await.expect("sent");
        let (hear, heard) = watch::channel(Vec::new());
        let reading = tokio::spawn(async move {
            while let Some(Ok(message)) = socket.next().await {
                if let Message::Text(text) = message {
                    hear.send_modify(|heard| heard.push(text.to_string()));
                }
            }
        });
        let mut tap = Self { conversation: ConversationId(0), heard, reading };
        tap.conversation = tap
            .until(|frame| match frame {
                VisitorServerFrame::Reply {
                    answer: protocol::command::Answer::Opened { conversation, .. },
                    ..
                } => Some(*conversation),
                _ => None,
            })
            .await;
        tap
    }

    async fn until<T>(&mut self, find: impl Fn(&VisitorServerFrame) -> Option<T>) -> T {
        let frames = |heard: &[String]| {
            heard.iter().find_map(|text| {
                let frame =
                    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
                find(&frame)
            })
        };
        loop {
            if let Some(found) = frames(&self.heard.borrow_and_update()) {
                return found;
            }
            let heard = timeout(PATIENCE, self.heard.changed()).await;
            assert!(
                heard.is_ok_and(|changed| changed.is_ok()),
                "the visitor waits: {:#?}",
                self.heard.borrow()
            );
        }
    }

    /// Waits for a text, then ends and answers everything that was heard.
    async fn end_after(mut self, text: &str) -> Vec<String> {
        loop {
            if self.heard.borrow_and_update().iter().any(|heard| heard.contains(text)) {
                self.reading.abort();
                return self.heard.borrow().clone();
            }
            let heard = timeout(PATIENCE, self.heard.changed()).await;
            assert!(
                heard.is_ok_and(|changed| changed.is_ok()),
                "no `{text}` in {:#?}",
                self.heard.borrow()
            );
        }
    }
}

fn desks() -> String {
    DocumentBuilder::new()
        .team("front", 2, 4)
        .team("back", 2, 4)
        .queue(&Place {
            key: "first",
            tier: 1,
            team: "front",
            more: &["strategy: ordered", "wrap_up: { time: 0s }"],
        })
        .queue(&Place { key: "second", tier: 2, team: "back", more: &["strategy: ordered"] })
        .build()
}

fn note() -> Option<Note> {
    let part = |name: &str| format!("{name} {MARK}");
    Some(Note { text: part("text"), goal: part("goal"), tried: part("tried"), ask: part("ask") })
}

async fn say(
    agent: &mut Desk<Staff>,
    conversation: ConversationId,
    audience: Audience,
    text: &str,
) {
    let message = Draft { text: text.into(), files: Vec::new() };
    agent.done(StaffCommand::PostMessage { conversation, audience, message }).await;
}

fn transfer(conversation: ConversationId, target: Target, mode: TransferMode) -> StartTransfer {
    StartTransfer {
        conversation,
        target,
        mode,
        complete: None,
        on_unanswered: None,
        place: None,
        reason: Some("other_desk".into()),
        note: note(),
    }
}

/// Nothing of the staff's in what the visitor heard, and all of what was meant for them.
fn assert_clean(heard: &[String], meant: &[&str]) {
    let all = heard.join("\n");
    for word in STAFF_WORDS {
        let frame = heard.iter().find(|text| text.contains(word));
        assert!(frame.is_none(), "`{word}` in {frame:?}");
    }
    for text in meant {
        assert!(all.contains(text), "no `{text}` in\n{all}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_warm_hand_over_with_notes_tells_the_visitor_who_comes_and_goes_and_nothing_else() {
    let server = TestServer::start(&desks()).await;
    let (mut one, mut two) = (server.agent("front1").await, server.agent("back1").await);
    let visitor = Tap::open(&server, "my question").await;
    let conversation = visitor.conversation;
    one.accept(conversation).await;
    say(&mut one, conversation, Audience::Staff, MARK).await;
    say(&mut one, conversation, Audience::Everybody, "one moment please").await;
    one.done(StaffCommand::SetPriority { conversation, priority: 8 }).await;
    let target = Target::Agent(server.agent_id("back1"));

    // Declined, cancelled, handed back, and then through.
    one.done(StaffCommand::StartTransfer(transfer(conversation, target, TransferMode::Warm))).await;
    let offer = two.offer_of(conversation).await;
    two.done(StaffCommand::DeclineOffer { offer }).await;
    one.until("its end", |desk| desk.conversation(conversation)?.transfer.is_none().then_some(()))
        .await;
    one.done(StaffCommand::StartTransfer(transfer(conversation, target, TransferMode::Warm))).await;
    two.offer_of(conversation).await;
    one.done(StaffCommand::CancelTransfer { conversation }).await;
    two.until("it withdrawn", |desk| desk.offers().next().is_none().then_some(())).await;
    for hands_back in [true, false] {
        one.done(StaffCommand::StartTransfer(transfer(conversation, target, TransferMode::Warm)))
            .await;
        two.accept(conversation).await;
        two.until_relation(conversation, Relation::Receiver).await;
        say(&mut two, conversation, Audience::Staff, MARK).await;
        if hands_back {
            two.done(StaffCommand::HandBack { conversation }).await;
            one.until("its end", |desk| {
                desk.conversation(conversation)?.transfer.is_none().then_some(())
            })
            .await;
        } else {
            two.done(StaffCommand::CompleteTransfer { conversation }).await;
        }
    }
    two.until_relation(conversation, Relation::Owner).await;
    two.done(StaffCommand::Park { conversation }).await;
    two.done(StaffCommand::Wake { conversation }).await;
    say(&mut two, conversation, Audience::Everybody, "all is well").await;
    two.done(StaffCommand::Close { conversation }).await;
    two.done(StaffCommand::EndWrapUp {
        conversation,
        disposition: Some("solved".into()),
        note: Some(MARK.into()),
    })
    .await;
    let heard = visitor.end_after("\"closed\"").await;
    assert_clean(&heard, &["Public front1", "Public back1", "one moment please", "all is well"]);
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_cold_hand_over_declined_returned_and_recalled_tells_the_visitor_no_more_than_that() {
    let server = TestServer::start(&desks()).await;
    let (mut one, mut two) = (server.agent("front1").await, server.agent("back1").await);
    let visitor = Tap::open(&server, "my question").await;
    let conversation = visitor.conversation;
    one.accept(conversation).await;
    let to_agent = |place| StartTransfer {
        on_unanswered: Some(OnUnanswered::Return),
        place,
        ..transfer(conversation, Target::Agent(server.agent_id("back1")), TransferMode::Cold)
    };
    one.done(StaffCommand::StartTransfer(to_agent(Some(server.queue_id("second"))))).await;
    let offer = two.offer_of(conversation).await;
    two.done(StaffCommand::DeclineOffer { offer }).await;
    one.until_relation(conversation, Relation::Owner).await;

    // Whoever declined is not asked again so soon; a colleague is.
    let mut two = server.agent("back2").await;
    let to_queue =
        transfer(conversation, Target::Queue(server.queue_id("second")), TransferMode::Cold);
    one.done(StaffCommand::StartTransfer(to_queue.clone())).await;
    two.offer_of(conversation).await;
    one.done(StaffCommand::RecallTransfer { conversation }).await;
    two.until("it withdrawn", |desk| desk.offers().next().is_none().then_some(())).await;
    one.until_relation(conversation, Relation::Owner).await;
    one.done(StaffCommand::StartTransfer(to_queue)).await;
    two.accept(conversation).await;
    two.until_relation(conversation, Relation::Owner).await;
    say(&mut two, conversation, Audience::Staff, MARK).await;

    let warm = StartTransfer {
        complete: Some(Completion::OnAccept),
        ..transfer(conversation, Target::Agent(server.agent_id("front1")), TransferMode::Warm)
    };
    two.done(StaffCommand::StartTransfer(warm)).await;
    one.accept(conversation).await;
    one.until_relation(conversation, Relation::Owner).await;
    two.until_relation(conversation, Relation::Guest).await;
    say(&mut two, conversation, Audience::Staff, MARK).await;
    two.done(StaffCommand::Leave { conversation, next: None }).await;
    say(&mut one, conversation, Audience::Everybody, "here I am again").await;
    let heard = visitor.end_after("here I am again").await;
    assert_clean(&heard, &["Public front1", "Public back2"]);
    server.stop().await;
}
