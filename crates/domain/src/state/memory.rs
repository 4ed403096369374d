//! What the desk remembers of visitors after their conversations are gone: the last owner in each queue
//! and the last visit. Bounded, and forgotten by age.
//!
//! Needs no deadline: what has passed is dropped when something is added, and never answered with.

use alloc::collections::{BTreeMap, BTreeSet};

use crate::{
    config::Place,
    ids::{AgentId, BodyId, ConversationId, PipelineId, QueueId, Timestamp, VisitorId},
    limits::STICKY_MAX,
};

#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Memory {
    visits: BTreeMap<VisitorId, LastVisit>,
    /// The same by age, oldest first.
    by_age: BTreeSet<(Timestamp, VisitorId)>,
}

/// A visitor's last closed conversation, and who owned those before in each queue.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct LastVisit {
    pub conversation: ConversationId,
    pub closed_at: Timestamp,
    pub place: Place,
    pub pipeline: Option<PipelineId>,
    /// What the visitor had filled in.
    pub answers: Option<BodyId>,
    /// Waiting that counts if the visitor comes back in time.
    pub waited_ms: u64,
    pub owner: Option<AgentId>,
    /// Whether it ended without the visitor's or an agent's will, so that coming back continues it.
    pub broken_off: bool,
    /// The last owner in each queue, and when they let go.
    pub owners: BTreeMap<QueueId, (AgentId, Timestamp)>,
}

impl Memory {
    pub fn of(&self, visitor: VisitorId) -> Option<&LastVisit> {
        self.visits.get(&visitor)
    }

    pub(crate) fn forget(&mut self, visitor: VisitorId) {
        if let Some(visit) = self.visits.remove(&visitor) {
            self.by_age.remove(&(visit.closed_at, visitor));
        }
    }

    /// Remembers a visit, and drops what is older than `oldest` or too much.
    pub(crate) fn keep(&mut self, visitor: VisitorId, mut visit: LastVisit, oldest: Timestamp) {
        if let Some(earlier) = self.visits.remove(&visitor) {
            self.by_age.remove(&(earlier.closed_at, visitor));
            for (queue, owner) in earlier.owners {
                visit.owners.entry(queue).or_insert(owner);
            }
        }
        visit.owners.retain(|_, (_, at)| *at >= oldest);
        self.by_age.insert((visit.closed_at, visitor));
        self.visits.insert(visitor, visit);
        while let Some(&(at, forgotten)) = self.by_age.first() {
            if at >= oldest && self.visits.len() <= STICKY_MAX {
                break;
            }
            self.by_age.remove(&(at, forgotten));
            self.visits.remove(&forgotten);
        }
    }
}
