//! The chain guard: how often and which ways an agent may move a conversation on (SPEC §4, "Chain guard").
//!
//! Stops only moves that an agent asks for; supervisors, returns, fallbacks and re-queues do not come here.
//! What follows when it stops one is `decide::chain`'s.

use crate::{
    command::Target,
    config::{ChainPolicy, EdgeEnd, Place},
    desk::Desk,
    ids::{AgentId, QueueId},
    rejection::Rejection,
    state::{Conversation, StoppedMove},
    view::actions::Because,
};

/// What the guard says to a move that it does not bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Open,
    /// A supervisor has to be asked first.
    Stopped,
}

/// Why a move is not to be had, whoever is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Barred {
    Edge,
    Chain,
    AllBut(QueueId),
}

impl From<Barred> for Rejection {
    fn from(barred: Barred) -> Self {
        match barred {
            Barred::Edge => Self::EdgeNotAllowed,
            Barred::Chain => Self::ChainBlocked,
            Barred::AllBut(queue) => Self::OnlyFinalQueue(queue),
        }
    }
}

impl From<Barred> for Because {
    fn from(barred: Barred) -> Self {
        match barred {
            Barred::Edge => Self::EdgeNotAllowed,
            Barred::Chain => Self::ChainBlocked,
            Barred::AllBut(queue) => Self::OnlyFinalQueue(queue),
        }
    }
}

impl Desk {
    /// Whether an agent may move a conversation to a target in a place.
    pub(crate) fn way(
        &self,
        asking: AgentId,
        conversation: &Conversation,
        target: Target,
        to: Place,
    ) -> Result<Way, Barred> {
        if self.supervises(asking, conversation) {
            return Ok(Way::Open);
        }
        if !self.edge_is_allowed(conversation, target, to) {
            return Err(Barred::Edge);
        }
        let settings = &self.rules().settings;
        if conversation.hops < settings.chain_limit {
            return Ok(Way::Open);
        }
        match settings.chain_policy {
            ChainPolicy::Supervisor if conversation.stopped == Some(StoppedMove::Allowed) => {
                Ok(Way::Open)
            }
            ChainPolicy::Supervisor => Ok(Way::Stopped),
            ChainPolicy::Block => Err(Barred::Chain),
            ChainPolicy::FinalQueue(last) if to.queue == last => Ok(Way::Open),
            ChainPolicy::FinalQueue(last) => Err(Barred::AllBut(last)),
        }
    }

    /// Whether a move goes along an allowed edge. One that stays in its queue goes along none.
    fn edge_is_allowed(&self, conversation: &Conversation, target: Target, to: Place) -> bool {
        let edges = &self.rules().edges;
        if edges.is_empty() || to.queue == conversation.place.queue {
            return true;
        }
        let agents = &self.rules().agents;
        let is_of = |agent: Option<AgentId>, team| {
            agent.and_then(|agent| agents.get(&agent)).is_some_and(|a| a.teams.contains(&team))
        };
        let leaves = |end: EdgeEnd| match end {
            EdgeEnd::Queue(queue) => conversation.place.queue == queue,
            EdgeEnd::Team(team) => is_of(conversation.owner(), team),
            EdgeEnd::Tier(tier) => self.place(conversation.place).tier() == tier,
        };
        let reaches = |end: EdgeEnd| match (end, target) {
            (EdgeEnd::Queue(queue), _) => to.queue == queue,
            (EdgeEnd::Team(team), Target::Agent(agent)) => is_of(Some(agent), team),
            (EdgeEnd::Team(team), Target::Queue(_)) => {
                self.index.teams.get(&to.queue).is_some_and(|teams| teams.contains(&team))
            }
            (EdgeEnd::Tier(tier), _) => self.place(to).tier() == tier,
        };
        edges.iter().any(|edge| leaves(edge.from) && reaches(edge.to))
    }
}
