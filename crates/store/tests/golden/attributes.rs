//! What a page says of its visitor during a conversation.

use domain::{
    event::Event,
    ids::{BodyId, ConversationId},
};

pub fn events() -> [Event; 2] {
    let conversation = ConversationId(1);
    [Some(BodyId(12)), None].map(|attributes| Event::AttributesSet { conversation, attributes })
}
