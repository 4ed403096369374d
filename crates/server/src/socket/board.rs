//! The board on one socket: where it stands, and whether the next frame follows.
//!
//! Only the newest frame of the scope is ever held for a socket. One that reads too slowly for all of them is told
//! the whole board again.

use bus::Newest;
use domain::command::Actor;
use protocol::{
    frame::GoodbyeCode,
    problem::{Code, Problem},
};

use super::{
    session::{End, Goodbye, Session, bad_frame},
    side::Side,
};
use crate::{
    error::refusal,
    workspace::{BoardFrame, BoardTold, Workspace},
};

pub struct Look {
    newest: Newest<BoardFrame>,
    /// The sequence of what this socket was told last.
    told: u64,
}

/// How a frame stands to what was told.
enum Follows {
    Next,
    /// In what was told already.
    Known,
    /// Others came between.
    Gap,
}

impl Look {
    fn at(workspace: &Workspace, told: BoardTold) -> Self {
        Self { newest: workspace.follow_board(told.scope), told: told.sequence }
    }

    fn take(&mut self, frame: &BoardFrame) -> Follows {
        if frame.sequence <= self.told {
            Follows::Known
        } else if frame.after == self.told {
            self.told = frame.sequence;
            Follows::Next
        } else {
            Follows::Gap
        }
    }
}

impl<S: Side> Session<S> {
    /// Says everything on the board; what changes follows.
    pub(super) async fn open_board(&mut self) -> Result<(), End> {
        let Actor::Agent(agent) = S::actor(self.id) else { return Ok(()) };
        let workspace = &self.arrival.workspace;
        let told = workspace.board(agent).await.map_err(|refused| {
            let problem = refusal(refused, &workspace.names());
            End::Goodbye(Goodbye::with(GoodbyeCode::Overloaded, problem))
        })?;
        let Some(told) = told else {
            self.board = None;
            return Err(bad_frame(Problem::new(Code::NotAllowed, "the board is for supervisors")));
        };
        let bytes = told.bytes.clone();
        self.board = Some(Box::new(Look::at(workspace, told)));
        self.feed(bytes).await?;
        self.flush().await
    }

    /// Hands on what follows what was told; whoever read too slowly for that is told everything.
    pub(super) async fn tell_board(&mut self, frame: BoardFrame) -> Result<(), End> {
        match self.board.as_mut().map(|look| look.take(&frame)) {
            Some(Follows::Next) => {
                self.feed(frame.bytes).await?;
                self.flush().await
            }
            Some(Follows::Gap) => Box::pin(self.open_board()).await,
            Some(Follows::Known) | None => Ok(()),
        }
    }
}

/// The next frame of the board; never, where it is not open.
pub async fn newest(look: &mut Option<Box<Look>>) -> BoardFrame {
    match look {
        Some(look) => look.newest.read().await,
        None => std::future::pending().await,
    }
}
