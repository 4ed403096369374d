//! `…/conversations/{conversation}/metadata`: its facts.

use axum::{Json as Answered, extract::State};
use protocol::{http::Metadata, problem::Problem};
use store::Sequence;

use super::{Place, conversation, entitled, unknown};
use crate::{
    routes::addresses::OfConversation,
    {app::App, callers::Staff, error::ApiResult, translate::ToDomain},
};

/// The facts of a conversation, also when it is closed: ids, places, owners, waits with what was predicted, how it ended.
/// What people wrote is among them for those who may read it.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/metadata",
    tag = "reading",
    params(OfConversation),
    responses((status = 200, body = Metadata), (status = "default", body = Problem))
)]
pub async fn metadata(
    State(app): State<App>,
    staff: Staff,
    place: Place,
) -> ApiResult<Answered<Metadata>> {
    let conversation = conversation(&place)?.domain();
    let stretch = entitled::to_see(&app, &staff, conversation, Sequence::START).await?;
    let with_words = stretch.may_be_read_by(staff.agent, conversation, &staff.workspace).await;
    if with_words {
        entitled::note_reading(&app, &staff, conversation).await?;
    }
    stretch.metadata(with_words).map(Answered).ok_or_else(unknown)
}
