//! A journal played again with everybody looking: what each viewer was shown, step by step.
//!
//! The same audience that a running [`Engine`](crate::Engine) has, over facts that are decided already.

use std::sync::Arc;

use domain::{
    Desk,
    command::{Actor, Body},
    event::Event,
    ids::{AgentId, BodyId, ConversationId, Timestamp},
    view::{self, Viewer},
};

use crate::{
    audience::Audience,
    journal::{Decided, JournalEntry, Sequence},
    step::Step,
};

#[derive(Debug)]
pub struct Showing {
    desk: Desk,
    audience: Audience,
    last: Sequence,
}

impl Default for Showing {
    fn default() -> Self {
        Self { desk: Desk::new(), audience: Audience::default(), last: Sequence::START }
    }
}

impl Showing {
    /// The desk after the last step.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    pub fn sequence(&self) -> Sequence {
        self.last
    }

    pub fn subscribe(&mut self, viewer: Viewer) {
        self.audience.subscribe(viewer);
    }

    /// An agent asks for the lines of a conversation without being in it.
    pub fn watch(&mut self, agent: AgentId, conversation: ConversationId) {
        self.audience.watch(agent, conversation);
    }

    /// What one command led to, and what that changes for those who look.
    pub fn step(
        &mut self,
        at: Timestamp,
        actor: Actor,
        events: Vec<Event>,
        bodies: Vec<(BodyId, Body)>,
    ) -> Step {
        for event in &events {
            self.desk.apply(event, at);
        }
        let touched = view::touched(&self.desk, &events);
        let entries = events
            .into_iter()
            .map(|event| {
                self.last = self.last.next();
                JournalEntry { sequence: self.last, event }
            })
            .collect();
        let decided = Arc::new(Decided { at, actor, key: None, entries, bodies });
        self.audience.step(&self.desk, decided, &touched)
    }
}
