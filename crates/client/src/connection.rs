//! One socket that is kept up: commands with pending replies, gaps found by `after`, resume.
//!
//! Driven by its owner: nothing happens but in [`Connection::next`] and [`Connection::send`], and no task is
//! spawned. `next` may be dropped at any await and called again.

use std::{collections::BTreeMap, time::Duration};

use futures_util::{SinkExt, StreamExt};
use protocol::{
    command::Answer,
    frame::{Change, GoodbyeCode, Hello, Resume, ServerFrame},
    ids::ConversationId,
    problem::Problem,
};
use serde::Serialize;
use tokio::{net::TcpStream, time::Instant};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, client_async_with_config,
    tungstenite::{Message, protocol::WebSocketConfig},
};
use uuid::Uuid;

use crate::{Api, ClientError, Side, api::Patience};

/// Small, because a generator holds thousands of connections.
const READ_BUFFER_BYTES: usize = 2 * 1024;
const BACK_OFF_FIRST: Duration = Duration::from_millis(20);
const BACK_OFF_MAX: Duration = Duration::from_secs(1);

type Stream = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// What arrives.
pub enum Incoming<S: Side> {
    /// Everything this side sees, at the start or when too much was missed to catch up.
    Snapshot {
        sequence: u64,
        you: S::You,
        objects: Vec<S::Object>,
    },
    Frame {
        sequence: u64,
        lines: Vec<S::Line>,
        changes: Vec<Change<S::Object>>,
    },
    Reply {
        id: Uuid,
        sequence: u64,
        answer: Answer,
    },
    Refused {
        id: Uuid,
        problem: Problem,
    },
    Typing {
        conversation: ConversationId,
        name: Option<String>,
    },
    Aside(S::Aside),
    /// Everything on the board, once it was opened.
    BoardSnapshot {
        sequence: u64,
        objects: Vec<S::Object>,
    },
    Board {
        sequence: u64,
        changes: Vec<Change<S::Object>>,
    },
}

/// Bytes of frames read, those of the board apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Heard {
    pub all: u64,
    pub board: u64,
}

impl Heard {
    fn count(&mut self, frame: &str) {
        let bytes = frame.len() as u64;
        self.all += bytes;
        if frame.starts_with("{\"type\":\"board") {
            self.board += bytes;
        }
    }
}

/// A socket of one side.
pub struct Connection<S: Side> {
    api: Api,
    patience: Patience,
    stream: Option<Stream>,
    /// The last sequence taken in; where a resume begins.
    sequence: Option<u64>,
    /// Sent and not settled; sent again on a new socket under the same ids.
    pending: BTreeMap<Uuid, S::Command>,
    watched: Vec<ConversationId>,
    /// The last sequence of the board, while it is open; none before its snapshot.
    board: Option<Option<u64>>,
    heard_bytes: Heard,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Outgoing<'a> {
    Hello(Hello),
    Watch { conversations: &'a [ConversationId] },
    OpenBoard {},
    Heartbeat {},
}

#[derive(Serialize)]
#[serde(tag = "type", rename = "command")]
struct Asking<'a, C> {
    id: Uuid,
    command: &'a C,
}

impl<S: Side> Connection<S> {
    /// A connection that opens on its first use; the token is that of `api`.
    pub fn new(api: Api, patience: Patience) -> Self {
        Self {
            api,
            patience,
            stream: None,
            sequence: None,
            pending: BTreeMap::new(),
            watched: Vec::new(),
            board: None,
            heard_bytes: Heard::default(),
        }
    }

    /// Sends a command; its outcome arrives by [`next`](Self::next). A lost socket is no error: it is sent again.
    pub async fn send(&mut self, command: S::Command) -> Uuid {
        let id = Uuid::now_v7();
        if let Some(stream) = &mut self.stream
            && write(stream, &Asking { id, command: &command }).await.is_err()
        {
            self.stream = None;
        }
        self.pending.insert(id, command);
        id
    }

    /// The complete list of conversations whose lines are wanted besides one's own.
    pub async fn watch(&mut self, conversations: Vec<ConversationId>) {
        self.watched = conversations;
        if let Some(stream) = &mut self.stream
            && write(stream, &Outgoing::Watch { conversations: &self.watched }).await.is_err()
        {
            self.stream = None;
        }
    }

    /// Opens the board: a snapshot of it arrives, then what changes, also over later sockets.
    pub async fn open_board(&mut self) {
        self.board = Some(None);
        if let Some(stream) = &mut self.stream
            && write(stream, &Outgoing::OpenBoard {}).await.is_err()
        {
            self.stream = None;
        }
    }

    /// Bytes of all frames read so far.
    pub fn heard_bytes(&self) -> Heard {
        self.heard_bytes
    }

    /// What arrives next; connects, resumes and answers heartbeats on the way.
    pub async fn next(&mut self) -> Result<Incoming<S>, ClientError> {
        loop {
            if self.stream.is_none() {
                self.stream = Some(self.connect().await?);
            }
            let Some(text) = self.read().await else {
                self.stream = None;
                continue;
            };
            let frame: ServerFrame<S::You, S::Object, S::Line, S::Aside> =
                serde_json::from_str(&text)
                    .map_err(|error| ClientError::Unreadable(error.to_string()))?;
            if let Some(incoming) = self.take_in(frame).await? {
                return Ok(incoming);
            }
        }
    }

    /// Drops the socket as a cable would; the next use connects again and resumes.
    pub fn cut(&mut self) {
        self.stream = None;
    }

    async fn take_in(
        &mut self,
        frame: ServerFrame<S::You, S::Object, S::Line, S::Aside>,
    ) -> Result<Option<Incoming<S>>, ClientError> {
        Ok(match frame {
            ServerFrame::Snapshot { sequence, you, objects } => {
                self.sequence = Some(sequence);
                Some(Incoming::Snapshot { sequence, you, objects })
            }
            ServerFrame::Frame { sequence, after, lines, changes } => {
                if self.sequence != Some(after) {
                    // A gap: what is missing comes with the resume.
                    self.stream = None;
                    return Ok(None);
                }
                self.sequence = Some(sequence);
                Some(Incoming::Frame { sequence, lines, changes })
            }
            ServerFrame::Reply { id, sequence, answer } => {
                self.pending.remove(&id).map(|_| Incoming::Reply { id, sequence, answer })
            }
            ServerFrame::Refused { id, problem } => {
                self.pending.remove(&id).map(|_| Incoming::Refused { id, problem })
            }
            ServerFrame::Typing { conversation, name } => {
                Some(Incoming::Typing { conversation, name })
            }
            ServerFrame::Aside(aside) => Some(Incoming::Aside(aside)),
            ServerFrame::BoardSnapshot { sequence, objects } => {
                self.board = Some(Some(sequence));
                Some(Incoming::BoardSnapshot { sequence, objects })
            }
            ServerFrame::Board { sequence, after, changes } => {
                if self.board.flatten() == Some(after) {
                    self.board = Some(Some(sequence));
                    return Ok(Some(Incoming::Board { sequence, changes }));
                }
                // A gap: everything is asked for again.
                if self.board.flatten().is_some() {
                    self.open_board().await;
                }
                None
            }
            ServerFrame::Heartbeat {} => {
                if let Some(stream) = &mut self.stream
                    && write(stream, &Outgoing::Heartbeat {}).await.is_err()
                {
                    self.stream = None;
                }
                None
            }
            ServerFrame::Goodbye { code, problem, .. } => match code {
                GoodbyeCode::SlowReader
                | GoodbyeCode::ServerStopping
                | GoodbyeCode::WorkspaceChanged
                | GoodbyeCode::Silent
                | GoodbyeCode::Overloaded => {
                    self.stream = None;
                    None
                }
                GoodbyeCode::SessionEnded
                | GoodbyeCode::BadFrame
                | GoodbyeCode::NoHello
                | GoodbyeCode::StaleToken => {
                    return Err(ClientError::Ended { code, problem: problem.map(Box::new) });
                }
            },
        })
    }

    /// The next text, or nothing when the socket has ended.
    async fn read(&mut self) -> Option<String> {
        let stream = self.stream.as_mut()?;
        loop {
            match stream.next().await? {
                Ok(Message::Text(text)) => {
                    self.heard_bytes.count(&text);
                    return Some(text.as_str().to_owned());
                }
                Ok(Message::Close(_)) | Err(_) => return None,
                Ok(
                    Message::Binary(_) | Message::Ping(_) | Message::Pong(_) | Message::Frame(_),
                ) => {}
            }
        }
    }

    async fn connect(&self) -> Result<Stream, ClientError> {
        let give_up = Instant::now() + self.patience.0;
        let mut back_off = BACK_OFF_FIRST;
        loop {
            match self.try_connect().await {
                Ok(stream) => return Ok(stream),
                Err(ClientError::Unreachable { .. }) if Instant::now() + back_off < give_up => {
                    tokio::time::sleep(back_off).await;
                    back_off = (back_off * 2).min(BACK_OFF_MAX);
                }
                Err(error) => return Err(error),
            }
        }
    }

    async fn try_connect(&self) -> Result<Stream, ClientError> {
        let server = self.api.server();
        let unreachable =
            |cause: String| ClientError::Unreachable { address: server.into(), cause };
        let authority =
            server.strip_prefix("http://").ok_or_else(|| ClientError::BadAddress(server.into()))?;
        let tcp =
            TcpStream::connect(authority).await.map_err(|error| unreachable(error.to_string()))?;
        tcp.set_nodelay(true).map_err(|error| unreachable(error.to_string()))?;
        let address = format!(
            "ws://{authority}/api/{}/workspaces/{}/{}",
            protocol::VERSION,
            self.api.workspace(),
            S::SOCKET
        );
        let config =
            WebSocketConfig::default().read_buffer_size(READ_BUFFER_BYTES).write_buffer_size(0);
        let (mut stream, _) =
            client_async_with_config(address, MaybeTlsStream::Plain(tcp), Some(config))
                .await
                .map_err(|error| unreachable(error.to_string()))?;
        let hello = Hello {
            token: self.api.token().map(String::from),
            resume: self.sequence.map(|sequence| Resume { sequence }),
        };
        let greeting = async || {
            write(&mut stream, &Outgoing::Hello(hello)).await?;
            if !self.watched.is_empty() {
                write(&mut stream, &Outgoing::Watch { conversations: &self.watched }).await?;
            }
            if self.board.is_some() {
                write(&mut stream, &Outgoing::OpenBoard {}).await?;
            }
            for (id, command) in &self.pending {
                write(&mut stream, &Asking { id: *id, command }).await?;
            }
            Ok::<(), tokio_tungstenite::tungstenite::Error>(())
        };
        greeting().await.map_err(|error| unreachable(error.to_string()))?;
        Ok(stream)
    }
}

async fn write(
    stream: &mut Stream,
    frame: &impl Serialize,
) -> Result<(), tokio_tungstenite::tungstenite::Error> {
    let text = serde_json::to_string(frame).map_err(std::io::Error::other)?;
    stream.send(Message::text(text)).await
}
