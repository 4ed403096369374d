//! Where each conversation stands, as far as the words for its visitor depend on it.
//!
//! A line follows from one event; where the conversation was then, and in which language its visitor reads,
//! follows from those before it. The same fold serves live lines and stored transcripts.

use std::collections::BTreeMap;

use domain::{
    config::Place,
    estimate::{Estimate, Prediction},
    event::Event,
    ids::{AgentId, BodyId, ConversationId, PipelineId},
    state::{Conversation, State},
    view::visitor,
};

/// One conversation at one moment.
#[derive(Debug, Clone)]
pub struct Standing {
    pub place: Place,
    pub pipeline: Option<PipelineId>,
    /// The visitor's language code.
    pub language: Option<String>,
    /// What the page knows of the visitor.
    pub attributes: Option<BodyId>,
    /// What was last shown of this wait: the place in line, from 1, and the time.
    pub shown: Option<(u32, Estimate)>,
    /// Who has it or had it last.
    pub owner: Option<AgentId>,
}

impl Standing {
    /// As its visitor sees it.
    pub fn of_view(view: &visitor::Conversation) -> Self {
        Self {
            place: view.place,
            pipeline: view.pipeline,
            language: view.language.clone(),
            attributes: view.attributes,
            shown: view.prediction.as_ref().map(figures),
            owner: None,
        }
    }
}

/// Those of open conversations.
#[derive(Debug, Default)]
pub struct Standings(BTreeMap<ConversationId, Standing>);

impl Standings {
    /// Those of a desk that was loaded.
    pub fn open_in(state: &State) -> Self {
        let standing = |conversation: &Conversation| Standing {
            place: conversation.place,
            pipeline: conversation.pipeline,
            language: conversation.language.clone(),
            attributes: conversation.attributes,
            shown: conversation.wait().and_then(|wait| wait.spot.predictions.last()).map(figures),
            owner: conversation.owner().or_else(|| {
                let last = conversation.owners.iter().max_by_key(|(_, let_go)| **let_go);
                last.map(|(agent, _)| *agent)
            }),
        };
        Self(state.conversations.iter().map(|(id, found)| (*id, standing(found))).collect())
    }

    pub fn of(&self, conversation: ConversationId) -> Option<&Standing> {
        self.0.get(&conversation)
    }

    /// Takes note of an event before its line is made.
    pub fn begin(&mut self, event: &Event) {
        if let Event::ConversationOpened {
            conversation,
            place,
            pipeline,
            language,
            attributes,
            ..
        } = event
        {
            let standing = Standing {
                place: *place,
                pipeline: *pipeline,
                language: language.clone(),
                attributes: *attributes,
                shown: None,
                owner: None,
            };
            self.0.insert(*conversation, standing);
        } else if let Event::AttributesSet { conversation, attributes } = event {
            if let Some(standing) = self.0.get_mut(conversation) {
                standing.attributes = *attributes;
            }
        } else if let Event::WaitStarted { conversation, wait } = event {
            self.moved(*conversation, wait.place);
            self.show(*conversation, wait.shown.as_ref().map(figures));
        } else if let Event::EstimateShown { conversation, position, estimate } = event {
            self.show(*conversation, Some((*position, *estimate)));
        } else if let Event::AgentAssigned { conversation, agent, place, .. } = event {
            self.moved(*conversation, *place);
            if let Some(standing) = self.0.get_mut(conversation) {
                standing.owner = Some(*agent);
            }
        }
    }

    fn show(&mut self, conversation: ConversationId, shown: Option<(u32, Estimate)>) {
        if let Some(standing) = self.0.get_mut(&conversation) {
            standing.shown = shown;
        }
    }

    fn moved(&mut self, conversation: ConversationId, place: Place) {
        if let Some(standing) = self.0.get_mut(&conversation) {
            standing.place = place;
            standing.shown = None;
        }
    }

    /// Forgets what an event ended, after its line was made.
    pub fn end(&mut self, event: &Event) {
        if let Event::ConversationArchived { conversation } = event {
            self.0.remove(conversation);
        }
    }
}

fn figures(shown: &Prediction) -> (u32, Estimate) {
    (shown.position, shown.estimate)
}
