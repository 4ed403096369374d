//! `…/conversations`: open one; what is read of one, said in it and done to it stands in the files beside.

pub mod assist;
pub mod conference;
pub mod drafts;
pub mod entitled;
pub mod escalate;
pub mod holding;
pub mod keepsake;
pub mod lines;
pub mod messages;
pub mod metadata;
pub mod read;
pub mod reading;
pub mod transfer;
pub mod wrap_up;

use axum::{
    Json as Answered, Router,
    extract::{Path, State},
    routing::{delete, get, patch, post, put},
};
use protocol::{
    command::{CommandReply, OpenConversation, VisitorCommand},
    ids::ConversationId,
    problem::{Code, Problem},
};

use super::{
    Json,
    commands::{IdempotencyKey, by_visitor},
    id,
};
use crate::{
    app::App,
    callers::Visitor,
    error::{ApiError, ApiResult},
    routes::addresses::{OfCommand, OfConversation, OfWorkspace},
};

type Reply = ApiResult<Answered<CommandReply>>;

pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(reading::read))
        .route("/transcript", get(reading::transcript))
        .route("/transcript.txt", get(keepsake::text))
        .route("/transcript.html", get(keepsake::page))
        .route("/transcript.json", get(keepsake::data))
        .route("/targets", get(reading::targets))
        .route("/explain", get(reading::explained))
        .route("/flow", get(reading::flow))
        .route("/drafts/{channel}", get(drafts::get).put(drafts::put))
        .route("/read", get(read::get).put(read::put))
        .route("/metadata", get(metadata::metadata))
        .route("/messages", post(messages::messages))
        .route("/commands", post(lines::run))
        .route("/completions", get(lines::completions))
        .route("/tags", put(lines::tags))
        .route("/attributes", patch(messages::attributes))
        .route("/close", post(messages::close))
        .route("/choice", post(messages::choice))
        .route("/pull", post(holding::pull))
        .route("/transfer", post(transfer::start))
        .route("/transfer/cancel", post(transfer::cancel))
        .route("/transfer/recall", post(transfer::recall))
        .route("/transfer/complete", post(transfer::complete))
        .route("/transfer/hand-back", post(transfer::hand_back))
        .route("/escalate", post(escalate::escalate))
        .route("/return", post(escalate::give_back))
        .route("/survey", post(escalate::survey))
        .route("/invitations", post(conference::invite))
        .route("/invitations/{invitation}", delete(conference::cancel))
        .route("/guests/{agent}", delete(conference::remove))
        .route("/owner", put(conference::owner))
        .route("/owner/pass", post(conference::pass))
        .route("/leave", post(conference::leave))
        .route("/park", post(holding::park))
        .route("/wake", post(holding::wake))
        .route("/wrap-up/end", post(wrap_up::end))
        .route("/wrap-up/extend", post(wrap_up::extend))
        .route("/priority", put(holding::priority))
        .route("/assign", post(holding::assign))
        .route("/requeue", post(holding::requeue))
        .route("/hand/raise", post(assist::raise_hand))
        .route("/hand/lower", post(assist::lower_hand))
        .route("/hand/take", post(assist::take_hand))
        .route("/assist", post(assist::assist))
        .route("/take-over", post(assist::take_over))
        .route("/allow-move", post(assist::allow_move))
        .route("/message/answered", post(holding::answer_message))
}

type Place = Path<OfConversation>;

fn conversation(Path(place): &Place) -> ApiResult<ConversationId> {
    id(&place.conversation)
}

pub fn unknown() -> ApiError {
    ApiError::new(
        Code::UnknownConversation,
        "there is no such conversation, or it is not yours to see",
    )
}

/// Asks for help.
#[utoipa::path(
    post,
    path = "/api/v1/workspaces/{workspace}/conversations",
    tag = "commands",
    params(OfWorkspace, OfCommand),
    request_body = OpenConversation,
    responses((status = 200, body = CommandReply), (status = "default", body = Problem))
)]
pub async fn open(
    State(app): State<App>,
    visitor: Visitor,
    IdempotencyKey(key): IdempotencyKey,
    Json(body): Json<OpenConversation>,
) -> Reply {
    by_visitor(&app, &visitor, key, VisitorCommand::OpenConversation(body)).await
}
