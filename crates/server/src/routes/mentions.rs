//! `…/me/mentions`: where notes named one agent since they last looked. Never journaled; the notes say it for good.

use axum::{
    Json as Answered,
    extract::{Path, State},
    http::StatusCode,
};
use protocol::{http::Mentions, ids::ConversationId, problem::Problem};
use store::Mentions as _;

use crate::{
    app::App,
    callers::Staff,
    error::ApiResult,
    routes::{
        addresses::{OfConversation, OfWorkspace},
        conversations::unknown,
    },
    translate::{ToDomain, asides},
};

/// Where notes named the caller, the newest first, one for each conversation.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/me/mentions",
    tag = "personal",
    params(OfWorkspace),
    responses((status = 200, body = Mentions), (status = "default", body = Problem))
)]
pub async fn get(State(app): State<App>, staff: Staff) -> ApiResult<Answered<Mentions>> {
    let kept = app.store.mentions(staff.workspace.id, staff.agent).await?;
    let names = staff.workspace.names();
    let told = kept.into_iter().map(|mention| asides::mention(mention, &names));
    Ok(Answered(Mentions { mentions: told.collect() }))
}

/// The caller has looked there; doing so again changes nothing.
#[utoipa::path(
    delete,
    path = "/api/v1/workspaces/{workspace}/me/mentions/{conversation}",
    tag = "personal",
    params(OfConversation),
    responses((status = 204), (status = "default", body = Problem))
)]
pub async fn delete(
    State(app): State<App>,
    staff: Staff,
    Path((_, conversation)): Path<(String, String)>,
) -> ApiResult<StatusCode> {
    let conversation: ConversationId = conversation.parse().map_err(|_| unknown())?;
    app.store.forget_mention(staff.workspace.id, staff.agent, conversation.domain()).await?;
    Ok(StatusCode::NO_CONTENT)
}
