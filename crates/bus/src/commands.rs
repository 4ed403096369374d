//! The way to the owner of a workspace, and the answer back.

use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock},
};

use tokio::sync::{mpsc, oneshot};

use crate::{Workspace, limits::INBOX_MAX};

/// Routes questions of type `Q` to owners, who answer with `A`.
#[derive(Debug)]
pub struct Commands<Q, A> {
    owners: RwLock<HashMap<Workspace, mpsc::Sender<Asked<Q, A>>>>,
}

/// A question on its way, and where its answer goes.
#[derive(Debug)]
pub struct Asked<Q, A> {
    pub question: Q,
    answer: oneshot::Sender<A>,
}

/// What is asked of a workspace, in the order it was asked.
pub type Inbox<Q, A> = mpsc::Receiver<Asked<Q, A>>;

/// Why a question was not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nobody runs this workspace, or its owner went away over the question: whether it was heard is unknown.
    #[error("nobody runs this workspace at the moment")]
    NoOwner,
    /// It was not heard. Ask again later.
    #[error("too many commands wait for this workspace")]
    Full,
}

impl<Q, A> Commands<Q, A> {
    #[must_use]
    pub fn new() -> Self {
        Self { owners: RwLock::default() }
    }

    /// Becomes the owner of a workspace: everything asked from here on comes to this inbox, and no longer
    /// to that of an earlier owner.
    pub fn own(&self, workspace: Workspace) -> Inbox<Q, A> {
        let (sender, inbox) = mpsc::channel(INBOX_MAX);
        self.owners.write().unwrap_or_else(PoisonError::into_inner).insert(workspace, sender);
        inbox
    }

    /// Nobody runs a workspace from here; its inbox ends once it is empty.
    pub fn disown(&self, workspace: Workspace) {
        self.owners.write().unwrap_or_else(PoisonError::into_inner).remove(&workspace);
    }

    /// Asks the owner and waits for the answer. Questions of one asker arrive in the order they were sent.
    pub async fn ask(&self, workspace: Workspace, question: Q) -> Result<A, Refused> {
        self.send(workspace, question)?.await.map_err(|_| Refused::NoOwner)
    }

    /// Sends a question; the answer comes later, or never to somebody who does not wait for it.
    pub fn send(&self, workspace: Workspace, question: Q) -> Result<oneshot::Receiver<A>, Refused> {
        let (answer, answered) = oneshot::channel();
        let owners = self.owners.read().unwrap_or_else(PoisonError::into_inner);
        let owner = owners.get(&workspace).ok_or(Refused::NoOwner)?;
        owner.try_send(Asked { question, answer }).map_err(|error| match error {
            mpsc::error::TrySendError::Full(_) => Refused::Full,
            mpsc::error::TrySendError::Closed(_) => Refused::NoOwner,
        })?;
        Ok(answered)
    }
}

impl<Q, A> Default for Commands<Q, A> {
    fn default() -> Self {
        Self::new()
    }
}

impl<Q, A> Asked<Q, A> {
    /// The question, and the way to answer it later.
    pub fn into_parts(self) -> (Q, oneshot::Sender<A>) {
        (self.question, self.answer)
    }

    /// Answers. Somebody who went away meanwhile does not hear it.
    pub fn answer(self, answer: A) {
        let _ = self.answer.send(answer);
    }
}
