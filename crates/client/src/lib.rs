//! A Rust client of the wire: HTTP ([`Api`]) and both sockets ([`Connection`]), with resume.
//!
//! Light enough that thousands of connections fit into one process. Knows `protocol` and nothing of the
//! server; holds no rule and no state of conversations.

mod api;
mod connection;
mod error;
mod side;

pub use api::{Api, Patience};
pub use connection::{Connection, Heard, Incoming};
pub use error::ClientError;
pub use side::{Side, Staff, Visitor};
