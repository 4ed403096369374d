//! `…/document/triggers` and `…/document/preview/…`: parts of a document tried before they are in force.
//!
//! Changes nothing and looks at no conversation; what is wrong with a document as a whole is for its dry run.

use axum::{Json as Answered, extract::State};
use config::messages::{Moment, Parameters, Trigger};
use domain::ids::Timestamp;
use protocol::{
    http::{
        HoursPreviewed, MessagesPreviewed, OpenStretch, PreviewHours, PreviewMessages,
        PreviewWelcome, Triggers, Welcome,
    },
    problem::{Code, Problem},
};

use super::Json;
use crate::{
    app::App,
    callers::Admin,
    clock::rfc3339,
    error::{ApiError, ApiResult},
    limits::HOURS_PREVIEWED_MS,
    routes::addresses::OfWorkspace,
    translate::{Names, document, welcome},
};

/// Everything a visitor can be told, in the product's words, with the variables each message has.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/document/triggers",
    tag = "administration",
    params(OfWorkspace),
    responses((status = 200, body = Triggers), (status = "default", body = Problem))
)]
pub async fn triggers(_admin: Admin) -> Answered<Triggers> {
    Answered(Triggers { triggers: Trigger::ALL.iter().copied().map(document::trigger).collect() })
}

/// What templates of one trigger say with sample values, or what is wrong with them.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/document/preview/messages",
    tag = "administration",
    params(OfWorkspace),
    request_body = PreviewMessages,
    responses((status = 200, body = MessagesPreviewed), (status = "default", body = Problem))
)]
pub async fn messages(
    State(app): State<App>,
    admin: Admin,
    Json(body): Json<PreviewMessages>,
) -> ApiResult<Answered<MessagesPreviewed>> {
    let trigger = Trigger::of_key(&body.trigger)
        .ok_or_else(|| ApiError::new(Code::BadRequest, "there is no such trigger"))?;
    let names = admin.workspace.names();
    let config = names.config();
    let named = |name: Option<String>| name.unwrap_or_else(|| config.name.clone());
    let agent = named(config.agents.keys().next().map(|id| names.public_name(*id)));
    let queue = named(config.queues.values().next().map(|queue| queue.name.clone()));
    let zone = config.hours.values().next().map_or("UTC", |hours| &hours.zone);
    let sample = Parameters::sample(&agent, &queue, Moment::of(tomorrow(app.clock.now()), zone));
    let previewed = body.texts.into_iter().map(|(language, text)| {
        let said = names.catalogue().preview(trigger, &language, &text, &sample);
        (language, document::previewed(said))
    });
    Ok(Answered(MessagesPreviewed { texts: previewed.collect() }))
}

/// When hours of a document would be open in the coming weeks.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/document/preview/hours",
    tag = "administration",
    params(OfWorkspace),
    request_body = PreviewHours,
    responses((status = 200, body = HoursPreviewed), (status = "default", body = Problem))
)]
pub async fn hours(
    State(app): State<App>,
    _admin: Admin,
    Json(body): Json<PreviewHours>,
) -> ApiResult<Answered<HoursPreviewed>> {
    let parsed = config::parse(&body.yaml).map_err(|findings| document::problem(&findings))?;
    let now = app.clock.now();
    let open = config::hours_ahead(&parsed, &body.hours, now, HOURS_PREVIEWED_MS)
        .ok_or_else(|| ApiError::new(Code::BadRequest, "the document has no such hours"))?;
    let open_now = open.first().is_some_and(|first| first.from <= now);
    let stretch = |interval: domain::config::Interval| OpenStretch {
        from: rfc3339(interval.from),
        to: rfc3339(interval.to),
    };
    Ok(Answered(HoursPreviewed { open_now, open: open.into_iter().map(stretch).collect() }))
}

/// What the visitor's page would be told first, if a document were in force.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/document/preview/welcome",
    tag = "administration",
    params(OfWorkspace),
    request_body = PreviewWelcome,
    responses((status = 200, body = Welcome), (status = "default", body = Problem))
)]
pub async fn welcome(
    State(app): State<App>,
    admin: Admin,
    Json(body): Json<PreviewWelcome>,
) -> ApiResult<Answered<Welcome>> {
    let names = admin.workspace.names();
    let config = config::load(&body.yaml, Some(names.config()), app.clock.now())
        .map_err(|findings| document::problem(&findings))?;
    let draft = Names::of(config);
    let language = body.language.as_deref();
    Ok(Answered(welcome::welcome(&admin.workspace.key, &draft, language, None)?))
}

/// A moment for messages that say when a place opens again.
const fn tomorrow(now: Timestamp) -> Timestamp {
    now.after(24 * 60 * 60 * 1_000)
}
