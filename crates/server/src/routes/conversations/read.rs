//! `…/read`: how far people have read. Never journaled.

use axum::{Json as Answered, extract::State, http::StatusCode};
use protocol::{
    http::{ReadBody, ReadMarks, StaffReadMarks, VisitorReadMarks},
    problem::{Code, Problem},
};

use super::{Place, conversation, entitled};
use crate::{
    app::{App, too_often},
    callers::Person,
    error::{ApiError, ApiResult, refusal},
    routes::{Json, addresses::OfConversation},
    translate::{ToDomain, asides},
    workspace::Sign,
};

/// How far each has read it, as the caller may know.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/read",
    tag = "personal",
    params(OfConversation),
    responses((status = 200, body = ReadMarks), (status = "default", body = Problem))
)]
pub async fn get(
    State(app): State<App>,
    person: Person,
    place: Place,
) -> ApiResult<Answered<ReadMarks>> {
    let conversation = conversation(&place)?.domain();
    let workspace = person.workspace();
    let names = workspace.names();
    entitled::live(workspace, person.viewer(), conversation).await?;
    let kept = workspace.marks.of(&app.store, workspace.id, conversation).await?;
    Ok(Answered(match &person {
        Person::Staff(staff) => {
            let marks = |mark| asides::mark_for_staff(staff.agent, conversation, mark, &names);
            ReadMarks::Staff(StaffReadMarks { marks: kept.into_iter().filter_map(marks).collect() })
        }
        Person::Visitor(_) => {
            let marks = |mark| asides::mark_for_visitor(conversation, mark, &names);
            let marks = kept.into_iter().filter_map(marks).collect();
            ReadMarks::Visitor(VisitorReadMarks { marks })
        }
    }))
}

/// Marks everything up to a message as read; an earlier one changes nothing. For whoever takes part: a supervisor who
/// looks on marks nothing.
#[utoipa::path(
    put,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/read",
    tag = "personal",
    params(OfConversation),
    request_body = ReadBody,
    responses((status = 204), (status = "default", body = Problem))
)]
pub async fn put(
    State(app): State<App>,
    person: Person,
    place: Place,
    Json(ReadBody { message }): Json<ReadBody>,
) -> ApiResult<StatusCode> {
    let conversation = conversation(&place)?.domain();
    let (workspace, message) = (person.workspace(), message.domain());
    app.limits.commands.count(&(workspace.id.0, person.actor())).map_err(too_often)?;
    let at = app.clock.now();
    let shown = workspace.show(person.viewer(), conversation, Sign::Read { message, at }).await;
    if !shown.map_err(|refused| refusal(refused, &workspace.names()))? {
        return Err(ApiError::new(
            Code::NotAllowed,
            "only who takes part in a conversation marks it as read, up to its last message",
        ));
    }
    let (marks, actor) = (&workspace.marks, person.actor());
    marks.put(&app.store, workspace.id, actor, conversation, message, at).await?;
    Ok(StatusCode::NO_CONTENT)
}
