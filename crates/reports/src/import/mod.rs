//! Histories of other systems, told in the events of Baton (SPEC §9).
//!
//! [`map`] says which columns of a table mean what, [`rows`] gathers the table's rows by conversation, [`history`]
//! makes of the rows of one conversation what happened in it, [`names`] gives queues and agents their ids. Opens no
//! file and writes no journal.

pub mod history;
pub mod map;
pub mod names;
pub mod rows;
