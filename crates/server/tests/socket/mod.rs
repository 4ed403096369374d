//! The two sockets, frame by frame, without a client in between.

mod asides;
mod board;
mod estimates;
mod greeting;
mod reading;
mod resuming;

use futures_util::{SinkExt, StreamExt};
use protocol::frame::{GoodbyeCode, ServerFrame};
use serde_json::Value;
use testkit::{DocumentBuilder, PATIENCE, Place, TestServer};
use tokio::{
    net::{TcpSocket, TcpStream},
    time::timeout,
};
use tokio_tungstenite::{WebSocketStream, tungstenite::Message};

/// Frames of either side; what is in them is looked at as JSON.
type Frame = ServerFrame<Value, Value, Value, Value>;

struct Raw(WebSocketStream<TcpStream>);

impl Raw {
    async fn open(server: &TestServer, socket: &str) -> Self {
        let tcp = TcpStream::connect(server.address()).await.expect("a connection");
        Self::over(server, socket, tcp).await
    }

    /// Over a connection that takes little at a time.
    async fn open_narrow(server: &TestServer, socket: &str) -> Self {
        let narrow = TcpSocket::new_v4().expect("a socket");
        narrow.set_recv_buffer_size(4096).expect("a size");
        let tcp = narrow.connect(server.address()).await.expect("a connection");
        Self::over(server, socket, tcp).await
    }

    async fn over(server: &TestServer, socket: &str, tcp: TcpStream) -> Self {
        let address = format!("ws://{}/api/v1/workspaces/test/{socket}", server.address());
        let (socket, _) = tokio_tungstenite::client_async(address, tcp).await.expect("a socket");
        Self(socket)
    }

    async fn say(&mut self, frame: Value) {
        self.say_text(frame.to_string()).await;
    }

    async fn say_text(&mut self, text: String) {
        self.0.send(Message::text(text)).await.expect("said");
    }

    async fn hear(&mut self) -> Frame {
        loop {
            let heard = timeout(PATIENCE, self.0.next()).await.expect("something is said");
            match heard.expect("the socket is open").expect("the socket works") {
                Message::Text(text) => return serde_json::from_str(&text).expect("a frame"),
                other => assert!(!other.is_close(), "closed without a goodbye"),
            }
        }
    }

    /// Everything until the goodbye, which is answered by its code and the code of its problem.
    async fn goodbye(&mut self) -> (GoodbyeCode, Option<&'static str>) {
        loop {
            if let ServerFrame::Goodbye { code, problem, .. } = self.hear().await {
                return (code, problem.map(|problem| problem.code.as_str()));
            }
        }
    }
}

fn desk() -> String {
    DocumentBuilder::new()
        .team("front", 2, 4)
        .queue(&Place { key: "first", tier: 1, team: "front", more: &["strategy: ordered"] })
        .build()
}
