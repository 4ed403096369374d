//! `…/conversations/{conversation}/metadata`: its facts.

use axum::{Json as Answered, extract::State};
use protocol::{http::Metadata, ids::ConversationId, problem::Problem};
use store::Sequence;

use super::{Place, conversation, unknown};
use crate::{
    app::App,
    callers::Staff,
    error::{ApiResult, refusal},
    transcript::Stretch,
    translate::ToDomain,
};

/// The facts of a conversation, also when it is closed: ids, places, owners, waits with what was predicted, how it ended.
/// What people wrote is among them for those who may read it.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/metadata",
    tag = "reading",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path)),
    responses((status = 200, body = Metadata), (status = "default", body = Problem))
)]
pub async fn metadata(
    State(app): State<App>,
    staff: Staff,
    place: Place,
) -> ApiResult<Answered<Metadata>> {
    let conversation = conversation(&place)?.domain();
    let workspace = &staff.workspace;
    let (after, until) = (Sequence::START, Sequence(u64::MAX));
    let stretch = Stretch::read(&app.store, workspace, conversation, after, until).await?;
    if !stretch.may_be_seen_by(staff.agent, conversation, workspace).await {
        return Err(unknown());
    }
    let with_words = stretch.may_be_read_by(staff.agent, conversation, workspace).await;
    if with_words {
        let noted = workspace.note_reading(staff.agent, conversation, app.clock.now()).await;
        noted.map_err(|refused| refusal(refused, &workspace.names()))?;
    }
    stretch.metadata(with_words).map(Answered).ok_or_else(unknown)
}
