//! After-contact work.

use axum::extract::State;
use protocol::{
    command::{CommandReply, StaffCommand},
    http::EndWrapUp,
    problem::Problem,
};

use super::{Place, Reply, conversation};
use crate::{
    app::App,
    callers::Staff,
    routes::{
        Json,
        addresses::{OfCommand, OfConversation},
        commands::{IdempotencyKey, by_staff},
    },
};

/// Ends after-contact work.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/wrap-up/end",
    tag = "commands",
    params(OfConversation, OfCommand),
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
    params(OfConversation, OfCommand),
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
