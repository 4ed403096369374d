//! The store from outside: its memory implementation and the format of the journal.

mod golden;
mod memory;
