//! The workspace document and API tokens.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ids::{AgentId, TokenId},
    problem::Finding,
};

/// The workspace document in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Document {
    pub version: u32,
    /// The text as it was put, comments included.
    pub yaml: String,
}

/// A document to be put in force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PutDocument {
    /// The version it was made from; refused with `stale_configuration` when another came between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub based_on: Option<u32>,
    pub yaml: String,
}

/// What the checker found; with `dry_run`, nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DocumentChecked {
    /// The version in force after the request.
    pub version: u32,
    pub findings: Vec<Finding>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewToken {
    /// Whom it acts as.
    pub agent: AgentId,
    /// What it is for, in words.
    pub name: String,
}

/// A token that was made. The only time the secret is seen.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TokenMade {
    pub id: TokenId,
    pub token: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Tokens {
    pub tokens: Vec<TokenListed>,
}

/// A token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TokenListed {
    pub id: TokenId,
    /// Whom it acts as; absent for one that administers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<AgentId>,
    pub name: String,
    /// RFC 3339, UTC.
    #[schema(format = DateTime)]
    pub made_at: String,
}
