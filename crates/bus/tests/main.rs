//! What everybody may rely on, whatever carries the messages: one function per promise.

mod commands;
mod frames;

use std::future::Future;

use bus::Workspace;

const DESK: Workspace = Workspace(1);
const OTHER: Workspace = Workspace(2);

/// Runs a promise on one thread, so that "at once" means without anybody else getting a turn.
fn run<T>(promise: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(promise)
}
