//! After-contact work.

use axum::extract::State;
use protocol::{
    command::{CommandReply, StaffCommand},
    http::EndWrapUp,
    ids::ConversationId,
    problem::Problem,
};

use super::{Place, Reply, conversation};
use crate::{
    app::App,
    callers::Staff,
    routes::{
        Json,
        commands::{IdempotencyKey, by_staff},
    },
};

/// Ends after-contact work.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/wrap-up/end",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    request_body = EndWrapUp,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn end(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(EndWrapUp { disposition, note }): Json<EndWrapUp>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::EndWrapUp { conversation, disposition, note }).await
}

/// Asks for more time for after-contact work.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/wrap-up/extend",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn extend(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(&app, &staff, key, StaffCommand::ExtendWrapUp { conversation: conversation(&place)? })
        .await
}
