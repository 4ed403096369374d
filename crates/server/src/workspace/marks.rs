//! Read marks on their way to the store: at most one write a second for each person and conversation.
//!
//! The first mark is written at once; those that come within the second after it wait and are written as one. A server
//! that dies in between forgets at most that second of reading.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use domain::{
    command::Actor,
    ids::{ConversationId, MessageId, Timestamp},
};
use store::{ReadMark, Records, StoreError, WorkspaceId};

use crate::{
    Store,
    limits::{READ_MARK_PAUSE, READ_MARKS_HELD_MAX},
};

type Key = (ConversationId, Actor);

#[derive(Debug, Clone, Default)]
pub struct Marks(Arc<Mutex<BTreeMap<Key, Held>>>);

/// Somebody whose mark was written within the last second.
#[derive(Debug, Clone, Copy)]
struct Held {
    latest: MessageId,
    at: Timestamp,
    /// The latest is not in the store.
    waits: bool,
}

impl Marks {
    /// Takes a mark in: it is in the store, or will be within a second.
    pub async fn put(
        &self,
        store: &Store,
        workspace: WorkspaceId,
        person: Actor,
        conversation: ConversationId,
        message: MessageId,
        at: Timestamp,
    ) -> Result<(), StoreError> {
        let key = (conversation, person);
        {
            let mut held = self.held();
            if let Some(known) = held.get_mut(&key) {
                if message > known.latest {
                    *known = Held { latest: message, at, waits: true };
                }
                return Ok(());
            }
            if held.len() < READ_MARKS_HELD_MAX {
                held.insert(key, Held { latest: message, at, waits: false });
                tokio::spawn(self.clone().follow(store.clone(), workspace, key));
            }
        }
        store.put_read_mark(workspace, person, conversation, message, at).await
    }

    /// The marks of a conversation: as they are kept, with what is on its way.
    pub async fn of(
        &self,
        store: &Store,
        workspace: WorkspaceId,
        conversation: ConversationId,
    ) -> Result<Vec<ReadMark>, StoreError> {
        let mut marks = store.read_marks(workspace, conversation).await?;
        let held = self.held();
        for mark in &mut marks {
            if let Some(known) = held.get(&(conversation, mark.person))
                && known.latest > mark.message
            {
                (mark.message, mark.at) = (known.latest, Some(known.at));
            }
        }
        Ok(marks)
    }

    /// Writes what came in since, once a second, until nothing did.
    async fn follow(self, store: Store, workspace: WorkspaceId, key: Key) {
        loop {
            tokio::time::sleep(READ_MARK_PAUSE).await;
            let Some((message, at)) = self.take(key) else { return };
            let (conversation, person) = key;
            let written = store.put_read_mark(workspace, person, conversation, message, at).await;
            if let Err(error) = written {
                tracing::warn!(%error, "a read mark was not kept");
            }
        }
    }

    /// What waits to be written; forgets somebody of whom nothing does.
    fn take(&self, key: Key) -> Option<(MessageId, Timestamp)> {
        let mut held = self.held();
        match held.get_mut(&key) {
            Some(known) if known.waits => {
                known.waits = false;
                Some((known.latest, known.at))
            }
            Some(_) | None => {
                held.remove(&key);
                None
            }
        }
    }

    fn held(&self) -> MutexGuard<'_, BTreeMap<Key, Held>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
