//! The parts of an address and of a command's head that many routes share, as the contract describes them.

#![expect(dead_code, reason = "the contract reads these fields; handlers take what they need")]

use protocol::ids::ConversationId;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
pub struct OfWorkspace {
    /// The key of the workspace
    workspace: String,
}

/// What lies below a conversation.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct OfConversation {
    /// The key of the workspace
    workspace: String,
    #[param(value_type = ConversationId)]
    pub conversation: String,
}

/// One version of the document.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct OfVersion {
    /// The key of the workspace
    workspace: String,
    #[param(value_type = u32)]
    pub version: String,
}

/// What may be sent twice and is done once.
#[derive(IntoParams)]
#[into_params(parameter_in = Header)]
pub struct OfCommand {
    /// The id of the command: a UUIDv7
    #[param(rename = "Idempotency-Key")]
    key: Option<Uuid>,
}

/// One report.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct OfReport {
    /// The key of the workspace
    workspace: String,
    /// The name of the report; its filters are query parameters
    report: String,
}

/// One saved report.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct OfSavedReport {
    /// The key of the workspace
    workspace: String,
    /// Its id
    saved: String,
}

/// One visitor.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
pub struct OfVisitor {
    /// The key of the workspace
    workspace: String,
    #[param(value_type = protocol::ids::VisitorId)]
    pub visitor: String,
}
