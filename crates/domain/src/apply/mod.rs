//! Repeats facts: the one place where state changes. Total and dull; what an event says is not questioned.
//!
//! Every change of a conversation or an agent goes through `change` and `change_agent`, which keep the
//! derived side in step and note what `settle` has to look at.

mod answers;
mod assist;
mod conference;
mod conversations;
mod handoffs;
mod hours;
mod pace;
mod presence;
mod waits;

use conversations::Opened;

use crate::{
    clock, config,
    desk::Desk,
    estimate::Prediction,
    event::Event,
    ids::{AgentId, BodyId, ConversationId, MessageId, Timestamp},
    index::Footprint,
    state::{Agent, Conversation, Hand, LeftMessage, Link, Offer, Parked, StoppedMove},
};

impl Desk {
    pub(crate) fn record(&mut self, event: &Event, at: Timestamp) {
        self.note_pace(event, at);
        self.note_answer(event, at);
        match event {
            Event::WorkspaceConfigured { config } => self.configured(config, at),
            Event::ServerStarted => self.server_started(at),
            Event::ConversationQuarantined { conversation } => {
                self.change(*conversation, |c| c.quarantined = true)
            }
            Event::SupervisorsAlerted { conversation, alert } => {
                self.supervisors_alerted(*conversation, *alert)
            }

            Event::HoursRenewed { hours } => self.hours_renewed(hours, at),
            Event::QueueClosed { queue, at, serves_until } => {
                self.queue_closed(*queue, *at, *serves_until)
            }
            Event::QueueOpened { queue, at } => self.queue_opened(*queue, *at),

            Event::AgentConnected { agent } => {
                self.change_agent(*agent, |a| a.link = Link::Connected);
                self.redate_assists(*agent, None);
            }
            Event::AgentConnectionLost { agent } => self.agent_connection_lost(*agent, at),
            Event::AgentDisconnected { agent } => self.agent_disconnected(*agent),
            Event::AgentGivenUp { agent } => self.change_agent(*agent, |a| a.link = Link::Gone),
            Event::AgentStatusSet { agent, status, reason } => self.change_agent(*agent, |a| {
                a.chosen = *status;
                a.reason.clone_from(reason);
            }),
            Event::AgentStoppedResponding { agent } => {
                self.change_agent(*agent, |a| a.not_responding = true)
            }
            Event::AgentRespondedAgain { agent } => self.change_agent(*agent, |a| {
                a.not_responding = false;
                a.unanswered = 0;
            }),

            Event::VisitorConnected { visitor } => self.visitor_connected(*visitor),
            Event::VisitorConnectionLost { visitor } => self.visitor_connection_lost(*visitor, at),

            Event::VisitorErased { visitor } => {
                self.state.visitors.remove(visitor);
                self.state.memory.forget(*visitor);
                self.state.erased.add(*visitor);
            }

            Event::ConversationOpened {
                conversation,
                visitor,
                previous,
                place,
                pipeline,
                language,
                needs,
                attributes,
                answers,
            } => {
                let opened = Opened {
                    place: *place,
                    pipeline: *pipeline,
                    language: language.as_ref(),
                    needs,
                    attributes: *attributes,
                    answers: *answers,
                };
                self.opened(*conversation, *visitor, *previous, opened, at);
            }
            Event::MessagePosted { conversation, message, author, audience, body, .. } => {
                self.named(Some(*body));
                self.state.next.message =
                    self.state.next.message.max(MessageId(message.0.saturating_add(1)));
                self.spoke(*conversation, *author, *audience, at);
            }
            Event::Greeted { conversation, queue, .. } => self.change(*conversation, |c| {
                c.greeted.insert(*queue);
            }),
            Event::AttributesSet { conversation, attributes } => {
                self.named(*attributes);
                self.change(*conversation, |c| c.attributes = *attributes);
            }
            Event::TagsSet { conversation, tags, .. } => {
                self.change(*conversation, |c| c.tags.clone_from(tags));
            }
            Event::PrioritySet { conversation, priority, .. } => self.change(*conversation, |c| {
                c.priority = *priority;
                if let Some(handoff) = &mut c.handoff {
                    handoff.priority = *priority;
                }
                for invitation in c.invitations.values_mut() {
                    invitation.priority = *priority;
                }
            }),
            Event::ConversationParked { conversation, .. } => self.parked(*conversation, at),
            Event::WakeDelayed { conversation, until } => {
                self.change_parked(*conversation, at, |parked| {
                    parked.map(|parked| Parked { wake_ends: Some(*until), ..parked })
                })
            }
            Event::ConversationWoken { conversation, .. } => {
                self.change_parked(*conversation, at, |_| None)
            }
            Event::VisitorReminded { conversation } => {
                self.redate(*conversation, |c| c.talk.reminded = true)
            }
            Event::OwnerLost { conversation, .. } => {
                self.change_tenure(*conversation, |tenure| tenure.lost = true)
            }
            Event::OwnerBack { conversation, .. } => {
                self.change_tenure(*conversation, |tenure| tenure.lost = false)
            }
            Event::ConversationClosed { conversation, reason, message, .. } => {
                self.named(*message);
                self.closed(*conversation, *reason, *message, at);
            }
            Event::ConversationArchived { conversation } => self.archived(*conversation),

            Event::WaitStarted { conversation, wait } => self.wait_started(*conversation, wait, at),
            Event::ReservationEnded { conversation, .. } => {
                self.change_wait(*conversation, |wait| wait.reserved = None)
            }
            Event::WaitRelaxed { conversation, invitation, step } => {
                self.change_spot(*conversation, *invitation, |spot| spot.relaxed = *step)
            }
            Event::VisitorToldStillSearching { conversation } => {
                self.change_wait(*conversation, |wait| wait.still_searching_at = None);
            }
            Event::ChoiceAsked { conversation } => self.choice_asked(*conversation, at),
            Event::WaitContinued { conversation } => self.change_choice(*conversation, |choice| {
                choice.open = false;
                choice.form_ends = None;
            }),
            Event::MessageAsked { conversation, until } => {
                self.change_choice(*conversation, |choice| choice.form_ends = Some(*until));
            }
            Event::VisitorToldOutOfHours { conversation, until, opens_at, .. } => {
                self.told_out_of_hours(*conversation, *until, *opens_at, at)
            }
            Event::WaitResumed { conversation } => self.wait_resumed(*conversation, at),
            Event::CoolDownEnded { conversation, agent } => self.change(*conversation, |c| {
                if let Some(refusal) = c.refusals.get_mut(agent) {
                    refusal.cool_down_ends = None;
                }
            }),
            Event::EstimateShown { conversation, position, estimate } => {
                let prediction =
                    Prediction { shown_at: at, position: *position, estimate: *estimate };
                self.estimate_shown(*conversation, prediction);
            }
            Event::PredictionsTested { conversation, .. } => self.redate(*conversation, |c| {
                if let Some(spot) = c.spot_mut(None) {
                    spot.predictions.clear();
                }
            }),
            Event::NobodyEligible { conversation, invitation, .. } => {
                self.change_spot(*conversation, *invitation, |spot| spot.fruitless = true);
            }

            Event::OfferMade {
                offer,
                conversation,
                to,
                handoff,
                expires_at,
                explanation,
                first,
            } => {
                let id = *offer;
                let offer = Offer {
                    id,
                    to: to.clone(),
                    handoff: *handoff,
                    made_at: at,
                    expires_at: *expires_at,
                    explanation: explanation.clone(),
                };
                self.offer_made(*conversation, offer);
                if *first {
                    self.change_wait(*conversation, |wait| wait.offered = true);
                }
            }
            Event::OfferDeclined { offer, conversation, agent } => {
                self.offer_declined(*conversation, *offer, *agent, at)
            }
            Event::OfferAccepted { offer, conversation, agent } => {
                self.offer_accepted(*conversation, *offer, *agent)
            }
            Event::OfferEnded { offer, conversation, end, .. } => {
                self.offer_ended(*conversation, *offer, *end, at)
            }

            Event::AgentAssigned { conversation, agent, place, cause, hop, .. } => {
                self.assigned(*conversation, *agent, *place, *cause, *hop, at);
            }
            Event::AgentReleased { conversation, agent, cause, wrap_up } => {
                self.released(*conversation, *agent, *cause, *wrap_up, at);
            }
            Event::WrapUpExtended { conversation, agent, until } => {
                self.change(*conversation, |c| {
                    if let Some(wrap_up) = c.wrap_ups.get_mut(agent) {
                        wrap_up.plan.until = *until;
                    }
                })
            }
            Event::WrapUpEnded { conversation, agent, note, .. } => {
                self.named(*note);
                self.change(*conversation, |c| {
                    c.wrap_ups.remove(agent);
                });
            }
            Event::GuestJoined { conversation, agent, cause } => {
                self.guest_joined(*conversation, *agent, *cause, at)
            }
            Event::GuestLeft { conversation, agent, .. } => self.change(*conversation, |c| {
                c.guests.remove(agent);
            }),

            Event::InvitationStarted { conversation, invitation } => {
                self.invitation_started(*conversation, invitation, at)
            }
            Event::InvitationAccepted { conversation, handoff, agent } => {
                self.invitation_accepted(*conversation, *handoff, *agent, at)
            }
            Event::InvitationCompleted { conversation, handoff, .. }
            | Event::InvitationEnded { conversation, handoff, .. } => {
                self.invitation_over(*conversation, *handoff, at)
            }
            Event::OwnershipKept { conversation, .. } => {
                self.change_tenure(*conversation, |tenure| tenure.succession = None)
            }

            Event::TransferStarted { conversation, transfer } => {
                self.transfer_started(*conversation, transfer, at)
            }
            Event::TransferAccepted { conversation, agent, .. } => {
                self.transfer_accepted(*conversation, *agent, at)
            }
            Event::TransferTurnedCold { conversation, .. } => {
                self.transfer_turned_cold(*conversation)
            }
            Event::TransferCompleted { conversation, .. }
            | Event::TransferEnded { conversation, .. } => self.transfer_ended(*conversation, at),

            Event::EscalationStarted { conversation, escalation } => {
                self.escalation_started(*conversation, escalation, at)
            }
            Event::ReturnStarted { conversation, returning } => {
                self.return_started(*conversation, returning, at)
            }
            Event::WaitWidened { conversation } => {
                self.change_spot(*conversation, None, |spot| spot.list = None)
            }
            Event::StageMessageSent { .. } => {}
            Event::OfflineFormShown { conversation, until, .. } => {
                self.form_shown(*conversation, *until, at)
            }
            Event::SurveyAsked { conversation, stage, until } => {
                self.survey_asked(*conversation, *stage, *until)
            }
            Event::SurveyAnswered { conversation, rating, comment } => {
                self.named(*comment);
                self.survey_answered(*conversation, *rating);
            }

            Event::MessageAnswered { conversation, by } => self.change(*conversation, |c| {
                c.helpers.insert(*by);
                c.message = c.message.map(|left| LeftMessage { answered: true, ..left });
            }),

            Event::HistoryNamed { .. } | Event::HistoryImported { .. } => {}

            Event::HandRaised { conversation, cause, note, alert_at, .. } => {
                let hand = Hand {
                    cause: cause.clone(),
                    note: *note,
                    since: at,
                    alert_at: Some(*alert_at),
                };
                self.hand_raised(*conversation, hand);
            }
            Event::HandLowered { conversation, end } => self.hand_lowered(*conversation, *end),
            Event::HandRuleMet { conversation, rule } => self.redate(*conversation, |c| {
                c.rules_met.insert(rule.clone());
            }),
            Event::SupervisorEntered { conversation, agent, mode } => {
                self.supervisor_entered(*conversation, *agent, *mode, at)
            }
            Event::SupervisorModeChanged { conversation, agent, to, .. } => {
                self.assist_mode_changed(*conversation, *agent, *to)
            }
            Event::SupervisorLeft { conversation, agent, .. } => self.change(*conversation, |c| {
                c.supervisors.remove(agent);
            }),
            Event::ConversationRead { .. } => {}
            Event::MoveStopped { conversation, until, .. } => self.change(*conversation, |c| {
                c.stopped = Some(StoppedMove::Asked { until: *until });
            }),
            Event::MoveAllowed { conversation, .. } => {
                self.change(*conversation, |c| c.stopped = Some(StoppedMove::Allowed))
            }
        }
    }

    /// Changes a conversation and everything derived from it.
    pub(super) fn change(&mut self, id: ConversationId, change: impl FnOnce(&mut Conversation)) {
        let rules = self.state.config.as_ref().unwrap_or(&config::NONE);
        let Some(conversation) = self.state.conversations.get_mut(&id) else { return };
        let before = Footprint::of(conversation, rules);
        change(conversation);
        let after = Footprint::of(conversation, rules);
        self.index.replace(id, &before, &after);
        self.index.dirty.conversations.insert(id);
        for agent in before.moved(&after) {
            self.refresh(agent);
        }
    }

    /// Changes nothing of a conversation but its clocks. For what happens with every message.
    pub(super) fn redate(&mut self, id: ConversationId, change: impl FnOnce(&mut Conversation)) {
        let Some(conversation) = self.state.conversations.get_mut(&id) else { return };
        let before = clock::of_conversation(conversation);
        change(conversation);
        let after = clock::of_conversation(conversation);
        self.index.redate(&before, &after);
    }

    /// Changes an agent's presence. What they have to do with is looked at again.
    pub(super) fn change_agent(&mut self, id: AgentId, change: impl FnOnce(&mut Agent)) {
        let Some(agent) = self.state.agents.get_mut(&id) else { return };
        let before = (clock::of_agent(id, agent), agent.link, agent.status());
        change(agent);
        let after = (clock::of_agent(id, agent), agent.link, agent.status());
        if before != after {
            self.index.redate(before.0.as_slice(), after.0.as_slice());
            if let Some(work) = self.index.work.get(&id) {
                self.index.dirty.conversations.extend(work.conversations.keys());
            }
        }
        self.refresh(id);
    }

    /// Brings routing up to date with an agent's status and load.
    fn refresh(&mut self, id: AgentId) {
        let rules = self.state.config.as_ref().unwrap_or(&config::NONE);
        if let Some(agent) = self.state.agents.get(&id) {
            let standing = self.index.standing(id, agent, rules);
            self.index.routing.set(id, standing);
            self.index.dirty.agents.insert(id);
            if let Some(work) = self.index.work.get(&id) {
                self.index.dirty.conversations.extend(&work.kept);
            }
        }
    }

    /// Never gives away a body's id twice.
    fn named(&mut self, body: Option<BodyId>) {
        if let Some(body) = body {
            self.state.next.body = self.state.next.body.max(BodyId(body.0.saturating_add(1)));
        }
    }
}
