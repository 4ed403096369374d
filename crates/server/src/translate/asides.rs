//! What is told beside the journal: typing, read marks, drafts and settings, each as a whole frame.

use bytes::Bytes;
use domain::{
    command::{Actor, Audience},
    ids::{AgentId, ConversationId, MessageId, Timestamp},
};
use protocol::{
    frame::ServerFrame,
    http::DraftChannel,
    staff::{self, Reader},
    visitor,
};
use serde::Serialize;
use store::{Draft, Mention, ReadMark};
use uuid::Uuid;

use super::{Names, ToWire};

pub fn typing(conversation: ConversationId, name: Option<String>) -> Bytes {
    frame::<()>(&ServerFrame::Typing { conversation: conversation.wire(), name })
}

pub fn staff_frame(aside: staff::Aside) -> Bytes {
    frame(&ServerFrame::Aside(aside))
}

pub fn visitor_frame(mark: visitor::ReadMark) -> Bytes {
    frame(&ServerFrame::Aside(visitor::Aside::Read(mark)))
}

fn frame<A: Serialize>(frame: &ServerFrame<(), (), (), A>) -> Bytes {
    Bytes::from(serde_json::to_vec(frame).expect("types of the wire have a JSON form"))
}

pub fn read(
    conversation: ConversationId,
    message: MessageId,
    reader: Reader,
    at: Option<Timestamp>,
) -> staff::Aside {
    staff::Aside::Read(mark(conversation, message, reader, at))
}

fn mark(
    conversation: ConversationId,
    message: MessageId,
    reader: Reader,
    at: Option<Timestamp>,
) -> staff::ReadMark {
    let (conversation, message) = (conversation.wire(), message.wire());
    staff::ReadMark { conversation, message, reader, at_ms: at.map(|at| at.0) }
}

/// Where a note named somebody.
pub fn mention(mention: Mention, names: &Names) -> protocol::http::Mention {
    let Mention { conversation, by, at } = mention;
    protocol::http::Mention { conversation: conversation.wire(), by: names.agent(by), at_ms: at.0 }
}

pub fn read_by_agent_for_visitor(
    conversation: ConversationId,
    message: MessageId,
    public_name: String,
) -> visitor::ReadMark {
    let reader = visitor::Author::Agent { name: public_name };
    visitor::ReadMark { conversation: conversation.wire(), message: message.wire(), reader }
}

pub fn read_by_visitor(conversation: ConversationId, message: MessageId) -> visitor::ReadMark {
    let reader = visitor::Author::You {};
    visitor::ReadMark { conversation: conversation.wire(), message: message.wire(), reader }
}

/// A mark as it is kept, for one of the staff.
pub fn mark_for_staff(
    viewer: AgentId,
    conversation: ConversationId,
    kept: ReadMark,
    names: &Names,
) -> Option<staff::ReadMark> {
    let reader = match kept.person {
        Actor::Agent(agent) if agent == viewer => Reader::You {},
        Actor::Agent(agent) => Reader::Agent(names.agent(agent)),
        Actor::Visitor(_) => Reader::Visitor {},
        Actor::System => return None,
    };
    Some(mark(conversation, kept.message, reader, kept.at))
}

/// A mark as it is kept, for the visitor: whoever marked was there, and seen.
pub fn mark_for_visitor(
    conversation: ConversationId,
    mark: ReadMark,
    names: &Names,
) -> Option<visitor::ReadMark> {
    match mark.person {
        Actor::Agent(agent) => {
            Some(read_by_agent_for_visitor(conversation, mark.message, names.public_name(agent)))
        }
        Actor::Visitor(_) => Some(read_by_visitor(conversation, mark.message)),
        Actor::System => None,
    }
}

pub fn draft(draft: Draft, tab: Option<Uuid>) -> staff::Aside {
    let Draft { conversation, audience, text } = draft;
    let (conversation, channel) = (conversation.wire(), channel(audience));
    staff::Aside::Draft { conversation, channel, text, tab }
}

const fn channel(audience: Audience) -> DraftChannel {
    match audience {
        Audience::Everybody => DraftChannel::Reply,
        Audience::Staff => DraftChannel::Note,
        Audience::Whisper => DraftChannel::Whisper,
    }
}

pub const fn audience(channel: DraftChannel) -> Audience {
    match channel {
        DraftChannel::Reply => Audience::Everybody,
        DraftChannel::Note => Audience::Staff,
        DraftChannel::Whisper => Audience::Whisper,
    }
}
