//! The life of a conversation, apart from waits and hand-overs.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

use crate::{
    command::{Actor, Audience},
    config::{HandRuleWhen, Place},
    desk::Desk,
    event::{CloseReason, WaitCause},
    ids::{AgentId, BodyId, ConversationId, PipelineId, SkillId, StageId, Timestamp, VisitorId},
    index::Footprint,
    state::{
        Conversation, Holder, IdleClock, LastVisit, LeftMessage, OwnerSilence, Parked, Survey,
        Talk, Tenure,
    },
};

/// How a conversation begins.
pub(super) struct Opened<'a> {
    pub place: Place,
    pub pipeline: Option<PipelineId>,
    pub language: Option<&'a String>,
    pub needs: &'a BTreeMap<SkillId, u8>,
    pub attributes: Option<BodyId>,
    pub answers: Option<BodyId>,
}

impl Desk {
    pub(super) fn opened(
        &mut self,
        id: ConversationId,
        visitor: VisitorId,
        previous: Option<ConversationId>,
        opening: Opened<'_>,
        at: Timestamp,
    ) {
        let Opened { place, pipeline, language, needs, attributes, answers } = opening;
        self.named(attributes);
        self.named(answers);
        self.state.next.conversation =
            self.state.next.conversation.max(ConversationId(id.0.saturating_add(1)));
        let lost_ends = at.after(self.rules().settings.visitor_lost_ms);
        let wait = self.plain_wait(place, WaitCause::Opened, at);
        let priority = self.rules().settings.default_priority;
        let idle = IdleClock::begun(at, &self.rules().settings);
        let entry = self.state.visitors.entry(visitor).or_default();
        entry.conversations.insert(id);
        let conversation = Conversation {
            id,
            visitor,
            previous,
            attributes,
            opened_at: at,
            needs: needs.clone(),
            language: language.cloned(),
            answers,
            pipeline,
            place,
            priority,
            tags: BTreeSet::new(),
            hops: 0,
            chain: Vec::new(),
            passing: None,
            // The event that begins the wait says the rest.
            holder: Holder::Queue(wait),
            waited_ms: 0,
            handoff: None,
            offer: None,
            invitations: BTreeMap::new(),
            guests: BTreeMap::new(),
            wrap_ups: BTreeMap::new(),
            refusals: BTreeMap::new(),
            owners: BTreeMap::new(),
            helpers: BTreeSet::new(),
            queue_owners: BTreeMap::new(),
            fallbacks: BTreeSet::new(),
            greeted: BTreeSet::new(),
            talk: Talk { agent_spoke_last: false, idle, reminded: false, unanswered_since: None },
            silences: Vec::new(),
            visitor_lost_ends: (!entry.connected).then_some(lost_ends),
            survey: None,
            message: None,
            quarantined: false,
            supervisors: BTreeMap::new(),
            hand: None,
            rules_met: BTreeSet::new(),
            stopped: None,
        };
        let footprint = Footprint::of(&conversation, self.rules());
        self.index.replace(id, &Footprint::default(), &footprint);
        self.state.conversations.insert(id, conversation);
    }

    /// The idle clock of the visitor, and the silence of a sender.
    pub(super) fn spoke(
        &mut self,
        id: ConversationId,
        author: Actor,
        audience: Audience,
        at: Timestamp,
    ) {
        let settings = &self.rules().settings;
        let silence_ends = at.after(settings.introduction_ms);
        let lost_ends = at.after(settings.visitor_lost_ms);
        let idle = IdleClock::begun(at, settings);
        let silences = self.silences_from(at);
        self.redate(id, |c| match author {
            Actor::Visitor(_) => {
                if c.talk.unanswered_since.is_none() {
                    c.silences = silences;
                }
                let unanswered_since = c.talk.unanswered_since.or(Some(at));
                c.talk = Talk { agent_spoke_last: false, idle, reminded: false, unanswered_since };
                if c.visitor_lost_ends.is_some() {
                    c.visitor_lost_ends = Some(lost_ends);
                }
            }
            Actor::Agent(agent) => {
                if audience == Audience::Everybody {
                    c.silences.clear();
                    let unanswered_since = None;
                    c.talk =
                        Talk { agent_spoke_last: true, idle, reminded: false, unanswered_since };
                }
                if let Some(handoff) = c.handoff.as_mut().filter(|handoff| handoff.from == agent)
                    && handoff.introduction_ends.is_some()
                {
                    handoff.introduction_ends = Some(silence_ends);
                }
                if let Some(guest) = c.guests.get_mut(&agent) {
                    guest.silence_ends = guest.silence_ends.map(|_| silence_ends);
                }
            }
            Actor::System => {}
        });
    }

    /// What the silence of an owner comes to that begins at a moment.
    pub(super) fn silences_from(&self, at: Timestamp) -> Vec<OwnerSilence> {
        let rules = self.rules().hand_rules.iter();
        let silences = rules.filter_map(|rule| match rule.when {
            HandRuleWhen::Silence { ms } => {
                Some(OwnerSilence { rule: rule.key.clone(), met_at: at.after(ms) })
            }
            HandRuleWhen::Keyword(_) | HandRuleWhen::ChainWarning => None,
        });
        silences.collect()
    }

    pub(super) fn change_tenure(&mut self, id: ConversationId, change: impl FnOnce(&mut Tenure)) {
        self.change(id, |c| {
            if let Holder::Agent(tenure) = &mut c.holder {
                change(tenure);
            }
        });
    }

    pub(super) fn parked(&mut self, id: ConversationId, at: Timestamp) {
        let ends = at.after(self.rules().settings.parked_ms);
        self.change_parked(id, at, |_| Some(Parked { since: at, ends, wake_ends: None }));
    }

    /// The clocks of the visitor stand still while it is parked, and begin anew.
    pub(super) fn change_parked(
        &mut self,
        id: ConversationId,
        at: Timestamp,
        next: impl FnOnce(Option<Parked>) -> Option<Parked>,
    ) {
        let lost_ends = at.after(self.rules().settings.visitor_lost_ms);
        let idle = IdleClock::begun(at, &self.rules().settings);
        self.change(id, |c| {
            c.talk.idle = idle;
            c.visitor_lost_ends = c.visitor_lost_ends.map(|_| lost_ends);
            if let Holder::Agent(tenure) = &mut c.holder {
                tenure.parked = next(tenure.parked);
            }
        });
    }

    pub(super) fn closed(
        &mut self,
        id: ConversationId,
        reason: CloseReason,
        message: Option<BodyId>,
        at: Timestamp,
    ) {
        let queue = self.conversation(id).map(|c| c.place.queue).unwrap_or_default();
        let alert_at = self.rules().working_time_after(queue, at);
        self.change(id, |c| {
            c.message =
                message.map(|body| LeftMessage { body, alert_at: Some(alert_at), answered: false });
            c.waited_ms = c.waited_until(at);
            c.holder = Holder::Closed { reason, at };
            c.quarantined = false;
        });
        let Some(conversation) = self.state.conversations.get(&id) else { return };
        let visit = LastVisit {
            conversation: id,
            closed_at: at,
            place: conversation.place,
            pipeline: conversation.pipeline,
            answers: conversation.answers,
            waited_ms: conversation.waited_ms,
            owner: conversation.owners.iter().max_by_key(|(_, at)| **at).map(|(agent, _)| *agent),
            broken_off: matches!(
                reason,
                CloseReason::VisitorGone | CloseReason::VisitorIdle | CloseReason::WaitTimeout
            ),
            owners: conversation.queue_owners.clone(),
        };
        let visitor = conversation.visitor;
        let settings = &self.rules().settings;
        let kept_ms = settings.sticky_ms.max(settings.come_back_ms);
        self.state.memory.keep(visitor, visit, Timestamp(at.0.saturating_sub(kept_ms)));
        if let Some(entry) = self.state.visitors.get_mut(&visitor) {
            entry.conversations.remove(&id);
            if entry.conversations.is_empty() && !entry.connected {
                self.state.visitors.remove(&visitor);
            }
        }
    }

    pub(super) fn archived(&mut self, id: ConversationId) {
        let Some(conversation) = self.state.conversations.remove(&id) else { return };
        let before = Footprint::of(&conversation, self.rules());
        self.index.replace(id, &before, &Footprint::default());
        self.index.dirty.conversations.remove(&id);
    }

    pub(super) fn survey_asked(&mut self, id: ConversationId, stage: StageId, ends: Timestamp) {
        self.change(id, |c| c.survey = Some(Survey { stage, ends, rating: None }));
    }

    pub(super) fn survey_answered(&mut self, id: ConversationId, rating: u8) {
        self.change(id, |c| {
            if let Some(survey) = &mut c.survey {
                survey.rating = Some(rating);
            }
        });
    }

    /// Who was owner, in this conversation and in its place.
    pub(super) fn remember_owner(conversation: &mut Conversation, agent: AgentId, at: Timestamp) {
        conversation.owners.insert(agent, at);
        conversation.queue_owners.insert(conversation.place.queue, (agent, at));
    }
}
