//! `/api/v1/session`: a browser signs in, asks who it is, and signs out.

use axum::{
    Json as Answered,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::IntoResponse,
};
use protocol::{
    http::{Account, Membership, Session, SignIn},
    problem::Problem,
};
use store::{Records, Secret};

use super::Json;
use crate::{
    app::App,
    callers::{Address, SESSION_COOKIE, SignedIn, check_origin},
    error::{ApiError, ApiResult},
    limits::SESSION_LASTS_MS,
    sign_in::{revocations::Credential, token},
    translate::ToWire,
};

/// Signs in with an account's password.
#[utoipa::path(
    post,
    path = "/api/v1/session",
    tag = "signing in",
    request_body = SignIn,
    responses((status = 200, body = Session), (status = "default", body = Problem))
)]
pub async fn post(
    State(app): State<App>,
    Address(address): Address,
    headers: HeaderMap,
    Json(SignIn { email, password }): Json<SignIn>,
) -> ApiResult<impl IntoResponse> {
    check_origin(&app.options, &headers)?;
    let account = app.account_with_password(address, &email, Secret(password)).await?;
    let make = |kind| token::make(kind).map_err(ApiError::internal);
    let (secret, csrf) = (make(token::Kind::Session)?, make(token::Kind::Csrf)?);
    let now = app.clock.now();
    app.store.end_sessions_expired(now).await?;
    let session = store::Session {
        token: token::hash(&secret.0),
        account: account.id,
        csrf,
        created_at: now,
        last_seen_at: now,
        expires_at: now.after(SESSION_LASTS_MS),
    };
    app.store.put_session(session.clone()).await?;
    let cookie = cookie(&app, &secret.0, SESSION_LASTS_MS / 1_000)?;
    Ok(([(header::SET_COOKIE, cookie)], Answered(described(&app, session, account))))
}

/// Who is signed in.
#[utoipa::path(
    get,
    path = "/api/v1/session",
    tag = "signing in",
    responses((status = 200, body = Session), (status = "default", body = Problem))
)]
pub async fn get(
    State(app): State<App>,
    SignedIn { session, account }: SignedIn,
) -> Answered<Session> {
    Answered(described(&app, session, account))
}

/// Signs out; the sockets of this session end at once.
#[utoipa::path(
    delete,
    path = "/api/v1/session",
    tag = "signing in",
    responses((status = 204), (status = "default", body = Problem))
)]
pub async fn delete(State(app): State<App>, signed_in: SignedIn) -> ApiResult<impl IntoResponse> {
    let token = signed_in.session.token;
    app.store.end_session(token).await?;
    app.revocations.ended(Credential::Session(token));
    Ok((StatusCode::NO_CONTENT, [(header::SET_COOKIE, cookie(&app, "", 0)?)]))
}

fn described(app: &App, session: store::Session, account: store::Account) -> Session {
    let member = |workspace: std::sync::Arc<crate::workspace::Workspace>| {
        let names = workspace.names();
        let agent = names.agent_by_email(&account.email)?;
        let (key, name) = (workspace.key.to_string(), names.config().name.clone());
        Some(Membership { key, name, agent: agent.wire() })
    };
    let workspaces = app.workspaces().into_iter().filter_map(member).collect();
    let csrf = session.csrf.0;
    Session { account: Account { email: account.email, name: account.name }, csrf, workspaces }
}

fn cookie(app: &App, value: &str, seconds: u64) -> ApiResult<HeaderValue> {
    let secure = if app.options.secure_cookies() { "; Secure" } else { "" };
    let cookie = format!(
        "{SESSION_COOKIE}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"
    );
    HeaderValue::try_from(cookie).map_err(ApiError::internal)
}
