//! One command being handled: what was decided so far, already applied.
//!
//! Each event is applied the moment it is told, so that what follows is decided on how things stand then.
//! A rejection therefore comes before the first event, never after.

use alloc::vec::Vec;

use crate::{
    command::{Actor, Body},
    desk::{Answer, Decision, Desk},
    event::Event,
    ids::{BodyId, ConversationId, Timestamp},
    rejection::Rejection,
    state::Conversation,
};

pub(crate) struct Turn<'a> {
    pub desk: &'a mut Desk,
    pub actor: Actor,
    pub now: Timestamp,
    events: Vec<Event>,
    bodies: Vec<(BodyId, Body)>,
}

impl<'a> Turn<'a> {
    pub fn new(desk: &'a mut Desk, actor: Actor, now: Timestamp) -> Self {
        Self { desk, actor, now, events: Vec::new(), bodies: Vec::new() }
    }

    /// States a fact; one that ends a wait says first what had been predicted of it.
    pub fn tell(&mut self, event: Event) {
        if let Some(tested) = self.desk.predictions_tested_by(&event) {
            self.desk.record(&tested, self.now);
            self.events.push(tested);
        }
        self.desk.record(&event, self.now);
        self.events.push(event);
    }

    /// Keeps a text beside the journal. The next event told has to name it, or the id is given away twice.
    pub fn keep(&mut self, body: Body) -> BodyId {
        let after = |(id, _): &(BodyId, Body)| BodyId(id.0.saturating_add(1));
        let id = self.bodies.last().map(after).unwrap_or_default().max(self.desk.state.next.body);
        self.bodies.push((id, body));
        id
    }

    pub fn end(self, answer: Answer) -> Decision {
        Decision { events: self.events, bodies: self.bodies, answer }
    }

    pub fn told_nothing(&self) -> bool {
        self.events.is_empty()
    }

    /// A conversation in memory. One that was archived is closed; any other is unknown.
    pub fn find(&self, id: ConversationId) -> Result<&Conversation, Rejection> {
        self.desk.conversation(id).ok_or(if id < self.desk.state.next.conversation {
            Rejection::ConversationClosed
        } else {
            Rejection::UnknownConversation
        })
    }

    /// A conversation that rules may still move.
    pub fn find_open(&self, id: ConversationId) -> Result<&Conversation, Rejection> {
        let conversation = self.find(id)?;
        match (conversation.is_closed(), conversation.quarantined) {
            (true, _) => Err(Rejection::ConversationClosed),
            (false, true) => Err(Rejection::Quarantined),
            (false, false) => Ok(conversation),
        }
    }
}
