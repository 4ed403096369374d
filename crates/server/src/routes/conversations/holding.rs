//! Who holds it, and when.

use axum::extract::State;
use protocol::{
    command::{CommandReply, StaffCommand},
    http::{AssignBody, PriorityBody},
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

/// Takes a waiting conversation from a queue in pull mode.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/pull",
    tag = "commands",
    params(OfConversation, OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn pull(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(&app, &staff, key, StaffCommand::Pull { conversation: conversation(&place)? }).await
}

/// The message that was left is seen to.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/message/answered",
    tag = "commands",
    params(OfConversation, OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn answer_message(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::AnswerMessage { conversation }).await
}

/// Sets it aside, with no capacity used.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/park",
    tag = "commands",
    params(OfConversation, OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn park(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(&app, &staff, key, StaffCommand::Park { conversation: conversation(&place)? }).await
}

/// Takes up a parked conversation.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/wake",
    tag = "commands",
    params(OfConversation, OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn wake(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(&app, &staff, key, StaffCommand::Wake { conversation: conversation(&place)? }).await
}

/// Moves it in the line: 9 first, 0 last.
#[utoipa::path(
    put,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/priority",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = PriorityBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn priority(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(PriorityBody { priority }): Json<PriorityBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::SetPriority { conversation, priority }).await
}

/// A supervisor gives it to an agent.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/assign",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = AssignBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn assign(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(AssignBody { agent, room }): Json<AssignBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::Assign { conversation, agent, room }).await
}

/// A supervisor puts it back into its queue.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/requeue",
    tag = "commands",
    params(OfConversation, OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn requeue(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(&app, &staff, key, StaffCommand::Requeue { conversation: conversation(&place)? }).await
}
