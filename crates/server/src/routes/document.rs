//! `…/document`: the one place where teams, agents and queues come from.

use axum::{
    Json as Answered,
    extract::{Path, Query, State},
};
use domain::command::{Actor, Command};
use protocol::{
    http::{
        Document, DocumentChanges, DocumentChecked, DocumentVersion, DocumentVersions, PutDocument,
    },
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
    limits::DOCUMENT_VERSIONS_MAX,
    routes::addresses::{OfVersion, OfWorkspace},
    translate::document,
};

/// The document in force, as it was put.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/document",
    tag = "administration",
    params(OfWorkspace),
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
pub struct Page {
    /// The version to begin with; the one in force if absent.
    from: Option<u32>,
}

/// The versions there have been, the newest first.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/document/versions",
    tag = "administration",
    params(OfWorkspace, Page),
    responses((status = 200, body = DocumentVersions), (status = "default", body = Problem))
)]
pub async fn versions(
    State(app): State<App>,
    admin: Admin,
    Query(page): Query<Page>,
) -> ApiResult<Answered<DocumentVersions>> {
    let in_force = admin.workspace.names().config().version;
    let from = page.from.map_or(in_force, |from| from.min(in_force));
    let one_more = DOCUMENT_VERSIONS_MAX + 1;
    let mut kept = app.store.document_versions(admin.workspace.id, from, one_more).await?;
    let next = kept.split_off(kept.len().min(DOCUMENT_VERSIONS_MAX));
    let versions = kept.into_iter().map(|version| DocumentVersion {
        version: version.version,
        applied_at: crate::clock::rfc3339(version.applied_at),
        by: version.by,
    });
    let next = next.first().map(|version| version.version);
    Ok(Answered(DocumentVersions { versions: versions.collect(), next }))
}

/// One version, as it was put.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/document/versions/{version}",
    tag = "administration",
    params(
        OfVersion
    ),
    responses((status = 200, body = Document), (status = "default", body = Problem))
)]
pub async fn version(
    State(app): State<App>,
    admin: Admin,
    Path(place): Path<OfVersion>,
) -> ApiResult<Answered<Document>> {
    let kept = kept(&app, &admin, &place.version).await?;
    Ok(Answered(Document { version: kept.version, yaml: kept.yaml }))
}

/// What one version said otherwise than the one before it.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/document/versions/{version}/changes",
    tag = "administration",
    params(
        OfVersion
    ),
    responses((status = 200, body = DocumentChanges), (status = "default", body = Problem))
)]
pub async fn changes(
    State(app): State<App>,
    admin: Admin,
    Path(place): Path<OfVersion>,
) -> ApiResult<Answered<DocumentChanges>> {
    let after = kept(&app, &admin, &place.version).await?;
    let before = match after.version - 1 {
        0 => None,
        version => app.store.document(admin.workspace.id, Some(version)).await?,
    };
    let before = before.and_then(|kept| config::parse(&kept.yaml).ok());
    let changes = match (before, config::parse(&after.yaml)) {
        (Some(before), Ok(after)) => config::changes(&before, &after),
        // The first version has none before it, and a release may read older ones no longer.
        _ => Vec::new(),
    };
    Ok(Answered(DocumentChanges { changes: changes.into_iter().map(document::change).collect() }))
}

/// The version of the address.
async fn kept(app: &App, admin: &Admin, version: &str) -> ApiResult<store::Document> {
    let in_force = admin.workspace.names().config().version;
    let unknown = || ApiError::new(Code::UnknownVersion, "there has been no such version");
    // A text is kept just before its version is in force.
    let asked = version.parse().ok().filter(|version| (1..=in_force).contains(version));
    let asked = asked.ok_or_else(unknown)?;
    app.store.document(admin.workspace.id, Some(asked)).await?.ok_or_else(unknown)
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct How {
    /// Only check it and tell what it would change.
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
    params(OfWorkspace, How),
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
    let before = app.store.document(admin.workspace.id, Some(present.version)).await?;
    let before = before.and_then(|kept| config::parse(&kept.yaml).ok());
    let changes = before.iter().flat_map(|before| config::changes(before, &parsed));
    let changes = changes.map(document::change).collect();
    let previous = (present.version > 0).then_some(present);
    let config = config::load(&body.yaml, previous, app.clock.now())
        .map_err(|findings| document::problem(&findings))?;
    if how.dry_run {
        return Ok(Answered(DocumentChecked { version: present.version, findings, changes }));
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
    Ok(Answered(DocumentChecked { version, findings, changes }))
}
