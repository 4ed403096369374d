//! The facts of one conversation: where it was and with whom, how long it waited and what was predicted, how it ended.
//!
//! A pure fold over the conversation's events in journal order. Names what people wrote by id, and holds none of it.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    command::{Actor, Audience},
    config::Place,
    estimate::Prediction,
    event::{CloseReason, Event, Hop, PredictionOutcome},
    ids::{
        AgentId, BodyId, ConversationId, HandoffId, PipelineId, SkillId, StageId, Timestamp,
        VisitorId,
    },
};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    pub conversation: ConversationId,
    pub visitor: VisitorId,
    pub previous: Option<ConversationId>,
    pub opened: Timestamp,
    pub closed: Option<Closing>,
    pub pipeline: Option<PipelineId>,
    pub language: Option<String>,
    /// Skills asked for beside those of the queues.
    pub needs: BTreeMap<SkillId, u8>,
    pub attributes: Option<BodyId>,
    /// What the visitor filled in before.
    pub answers: Option<BodyId>,
    /// Where it was, in the order of coming there; equal neighbours are one.
    pub places: Vec<Place>,
    /// Stages that only said or asked something: messages, forms, the survey.
    pub passed: Vec<StageId>,
    pub waits: Vec<Wait>,
    pub owners: Vec<Leg>,
    /// Times that ownership passed from one agent to another.
    pub hops: u32,
    pub priority: u8,
    pub tags: BTreeSet<String>,
    /// The last one given.
    pub disposition: Option<String>,
    pub rating: Option<u8>,
    /// With the rating.
    pub comment: Option<BodyId>,
    pub messages: Messages,
    /// Of an agent, to the visitor.
    pub first_reply: Option<Timestamp>,
    /// The priority it gets once a warm transfer is done.
    promised: BTreeMap<HandoffId, u8>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Closing {
    pub at: Timestamp,
    pub reason: CloseReason,
    pub by: Actor,
}

/// One stay in a queue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wait {
    pub place: Place,
    pub from: Timestamp,
    /// Not over yet, if absent.
    pub until: Option<Timestamp>,
    /// What was shown of it, oldest first.
    pub predictions: Vec<Prediction>,
    /// How it ended, where something was predicted.
    pub outcome: Option<PredictionOutcome>,
}

/// One owner's stay in one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg {
    pub agent: AgentId,
    pub place: Place,
    pub from: Timestamp,
    pub until: Option<Timestamp>,
    pub disposition: Option<String>,
}

/// How much was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Messages {
    pub visitor: u32,
    pub agents: u32,
    /// Among the staff.
    pub notes: u32,
}

impl Metadata {
    /// None without a beginning.
    pub fn of<'a>(events: impl IntoIterator<Item = (Timestamp, &'a Event)>) -> Option<Self> {
        let mut events = events.into_iter();
        let mut metadata = events.find_map(|(at, event)| Self::begun(at, event))?;
        for (at, event) in events {
            metadata.take(at, event);
        }
        Some(metadata)
    }

    fn begun(at: Timestamp, event: &Event) -> Option<Self> {
        let Event::ConversationOpened {
            conversation,
            visitor,
            previous,
            place,
            pipeline,
            language,
            needs,
            attributes,
            answers,
        } = event
        else {
            return None;
        };
        Some(Self {
            conversation: *conversation,
            visitor: *visitor,
            previous: *previous,
            opened: at,
            closed: None,
            pipeline: *pipeline,
            language: language.clone(),
            needs: needs.clone(),
            attributes: *attributes,
            answers: *answers,
            places: vec![*place],
            passed: Vec::new(),
            waits: Vec::new(),
            owners: Vec::new(),
            hops: 0,
            priority: 0,
            tags: BTreeSet::new(),
            disposition: None,
            rating: None,
            comment: None,
            messages: Messages::default(),
            first_reply: None,
            promised: BTreeMap::new(),
        })
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "most of what happens is told by Flow")]
    fn take(&mut self, at: Timestamp, event: &Event) {
        match event {
            Event::MessagePosted { author, audience, .. } => self.wrote(at, *author, *audience),
            Event::PrioritySet { priority, .. } => self.priority = *priority,
            Event::AttributesSet { attributes, .. } => self.attributes = *attributes,
            Event::TagsSet { tags, .. } => self.tags = tags.clone(),
            Event::WaitStarted { wait, .. } => {
                self.end_waits(at);
                self.came_to(wait.place);
                self.priority = wait.priority;
                self.waits.push(Wait {
                    place: wait.place,
                    from: at,
                    until: None,
                    predictions: wait.shown.into_iter().collect(),
                    outcome: None,
                });
            }
            Event::EstimateShown { position, estimate, .. } => {
                let shown = Prediction { shown_at: at, position: *position, estimate: *estimate };
                if let Some(wait) = self.open_wait() {
                    wait.predictions.push(shown);
                }
            }
            Event::PredictionsTested { outcome, .. } => {
                if let Some(wait) = self.waits.last_mut() {
                    wait.outcome = Some(*outcome);
                }
            }
            Event::AgentAssigned { agent, place, hop, .. } => {
                self.end_waits(at);
                self.end_legs(at);
                self.came_to(*place);
                self.hops += u32::from(matches!(hop, Hop::From(_)));
                self.owners.push(Leg {
                    agent: *agent,
                    place: *place,
                    from: at,
                    until: None,
                    disposition: None,
                });
            }
            Event::AgentReleased { .. } => self.end_legs(at),
            Event::WrapUpEnded { agent, disposition: Some(disposition), .. } => {
                self.disposition = Some(disposition.clone());
                if let Some(leg) = self.owners.iter_mut().rfind(|leg| leg.agent == *agent) {
                    leg.disposition = Some(disposition.clone());
                }
            }
            Event::TransferStarted { transfer, .. } => {
                self.promised.insert(transfer.handoff, transfer.priority);
            }
            Event::TransferCompleted { handoff, .. } => {
                if let Some(priority) = self.promised.remove(handoff) {
                    self.priority = priority;
                }
            }
            Event::StageMessageSent { stage, .. }
            | Event::OfflineFormShown { stage, .. }
            | Event::SurveyAsked { stage, .. } => self.passed.push(*stage),
            Event::SurveyAnswered { rating, comment, .. } => {
                self.rating = Some(*rating);
                self.comment = *comment;
            }
            Event::ConversationClosed { reason, by, .. } => {
                self.end_waits(at);
                self.end_legs(at);
                self.closed = Some(Closing { at, reason: *reason, by: *by });
            }
            _ => {}
        }
    }

    fn wrote(&mut self, at: Timestamp, author: Actor, audience: Audience) {
        match (author, audience) {
            (Actor::Visitor(_), _) => self.messages.visitor += 1,
            (Actor::Agent(_), Audience::Everybody) => {
                self.messages.agents += 1;
                self.first_reply.get_or_insert(at);
            }
            (Actor::Agent(_), Audience::Staff | Audience::Whisper) => self.messages.notes += 1,
            (Actor::System, _) => {}
        }
    }

    fn came_to(&mut self, place: Place) {
        if self.places.last() != Some(&place) {
            self.places.push(place);
        }
    }

    fn open_wait(&mut self) -> Option<&mut Wait> {
        self.waits.last_mut().filter(|wait| wait.until.is_none())
    }

    fn end_waits(&mut self, at: Timestamp) {
        if let Some(wait) = self.open_wait() {
            wait.until = Some(at);
        }
    }

    fn end_legs(&mut self, at: Timestamp) {
        let open = self.owners.iter_mut().filter(|leg| leg.until.is_none());
        open.for_each(|leg| leg.until = Some(at));
    }
}
