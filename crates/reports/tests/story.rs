//! A story and what happened to its first conversation: what reports are made of.

use domain::{
    event::Event,
    ids::{ConversationId, Timestamp},
};
use sim::story::{self, Names};

pub struct Told(story::Story);

impl Told {
    pub fn of(script: &str) -> Self {
        Self(story::run(script).expect("a story"))
    }

    /// The events of the first conversation.
    pub fn events(&self) -> impl Iterator<Item = (Timestamp, &Event)> {
        let of_it = |event: &Event| event.conversation() == Some(ConversationId(1));
        let records = self.0.journal.iter().filter(move |record| of_it(&record.event));
        records.map(|record| (record.at, &record.event))
    }

    pub fn names(&self) -> &Names {
        &self.0.names
    }
}
