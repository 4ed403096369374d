//! Bodies of HTTP requests and answers that are no commands.

mod administration;
mod commands;
mod flow;
mod personal;
mod reading;
mod session;

pub use administration::*;
pub use commands::*;
pub use flow::*;
pub use personal::*;
pub use reading::*;
pub use session::*;
