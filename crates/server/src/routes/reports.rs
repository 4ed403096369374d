//! `…/reports`: what there are, the figures of one, the conversations behind a figure, and files to take along.
//!
//! Figures are of the whole workspace, for whoever `domain::reach` says sees reports. Filters are query parameters by
//! their keys; `row.` before a key names a row of the table.

use std::collections::BTreeMap;

use axum::{
    Json as Answered,
    extract::{Path, Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use protocol::{
    http::{ReportAnswer, ReportConversations, ReportList},
    ids::ConversationId,
    problem::{Code, Problem},
};
use reports::catalogue::{self, Names, Report, ReportError, Sought, files};
use store::facts::{Facts, Name};

use crate::{
    app::App,
    callers::Staff,
    error::{ApiError, ApiResult},
    routes::addresses::{OfReport, OfWorkspace},
    translate::{
        ToDomain, reports as told,
        reports::{Choices, Reader},
    },
};

type Asked = BTreeMap<String, String>;

/// What stands before the key of a row's dimension.
const OF_ROW: &str = "row.";

/// All reports, with what may be asked of each.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/reports",
    tag = "reports",
    params(OfWorkspace),
    responses((status = 200, body = ReportList), (status = "default", body = Problem))
)]
pub async fn list(State(app): State<App>, staff: Staff) -> ApiResult<Answered<ReportList>> {
    may_see(&staff)?;
    let names = Names::of(&app.store.fact_rows(staff.workspace.id, &Name::TABLE).await?);
    let config = staff.workspace.names();
    Ok(Answered(told::list(Choices { names: &names, config: config.config() })))
}

/// A report with its figures. `compare=true` adds the period before.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/reports/{report}",
    tag = "reports",
    params(OfReport),
    responses((status = 200, body = ReportAnswer), (status = "default", body = Problem))
)]
pub async fn answer(
    State(app): State<App>,
    staff: Staff,
    Path((_, name)): Path<(String, String)>,
    Query(mut asked): Query<Asked>,
) -> ApiResult<Answered<ReportAnswer>> {
    let report = found(&staff, &name)?;
    let compare = asked.remove("compare").is_some_and(|text| text == "true");
    let (store, workspace, now_ms) = (&app.store, staff.workspace.id, app.clock.now().0);
    let answered = catalogue::answer(store, workspace, report, &asked, now_ms);
    let answered = answered.await.map_err(refused)?;
    let before = if compare {
        let before = catalogue::period_before(store, workspace, report, &asked, now_ms);
        before.await.map_err(refused)?
    } else {
        None
    };
    Ok(Answered(told::answer(answered, before)))
}

/// The conversations behind a row of a report, or behind all of it.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/reports/{report}/conversations",
    tag = "reports",
    params(OfReport),
    responses((status = 200, body = ReportConversations), (status = "default", body = Problem))
)]
pub async fn conversations(
    State(app): State<App>,
    staff: Staff,
    Path((_, name)): Path<(String, String)>,
    Query(mut asked): Query<Asked>,
) -> ApiResult<Answered<ReportConversations>> {
    let report = found(&staff, &name)?;
    let after = match asked.remove("after").filter(|text| !text.is_empty()) {
        None => 0,
        Some(text) => {
            let told = |_| ApiError::new(Code::BadRequest, "`after` is the id of a conversation");
            text.parse::<ConversationId>().map_err(told)?.domain().0
        }
    };
    let of_row = |(key, text): (&String, &String)| {
        Some((key.strip_prefix(OF_ROW)?.to_owned(), text.clone()))
    };
    let row = asked.iter().filter_map(of_row).collect();
    asked.retain(|key, _| !key.starts_with(OF_ROW));
    let sought = Sought { agent: staff.agent, filters: asked, row, after };
    let workspace = staff.workspace.id;
    let found =
        catalogue::conversations(&app.store, workspace, report, &sought, app.clock.now().0).await;
    let (found, more) = found.map_err(refused)?;
    let reach = super::search::reach(&staff).await?;
    let sees_all = staff.workspace.names().desk_for_lines().sees_figures(staff.agent);
    Ok(Answered(told::conversations(found, more, Reader { reach: &reach, sees_all })))
}

/// A report as a file: `format` is `csv`, `xlsx` or `json`.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/reports/{report}/export",
    tag = "reports",
    params(OfReport),
    responses((status = 200, body = String), (status = "default", body = Problem))
)]
pub async fn export(
    State(app): State<App>,
    staff: Staff,
    Path((_, name)): Path<(String, String)>,
    Query(mut asked): Query<Asked>,
) -> ApiResult<Response> {
    let report = found(&staff, &name)?;
    let format = asked.remove("format").unwrap_or_else(|| "csv".to_owned());
    let workspace = staff.workspace.id;
    let answered =
        catalogue::answer(&app.store, workspace, report, &asked, app.clock.now().0).await;
    let answered = answered.map_err(refused)?;
    let (kind, bytes) = match format.as_str() {
        "csv" => {
            let text = files::csv(report, &answered).map_err(ApiError::internal)?;
            ("text/csv; charset=utf-8", text.into_bytes())
        }
        "xlsx" => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            files::xlsx(report, &answered).map_err(ApiError::internal)?,
        ),
        "json" => {
            let text = serde_json::to_vec_pretty(&answered).map_err(ApiError::internal)?;
            ("application/json", text)
        }
        _ => return Err(ApiError::new(Code::BadRequest, "`format` is csv, xlsx or json")),
    };
    let name = super::kept_as(&format!("{}.{format}", report.name))?;
    let headers = [(header::CONTENT_TYPE, HeaderValue::from_static(kind)), name];
    Ok((headers, bytes).into_response())
}

pub fn may_see(staff: &Staff) -> ApiResult<()> {
    let names = staff.workspace.names();
    let agent = names.config().agents.get(&staff.agent);
    if agent.is_some_and(|agent| domain::reach::sees_reports(&agent.roles)) {
        return Ok(());
    }
    Err(ApiError::new(Code::NotAllowed, "reports are for analysts, supervisors and admins"))
}

fn found(staff: &Staff, name: &str) -> ApiResult<&'static Report> {
    may_see(staff)?;
    let unknown = || ApiError::new(Code::UnknownReport, format!("there is no report `{name}`"));
    catalogue::find(name).ok_or_else(unknown)
}

fn refused(error: ReportError) -> ApiError {
    match error {
        ReportError::Filter(error) => ApiError::new(Code::BadFilter, error.to_string()),
        ReportError::NotReady => ApiError::new(Code::ReportsNotReady, error.to_string()),
        ReportError::NoConversations => ApiError::new(Code::BadRequest, error.to_string()),
        ReportError::Store(error) => error.into(),
    }
}
