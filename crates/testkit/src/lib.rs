//! For tests only: a real server on a free port, and people who sit at it.
//!
//! Nothing here is faked: the server keeps its journal on the disk, and people come by the sockets everybody uses.

mod desk;
mod document;
mod test_server;

pub use desk::{Desk, PATIENCE};
pub use document::{DocumentBuilder, Place};
pub use test_server::TestServer;

/// Rounds of a test that repeats itself: few as a rule, all of them with `cargo xtask test --long`.
pub fn rounds(few: usize, long: usize) -> usize {
    if std::env::var_os("BATON_LONG").is_some() { long } else { few }
}
