//! Bodies of HTTP requests and answers that are no commands.

mod administration;
mod commands;
mod flow;
mod personal;
mod preview;
mod reading;
mod session;
mod users;

pub use administration::*;
pub use commands::*;
pub use flow::*;
pub use personal::*;
pub use preview::*;
pub use reading::*;
pub use session::*;
pub use users::*;
