//! Where a conversation goes when it cannot stay where it is: along fallbacks and stages (SPEC §3, §4).
//!
//! A place that is closed, has nobody online or was used before by this conversation is passed over for where
//! it leads itself: out of hours, if it is closed and says so, else its own fallback. What happens where the path leads nowhere is for whoever asked.

use alloc::{vec, vec::Vec};

use crate::{
    command::Actor,
    config::{Fallback, Place, StageKind},
    desk::Desk,
    event::{Alert, CancelCause, CloseReason, Event, Reservation, ReservedFor, WaitCause},
    ids::{AgentId, ConversationId, StageId, Timestamp},
    moves::Waiting,
    state::{Conversation, Wait},
    turn::Turn,
};

/// A path walked to its end, before anything happens.
pub(crate) struct Path {
    /// Message stages on the way, in order.
    pub messages: Vec<StageId>,
    pub end: PathEnd,
}

pub(crate) enum PathEnd {
    /// On to a place where somebody could come.
    Place {
        place: Place,
        cause: WaitCause,
        reserved: Option<Reservation>,
    },
    /// A form for a message; the wait goes on where it is.
    OfflineForm(StageId),
    Close,
    Nowhere,
}

impl Path {
    const NOWHERE: Self = Self { messages: vec![], end: PathEnd::Nowhere };
}

impl Desk {
    /// Walks the path of a conversation that begins there.
    pub(crate) fn path(
        &self,
        conversation: &Conversation,
        first: Option<Fallback>,
        now: Timestamp,
    ) -> Path {
        let config = self.rules();
        let (mut messages, mut next) = (Vec::new(), first);
        // A circle of places that are of no use is walked once.
        for _ in 0..=config.queues.len().saturating_add(config.stages.len()) {
            let Some(at) = next else { return Path::NOWHERE };
            let (place, cause) = match at {
                Fallback::Queue(queue) => {
                    (Some(config.place_in(conversation.pipeline, queue)), WaitCause::Fallback)
                }
                Fallback::Back => (self.place_before(conversation), WaitCause::FallbackBack),
                Fallback::Stage(stage) => {
                    match config.stages.get(&stage).map(|stage| &stage.kind) {
                        Some(StageKind::Connect(_)) => {
                            (config.place_of(stage), WaitCause::Fallback)
                        }
                        Some(StageKind::Message { next: after }) => {
                            messages.push(stage);
                            let Some(after) = *after else {
                                return Path { messages, end: PathEnd::Close };
                            };
                            next = Some(Fallback::Stage(after));
                            continue;
                        }
                        Some(StageKind::OfflineForm) if !was_asked(conversation) => {
                            return Path { messages, end: PathEnd::OfflineForm(stage) };
                        }
                        Some(StageKind::End) => return Path { messages, end: PathEnd::Close },
                        Some(
                            StageKind::OfflineForm | StageKind::Form(_) | StageKind::Survey { .. },
                        )
                        | None => return Path::NOWHERE,
                    }
                }
            };
            let Some(place) = place else { return Path::NOWHERE };
            let reserved = (cause == WaitCause::FallbackBack && self.is_open(place.queue))
                .then(|| self.kept_for_previous(conversation, place, now))
                .flatten();
            let fresh = place != conversation.place && !conversation.fallbacks.contains(&place);
            if fresh && (reserved.is_some() || self.takes(place.queue)) {
                return Path { messages, end: PathEnd::Place { place, cause, reserved } };
            }
            // What announced a place that is passed over is not said.
            messages.clear();
            let own = self.place(place).fallback();
            let closed =
                self.queue(place.queue).out_of_hours.filter(|_| !self.is_open(place.queue));
            next = closed.or(own);
        }
        Path::NOWHERE
    }

    /// The place a conversation came from: by the hand-over that nobody answered, else by the last one that
    /// somebody did, else by waiting.
    fn place_before(&self, conversation: &Conversation) -> Option<Place> {
        let config = self.rules();
        let waited = conversation.wait().map(|wait| wait.came_from);
        let before = conversation
            .passing
            .map(|passing| passing.from_place)
            .or(conversation.way_back().map(|(_, place)| place))
            .or(waited)?;
        config.queues.contains_key(&before.queue).then(|| config.present(before))
    }

    /// Room with whoever had it in a place last, if they are there with some.
    fn kept_for_previous(
        &self,
        conversation: &Conversation,
        place: Place,
        now: Timestamp,
    ) -> Option<Reservation> {
        let (agent, _) = conversation.queue_owners.get(&place.queue)?;
        self.reservation_for_previous(conversation.id, *agent, place, now)
    }

    /// Keeps a conversation for whoever had it before, if they are there with room.
    pub(crate) fn reservation_for_previous(
        &self,
        id: ConversationId,
        agent: AgentId,
        place: Place,
        now: Timestamp,
    ) -> Option<Reservation> {
        let weight = self.place(place).queue.weight;
        let until = now.after(self.rules().settings.return_reserve_ms);
        let free = self.takes_handovers(agent) && self.has_room(agent, weight, id);
        free.then_some(Reservation { agent, until, purpose: ReservedFor::PreviousOwner })
    }
}

/// Whether the visitor has been asked in this wait already: for a choice, or for a message.
fn was_asked(conversation: &Conversation) -> bool {
    conversation.wait().is_some_and(|Wait { choice, .. }| choice.is_some())
}

impl Turn<'_> {
    /// The max wait is over: on along the fallbacks, else the visitor is asked.
    pub fn fall_back(&mut self, id: ConversationId) {
        let Some(conversation) = self.desk.conversation(id) else { return };
        let first = self.desk.place(conversation.place).fallback();
        let Path { messages, end } = self.desk.path(conversation, first, self.now);
        self.tell_stages(id, messages);
        match end {
            PathEnd::Place { place, cause, reserved } => {
                self.withdraw(id, CancelCause::Fallback);
                self.wait(id, place, cause, Waiting { reserved, ..Waiting::default() });
            }
            PathEnd::OfflineForm(stage) => {
                self.show_form(id, stage);
                self.alert(id, Alert::NobodyCame);
            }
            PathEnd::Close => self.close(id, CloseReason::WaitTimeout, Actor::System, None),
            PathEnd::Nowhere => {
                self.tell(Event::ChoiceAsked { conversation: id });
                self.alert(id, Alert::NobodyCame);
            }
        }
    }

    /// Says what message stages have to say, in the words of this configuration.
    pub fn tell_stages(&mut self, id: ConversationId, messages: Vec<StageId>) {
        let config_version = self.desk.rules().version;
        for stage in messages {
            self.tell(Event::StageMessageSent { conversation: id, stage, config_version });
        }
    }

    pub fn show_form(&mut self, id: ConversationId, stage: StageId) {
        let until = self.now.after(self.desk.rules().settings.offline_form_ms);
        self.tell(Event::OfflineFormShown { conversation: id, stage, until });
    }

    /// What follows after closing, from a stage on: messages are said, a survey is asked of those who were
    /// helped.
    pub fn follow_closing(&mut self, id: ConversationId, first: Option<StageId>) {
        let (mut messages, mut survey, mut next) = (Vec::new(), None, first);
        let config = self.desk.rules();
        for _ in 0..config.stages.len() {
            let Some(stage) = next else { break };
            next = match config.stages.get(&stage).map(|stage| &stage.kind) {
                Some(StageKind::Message { next }) => {
                    messages.push(stage);
                    *next
                }
                Some(StageKind::Survey { .. }) => {
                    survey = Some(stage);
                    None
                }
                Some(
                    StageKind::Connect(_)
                    | StageKind::Form(_)
                    | StageKind::OfflineForm
                    | StageKind::End,
                )
                | None => None,
            };
        }
        let until = self.now.after(config.settings.survey_ms);
        self.tell_stages(id, messages);
        let helped = self.desk.conversation(id).is_some_and(|c| !c.owners.is_empty());
        if let Some(stage) = survey.filter(|_| helped) {
            self.tell(Event::SurveyAsked { conversation: id, stage, until });
        }
    }
}
