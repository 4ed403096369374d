//! Handing over, and what ends it.

use axum::extract::State;
use protocol::{
    command::{CommandReply, StaffCommand, StartTransfer},
    http::TransferBody,
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

/// Hands the conversation to an agent or a queue, warm or cold.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transfer",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = TransferBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn start(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(body): Json<TransferBody>,
) -> Reply {
    let TransferBody { target, mode, complete, on_unanswered, place: moves_to, reason, note } =
        body;
    let conversation = conversation(&place)?;
    let transfer = StartTransfer {
        conversation,
        target,
        mode,
        complete,
        on_unanswered,
        place: moves_to,
        reason,
        note,
    };
    by_staff(&app, &staff, key, StaffCommand::StartTransfer(transfer)).await
}

/// Withdraws a warm transfer, or ends the introduction.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transfer/cancel",
    tag = "commands",
    params(OfConversation, OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn cancel(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(
        &app,
        &staff,
        key,
        StaffCommand::CancelTransfer { conversation: conversation(&place)? },
    )
    .await
}

/// Takes a cold transfer back before anybody accepted it.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transfer/recall",
    tag = "commands",
    params(OfConversation, OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn recall(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(
        &app,
        &staff,
        key,
        StaffCommand::RecallTransfer { conversation: conversation(&place)? },
    )
    .await
}

/// By the sender: hands over. By the receiver: takes over.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transfer/complete",
    tag = "commands",
    params(OfConversation, OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn complete(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(
        &app,
        &staff,
        key,
        StaffCommand::CompleteTransfer { conversation: conversation(&place)? },
    )
    .await
}

/// The receiver gives it back during the introduction.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transfer/hand-back",
    tag = "commands",
    params(OfConversation, OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn hand_back(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(&app, &staff, key, StaffCommand::HandBack { conversation: conversation(&place)? })
        .await
}
