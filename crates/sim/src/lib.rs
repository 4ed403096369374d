//! Plays a workspace without clocks, sockets or tasks.
//!
//! `story` reads scripts and tells what the rules make of them. `simulation` plays whole days: a crowd
//! (`people`) with the habits of a `profile` acts upon a `ground` in virtual time.
//! Does not decide anything: that is `domain`'s.

mod agenda;
mod chronicle;
mod dice;
pub mod figures;
pub mod ground;
pub mod kinds;
pub mod model;
pub mod past;
pub mod people;
pub mod predictor;
pub mod profile;
mod reach;
mod run;
mod secrecy;
mod shrink;
mod simulation;
pub mod story;
pub mod trial;

pub use agenda::Agenda;
pub use dice::{Dice, Spread};
pub use reach::Reach;
pub use run::{Outcome, Run};
pub use shrink::{breaks_like, shrink};
pub use simulation::{BEGIN, Broken, HOUR_MS, Observer, People, Scene, Simulation};
