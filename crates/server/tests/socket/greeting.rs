//! Who is let in, and how those who are not hear of it.

use std::time::Duration;

use protocol::frame::{GoodbyeCode, ServerFrame};
use serde_json::json;
use testkit::TestServer;
use tokio_tungstenite::tungstenite::{self, client::IntoClientRequest};

use super::{Raw, desk};

#[tokio::test]
async fn a_hello_is_answered_by_everything_this_viewer_sees() {
    let server = TestServer::start(&desk()).await;
    let agent = server.as_agent("front1").await;
    let mut socket = Raw::open(&server, "agent-socket").await;
    socket.say(json!({ "type": "hello", "token": agent.token() })).await;
    let ServerFrame::Snapshot { you, objects, .. } = socket.hear().await else {
        panic!("a snapshot comes first")
    };
    assert_eq!(you["name"], "Staff front1");
    assert_eq!(objects.len(), 1, "{objects:?}");
    assert_eq!(objects[0]["type"], "me");
    server.stop().await;
}

#[tokio::test]
async fn whoever_is_not_let_in_is_told_why() {
    let server = TestServer::start(&desk()).await;
    let (agent, visitor) = (server.as_agent("front1").await, server.as_visitor().await);
    for (path, hello, expected) in [
        (
            "agent-socket",
            json!({ "type": "hello", "token": "bat_forged" }),
            (GoodbyeCode::StaleToken, Some("stale_token")),
        ),
        (
            "agent-socket",
            json!({ "type": "hello" }),
            (GoodbyeCode::StaleToken, Some("not_signed_in")),
        ),
        (
            "agent-socket",
            json!({ "type": "hello", "token": visitor.token() }),
            (GoodbyeCode::StaleToken, Some("not_allowed")),
        ),
        (
            "visitor-socket",
            json!({ "type": "hello", "token": agent.token() }),
            (GoodbyeCode::StaleToken, Some("not_allowed")),
        ),
        (
            "visitor-socket",
            json!({ "type": "heartbeat" }),
            (GoodbyeCode::NoHello, Some("bad_frame")),
        ),
        ("visitor-socket", json!({ "type": "hullo" }), (GoodbyeCode::BadFrame, Some("bad_frame"))),
    ] {
        let mut socket = Raw::open(&server, path).await;
        socket.say(hello.clone()).await;
        assert_eq!(socket.goodbye().await, expected, "{hello}");
    }
    server.stop().await;
}

#[tokio::test]
async fn whoever_says_nothing_is_not_waited_for() {
    let soon =
        |options: &mut server::ServerOptions| options.timing.hello = Duration::from_millis(20);
    let server = TestServer::start_with(&desk(), soon).await;
    let mut socket = Raw::open(&server, "visitor-socket").await;
    assert_eq!(socket.goodbye().await, (GoodbyeCode::NoHello, None));
    server.stop().await;
}

#[tokio::test]
async fn an_address_has_so_many_sockets_at_once_and_no_more() {
    let one = |options: &mut server::ServerOptions| options.rates.sockets_at_once = Some(1);
    let server = TestServer::start_with(&desk(), one).await;
    let address = format!("ws://{}/api/v1/workspaces/test/visitor-socket", server.address());
    let open = async || {
        let tcp = tokio::net::TcpStream::connect(server.address()).await.expect("a connection");
        tokio_tungstenite::client_async(&address, tcp).await
    };
    let first = open().await.expect("a socket");
    match open().await {
        Err(tungstenite::Error::Http(response)) => assert_eq!(response.status(), 429),
        other => panic!("refused, not {other:?}"),
    }
    drop(first);
    // Free again as soon as the server has noticed.
    let again = async { while open().await.is_err() {} };
    tokio::time::timeout(testkit::PATIENCE, again).await.expect("a place");
    server.stop().await;
}

#[tokio::test]
async fn a_page_of_another_origin_opens_no_socket() {
    let server = TestServer::start(&desk()).await;
    let address = format!("ws://{}/api/v1/workspaces/test/agent-socket", server.address());
    let mut request = address.into_client_request().expect("a request");
    request.headers_mut().insert("origin", "https://evil.example".parse().expect("a value"));
    let tcp = tokio::net::TcpStream::connect(server.address()).await.expect("a connection");
    match tokio_tungstenite::client_async(request, tcp).await {
        Err(tungstenite::Error::Http(response)) => assert_eq!(response.status(), 403),
        other => panic!("refused, not {other:?}"),
    }
    server.stop().await;
}
