//! `…/conversations`: open one, read one, and everything that is done to one.

use axum::{
    Json as Answered, Router,
    extract::{Path, Query, State},
    routing::{get, post, put},
};
use domain::view::{Object, ObjectKey};
use engine::{Found, Question};
use protocol::{
    command::{CommandReply, Draft, StaffCommand, StartTransfer, VisitorCommand},
    http::{
        AnswerChoice, AnyConversation, AssignBody, EndWrapUp, Explained, OpenConversation,
        PostMessage, PriorityBody, StaffTranscript, Targets, Transcript, TransferBody,
        VisitorTranscript,
    },
    ids::{AgentId, ConversationId},
    problem::{Code, Problem},
};
use serde::Deserialize;
use store::Sequence;

use super::{
    Json,
    commands::{IdempotencyKey, by_staff, by_visitor},
    id,
};
use crate::{
    app::App,
    callers::{Person, Staff, Visitor},
    error::{ApiError, ApiResult, refusal},
    limits::TRANSCRIPT_LINES_MAX,
    transcript::Stretch,
    translate::{
        ToDomain, directory, explain, staff as translate_staff, visitor as translate_visitor,
    },
};

type Reply = ApiResult<Answered<CommandReply>>;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(read))
        .route("/transcript", get(transcript))
        .route("/targets", get(targets))
        .route("/explain", get(explained))
        .route("/messages", post(messages))
        .route("/close", post(close))
        .route("/choice", post(choice))
        .route("/pull", post(pull))
        .route("/transfer", post(transfer))
        .route("/transfer/cancel", post(cancel_transfer))
        .route("/transfer/recall", post(recall_transfer))
        .route("/transfer/complete", post(complete_transfer))
        .route("/transfer/hand-back", post(hand_back))
        .route("/leave", post(leave))
        .route("/park", post(park))
        .route("/wake", post(wake))
        .route("/wrap-up/end", post(end_wrap_up))
        .route("/wrap-up/extend", post(extend_wrap_up))
        .route("/priority", put(priority))
        .route("/assign", post(assign))
        .route("/requeue", post(requeue))
}

/// The two ids of an address below a conversation.
type Place = Path<(String, String)>;

fn conversation(Path((_, text)): &Place) -> ApiResult<ConversationId> {
    id(text)
}

/// Asks for help.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    request_body = OpenConversation,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn open(
    State(app): State<App>,
    visitor: Visitor,
    IdempotencyKey(key): IdempotencyKey,
    Json(body): Json<OpenConversation>,
) -> Reply {
    let OpenConversation { queue, needs, attributes, message } = body;
    by_visitor(
        &app,
        &visitor,
        key,
        VisitorCommand::OpenConversation { queue, needs, attributes, message },
    )
    .await
}

/// One conversation as the caller sees it.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}",
    tag = "reading",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path)),
    responses((status = 200, body = AnyConversation), (status = "default", body = Problem))
)]
pub async fn read(person: Person, place: Place) -> ApiResult<Answered<AnyConversation>> {
    let conversation = conversation(&place)?.domain();
    let workspace = person.workspace();
    let names = workspace.names();
    let told = workspace
        .ask(Question::Object {
            viewer: person.viewer(),
            key: ObjectKey::Conversation(conversation),
        })
        .await;
    let told = told.map_err(|refused| refusal(refused, &names))?;
    let Found::Object(Some(found)) = &told.reading.found else { return Err(unknown()) };
    match &**found {
        Object::Conversation(found) => {
            let found = translate_staff::conversation(found, &names, &told.texts);
            Ok(Answered(AnyConversation::Staff(Box::new(found))))
        }
        Object::VisitorConversation(found) => {
            Ok(Answered(AnyConversation::Visitor(translate_visitor::conversation(found))))
        }
        Object::Me(_) | Object::Offer(_) => Err(unknown()),
    }
}

fn unknown() -> ApiError {
    ApiError::new(
        Code::UnknownConversation,
        "there is no such conversation, or it is not yours to see",
    )
}

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Lines after this sequence; from the start if absent.
    #[serde(default)]
    after: u64,
    /// At most this many lines.
    limit: Option<usize>,
}

/// The lines of a conversation, in journal order: a visitor's own, a colleague's whole.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transcript",
    tag = "reading",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), Page),
    responses((status = 200, body = Transcript), (status = "default", body = Problem))
)]
pub async fn transcript(
    State(app): State<App>,
    person: Person,
    place: Place,
    Query(page): Query<Page>,
) -> ApiResult<Answered<Transcript>> {
    let conversation = conversation(&place)?.domain();
    let workspace = person.workspace();
    let (after, until) = (Sequence(page.after), Sequence(u64::MAX));
    let limit = page.limit.unwrap_or(TRANSCRIPT_LINES_MAX).clamp(1, TRANSCRIPT_LINES_MAX);
    let stretch = Stretch::read(&app.store, workspace, conversation, after, until).await?;
    match &person {
        Person::Staff(staff) => {
            if !stretch.may_be_read_by(staff.agent, conversation, workspace).await {
                return Err(unknown());
            }
            let mut lines = stretch.staff_lines(workspace);
            let next = cut(&mut lines, limit).map(|line| line.sequence);
            Ok(Answered(Transcript::Staff(StaffTranscript { lines, next })))
        }
        Person::Visitor(visitor) => {
            if stretch.visitor() != Some(visitor.visitor) {
                return Err(unknown());
            }
            let mut lines = stretch.visitor_lines(workspace);
            let next = cut(&mut lines, limit).map(|line| line.sequence);
            Ok(Answered(Transcript::Visitor(VisitorTranscript { lines, next })))
        }
    }
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
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path)),
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
    /// The agent in question; the caller if absent.
    agent: Option<AgentId>,
}

/// Why an agent is, or is not, offered the conversation.
#[utoipa::path(
    get,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/explain",
    tag = "reading",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), Whom),
    responses((status = 200, body = Explained), (status = "default", body = Problem))
)]
pub async fn explained(
    staff: Staff,
    place: Place,
    Query(whom): Query<Whom>,
) -> ApiResult<Answered<Explained>> {
    let conversation = conversation(&place)?.domain();
    let names = staff.workspace.names();
    let asked = |refused| refusal(refused, &names);
    let may = staff
        .workspace
        .ask(Question::MayRead { conversation, agent: staff.agent })
        .await
        .map_err(asked)?;
    let agent = whom.agent.map_or(staff.agent, ToDomain::domain);
    let told =
        staff.workspace.ask(Question::Explain { conversation, agent }).await.map_err(asked)?;
    match (&may.reading.found, &told.reading.found) {
        (Found::MayRead(true), Found::Explain(Some(verdict))) => Ok(Answered(Explained {
            agent: names.agent(agent),
            verdict: explain::verdict(*verdict, &names),
        })),
        _ => Err(unknown()),
    }
}

/// Writes to everybody or, by staff, to colleagues only.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/messages",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    request_body = PostMessage,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn messages(
    State(app): State<App>,
    person: Person,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(body): Json<PostMessage>,
) -> Reply {
    let conversation = conversation(&place)?;
    let PostMessage { audience, text, files } = body;
    let message = Draft { text, files };
    match person {
        Person::Staff(staff) => {
            by_staff(
                &app,
                &staff,
                key,
                StaffCommand::PostMessage { conversation, audience, message },
            )
            .await
        }
        Person::Visitor(_) if audience == protocol::command::Audience::Staff => {
            Err(ApiError::new(Code::NotAllowed, "visitors write to everybody"))
        }
        Person::Visitor(visitor) => {
            by_visitor(&app, &visitor, key, VisitorCommand::PostMessage { conversation, message })
                .await
        }
    }
}

/// Ends the conversation for everybody.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/close",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn close(
    State(app): State<App>,
    person: Person,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    let conversation = conversation(&place)?;
    match person {
        Person::Staff(staff) => {
            by_staff(&app, &staff, key, StaffCommand::Close { conversation }).await
        }
        Person::Visitor(visitor) => {
            by_visitor(&app, &visitor, key, VisitorCommand::Close { conversation }).await
        }
    }
}

/// Keep waiting, or leave a message?
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/choice",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    request_body = AnswerChoice,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn choice(
    State(app): State<App>,
    visitor: Visitor,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(AnswerChoice { choice, text }): Json<AnswerChoice>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_visitor(&app, &visitor, key, VisitorCommand::AnswerChoice { conversation, choice, text })
        .await
}

/// Hands the conversation to an agent or a queue, warm or cold.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transfer",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    request_body = TransferBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn transfer(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(body): Json<TransferBody>,
) -> Reply {
    let TransferBody { target, mode, complete, on_unanswered, place: moves_to, reason, note } =
        body;
    let conversation = conversation(&place)?;
    let transfer = StartTransfer {
        conversation,
        target,
        mode,
        complete,
        on_unanswered,
        place: moves_to,
        reason,
        note,
    };
    by_staff(&app, &staff, key, StaffCommand::StartTransfer(transfer)).await
}

/// Takes a waiting conversation from a queue in pull mode.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/pull",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn pull(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(&app, &staff, key, StaffCommand::Pull { conversation: conversation(&place)? }).await
}

/// Withdraws a warm transfer, or ends the introduction.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transfer/cancel",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn cancel_transfer(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(
        &app,
        &staff,
        key,
        StaffCommand::CancelTransfer { conversation: conversation(&place)? },
    )
    .await
}

/// Takes a cold transfer back before anybody accepted it.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transfer/recall",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn recall_transfer(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(
        &app,
        &staff,
        key,
        StaffCommand::RecallTransfer { conversation: conversation(&place)? },
    )
    .await
}

/// By the sender: hands over. By the receiver: takes over.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transfer/complete",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn complete_transfer(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(
        &app,
        &staff,
        key,
        StaffCommand::CompleteTransfer { conversation: conversation(&place)? },
    )
    .await
}

/// The receiver gives it back during the introduction.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/transfer/hand-back",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn hand_back(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(&app, &staff, key, StaffCommand::HandBack { conversation: conversation(&place)? })
        .await
}

/// A guest leaves; the sender in an introduction completes it.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/leave",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn leave(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(&app, &staff, key, StaffCommand::Leave { conversation: conversation(&place)? }).await
}

/// Sets it aside, with no capacity used.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/park",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn park(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(&app, &staff, key, StaffCommand::Park { conversation: conversation(&place)? }).await
}

/// Takes up a parked conversation.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/wake",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn wake(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(&app, &staff, key, StaffCommand::Wake { conversation: conversation(&place)? }).await
}

/// Asks for more time for after-contact work.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/wrap-up/extend",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn extend_wrap_up(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(&app, &staff, key, StaffCommand::ExtendWrapUp { conversation: conversation(&place)? })
        .await
}

/// A supervisor puts it back into its queue.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/requeue",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn requeue(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
) -> Reply {
    by_staff(&app, &staff, key, StaffCommand::Requeue { conversation: conversation(&place)? }).await
}

/// Ends after-contact work.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/wrap-up/end",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    request_body = EndWrapUp,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn end_wrap_up(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(EndWrapUp { disposition, note }): Json<EndWrapUp>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::EndWrapUp { conversation, disposition, note }).await
}

/// Moves it in the line: 9 first, 0 last.
#[utoipa::path(
    put,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/priority",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    request_body = PriorityBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn priority(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(PriorityBody { priority }): Json<PriorityBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::SetPriority { conversation, priority }).await
}

/// A supervisor gives it to an agent.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/assign",
    tag = "commands",
    params(("workspace" = String, Path, description = "The key of the workspace"), ("conversation" = ConversationId, Path), ("Idempotency-Key" = Option<uuid::Uuid>, Header, description = "The id of the command: a UUIDv7")),
    request_body = AssignBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn assign(
    State(app): State<App>,
    staff: Staff,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(AssignBody { agent, room }): Json<AssignBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_staff(&app, &staff, key, StaffCommand::Assign { conversation, agent, room }).await
}
