//! `…/transcript.txt`: what a visitor takes along of their conversation. Their own lines and no others: it is made
//! of the visitor's type of line (rule R9).

use axum::{
    extract::{Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use jiff::tz::TimeZone;
use protocol::problem::Problem;
use serde::Deserialize;
use store::Sequence;

use super::{Place, conversation, entitled};
use crate::{
    app::App,
    callers::Visitor,
    error::{ApiError, ApiResult},
    routes::addresses::OfConversation,
    translate::{ToDomain, keepsake},
};

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct Reader {
    /// The visitor's language: a code such as `de`; as the browser says if absent.
    language: Option<String>,
    /// The zone that times are told in, such as `Europe/Berlin`; UTC if absent or unknown.
    zone: Option<String>,
}

/// A visitor's own conversation as a text file.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transcript.txt",
    tag = "reading",
    params(OfConversation, Reader),
    responses((status = 200, body = String, content_type = "text/plain"), (status = "default", body = Problem))
)]
pub async fn text(
    State(app): State<App>,
    visitor: Visitor,
    place: Place,
    Query(Reader { language, zone }): Query<Reader>,
) -> ApiResult<Response> {
    let conversation = conversation(&place)?.domain();
    let workspace = &visitor.workspace;
    let stretch = entitled::to_keep(&app, &visitor, conversation, Sequence::START).await?;
    let zone = zone.and_then(|name| TimeZone::get(&name).ok()).unwrap_or(TimeZone::UTC);
    let language = language.or(visitor.language);
    let names = workspace.names();
    let name = &names.config().name;
    let kept = keepsake::text(name, &stretch.visitor_lines(workspace), &zone, language.as_deref());
    let attachment = format!("attachment; filename=\"chat-{}.txt\"", kept.day);
    let attachment = HeaderValue::try_from(attachment).map_err(ApiError::internal)?;
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, attachment)], kept.text)
        .into_response())
}
