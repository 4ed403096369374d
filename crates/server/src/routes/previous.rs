//! `…/visitors/{visitor}/conversations`: what somebody asked before.

use axum::{
    Json as Answered,
    extract::{Path, Query, State},
};
use protocol::{http::FoundConversations, ids::VisitorId, problem::Problem};
use serde::Deserialize;
use store::{
    limits::HITS_MAX,
    search::{Query as Sought, VisitorSought},
};

use super::{id, search};
use crate::{
    routes::addresses::OfWorkspace,
    {app::App, callers::Staff, error::ApiResult, limits::FOUND_MAX, translate::ToDomain},
};

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct Older {
    /// The `next` of the page before, or the conversation before which they are to lie.
    cursor: Option<String>,
    /// At most this many conversations.
    limit: Option<usize>,
}

/// A visitor's conversations that the caller may read, newest first.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/visitors/{visitor}/conversations",
    tag = "reading",
    params(OfWorkspace, ("visitor" = VisitorId, Path), Older),
    responses((status = 200, body = FoundConversations), (status = "default", body = Problem))
)]
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Path((_, visitor)): Path<(String, String)>,
    Query(older): Query<Older>,
) -> ApiResult<Answered<FoundConversations>> {
    let visitor: VisitorId = id(&visitor)?;
    let query = Sought {
        visitor: Some(VisitorSought::Id(visitor.domain())),
        before: older.cursor.as_deref().map(search::cursor).transpose()?,
        limit: older.limit.unwrap_or(FOUND_MAX).clamp(1, HITS_MAX),
        ..Sought::all(search::reach(&staff).await?, FOUND_MAX)
    };
    search::find(&app, &staff, query).await.map(Answered)
}
