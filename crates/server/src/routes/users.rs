//! `…/users`: who of the workspace's agents may sign in. Agents themselves come from the document.
//!
//! Passwords are made up here, shown once and kept as hashes. An account belongs to the installation: one that is
//! somebody in another workspace too is out of reach, or an administrator here could sign in there.

use axum::{
    Json as Answered,
    extract::{Path, State},
    http::StatusCode,
};
use domain::ids::AgentId;
use protocol::{
    http::{NewUser, PasswordMade, User, UserAccount, Users},
    ids as wire,
    problem::{Code, Problem},
};
use store::{Account, AccountError, NewAccount, Records};

use super::{Json, id};
use crate::{
    app::App,
    callers::Admin,
    clock::rfc3339,
    error::{ApiError, ApiResult},
    routes::addresses::OfWorkspace,
    sign_in::{password, revocations::Credential},
    translate::{ToDomain, ToWire},
    workspace::Workspace,
};

/// Every agent of the workspace and the account behind them.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/users",
    tag = "administration",
    params(OfWorkspace),
    responses((status = 200, body = Users), (status = "default", body = Problem))
)]
pub async fn get(State(app): State<App>, admin: Admin) -> ApiResult<Answered<Users>> {
    let names = admin.workspace.names();
    let mut users = Vec::with_capacity(names.config().agents.len());
    for (agent, config) in &names.config().agents {
        let account = match app.store.account_by_email(&config.email).await? {
            Some(account) => Some(described(&app, &admin.workspace, &account).await?),
            None => None,
        };
        users.push(User {
            agent: agent.wire(),
            key: config.key.clone(),
            name: config.name.clone(),
            email: config.email.clone(),
            account,
        });
    }
    Ok(Answered(Users { users }))
}

async fn described(app: &App, here: &Workspace, account: &Account) -> ApiResult<UserAccount> {
    let mut sessions = app.store.sessions_of(account.id).await?;
    sessions.retain(|session| session.expires_at > app.clock.now());
    Ok(UserAccount {
        made_at: rfc3339(account.created_at),
        disabled_at: account.disabled_at.map(rfc3339),
        sessions: u32::try_from(sessions.len()).unwrap_or(u32::MAX),
        last_seen_at: sessions.iter().map(|session| session.last_seen_at).max().map(rfc3339),
        shared: is_shared(app, here, account),
    })
}

/// Whether it is somebody in another workspace too.
fn is_shared(app: &App, here: &Workspace, account: &Account) -> bool {
    let knows = |other: &Workspace| other.names().agent_by_email(&account.email).is_some();
    app.workspaces().iter().any(|other| other.id != here.id && knows(other))
}

/// Makes an account for an agent who has none, with a password that is shown once.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/users",
    tag = "administration",
    params(OfWorkspace),
    request_body = NewUser,
    responses((status = 200, body = PasswordMade), (status = "default", body = Problem))
)]
pub async fn post(
    State(app): State<App>,
    admin: Admin,
    Json(NewUser { agent }): Json<NewUser>,
) -> ApiResult<Answered<PasswordMade>> {
    let names = admin.workspace.names();
    let config = names.config().agents.get(&agent.domain()).ok_or_else(unknown_agent)?;
    let password = password::make().map_err(ApiError::internal)?;
    let password_hash = app.passwords.hash(&password).await.map_err(ApiError::internal)?;
    let (email, name) = (config.email.clone(), config.name.clone());
    let account = NewAccount { email, name, password_hash, created_at: app.clock.now() };
    app.store.create_account(account).await.map_err(|error| match error {
        AccountError::EmailTaken => {
            ApiError::new(Code::AccountExists, "this agent can sign in already")
        }
        AccountError::Store(error) => error.into(),
    })?;
    tracing::info!(workspace = %admin.workspace.key, by = ?admin.agent, ?agent, "account made");
    Ok(Answered(PasswordMade { password: password.0 }))
}

/// Gives an account another password, shown once, and ends its sessions.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/users/{agent}/password",
    tag = "administration",
    params(OfWorkspace, ("agent" = wire::AgentId, Path)),
    responses((status = 200, body = PasswordMade), (status = "default", body = Problem))
)]
pub async fn set_password(
    State(app): State<App>,
    admin: Admin,
    Path((_, text)): Path<(String, String)>,
) -> ApiResult<Answered<PasswordMade>> {
    let (agent, account) = account_of(&app, &admin, &text).await?;
    let password = password::make().map_err(ApiError::internal)?;
    let hash = app.passwords.hash(&password).await.map_err(ApiError::internal)?;
    app.store.set_password(account.id, hash).await?;
    end_sessions(&app, &account).await?;
    tracing::info!(workspace = %admin.workspace.key, by = ?admin.agent, ?agent, "password replaced");
    Ok(Answered(PasswordMade { password: password.0 }))
}

/// Signs an account out everywhere; it may sign in again.
#[utoipa::path(
    delete,
    path = "/api/v1/workspaces/{workspace}/users/{agent}/sessions",
    tag = "administration",
    params(OfWorkspace, ("agent" = wire::AgentId, Path)),
    responses((status = 204), (status = "default", body = Problem))
)]
pub async fn sign_out(
    State(app): State<App>,
    admin: Admin,
    Path((_, text)): Path<(String, String)>,
) -> ApiResult<StatusCode> {
    let (agent, account) = account_of(&app, &admin, &text).await?;
    end_sessions(&app, &account).await?;
    tracing::info!(workspace = %admin.workspace.key, by = ?admin.agent, ?agent, "signed out");
    Ok(StatusCode::NO_CONTENT)
}

/// Shuts an account out: its sessions end and it cannot sign in.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/users/{agent}/disable",
    tag = "administration",
    params(OfWorkspace, ("agent" = wire::AgentId, Path)),
    responses((status = 204), (status = "default", body = Problem))
)]
pub async fn disable(
    State(app): State<App>,
    admin: Admin,
    Path((_, text)): Path<(String, String)>,
) -> ApiResult<StatusCode> {
    let (agent, account) = account_of(&app, &admin, &text).await?;
    if admin.agent == Some(agent) {
        return Err(ApiError::new(Code::OwnAccount, "nobody shuts out themselves"));
    }
    // Listed before they are gone, so that their sockets can be told.
    let sessions = app.store.sessions_of(account.id).await?;
    app.store.disable_account(account.id, Some(app.clock.now())).await?;
    for session in sessions {
        app.revocations.ended(Credential::Session(session.token));
    }
    tracing::info!(workspace = %admin.workspace.key, by = ?admin.agent, ?agent, "account disabled");
    Ok(StatusCode::NO_CONTENT)
}

/// Lets a disabled account sign in again, with the password it had.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/users/{agent}/enable",
    tag = "administration",
    params(OfWorkspace, ("agent" = wire::AgentId, Path)),
    responses((status = 204), (status = "default", body = Problem))
)]
pub async fn enable(
    State(app): State<App>,
    admin: Admin,
    Path((_, text)): Path<(String, String)>,
) -> ApiResult<StatusCode> {
    let (agent, account) = account_of(&app, &admin, &text).await?;
    app.store.disable_account(account.id, None).await?;
    tracing::info!(workspace = %admin.workspace.key, by = ?admin.agent, ?agent, "account enabled");
    Ok(StatusCode::NO_CONTENT)
}

/// The account of the agent of the address, where this workspace may change it.
async fn account_of(app: &App, admin: &Admin, text: &str) -> ApiResult<(AgentId, Account)> {
    let agent = id::<wire::AgentId>(text)?.domain();
    let names = admin.workspace.names();
    let config = names.config().agents.get(&agent).ok_or_else(unknown_agent)?;
    let account = app.store.account_by_email(&config.email).await?;
    let nobody = || ApiError::new(Code::UnknownAccount, "this agent cannot sign in yet");
    let account = account.ok_or_else(nobody)?;
    if is_shared(app, &admin.workspace, &account) {
        let detail =
            "the account is somebody in another workspace too; change it on the command line";
        return Err(ApiError::new(Code::AccountShared, detail));
    }
    Ok((agent, account))
}

async fn end_sessions(app: &App, account: &Account) -> ApiResult<()> {
    for session in app.store.sessions_of(account.id).await? {
        app.store.end_session(session.token).await?;
        app.revocations.ended(Credential::Session(session.token));
    }
    Ok(())
}

fn unknown_agent() -> ApiError {
    ApiError::new(Code::UnknownAgent, "there is no such agent")
}
