//! What is held of one visitor, to take along; and what becomes of it when they are erased.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    http::Metadata,
    ids::{ConversationId, VisitorId},
    staff, visitor,
};

/// Everything that is held of a visitor, in one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VisitorExport {
    pub visitor: VisitorId,
    pub exported_at: String,
    pub first_seen_at: String,
    /// By which id the customer's page knows them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<String>,
    pub conversations: Vec<ExportedConversation>,
    /// There are more: ask again with this as `after`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<ConversationId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ExportedConversation {
    pub id: ConversationId,
    pub opened_at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What the page said of them, last of all.
    pub attributes: BTreeMap<String, String>,
    /// What it had said before that, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes_before: Vec<BTreeMap<String, String>>,
    /// What they filled in.
    pub answers: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// As the visitor reads it, with the names, sizes and links of files.
    pub transcript: Vec<visitor::Line>,
    /// What the staff wrote and did; only where the whole was asked for, and nothing to hand out unread.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub internal: Option<Internal>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Internal {
    pub metadata: Metadata,
    pub transcript: Vec<staff::Line>,
}

/// Erases a visitor. It cannot be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EraseVisitor {
    /// The visitor's id once more.
    pub confirm: String,
}

/// How far the erasure of a visitor has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct VisitorErasure {
    pub visitor: VisitorId,
    pub state: ErasureState,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_at: Option<String>,
    /// When nothing was left.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<String>,
    /// How much was taken away, once it is complete.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erased: Option<ErasedTotals>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ErasureState {
    /// Nobody asked for it.
    None,
    /// Nothing more is taken from them; what they wrote is being taken away.
    Pending,
    Complete,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ErasedTotals {
    pub conversations: u64,
    pub texts: u64,
    pub files: u64,
}
