//! The objects themselves, made from the state on demand: nothing of them is kept.
//!
//! A staff object is the same for everybody who has the same relation. What depends on one person, their
//! status and free room, stands in that person's [`staff::Me`] alone.

use alloc::{boxed::Box, collections::BTreeSet, string::String, vec::Vec};

use super::{
    Object, ObjectKey, Relation, Snapshot, Viewer,
    actions::{self, Because},
    relation::watches_over,
    staff::{self, Participant, Role},
    visitor,
};
use crate::{
    Desk,
    command::AssistMode,
    config::ChainPolicy,
    event::OfferTo,
    ids::{AgentId, ConversationId, OfferId, Timestamp, VisitorId},
    state::{Conversation, Handoff, Holder, Invitation, Service},
};

impl Desk {
    /// Everything one viewer sees.
    pub fn snapshot(&self, viewer: Viewer) -> Snapshot {
        self.keys(viewer)
            .into_iter()
            .filter_map(|key| self.object(viewer, key).map(|object| (key, object)))
            .collect()
    }

    /// One object as one viewer sees it; none if they do not.
    pub fn object(&self, viewer: Viewer, key: ObjectKey) -> Option<Object> {
        match (viewer, key) {
            (Viewer::Agent(agent), ObjectKey::Me) => self.me(agent).map(Object::Me),
            (Viewer::Agent(agent), ObjectKey::Offer(offer)) => self
                .is_offered(agent, offer)
                .then(|| self.offer(offer))
                .flatten()
                .map(Object::Offer),
            (Viewer::Agent(agent), ObjectKey::Conversation(conversation)) => {
                let relation = self.relation(conversation, agent)?;
                self.conversation_for(conversation, relation).map(Object::Conversation)
            }
            (Viewer::Visitor(visitor), ObjectKey::Conversation(conversation)) => {
                let theirs = self.state().conversations.get(&conversation)?.visitor == visitor;
                theirs
                    .then(|| self.conversation_for_visitor(conversation))
                    .flatten()
                    .map(Object::VisitorConversation)
            }
            (Viewer::Visitor(_), ObjectKey::Me | ObjectKey::Offer(_)) => None,
        }
    }

    fn keys(&self, viewer: Viewer) -> Vec<ObjectKey> {
        match viewer {
            Viewer::Visitor(visitor) => {
                self.of_visitor(visitor).map(ObjectKey::Conversation).collect()
            }
            Viewer::Agent(agent) => {
                let mut keys = alloc::vec![ObjectKey::Me];
                if self.looks_beyond_their_work(agent) {
                    keys.extend(
                        self.state().conversations.keys().copied().map(ObjectKey::Conversation),
                    );
                } else {
                    let work = self.index.work.get(&agent);
                    let theirs =
                        work.into_iter().flat_map(|work| work.conversations.keys().copied());
                    let queues = self.index.routing.queues_of(agent).iter();
                    let left = queues.filter_map(|queue| self.index.messages.get(queue)).flatten();
                    keys.extend(theirs.chain(left.copied()).map(ObjectKey::Conversation));
                }
                let offers = self
                    .index
                    .work
                    .get(&agent)
                    .into_iter()
                    .flat_map(|work| work.conversations.keys());
                let offered = offers.filter_map(|id| self.conversation(*id));
                let offered = offered.flat_map(Conversation::seekings);
                keys.extend(offered.filter_map(|one| Some(ObjectKey::Offer(one.offer?.id))));
                keys
            }
        }
    }

    /// A visitor's conversations in memory, the closed ones included.
    pub(super) fn of_visitor(
        &self,
        visitor: VisitorId,
    ) -> impl Iterator<Item = ConversationId> + '_ {
        self.index.visitors.get(&visitor).into_iter().flatten().copied()
    }

    /// Whether an agent sees conversations they have no stake in: as supervisor, or to pull them.
    fn looks_beyond_their_work(&self, agent: AgentId) -> bool {
        self.index.overseers.contains(&agent)
            || self.index.routing.queues_of(agent).iter().any(|queue| {
                self.rules().queue(*queue).mode == crate::config::Mode::Pull
                    && self.index.lines.contains_key(queue)
            })
    }

    fn is_offered(&self, agent: AgentId, offer: OfferId) -> bool {
        let seeking = self.index.offers.get(&offer).and_then(|seeker| self.seeking(*seeker));
        seeking.and_then(|seeking| seeking.offer).is_some_and(|offer| match &offer.to {
            OfferTo::Agent(one) => *one == agent,
            OfferTo::Broadcast(agents) => agents.contains(&agent),
        })
    }

    /// An agent's own desk.
    pub fn me(&self, agent: AgentId) -> Option<staff::Me> {
        let state = self.state().agents.get(&agent)?;
        let work = self.index.work.get(&agent);
        let wrap_ups =
            work.into_iter().flat_map(|work| work.conversations.keys()).filter_map(|id| {
                let wrap_up = self.state().conversations.get(id)?.wrap_ups.get(&agent)?;
                Some(staff::WrapUp {
                    conversation: *id,
                    place: wrap_up.place,
                    since: wrap_up.since,
                    until: wrap_up.plan.until,
                })
            });
        Some(staff::Me {
            agent,
            chosen: state.chosen,
            reason: state.reason.clone(),
            status: state.status(),
            load: self.index.load(agent),
            capacity: self.rules().agents.get(&agent)?.capacity,
            wrap_ups: wrap_ups.collect(),
        })
    }

    /// An offer as those see it who have it.
    pub fn offer(&self, offer: OfferId) -> Option<staff::Offer> {
        let seeking = self.seeking(*self.index.offers.get(&offer)?)?;
        let (offer, conversation) = (seeking.offer?, seeking.conversation);
        let invited = seeking.seeker.invitation.and_then(|id| conversation.invitations.get(&id));
        Some(staff::Offer {
            offer: offer.id,
            conversation: conversation.id,
            place: seeking.place,
            made_at: offer.made_at,
            expires_at: offer.expires_at,
            broadcast: matches!(offer.to, OfferTo::Broadcast(_)),
            transfer: conversation
                .handoff
                .as_ref()
                .filter(|handoff| offer.handoff == Some(handoff.id))
                .map(transfer),
            invitation: invited.map(invitation),
            explanation: offer.explanation.clone(),
        })
    }

    /// A conversation as everybody of one relation sees it.
    pub fn conversation_for(
        &self,
        conversation: ConversationId,
        relation: Relation,
    ) -> Option<staff::Conversation> {
        let found = self.state().conversations.get(&conversation)?;
        let visitor = self.state().visitors.get(&found.visitor);
        let (status, held_since, closed) = match &found.holder {
            Holder::Queue(wait) => (staff::Status::Waiting, wait.spot.since, None),
            Holder::Agent(tenure) if tenure.parked.is_some() => {
                (staff::Status::Parked, tenure.since, None)
            }
            Holder::Agent(tenure) => (staff::Status::Active, tenure.since, None),
            Holder::Closed { reason, at } => (staff::Status::Closed, *at, Some(*reason)),
        };
        Some(staff::Conversation {
            conversation,
            relation,
            status,
            visitor: found.visitor,
            visitor_connected: !found.is_closed()
                && visitor.is_some_and(|visitor| visitor.connected),
            previous: found.previous,
            attributes: found.attributes,
            pipeline: found.pipeline,
            place: found.place,
            tier: self.place(found.place).tier(),
            priority: found.priority,
            tags: found.tags.iter().cloned().collect(),
            hops: found.hops,
            opened_at: found.opened_at,
            held_since,
            owner: found.owner(),
            owner_connected: found.tenure().is_some_and(|tenure| !tenure.lost),
            participants: self.participants(found, relation),
            wait: found.wait().map(|wait| staff::Wait {
                since: wait.spot.since,
                credit_ms: wait.spot.credit_ms,
                reserved_for: wait.reserved.map(|reserved| reserved.agent),
                prediction: wait.spot.predictions.last().copied(),
                offered: found.offer.is_some(),
                choice_asked: wait.choice.is_some_and(|choice| choice.open),
                out_of_hours: found.is_out_of_hours(),
                list_first: wait.spot.list,
            }),
            transfer: found.handoff.as_ref().map(transfer),
            invitations: found.open_invitations().map(invitation).collect(),
            pass_ends: found
                .tenure()
                .and_then(|tenure| tenure.succession.as_ref())
                .map(|succession| succession.pass_ends),
            quarantined: found.quarantined,
            hand: found.hand.as_ref().map(|hand| {
                Box::new(staff::Hand {
                    cause: hand.cause.clone(),
                    note: hand.note,
                    since: hand.since,
                    alerted: hand.is_alerted(),
                })
            }),
            chain: self.chain(found),
            closed,
            rating: found.survey.and_then(|survey| survey.rating),
            message: found.open_message().map(|left| staff::LeftMessage {
                body: left.body,
                alerted: left.alert_at.is_none(),
            }),
            actions: actions::allowed(self, found, relation, self.chain_off(found)),
        })
    }

    /// A conversation as its visitor sees it.
    pub fn conversation_for_visitor(
        &self,
        conversation: ConversationId,
    ) -> Option<visitor::Conversation> {
        let found = self.state().conversations.get(&conversation)?;
        let (status, waiting_since) = match &found.holder {
            Holder::Queue(wait) => (visitor::Status::Waiting, Some(wait.spot.since)),
            Holder::Agent(_) => (visitor::Status::Active, None),
            Holder::Closed { .. } => (visitor::Status::Closed, None),
        };
        let settings = &self.rules().settings;
        let joined = found.supervisors.iter().filter(|(_, assist)| assist.mode == AssistMode::Join);
        let others = found.receiver().into_iter().chain(found.guests.keys().copied());
        let others = others.chain(joined.map(|(agent, _)| *agent));
        let observed = settings.tell_visitor_of_observer
            && found.supervisors.values().any(|assist| assist.mode == AssistMode::Observe);
        Some(visitor::Conversation {
            conversation,
            status,
            agent: found.owner().map(|owner| self.public_name(owner).into()),
            others: others.map(|agent| self.public_name(agent).into()).collect(),
            queue: settings.show_queue_names.then(|| {
                let queue = self.rules().queue(found.place.queue);
                queue.public_name_in(found.language.as_deref()).into()
            }),
            opened_at: found.opened_at,
            waiting_since,
            observed,
            prediction: found.wait().and_then(|wait| wait.spot.predictions.last().copied()),
            language: found.language.clone(),
            choice_asked: found
                .wait()
                .and_then(|wait| wait.choice)
                .is_some_and(|choice| choice.open),
            out_of_hours: found.wait().and_then(|wait| match wait.spot.service {
                Service::Open | Service::Closing { .. } => None,
                Service::Closed { opens_at } => Some(visitor::OutOfHours { opens_at }),
            }),
            message_until: found
                .wait()
                .and_then(|wait| wait.choice)
                .and_then(|choice| choice.form_ends),
            tier: settings.show_tiers.then(|| self.place(found.place).tier()),
            survey: found
                .survey
                .map(|survey| visitor::Survey { until: survey.ends, rating: survey.rating }),
            place: found.place,
            pipeline: found.pipeline,
            attributes: found.attributes,
        })
    }

    /// Members of staff who are there, as somebody of this relation sees it: who only looks on is shown to
    /// agents where the workspace says so.
    fn participants(&self, conversation: &Conversation, relation: Relation) -> Vec<Participant> {
        let mut participants = participants(conversation);
        let sees_observers = self.rules().settings.tell_agent_of_observer || watches_over(relation);
        let supervisors = conversation
            .supervisors
            .iter()
            .filter(|(_, assist)| sees_observers || assist.mode != AssistMode::Observe);
        participants.extend(supervisors.map(|(agent, assist)| Participant {
            agent: *agent,
            role: Role::Supervisor(assist.mode),
            since: assist.since,
        }));
        participants
    }

    /// From the warning on, and when it came back to a former owner.
    pub(super) fn chain(&self, conversation: &Conversation) -> Option<staff::Chain> {
        let settings = &self.rules().settings;
        let owners: Vec<(AgentId, Timestamp)> =
            conversation.chain.iter().map(|hop| (hop.from, hop.at)).collect();
        let everybody = owners.iter().map(|(agent, _)| *agent).chain(conversation.owner());
        let mut seen = BTreeSet::new();
        let looped = everybody.into_iter().any(|agent| !seen.insert(agent));
        let shown = conversation.hops >= settings.chain_warning || looped;
        (shown && !conversation.is_closed()).then_some(staff::Chain {
            owners,
            looped,
            limit_reached: conversation.hops >= settings.chain_limit,
            stopped: conversation.stopped,
        })
    }

    /// Why an owner may move it nowhere at all.
    fn chain_off(&self, conversation: &Conversation) -> Option<Because> {
        let settings = &self.rules().settings;
        let blocks = settings.chain_policy == ChainPolicy::Block;
        (blocks && conversation.hops >= settings.chain_limit).then_some(Because::ChainBlocked)
    }

    /// The name colleagues see, also of somebody who left.
    pub fn name(&self, agent: AgentId) -> &str {
        let present = self.rules().agents.get(&agent).map(|agent| &agent.name);
        let known = present.or_else(|| self.state().former.get(&agent).map(|former| &former.name));
        known.map_or("", String::as_str)
    }

    /// The name visitors see, also of somebody who left.
    pub fn public_name(&self, agent: AgentId) -> &str {
        let present = self.rules().agents.get(&agent).map(|agent| &agent.public_name);
        let former = || self.state().former.get(&agent).map(|former| &former.public_name);
        present.or_else(former).map_or("", String::as_str)
    }
}

fn participants(conversation: &Conversation) -> Vec<Participant> {
    let mut participants = Vec::new();
    if let Some(tenure) = conversation.tenure() {
        participants.push(Participant {
            agent: tenure.agent,
            role: Role::Owner,
            since: tenure.since,
        });
    }
    if let Some(Handoff { state: staff::TransferState::Accepted { by, at }, .. }) =
        &conversation.handoff
    {
        participants.push(Participant { agent: *by, role: Role::Receiver, since: *at });
    }
    let guests = conversation.guests.iter();
    participants.extend(guests.map(|(agent, guest)| Participant {
        agent: *agent,
        role: Role::Guest,
        since: guest.since,
    }));
    participants
}

fn transfer(handoff: &Handoff) -> staff::Transfer {
    staff::Transfer {
        handoff: handoff.id,
        from: handoff.from,
        target: handoff.target,
        kind: handoff.kind.clone(),
        state: handoff.state,
        place: handoff.place,
        from_place: handoff.from_place,
        reason: handoff.reason.clone(),
        note: handoff.note,
        started_at: handoff.started_at,
        prediction: handoff.spot.as_ref().and_then(|spot| spot.predictions.last().copied()),
    }
}

fn invitation(invitation: &Invitation) -> staff::Invitation {
    staff::Invitation {
        handoff: invitation.id,
        by: invitation.by,
        target: invitation.target,
        place: invitation.place,
        reason: invitation.reason.clone(),
        note: invitation.note,
        started_at: invitation.started_at,
    }
}
