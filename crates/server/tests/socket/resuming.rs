//! Coming back: what was missed comes once, in order, whatever happened in between.

use std::time::Duration;

use client::Visitor;
use protocol::{
    command::{Audience, Draft, StaffCommand},
    frame::{GoodbyeCode, ServerFrame},
    visitor::Content,
};
use serde_json::json;
use testkit::{Desk, TestServer};

use super::{Frame, Raw, desk};

fn post(conversation: protocol::ids::ConversationId, text: String) -> StaffCommand {
    let message = Draft { text, files: Vec::new() };
    StaffCommand::PostMessage { conversation, audience: Audience::Everybody, message }
}

fn texts(desk: &Desk<Visitor>) -> Vec<String> {
    let text = |line: &protocol::visitor::Line| match &line.content {
        Content::Message(message) => Some(message.text.clone()),
        Content::Notice(_) => None,
    };
    desk.lines.iter().filter_map(text).collect()
}

#[tokio::test]
async fn lines_said_while_a_visitor_was_away_come_once_and_in_order() {
    let server = TestServer::start(&desk()).await;
    let mut agent = server.agent("front1").await;
    let mut visitor = server.visitor().await;
    let conversation = visitor.ask(None, "zero").await;
    agent.accept(conversation).await;
    visitor.until("being helped", |desk| desk.conversation(conversation)?.agent.clone()).await;
    for away in 0..3 {
        visitor.cut();
        for number in 1..=3 {
            agent.done(post(conversation, format!("{away}-{number}"))).await;
        }
        let last = format!("{away}-3");
        visitor.until("the last line", |desk| texts(desk).contains(&last).then_some(())).await;
    }
    let expected = ["zero", "0-1", "0-2", "0-3", "1-1", "1-2", "1-3", "2-1", "2-2", "2-3"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(texts(&visitor), expected);
    server.stop().await;
}

#[tokio::test]
async fn an_agent_who_comes_back_sees_what_is_gone_and_what_is_there() {
    let server = TestServer::start(&desk()).await;
    let mut agent = server.agent("front1").await;
    let mut visitor = server.visitor().await;
    let mut other = server.visitor().await;
    let first = visitor.ask(None, "first").await;
    agent.offer_of(first).await;
    agent.cut();
    visitor.done(protocol::command::VisitorCommand::Close { conversation: first }).await;
    let second = other.ask(None, "second").await;
    agent.offer_of(second).await;
    assert_eq!(agent.offers().count(), 1, "the offer of what was closed is gone");
    assert!(agent.conversation(first).is_none());
    server.stop().await;
}

#[tokio::test]
async fn a_visitor_who_comes_back_hears_nothing_of_what_happened_to_others() {
    let server = TestServer::start(&desk()).await;
    let mut agent = server.agent("front1").await;
    let visitor = server.as_visitor().await;
    let mut socket = Raw::open(&server, "visitor-socket").await;
    socket.say(json!({ "type": "hello", "token": visitor.token() })).await;
    let ServerFrame::Snapshot { sequence, .. } = socket.hear().await else { panic!("a snapshot") };
    let mut other = server.visitor().await;
    let conversation = other.ask(None, "not for everybody").await;
    agent.accept(conversation).await;
    agent.done(StaffCommand::Close { conversation }).await;
    let mut again = Raw::open(&server, "visitor-socket").await;
    let resume = json!({ "sequence": sequence });
    again.say(json!({ "type": "hello", "token": visitor.token(), "resume": resume })).await;
    let ServerFrame::Frame { after, lines, changes, .. } = again.hear().await else {
        panic!("what was missed")
    };
    assert_eq!((after, lines.len(), changes.len()), (sequence, 0, 0), "{lines:?} {changes:?}");
    server.stop().await;
}

#[tokio::test]
async fn whoever_is_too_far_behind_starts_over_from_a_snapshot() {
    let server = TestServer::start(&desk()).await;
    let visitor = server.as_visitor().await;
    for sequence in [9_999, u64::MAX] {
        let mut socket = Raw::open(&server, "visitor-socket").await;
        let resume = json!({ "sequence": sequence });
        socket.say(json!({ "type": "hello", "token": visitor.token(), "resume": resume })).await;
        assert!(matches!(socket.hear().await, ServerFrame::Snapshot { .. }));
    }
    server.stop().await;
}

/// Numbered lines as they were told, held to come without a gap.
#[derive(Default)]
struct Told {
    at: u64,
    numbers: Vec<usize>,
}

impl Told {
    fn take(&mut self, frame: Frame) {
        match frame {
            ServerFrame::Snapshot { sequence, .. } => self.at = sequence,
            ServerFrame::Frame { sequence, after, lines, .. } => {
                assert_eq!(after, self.at, "no gap");
                self.at = sequence;
                let texts = lines.iter().filter_map(|line| line["text"].as_str());
                self.numbers
                    .extend(texts.filter_map(|text| text.split(' ').next()?.parse::<usize>().ok()));
            }
            ServerFrame::Reply { .. } | ServerFrame::Heartbeat {} => {}
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_reader_who_takes_nothing_is_cut_off_and_misses_nothing_once_back() {
    let impatient =
        |options: &mut server::ServerOptions| options.timing.write = Duration::from_millis(50);
    let server = TestServer::start_with(&desk(), impatient).await;
    let mut agent = server.agent("front1").await;
    let visitor = server.as_visitor().await;
    let mut socket = Raw::open_narrow(&server, "visitor-socket").await;
    socket.say(json!({ "type": "hello", "token": visitor.token() })).await;
    let open = json!({ "type": "open_conversation" });
    socket.say(json!({ "type": "command", "id": uuid::Uuid::now_v7(), "command": open })).await;
    let conversation =
        agent.until("an offer", |desk| desk.offers().next().map(|offer| offer.conversation)).await;
    agent.accept(conversation).await;
    // More than the system's buffers and the server's queue hold together.
    let said = 1_200;
    for number in 0..said {
        agent.done(post(conversation, format!("{number} {}", "x".repeat(7_900)))).await;
    }
    let mut told = Told::default();
    // What it reads now was written before it was cut off; the goodbye may not have fitted any more.
    let code = loop {
        match tokio::time::timeout(testkit::PATIENCE, futures_util::StreamExt::next(&mut socket.0))
            .await
        {
            Ok(Some(Ok(tokio_tungstenite::tungstenite::Message::Text(text)))) => {
                match serde_json::from_str(&text).expect("a frame") {
                    ServerFrame::Goodbye { code, .. } => break Some(code),
                    frame => told.take(frame),
                }
            }
            Ok(Some(Ok(_))) => {}
            Ok(Some(Err(_)) | None) => break None,
            Err(_) => panic!("neither cut off nor told anything"),
        }
    };
    assert!(matches!(code, None | Some(GoodbyeCode::SlowReader)), "{code:?}");
    assert!(told.numbers.len() < said, "it was cut off");
    let mut again = Raw::open(&server, "visitor-socket").await;
    let resume = json!({ "sequence": told.at });
    again.say(json!({ "type": "hello", "token": visitor.token(), "resume": resume })).await;
    while told.numbers.len() < said {
        told.take(again.hear().await);
    }
    assert_eq!(told.numbers, (0..said).collect::<Vec<_>>());
    server.stop().await;
}

#[tokio::test]
async fn a_server_that_stops_says_goodbye_and_comes_back_with_everything() {
    let server = TestServer::start(&desk()).await;
    let mut agent = server.agent("front1").await;
    let mut visitor = server.visitor().await;
    let conversation = visitor.ask(None, "before").await;
    agent.accept(conversation).await;
    let token = visitor.api().token().expect("a token").to_owned();
    let mut socket = Raw::open(&server, "visitor-socket").await;
    socket.say(json!({ "type": "hello", "token": token })).await;
    assert!(matches!(socket.hear().await, ServerFrame::Snapshot { .. }));
    let (server, goodbye) = tokio::join!(server.restart(), socket.goodbye());
    assert_eq!(goodbye, (GoodbyeCode::ServerStopping, None));
    let back: Desk<Visitor> = Desk::open(server.anybody().with_token(&token)).await;
    assert_eq!(
        back.conversation(conversation).and_then(|found| found.agent.as_deref()),
        Some("Public front1")
    );
    server.stop().await;
}
