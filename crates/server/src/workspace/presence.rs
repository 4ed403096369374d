//! Who is here: a person is there with their first socket, and lost some seconds after their last one.
//!
//! A page that is reloaded is gone for a moment only; the desk is not told of that.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    time::Duration,
};

use domain::{command::Command, view::Viewer};
use tokio::time::Instant;

#[derive(Debug)]
pub struct Presence {
    absence: Duration,
    /// Those the desk believes connected.
    present: BTreeSet<Viewer>,
    /// Those without a socket, and when the desk is to be told.
    absent: BTreeMap<Viewer, Instant>,
    /// The same in the order it falls due; the wait is the same for all.
    leaving: VecDeque<(Instant, Viewer)>,
}

impl Presence {
    pub fn new(absence: Duration) -> Self {
        Self {
            absence,
            present: BTreeSet::new(),
            absent: BTreeMap::new(),
            leaving: VecDeque::new(),
        }
    }

    /// The first socket of somebody is there; whether the desk is to be told.
    pub fn come(&mut self, viewer: Viewer) -> bool {
        self.absent.remove(&viewer);
        self.present.insert(viewer)
    }

    /// The last socket of somebody is gone.
    pub fn go(&mut self, viewer: Viewer, now: Instant) {
        let due = now + self.absence;
        self.absent.insert(viewer, due);
        self.leaving.push_back((due, viewer));
    }

    /// When somebody may have to be given up next.
    pub fn next_due(&self) -> Option<Instant> {
        self.leaving.front().map(|(due, _)| *due)
    }

    /// Somebody who stayed away too long, if there is one.
    pub fn lost(&mut self, now: Instant) -> Option<Viewer> {
        while let Some((due, viewer)) = self.leaving.front().copied() {
            if due > now {
                return None;
            }
            self.leaving.pop_front();
            // An entry of an earlier absence that ended does not count.
            if self.absent.get(&viewer) == Some(&due) {
                self.absent.remove(&viewer);
                self.present.remove(&viewer);
                return Some(viewer);
            }
        }
        None
    }

    /// The desk has been loaded again, and every socket ended. What it was told last may be lost: only those whom it
    /// believes connected are, and they are absent until a socket of theirs comes back.
    pub fn start_over(&mut self, connected: impl IntoIterator<Item = Viewer>, now: Instant) {
        *self = Self::new(self.absence);
        for viewer in connected {
            self.present.insert(viewer);
            self.go(viewer, now);
        }
    }
}

/// Tells the desk that somebody is here.
pub fn there(viewer: Viewer) -> Command {
    match viewer {
        Viewer::Agent(agent) => Command::ConnectAgent { agent },
        Viewer::Visitor(visitor) => Command::ConnectVisitor { visitor },
    }
}

/// Tells the desk that somebody is gone.
pub fn gone(viewer: Viewer) -> Command {
    match viewer {
        Viewer::Agent(agent) => Command::LoseAgentConnection { agent },
        Viewer::Visitor(visitor) => Command::LoseVisitorConnection { visitor },
    }
}
