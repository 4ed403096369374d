//! Short references with the name people see, so that a client never looks one up to show a line.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{AgentId, QueueId, SkillId, VisitorId};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AgentName {
    pub id: AgentId,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct QueueName {
    pub id: QueueId,
    pub name: String,
    /// The support level: 1, 2, 3 …
    pub tier: u8,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StageName {
    pub key: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SkillName {
    pub id: SkillId,
    pub name: String,
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Person {
    Visitor {
        id: VisitorId,
    },
    Agent {
        id: AgentId,
        name: String,
    },
    /// The clock, a lost connection, an operator.
    System {},
}

/// A transfer's target, with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TargetName {
    Agent(AgentName),
    Queue(QueueName),
}
