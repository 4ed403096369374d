//! The two sides of the desk, as types: what each says and hears over its socket.

use protocol::{
    command::{StaffCommand, VisitorCommand},
    staff, visitor,
};
use serde::{Serialize, de::DeserializeOwned};

/// One of the two sockets.
pub trait Side: Send + Sync + 'static {
    /// The last part of the socket's address.
    const SOCKET: &str;
    type Command: Serialize + Clone + Send + Sync;
    type You: DeserializeOwned + Send;
    type Object: DeserializeOwned + Send;
    type Line: DeserializeOwned + Send;
    type Aside: DeserializeOwned + Send;
}

/// Agents, bots and supervisors.
pub struct Staff;

impl Side for Staff {
    const SOCKET: &str = "agent-socket";
    type Command = StaffCommand;
    type You = staff::You;
    type Object = staff::Object;
    type Line = staff::Line;
    type Aside = staff::Aside;
}

/// People who ask for help.
pub struct Visitor;

impl Side for Visitor {
    const SOCKET: &str = "visitor-socket";
    type Command = VisitorCommand;
    type You = visitor::You;
    type Object = visitor::Object;
    type Line = visitor::Line;
    type Aside = visitor::Aside;
}
