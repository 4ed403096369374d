//! What happened, told so that people can read it: folds from a journal's events to figures and pictures.
//!
//! Does not decide anything and reads no clock, store or name: who asks brings the events and has the names.

pub mod catalogue;
pub mod export;
pub mod facts;
pub mod flow;
pub mod import;
pub mod limits;
pub mod metadata;
