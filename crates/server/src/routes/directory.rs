//! `…/directory` and the workspace's own address: names.

use axum::Json as Answered;
use protocol::{
    http::{Directory, Welcome},
    problem::Problem,
};

use crate::{
    callers::{InWorkspace, Staff},
    error::ApiResult,
    translate::directory,
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

/// What a page may know before anybody signed in.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/",
    tag = "reading",
    params(("workspace" = String, Path, description = "The key of the workspace")),
    responses((status = 200, body = Welcome), (status = "default", body = Problem))
)]
pub async fn welcome(InWorkspace(workspace): InWorkspace) -> Answered<Welcome> {
    let name = workspace.names().config().name.clone();
    Answered(Welcome { workspace: workspace.key.to_string(), name })
}
