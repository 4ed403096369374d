//! The edge: HTTP, sockets, sign-in, limits, and the driver that owns each workspace's engine.
//!
//! Contains no rule about conversations; only `translate` converts between wire and domain. Start at
//! [`server::Server`], then `routes` (paths mirror addresses), `socket` and `workspace`.

mod app;
pub mod assets;
mod callers;
mod clock;
mod erasure;
mod error;
mod identity;
mod languages;
pub mod limits;
mod links;
pub mod metrics;
mod openapi;
mod options;
mod routes;
mod server;
pub mod setup;
pub mod sign_in;
mod socket;
pub mod streams;
pub mod throttle;
mod transcript;
pub mod translate;
mod workspace;

pub use openapi::{openapi_json, reports_json};
pub use options::{FileLimits, Rates, ServerOptions, Timing};
pub use server::{BindError, Server};

/// The store this release serves from.
type Store = store_sql::SqliteStore;
