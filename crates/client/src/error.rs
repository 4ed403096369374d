//! What can go wrong, named by what the caller does next.

use protocol::{frame::GoodbyeCode, problem::Problem};

#[derive(Debug, thiserror::Error)]
pub enum ClientError {
    /// The server understood and says no.
    #[error("{}: {}", .0.code.as_str(), .0.detail)]
    Refused(Box<Problem>),
    /// The server ends the socket and connecting again would not help.
    #[error("the server ended the socket: {code:?}")]
    Ended { code: GoodbyeCode, problem: Option<Box<Problem>> },
    /// Nobody answers; worth trying again.
    #[error("the server at {address} cannot be reached: {cause}")]
    Unreachable { address: String, cause: String },
    /// The other side speaks another language.
    #[error("the server sent what this client cannot read: {0}")]
    Unreadable(String),
    #[error("`{0}` is not an address such as http://127.0.0.1:8080")]
    BadAddress(String),
}

impl From<Problem> for ClientError {
    fn from(problem: Problem) -> Self {
        Self::Refused(Box::new(problem))
    }
}
