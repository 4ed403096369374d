//! `…/status` and `…/activity`: an agent's presence.

use axum::{Json as Answered, extract::State};
use protocol::{
    command::{ChoosableStatus, CommandReply, StaffCommand},
    http::StatusBody,
    problem::Problem,
};

use super::{
    Json,
    commands::{IdempotencyKey, by_staff},
};
use crate::{
    routes::addresses::{OfCommand, OfWorkspace},
    {app::App, callers::Staff, error::ApiResult},
};

/// Chooses a status.
#[utoipa::path(
    put,
    path = "/api/v1/workspaces/{workspace}/status",
    tag = "commands",
    params(OfWorkspace, OfCommand),
    request_body = StatusBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn put(
    State(app): State<App>,
    staff: Staff,
    IdempotencyKey(key): IdempotencyKey,
    Json(body): Json<StatusBody>,
) -> ApiResult<Answered<CommandReply>> {
    let set = |status| StaffCommand::SetStatus { status, reason: None };
    let command = match body {
        StatusBody::Online {} => set(ChoosableStatus::Online),
        StatusBody::TransferOnly {} => set(ChoosableStatus::TransferOnly),
        StatusBody::Away { reason } => {
            StaffCommand::SetStatus { status: ChoosableStatus::Away, reason }
        }
        StatusBody::Offline { open } => StaffCommand::GoOffline { open },
    };
    by_staff(&app, &staff, key, command).await
}

/// Something was done in the console; ends `not_responding`.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/activity",
    tag = "commands",
    params(OfWorkspace, OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn activity(
    State(app): State<App>,
    staff: Staff,
    IdempotencyKey(key): IdempotencyKey,
) -> ApiResult<Answered<CommandReply>> {
    by_staff(&app, &staff, key, StaffCommand::ReportActivity {}).await
}
