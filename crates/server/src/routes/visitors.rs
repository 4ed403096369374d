//! `…/visitors`: an identity for a page that has none.

use axum::{Json as Answered, extract::State};
use protocol::{
    http::{NewVisitor, VisitorIdentity},
    problem::Problem,
};
use store::Records;

use super::Json;
use crate::{
    app::{App, too_often},
    callers::{Address, InWorkspace},
    error::ApiResult,
    translate::ToWire,
};

/// Makes a visitor. The token is the only way back to their conversations.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/visitors",
    tag = "signing in",
    params(("workspace" = String, Path, description = "The key of the workspace")),
    request_body = NewVisitor,
    responses((status = 200, body = VisitorIdentity), (status = "default", body = Problem))
)]
pub async fn post(
    State(app): State<App>,
    InWorkspace(workspace): InWorkspace,
    Address(address): Address,
    Json(NewVisitor {}): Json<NewVisitor>,
) -> ApiResult<Answered<VisitorIdentity>> {
    app.limits.visitors.count(&address).map_err(too_often)?;
    let visitor = app.store.create_visitor(workspace.id, app.clock.now()).await?;
    let token = app.keys.visitor_token(&workspace.key, visitor).0;
    Ok(Answered(VisitorIdentity { visitor: visitor.wire(), token }))
}
