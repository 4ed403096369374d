//! The store from outside: its memory implementation and the format of the journal.

mod forms;
mod golden;
mod memory;
