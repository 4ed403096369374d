//! `…/tokens`: API tokens of the workspace. The secret is shown once, when it is made.

use axum::{
    Json as Answered,
    extract::{Path, State},
    http::StatusCode,
};
use protocol::{
    http::{NewToken, TokenListed, TokenMade, Tokens},
    ids::TokenId,
    problem::{Code, Problem},
};
use store::{Records, TokenScope};

use super::{Json, id};
use crate::{
    app::App,
    callers::{Admin, roles},
    error::{ApiError, ApiResult},
    limits::TOKEN_NAME_CHARS_MAX,
    routes::addresses::OfWorkspace,
    sign_in::{revocations::Credential, token},
    translate::{ToDomain, ToWire},
};

/// The tokens that are valid, without their secrets.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/tokens",
    tag = "administration",
    params(OfWorkspace),
    responses((status = 200, body = Tokens), (status = "default", body = Problem))
)]
pub async fn get(State(app): State<App>, admin: Admin) -> ApiResult<Answered<Tokens>> {
    let kept = app.store.api_tokens(admin.workspace.id).await?;
    let valid = kept.into_iter().filter(|token| token.revoked_at.is_none());
    let tokens = valid.map(|token| TokenListed {
        id: TokenId(token.id.0),
        agent: match token.scope {
            TokenScope::Agent(agent) => Some(agent.wire()),
            TokenScope::Admin => None,
        },
        name: token.label,
        made_at: crate::clock::rfc3339(token.created_at),
        last_used_at: token.last_used_at.map(crate::clock::rfc3339),
    });
    Ok(Answered(Tokens { tokens: tokens.collect() }))
}

/// Makes a token that acts as an agent.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/tokens",
    tag = "administration",
    params(OfWorkspace),
    request_body = NewToken,
    responses((status = 200, body = TokenMade), (status = "default", body = Problem))
)]
pub async fn post(
    State(app): State<App>,
    admin: Admin,
    Json(NewToken { agent, name }): Json<NewToken>,
) -> ApiResult<Answered<TokenMade>> {
    let agent = agent.domain();
    if roles(&admin.workspace, agent).is_none() {
        return Err(ApiError::new(Code::UnknownAgent, "there is no such agent"));
    }
    if name.trim().is_empty() || name.chars().count() > TOKEN_NAME_CHARS_MAX {
        return Err(ApiError::new(Code::BadRequest, "give the token a short name"));
    }
    let secret = token::make(token::Kind::Api).map_err(ApiError::internal)?;
    let (hash, scope, now) = (token::hash(&secret.0), TokenScope::Agent(agent), app.clock.now());
    let id = app.store.create_api_token(admin.workspace.id, hash, scope, name.trim(), now).await?;
    Ok(Answered(TokenMade { id: TokenId(id.0), token: secret.0 }))
}

/// Revokes a token; sockets that were opened with it end at once.
#[utoipa::path(
    delete,
    path = "/api/v1/workspaces/{workspace}/tokens/{token}",
    tag = "administration",
    params(OfWorkspace, ("token" = TokenId, Path)),
    responses((status = 204), (status = "default", body = Problem))
)]
pub async fn delete(
    State(app): State<App>,
    admin: Admin,
    Path((_, text)): Path<(String, String)>,
) -> ApiResult<StatusCode> {
    let id: TokenId = id(&text)?;
    let kept = app.store.api_tokens(admin.workspace.id).await?;
    if !kept.iter().any(|token| token.id.0 == id.0) {
        return Err(ApiError::new(Code::UnknownToken, "there is no such token"));
    }
    let id = store::TokenId(id.0);
    app.store.revoke_api_token(admin.workspace.id, id, app.clock.now()).await?;
    app.revocations.ended(Credential::ApiToken(id));
    Ok(StatusCode::NO_CONTENT)
}
