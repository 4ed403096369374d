//! Signs that people give without a word, typing and reading: who is shown them.
//!
//! Only those in a conversation give any: a supervisor who looks on is not seen by the visitor and marks nothing as
//! read (invariant I7). What is read is kept by `marks`.

use bus::Publisher;
use domain::{
    Desk,
    ids::{AgentId, ConversationId},
    view::{Object, Viewer, follows, is_present},
};

use super::letters::{Frame, Sign};
use crate::translate::{Names, asides};

/// A sign and whose it is.
#[derive(Debug, Clone, Copy)]
pub struct Aside {
    pub from: Viewer,
    pub conversation: ConversationId,
    pub sign: Sign,
}

impl Aside {
    /// Shows it to the others in the conversation, which is `found` as its giver sees it; whether it was theirs to
    /// give.
    pub fn forward(
        self,
        found: Option<&Object>,
        desk: &Desk,
        names: &Names,
        publisher: &Publisher<Viewer, Frame>,
    ) -> bool {
        if let Sign::Read { message, .. } = self.sign
            && message >= desk.state().next.message
        {
            return false;
        }
        match (self.from, found) {
            (Viewer::Agent(agent), Some(Object::Conversation(found)))
                if is_present(found.relation) =>
            {
                let visitor = Viewer::Visitor(found.visitor);
                publisher.publish([&visitor], &self.of_agent_for_visitor(agent, names));
                let others = found.participants.iter().map(|participant| participant.agent);
                let others = others.filter(|other| *other != agent).map(Viewer::Agent);
                let others: Vec<Viewer> = others.collect();
                publisher.publish(&others, &self.of_agent_for_staff(agent, names));
            }
            (Viewer::Visitor(_), Some(Object::VisitorConversation(_))) => {
                let relations = desk.relations(self.conversation);
                let staff = relations.iter().filter(|(_, relation)| follows(*relation));
                let staff: Vec<Viewer> = staff.map(|(agent, _)| Viewer::Agent(*agent)).collect();
                publisher.publish(&staff, &self.of_visitor());
            }
            (Viewer::Agent(_) | Viewer::Visitor(_), _) => return false,
        }
        if let Some(own) = self.for_giver() {
            publisher.publish([&self.from], &own);
        }
        true
    }

    fn of_agent_for_visitor(self, agent: AgentId, names: &Names) -> Frame {
        let name = names.public_name(agent);
        Frame::Aside(match self.sign {
            Sign::Typing => asides::typing(self.conversation, Some(name)),
            Sign::Read { message, .. } => asides::visitor_frame(asides::read_by_agent_for_visitor(
                self.conversation,
                message,
                name,
            )),
        })
    }

    fn of_agent_for_staff(self, agent: AgentId, names: &Names) -> Frame {
        let name = names.agent(agent);
        Frame::Aside(match self.sign {
            Sign::Typing => asides::typing(self.conversation, Some(name.name)),
            Sign::Read { message, at } => {
                let reader = protocol::staff::Reader::Agent(name);
                asides::staff_frame(asides::read(self.conversation, message, reader, Some(at)))
            }
        })
    }

    fn of_visitor(self) -> Frame {
        Frame::Aside(match self.sign {
            Sign::Typing => asides::typing(self.conversation, None),
            Sign::Read { message, at } => {
                let reader = protocol::staff::Reader::Visitor {};
                asides::staff_frame(asides::read(self.conversation, message, reader, Some(at)))
            }
        })
    }

    /// What one has read is read in all of one's tabs; that one types is known there.
    fn for_giver(self) -> Option<Frame> {
        let Sign::Read { message, at } = self.sign else { return None };
        Some(Frame::Aside(match self.from {
            Viewer::Agent(_) => {
                let reader = protocol::staff::Reader::You {};
                asides::staff_frame(asides::read(self.conversation, message, reader, Some(at)))
            }
            Viewer::Visitor(_) => {
                asides::visitor_frame(asides::read_by_visitor(self.conversation, message))
            }
        }))
    }
}
