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

/// Asks for a visitor's identity; nothing needs to be said by somebody nobody knows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewVisitor {
    /// Whom the page around knows: the same visitor on every device.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<SignedIdentity>,
}

/// An id of the customer's own for a visitor, signed by the customer's server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignedIdentity {
    pub id: String,
    /// HMAC-SHA256 of the id under the workspace's identity secret, in hexadecimal.
    pub hash: String,
}

/// The secret that a customer's server signs its visitors' ids with. It is told once, here.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct IdentitySecret {
    pub secret: String,
}

/// Who the page is from here on. Keep the token: it is the only way back to the conversations.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VisitorIdentity {
    pub visitor: VisitorId,
    pub token: String,
}
