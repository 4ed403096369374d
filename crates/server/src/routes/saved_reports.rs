//! `…/saved-reports`: reports with filters that somebody keeps for themselves, among their personal settings.

use axum::{
    Json as Answered,
    extract::{Path, State},
    http::StatusCode,
};
use protocol::{
    http::{NewSavedReport, SavedReport, SavedReports},
    problem::{Code, Problem},
};
use reports::catalogue;
use store::{Records, limits::SETTING_BYTES_MAX};
use uuid::Uuid;

use super::{Json, reports::may_see};
use crate::{
    app::App,
    callers::Staff,
    error::{ApiError, ApiResult},
    limits::{SAVED_REPORT_CHARS_MAX, SAVED_REPORTS_MAX},
    routes::addresses::{OfSavedReport, OfWorkspace},
};

/// Where they stand among the settings.
const SETTING: &str = "saved_reports";

/// The caller's saved reports, in the order they were saved.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/saved-reports",
    tag = "reports",
    params(OfWorkspace),
    responses((status = 200, body = SavedReports), (status = "default", body = Problem))
)]
pub async fn get(State(app): State<App>, staff: Staff) -> ApiResult<Answered<SavedReports>> {
    may_see(&staff)?;
    Ok(Answered(kept(&app, &staff).await?))
}

/// Keeps a report with its filters.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/saved-reports",
    tag = "reports",
    params(OfWorkspace),
    request_body = NewSavedReport,
    responses((status = 200, body = SavedReport), (status = "default", body = Problem))
)]
pub async fn post(
    State(app): State<App>,
    staff: Staff,
    Json(wanted): Json<NewSavedReport>,
) -> ApiResult<Answered<SavedReport>> {
    may_see(&staff)?;
    let NewSavedReport { name, report, filters } = wanted;
    let name = name.trim().to_owned();
    if name.is_empty() || name.chars().count() > SAVED_REPORT_CHARS_MAX {
        return Err(ApiError::new(Code::BadRequest, "a saved report has a short name"));
    }
    if catalogue::find(&report).is_none() {
        return Err(ApiError::new(Code::UnknownReport, format!("there is no report `{report}`")));
    }
    let saved = SavedReport { id: Uuid::now_v7().to_string(), name, report, filters };
    let mut all = kept(&app, &staff).await?;
    all.saved_reports.push(saved.clone());
    keep(&app, &staff, &all).await?;
    Ok(Answered(saved))
}

/// Forgets a saved report.
#[utoipa::path(
    delete,
    path = "/api/v1/workspaces/{workspace}/saved-reports/{saved}",
    tag = "reports",
    params(OfSavedReport),
    responses((status = 204), (status = "default", body = Problem))
)]
pub async fn delete(
    State(app): State<App>,
    staff: Staff,
    Path((_, id)): Path<(String, String)>,
) -> ApiResult<StatusCode> {
    may_see(&staff)?;
    let mut all = kept(&app, &staff).await?;
    let before = all.saved_reports.len();
    all.saved_reports.retain(|saved| saved.id != id);
    if all.saved_reports.len() == before {
        return Err(ApiError::new(Code::UnknownSavedReport, "it is not among yours"));
    }
    keep(&app, &staff, &all).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn kept(app: &App, staff: &Staff) -> ApiResult<SavedReports> {
    let settings = app.store.settings(staff.workspace.id, staff.agent).await?;
    let text = settings.into_iter().find(|(key, _)| key == SETTING).map(|(_, text)| text);
    let read = text.and_then(|text| serde_json::from_str(&text).ok());
    Ok(read.unwrap_or(SavedReports { saved_reports: Vec::new() }))
}

async fn keep(app: &App, staff: &Staff, all: &SavedReports) -> ApiResult<()> {
    let text = serde_json::to_string(all).map_err(ApiError::internal)?;
    if all.saved_reports.len() > SAVED_REPORTS_MAX || text.len() > SETTING_BYTES_MAX {
        return Err(ApiError::new(Code::TooManySavedReports, "delete one that you do not need"));
    }
    Ok(app.store.put_setting(staff.workspace.id, staff.agent, SETTING, &text).await?)
}
