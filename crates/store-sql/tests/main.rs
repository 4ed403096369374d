//! SQLite from outside: the conformance suite, the data directory, uploads.

mod attachments;
mod conformance;
mod directory;
