//! What members of staff see: objects, and the lines of a transcript.

mod action;
mod aside;
mod board;
mod explain;
mod line;
mod object;

pub use action::*;
pub use aside::*;
pub use board::*;
pub use explain::*;
pub use line::*;
pub use object::*;
