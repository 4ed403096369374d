//! Reports on what stories did.

mod flows;
mod metadata;
mod story;
