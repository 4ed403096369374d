//! `…/transcript.txt` and `…/transcript.html`: a conversation to take along, and to print. Visitors get their own lines and no
//! others, made of the visitor's type of line (rule R9); colleagues what they may read, or what the visitor reads.

use axum::{
    extract::{Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use jiff::tz::TimeZone;
use protocol::problem::Problem;
use serde::Deserialize;
use store::Sequence;

use super::{Place, conversation, entitled, reading::View};
use crate::{
    app::App,
    callers::Person,
    error::{ApiError, ApiResult},
    routes::addresses::OfConversation,
    translate::{ToDomain, keepsake::Keepsake},
};

/// The page stands alone: no script runs in it, and it asks nobody for anything.
const PAGE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct Reader {
    /// The visitor's language: a code such as `de`; as the browser says if absent.
    language: Option<String>,
    /// The zone that times are told in, such as `Europe/Berlin`; UTC if absent or unknown.
    zone: Option<String>,
    /// For colleagues: `visitor` for what the visitor reads; all they may read themselves if absent.
    #[serde(default)]
    #[param(inline)]
    view: View,
}

/// A conversation as a text file.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transcript.txt",
    tag = "reading",
    params(OfConversation, Reader),
    responses((status = 200, body = String, content_type = "text/plain"), (status = "default", body = Problem))
)]
pub async fn text(
    State(app): State<App>,
    person: Person,
    place: Place,
    Query(reader): Query<Reader>,
) -> ApiResult<Response> {
    let kept = keepsake(&app, &person, &place, reader).await?;
    let attachment = format!("attachment; filename=\"chat-{}.txt\"", kept.day);
    let attachment = HeaderValue::try_from(attachment).map_err(ApiError::internal)?;
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_DISPOSITION, attachment)], kept.text())
        .into_response())
}

/// A conversation as a page to print.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transcript.html",
    tag = "reading",
    params(OfConversation, Reader),
    responses((status = 200, body = String, content_type = "text/html"), (status = "default", body = Problem))
)]
pub async fn page(
    State(app): State<App>,
    person: Person,
    place: Place,
    Query(reader): Query<Reader>,
) -> ApiResult<Response> {
    let kept = keepsake(&app, &person, &place, reader).await?;
    let page = kept.page().map_err(ApiError::internal)?;
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    let policy = HeaderValue::from_static(PAGE_POLICY);
    Ok(([(header::CONTENT_TYPE, kind), (header::CONTENT_SECURITY_POLICY, policy)], page)
        .into_response())
}

async fn keepsake(
    app: &App,
    person: &Person,
    place: &Place,
    Reader { language, zone, view }: Reader,
) -> ApiResult<Keepsake> {
    let conversation = conversation(place)?.domain();
    let zone = zone.and_then(|name| TimeZone::get(&name).ok()).unwrap_or(TimeZone::UTC);
    let workspace = person.workspace();
    let names = workspace.names();
    let title = &names.config().name;
    let of_visitor = |lines: &[_], language: Option<String>| {
        Keepsake::of_visitor(title, lines, &zone, language.as_deref())
    };
    Ok(match person {
        Person::Visitor(visitor) => {
            let stretch = entitled::to_keep(app, visitor, conversation, Sequence::START).await?;
            let language = language.or_else(|| visitor.language.clone());
            of_visitor(&stretch.visitor_lines(workspace), language)
        }
        Person::Staff(staff) => {
            let stretch = entitled::to_read(app, staff, conversation, Sequence::START).await?;
            entitled::note_reading(app, staff, conversation).await?;
            match view {
                View::Visitor => of_visitor(&stretch.visitor_lines(workspace), language),
                View::Internal => {
                    let lines = stretch.staff_lines(staff.agent, workspace);
                    Keepsake::of_staff(title, &lines, &zone)
                }
            }
        }
    })
}
