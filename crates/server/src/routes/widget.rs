//! The visitor's page, alone and in a frame, and what the launcher on a customer's page has to know of its look.
//!
//! The page carries what it would ask for first, so that nothing changes its colour or language before the eye.

use axum::{
    Router,
    extract::{Path, Query, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
    routing::get,
};
use protocol::http::Welcome;
use tower_http::compression::CompressionLayer;

use super::directory::Reader;
use crate::{
    app::App,
    assets::{Shown, visitor_page},
    error::{ApiError, ApiResult},
    limits::LOOK_LASTS_S,
};

pub fn routes() -> Router<App> {
    Router::new()
        .route("/visit/{workspace}", get(alone))
        .route("/widget/frame/{workspace}", get(framed))
        .route("/widget/look/{workspace}", get(look))
        .layer(CompressionLayer::new())
}

/// `/visit/{workspace}`: the chat as a page of its own.
async fn alone(
    State(app): State<App>,
    Path(key): Path<String>,
    Query(reader): Query<Reader>,
    headers: HeaderMap,
) -> ApiResult<Response> {
    page(Shown::Alone, &known(&app, &key, reader, &headers)?)
}

/// `/widget/frame/{workspace}`: the same for the launcher's frame.
async fn framed(
    State(app): State<App>,
    Path(key): Path<String>,
    Query(reader): Query<Reader>,
    headers: HeaderMap,
) -> ApiResult<Response> {
    page(Shown::Framed, &known(&app, &key, reader, &headers)?)
}

/// `/widget/look/{workspace}`: a module for the launcher, since a page's policy that lets its script in lets this in
/// as well. Public, so any origin may have it.
async fn look(
    State(app): State<App>,
    Path(key): Path<String>,
    Query(reader): Query<Reader>,
    headers: HeaderMap,
) -> ApiResult<Response> {
    let look = known(&app, &key, reader, &headers)?.widget;
    let module = format!("export default {}", json(&look)?);
    let age = format!("public, max-age={LOOK_LASTS_S}");
    let age = HeaderValue::from_str(&age).map_err(ApiError::internal)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/javascript; charset=utf-8")),
        (header::CACHE_CONTROL, age),
        (header::VARY, HeaderValue::from_static("accept-language")),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, module).into_response())
}

fn page(shown: Shown, known: &Welcome) -> ApiResult<Response> {
    Ok(visitor_page(shown, &json(known)?))
}

fn known(app: &App, key: &str, reader: Reader, headers: &HeaderMap) -> ApiResult<Welcome> {
    reader.welcomed_by(&*app.workspace(key)?, headers)
}

fn json(value: &impl serde::Serialize) -> ApiResult<String> {
    serde_json::to_string(value).map_err(ApiError::internal)
}
