//! Sockets of agents and visitors: one task each, small while nothing happens.
//!
//! Subscribes before it asks for the snapshot, so that nothing falls between (DESIGN §6). Interprets no frame:
//! what is told comes encoded from the workspace's task; `after` is all that is added here.

mod board;
mod hello;
mod resume;
mod session;
mod side;

use std::{net::IpAddr, sync::Arc, time::Duration};

use axum::{
    extract::{State, WebSocketUpgrade, ws::WebSocket},
    http::HeaderMap,
    response::Response,
};

pub use side::{Side, StaffSide, VisitorSide};

use crate::{
    app::{App, too_often},
    callers::{Address, InWorkspace, check_origin},
    error::ApiResult,
    languages::preferred,
    limits::{
        CLIENT_FRAME_BYTES_MAX, SOCKET_READ_BUFFER_BYTES, SOCKET_WRITE_BUFFER_BYTES_MAX,
        SOCKET_WRITE_BYTES,
    },
    throttle::Place,
    workspace::Workspace,
};

/// When an address with too many sockets may try again: as soon as one of them may have closed.
const RETRY_WHEN_TOO_MANY: Duration = Duration::from_secs(10);

/// What a socket starts from.
struct Arrival {
    app: App,
    workspace: Arc<Workspace>,
    /// For the cookie of a signed-in browser.
    headers: Option<Box<HeaderMap>>,
    /// Of their browser.
    language: Option<Box<str>>,
    /// Counts for the address as long as the socket is open.
    _place: Place<IpAddr>,
}

/// `GET …/agent-socket`
pub async fn staff(
    state: State<App>,
    workspace: InWorkspace,
    address: Address,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> ApiResult<Response> {
    open::<StaffSide>(state, workspace, address, headers, upgrade)
}

/// `GET …/visitor-socket`
pub async fn visitor(
    state: State<App>,
    workspace: InWorkspace,
    address: Address,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> ApiResult<Response> {
    open::<VisitorSide>(state, workspace, address, headers, upgrade)
}

fn open<S: Side>(
    State(app): State<App>,
    InWorkspace(workspace): InWorkspace,
    Address(address): Address,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> ApiResult<Response> {
    check_origin(&app.options, &headers)?;
    let place = count(&app, address)?;
    // Visitors have no cookie; nothing else of their request is kept.
    let language = preferred(&headers, workspace.names().config()).map(String::into_boxed_str);
    let headers = S::KNOWS_COOKIES.then(|| Box::new(headers));
    let arrival = Arrival { app, workspace, headers, language, _place: place };
    Ok(upgrade
        .read_buffer_size(SOCKET_READ_BUFFER_BYTES)
        .write_buffer_size(SOCKET_WRITE_BYTES)
        .max_write_buffer_size(SOCKET_WRITE_BUFFER_BYTES_MAX)
        .max_message_size(CLIENT_FRAME_BYTES_MAX)
        .max_frame_size(CLIENT_FRAME_BYTES_MAX)
        .on_upgrade(move |socket| serve::<S>(socket, arrival)))
}

fn count(app: &App, address: IpAddr) -> ApiResult<Place<IpAddr>> {
    app.limits.sockets.count(&address).map_err(too_often)?;
    let too_many = || too_often(RETRY_WHEN_TOO_MANY);
    Ok(app.limits.sockets_at_once.enter(address).ok_or_else(too_many)?)
}

async fn serve<S: Side>(mut socket: WebSocket, arrival: Arrival) {
    // What happens once a socket is boxed, so that the task stays as small as its wait.
    let greeted = Box::pin(hello::greet::<S>(&mut socket, &arrival)).await;
    match greeted {
        Ok(greeted) => session::Session::<S>::new(socket, arrival, greeted).run().await,
        Err(goodbye) => session::say_goodbye(&mut socket, goodbye).await,
    }
}
