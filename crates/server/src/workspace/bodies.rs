//! The texts that objects show: attributes, notes of open transfers and of raised hands, messages left to be answered.
//!
//! Bounded by the conversations in memory: at most four texts each. Messages are not here; they come with
//! the step that posts them, and from the store afterwards.

use std::{collections::BTreeMap, sync::Arc};

use domain::{
    command::{Body, Command},
    event::Event,
    ids::{BodyId, ConversationId, HandoffId},
    state::State,
    view::{Object, staff},
};

use engine::Engine;

use crate::translate::Texts;

#[derive(Debug, Default)]
pub struct Bodies {
    texts: BTreeMap<BodyId, Arc<Body>>,
    attributes: BTreeMap<ConversationId, BodyId>,
    notes: BTreeMap<HandoffId, BodyId>,
    hands: BTreeMap<ConversationId, BodyId>,
    left: BTreeMap<ConversationId, BodyId>,
}

impl Bodies {
    /// What the objects of a desk name.
    pub fn named_by(state: &State) -> Vec<BodyId> {
        let of = |conversation: &domain::state::Conversation| {
            let note = conversation.handoff.as_ref().and_then(|handoff| handoff.note);
            let hand = conversation.hand.as_ref().and_then(|hand| hand.note);
            let left = conversation.open_message().map(|left| left.body);
            conversation.attributes.into_iter().chain(note).chain(hand).chain(left)
        };
        state.conversations.values().flat_map(of).collect()
    }

    /// Those of a desk that was loaded.
    pub fn of(state: &State, mut found: BTreeMap<BodyId, Body>) -> Self {
        let mut bodies = Self::default();
        for conversation in state.conversations.values() {
            if let Some((id, body)) = conversation.attributes.and_then(|id| found.remove_entry(&id))
            {
                bodies.attributes.insert(conversation.id, id);
                bodies.texts.insert(id, Arc::new(body));
            }
            let hand = conversation.hand.as_ref().and_then(|hand| hand.note);
            if let Some((id, body)) = hand.and_then(|id| found.remove_entry(&id)) {
                bodies.hands.insert(conversation.id, id);
                bodies.texts.insert(id, Arc::new(body));
            }
            let left = conversation.open_message().map(|left| left.body);
            if let Some((id, body)) = left.and_then(|id| found.remove_entry(&id)) {
                bodies.left.insert(conversation.id, id);
                bodies.texts.insert(id, Arc::new(body));
            }
            let Some(handoff) = &conversation.handoff else { continue };
            if let Some((id, body)) = handoff.note.and_then(|id| found.remove_entry(&id)) {
                bodies.notes.insert(handoff.id, id);
                bodies.texts.insert(id, Arc::new(body));
            }
        }
        bodies
    }

    /// Tells a command that changes attributes what they are: those decided on last, published or not.
    pub fn inform(&self, command: &mut Command, engine: &Engine) {
        let Command::SetAttributes { conversation, known, .. } = command else { return };
        let conversations = &engine.desk().state().conversations;
        let id = conversations.get(conversation).and_then(|found| found.attributes);
        let body = id.and_then(|id| {
            engine.unpublished(id).or_else(|| self.texts.get(&id).map(AsRef::as_ref))
        });
        if let Some(Body::Attributes(attributes)) = body {
            known.clone_from(attributes);
        }
    }

    /// Keeps what an event brings for later objects, before the objects of its step are made.
    pub fn keep(&mut self, event: &Event, brought: &BTreeMap<BodyId, Arc<Body>>) {
        if let Event::AttributesSet { conversation, .. } = event
            && let Some(replaced) = self.attributes.remove(conversation)
        {
            self.texts.remove(&replaced);
        }
        let named =
            if let Event::ConversationOpened { conversation, attributes: Some(id), .. }
            | Event::AttributesSet { conversation, attributes: Some(id) } = event
            {
                self.attributes.insert(*conversation, *id);
                *id
            } else if let Some((handoff, id)) = note_of(event) {
                self.notes.insert(handoff, id);
                id
            } else if let Event::HandRaised { conversation, note: Some(id), .. } = event {
                self.hands.insert(*conversation, *id);
                *id
            } else if let Event::ConversationClosed { conversation, message: Some(id), .. } = event
            {
                self.left.insert(*conversation, *id);
                *id
            } else {
                return;
            };
        if let Some(body) = brought.get(&named) {
            self.texts.insert(named, Arc::clone(body));
        }
    }

    /// Forgets what an event ended, after the objects of its step were made.
    pub fn forget(&mut self, event: &Event) {
        if let Event::ConversationArchived { conversation } = event {
            // One that is erased leaves with a message that nobody has answered.
            let of_it = [&mut self.attributes, &mut self.hands, &mut self.left];
            for gone in of_it.into_iter().filter_map(|texts| texts.remove(conversation)) {
                self.texts.remove(&gone);
            }
            return;
        }
        let gone = if let Event::TransferCompleted { handoff, .. }
        | Event::TransferEnded { handoff, .. } = event
        {
            self.notes.remove(handoff)
        } else if let Event::HandLowered { conversation, .. } = event {
            self.hands.remove(conversation)
        } else if let Event::MessageAnswered { conversation, .. } = event {
            self.left.remove(conversation)
        } else {
            return;
        };
        if let Some(gone) = gone {
            self.texts.remove(&gone);
        }
    }

    /// The texts that some objects name.
    pub fn for_objects<'a>(&self, objects: impl IntoIterator<Item = &'a Object>) -> Texts {
        let mut texts = Texts::default();
        for object in objects {
            match object {
                Object::Conversation(conversation) => {
                    self.for_conversation(conversation, &mut texts)
                }
                Object::Offer(offer) => self.for_transfer(offer.transfer.as_ref(), &mut texts),
                Object::VisitorConversation(conversation) => {
                    self.for_attributes(conversation.attributes, &mut texts)
                }
                Object::Me(_) => {}
            }
        }
        texts
    }

    pub fn for_conversation(&self, conversation: &staff::Conversation, texts: &mut Texts) {
        self.lend(conversation.attributes, texts);
        self.lend(conversation.hand.as_ref().and_then(|hand| hand.note), texts);
        self.lend(conversation.message.map(|left| left.body), texts);
        self.for_transfer(conversation.transfer.as_ref(), texts);
    }

    pub fn for_transfer(&self, transfer: Option<&staff::Transfer>, texts: &mut Texts) {
        self.lend(transfer.and_then(|transfer| transfer.note), texts);
    }

    pub fn for_attributes(&self, attributes: Option<BodyId>, texts: &mut Texts) {
        self.lend(attributes, texts);
    }

    fn lend(&self, id: Option<BodyId>, texts: &mut Texts) {
        if let Some((id, body)) = id.and_then(|id| self.texts.get_key_value(&id)) {
            texts.bodies.insert(*id, Arc::clone(body));
        }
    }
}

/// The note that a handoff begins with.
fn note_of(event: &Event) -> Option<(HandoffId, BodyId)> {
    if let Event::TransferStarted { transfer, .. } = event {
        Some((transfer.handoff, transfer.note?))
    } else if let Event::EscalationStarted { escalation, .. } = event {
        Some((escalation.handoff, escalation.note?))
    } else if let Event::ReturnStarted { returning, .. } = event {
        Some((returning.handoff, returning.note?))
    } else if let Event::InvitationStarted { invitation, .. } = event {
        Some((invitation.handoff, invitation.note?))
    } else {
        None
    }
}
