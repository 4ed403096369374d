//! `…/directory` and the workspace's own address: names.

use axum::{Json as Answered, extract::Query, http::HeaderMap};
use protocol::{
    http::{Directory, Welcome},
    problem::Problem,
};
use serde::Deserialize;

use crate::{
    callers::{InWorkspace, Staff},
    error::ApiResult,
    languages::of_widget,
    translate::{directory, welcome},
};

/// Names of everything in the workspace.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/directory",
    tag = "reading",
    params(("workspace" = String, Path, description = "The key of the workspace")),
    responses((status = 200, body = Directory), (status = "default", body = Problem))
)]
pub async fn get(staff: Staff) -> ApiResult<Answered<Directory>> {
    Ok(Answered(directory::directory(&staff.workspace.names())))
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct Reader {
    /// The visitor's language: a code such as `de`; as the browser says if absent.
    pub language: Option<String>,
}

/// What a page may know before anybody signed in: the first words, and how the chat looks.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}",
    tag = "reading",
    params(("workspace" = String, Path, description = "The key of the workspace"), Reader),
    responses((status = 200, body = Welcome), (status = "default", body = Problem))
)]
pub async fn welcome(
    InWorkspace(workspace): InWorkspace,
    Query(Reader { language }): Query<Reader>,
    headers: HeaderMap,
) -> Answered<Welcome> {
    let names = workspace.names();
    let language = language.or_else(|| of_widget(&headers, names.config()));
    Answered(welcome::welcome(&workspace.key, &names, language.as_deref()))
}
