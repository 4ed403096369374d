//! What is read of a conversation: itself, its transcript, its targets, and why somebody is not offered it.

use axum::{
    Json as Answered,
    extract::{Query, State},
};
use domain::view::Object;
use engine::{Found, Question};
use protocol::{
    http::{
        AnyConversation, Explained, ExplainedAgent, Flow, StaffTranscript, Targets, Transcript,
        VisitorTranscript,
    },
    ids::AgentId,
    problem::{Code, Problem},
};
use serde::Deserialize;
use store::Sequence;

use super::{Place, conversation, entitled, unknown};
use crate::{
    app::App,
    callers::{Person, Staff},
    error::{ApiError, ApiResult, refusal},
    limits::TRANSCRIPT_LINES_MAX,
    routes::addresses::OfConversation,
    transcript::Stretch,
    translate::{
        ToDomain, directory, explain, staff as translate_staff, visitor as translate_visitor,
    },
    workspace::Workspace,
};

/// One conversation as the caller sees it.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}",
    tag = "reading",
    params(OfConversation),
    responses((status = 200, body = AnyConversation), (status = "default", body = Problem))
)]
pub async fn read(person: Person, place: Place) -> ApiResult<Answered<AnyConversation>> {
    let conversation = conversation(&place)?.domain();
    let names = person.workspace().names();
    let (found, texts) = entitled::live(person.workspace(), person.viewer(), conversation).await?;
    match &*found {
        Object::Conversation(found) => {
            let found = translate_staff::conversation(found, &names, &texts);
            Ok(Answered(AnyConversation::Staff(Box::new(found))))
        }
        Object::VisitorConversation(found) => {
            let found = translate_visitor::conversation(found, &names, &texts);
            Ok(Answered(AnyConversation::Visitor(Box::new(found))))
        }
        Object::Me(_) | Object::Offer(_) => Err(unknown()),
    }
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Lines after this sequence; from the start if absent.
    #[serde(default)]
    after: u64,
    /// At most this many lines.
    limit: Option<usize>,
    /// For colleagues: `visitor` for what the visitor reads; all they may read themselves if absent.
    #[serde(default)]
    #[param(inline)]
    view: View,
}

/// Whose lines a colleague reads.
#[derive(Debug, Clone, Copy, Default, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum View {
    #[default]
    Internal,
    Visitor,
}

/// The lines of a conversation, in journal order: a visitor's own, a colleague's whole.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transcript",
    tag = "reading",
    params(OfConversation, Page),
    responses((status = 200, body = Transcript), (status = "default", body = Problem))
)]
pub async fn transcript(
    State(app): State<App>,
    person: Person,
    place: Place,
    Query(page): Query<Page>,
) -> ApiResult<Answered<Transcript>> {
    let conversation = conversation(&place)?.domain();
    let after = Sequence(page.after);
    let limit = page.limit.unwrap_or(TRANSCRIPT_LINES_MAX).clamp(1, TRANSCRIPT_LINES_MAX);
    match &person {
        Person::Staff(staff) => {
            let stretch = entitled::to_read(&app, staff, conversation, after).await?;
            entitled::note_reading(&app, staff, conversation).await?;
            if matches!(page.view, View::Visitor) {
                return Ok(Answered(of_visitor(&stretch, &staff.workspace, limit)));
            }
            let mut lines = stretch.staff_lines(staff.agent, &staff.workspace);
            let next = cut(&mut lines, limit).map(|line| line.sequence);
            Ok(Answered(Transcript::Staff(StaffTranscript { lines, next })))
        }
        Person::Visitor(visitor) => {
            let stretch = entitled::to_keep(&app, visitor, conversation, after).await?;
            Ok(Answered(of_visitor(&stretch, &visitor.workspace, limit)))
        }
    }
}

fn of_visitor(stretch: &Stretch, workspace: &Workspace, limit: usize) -> Transcript {
    let mut lines = stretch.visitor_lines(workspace);
    let next = cut(&mut lines, limit).map(|line| line.sequence);
    Transcript::Visitor(VisitorTranscript { lines, next })
}

/// Keeps a page; the last line of it, if there are more.
fn cut<L>(lines: &mut Vec<L>, limit: usize) -> Option<&L> {
    let more = lines.len() > limit;
    lines.truncate(limit);
    lines.last().filter(|_| more)
}

/// Whom the conversation can be handed to.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/targets",
    tag = "reading",
    params(OfConversation),
    responses((status = 200, body = Targets), (status = "default", body = Problem))
)]
pub async fn targets(staff: Staff, place: Place) -> ApiResult<Answered<Targets>> {
    let conversation = conversation(&place)?.domain();
    let names = staff.workspace.names();
    let told = staff.workspace.ask(Question::Directory { conversation, agent: staff.agent }).await;
    let told = told.map_err(|refused| refusal(refused, &names))?;
    let Found::Directory(Some(found)) = &told.reading.found else { return Err(unknown()) };
    Ok(Answered(directory::targets(found, &names)))
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct Whom {
    /// What would be said of this agent now; only what is recorded if absent.
    agent: Option<AgentId>,
}

/// Why each agent was, or was not, chosen at each moment; and why one agent is, or is not, now.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/explain",
    tag = "reading",
    params(OfConversation, Whom),
    responses((status = 200, body = Explained), (status = "default", body = Problem))
)]
pub async fn explained(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    Query(whom): Query<Whom>,
) -> ApiResult<Answered<Explained>> {
    let conversation = conversation(&place)?.domain();
    let stretch = entitled::to_read(&app, &staff, conversation, Sequence::START).await?;
    let live = match whom.agent {
        Some(agent) => Some(live(&staff, conversation, agent).await?),
        None => None,
    };
    Ok(Answered(Explained { moments: stretch.explained(), live }))
}

/// The path of a conversation: who held it and took part, and how it came from one to the next. Holds nothing that
/// anybody wrote.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/flow",
    tag = "reading",
    params(OfConversation),
    responses((status = 200, body = Flow), (status = "default", body = Problem))
)]
pub async fn flow(State(app): State<App>, staff: Staff, place: Place) -> ApiResult<Answered<Flow>> {
    let conversation = conversation(&place)?.domain();
    let no_lines = Sequence(u64::MAX);
    let stretch = entitled::to_see(&app, &staff, conversation, no_lines).await?;
    stretch.flow().map(Answered).ok_or_else(unknown)
}

async fn live(
    staff: &Staff,
    conversation: domain::ids::ConversationId,
    agent: AgentId,
) -> ApiResult<ExplainedAgent> {
    let (names, agent) = (staff.workspace.names(), agent.domain());
    let told = staff.workspace.ask(Question::Explain { conversation, agent }).await;
    let told = told.map_err(|refused| refusal(refused, &names))?;
    let Found::Explain(Some(verdict)) = told.reading.found else {
        return Err(ApiError::new(
            Code::NotWaiting,
            "there is nothing to explain: it waits for nobody",
        ));
    };
    Ok(ExplainedAgent { agent: names.agent(agent), verdict: explain::verdict(verdict, &names) })
}
