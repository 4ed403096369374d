//! Who takes part beside the owner, and who is the owner among them.

use axum::extract::{Path, State};
use protocol::{
    command::{CommandReply, Invite, StaffCommand},
    http::{InvitationBody, LeaveBody, OwnerBody},
    ids::{AgentId, HandoffId},
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
        id,
    },
};

/// Asks an agent, or the best agent of a queue, to take part beside the owner.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/invitations",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = InvitationBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn invite(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(InvitationBody { target, reason, note }): Json<InvitationBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    let invite = Invite { conversation, target, reason, note };
    by_staff(&app, &staff, key, StaffCommand::Invite(invite)).await
}

/// Withdraws an invitation that nobody accepted yet.
#[utoipa::path(
    delete,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/invitations/{invitation}",
    tag = "commands",
    params(OfConversation, ("invitation" = HandoffId, Path), OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn cancel(
    State(app): State<App>,
    staff: Staff,
    Path((_, conversation, invitation)): Path<(String, String, String)>,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    let (conversation, invitation) = (id(&conversation)?, id(&invitation)?);
    by_staff(&app, &staff, key, StaffCommand::CancelInvitation { conversation, invitation }).await
}

/// Sends a guest away.
#[utoipa::path(
    delete,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/guests/{agent}",
    tag = "commands",
    params(OfConversation, ("agent" = AgentId, Path), OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn remove(
    State(app): State<App>,
    staff: Staff,
    Path((_, conversation, agent)): Path<(String, String, String)>,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    let (conversation, agent) = (id(&conversation)?, id(&agent)?);
    by_staff(&app, &staff, key, StaffCommand::RemoveGuest { conversation, agent }).await
}

/// Makes a guest the owner; who was owner stays as guest.
#[utoipa::path(
    put,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/owner",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = OwnerBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn owner(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(OwnerBody { agent }): Json<OwnerBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::MakeOwner { conversation, agent }).await
}

/// Whoever was left it by another owner passes it on to the next guest.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/owner/pass",
    tag = "commands",
    params(OfConversation, OfCommand),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn pass(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(&app, &staff, key, StaffCommand::PassOwnership { conversation: conversation(&place)? })
        .await
}

/// A guest leaves; the sender in an introduction completes it; the owner of a conference leaves it to a guest.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/leave",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = Option<LeaveBody>,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn leave(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    body: Option<Json<LeaveBody>>,
) -> Reply {
    let conversation = conversation(&place)?;
    let Json(LeaveBody { next }) = body.unwrap_or(Json(LeaveBody::default()));
    by_staff(&app, &staff, key, StaffCommand::Leave { conversation, next }).await
}
