//! One agent's presence. Their load is not here: it follows from the conversations.

use alloc::string::String;

use crate::{command::ChosenStatus, ids::Timestamp, view::staff::AgentStatus};

#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub struct Agent {
    pub chosen: ChosenStatus,
    /// Why away, as picked from the console's list.
    pub reason: Option<String>,
    pub link: Link,
    /// Offers that ran out in a row with no action between.
    pub unanswered: u32,
    pub not_responding: bool,
    /// When the agent last became owner; the start of time if never.
    pub owner_since: Timestamp,
    /// Load above capacity that a supervisor's override or a new configuration has brought (invariant I3);
    /// counts until the next configuration.
    pub allowance: u32,
}

/// How an agent is connected. A loss runs through three phases, each ended by an event or by coming back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "snapshot", derive(serde::Serialize, serde::Deserialize))]
pub enum Link {
    Connected,
    /// Lost; may come back until `grace_ends` as if nothing happened.
    Grace {
        grace_ends: Timestamp,
        lost_ends: Timestamp,
    },
    /// Counts as disconnected; owned conversations are kept until `lost_ends`.
    Disconnected {
        lost_ends: Timestamp,
    },
    /// Nothing is kept any more; so is everybody who was never here.
    Gone,
}

impl Default for Agent {
    fn default() -> Self {
        Self {
            chosen: ChosenStatus::Offline,
            reason: None,
            link: Link::Gone,
            unanswered: 0,
            not_responding: false,
            owner_since: Timestamp(0),
            allowance: 0,
        }
    }
}

impl Agent {
    /// The status in effect.
    pub fn status(&self) -> AgentStatus {
        let reachable = match self.link {
            Link::Connected | Link::Grace { .. } => true,
            Link::Disconnected { .. } | Link::Gone => false,
        };
        match self.chosen {
            ChosenStatus::Offline => AgentStatus::Offline,
            ChosenStatus::Online | ChosenStatus::TransferOnly | ChosenStatus::Away
                if !reachable =>
            {
                AgentStatus::Disconnected
            }
            ChosenStatus::Online | ChosenStatus::TransferOnly if self.not_responding => {
                AgentStatus::NotResponding
            }
            ChosenStatus::Online => AgentStatus::Online,
            ChosenStatus::TransferOnly => AgentStatus::TransferOnly,
            ChosenStatus::Away => AgentStatus::Away,
        }
    }
}
