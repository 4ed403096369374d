//! `…/search`: conversations by what was said in them, by whom, where and when.

use std::{collections::BTreeSet, sync::Arc};

use axum::{
    Json as Answered,
    extract::{Query, State},
};
use domain::ids::{BodyId, Timestamp};
use protocol::{
    http::FoundConversations,
    ids::{AgentId, ConversationId, QueueId, VisitorId},
    problem::{Code, Problem},
};
use serde::Deserialize;
use store::{
    Records as _, Search as _, Store as _,
    limits::{HITS_MAX, SEARCH_CHARS_MAX},
    search::{self, LeftMessage, Page, Progress, Source, Text, VisitorSought},
};

use crate::{
    app::App,
    callers::Staff,
    error::{ApiError, ApiResult, refusal},
    limits::FOUND_MAX,
    routes::addresses::OfWorkspace,
    translate::{Texts, ToDomain, search as translate_search},
};

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct Sought {
    /// Words that stand in one message, note, file name or comment, or that are known of the visitor. The last one may go
    /// on; words in quotes follow each other.
    text: Option<String>,
    /// A visitor's id, or words of what is known of them.
    visitor: Option<String>,
    /// The code of a tag.
    tag: Option<String>,
    /// Who took part or wrote.
    agent: Option<AgentId>,
    /// Where it was, waiting or with an agent.
    queue: Option<QueueId>,
    /// Opened then or later, as in RFC 3339.
    from: Option<String>,
    /// Opened before, as in RFC 3339.
    to: Option<String>,
    #[param(inline)]
    state: Option<SoughtState>,
    /// Those at whose end a message was left, by whether somebody has answered it.
    #[param(inline)]
    message: Option<SoughtMessage>,
    /// The `next` of the page before.
    cursor: Option<String>,
    /// At most this many conversations.
    limit: Option<usize>,
}

#[derive(Debug, Clone, Copy, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SoughtState {
    Open,
    Closed,
}

#[derive(Debug, Clone, Copy, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SoughtMessage {
    Open,
    Answered,
}

/// Conversations that fit and that the caller may read, newest first.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/search",
    tag = "reading",
    params(OfWorkspace, Sought),
    responses((status = 200, body = FoundConversations), (status = "default", body = Problem))
)]
pub async fn get(
    State(app): State<App>,
    staff: Staff,
    Query(sought): Query<Sought>,
) -> ApiResult<Answered<FoundConversations>> {
    let reach = reach(&staff).await?;
    let visitor_id =
        sought.visitor.as_deref().and_then(|text| text.trim().parse::<VisitorId>().ok());
    let known = sought.visitor.filter(|_| visitor_id.is_none());
    let (text, known) = (typed(sought.text.as_deref()), typed(known.as_deref()));
    if !reach.words && (text.is_some() || known.is_some()) {
        return Err(ApiError::new(
            Code::NotAllowed,
            "analysts see how it went, and search no words",
        ));
    }
    // What holds no word stands nowhere.
    let (Ok(text), Ok(known)) = (words(text), words(known)) else {
        return Ok(Answered(FoundConversations { conversations: Vec::new(), next: None }));
    };
    let visitor = visitor_id.map(|id| VisitorSought::Id(id.domain()));
    let query = search::Query {
        text,
        visitor: visitor.or(known.map(VisitorSought::Known)),
        tag: sought.tag.filter(|tag| !tag.is_empty()),
        agent: sought.agent.map(ToDomain::domain),
        queue: sought.queue.map(ToDomain::domain),
        from: sought.from.as_deref().map(moment).transpose()?,
        to: sought.to.as_deref().map(moment).transpose()?,
        state: sought.state.map(|state| match state {
            SoughtState::Open => Progress::Open,
            SoughtState::Closed => Progress::Closed,
        }),
        left: sought.message.map(|message| match message {
            SoughtMessage::Open => LeftMessage::Open,
            SoughtMessage::Answered => LeftMessage::Answered,
        }),
        before: sought.cursor.as_deref().map(cursor).transpose()?,
        limit: sought.limit.unwrap_or(FOUND_MAX).clamp(1, HITS_MAX),
        ..search::Query::all(reach, FOUND_MAX)
    };
    find(&app, &staff, query).await.map(Answered)
}

/// What the caller may read.
pub async fn reach(staff: &Staff) -> ApiResult<domain::reach::Reach> {
    let told = staff.workspace.reach(staff.agent).await;
    let reach = told.map_err(|refused| refusal(refused, &staff.workspace.names()))?;
    reach.ok_or_else(|| ApiError::new(Code::NotAllowed, "this is for members of staff"))
}

pub fn cursor(text: &str) -> ApiResult<domain::ids::ConversationId> {
    let told = |_| ApiError::new(Code::BadRequest, "the cursor is not the `next` of a page");
    text.parse::<ConversationId>().map(ToDomain::domain).map_err(told)
}

/// One page, with the words it names.
pub async fn find(app: &App, staff: &Staff, query: search::Query) -> ApiResult<FoundConversations> {
    let workspace = &staff.workspace;
    let text = query.text.clone();
    let with_words = query.reach.words;
    let page = app.store.find(workspace.id, query).await?;
    let texts = if with_words { texts(app, staff, &page).await? } else { Texts::default() };
    Ok(translate_search::found(&page, text.as_ref(), &workspace.names(), &texts))
}

async fn texts(app: &App, staff: &Staff, page: &Page) -> ApiResult<Texts> {
    let workspace = staff.workspace.id;
    let passages = || page.hits.iter().flat_map(|hit| &hit.passages);
    let known = page.hits.iter().flat_map(|hit| [hit.entry.attributes, hit.entry.answers]);
    let left = page.hits.iter().filter_map(|hit| hit.entry.left).map(|left| left.body);
    let said = passages().map(|passage| passage.source.body());
    let named: BTreeSet<BodyId> = said.chain(known.flatten()).chain(left).collect();
    let bodies = app.store.bodies(workspace, &named.into_iter().collect::<Vec<_>>()).await?;
    let mut texts = Texts {
        bodies: bodies.into_iter().map(|(id, body)| (id, Arc::new(body))).collect(),
        ..Texts::default()
    };
    for passage in passages() {
        if let Source::File { file, .. } = passage.source
            && let Some(file) = app.store.file(workspace, file).await?
        {
            texts.files.insert(file.id, file);
        }
    }
    Ok(texts)
}

/// What is left of a field: nobody types more than a line, and what is pasted is cut.
fn typed(line: Option<&str>) -> Option<&str> {
    let line = line.map(str::trim).filter(|line| !line.is_empty())?;
    Some(line.char_indices().nth(SEARCH_CHARS_MAX).map_or(line, |(end, _)| &line[..end]))
}

/// Nothing to look for, words to look for, or something that holds none.
fn words(line: Option<&str>) -> Result<Option<Text>, ()> {
    line.map(|line| Text::parse(line).ok_or(())).transpose()
}

fn moment(text: &str) -> ApiResult<Timestamp> {
    let told = || ApiError::new(Code::BadRequest, "a time is written like 2026-03-01T09:00:00Z");
    let moment: jiff::Timestamp = text.parse().map_err(|_| told())?;
    u64::try_from(moment.as_millisecond()).map(Timestamp).map_err(|_| told())
}
