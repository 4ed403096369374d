//! SQLite from outside: the conformance suite, the data directory, uploads, the index.

mod attachments;
mod conformance;
mod directory;
mod facts;
mod search;
