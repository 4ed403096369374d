//! What each of an agent's sockets watches; the engine is told what they watch together.

use std::collections::{BTreeMap, BTreeSet};

use domain::ids::{AgentId, ConversationId};

use super::letters::SocketId;

#[derive(Default)]
pub struct Watches {
    watched: BTreeMap<(AgentId, SocketId), BTreeSet<ConversationId>>,
}

/// What changed for the agent when one of their sockets looked elsewhere.
pub struct Change {
    pub begun: Vec<ConversationId>,
    pub ended: Vec<ConversationId>,
}

impl Watches {
    /// The socket watches these now, and nothing else; none at all forgets the socket.
    pub fn set(
        &mut self,
        agent: AgentId,
        socket: SocketId,
        conversations: BTreeSet<ConversationId>,
    ) -> Change {
        let before = self.of(agent);
        if conversations.is_empty() {
            self.watched.remove(&(agent, socket));
        } else {
            self.watched.insert((agent, socket), conversations);
        }
        let after = self.of(agent);
        Change {
            begun: after.difference(&before).copied().collect(),
            ended: before.difference(&after).copied().collect(),
        }
    }

    pub fn clear(&mut self) {
        self.watched.clear();
    }

    fn of(&self, agent: AgentId) -> BTreeSet<ConversationId> {
        let sockets = self.watched.range((agent, SocketId(0))..=(agent, SocketId(u64::MAX)));
        sockets.flat_map(|(_, conversations)| conversations).copied().collect()
    }
}
