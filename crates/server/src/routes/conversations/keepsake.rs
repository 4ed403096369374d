//! `…/transcript.txt`, `.json` and `.html`: a conversation to take along, and to print. Visitors get their own lines and no
//! others, made of the visitor's type of line (rule R9); colleagues what they may read, or what the visitor reads.

use axum::{
    Json,
    extract::{Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use domain::ids::ConversationId;
use jiff::tz::TimeZone;
use protocol::{
    http::{StaffTranscript, Transcript, VisitorTranscript},
    problem::Problem,
};
use serde::Deserialize;
use store::Sequence;

use super::{Place, conversation, entitled, reading::View};
use crate::{
    app::App,
    callers::Person,
    error::{ApiError, ApiResult},
    routes::{addresses::OfConversation, kept_as},
    transcript::Stretch,
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
    let kind = HeaderValue::from_static("text/plain; charset=utf-8");
    let headers = [(header::CONTENT_TYPE, kind), kept_as(&format!("chat-{}.txt", kept.day))?];
    Ok((headers, kept.text()).into_response())
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

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct Seen {
    /// For colleagues: `visitor` for what the visitor reads; all they may read themselves if absent.
    #[serde(default)]
    #[param(inline)]
    view: View,
}

/// A conversation as a file of data: all at once what `…/transcript` has page by page.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transcript.json",
    tag = "reading",
    params(OfConversation, Seen),
    responses((status = 200, body = Transcript), (status = "default", body = Problem))
)]
pub async fn data(
    State(app): State<App>,
    person: Person,
    place: Place,
    Query(Seen { view }): Query<Seen>,
) -> ApiResult<Response> {
    let conversation = conversation(&place)?;
    let stretch = whole(&app, &person, conversation.domain()).await?;
    let workspace = person.workspace();
    let transcript = match (&person, view) {
        (Person::Staff(staff), View::Internal) => {
            let lines = stretch.staff_lines(staff.agent, workspace);
            Transcript::Staff(StaffTranscript { lines, next: None })
        }
        (Person::Visitor(_), _) | (Person::Staff(_), View::Visitor) => {
            let lines = stretch.visitor_lines(workspace);
            Transcript::Visitor(VisitorTranscript { lines, next: None })
        }
    };
    Ok(([kept_as(&format!("{conversation}.json"))?], Json(transcript)).into_response())
}

/// The whole conversation, for those who may read it; that colleagues do is noted.
async fn whole(app: &App, person: &Person, conversation: ConversationId) -> ApiResult<Stretch> {
    match person {
        Person::Visitor(visitor) => {
            entitled::to_keep(app, visitor, conversation, Sequence::START).await
        }
        Person::Staff(staff) => {
            let stretch = entitled::to_read(app, staff, conversation, Sequence::START).await?;
            entitled::note_reading(app, staff, conversation).await?;
            Ok(stretch)
        }
    }
}

async fn keepsake(
    app: &App,
    person: &Person,
    place: &Place,
    Reader { language, zone, view }: Reader,
) -> ApiResult<Keepsake> {
    let stretch = whole(app, person, conversation(place)?.domain()).await?;
    let zone = zone.and_then(|name| TimeZone::get(&name).ok()).unwrap_or(TimeZone::UTC);
    let workspace = person.workspace();
    let names = workspace.names();
    let title = &names.config().name;
    let of_visitor = |language: Option<String>| {
        Keepsake::of_visitor(title, &stretch.visitor_lines(workspace), &zone, language.as_deref())
    };
    Ok(match (person, view) {
        (Person::Visitor(visitor), _) => of_visitor(language.or_else(|| visitor.language.clone())),
        (Person::Staff(_), View::Visitor) => of_visitor(language),
        (Person::Staff(staff), View::Internal) => {
            Keepsake::of_staff(title, &stretch.staff_lines(staff.agent, workspace), &zone)
        }
    })
}
