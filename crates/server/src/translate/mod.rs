//! The only place between `protocol` and `domain` (rule R2): by hand, field by field, every match exhaustive,
//! so that a variant added on either side is a to-do list from the compiler.
//!
//! Decides nothing: what may be done and why not comes from `domain`; only words are added here.

pub mod actions;
pub mod answers;
pub mod asides;
pub mod board;
pub mod canned;
pub mod commands;
pub mod completions;
pub mod directory;
pub mod document;
pub mod explain;
pub mod flow;
pub mod ids;
pub mod keepsake;
pub mod lines;
pub mod mentions;
pub mod metadata;
pub mod names;
pub mod notices;
pub mod opening;
pub mod problems;
pub mod reports;
pub mod search;
pub mod sentences;
pub mod settings;
pub mod staff;
pub mod standing;
pub mod texts;
pub mod visitor;
mod waits;
pub mod welcome;

pub use ids::{ToDomain, ToWire};
pub use names::Names;
pub use texts::Texts;
