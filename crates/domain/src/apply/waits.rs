//! Waits and offers.

use alloc::vec::Vec;

use crate::{
    config::{Place, Strategy},
    desk::Desk,
    estimate::Prediction,
    event::{OfferEnd, OfferTo, WaitCause, WaitStart},
    ids::{AgentId, ConversationId, HandoffId, OfferId, QueueId, Timestamp},
    limits::PREDICTIONS_KEPT_MAX,
    state::{ChoiceAsked, Holder, ListFirst, Offer, Refusal, Service, Spot, Wait},
};

impl Desk {
    /// A wait at the place's own time-outs, which it keeps whatever is configured later.
    pub(super) fn plain_wait(&self, place: Place, cause: WaitCause, at: Timestamp) -> Wait {
        let still_searching_at = Some(at.after(self.place(place).still_searching_ms()));
        let service = self.service(place.queue, cause, at);
        Wait {
            cause,
            came_from: place,
            spot: Spot { service, ..self.plain_spot(place, at) },
            reserved: None,
            offered: false,
            still_searching_at,
            choice: None,
        }
    }

    pub(super) fn plain_spot(&self, place: Place, at: Timestamp) -> Spot {
        Spot {
            since: at,
            credit_ms: 0,
            front: false,
            sender: None,
            list: None,
            relax: self.place(place).queue.relax.clone(),
            relaxed: 0,
            max_wait_ends: at.after(self.place(place).max_wait_ms()),
            service: Service::Open,
            fruitless: false,
            predictions: Vec::new(),
        }
    }

    /// Who comes to a closed queue is not served; who was in it, is for a while.
    fn service(&self, queue: QueueId, cause: WaitCause, at: Timestamp) -> Service {
        let Some(serves_until) = self.state.closed.get(&queue) else { return Service::Open };
        let until = match cause {
            WaitCause::Opened
            | WaitCause::Transfer(_)
            | WaitCause::Escalation(_)
            | WaitCause::Return(_)
            | WaitCause::Fallback
            | WaitCause::FallbackBack
            | WaitCause::OutOfHours => at,
            WaitCause::Unanswered(_)
            | WaitCause::AgentLost(_)
            | WaitCause::AgentWentOffline(_)
            | WaitCause::AgentRemoved(_)
            | WaitCause::OwnerHadNoRoom(_)
            | WaitCause::OwnerLeft(_)
            | WaitCause::RequeuedBy(_) => *serves_until,
        };
        Service::Closing { until }
    }

    pub(super) fn wait_started(&mut self, id: ConversationId, start: &WaitStart, at: Timestamp) {
        let mut wait = self.plain_wait(start.place, start.cause, at);
        wait.reserved = start.reserved;
        wait.spot.credit_ms = start.credit_ms;
        wait.spot.front = start.front;
        wait.spot.sender = start.sender;
        wait.spot.predictions.extend(start.shown);
        wait.spot.list = start.list.map(|list| {
            let ends = at.after(self.rules().settings.list_first_ms);
            ListFirst { list, ends }
        });
        self.change(id, |c| {
            wait.came_from = c.place;
            c.waited_ms = match start.cause {
                // What a visitor who came back had waited before.
                WaitCause::Opened => start.credit_ms,
                WaitCause::Transfer(_)
                | WaitCause::Escalation(_)
                | WaitCause::Return(_)
                | WaitCause::Unanswered(_)
                | WaitCause::Fallback
                | WaitCause::OutOfHours
                | WaitCause::FallbackBack
                | WaitCause::AgentLost(_)
                | WaitCause::AgentWentOffline(_)
                | WaitCause::AgentRemoved(_)
                | WaitCause::OwnerHadNoRoom(_)
                | WaitCause::OwnerLeft(_)
                | WaitCause::RequeuedBy(_) => c.waited_until(at),
            };
            c.holder = Holder::Queue(wait);
            c.place = start.place;
            c.priority = start.priority;
            c.quarantined = false;
            match start.cause {
                WaitCause::Transfer(_)
                | WaitCause::Escalation(_)
                | WaitCause::Return(_)
                | WaitCause::Unanswered(_) => {}
                // However long it waits, and wherever: somebody has yet to take over.
                WaitCause::Fallback | WaitCause::OutOfHours => {
                    c.fallbacks.insert(start.place);
                }
                WaitCause::FallbackBack => {
                    c.fallbacks.insert(start.place);
                    c.passing = None;
                }
                WaitCause::Opened
                | WaitCause::AgentLost(_)
                | WaitCause::AgentWentOffline(_)
                | WaitCause::AgentRemoved(_)
                | WaitCause::OwnerHadNoRoom(_)
                | WaitCause::OwnerLeft(_)
                | WaitCause::RequeuedBy(_) => c.passing = None,
            }
        });
    }

    pub(super) fn change_wait(&mut self, id: ConversationId, change: impl FnOnce(&mut Wait)) {
        self.change(id, |c| {
            if let Holder::Queue(wait) = &mut c.holder {
                change(wait);
            }
        });
    }

    pub(super) fn change_spot(
        &mut self,
        id: ConversationId,
        invitation: Option<HandoffId>,
        change: impl FnOnce(&mut Spot),
    ) {
        self.change(id, |c| c.spot_mut(invitation).map_or((), change));
    }

    /// Not through `change`: what is shown of a wait moves nobody.
    pub(super) fn estimate_shown(&mut self, id: ConversationId, prediction: Prediction) {
        self.redate(id, |c| {
            let Some(spot) = c.spot_mut(None) else { return };
            spot.predictions.push(prediction);
            if spot.predictions.len() > PREDICTIONS_KEPT_MAX {
                // Every other one goes, the first and the latest stay.
                let mut kept = false;
                spot.predictions.retain(|_| {
                    kept = !kept;
                    kept
                });
            }
        });
    }

    pub(super) fn choice_asked(&mut self, id: ConversationId, at: Timestamp) {
        let max_wait_ms = self.conversation(id).map_or(0, |c| self.place(c.place).max_wait_ms());
        self.change_wait(id, |wait| {
            let form_ends = wait.choice.and_then(|choice| choice.form_ends);
            wait.choice = Some(ChoiceAsked { at, open: true, form_ends });
            wait.spot.max_wait_ends = at.after(max_wait_ms);
        });
    }

    /// Whoever is shown a form has as long as anybody to answer the next choice.
    pub(super) fn form_shown(&mut self, id: ConversationId, ends: Timestamp, at: Timestamp) {
        let max_wait_ms = self.conversation(id).map_or(0, |c| self.place(c.place).max_wait_ms());
        self.change_wait(id, |wait| {
            wait.choice = Some(ChoiceAsked { at, open: false, form_ends: Some(ends) });
            wait.spot.max_wait_ends = at.after(max_wait_ms);
        });
    }

    pub(super) fn change_choice(
        &mut self,
        id: ConversationId,
        change: impl FnOnce(&mut ChoiceAsked),
    ) {
        self.change_wait(id, |wait| wait.choice.as_mut().map_or((), change));
    }

    pub(super) fn offer_made(&mut self, id: ConversationId, offer: Offer) {
        self.state.next.offer = self.state.next.offer.max(OfferId(offer.id.0.saturating_add(1)));
        let Some(conversation) = self.conversation(id) else { return };
        let invitation = offer.handoff.filter(|id| conversation.invitations.contains_key(id));
        let Some(seeking) = conversation.seeking_of(invitation) else { return };
        let place = seeking.place;
        if let OfferTo::Agent(agent) = offer.to
            && self.place(place).strategy() == Strategy::RoundRobin
            && !seeking.asks_by_name()
        {
            self.state.rotation.insert(place.queue, agent);
        }
        self.change(id, |c| {
            if let Some(out) = c.offer_mut(invitation) {
                *out = Some(offer);
            }
            if let Some(spot) = c.spot_mut(invitation) {
                spot.fruitless = false;
            }
        });
    }

    /// The room it reserved is taken by the event that follows: what stood above capacity still may.
    pub(super) fn offer_accepted(&mut self, id: ConversationId, offer: OfferId, agent: AgentId) {
        let allowance = self.state.agents.get(&agent).map(|agent| agent.allowance);
        self.change(id, |c| {
            c.take_offer(offer);
            c.refusals.remove(&agent);
        });
        if let Some((agent, allowance)) = self.state.agents.get_mut(&agent).zip(allowance) {
            agent.allowance = allowance;
        }
    }

    pub(super) fn offer_declined(
        &mut self,
        id: ConversationId,
        offer: OfferId,
        agent: AgentId,
        at: Timestamp,
    ) {
        let cool_down_ends = Some(at.after(self.rules().settings.cool_down_ms));
        self.change(id, |c| {
            let refusal = c.refusals.entry(agent).or_insert(Refusal::NONE);
            *refusal = Refusal {
                declines: refusal.declines.saturating_add(1),
                at,
                cool_down_ends,
                ..*refusal
            };
            let Some(seeker) = c.offered(offer).map(|seeking| seeking.seeker) else { return };
            let Some(out) = c.offer_mut(seeker.invitation) else { return };
            let over = match out.as_mut().map(|offer| &mut offer.to) {
                Some(OfferTo::Broadcast(agents)) => {
                    agents.retain(|other| *other != agent);
                    agents.is_empty()
                }
                Some(OfferTo::Agent(_)) | None => true,
            };
            if over {
                *out = None;
            }
        });
    }

    /// Only an offer that routing made to one agent and that ran out counts against that agent.
    pub(super) fn offer_ended(
        &mut self,
        id: ConversationId,
        offer: OfferId,
        end: OfferEnd,
        at: Timestamp,
    ) {
        let cool_down_ends = Some(at.after(self.rules().settings.cool_down_ms));
        let Some(conversation) = self.conversation(id) else { return };
        let by_name = conversation.offered(offer).is_some_and(|seeking| {
            let kept = seeking.seeker.invitation.is_none() && conversation.is_named();
            kept || seeking.named.is_some()
        });
        let mut ran_out = None;
        self.change(id, |c| {
            let over = c.take_offer(offer);
            if let (Some(Offer { to: OfferTo::Agent(agent), .. }), OfferEnd::Expired) = (over, end)
            {
                let refusal = c.refusals.entry(agent).or_insert(Refusal::NONE);
                *refusal = Refusal {
                    unanswered: refusal.unanswered.saturating_add(1),
                    at,
                    cool_down_ends,
                    ..*refusal
                };
                ran_out = Some(agent);
            }
        });
        if let Some(agent) = ran_out.filter(|_| !by_name) {
            self.change_agent(agent, |agent| agent.unanswered = agent.unanswered.saturating_add(1));
        }
    }
}
