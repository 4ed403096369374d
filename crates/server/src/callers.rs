//! Who makes a request: found from its cookie or token before a handler runs, deny by default.
//!
//! What they may do with a conversation is decided in `domain`; here it is only whether they are who they
//! say, and whether the request was made by their own page.

use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};

use axum::{
    extract::{ConnectInfo, FromRequestParts, RawPathParams},
    http::{HeaderMap, Method, Uri, header, request::Parts},
};
use domain::{
    command::Actor,
    config::Roles,
    ids::{AgentId, Timestamp, VisitorId},
    view::Viewer,
};
use protocol::problem::Code;
use store::{Account, Erasures, Records, Session, TokenScope};
use subtle::ConstantTimeEq;

use crate::{
    app::App,
    error::{ApiError, ApiResult},
    languages::preferred,
    limits::SEEN_NOTED_MS,
    options::ServerOptions,
    sign_in::{revocations::Credential, token},
    workspace::Workspace,
};

pub const SESSION_COOKIE: &str = "baton_session";
pub const CSRF_HEADER: &str = "x-baton-csrf";
const VISITOR_TOKEN_PREFIX: &str = "bvt_";

/// The workspace of the address.
pub struct InWorkspace(pub Arc<Workspace>);

/// A member of staff of the workspace of the address.
pub struct Staff {
    pub workspace: Arc<Workspace>,
    pub agent: AgentId,
}

/// A visitor of the workspace of the address.
pub struct Visitor {
    pub workspace: Arc<Workspace>,
    pub visitor: VisitorId,
    /// Of their browser.
    pub language: Option<String>,
}

/// Either of them.
pub enum Person {
    Staff(Staff),
    Visitor(Visitor),
}

/// Somebody who administers the workspace of the address: an agent with that role, or a token for it.
pub struct Admin {
    pub workspace: Arc<Workspace>,
    /// Who it is; nobody where a token administers.
    pub agent: Option<AgentId>,
    /// For the records, in words.
    pub name: String,
}

/// A browser that signed in, with its account.
pub struct SignedIn {
    pub session: Session,
    pub account: Account,
}

/// Where a request came from.
#[derive(Debug, Clone, Copy)]
pub struct Address(pub IpAddr);

impl Person {
    pub fn workspace(&self) -> &Arc<Workspace> {
        match self {
            Self::Staff(staff) => &staff.workspace,
            Self::Visitor(visitor) => &visitor.workspace,
        }
    }

    pub fn actor(&self) -> Actor {
        match self {
            Self::Staff(staff) => Actor::Agent(staff.agent),
            Self::Visitor(visitor) => Actor::Visitor(visitor.visitor),
        }
    }

    pub fn viewer(&self) -> Viewer {
        match self {
            Self::Staff(staff) => Viewer::Agent(staff.agent),
            Self::Visitor(visitor) => Viewer::Visitor(visitor.visitor),
        }
    }
}

/// What a token or a session stands for in one workspace.
pub enum Identity {
    Agent(AgentId),
    Visitor(VisitorId),
    /// A token for administration only.
    Administration,
}

/// Whom a token stands for.
pub async fn by_token(app: &App, workspace: &Workspace, text: &str) -> ApiResult<Identity> {
    Ok(by_credential(app, workspace, text).await?.0)
}

/// The same, with what may end: a visitor's token when they are erased.
pub async fn by_credential(
    app: &App,
    workspace: &Workspace,
    text: &str,
) -> ApiResult<(Identity, Option<Credential>)> {
    let stale =
        || ApiError::new(Code::StaleToken, "the token is unknown, revoked or of another workspace");
    if text.starts_with(VISITOR_TOKEN_PREFIX) {
        let visitor = app.keys.visitor(&workspace.key, text).map_err(|_| stale())?;
        if app.store.erasure(workspace.id, visitor).await?.is_some() {
            return Err(stale());
        }
        let held = Credential::Visitor(workspace.id, visitor);
        return Ok((Identity::Visitor(visitor), Some(held)));
    }
    let found = app.store.api_token(token::hash(text)).await?;
    let valid = found.filter(|token| token.workspace == workspace.id && token.revoked_at.is_none());
    let token = valid.ok_or_else(stale)?;
    if token.last_used_at.is_none_or(|last| is_long_ago(app, last)) {
        app.store.touch_api_token(token.id, app.clock.now()).await?;
    }
    let identity = match token.scope {
        TokenScope::Agent(agent) if roles(workspace, agent).is_some() => Identity::Agent(agent),
        TokenScope::Agent(_) => return Err(stale()),
        TokenScope::Admin => Identity::Administration,
    };
    Ok((identity, Some(Credential::ApiToken(token.id))))
}

/// Who a signed-in account is in a workspace.
pub fn by_account(workspace: &Workspace, account: &Account) -> ApiResult<AgentId> {
    let stranger =
        || ApiError::new(Code::NotAllowed, "this account is not an agent of this workspace");
    workspace.names().agent_by_email(&account.email).ok_or_else(stranger)
}

/// The roles of an agent, while they are in the workspace document.
pub fn roles(workspace: &Workspace, agent: AgentId) -> Option<Roles> {
    workspace.names().config().agents.get(&agent).map(|agent| agent.roles.clone())
}

/// The session of a request's cookie.
pub async fn session(app: &App, headers: &HeaderMap) -> ApiResult<SignedIn> {
    let text = cookie(headers, SESSION_COOKIE);
    let text = text.ok_or_else(|| ApiError::new(Code::NotSignedIn, "sign in, or send a token"))?;
    let stale = || ApiError::new(Code::StaleToken, "the session has ended; sign in again");
    let session = app.store.session(token::hash(text)).await?;
    let session =
        session.filter(|session| session.expires_at > app.clock.now()).ok_or_else(stale)?;
    let account = app.store.account(session.account).await?;
    let account = account.filter(|account| account.disabled_at.is_none()).ok_or_else(stale)?;
    if is_long_ago(app, session.last_seen_at) {
        app.store.touch_session(session.token, app.clock.now()).await?;
    }
    Ok(SignedIn { session, account })
}

/// Whether a use is old enough to note the next one.
fn is_long_ago(app: &App, last: Timestamp) -> bool {
    app.clock.now().since(last) > SEEN_NOTED_MS
}

/// Refuses a request that another site's page may have made in this browser.
fn check_made_by_us(options: &ServerOptions, parts: &Parts, session: &Session) -> ApiResult<()> {
    check_origin(options, &parts.headers)?;
    if matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    let sent = parts.headers.get(CSRF_HEADER).map(|value| value.as_bytes()).unwrap_or_default();
    if bool::from(sent.ct_eq(session.csrf.0.as_bytes())) {
        return Ok(());
    }
    Err(ApiError::new(
        Code::CsrfMissing,
        "send the session's csrf value in the header X-Baton-Csrf",
    ))
}

/// Where there is an origin it has to be ours: the public address, or the host that was asked.
pub fn check_origin(options: &ServerOptions, headers: &HeaderMap) -> ApiResult<()> {
    let Some(origin) = headers.get(header::ORIGIN) else { return Ok(()) };
    let text = |value: &axum::http::HeaderValue| value.to_str().ok().map(str::to_owned);
    let origin = text(origin).unwrap_or_default();
    let host = headers.get(header::HOST).and_then(text).unwrap_or_default();
    let of_host =
        origin.parse::<Uri>().ok().and_then(|uri| uri.authority().map(ToString::to_string));
    let of_public =
        options.public_url.as_deref().is_some_and(|url| url.trim_end_matches('/') == origin);
    if of_public || of_host.is_some_and(|authority| authority == host) {
        return Ok(());
    }
    Err(ApiError::new(Code::OriginRefused, "requests from pages of another origin are refused"))
}

fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let cookies =
        headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    let pairs =
        cookies.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

async fn identify(parts: &mut Parts, app: &App, workspace: &Workspace) -> ApiResult<Identity> {
    if let Some(token) = bearer(&parts.headers) {
        return by_token(app, workspace, token).await;
    }
    let signed_in = session(app, &parts.headers).await?;
    check_made_by_us(&app.options, parts, &signed_in.session)?;
    by_account(workspace, &signed_in.account).map(Identity::Agent)
}

impl FromRequestParts<App> for InWorkspace {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let params =
            RawPathParams::from_request_parts(parts, app).await.map_err(ApiError::internal)?;
        let key = params.iter().find(|(name, _)| *name == "workspace").map(|(_, key)| key);
        app.workspace(key.unwrap_or_default()).map(Self)
    }
}

impl FromRequestParts<App> for Person {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let InWorkspace(workspace) = InWorkspace::from_request_parts(parts, app).await?;
        match identify(parts, app, &workspace).await? {
            Identity::Agent(agent) => Ok(Self::Staff(Staff { workspace, agent })),
            Identity::Visitor(visitor) => {
                let language = preferred(&parts.headers, workspace.names().config());
                Ok(Self::Visitor(Visitor { workspace, visitor, language }))
            }
            Identity::Administration => Err(ApiError::new(
                Code::NotAllowed,
                "this token administers; it is nobody in a conversation",
            )),
        }
    }
}

impl FromRequestParts<App> for Staff {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        match Person::from_request_parts(parts, app).await? {
            Person::Staff(staff) => Ok(staff),
            Person::Visitor(_) => {
                Err(ApiError::new(Code::NotAllowed, "this is for members of staff"))
            }
        }
    }
}

impl FromRequestParts<App> for Visitor {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        match Person::from_request_parts(parts, app).await? {
            Person::Visitor(visitor) => Ok(visitor),
            Person::Staff(_) => Err(ApiError::new(Code::NotAllowed, "this is for visitors")),
        }
    }
}

impl FromRequestParts<App> for Admin {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let InWorkspace(workspace) = InWorkspace::from_request_parts(parts, app).await?;
        let (agent, name) = match identify(parts, app, &workspace).await? {
            Identity::Agent(agent) if roles(&workspace, agent).is_some_and(|roles| roles.admin) => {
                (Some(agent), workspace.names().agent(agent).name)
            }
            Identity::Agent(_) | Identity::Visitor(_) => {
                return Err(ApiError::new(Code::NotAllowed, "this is for administrators"));
            }
            Identity::Administration => (None, "an API token".to_owned()),
        };
        Ok(Self { workspace, agent, name })
    }
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let signed_in = session(app, &parts.headers).await?;
        check_made_by_us(&app.options, parts, &signed_in.session)?;
        Ok(signed_in)
    }
}

impl FromRequestParts<App> for Address {
    type Rejection = ApiError;

    /// The last address that is not one of our proxies.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let ConnectInfo(peer) = ConnectInfo::<SocketAddr>::from_request_parts(parts, app)
            .await
            .map_err(ApiError::internal)?;
        let trusted = &app.options.trusted_proxies;
        let mut address = peer.ip();
        let forwarded = parts
            .headers
            .get_all("x-forwarded-for")
            .into_iter()
            .filter_map(|value| value.to_str().ok());
        let mut hops: Vec<&str> =
            forwarded.flat_map(|value| value.split(',')).map(str::trim).collect();
        while trusted.contains(&address) {
            match hops.pop().map(str::parse) {
                Some(Ok(before)) => address = before,
                Some(Err(_)) | None => break,
            }
        }
        Ok(Self(address))
    }
}
