//! `…/me/settings`: how the console is set up for one agent, the same on every device. Never journaled.

use axum::{Json as Answered, extract::State};
use domain::{command::Actor, view::Viewer};
use protocol::{
    http::Settings,
    problem::{Code, Problem},
    staff,
};
use store::Records;

use super::Json;
use crate::{
    app::{App, too_often},
    callers::Staff,
    error::{ApiError, ApiResult, refusal},
    limits::{SHORTCUT_CHARS_MAX, SHORTCUTS_MAX},
    routes::addresses::OfWorkspace,
    translate::{asides, settings},
    workspace::Letter,
};

/// The caller's settings; what was never set is as it comes.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/me/settings",
    tag = "personal",
    params(OfWorkspace),
    responses((status = 200, body = Settings), (status = "default", body = Problem))
)]
pub async fn get(State(app): State<App>, staff: Staff) -> ApiResult<Answered<Settings>> {
    let kept = app.store.settings(staff.workspace.id, staff.agent).await?;
    Ok(Answered(settings::settings(kept)))
}

/// Replaces the caller's settings.
#[utoipa::path(
    put,
    path = "/api/v1/workspaces/{workspace}/me/settings",
    tag = "personal",
    params(OfWorkspace),
    request_body = Settings,
    responses((status = 200, body = Settings), (status = "default", body = Problem))
)]
pub async fn put(
    State(app): State<App>,
    staff: Staff,
    Json(wanted): Json<Settings>,
) -> ApiResult<Answered<Settings>> {
    let (workspace, agent) = (&staff.workspace, staff.agent);
    app.limits.commands.count(&(workspace.id.0, Actor::Agent(agent))).map_err(too_often)?;
    check(&wanted)?;
    let before =
        settings::rows(&settings::settings(app.store.settings(workspace.id, agent).await?));
    for (key, value) in settings::rows(&wanted) {
        if before.get(&key) != Some(&value) {
            app.store.put_setting(workspace.id, agent, &key, &value).await?;
        }
    }
    let frame = asides::staff_frame(staff::Aside::Settings(wanted.clone()));
    let told = workspace.write(Letter::Tell { viewer: Viewer::Agent(agent), frame });
    told.map_err(|refused| refusal(refused, &workspace.names()))?;
    Ok(Answered(wanted))
}

fn check(wanted: &Settings) -> ApiResult<()> {
    let long = |text: &String| text.chars().count() > SHORTCUT_CHARS_MAX;
    let keys = &wanted.shortcuts.keys;
    let language = &wanted.language;
    if wanted.sounds.volume > 100
        || keys.len() > SHORTCUTS_MAX
        || keys.iter().any(|(name, keys)| long(name) || long(keys))
        || language.as_ref().is_some_and(|code| code.len() > domain::limits::LANGUAGE_CHARS_MAX)
    {
        return Err(ApiError::new(
            Code::BadRequest,
            "a volume is 0 to 100, shortcuts are few and short, a language is a code",
        ));
    }
    Ok(())
}
