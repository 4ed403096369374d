//! Who may sign in: agents of the workspace and the accounts behind them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::AgentId;

/// Every agent of the workspace, in the order of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Users {
    pub users: Vec<User>,
}

/// An agent and their account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct User {
    pub agent: AgentId,
    /// As the document names the agent.
    pub key: String,
    pub name: String,
    pub email: String,
    /// Absent for somebody who cannot sign in yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account: Option<UserAccount>,
}

/// What an administrator sees of an account. Never its password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UserAccount {
    /// RFC 3339, UTC.
    #[schema(format = DateTime)]
    pub made_at: String,
    /// Since when it may not sign in; absent where it may. RFC 3339, UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    pub disabled_at: Option<String>,
    /// Browsers that are signed in.
    pub sessions: u32,
    /// When one of them was last seen, to some minutes. RFC 3339, UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    pub last_seen_at: Option<String>,
    /// It is somebody in another workspace too: it is changed on the command line only.
    pub shared: bool,
}

/// Whose account is to be made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewUser {
    pub agent: AgentId,
}

/// A password that was made up. The only time it is seen.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PasswordMade {
    pub password: String,
}
