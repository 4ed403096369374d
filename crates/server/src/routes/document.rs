//! `…/document`: the one place where teams, agents and queues come from.

use axum::{
    Json as Answered,
    extract::{Query, State},
};
use domain::command::{Actor, Command};
use protocol::{
    http::{Document, DocumentChecked, PutDocument},
    problem::{Code, Problem},
};
use serde::Deserialize;
use store::Store as _;
use tokio::sync::Mutex;

use super::Json;
use crate::{
    app::App,
    callers::Admin,
    error::{ApiError, ApiResult, refusal},
    translate::document,
};

/// The document in force, as it was put.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/document",
    tag = "administration",
    params(("workspace" = String, Path, description = "The key of the workspace")),
    responses((status = 200, body = Document), (status = "default", body = Problem))
)]
pub async fn get(State(app): State<App>, admin: Admin) -> ApiResult<Answered<Document>> {
    let version = admin.workspace.names().config().version;
    let kept = app.store.document(admin.workspace.id, Some(version)).await?;
    let missing = || ApiError::new(Code::NotConfigured, "no document has been put in force yet");
    let kept = kept.ok_or_else(missing)?;
    Ok(Answered(Document { version: kept.version, yaml: kept.yaml }))
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct How {
    /// Only check it.
    #[serde(default)]
    dry_run: bool,
}

/// One at a time: the text of a version is kept before the version is in force, so that a second request made
/// from the same version would leave its text under the number of the first.
static REPLACING: Mutex<()> = Mutex::const_new(());

/// Checks a document and puts it in force.
#[utoipa::path(
    put,
    path = "/api/v1/workspaces/{workspace}/document",
    tag = "administration",
    params(("workspace" = String, Path, description = "The key of the workspace"), How),
    request_body = PutDocument,
    responses((status = 200, body = DocumentChecked), (status = "default", body = Problem))
)]
pub async fn put(
    State(app): State<App>,
    admin: Admin,
    Query(how): Query<How>,
    Json(body): Json<PutDocument>,
) -> ApiResult<Answered<DocumentChecked>> {
    let _alone = REPLACING.lock().await;
    let names = admin.workspace.names();
    let present = names.config();
    let parsed = config::parse(&body.yaml).map_err(|findings| document::problem(&findings))?;
    let found = config::check(&parsed);
    let findings = found.iter().map(document::finding).collect();
    let previous = (present.version > 0).then_some(present);
    let config = config::load(&body.yaml, previous, app.clock.now())
        .map_err(|findings| document::problem(&findings))?;
    if how.dry_run {
        return Ok(Answered(DocumentChecked { version: present.version, findings }));
    }
    if body.based_on.is_some_and(|version| version != present.version) {
        let detail = format!("version {} is in force; read it again", present.version);
        return Err(ApiError::new(Code::StaleConfiguration, detail));
    }
    let version = config.version;
    let kept =
        store::Document { version, yaml: body.yaml, applied_at: app.clock.now(), by: admin.name };
    app.store.put_document(admin.workspace.id, kept).await?;
    let command = Command::Configure { config: Box::new(config) };
    let outcome = admin.workspace.command(Actor::System, None, command, Vec::new()).await;
    outcome.map_err(|refused| refusal(refused, &names))?;
    Ok(Answered(DocumentChecked { version, findings }))
}
