//! `POST …/commands`: any command, as on a socket; and how the addresses of single commands are served.

use axum::{
    Json as Answered,
    extract::{FromRequestParts, State},
    http::request::Parts,
};
use protocol::{
    command::{CommandReply, CommandRequest, StaffCommand, VisitorCommand},
    http::AnyCommandRequest,
    problem::{Code, Problem},
};
use uuid::Uuid;

use super::{Json, attached, check_id};
use crate::{
    app::{App, too_often},
    callers::{Person, Staff, Visitor},
    error::{ApiError, ApiResult, refusal},
    identity,
    routes::addresses::OfWorkspace,
    translate::{answers, commands},
};

/// The id of a command that has an address of its own: the client's, or a fresh one for somebody who will
/// not send it again.
pub struct IdempotencyKey(pub Uuid);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let Some(value) = parts.headers.get("idempotency-key") else {
            return Ok(Self(Uuid::now_v7()));
        };
        let id = value.to_str().ok().and_then(|text| text.trim_matches('"').parse().ok());
        let id =
            id.ok_or_else(|| ApiError::new(Code::BadId, "the header Idempotency-Key is a UUIDv7"))?;
        check_id(id)?;
        Ok(Self(id))
    }
}

/// Has a command done: `POST …/commands`.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/commands",
    tag = "commands",
    params(OfWorkspace),
    request_body = AnyCommandRequest,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn post(
    State(app): State<App>,
    person: Person,
    Json(body): Json<serde_json::Value>,
) -> ApiResult<Answered<CommandReply>> {
    let unreadable = |error: serde_json::Error| ApiError::new(Code::BadJson, error.to_string());
    match person {
        Person::Staff(staff) => {
            let CommandRequest { id, command } =
                serde_json::from_value(body).map_err(unreadable)?;
            by_staff(&app, &staff, id, command).await
        }
        Person::Visitor(visitor) => {
            let CommandRequest { id, command } =
                serde_json::from_value(body).map_err(unreadable)?;
            by_visitor(&app, &visitor, id, command).await
        }
    }
}

pub async fn by_staff(
    app: &App,
    staff: &Staff,
    id: Uuid,
    command: StaffCommand,
) -> ApiResult<Answered<CommandReply>> {
    let actor = domain::command::Actor::Agent(staff.agent);
    let files = match commands::attachments_of_staff(&command) {
        Some((conversation, files)) => {
            attached(app, &staff.workspace, actor, conversation, &files).await?
        }
        None => Vec::new(),
    };
    let command = commands::staff(command, &files)?;
    have_done(app, &staff.workspace, actor, id, command, files).await
}

pub async fn by_visitor(
    app: &App,
    visitor: &Visitor,
    id: Uuid,
    mut command: VisitorCommand,
) -> ApiResult<Answered<CommandReply>> {
    identity::stamp(app, &visitor.workspace, visitor.visitor, &mut command).await?;
    let actor = domain::command::Actor::Visitor(visitor.visitor);
    let files = match commands::attachments_of_visitor(&command) {
        Some((conversation, files)) => {
            attached(app, &visitor.workspace, actor, conversation, &files).await?
        }
        None => Vec::new(),
    };
    let names = visitor.workspace.names();
    let command = commands::visitor(command, &names, &files, visitor.language.as_deref())?;
    have_done(app, &visitor.workspace, actor, id, command, files).await
}

async fn have_done(
    app: &App,
    workspace: &crate::workspace::Workspace,
    actor: domain::command::Actor,
    id: Uuid,
    command: domain::command::Command,
    files: Vec<store::File>,
) -> ApiResult<Answered<CommandReply>> {
    app.limits.commands.count(&(workspace.id.0, actor)).map_err(too_often)?;
    check_id(id)?;
    let outcome = workspace.command(actor, Some(id), command, files).await;
    let answered = outcome.map_err(|refused| refusal(refused, &workspace.names()))?;
    let answer = answers::answer(&answered.answer);
    Ok(Answered(CommandReply { id, sequence: answered.sequence.0, answer }))
}
