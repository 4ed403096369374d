//! Signing in: staff by account, visitors by token.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ids::{AgentId, VisitorId};

#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    pub email: String,
    pub password: String,
}

/// A signed-in browser. The cookie travels beside it; `csrf` goes into `X-Baton-Csrf` of every unsafe request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Session {
    pub account: Account,
    pub csrf: String,
    /// Every workspace this account is an agent of.
    pub workspaces: Vec<Membership>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Account {
    pub email: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Membership {
    pub key: String,
    pub name: String,
    pub agent: AgentId,
}

/// Asks for a visitor's identity; nothing needs to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewVisitor {}

/// Who the page is from here on. Keep the token: it is the only way back to the conversations.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VisitorIdentity {
    pub visitor: VisitorId,
    pub token: String,
}
