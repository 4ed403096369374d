//! `…/escalate`, `…/return`, `…/survey`: moves along the pipeline, and what stands at its end.

use axum::extract::State;
use protocol::{
    command::{CommandReply, Escalate, StaffCommand, VisitorCommand},
    http::{AnswerSurvey, EscalateBody, ReturnBody},
    problem::Problem,
};

use super::{Place, Reply, conversation};
use crate::{
    app::App,
    callers::{Staff, Visitor},
    routes::{
        Json,
        addresses::{OfCommand, OfConversation},
        commands::{IdempotencyKey, by_staff, by_visitor},
    },
};

/// Along an option of the conversation's stage; the agent is released at once.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/escalate",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = EscalateBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn escalate(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(EscalateBody { option, reason, note, confirmed }): Json<EscalateBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    let escalate = Escalate { conversation, option, reason, note, confirmed };
    by_staff(&app, &staff, key, StaffCommand::Escalate(escalate)).await
}

/// Gives it back to where it came from.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/return",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = ReturnBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn give_back(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(ReturnBody { note }): Json<ReturnBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::Return { conversation, note }).await
}

/// How was it? By the visitor, after closing.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/survey",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = AnswerSurvey,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn survey(
    State(app): State<App>,
    visitor: Visitor,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(AnswerSurvey { rating, comment }): Json<AnswerSurvey>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_visitor(&app, &visitor, key, VisitorCommand::AnswerSurvey { conversation, rating, comment })
        .await
}
