//! `…/offers`: an agent's answer to a proposal.

use axum::{
    Json as Answered,
    extract::{Path, State},
};
use protocol::{
    command::{CommandReply, StaffCommand},
    ids::OfferId,
    problem::Problem,
};

use super::{
    commands::{IdempotencyKey, by_staff},
    id,
};
use crate::{
    routes::addresses::{OfCommand, OfWorkspace},
    {app::App, callers::Staff, error::ApiResult},
};

/// Takes what is offered.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/offers/{offer}/accept",
    tag = "commands",
    params(OfWorkspace, ("offer" = OfferId, Path), OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn accept(
    State(app): State<App>,
    staff: Staff,
    Path((_, offer)): Path<(String, String)>,
    IdempotencyKey(key): IdempotencyKey,
) -> ApiResult<Answered<CommandReply>> {
    by_staff(&app, &staff, key, StaffCommand::AcceptOffer { offer: id(&offer)? }).await
}

/// Says no; somebody else is asked.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/offers/{offer}/decline",
    tag = "commands",
    params(OfWorkspace, ("offer" = OfferId, Path), OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn decline(
    State(app): State<App>,
    staff: Staff,
    Path((_, offer)): Path<(String, String)>,
    IdempotencyKey(key): IdempotencyKey,
) -> ApiResult<Answered<CommandReply>> {
    by_staff(&app, &staff, key, StaffCommand::DeclineOffer { offer: id(&offer)? }).await
}
