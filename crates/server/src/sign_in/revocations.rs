//! What a token or a session is worth can end while sockets are open that were opened with it: tells them.
//!
//! Whether a credential is valid is looked up where it is used; a socket listens before it looks, so that no end
//! falls between.

use domain::ids::VisitorId;
use store::{TokenHash, TokenId, WorkspaceId};
use tokio::sync::broadcast::{self, error::RecvError};

use crate::limits::REVOCATIONS_HELD_MAX;

/// What somebody showed to be let in, and what may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credential {
    Session(TokenHash),
    ApiToken(TokenId),
    Visitor(WorkspaceId, VisitorId),
}

/// Everybody who listens.
pub struct Revocations(broadcast::Sender<Credential>);

/// One who listens.
pub struct Listening(broadcast::Receiver<Credential>);

impl Default for Revocations {
    fn default() -> Self {
        Self(broadcast::Sender::new(REVOCATIONS_HELD_MAX))
    }
}

impl Revocations {
    /// To be said once the end is kept.
    pub fn ended(&self, credential: Credential) {
        // Nobody listening is no failure.
        let _ = self.0.send(credential);
    }

    pub fn listen(&self) -> Listening {
        Listening(self.0.subscribe())
    }
}

impl Listening {
    /// Comes back once that credential has ended, or may have: whoever missed something says hello again.
    pub async fn end_of(&mut self, credential: Credential) {
        loop {
            match self.0.recv().await {
                Ok(ended) if ended != credential => {}
                Ok(_) | Err(RecvError::Lagged(_)) => return,
                Err(RecvError::Closed) => return std::future::pending().await,
            }
        }
    }
}
