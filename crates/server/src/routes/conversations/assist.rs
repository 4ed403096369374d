//! Raised hands, and supervisors who help for a while.

use axum::extract::State;
use protocol::{
    command::{CommandReply, StaffCommand},
    http::{AssistBody, RaiseHandBody, TakeOverBody},
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

/// The owner asks for a supervisor.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/hand/raise",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = RaiseHandBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn raise_hand(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(RaiseHandBody { note }): Json<RaiseHandBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::RaiseHand { conversation, note }).await
}

/// The hand goes down.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/hand/lower",
    tag = "commands",
    params(OfConversation, OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn lower_hand(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::LowerHand { conversation }).await
}

/// A supervisor answers a raised hand; the first one has it.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/hand/take",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = AssistBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn take_hand(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(AssistBody { mode, confirmed }): Json<AssistBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::TakeHand { conversation, mode, confirmed }).await
}

/// A supervisor steps in, or changes the mode; they go by `…/leave`.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/assist",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = AssistBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn assist(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(AssistBody { mode, confirmed }): Json<AssistBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::Assist { conversation, mode, confirmed }).await
}

/// A supervisor becomes owner; the way back is `…/transfer/hand-back`.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/take-over",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = TakeOverBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn take_over(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(TakeOverBody { owner }): Json<TakeOverBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::TakeOver { conversation, owner }).await
}

/// A supervisor lets a move go ahead that was stopped because the chain is long.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/allow-move",
    tag = "commands",
    params(OfConversation, OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn allow_move(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::AllowMove { conversation }).await
}
