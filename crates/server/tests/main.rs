//! The edge from outside: a real server, real sockets, every address with its callers.
#![allow(clippy::wildcard_enum_match_arm, reason = "a test looks for one frame among others")]

mod contention;
mod contract;
mod routes;
mod secrecy;
mod socket;
mod store_failure;
mod words;
