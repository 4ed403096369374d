//! Bodies of HTTP requests and answers that are no commands.

mod administration;
mod commands;
mod erasure;
mod flow;
mod metadata;
mod personal;
mod preview;
mod reading;
mod reports;
mod search;
mod session;
mod users;

pub use administration::*;
pub use commands::*;
pub use erasure::*;
pub use flow::*;
pub use metadata::*;
pub use personal::*;
pub use preview::*;
pub use reading::*;
pub use reports::*;
pub use search::*;
pub use session::*;
pub use users::*;
