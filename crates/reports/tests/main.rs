//! Reports on what stories did.

mod flows;
mod imports;
mod metadata;
mod story;
