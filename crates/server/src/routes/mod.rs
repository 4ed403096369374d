//! Every address, each in the file that has its name. Handlers are thin: who asks, what, and the answer.

pub mod addresses;
pub mod commands;
pub mod conversations;
pub mod desk;
pub mod directory;
pub mod document;
pub mod erasure;
pub mod files;
pub mod health;
pub mod me;
pub mod mentions;
pub mod offers;
pub mod preview;
pub mod previous;
pub mod reports;
pub mod saved_reports;
pub mod search;
pub mod session;
pub mod status;
pub mod tokens;
pub mod users;
pub mod visitors;
pub mod widget;

use axum::{
    Router,
    extract::{
        DefaultBodyLimit, FromRequest, OptionalFromRequest, Request, rejection::JsonRejection,
    },
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{delete, get, post, put},
};
use domain::{
    command::Actor,
    ids::{ConversationId, FileId},
};
use protocol::problem::{Code, Problem};
use serde::de::DeserializeOwned;
use store::Records;
use tower_http::timeout::TimeoutLayer;
use utoipa_swagger_ui::SwaggerUi;
use uuid::Uuid;

use crate::{
    app::App,
    assets,
    error::{ApiError, ApiResult},
    limits::{BODY_BYTES_MAX, REQUEST_TIMEOUT},
    openapi, socket,
    workspace::Workspace,
};

pub fn router(app: App) -> Router {
    let api = Router::new()
        .route("/", get(directory::welcome))
        .route("/visitors", post(visitors::post))
        .route("/identity-secret", post(visitors::renew_secret))
        .route("/visitors/{visitor}/conversations", get(previous::get))
        .route("/visitors/{visitor}/export", get(erasure::export))
        .route("/visitors/{visitor}/erasure", get(erasure::get).post(erasure::post))
        .route("/search", get(search::get))
        .route("/reports", get(reports::list))
        .route("/reports/{report}", get(reports::answer))
        .route("/reports/{report}/conversations", get(reports::conversations))
        .route("/reports/{report}/export", get(reports::export))
        .route("/saved-reports", get(saved_reports::get).post(saved_reports::post))
        .route("/saved-reports/{saved}", delete(saved_reports::delete))
        .route("/commands", post(commands::post))
        .route("/desk", get(desk::get))
        .route("/directory", get(directory::get))
        .route("/me/settings", get(me::get).put(me::put))
        .route("/me/mentions", get(mentions::get))
        .route("/me/mentions/{conversation}", delete(mentions::delete))
        .route("/status", put(status::put))
        .route("/activity", post(status::activity))
        .route("/offers/{offer}/accept", post(offers::accept))
        .route("/offers/{offer}/decline", post(offers::decline))
        .route("/conversations", post(conversations::open))
        .nest("/conversations/{conversation}", conversations::routes())
        .route("/document", get(document::get).put(document::put))
        .route("/document/versions", get(document::versions))
        .route("/document/versions/{version}", get(document::version))
        .route("/document/versions/{version}/changes", get(document::changes))
        .route("/document/triggers", get(preview::triggers))
        .route("/document/preview/messages", post(preview::messages))
        .route("/document/preview/hours", post(preview::hours))
        .route("/document/preview/welcome", post(preview::welcome))
        .route("/users", get(users::get).post(users::post))
        .route("/users/{agent}/password", post(users::set_password))
        .route("/users/{agent}/sessions", delete(users::sign_out))
        .route("/users/{agent}/disable", post(users::disable))
        .route("/users/{agent}/enable", post(users::enable))
        .route("/tokens", get(tokens::get).post(tokens::post))
        .route("/tokens/{token}", delete(tokens::delete))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, REQUEST_TIMEOUT));
    let slow = Router::new()
        .route("/conversations/{conversation}/files", post(files::post))
        .layer(DefaultBodyLimit::disable())
        .route("/agent-socket", get(socket::staff))
        .route("/visitor-socket", get(socket::visitor));
    let workspaces = api.merge(slow);
    Router::new()
        .nest("/api/v1/workspaces/{workspace}", workspaces)
        .route("/api/v1/session", get(session::get).post(session::post).delete(session::delete))
        .route("/files/{workspace}/{link}", get(files::get))
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/metrics", get(health::metrics))
        .merge(SwaggerUi::new("/api/docs").url("/api/openapi.json", openapi::document()))
        .merge(widget::routes())
        .merge(assets::routes())
        .fallback(nothing_here)
        .method_not_allowed_fallback(wrong_method)
        .layer(middleware::from_fn(as_problems))
        .with_state(app)
}

async fn nothing_here() -> ApiError {
    ApiError::new(Code::NotFound, "there is nothing at this address")
}

async fn wrong_method() -> ApiError {
    ApiError::new(Code::MethodNotAllowed, "this address does not take this method")
}

/// What the framework refuses by itself is told as a problem too, and nothing of the API is sniffed or framed.
async fn as_problems(request: Request, next: Next) -> Response {
    let of_api = request.uri().path().starts_with("/api/v1/");
    let mut response = next.run(request).await;
    if !of_api {
        return response;
    }
    let status = response.status();
    let is_problem = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind == "application/problem+json");
    if (status.is_client_error() || status.is_server_error()) && !is_problem {
        let code = match status {
            StatusCode::NOT_FOUND => Code::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Code::MethodNotAllowed,
            StatusCode::PAYLOAD_TOO_LARGE => Code::BodyTooLarge,
            StatusCode::UNSUPPORTED_MEDIA_TYPE => Code::UnsupportedMediaType,
            StatusCode::REQUEST_TIMEOUT => Code::Timeout,
            _ if status.is_server_error() => Code::Internal,
            _ => Code::BadRequest,
        };
        response = ApiError::new(code, code.title()).into_response();
    }
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, axum::http::HeaderValue::from_static("nosniff"));
    headers.insert(header::CACHE_CONTROL, axum::http::HeaderValue::from_static("no-store"));
    response
}

/// A JSON body; what is wrong with it is a problem with a stable code.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let read = <axum::Json<T> as FromRequest<S>>::from_request(request, state).await;
        read.map(|axum::Json(body)| Self(body)).map_err(|rejection| {
            let code = match &rejection {
                JsonRejection::MissingJsonContentType(_) => Code::UnsupportedMediaType,
                JsonRejection::BytesRejection(_)
                    if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE =>
                {
                    Code::BodyTooLarge
                }
                JsonRejection::JsonDataError(_) | JsonRejection::JsonSyntaxError(_) => {
                    Code::BadJson
                }
                // The list of the framework is open.
                JsonRejection::BytesRejection(_) | _ => Code::BadRequest,
            };
            ApiError::new(code, rejection.body_text())
        })
    }
}

/// Where a body may be left out, so may its type.
impl<T: DeserializeOwned, S: Send + Sync> OptionalFromRequest<S> for Json<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, ApiError> {
        if !request.headers().contains_key(header::CONTENT_TYPE) {
            return Ok(None);
        }
        <Self as FromRequest<S>>::from_request(request, state).await.map(Some)
    }
}

/// One id of the address.
pub fn id<T: std::str::FromStr>(text: &str) -> ApiResult<T>
where
    T::Err: std::fmt::Display,
{
    text.parse().map_err(|error: T::Err| ApiError::new(Code::BadId, error.to_string()))
}

/// A command's id is a UUIDv7: its time says whether it may be a repeat.
pub fn check_id(id: Uuid) -> Result<(), Problem> {
    match id.get_version_num() {
        7 => Ok(()),
        _ => Err(Problem::new(Code::BadId, "the id of a command is a UUIDv7")),
    }
}

/// For an answer that browsers keep as a file of this name.
pub fn kept_as(name: &str) -> ApiResult<(HeaderName, HeaderValue)> {
    let attachment = HeaderValue::try_from(format!("attachment; filename=\"{name}\""));
    Ok((header::CONTENT_DISPOSITION, attachment.map_err(ApiError::internal)?))
}

/// The files that a message names: the author's own, uploaded to this conversation and not posted before.
pub async fn attached(
    app: &App,
    workspace: &Workspace,
    author: Actor,
    conversation: ConversationId,
    files: &[FileId],
) -> ApiResult<Vec<store::File>> {
    let mut found = Vec::with_capacity(files.len());
    if files.len() > domain::limits::MESSAGE_FILES_MAX {
        return Err(ApiError::new(Code::TooManyFiles, "too many files in one message"));
    }
    for id in files {
        let file = app.store.file(workspace.id, *id).await?;
        let theirs =
            file.filter(|file| file.uploader == author && file.conversation == conversation);
        let unknown =
            || ApiError::new(Code::UnknownFile, "upload the file to this conversation first");
        found.push(theirs.ok_or_else(unknown)?);
    }
    Ok(found)
}
