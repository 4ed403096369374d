//! One person at a socket: what they see, and waiting until they see something.
//!
//! Waiting is by events and has an end; a test never sleeps.

use std::{collections::BTreeMap, time::Duration};

use client::{Api, ClientError, Connection, Incoming, Patience, Side, Staff, Visitor};
use protocol::{
    command::{Answer, ChoosableStatus, Draft, OpenConversation, StaffCommand, VisitorCommand},
    frame::{Change, ObjectKey},
    ids::{ConversationId, OfferId},
    problem::Problem,
    staff, visitor,
};
use tokio::time::timeout;
use uuid::Uuid;

/// A test that waits longer has failed: everything here answers in milliseconds.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// A side whose objects have keys.
pub trait Keyed: Side<Object: Clone, Line: Clone> {
    fn key(object: &Self::Object) -> ObjectKey;
}

impl Keyed for Staff {
    fn key(object: &staff::Object) -> ObjectKey {
        match object {
            staff::Object::Me(me) => ObjectKey::Me { id: me.id },
            staff::Object::Offer(offer) => ObjectKey::Offer { id: offer.id },
            staff::Object::Conversation(conversation) => {
                ObjectKey::Conversation { id: conversation.id }
            }
            staff::Object::BoardQueue(queue) => ObjectKey::BoardQueue { id: queue.id.clone() },
            staff::Object::BoardAgent(agent) => ObjectKey::BoardAgent { id: agent.id },
            staff::Object::BoardConversation(conversation) => {
                ObjectKey::BoardConversation { id: conversation.id }
            }
            staff::Object::BoardAlert(alert) => ObjectKey::BoardAlert { id: alert.id.clone() },
        }
    }
}

impl Keyed for Visitor {
    fn key(object: &visitor::Object) -> ObjectKey {
        let visitor::Object::VisitorConversation(conversation) = object;
        ObjectKey::VisitorConversation { id: conversation.id }
    }
}

/// Somebody at a socket.
pub struct Desk<S: Keyed> {
    connection: Connection<S>,
    api: Api,
    pub objects: BTreeMap<ObjectKey, S::Object>,
    /// What is on the board, once it was opened.
    pub board: BTreeMap<ObjectKey, S::Object>,
    pub lines: Vec<S::Line>,
    outcomes: BTreeMap<Uuid, Result<Answer, Problem>>,
}

impl<S: Keyed> Desk<S> {
    /// Opens a socket and waits for its first snapshot.
    pub async fn open(api: Api) -> Self {
        let connection = Connection::new(api.clone(), Patience(PATIENCE));
        let mut desk = Self {
            connection,
            api,
            objects: BTreeMap::new(),
            board: BTreeMap::new(),
            lines: Vec::new(),
            outcomes: BTreeMap::new(),
        };
        desk.take_in().await;
        desk
    }

    /// Requests as the same person.
    pub fn api(&self) -> &Api {
        &self.api
    }

    /// Sends a command and goes on.
    pub async fn send(&mut self, command: S::Command) -> Uuid {
        self.connection.send(command).await
    }

    /// The outcome of a command sent before.
    pub async fn outcome(&mut self, id: Uuid) -> Result<Answer, Problem> {
        loop {
            if let Some(outcome) = self.outcomes.remove(&id) {
                return outcome;
            }
            self.take_in().await;
        }
    }

    /// Sends a command that must take effect.
    pub async fn done(&mut self, command: S::Command) -> Answer {
        let id = self.send(command).await;
        let outcome = self.outcome(id).await;
        outcome.unwrap_or_else(|problem| {
            panic!("refused: {}: {}", problem.code.as_str(), problem.detail)
        })
    }

    /// Sends a command that must be refused.
    pub async fn refused(&mut self, command: S::Command) -> Problem {
        let id = self.send(command).await;
        let outcome = self.outcome(id).await;
        outcome.expect_err("the command is refused")
    }

    /// Waits until something is there.
    pub async fn until<T>(&mut self, what: &str, find: impl Fn(&Self) -> Option<T>) -> T {
        loop {
            if let Some(found) = find(self) {
                return found;
            }
            assert!(timeout(PATIENCE, self.take_in()).await.is_ok(), "waited for {what}");
        }
    }

    /// Cuts the socket, as a lost network would; the next use comes back and resumes.
    pub fn cut(&mut self) {
        self.connection.cut();
    }

    /// Waits until the server ends the socket for good; with why.
    pub async fn ended(&mut self) -> ClientError {
        loop {
            let next = timeout(PATIENCE, self.connection.next()).await;
            if let Err(error) = next.expect("the socket ends") {
                return error;
            }
        }
    }

    async fn take_in(&mut self) {
        let incoming = timeout(PATIENCE, self.connection.next()).await.expect("something arrives");
        match incoming.unwrap_or_else(|error| panic!("the socket ended: {error}")) {
            Incoming::Snapshot { objects, .. } => {
                self.objects =
                    objects.into_iter().map(|object| (S::key(&object), object)).collect();
            }
            Incoming::Frame { lines, changes, .. } => {
                self.lines.extend(lines);
                put_and_remove::<S>(&mut self.objects, changes);
            }
            Incoming::Reply { id, answer, .. } => {
                self.outcomes.insert(id, Ok(answer));
            }
            Incoming::Refused { id, problem } => {
                self.outcomes.insert(id, Err(problem));
            }
            Incoming::BoardSnapshot { objects, .. } => {
                self.board = objects.into_iter().map(|object| (S::key(&object), object)).collect();
            }
            Incoming::Board { changes, .. } => put_and_remove::<S>(&mut self.board, changes),
            Incoming::Typing { .. } | Incoming::Aside(_) => {}
        }
    }
}

fn put_and_remove<S: Keyed>(
    objects: &mut BTreeMap<ObjectKey, S::Object>,
    changes: Vec<Change<S::Object>>,
) {
    for change in changes {
        match change {
            Change::Put(object) => objects.insert(S::key(&object), object),
            Change::Remove(key) => objects.remove(&key),
        };
    }
}

impl Desk<Staff> {
    /// Opens the board, whether one is for them or not.
    pub async fn ask_for_board(&mut self) {
        self.connection.open_board().await;
    }

    /// Opens the board and waits until it is there.
    pub async fn open_board(&mut self) {
        self.ask_for_board().await;
        self.until("the board", |desk| (!desk.board.is_empty()).then_some(())).await;
    }

    pub async fn go_online(&mut self) {
        self.done(StaffCommand::SetStatus { status: ChoosableStatus::Online, reason: None }).await;
        self.until("being online", |desk| {
            (desk.me()?.status == staff::AgentStatus::Online).then_some(())
        })
        .await;
    }

    pub fn me(&self) -> Option<&staff::Me> {
        self.objects.values().find_map(|object| match object {
            staff::Object::Me(me) => Some(me),
            staff::Object::Offer(_)
            | staff::Object::Conversation(_)
            | staff::Object::BoardQueue(_)
            | staff::Object::BoardAgent(_)
            | staff::Object::BoardConversation(_)
            | staff::Object::BoardAlert(_) => None,
        })
    }

    pub fn offers(&self) -> impl Iterator<Item = &staff::Offer> {
        self.objects.values().filter_map(|object| match object {
            staff::Object::Offer(offer) => Some(offer),
            staff::Object::Me(_)
            | staff::Object::Conversation(_)
            | staff::Object::BoardQueue(_)
            | staff::Object::BoardAgent(_)
            | staff::Object::BoardConversation(_)
            | staff::Object::BoardAlert(_) => None,
        })
    }

    pub fn conversations(&self) -> impl Iterator<Item = &staff::Conversation> {
        self.objects.values().filter_map(|object| match object {
            staff::Object::Conversation(conversation) => Some(conversation),
            staff::Object::Me(_)
            | staff::Object::Offer(_)
            | staff::Object::BoardQueue(_)
            | staff::Object::BoardAgent(_)
            | staff::Object::BoardConversation(_)
            | staff::Object::BoardAlert(_) => None,
        })
    }

    pub fn conversation(&self, id: ConversationId) -> Option<&staff::Conversation> {
        self.conversations().find(|conversation| conversation.id == id)
    }

    /// The offer of a conversation, once it is there.
    pub async fn offer_of(&mut self, conversation: ConversationId) -> OfferId {
        self.until("an offer", |desk| {
            desk.offers().find(|o| o.conversation == conversation).map(|o| o.id)
        })
        .await
    }

    /// Waits for the offer of a conversation and accepts it.
    pub async fn accept(&mut self, conversation: ConversationId) {
        let offer = self.offer_of(conversation).await;
        self.done(StaffCommand::AcceptOffer { offer }).await;
    }

    /// Waits until this agent stands so to a conversation.
    pub async fn until_relation(
        &mut self,
        conversation: ConversationId,
        relation: staff::Relation,
    ) {
        let stands =
            |desk: &Self| (desk.conversation(conversation)?.relation == relation).then_some(());
        self.until("a relation", stands).await;
    }
}

impl Desk<Visitor> {
    /// Opens a conversation with a first message.
    pub async fn ask(&mut self, queue: Option<&str>, text: &str) -> ConversationId {
        let answer = self
            .done(VisitorCommand::OpenConversation(OpenConversation {
                queue: queue.map(String::from),
                message: Some(Draft { text: text.into(), files: Vec::new() }),
                ..OpenConversation::default()
            }))
            .await;
        let Answer::Opened { conversation, .. } = answer else {
            panic!("a conversation is opened, not {answer:?}")
        };
        conversation
    }

    pub async fn say(&mut self, conversation: ConversationId, text: &str) {
        let message = Draft { text: text.into(), files: Vec::new() };
        self.done(VisitorCommand::PostMessage { conversation, message }).await;
    }

    pub fn conversation(&self, id: ConversationId) -> Option<&visitor::Conversation> {
        let visitor::Object::VisitorConversation(conversation) =
            self.objects.get(&ObjectKey::VisitorConversation { id })?;
        Some(conversation)
    }
}
