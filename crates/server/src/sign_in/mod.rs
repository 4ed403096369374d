//! Who somebody is: passwords, tokens, and what the server signs itself.
//!
//! Answers questions about secrets and prints none of them. What somebody may do is decided in `domain`.

pub mod password;
pub mod revocations;
pub mod signing;
pub mod token;
