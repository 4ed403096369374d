//! Reports on what stories did.

mod facts;
mod flows;
mod imports;
mod metadata;
mod story;
