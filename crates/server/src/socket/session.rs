//! One socket after its hello: frames out, commands in, heartbeats both ways, until one side has enough.

use std::collections::BTreeSet;

use axum::extract::ws::{Message, Utf8Bytes, WebSocket};
use bus::{Gone, Subscription};
use bytes::Bytes;
use domain::{
    command::Actor,
    view::{ObjectKey, Viewer},
};
use engine::{Answered, Found, Question, Refusal};
use futures_util::{FutureExt, SinkExt, StreamExt, stream::FuturesUnordered};
use protocol::{
    frame::{Change, GoodbyeCode, ServerFrame, with_tail},
    problem::{Code, Problem},
};
use serde::Serialize;
use tokio::{sync::oneshot, time::Instant};
use uuid::Uuid;

use super::{
    Arrival,
    board::{Look, newest},
    hello::{Greeted, Held},
    resume::{Missed, missed},
    side::{Said, Side, read},
};
use crate::{
    app::too_often,
    error::refusal,
    limits::{GOODBYE_TIMEOUT, SOCKET_COMMANDS_MAX, WATCHED_MAX},
    metrics as figures,
    translate::{answers, commands},
    workspace::{BoardFrame, Frame, Letter, Reply, Sign, SocketId, Told},
};

/// Why a socket ends.
pub struct Goodbye {
    pub code: GoodbyeCode,
    pub problem: Option<Box<Problem>>,
}

impl Goodbye {
    pub fn new(code: GoodbyeCode) -> Self {
        Self { code, problem: None }
    }

    pub fn with(code: GoodbyeCode, problem: Problem) -> Self {
        Self { code, problem: Some(Box::new(problem)) }
    }
}

/// Why the conversation with a client is over.
pub(super) enum End {
    /// The other side went away; there is nobody to say anything to.
    Left,
    Goodbye(Goodbye),
}

type Outcome = (Uuid, Result<Reply, oneshot::error::RecvError>);
type Pending = futures_util::future::BoxFuture<'static, Outcome>;

pub struct Session<S: Side> {
    socket: WebSocket,
    pub(super) arrival: Arrival,
    pub(super) id: S::Id,
    name: SocketId,
    subscription: Subscription<Viewer, Frame>,
    /// Commands whose outcome is not known yet; made with the first one.
    pending: Option<Box<FuturesUnordered<Pending>>>,
    /// The sequence of the last frame or snapshot; what is not later has been told.
    after: Option<u64>,
    resume: Option<u64>,
    held: Option<Box<Held>>,
    heard: Instant,
    watches: bool,
    /// While the board is open here.
    pub(super) board: Option<Box<Look>>,
}

enum Turn {
    Told(Result<(), Gone>),
    Board(BoardFrame),
    Outcome(Option<Outcome>),
    Said(Option<Result<Message, axum::Error>>),
    /// What it was opened with is worth nothing any more.
    Revoked,
    Beat,
}

impl<S: Side> Session<S> {
    pub fn new(socket: WebSocket, arrival: Arrival, greeted: Greeted<S>) -> Self {
        let subscription = arrival.workspace.subscribe(S::viewer(greeted.id));
        Self {
            socket,
            arrival,
            id: greeted.id,
            name: SocketId::next(),
            subscription,
            pending: None,
            after: None,
            resume: greeted.resume,
            held: greeted.held,
            heard: Instant::now(),
            watches: false,
            board: None,
        }
    }

    pub async fn run(mut self) {
        figures::socket_opened(S::NAME);
        if let End::Goodbye(goodbye) = self.serve().await {
            figures::said_goodbye(goodbye.code);
            say_goodbye(&mut self.socket, goodbye).await;
        }
        figures::socket_closed(S::NAME);
        let Self { arrival, id, name, subscription, watches, .. } = self;
        drop(subscription);
        // The task of the workspace looks at who is left when it reads a letter.
        if arrival.workspace.write(Letter::Left { viewer: S::viewer(id), socket: name }).is_err() {
            tracing::debug!(
                watches,
                "nobody was told that a socket is gone; interest is looked at anyway"
            );
        }
    }

    async fn serve(&mut self) -> End {
        if let Err(end) = Box::pin(self.start()).await {
            return end;
        }
        let beat = self.arrival.app.options.timing.heartbeat;
        let mut next_beat = Instant::now() + beat;
        let mut frames = Vec::new();
        loop {
            let turn = tokio::select! {
                biased;
                outcome = next(&mut self.pending) => Turn::Outcome(outcome),
                told = self.subscription.read(&mut frames) => Turn::Told(told),
                frame = newest(&mut self.board) => Turn::Board(frame),
                said = self.socket.recv() => Turn::Said(said),
                () = revoked(&mut self.held) => Turn::Revoked,
                () = tokio::time::sleep_until(next_beat) => Turn::Beat,
            };
            let done = match turn {
                Turn::Outcome(Some(outcome)) => self.settle(outcome, &mut frames).await,
                Turn::Outcome(None) => Ok(()),
                Turn::Told(Ok(())) => self.tell(&mut frames).await,
                Turn::Board(frame) => self.tell_board(frame).await,
                Turn::Told(Err(Gone::StartOver)) => Box::pin(self.start_over()).await,
                Turn::Told(Err(Gone::TooSlow)) => Err(goodbye(GoodbyeCode::SlowReader)),
                Turn::Told(Err(Gone::Stopped)) => Err(goodbye(GoodbyeCode::ServerStopping)),
                Turn::Said(Some(Ok(message))) => self.hear(message).await,
                Turn::Said(Some(Err(error))) => Err(unreadable(&error)),
                Turn::Said(None) => Err(End::Left),
                Turn::Revoked => Err(goodbye(GoodbyeCode::SessionEnded)),
                Turn::Beat => {
                    next_beat = Instant::now() + beat;
                    self.beat().await
                }
            };
            if let Err(end) = done {
                return end;
            }
        }
    }

    /// The first frame: what was missed, or everything.
    async fn start(&mut self) -> Result<(), End> {
        let told = self.arrival.workspace.ask(Question::Snapshot(S::viewer(self.id))).await;
        let told = told.map_err(|refused| {
            let problem = refusal(refused, &self.arrival.workspace.names());
            End::Goodbye(Goodbye::with(GoodbyeCode::Overloaded, problem))
        })?;
        let names = self.arrival.workspace.names();
        let you = S::you(self.id, &self.arrival.workspace)
            .ok_or_else(|| goodbye(GoodbyeCode::SessionEnded))?;
        let Told { reading, texts } = *told;
        let Found::Snapshot(snapshot) = reading.found else {
            return Err(goodbye(GoodbyeCode::Overloaded));
        };
        let sequence = reading.sequence.0;
        let objects = snapshot.values().filter_map(|object| S::object(object, &names, &texts));
        let seen: BTreeSet<ObjectKey> = snapshot.keys().copied().collect();
        let missed = self.missed(sequence, &seen).await;
        self.after = Some(sequence);
        let frame: ServerFrame<S::You, S::Object, S::Line> = match missed {
            Some((after, Missed { lines, removed })) => {
                let changes = removed.into_iter().chain(objects.map(Change::Put)).collect();
                ServerFrame::Frame { sequence, after, lines, changes }
            }
            None => ServerFrame::Snapshot { sequence, you, objects: objects.collect() },
        };
        self.feed(json(&frame)).await?;
        let Arrival { app, workspace, .. } = &self.arrival;
        match S::asides(self.id, &snapshot, app, workspace).await {
            Ok(asides) => {
                for aside in asides {
                    self.feed(aside).await?;
                }
            }
            Err(error) => tracing::warn!(%error, "drafts and read marks cannot be told"),
        }
        self.flush().await
    }

    async fn missed(&mut self, until: u64, seen: &BTreeSet<ObjectKey>) -> Option<(u64, Missed<S>)> {
        let after = self.resume.take()?;
        let Arrival { app, workspace, .. } = &self.arrival;
        match missed::<S>(app, workspace, self.id, after, until, seen).await {
            Ok(missed) => missed.map(|missed| (after, missed)),
            Err(error) => {
                tracing::warn!(%error, "a socket starts over because what it missed cannot be read");
                None
            }
        }
    }

    /// What is published from here does not follow what was: a snapshot again.
    async fn start_over(&mut self) -> Result<(), End> {
        self.after = None;
        self.subscription = self.arrival.workspace.subscribe(S::viewer(self.id));
        self.start().await?;
        if self.board.is_some() { self.open_board().await } else { Ok(()) }
    }

    /// Writes outcomes that are known, each after the frames that show what it did, in one go.
    async fn settle(&mut self, first: Outcome, frames: &mut Vec<Frame>) -> Result<(), End> {
        let mut known = Some(first);
        while let Some(outcome) = known {
            // Its frame was published before the outcome was given.
            match self.subscription.read(frames).now_or_never() {
                Some(Ok(())) => self.feed_frames(frames).await?,
                Some(Err(Gone::StartOver)) => Box::pin(self.start_over()).await?,
                Some(Err(Gone::TooSlow)) => return Err(goodbye(GoodbyeCode::SlowReader)),
                Some(Err(Gone::Stopped)) => return Err(goodbye(GoodbyeCode::ServerStopping)),
                None => {}
            }
            self.outcome(outcome).await?;
            known = next(&mut self.pending).now_or_never().flatten();
        }
        self.flush().await
    }

    async fn outcome(&mut self, (id, reply): Outcome) -> Result<(), End> {
        let outcome = match reply {
            Ok(Reply::Outcome(outcome)) => outcome,
            Ok(Reply::Told(_) | Reply::Forwarded(_) | Reply::Board(_) | Reply::Noted) | Err(_) => {
                Err(Refusal::Unavailable)
            }
        };
        let frame = self.outcome_frame(id, outcome);
        self.feed(frame).await
    }

    fn outcome_frame(&self, id: Uuid, outcome: Result<Answered, Refusal>) -> Bytes {
        match outcome {
            Ok(Answered { answer, sequence }) => {
                let frame: ServerFrame<(), (), ()> = ServerFrame::Reply {
                    id,
                    sequence: sequence.0,
                    answer: answers::answer(&answer),
                };
                json(&frame)
            }
            Err(refused) => refused_frame(id, refusal(refused, &self.arrival.workspace.names())),
        }
    }

    async fn tell(&mut self, frames: &mut Vec<Frame>) -> Result<(), End> {
        self.feed_frames(frames).await?;
        self.flush().await
    }

    async fn feed_frames(&mut self, frames: &mut Vec<Frame>) -> Result<(), End> {
        for frame in frames.drain(..) {
            match frame {
                Frame::Step { sequence, tail } => {
                    // Published before the snapshot was made, and in it.
                    let Some(after) = self.after.filter(|after| *after < sequence) else {
                        continue;
                    };
                    self.after = Some(sequence);
                    self.feed(Bytes::from(with_tail(sequence, after, &tail))).await?;
                }
                Frame::Aside(frame) => self.feed(frame).await?,
            }
        }
        Ok(())
    }

    async fn hear(&mut self, message: Message) -> Result<(), End> {
        self.heard = Instant::now();
        let text = match message {
            Message::Text(text) => text,
            Message::Ping(_) | Message::Pong(_) => return Ok(()),
            Message::Close(_) => return Err(End::Left),
            Message::Binary(_) => {
                return Err(bad_frame(Problem::new(Code::BadFrame, "frames are text")));
            }
        };
        match read::<S>(&text).map_err(bad_frame)? {
            Said::Heartbeat => Ok(()),
            Said::Command { id, command } => self.command(id, command).await,
            Said::Watch(conversations) => {
                if conversations.len() > WATCHED_MAX {
                    return Err(bad_frame(Problem::new(
                        Code::BadFrame,
                        "too many conversations are watched",
                    )));
                }
                self.watches = true;
                if let Actor::Agent(agent) = S::actor(self.id) {
                    self.note(Letter::Watch { agent, socket: self.name, conversations })?;
                }
                Ok(())
            }
            Said::Typing(conversation) => {
                let (from, sign) = (S::viewer(self.id), Sign::Typing);
                self.note(Letter::Aside { from, conversation, sign })
            }
            Said::OpenBoard => Box::pin(self.open_board()).await,
            Said::CloseBoard => {
                self.board = None;
                Ok(())
            }
            Said::Hello(_) => Err(bad_frame(Problem::new(Code::BadFrame, "hello is said once"))),
        }
    }

    async fn command(&mut self, id: Uuid, command: S::Command) -> Result<(), End> {
        match self.hand_in(id, command).await {
            Ok(answered) => {
                let pending = self.pending.get_or_insert_with(Box::default);
                pending.push(Box::pin(async move { (id, answered.await) }));
                Ok(())
            }
            Err(problem) => {
                self.feed(refused_frame(id, problem)).await?;
                self.flush().await
            }
        }
    }

    async fn hand_in(
        &mut self,
        id: Uuid,
        mut command: S::Command,
    ) -> Result<oneshot::Receiver<Reply>, Problem> {
        let Arrival { app, workspace, .. } = &self.arrival;
        let actor = S::actor(self.id);
        app.limits.commands.count(&(workspace.id.0, actor)).map_err(too_often)?;
        if self.pending.as_ref().is_some_and(|pending| pending.len() >= SOCKET_COMMANDS_MAX) {
            return Err(crate::error::overloaded(crate::limits::OVERLOADED_RETRY_MS));
        }
        crate::routes::check_id(id)?;
        S::stamp(self.id, app, workspace, &mut command).await.map_err(|error| *error.0)?;
        let files = match S::attachments(&command) {
            None => commands::Attached::new(),
            Some((conversation, files)) => {
                let found = crate::routes::attached(app, workspace, actor, conversation, &files);
                Box::pin(found).await.map_err(|error| *error.0)?
            }
        };
        let names = workspace.names();
        let command = S::translate(command, &names, &files, self.arrival.language.as_deref())?;
        let letter = Letter::Command { actor, id: Some(id), command, files };
        workspace.write(letter).map_err(|refused| refusal(refused, &names))
    }

    /// Hands in what nobody waits for; a full line is no reason to lose a socket over.
    fn note(&self, letter: Letter) -> Result<(), End> {
        match self.arrival.workspace.write(letter) {
            Ok(_) | Err(Refusal::Overloaded { .. }) => Ok(()),
            Err(Refusal::Unavailable | Refusal::IdTooOld | Refusal::Rejected(_)) => {
                Err(goodbye(GoodbyeCode::Overloaded))
            }
        }
    }

    async fn beat(&mut self) -> Result<(), End> {
        if self.heard.elapsed() > self.arrival.app.options.timing.silence {
            return Err(goodbye(GoodbyeCode::Silent));
        }
        let frame: ServerFrame<(), (), ()> = ServerFrame::Heartbeat {};
        self.feed(json(&frame)).await?;
        self.flush().await
    }

    pub(super) async fn feed(&mut self, frame: Bytes) -> Result<(), End> {
        figures::frame_written(S::NAME);
        let patience = self.arrival.app.options.timing.write;
        within(patience, self.socket.feed(text(frame))).await
    }

    pub(super) async fn flush(&mut self) -> Result<(), End> {
        let patience = self.arrival.app.options.timing.write;
        within(patience, self.socket.flush()).await
    }
}

/// Ends what takes too long: somebody who does not read.
async fn within(
    patience: std::time::Duration,
    write: impl Future<Output = Result<(), axum::Error>>,
) -> Result<(), End> {
    let mut write = std::pin::pin!(write);
    // Almost always there is room, and no timer is needed.
    if let Some(written) = (&mut write).now_or_never() {
        return written.map_err(|_| End::Left);
    }
    match tokio::time::timeout(patience, write).await {
        Ok(written) => written.map_err(|_| End::Left),
        Err(_) => Err(goodbye(GoodbyeCode::SlowReader)),
    }
}

/// The next outcome of a pending command; never, while there is none.
async fn next(pending: &mut Option<Box<FuturesUnordered<Pending>>>) -> Option<Outcome> {
    match pending {
        Some(some) => match some.next().await {
            Some(outcome) => Some(outcome),
            None => {
                *pending = None;
                std::future::pending().await
            }
        },
        None => std::future::pending().await,
    }
}

pub async fn say_goodbye(socket: &mut WebSocket, goodbye: Goodbye) {
    let Goodbye { code, problem } = goodbye;
    let retry_after_ms = match code {
        GoodbyeCode::Overloaded | GoodbyeCode::ServerStopping => {
            Some(crate::limits::OVERLOADED_RETRY_MS)
        }
        GoodbyeCode::SlowReader
        | GoodbyeCode::SessionEnded
        | GoodbyeCode::WorkspaceChanged
        | GoodbyeCode::Silent
        | GoodbyeCode::BadFrame
        | GoodbyeCode::NoHello
        | GoodbyeCode::StaleToken => None,
    };
    let frame: ServerFrame<(), (), ()> =
        ServerFrame::Goodbye { code, retry_after_ms, problem: problem.map(|problem| *problem) };
    let said = async {
        socket.send(text(json(&frame))).await?;
        socket.send(Message::Close(None)).await
    };
    // Somebody who does not read does not hear it either.
    let _ = tokio::time::timeout(GOODBYE_TIMEOUT, said).await;
}

fn refused_frame(id: Uuid, problem: Problem) -> Bytes {
    let frame: ServerFrame<(), (), ()> = ServerFrame::Refused { id, problem };
    json(&frame)
}

fn unreadable(error: &axum::Error) -> End {
    let source = std::error::Error::source(error);
    let too_large = source.is_some_and(|source| source.to_string().contains("too long"));
    if too_large {
        return bad_frame(Problem::new(Code::BodyTooLarge, "the frame is too large"));
    }
    End::Left
}

pub(super) fn bad_frame(problem: Problem) -> End {
    End::Goodbye(Goodbye::with(GoodbyeCode::BadFrame, problem))
}

/// Never, for a socket whose token cannot be revoked.
async fn revoked(held: &mut Option<Box<Held>>) {
    match held {
        Some(held) => held.end().await,
        None => std::future::pending().await,
    }
}

fn goodbye(code: GoodbyeCode) -> End {
    End::Goodbye(Goodbye::new(code))
}

fn json(value: &impl Serialize) -> Bytes {
    Bytes::from(serde_json::to_vec(value).expect("types of the wire have a JSON form"))
}

fn text(frame: Bytes) -> Message {
    Message::Text(Utf8Bytes::try_from(frame).expect("JSON is UTF-8"))
}
