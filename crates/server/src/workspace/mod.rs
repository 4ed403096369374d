//! One workspace that runs: a task owns its engine; everybody else writes letters and reads frames, over the bus.
//!
//! Does not decide: `engine` does. Knows neither HTTP nor sockets.

mod asides;
mod board;
mod bodies;
mod commit;
mod driver;
mod editions;
mod erasing;
mod estimates;
mod facts;
mod hours;
mod indexing;
mod letters;
mod load;
mod marks;
mod mentions;
mod presence;
mod publish;
mod readings;
mod watches;

use std::sync::{Arc, PoisonError, RwLock};

use bus::{Commands, Frames, Latest, Newest, Refused, Subscription};
use domain::{
    command::{Actor, Command},
    history::HistoryNames,
    ids::{AgentId, ConversationId, Timestamp},
    reach::Reach,
    view::{Viewer, board::Scope},
};
use engine::{Answered, Found, Question, Refusal};
use store::WorkspaceId;
use tokio::{
    sync::{Notify, oneshot},
    task::JoinHandle,
};
use uuid::Uuid;

pub use board::{BoardFrame, BoardTold};
pub use bodies::Bodies;
pub use editions::Editions;
pub use letters::{Frame, Letter, Reply, Sign, SocketId, Told};
pub use load::LoadError;

use marks::Marks;
pub use publish::Press;
use readings::Readings;

use crate::{
    clock::Clock, limits::OVERLOADED_RETRY_MS, links::Links, options::ServerOptions,
    sign_in::signing::SigningKey, translate::Names,
};

/// Between those who ask and look, and the tasks that run workspaces.
#[derive(Debug, Default)]
pub struct Bus {
    pub letters: Commands<Letter, Reply>,
    pub frames: Frames<Viewer, Frame>,
    pub boards: Latest<Scope, BoardFrame>,
}

/// What a workspace runs on.
#[derive(Clone)]
pub struct Ground {
    pub store: crate::Store,
    pub clock: Arc<Clock>,
    pub keys: Arc<SigningKey>,
    pub options: Arc<ServerOptions>,
    pub bus: Arc<Bus>,
}

/// The way to a workspace. Shared by everybody who asks.
pub struct Workspace {
    pub id: WorkspaceId,
    /// As it stands in addresses.
    pub key: Arc<str>,
    pub links: Links,
    bus: Arc<Bus>,
    names: RwLock<Arc<Names>>,
    /// What imported histories speak of: nothing is imported while the workspace runs.
    histories: Arc<HistoryNames>,
    readings: Readings,
    pub marks: Marks,
    kept_editions: editions::Kept,
    /// Something was committed.
    committed: Notify,
    /// Something is to be erased, or kept for another while.
    to_erase: Notify,
    /// The erasure of somebody is complete.
    pub erased: Notify,
}

impl Workspace {
    /// Loads a workspace and starts its task, which ends after [`Letter::Stop`].
    pub async fn start(
        id: WorkspaceId,
        key: &str,
        ground: Ground,
    ) -> Result<(Arc<Self>, JoinHandle<()>), LoadError> {
        let key: Arc<str> = key.into();
        let links = Links {
            keys: Arc::clone(&ground.keys),
            clock: Arc::clone(&ground.clock),
            workspace: Arc::clone(&key),
        };
        let loaded = load::load(&ground, id, None).await?;
        let histories = Arc::new(load::histories(&ground.store, id).await?);
        let names = Names::in_force(loaded.config.clone()).knowing(Arc::clone(&histories));
        let names = RwLock::new(Arc::new(names));
        let bus = Arc::clone(&ground.bus);
        let readings = Readings::default();
        let marks = Marks::default();
        let kept_editions = editions::Kept::default();
        let (committed, to_erase, erased) = (Notify::new(), Notify::new(), Notify::new());
        let workspace = Arc::new(Self {
            id,
            key,
            links,
            bus,
            names,
            histories,
            readings,
            marks,
            kept_editions,
            committed,
            to_erase,
            erased,
        });
        let driver = driver::Driver::new(Arc::clone(&workspace), ground, loaded);
        Ok((workspace, tokio::spawn(driver.run())))
    }

    /// The names of the configuration in force.
    pub fn names(&self) -> Arc<Names> {
        Arc::clone(&self.names.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn set_names(&self, names: Names) {
        let names = names.knowing(Arc::clone(&self.histories));
        *self.names.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(names);
    }

    /// Has something done, and waits until it is durable.
    pub async fn command(
        &self,
        actor: Actor,
        id: Option<Uuid>,
        command: Command,
        files: Vec<store::File>,
    ) -> Result<Answered, Refusal> {
        match self.write(Letter::Command { actor, id, command, files })?.await {
            Ok(Reply::Outcome(outcome)) => outcome,
            Ok(Reply::Told(_) | Reply::Forwarded(_) | Reply::Board(_) | Reply::Noted) | Err(_) => {
                Err(Refusal::Unavailable)
            }
        }
    }

    /// Puts into the journal that somebody reads a conversation, where they take no part in it, and waits until
    /// it is durable.
    pub async fn note_reading(
        &self,
        agent: AgentId,
        conversation: ConversationId,
        now: Timestamp,
    ) -> Result<(), Refusal> {
        if !self.readings.begin(agent, conversation, now) {
            return Ok(());
        }
        let command = Command::NoteReading { conversation };
        let noted = self.command(Actor::Agent(agent), None, command, Vec::new()).await;
        if noted.is_err() {
            self.readings.forget(agent, conversation);
        }
        noted.map(|_| ())
    }

    /// Finds out something, as of a sequence that is durable.
    pub async fn ask(&self, question: Question) -> Result<Box<Told>, Refusal> {
        match self.write(Letter::Read(question))?.await {
            Ok(Reply::Told(told)) => told,
            Ok(Reply::Outcome(_) | Reply::Forwarded(_) | Reply::Board(_) | Reply::Noted)
            | Err(_) => Err(Refusal::Unavailable),
        }
    }

    /// Shows a sign to the others in a conversation; whether it was this person's to give.
    pub async fn show(
        &self,
        from: Viewer,
        conversation: ConversationId,
        sign: Sign,
    ) -> Result<bool, Refusal> {
        match self.write(Letter::Aside { from, conversation, sign })?.await {
            Ok(Reply::Forwarded(forwarded)) => Ok(forwarded),
            Ok(Reply::Told(Err(refused))) => Err(refused),
            Ok(Reply::Told(Ok(_)) | Reply::Outcome(_) | Reply::Board(_) | Reply::Noted)
            | Err(_) => Err(Refusal::Unavailable),
        }
    }

    /// What an agent may read of all there is and was.
    pub async fn reach(&self, agent: AgentId) -> Result<Option<Reach>, Refusal> {
        match self.ask(Question::Reach(agent)).await?.reading.found {
            Found::Reach(reach) => Ok(reach.map(|reach| *reach)),
            Found::Snapshot(_)
            | Found::Object(_)
            | Found::Directory(_)
            | Found::Explain(_)
            | Found::Completions(_)
            | Found::MayRead(_)
            | Found::Config(_) => Err(Refusal::Unavailable),
        }
    }

    /// The board as an agent sees it; none for somebody who sees none.
    pub async fn board(&self, agent: AgentId) -> Result<Option<BoardTold>, Refusal> {
        match self.write(Letter::OpenBoard { agent })?.await {
            Ok(Reply::Board(told)) => Ok(told),
            Ok(Reply::Outcome(_) | Reply::Told(_) | Reply::Forwarded(_) | Reply::Noted)
            | Err(_) => Err(Refusal::Unavailable),
        }
    }

    /// Reads what changes on the board for everybody of a scope; the newest only.
    pub fn follow_board(&self, scope: Scope) -> Newest<BoardFrame> {
        self.bus.boards.subscribe(self.on_bus(), scope)
    }

    /// Puts a letter in the line; the answer comes later, or never to somebody who does not wait for it.
    pub fn write(&self, letter: Letter) -> Result<oneshot::Receiver<Reply>, Refusal> {
        self.bus.letters.send(self.on_bus(), letter).map_err(|refused| match refused {
            Refused::Full => Refusal::Overloaded { retry_after_ms: OVERLOADED_RETRY_MS },
            Refused::NoOwner => Refusal::Unavailable,
        })
    }

    /// Reads everything that is told to a viewer from here on.
    pub fn subscribe(&self, viewer: Viewer) -> Subscription<Viewer, Frame> {
        self.bus.frames.subscribe(self.on_bus(), viewer)
    }

    fn on_bus(&self) -> bus::Workspace {
        bus::Workspace(self.id.0)
    }
}
