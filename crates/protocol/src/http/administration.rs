//! The workspace document and API tokens.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ids::{AgentId, TokenId},
    problem::Finding,
};

/// A version of the workspace document.
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
    /// What the document says otherwise than the version before.
    pub changes: Vec<DocumentChange>,
}

/// An entry of the document that comes, goes or changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DocumentChange {
    pub kind: ChangeKind,
    /// As the document names it: `queues`, `settings`; `stages` for those of pipelines.
    pub section: String,
    /// `pipeline/stage` for a stage; absent for a section that is one whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Of an entry that changes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldChange>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    Added,
    Removed,
    Changed,
}

/// Values as they are written; absent where the field is left out and has its default.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FieldChange {
    /// The path inside the entry: `wrap_up.time`.
    pub field: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
}

/// Versions of the document, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DocumentVersions {
    pub versions: Vec<DocumentVersion>,
    /// The version to ask for the ones before, if there are more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<u32>,
}

/// What a version said otherwise than the one before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DocumentChanges {
    pub changes: Vec<DocumentChange>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DocumentVersion {
    pub version: u32,
    /// RFC 3339, UTC.
    #[schema(format = DateTime)]
    pub applied_at: String,
    /// Who put it in force.
    pub by: String,
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
    /// RFC 3339, UTC, to some minutes; absent before its first use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = DateTime)]
    pub last_used_at: Option<String>,
}
