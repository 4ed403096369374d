//! Plays a workspace without clocks, sockets or tasks.
//!
//! `story` reads scripts and tells what the rules make of them. Does not decide anything: that is `domain`'s.

pub mod story;
