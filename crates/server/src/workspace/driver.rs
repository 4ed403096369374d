//! The task that owns a workspace's engine: letters in, actions carried out, frames and replies out.
//!
//! Holds no rule. Everything the engine asks for is done in its order; while a commit is under way the engine
//! goes on deciding. A panic in the engine is caught here and costs what was not durable, nothing else.

use std::{
    collections::{BTreeMap, BTreeSet},
    future::Future,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::Arc,
    time::Duration,
};

use bus::{Asked, Gone, Inbox, Interest, Publisher};
use domain::{
    command::{Actor, Command},
    event::Event,
    ids::{AgentId, ConversationId, Timestamp},
    view::{ObjectKey, Viewer},
};
use engine::{Action, Batch, ClientId, Engine, Found, Input, Reading, Request, Step, Token};
use store::{CommitError, Epoch};
use tokio::{sync::oneshot, task::JoinHandle, time::Instant};

use super::{
    Ground, Workspace,
    asides::Aside,
    board::BoardPress,
    commit::commit,
    erasing,
    estimates::{Estimated, Estimates},
    facts::Following,
    hours, indexing,
    letters::{Frame, Letter, Reply, SocketId, Told},
    load::{self, Loaded},
    mentions,
    presence::{Presence, gone, there},
    publish::Press,
    watches::Watches,
};
use crate::{
    limits::{LETTERS_PER_TURN_MAX, RELOAD_PAUSE},
    metrics as figures,
    translate::{Names, Texts},
};

type Committing = Pin<Box<dyn Future<Output = Result<engine::Sequence, CommitError>> + Send>>;

pub struct Driver {
    workspace: Arc<Workspace>,
    ground: Ground,
    inbox: Inbox<Letter, Reply>,
    publisher: Publisher<Viewer, Frame>,
    engine: Engine,
    epoch: Epoch,
    facts: Following,
    press: Press,
    presence: Presence,
    estimates: Estimates,
    board: BoardPress,
    watches: Watches,
    waiting: BTreeMap<Token, Waiting>,
    next_token: u64,
    /// Files of the message whose reply was the last action: its step is the next one.
    files_at_hand: Vec<store::File>,
    /// Its reply, which is given once that step is published: whoever hears it has been told what it did.
    reply_at_hand: Option<(oneshot::Sender<Reply>, Reply)>,
    committing: Option<Committing>,
    wake_at: Option<Timestamp>,
    snapshot: Option<JoinHandle<()>>,
    hours: Option<JoinHandle<()>>,
    indexing: Option<JoinHandle<()>>,
    erasing: Option<JoinHandle<()>>,
    /// The engine is of no use any more.
    to_reload: Option<ToReload>,
    stopping: bool,
}

struct ToReload {
    quarantine: Option<ConversationId>,
}

/// Who waits for an answer, and what is needed once it is there.
struct Waiting {
    answer: Option<oneshot::Sender<Reply>>,
    files: Vec<store::File>,
    /// The conversation is being looked up for who is to see it.
    aside: Option<Aside>,
}

enum Turn {
    Committed(Result<engine::Sequence, CommitError>),
    Wake,
    Letters,
    Absence,
    /// It is time for the next estimates.
    Estimate,
    Estimated(Estimated),
    /// It is time for the next look at the board.
    Board,
    /// Nobody can write any more.
    Closed,
}

impl Driver {
    pub fn new(workspace: Arc<Workspace>, ground: Ground, loaded: Loaded) -> Self {
        let on_bus = workspace.on_bus();
        let Loaded { engine, epoch, config: _, bodies, transfers, standings, facts } = loaded;
        let links = workspace.links.clone();
        Self {
            inbox: ground.bus.letters.own(on_bus),
            publisher: ground.bus.frames.publisher(on_bus),
            presence: Presence::new(ground.options.timing.absence),
            estimates: Estimates::new(),
            board: BoardPress::new(),
            workspace,
            ground,
            engine,
            epoch,
            facts,
            press: Press { bodies, transfers, standings, links },
            watches: Watches::default(),
            waiting: BTreeMap::new(),
            next_token: 0,
            files_at_hand: Vec::new(),
            reply_at_hand: None,
            committing: None,
            wake_at: None,
            snapshot: None,
            hours: None,
            indexing: None,
            erasing: None,
            to_reload: None,
            stopping: false,
        }
    }

    pub async fn run(mut self) {
        self.ask(Actor::System, Command::StartServer);
        let (workspace, ground) = (Arc::clone(&self.workspace), self.ground.clone());
        self.hours = Some(tokio::spawn(hours::keep_ahead(workspace, ground)));
        let (workspace, ground) = (Arc::clone(&self.workspace), self.ground.clone());
        self.indexing = Some(tokio::spawn(indexing::keep_up(workspace, ground)));
        let (workspace, ground) = (Arc::clone(&self.workspace), self.ground.clone());
        self.erasing = Some(tokio::spawn(erasing::keep_up(workspace, ground)));
        let mut letters = Vec::new();
        loop {
            if self.stopping && self.committing.is_none() {
                break;
            }
            let (wake_at, absence_at) = (self.wake_in(), self.presence.next_due());
            let estimate_at = self.estimates.next_due();
            let board_at = self.board.next_look(self.engine.board_due(), self.ground.clock.now());
            let turn = tokio::select! {
                biased;
                outcome = durable(&mut self.committing) => Turn::Committed(outcome),
                () = until(wake_at) => Turn::Wake,
                read = self.inbox.recv_many(&mut letters, LETTERS_PER_TURN_MAX), if !self.stopping => {
                    if read == 0 { Turn::Closed } else { Turn::Letters }
                }
                () = until(absence_at) => Turn::Absence,
                estimated = self.estimates.ready() => Turn::Estimated(estimated),
                () = until(estimate_at) => Turn::Estimate,
                () = until(board_at) => Turn::Board,
            };
            self.follow_interest();
            match turn {
                Turn::Committed(Ok(sequence)) => {
                    self.enter(Input::Committed(sequence));
                    self.workspace.committed.notify_one();
                }
                Turn::Committed(Err(error)) => {
                    tracing::error!(%error, workspace = %self.workspace.key, "a commit failed; loading again");
                    self.enter(Input::CommitFailed);
                }
                Turn::Wake => {
                    self.wake_at = None;
                    self.enter(Input::Wake);
                }
                Turn::Letters => {
                    for letter in letters.drain(..) {
                        self.read(letter);
                    }
                }
                Turn::Absence => {
                    while let Some(viewer) = self.presence.lost(Instant::now()) {
                        self.ask(Actor::System, gone(viewer));
                    }
                }
                Turn::Estimate => {
                    self.estimates.begin(self.engine.desk(), self.ground.clock.now());
                }
                Turn::Estimated(Estimated { commands, outlook }) => {
                    self.enter(Input::Outlook(outlook));
                    commands.into_iter().for_each(|command| self.ask(Actor::System, command));
                }
                Turn::Board => {
                    let input = self.board.look(&self.workspace, self.ground.clock.now());
                    self.enter(input);
                }
                Turn::Closed => self.stopping = true,
            }
            while let Some(ToReload { quarantine }) = self.to_reload.take() {
                self.reload(quarantine).await;
            }
        }
        self.stop().await;
    }

    fn read(&mut self, asked: Asked<Letter, Reply>) {
        let (letter, answer) = asked.into_parts();
        match letter {
            Letter::Command { actor, id, mut command, files } => {
                self.press.bodies.inform(&mut command, &self.engine);
                let token = self.wait(Waiting { answer: Some(answer), files, aside: None });
                let client_id = id.map(|id| ClientId(id.as_u128()));
                self.enter(Input::Command(Request { token, actor, client_id, command }));
            }
            Letter::Read(question) => {
                let token =
                    self.wait(Waiting { answer: Some(answer), files: Vec::new(), aside: None });
                self.enter(Input::Read { token, question });
            }
            Letter::Watch { agent, socket, conversations } => {
                self.watch(agent, socket, conversations.into_iter().collect());
                reply(answer, Reply::Noted);
            }
            Letter::Aside { from, conversation, sign } => {
                let aside = Some(Aside { from, conversation, sign });
                let token = self.wait(Waiting { answer: Some(answer), files: Vec::new(), aside });
                let question = engine::Question::Object {
                    viewer: from,
                    key: ObjectKey::Conversation(conversation),
                };
                self.enter(Input::Read { token, question });
            }
            Letter::Tell { viewer, frame } => {
                self.publisher.publish([&viewer], &Frame::Aside(frame));
                reply(answer, Reply::Noted);
            }
            Letter::OpenBoard { agent } => match self.engine.desk().board_scope(agent) {
                None => reply(answer, Reply::Board(None)),
                Some(scope) => {
                    let now = self.ground.clock.now();
                    let input = self.board.open(scope, answer, &self.workspace, now);
                    input.into_iter().for_each(|input| self.enter(input));
                }
            },
            Letter::Left { viewer, socket } => {
                if let Viewer::Agent(agent) = viewer {
                    self.watch(agent, socket, BTreeSet::new());
                }
                reply(answer, Reply::Noted);
            }
            Letter::Stop => {
                self.stopping = true;
                reply(answer, Reply::Noted);
            }
        }
    }

    fn wait(&mut self, waiting: Waiting) -> Token {
        self.next_token += 1;
        let token = Token(self.next_token);
        self.waiting.insert(token, waiting);
        token
    }

    /// The server's own command; nobody waits for its outcome.
    fn ask(&mut self, actor: Actor, command: Command) {
        let token = self.wait(Waiting { answer: None, files: Vec::new(), aside: None });
        self.enter(Input::Command(Request { token, actor, client_id: None, command }));
    }

    /// Hands an input to the engine and does what it says, and what follows from that.
    fn enter(&mut self, input: Input) {
        let now = self.ground.clock.now();
        let actions = catch_unwind(AssertUnwindSafe(|| self.engine.handle(input, now)));
        let actions = actions.unwrap_or_else(|_| {
            tracing::error!(workspace = %self.workspace.key, "the engine panicked; loading again");
            self.engine.handle(Input::Broken, now)
        });
        for action in actions {
            self.carry_out(action);
        }
        self.give_reply();
    }

    fn give_reply(&mut self) {
        if let Some((answer, outcome)) = self.reply_at_hand.take() {
            reply(answer, outcome);
        }
    }

    fn carry_out(&mut self, action: Action) {
        match action {
            Action::Commit(batch) => self.committing = Some(self.commit(batch)),
            Action::Reply { token, outcome } => {
                figures::count_command(&outcome);
                self.give_reply();
                let Some(waiting) = self.waiting.remove(&token) else { return };
                self.files_at_hand = waiting.files;
                self.reply_at_hand = waiting.answer.map(|answer| (answer, Reply::Outcome(outcome)));
            }
            Action::Tell { token, outcome } => {
                let Some(waiting) = self.waiting.remove(&token) else { return };
                let Some(answer) = waiting.answer else { return };
                match (waiting.aside, outcome) {
                    (Some(aside), Ok(Reading { found: Found::Object(found), .. })) => {
                        let object = found.as_deref();
                        let forwarded = aside.forward(
                            object,
                            self.engine.desk(),
                            &self.workspace.names(),
                            &self.publisher,
                        );
                        reply(answer, Reply::Forwarded(forwarded));
                    }
                    (_, outcome) => {
                        let told = outcome.map(|reading| Box::new(self.with_texts(reading)));
                        reply(answer, Reply::Told(told));
                    }
                }
            }
            Action::Publish(step) => {
                self.publish(&step);
                self.give_reply();
            }
            Action::PublishBoard(step) => {
                self.board.publish(&step, &self.workspace, &self.press.bodies)
            }
            Action::WakeAt { at, reason: _ } => self.wake_at = Some(at),
            Action::TakeSnapshot { sequence } => {
                let store = self.ground.store.clone();
                self.snapshot =
                    Some(tokio::spawn(load::take_snapshot(store, self.workspace.id, sequence)));
            }
            Action::Reload { cause, quarantine } => {
                tracing::error!(?cause, ?quarantine, workspace = %self.workspace.key, "the desk is loaded again");
                self.to_reload = Some(ToReload { quarantine });
            }
        }
    }

    fn commit(&mut self, batch: Batch) -> Committing {
        let facts = self.facts.follow(&batch);
        Box::pin(commit(self.ground.store.clone(), self.workspace.id, self.epoch, batch, facts))
    }

    fn publish(&mut self, step: &Step) {
        let files = std::mem::take(&mut self.files_at_hand);
        self.estimates.note(&step.decided);
        for entry in &step.decided.entries {
            figures::count_event(&entry.event);
            if let Event::WorkspaceConfigured { config } = &entry.event {
                self.workspace.set_names(Names::of((**config).clone()));
                self.workspace.to_erase.notify_one();
            }
            if let Event::VisitorErased { .. } = &entry.event {
                self.workspace.to_erase.notify_one();
            }
        }
        let names = self.workspace.names();
        self.press.publish(step, files, &names, &self.publisher);
        mentions::tell(step, &names, &self.workspace, &self.ground.store);
        if step.everything {
            self.board.forget();
            self.publisher.end_all(Gone::StartOver);
        }
    }

    fn with_texts(&self, reading: Reading) -> Told {
        let texts = match &reading.found {
            Found::Snapshot(snapshot) => self.press.bodies.for_objects(snapshot.values()),
            Found::Object(object) => self.press.bodies.for_objects(object.as_deref()),
            Found::Directory(_)
            | Found::Explain(_)
            | Found::Completions(_)
            | Found::MayRead(_)
            | Found::Reach(_)
            | Found::Config(_) => Texts::default(),
        };
        Told { reading, texts }
    }

    /// Tells the engine who looks, and the desk who is here.
    fn follow_interest(&mut self) {
        for (viewer, interest) in self.publisher.interest() {
            match interest {
                Interest::Gained => {
                    self.enter(Input::Subscribe(viewer));
                    if self.presence.come(viewer) {
                        self.ask(Actor::System, there(viewer));
                    }
                }
                Interest::Lost => {
                    self.enter(Input::Unsubscribe(viewer));
                    self.presence.go(viewer, Instant::now());
                }
            }
        }
    }

    fn watch(&mut self, agent: AgentId, socket: SocketId, conversations: BTreeSet<ConversationId>) {
        let change = self.watches.set(agent, socket, conversations);
        for conversation in change.begun {
            self.enter(Input::Watch { agent, conversation });
            let now = self.ground.clock.now();
            if self.engine.desk().may_read(agent, conversation)
                && self.workspace.readings.begin(agent, conversation, now)
            {
                self.ask(Actor::Agent(agent), Command::NoteReading { conversation });
            }
        }
        for conversation in change.ended {
            self.enter(Input::Unwatch { agent, conversation });
        }
    }

    /// Throws the engine away and loads the workspace again, for as long as it takes.
    async fn reload(&mut self, quarantine: Option<ConversationId>) {
        metrics::counter!(figures::RELOADS).increment(1);
        if let Some(committing) = self.committing.take()
            && let Err(error) = committing.await
        {
            tracing::warn!(%error, "the last commit before the reload");
        }
        self.waiting.clear();
        let loaded = loop {
            match load::load(&self.ground, self.workspace.id, quarantine).await {
                Ok(loaded) => break loaded,
                Err(error) => {
                    tracing::error!(%error, workspace = %self.workspace.key, "the workspace cannot be loaded; trying again");
                    tokio::time::sleep(RELOAD_PAUSE).await;
                }
            }
        };
        let Loaded { engine, epoch, config, bodies, transfers, standings, facts } = loaded;
        (self.engine, self.epoch, self.facts, self.wake_at) = (engine, epoch, facts, None);
        (self.press.bodies, self.press.transfers) = (bodies, transfers);
        self.press.standings = standings;
        self.workspace.set_names(Names::in_force(config));
        self.presence.start_over(self.engine.desk().connected(), Instant::now());
        self.watches.clear();
        self.board.forget();
        self.publisher.end_all(Gone::StartOver);
        self.enter(Input::Wake);
    }

    /// Everything decided is durable: keep a snapshot, and tell those who look.
    async fn stop(mut self) {
        self.ground.bus.letters.disown(self.workspace.on_bus());
        self.publisher.end_all(Gone::Stopped);
        let beside = [self.hours.take(), self.indexing.take(), self.erasing.take()];
        for beside in beside.into_iter().flatten() {
            beside.abort();
        }
        if let Some(snapshot) = self.snapshot.take() {
            // One that was stopped is no loss: the next one is taken here.
            snapshot.abort();
        }
        load::take_snapshot(
            self.ground.store.clone(),
            self.workspace.id,
            engine::Sequence(u64::MAX),
        )
        .await;
    }

    fn wake_in(&self) -> Option<Instant> {
        let at = self.wake_at?;
        Some(Instant::now() + Duration::from_millis(at.since(self.ground.clock.now())))
    }
}

/// Answers; somebody who went away does not hear it.
fn reply(answer: oneshot::Sender<Reply>, reply: Reply) {
    let _ = answer.send(reply);
}

/// The commit under way; never, if there is none.
async fn durable(committing: &mut Option<Committing>) -> Result<engine::Sequence, CommitError> {
    match committing {
        Some(commit) => {
            let outcome = commit.await;
            *committing = None;
            outcome
        }
        None => std::future::pending().await,
    }
}

async fn until(at: Option<Instant>) {
    match at {
        Some(at) => tokio::time::sleep_until(at).await,
        None => std::future::pending().await,
    }
}
