//! `…/desk`: everything the caller sees, as a socket's first frame would say it.

use axum::Json as Answered;
use engine::{Found, Question};
use protocol::{
    http::{Desk, StaffDesk, VisitorDesk},
    problem::{Code, Problem},
};

use crate::{
    callers::Person,
    error::{ApiError, ApiResult, refusal},
    routes::addresses::OfWorkspace,
    socket::{Side, StaffSide, VisitorSide},
};

/// The caller's desk.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/desk",
    tag = "reading",
    params(OfWorkspace),
    responses((status = 200, body = Desk), (status = "default", body = Problem))
)]
pub async fn get(person: Person) -> ApiResult<Answered<Desk>> {
    let workspace = person.workspace();
    let names = workspace.names();
    let told = workspace.ask(Question::Snapshot(person.viewer())).await;
    let told = told.map_err(|refused| refusal(refused, &names))?;
    let Found::Snapshot(found) = &told.reading.found else {
        return Err(ApiError::internal("no snapshot was told"));
    };
    let sequence = told.reading.sequence.0;
    let gone =
        || ApiError::new(Code::StaleToken, "this agent is no longer in the workspace document");
    Ok(Answered(match &person {
        Person::Staff(staff) => {
            let you = StaffSide::you(staff.agent, workspace).ok_or_else(gone)?;
            let snapshot =
                found.values().filter_map(|object| StaffSide::object(object, &names, &told.texts));
            Desk::Staff(StaffDesk { sequence, you, snapshot: snapshot.collect() })
        }
        Person::Visitor(visitor) => {
            let you = VisitorSide::you(visitor.visitor, workspace).ok_or_else(gone)?;
            let snapshot = found
                .values()
                .filter_map(|object| VisitorSide::object(object, &names, &told.texts));
            Desk::Visitor(VisitorDesk { sequence, you, snapshot: snapshot.collect() })
        }
    }))
}
