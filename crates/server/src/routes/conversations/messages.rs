//! What is said, what the page says of the visitor meanwhile, and how it ends.

use axum::extract::State;
use protocol::{
    command::{Audience, CommandReply, Draft, StaffCommand, VisitorCommand},
    http::{AnswerChoice, AttributesBody, PostMessage},
    problem::{Code, Problem},
};

use super::{Place, Reply, conversation};
use crate::{
    app::App,
    callers::{Person, Visitor},
    error::ApiError,
    routes::{
        Json,
        addresses::{OfCommand, OfConversation},
        commands::{IdempotencyKey, by_staff, by_visitor},
    },
};

/// Writes to everybody or, by staff, to colleagues only.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/messages",
    tag = "commands",
    params(OfConversation, OfCommand),
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
        Person::Visitor(_) if audience != Audience::Everybody => {
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
    params(OfConversation, OfCommand),
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
    params(OfConversation, OfCommand),
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

/// What the page knows of the visitor has changed. By the visitor, until the conversation is closed.
#[utoipa::path(
    patch,
    path = "/api/v1/workspaces/{workspace}/conversations/{conversation}/attributes",
    tag = "commands",
    params(OfConversation, OfCommand),
    request_body = AttributesBody,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn attributes(
    State(app): State<App>,
    visitor: Visitor,
    place: Place,
    IdempotencyKey(key): IdempotencyKey,
    Json(AttributesBody { attributes }): Json<AttributesBody>,
) -> Reply {
    let conversation = conversation(&place)?;
    by_visitor(&app, &visitor, key, VisitorCommand::SetAttributes { conversation, attributes })
        .await
}
