//! The rules of the desk: who may do what to a conversation, and what follows.
//!
//! Pure and deterministic: time arrives as an argument, texts arrive inside commands, and every
//! consequence leaves as an [`event::Event`]. Nothing here reads a clock, draws a random number, performs IO
//! or uses a float. Start at [`Desk`]; `decide` says what a command means, `apply` repeats facts,
//! `settle` finds what follows from them.
#![no_std]
#![deny(clippy::wildcard_enum_match_arm, clippy::unwrap_used, clippy::indexing_slicing)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::indexing_slicing))]
extern crate alloc;

pub mod command;
pub mod config;
pub mod event;
pub mod explain;
pub mod ids;
pub mod limits;
pub mod rejection;
pub mod routing;
pub mod state;
pub mod view;
