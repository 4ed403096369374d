//! `…/visitors`: an identity for a page that has none; `…/identity-secret`: what a customer's server signs with.

use axum::{Json as Answered, extract::State};
use protocol::{
    http::{IdentitySecret, NewVisitor, VisitorIdentity},
    problem::Problem,
};
use store::Records;

use super::Json;
use crate::{
    app::{App, too_often},
    callers::{Address, Admin, InWorkspace},
    error::ApiResult,
    identity,
    routes::addresses::OfWorkspace,
    translate::ToWire,
};

/// Makes a visitor, or finds the one of a signed identity. The token is the way back to their conversations.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/visitors",
    tag = "signing in",
    params(OfWorkspace),
    request_body = NewVisitor,
    responses((status = 200, body = VisitorIdentity), (status = "default", body = Problem))
)]
pub async fn post(
    State(app): State<App>,
    InWorkspace(workspace): InWorkspace,
    Address(address): Address,
    Json(NewVisitor { identity }): Json<NewVisitor>,
) -> ApiResult<Answered<VisitorIdentity>> {
    app.limits.visitors.count(&address).map_err(too_often)?;
    let visitor = match identity {
        Some(identity) => identity::visitor(&app, &workspace, &identity).await?,
        None => app.store.create_visitor(workspace.id, app.clock.now()).await?,
    };
    let token = app.keys.visitor_token(&workspace.key, visitor).0;
    Ok(Answered(VisitorIdentity { visitor: visitor.wire(), token }))
}

/// Makes the secret that signs visitors' identities, in the place of the last. It is told here and never again.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/identity-secret",
    tag = "administration",
    params(OfWorkspace),
    responses((status = 200, body = IdentitySecret), (status = "default", body = Problem))
)]
pub async fn renew_secret(
    State(app): State<App>,
    admin: Admin,
) -> ApiResult<Answered<IdentitySecret>> {
    let secret = identity::renew_secret(&app, &admin.workspace).await?.0;
    Ok(Answered(IdentitySecret { secret }))
}
