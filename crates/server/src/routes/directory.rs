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
    routes::addresses::OfWorkspace,
    translate::{directory, welcome},
    workspace::Workspace,
};

/// Names of everything in the workspace.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/directory",
    tag = "reading",
    params(OfWorkspace),
    responses((status = 200, body = Directory), (status = "default", body = Problem))
)]
pub async fn get(staff: Staff) -> ApiResult<Answered<Directory>> {
    Ok(Answered(directory::directory(&staff.workspace.names())))
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct Reader {
    /// The visitor's language: a code such as `de`; as the browser says if absent.
    language: Option<String>,
    /// The key of the pipeline that conversations of this page take; the workspace's entry if absent.
    pipeline: Option<String>,
}

impl Reader {
    /// What a workspace says to this reader.
    pub fn welcomed_by(self, workspace: &Workspace, headers: &HeaderMap) -> ApiResult<Welcome> {
        let names = workspace.names();
        let language = self.language.or_else(|| of_widget(headers, names.config()));
        let found = welcome::welcome(&workspace.key, &names, language.as_deref(), self.pipeline);
        Ok(found?)
    }
}

/// What a page may know before anybody signed in: the first words, and how the chat looks.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}",
    tag = "reading",
    params(OfWorkspace, Reader),
    responses((status = 200, body = Welcome), (status = "default", body = Problem))
)]
pub async fn welcome(
    InWorkspace(workspace): InWorkspace,
    Query(reader): Query<Reader>,
    headers: HeaderMap,
) -> ApiResult<Answered<Welcome>> {
    Ok(Answered(reader.welcomed_by(&workspace, &headers)?))
}
