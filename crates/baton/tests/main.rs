//! The executable as its users meet it: real processes, real sockets, real files.

mod admin;
mod check;
mod explain;
mod export;
mod generate;
mod import;
mod kill;
mod play;
mod process;
mod reports;
mod restart;
mod story;
mod story_reports;
