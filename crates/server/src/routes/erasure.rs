//! `…/visitors/{visitor}/export` and `…/visitors/{visitor}/erasure`: what is held of one visitor, and taking it away.

use std::pin::pin;

use axum::{
    Json as Answered,
    extract::{Path, Query, State},
    response::{IntoResponse, Response},
};
use domain::command::{Actor, Command};
use protocol::{
    http::{
        EraseVisitor, ErasedTotals, ErasureState, ExportedConversation, Internal, VisitorErasure,
        VisitorExport,
    },
    ids::{ConversationId, VisitorId},
    problem::{Code, Problem},
};
use serde::Deserialize;
use store::{ErasureDone, Erasures, Records, Sequence};
use tokio::time::{Instant, timeout_at};

use super::{Json, conversations::reading::View, id, kept_as};
use crate::{
    app::App,
    callers::Admin,
    clock::rfc3339,
    error::{ApiError, ApiResult, refusal},
    limits::{ERASURE_WAITED_FOR, EXPORTED_CONVERSATIONS_MAX},
    routes::addresses::OfVisitor,
    sign_in::revocations::Credential,
    transcript::Stretch,
    translate::{ToDomain, ToWire},
};

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct Extent {
    /// `internal` for what the staff wrote as well; what may be handed to the visitor if absent.
    #[param(inline)]
    view: Option<View>,
    /// Conversations after this one.
    after: Option<ConversationId>,
}

/// Everything that is held of a visitor.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/visitors/{visitor}/export",
    tag = "administration",
    params(OfVisitor, Extent),
    responses((status = 200, body = VisitorExport), (status = "default", body = Problem))
)]
pub async fn export(
    State(app): State<App>,
    admin: Admin,
    Path(OfVisitor { visitor, .. }): Path<OfVisitor>,
    Query(Extent { view, after }): Query<Extent>,
) -> ApiResult<Response> {
    let (workspace, visitor) = (&admin.workspace, known(&app, &admin, &visitor).await?);
    let seen = app.store.visitor(workspace.id, visitor).await?.ok_or_else(unknown)?;
    let after = after.map_or(domain::ids::ConversationId(0), ToDomain::domain);
    let page = EXPORTED_CONVERSATIONS_MAX;
    let theirs = app.store.conversations_of(workspace.id, visitor, after, page).await?;
    let next = theirs.last().filter(|_| theirs.len() == page).map(|last| last.wire());
    let mut conversations = Vec::with_capacity(theirs.len());
    for conversation in theirs {
        conversations.push(exported(&app, &admin, conversation, view).await?);
    }
    let export = VisitorExport {
        visitor: visitor.wire(),
        exported_at: rfc3339(app.clock.now()),
        first_seen_at: rfc3339(seen.created_at),
        identity: app.store.identity_of(workspace.id, visitor).await?,
        conversations,
        next,
    };
    let name = kept_as(&format!("{}.json", visitor.wire()))?;
    Ok(([name], Answered(export)).into_response())
}

async fn exported(
    app: &App,
    admin: &Admin,
    conversation: domain::ids::ConversationId,
    view: Option<View>,
) -> ApiResult<ExportedConversation> {
    let workspace = &admin.workspace;
    let (from, until) = (Sequence::START, Sequence(u64::MAX));
    let stretch = Stretch::read(&app.store, workspace, conversation, from, until).await?;
    let metadata = stretch.metadata(true).ok_or_else(|| ApiError::internal("no beginning"))?;
    let written = metadata.written.clone().unwrap_or_default();
    let moment = |ms| rfc3339(domain::ids::Timestamp(ms));
    Ok(ExportedConversation {
        id: conversation.wire(),
        opened_at: moment(metadata.opened_at_ms),
        closed_at: metadata.closed.as_ref().map(|closed| moment(closed.at_ms)),
        language: metadata.language.clone(),
        attributes: written.attributes,
        attributes_before: stretch.attributes_before(),
        answers: written.answers,
        rating: metadata.rating,
        comment: written.comment,
        transcript: stretch.visitor_lines(workspace),
        internal: match view {
            Some(View::Internal) => {
                Some(Internal { transcript: stretch.every_line(workspace), metadata })
            }
            Some(View::Visitor) | None => None,
        },
    })
}

/// How far it has come.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/visitors/{visitor}/erasure",
    tag = "administration",
    params(OfVisitor),
    responses((status = 200, body = VisitorErasure), (status = "default", body = Problem))
)]
pub async fn get(
    State(app): State<App>,
    admin: Admin,
    Path(OfVisitor { visitor, .. }): Path<OfVisitor>,
) -> ApiResult<Answered<VisitorErasure>> {
    let visitor = known(&app, &admin, &visitor).await?;
    state(&app, &admin, visitor).await.map(Answered)
}

/// Erases a visitor: their conversations end, their token is worth nothing, and what was written of them is taken away.
/// Asked for again, it says how far that has come.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/visitors/{visitor}/erasure",
    tag = "administration",
    params(OfVisitor),
    request_body = EraseVisitor,
    responses((status = 200, body = VisitorErasure), (status = "default", body = Problem))
)]
pub async fn post(
    State(app): State<App>,
    admin: Admin,
    Path(OfVisitor { visitor, .. }): Path<OfVisitor>,
    Json(EraseVisitor { confirm }): Json<EraseVisitor>,
) -> ApiResult<Answered<VisitorErasure>> {
    let visitor = known(&app, &admin, &visitor).await?;
    if confirm != visitor.wire().to_string() {
        let detail = "it cannot be undone: send the visitor's id as `confirm`";
        return Err(ApiError::new(Code::ConfirmationRequired, detail));
    }
    let workspace = &admin.workspace;
    let actor = admin.agent.map_or(Actor::System, Actor::Agent);
    let erased = workspace.command(actor, None, Command::EraseVisitor { visitor }, Vec::new());
    erased.await.map_err(|refused| refusal(refused, &workspace.names()))?;
    app.revocations.ended(Credential::Visitor(workspace.id, visitor));
    state(&app, &admin, visitor).await.map(Answered)
}

/// Waits a little for what is under way, so that hardly anybody has to ask again.
async fn state(
    app: &App,
    admin: &Admin,
    visitor: domain::ids::VisitorId,
) -> ApiResult<VisitorErasure> {
    let workspace = &admin.workspace;
    let patience = Instant::now() + ERASURE_WAITED_FOR;
    let erasure = loop {
        // Before it is looked: no end of it falls between.
        let erased = workspace.erased.notified();
        let mut erased = pin!(erased);
        erased.as_mut().enable();
        let erasure = app.store.erasure(workspace.id, visitor).await?;
        let pending = erasure.is_some_and(|erasure| erasure.done.is_none());
        if !pending || timeout_at(patience, erased).await.is_err() {
            break erasure;
        }
    };
    let done = erasure.and_then(|erasure| erasure.done);
    Ok(VisitorErasure {
        visitor: visitor.wire(),
        state: match (erasure, done) {
            (None, _) => ErasureState::None,
            (Some(_), None) => ErasureState::Pending,
            (Some(_), Some(_)) => ErasureState::Complete,
        },
        asked_at: erasure.map(|erasure| rfc3339(erasure.asked.at)),
        completed_at: done.map(|done| rfc3339(done.at)),
        erased: done.map(|ErasureDone { gone, .. }| ErasedTotals {
            conversations: gone.conversations,
            texts: gone.texts,
            files: gone.files,
        }),
    })
}

async fn known(app: &App, admin: &Admin, text: &str) -> ApiResult<domain::ids::VisitorId> {
    let visitor = id::<VisitorId>(text)?.domain();
    let known = app.store.visitor(admin.workspace.id, visitor).await?;
    known.map(|known| known.id).ok_or_else(unknown)
}

fn unknown() -> ApiError {
    ApiError::new(Code::UnknownVisitor, "there is no such visitor")
}
