//! What there is of a conversation for those entitled to it. For everybody else it is as if it did not exist.

use domain::{
    ids::ConversationId,
    view::{Object, ObjectKey, Viewer},
};
use engine::{Found, Question};
use store::Sequence;

use super::unknown;
use crate::{
    app::App,
    callers::{Staff, Visitor},
    error::{ApiResult, refusal},
    transcript::Stretch,
    translate::Texts,
    workspace::{Told, Workspace},
};

/// As it is at the moment, with the texts it names.
pub async fn live(
    workspace: &Workspace,
    viewer: Viewer,
    conversation: ConversationId,
) -> ApiResult<(Box<Object>, Texts)> {
    let key = ObjectKey::Conversation(conversation);
    let told = workspace.ask(Question::Object { viewer, key }).await;
    let Told { reading, texts } = *told.map_err(|refused| refusal(refused, &workspace.names()))?;
    let Found::Object(Some(object)) = reading.found else { return Err(unknown()) };
    Ok((object, texts))
}

/// What was said and done in it, open or closed, for staff who may read it.
pub async fn to_read(
    app: &App,
    staff: &Staff,
    conversation: ConversationId,
    after: Sequence,
) -> ApiResult<Stretch> {
    let workspace = &staff.workspace;
    let stretch = stretch(app, workspace, conversation, after).await?;
    let entitled = stretch.may_be_read_by(staff.agent, conversation, workspace).await;
    entitled.then_some(stretch).ok_or_else(unknown)
}

/// How it went, for staff who may know that, whether they may read it or not.
pub async fn to_see(
    app: &App,
    staff: &Staff,
    conversation: ConversationId,
    after: Sequence,
) -> ApiResult<Stretch> {
    let workspace = &staff.workspace;
    let stretch = stretch(app, workspace, conversation, after).await?;
    let entitled = stretch.may_be_seen_by(staff.agent, conversation, workspace).await;
    entitled.then_some(stretch).ok_or_else(unknown)
}

/// A visitor's own.
pub async fn to_keep(
    app: &App,
    visitor: &Visitor,
    conversation: ConversationId,
    after: Sequence,
) -> ApiResult<Stretch> {
    let workspace = &visitor.workspace;
    let stretch = stretch(app, workspace, conversation, after).await?;
    let entitled = stretch.visitor() == Some(visitor.visitor);
    entitled.then_some(stretch).ok_or_else(unknown)
}

/// Puts into the journal that it is read by somebody who takes no part in it.
pub async fn note_reading(app: &App, staff: &Staff, conversation: ConversationId) -> ApiResult<()> {
    let workspace = &staff.workspace;
    let noted = workspace.note_reading(staff.agent, conversation, app.clock.now()).await;
    noted.map_err(|refused| refusal(refused, &workspace.names()).into())
}

async fn stretch(
    app: &App,
    workspace: &Workspace,
    conversation: ConversationId,
    after: Sequence,
) -> ApiResult<Stretch> {
    let to_the_end = Sequence(u64::MAX);
    Ok(Stretch::read(&app.store, workspace, conversation, after, to_the_end).await?)
}
