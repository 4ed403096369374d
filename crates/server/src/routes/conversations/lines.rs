//! Lines: written commands, and how to go on with one.

use axum::{
    Json as Answered,
    extract::{Query, State},
};
use domain::view::{Object, ObjectKey, Viewer};
use engine::{Found, Question};
use protocol::{
    command::{CommandReply, StaffCommand},
    http::{Completions, LineBody, TagsBody},
    problem::Problem,
};
use serde::Deserialize;

use super::{Place, Reply, conversation, unknown};
use crate::{
    app::App,
    callers::Staff,
    error::{ApiResult, refusal},
    routes::{
        Json,
        addresses::{OfCommand, OfConversation},
        commands::{IdempotencyKey, by_staff},
    },
    translate::{ToDomain, canned, completions},
};

/// Does what a line says: a command that begins with `/`, or a message.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/commands",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = LineBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn run(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(LineBody { line }): Json<LineBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::RunLine { conversation, line }).await
}

/// Sets tags, and takes others off.
#[utoipa::path(
    put,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/tags",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = TagsBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn tags(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(TagsBody { add, remove }): Json<TagsBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::SetTags { conversation, add, remove }).await
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct Begun {
    /// What is written so far, from the slash on.
    #[serde(default)]
    line: String,
}

/// How to go on with a line: every command and name that may follow, each with why it is off; and the replies kept
/// ready, in the words of this conversation.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/completions",
    tag = "reading",
    params(OfConversation, Begun),
    responses((status = 200, body = Completions), (status = "default", body = Problem))
)]
pub async fn completions(
    staff: Staff,
    place: Place,
    Query(Begun { line }): Query<Begun>,
) -> ApiResult<Answered<Completions>> {
    let conversation = conversation(&place)?.domain();
    let names = staff.workspace.names();
    let ask = async |question| {
        staff.workspace.ask(question).await.map_err(|refused| refusal(refused, &names))
    };
    let (agent, key) = (staff.agent, ObjectKey::Conversation(conversation));
    let told = ask(Question::Completions { conversation, agent, line: line.clone() }).await?;
    let Found::Completions(Some(found)) = &told.reading.found else { return Err(unknown()) };
    let mut completions: Vec<_> =
        found.iter().map(|found| completions::completion(found, &names)).collect();
    let told = ask(Question::Object { viewer: Viewer::Agent(agent), key }).await?;
    if let Found::Object(Some(seen)) = &told.reading.found
        && let Object::Conversation(seen) = &**seen
    {
        // In its visitor's language, and with what a message to them may name.
        let viewer = Viewer::Visitor(seen.visitor);
        let told = ask(Question::Object { viewer, key }).await?;
        if let Found::Object(Some(theirs)) = &told.reading.found
            && let Object::VisitorConversation(theirs) = &**theirs
        {
            completions.extend(canned::completions(agent, &line, theirs, &names, &told.texts));
        }
    }
    Ok(Answered(Completions { completions }))
}
