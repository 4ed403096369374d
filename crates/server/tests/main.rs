//! The edge from outside: a real server, real sockets, every address with its callers.

mod contention;
mod contract;
mod routes;
mod secrecy;
mod socket;
