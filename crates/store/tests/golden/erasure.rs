//! What the erasure of a visitor writes.

use domain::{
    command::Actor,
    event::{CloseReason, Event, WrapUpEnd},
    ids::{ConversationId, VisitorId},
};

use super::samples::ALICE;

pub fn events() -> [Event; 3] {
    let (conversation, reason) = (ConversationId(1), CloseReason::Erased);
    [
        Event::ConversationClosed { conversation, reason, by: Actor::System, message: None },
        Event::WrapUpEnded {
            conversation,
            agent: ALICE,
            cause: WrapUpEnd::Erased,
            disposition: None,
            note: None,
        },
        Event::VisitorErased { visitor: VisitorId(2) },
    ]
}
