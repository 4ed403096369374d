//! Frames of clients: what cannot be read, what cannot be done, and silence.

use std::time::Duration;

use protocol::frame::{GoodbyeCode, ServerFrame};
use serde_json::json;
use testkit::TestServer;
use uuid::Uuid;

use super::{Frame, Raw, desk};

async fn visitor(server: &TestServer) -> Raw {
    let visitor = server.as_visitor().await;
    let mut socket = Raw::open(server, "visitor-socket").await;
    socket.say(json!({ "type": "hello", "token": visitor.token() })).await;
    assert!(matches!(socket.hear().await, ServerFrame::Snapshot { .. }));
    socket
}

#[tokio::test]
async fn a_frame_that_cannot_be_read_ends_the_socket_with_the_reason() {
    let server = TestServer::start(&desk()).await;
    let close = json!({ "type": "close", "conversation": "cnv_1", "loudly": true });
    for (frame, expected) in [
        ("{".to_owned(), "bad_frame"),
        (json!({ "type": "watch", "conversations": [] }).to_string(), "bad_frame"),
        (
            json!({ "type": "command", "id": Uuid::now_v7(), "command": close }).to_string(),
            "bad_frame",
        ),
        (json!({ "type": "hello" }).to_string(), "bad_frame"),
        ("x".repeat(200_000), "body_too_large"),
    ] {
        let mut socket = visitor(&server).await;
        socket.say_text(frame.clone()).await;
        assert_eq!(
            socket.goodbye().await,
            (GoodbyeCode::BadFrame, Some(expected)),
            "{}",
            &frame[..frame.len().min(80)]
        );
    }
    server.stop().await;
}

#[tokio::test]
async fn a_command_that_cannot_be_done_is_refused_and_the_socket_stays() {
    let server = TestServer::start(&desk()).await;
    let mut socket = visitor(&server).await;
    let uuid_of_another_version = Uuid::from_u128(0x3d81_3cbb_47fb_42ba_91df_831e_1593_ac29);
    for (id, command, expected) in [
        (
            Uuid::now_v7(),
            json!({ "type": "close", "conversation": "cnv_77" }),
            "unknown_conversation",
        ),
        (Uuid::now_v7(), json!({ "type": "open_conversation", "queue": "attic" }), "unknown_queue"),
        (uuid_of_another_version, json!({ "type": "open_conversation" }), "bad_id"),
    ] {
        socket.say(json!({ "type": "command", "id": id, "command": command })).await;
        let ServerFrame::Refused { id: refused, problem } = socket.hear().await else {
            panic!("refused")
        };
        assert_eq!((refused, problem.code.as_str()), (id, expected));
    }
    server.stop().await;
}

#[tokio::test]
async fn a_command_is_answered_and_its_frame_follows_the_snapshot_without_a_gap() {
    let server = TestServer::start(&desk()).await;
    let visitor = server.as_visitor().await;
    let mut socket = Raw::open(&server, "visitor-socket").await;
    socket.say(json!({ "type": "hello", "token": visitor.token() })).await;
    let ServerFrame::Snapshot { sequence: mut at, .. } = socket.hear().await else {
        panic!("a snapshot")
    };
    let id = Uuid::now_v7();
    let open = json!({ "type": "open_conversation", "message": { "text": "Hello" } });
    socket.say(json!({ "type": "command", "id": id, "command": open })).await;
    let (mut answered, mut lines) = (None, Vec::new());
    while answered.is_none() || lines.is_empty() {
        match socket.hear().await {
            ServerFrame::Reply { id: replied, sequence, .. } => {
                answered = Some((replied, sequence))
            }
            Frame::Frame { sequence, after, lines: told, .. } => {
                assert_eq!(after, at, "no gap");
                at = sequence;
                lines.extend(told);
            }
            other => panic!("{other:?}"),
        }
    }
    let (replied, sequence) = answered.expect("answered");
    assert_eq!(replied, id);
    assert!(sequence <= at, "the frame shows what was answered");
    assert!(
        lines.iter().any(|line| line["text"] == "Hello" && line["author"]["type"] == "you"),
        "{lines:?}"
    );
    server.stop().await;
}

#[tokio::test]
async fn whoever_does_not_answer_heartbeats_is_gone() {
    let quick = |options: &mut server::ServerOptions| {
        options.timing.heartbeat = Duration::from_millis(20);
        options.timing.silence = Duration::from_millis(60);
    };
    let server = TestServer::start_with(&desk(), quick).await;
    let mut socket = visitor(&server).await;
    assert!(matches!(socket.hear().await, ServerFrame::Heartbeat {}));
    assert_eq!(socket.goodbye().await, (GoodbyeCode::Silent, None));
    server.stop().await;
}

#[tokio::test]
async fn typing_is_shown_to_the_others_in_the_conversation() {
    let server = TestServer::start(&desk()).await;
    let mut agent = server.agent("front1").await;
    let visitor = server.as_visitor().await;
    let mut socket = Raw::open(&server, "visitor-socket").await;
    socket.say(json!({ "type": "hello", "token": visitor.token() })).await;
    let open = json!({ "type": "open_conversation" });
    socket.say(json!({ "type": "command", "id": Uuid::now_v7(), "command": open })).await;
    let conversation =
        agent.until("an offer", |desk| desk.offers().next().map(|offer| offer.conversation)).await;
    agent.accept(conversation).await;
    let mut other = Raw::open(&server, "agent-socket").await;
    other.say(json!({ "type": "hello", "token": agent.api().token() })).await;
    other.say(json!({ "type": "typing", "conversation": conversation })).await;
    loop {
        if let ServerFrame::Typing { conversation: typed, name } = socket.hear().await {
            assert_eq!((typed, name.as_deref()), (conversation, Some("Public front1")));
            break;
        }
    }
    socket.say(json!({ "type": "typing", "conversation": conversation })).await;
    loop {
        if let ServerFrame::Typing { conversation: typed, name } = other.hear().await {
            assert_eq!((typed, name), (conversation, None));
            break;
        }
    }
    server.stop().await;
}
