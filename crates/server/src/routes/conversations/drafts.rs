//! `…/drafts/{channel}`: what one is writing, kept for one's other tabs and devices. Never journaled.

use axum::{
    Json as Answered,
    extract::{Path, State},
    http::StatusCode,
};
use domain::{command::Actor, view::Viewer};
use protocol::{
    http::{DraftBody, DraftChannel, KeptDraft},
    ids::ConversationId,
    problem::{Code, Problem},
};
use store::{Draft, Records, limits::SETTING_BYTES_MAX};

use super::entitled;
use crate::{
    app::{App, too_often},
    callers::Staff,
    error::{ApiError, ApiResult, refusal},
    routes::{Json, addresses::OfConversation, id},
    translate::{ToDomain, ToWire, asides},
    workspace::Letter,
};

/// The three parts of a draft's address.
type Place = Path<(String, String, DraftChannel)>;

/// What one has begun to write.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/drafts/{channel}",
    tag = "personal",
    params(OfConversation, ("channel" = DraftChannel, Path)),
    responses((status = 200, body = KeptDraft), (status = "default", body = Problem))
)]
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Path((_, conversation, channel)): Place,
) -> ApiResult<Answered<KeptDraft>> {
    let conversation = seen(&staff, &conversation).await?;
    let drafts = app.store.drafts(staff.workspace.id, staff.agent).await?;
    let of_it = |draft: &Draft| {
        draft.conversation == conversation && draft.audience == asides::audience(channel)
    };
    let text = drafts.into_iter().find(of_it).map(|draft| draft.text).unwrap_or_default();
    Ok(Answered(KeptDraft { conversation: conversation.wire(), channel, text }))
}

/// Keeps what one is writing; an empty text forgets it.
#[utoipa::path(
    put,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/drafts/{channel}",
    tag = "personal",
    params(OfConversation, ("channel" = DraftChannel, Path)),
    request_body = DraftBody,
    responses((status = 204), (status = "default", body = Problem))
)]
pub async fn put(
    State(app): State<App>,
    staff: Staff,
    Path((_, conversation, channel)): Place,
    Json(DraftBody { text, tab }): Json<DraftBody>,
) -> ApiResult<StatusCode> {
    let workspace = &staff.workspace;
    let actor = Actor::Agent(staff.agent);
    app.limits.commands.count(&(workspace.id.0, actor)).map_err(too_often)?;
    if text.len() > SETTING_BYTES_MAX {
        return Err(ApiError::new(Code::TextTooLong, "no message is as long as this draft"));
    }
    let conversation = seen(&staff, &conversation).await?;
    let audience = asides::audience(channel);
    app.store.put_draft(workspace.id, staff.agent, conversation, audience, &text).await?;
    let frame = asides::staff_frame(asides::draft(Draft { conversation, audience, text }, tab));
    let told = workspace.write(Letter::Tell { viewer: Viewer::Agent(staff.agent), frame });
    told.map_err(|refused| refusal(refused, &workspace.names()))?;
    Ok(StatusCode::NO_CONTENT)
}

/// A conversation of the desk that the caller sees.
async fn seen(staff: &Staff, text: &str) -> ApiResult<domain::ids::ConversationId> {
    let conversation = id::<ConversationId>(text)?.domain();
    entitled::live(&staff.workspace, Viewer::Agent(staff.agent), conversation).await?;
    Ok(conversation)
}
