//! The rules of the desk: who may do what to a conversation, and what follows.
//!
//! Pure and deterministic: time arrives as an argument, texts arrive inside commands, and every
//! consequence leaves as an [`event::Event`]. Nothing here reads a clock, draws a random number or performs
//! IO; no float decides anything, [`estimate`] alone reckons with them. Start at [`Desk`]; `decide` says what a command means, `apply` repeats facts,
//! `settle` finds what follows from them.
#![no_std]
#![deny(clippy::wildcard_enum_match_arm, clippy::unwrap_used, clippy::indexing_slicing)]
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::indexing_slicing))]
extern crate alloc;

mod apply;
pub mod clock;
pub mod command;
pub mod config;
mod decide;
mod desk;
pub mod estimate;
pub mod event;
pub mod explain;
mod guard;
pub mod history;
pub mod ids;
mod index;
pub mod invariants;
pub mod limits;
mod moves;
pub mod nearest;
mod permissions;
mod placement;
pub mod reach;
pub mod rejection;
pub mod routing;
mod settle;
pub mod slash;
pub mod state;
mod turn;
pub mod view;

pub use desk::{Answer, Decision, Desk};
