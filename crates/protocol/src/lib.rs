//! The wire: what clients and the server say to each other, as types.
//!
//! HTTP bodies ([`http`]), commands and their answers ([`command`]), socket frames ([`frame`]), the objects and
//! lines in them ([`staff`], [`visitor`]) and errors ([`problem`]). `docs/protocol.md` says it in words.
//! Knows no domain type: `server` translates by hand. Has no behaviour beyond reading and writing JSON.

pub mod command;
pub mod frame;
pub mod http;
pub mod ids;
pub mod name;
pub mod problem;
pub mod schema;
pub mod staff;
pub mod visitor;
pub mod wait;

/// The version in every address. A change of meaning makes another one.
pub const VERSION: &str = "v1";
