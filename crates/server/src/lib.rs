//! The edge: HTTP, sockets, sign-in, limits, and the driver that owns each workspace's engine.
//!
//! Contains no rule about conversations; only `translate` converts between wire and domain.

pub mod assets;
pub mod clock;
pub mod metrics;
pub mod setup;
pub mod sign_in;
pub mod throttle;
