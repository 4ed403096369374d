//! Whose objects the events of one command may have changed (rule R8).
//!
//! Never misses; may name an object that came out the same. A message changes no object, only transcripts.

use alloc::{collections::BTreeSet, vec::Vec};

use super::Touched;
use crate::{
    Desk,
    event::{Event, OfferTo, TransferPhase, WaitCause},
    ids::{AgentId, ConversationId, OfferId},
};

/// What the events touched, `desk` being as they left it.
#[must_use]
pub fn touched(desk: &Desk, events: &[Event]) -> Touched {
    let mut found = Found {
        desk,
        conversations: BTreeSet::new(),
        agents: BTreeSet::new(),
        offers: BTreeSet::new(),
        everything: false,
    };
    events.iter().for_each(|event| found.event(event));
    Touched {
        conversations: found.conversations.into_iter().collect(),
        agents: found.agents.into_iter().collect(),
        offers: found.offers.into_iter().collect(),
        everything: found.everything,
    }
}

struct Found<'a> {
    desk: &'a Desk,
    conversations: BTreeSet<ConversationId>,
    agents: BTreeSet<AgentId>,
    offers: BTreeSet<OfferId>,
    everything: bool,
}

impl Found<'_> {
    fn event(&mut self, event: &Event) {
        match event {
            Event::WorkspaceConfigured { .. } | Event::ServerStarted => self.everything = true,
            Event::AgentConnected { agent }
            | Event::AgentConnectionLost { agent }
            | Event::AgentDisconnected { agent }
            | Event::AgentGivenUp { agent }
            | Event::AgentStatusSet { agent, .. }
            | Event::AgentStoppedResponding { agent }
            | Event::AgentRespondedAgain { agent } => {
                self.agents.insert(*agent);
            }
            Event::VisitorConnected { visitor } | Event::VisitorConnectionLost { visitor } => {
                let theirs: Vec<ConversationId> = self.desk.of_visitor(*visitor).collect();
                self.conversations.extend(theirs);
            }
            Event::ConversationQuarantined { conversation }
            | Event::ConversationOpened { conversation, .. }
            | Event::PrioritySet { conversation, .. }
            | Event::TagsSet { conversation, .. }
            | Event::AttributesSet { conversation, .. }
            | Event::WakeDelayed { conversation, .. }
            | Event::ConversationWoken { conversation, .. }
            | Event::ConversationClosed { conversation, .. }
            | Event::ConversationArchived { conversation }
            | Event::ChoiceAsked { conversation }
            | Event::WaitContinued { conversation }
            | Event::EstimateShown { conversation, .. }
            | Event::PredictionsTested { conversation, .. }
            | Event::MessageAsked { conversation, .. }
            | Event::VisitorToldOutOfHours { conversation, .. }
            | Event::WaitResumed { conversation }
            | Event::WaitWidened { conversation }
            | Event::OfflineFormShown { conversation, .. }
            | Event::SurveyAsked { conversation, .. }
            | Event::SurveyAnswered { conversation, .. }
            | Event::MessageAnswered { conversation, .. }
            | Event::InvitationStarted { conversation, .. }
            | Event::InvitationEnded { conversation, .. }
            | Event::TransferTurnedCold { conversation, .. }
            | Event::SupervisorsAlerted { conversation, .. }
            | Event::HandRaised { conversation, .. }
            | Event::HandLowered { conversation, .. }
            | Event::SupervisorEntered { conversation, .. }
            | Event::SupervisorModeChanged { conversation, .. }
            | Event::SupervisorLeft { conversation, .. }
            | Event::MoveStopped { conversation, .. }
            | Event::MoveAllowed { conversation, .. } => self.conversation(*conversation, &[]),
            Event::ConversationParked { conversation, agent }
            | Event::OwnerLost { conversation, agent }
            | Event::OwnerBack { conversation, agent }
            | Event::ReservationEnded { conversation, agent, .. }
            | Event::AgentAssigned { conversation, agent, .. }
            | Event::AgentReleased { conversation, agent, .. }
            | Event::WrapUpExtended { conversation, agent, .. }
            | Event::WrapUpEnded { conversation, agent, .. }
            | Event::GuestJoined { conversation, agent, .. }
            | Event::GuestLeft { conversation, agent, .. }
            | Event::InvitationAccepted { conversation, agent, .. }
            | Event::InvitationCompleted { conversation, agent, .. }
            | Event::OwnershipKept { conversation, agent }
            | Event::TransferAccepted { conversation, agent, .. }
            | Event::TransferCompleted { conversation, agent, .. } => {
                self.conversation(*conversation, &[*agent])
            }
            Event::WaitStarted { conversation, wait } => {
                let reserved = wait.reserved.map(|reserved| reserved.agent);
                let lost = match wait.cause {
                    WaitCause::AgentLost(agent)
                    | WaitCause::AgentWentOffline(agent)
                    | WaitCause::AgentRemoved(agent)
                    | WaitCause::OwnerHadNoRoom(agent)
                    | WaitCause::OwnerLeft(agent)
                    | WaitCause::RequeuedBy(agent) => Some(agent),
                    WaitCause::Opened
                    | WaitCause::Transfer(_)
                    | WaitCause::Escalation(_)
                    | WaitCause::Return(_)
                    | WaitCause::Unanswered(_)
                    | WaitCause::Fallback
                    | WaitCause::FallbackBack
                    | WaitCause::OutOfHours => None,
                };
                self.conversation(*conversation, reserved.as_slice());
                self.agents.extend(wait.sender.into_iter().chain(lost));
            }
            Event::OfferMade { offer, conversation, to, .. } => {
                self.offers.insert(*offer);
                match to {
                    OfferTo::Agent(agent) => self.conversation(*conversation, &[*agent]),
                    OfferTo::Broadcast(_) => self.conversation(*conversation, &[]),
                }
            }
            Event::OfferDeclined { offer, conversation, agent }
            | Event::OfferAccepted { offer, conversation, agent } => {
                self.offers.insert(*offer);
                self.conversation(*conversation, &[*agent]);
            }
            Event::OfferEnded { offer, conversation, agent, .. } => {
                self.offers.insert(*offer);
                self.conversation(*conversation, agent.as_slice());
            }
            Event::TransferStarted { conversation, transfer } => {
                self.conversation(*conversation, &[transfer.from])
            }
            Event::EscalationStarted { conversation, escalation } => {
                self.conversation(*conversation, &[escalation.from])
            }
            Event::ReturnStarted { conversation, returning } => {
                self.conversation(*conversation, &[returning.from])
            }
            Event::TransferEnded { conversation, from, phase, .. } => {
                self.conversation(*conversation, &[*from]);
                match phase {
                    TransferPhase::Introduction { receiver } => {
                        self.agents.insert(*receiver);
                    }
                    TransferPhase::Asked | TransferPhase::Waiting => {}
                }
            }
            // What a closing is to those who wait, events of their own say.
            Event::HoursRenewed { .. }
            // Their conversations have left memory by events of their own.
            | Event::VisitorErased { .. }
            | Event::QueueClosed { .. }
            | Event::QueueOpened { .. }
            | Event::MessagePosted { .. }
            | Event::HandRuleMet { .. }
            | Event::HistoryNamed { .. }
            | Event::HistoryImported { .. }
            | Event::ConversationRead { .. }
            | Event::Greeted { .. }
            | Event::VisitorReminded { .. }
            | Event::WaitRelaxed { .. }
            | Event::VisitorToldStillSearching { .. }
            | Event::StageMessageSent { .. }
            | Event::CoolDownEnded { .. }
            | Event::NobodyEligible { .. } => {}
        }
    }

    /// A conversation, those named, and everybody it takes room of or ever had as owner: an event need not
    /// name the sender whose kept room it frees.
    fn conversation(&mut self, conversation: ConversationId, named: &[AgentId]) {
        self.agents.extend(named);
        if !self.conversations.insert(conversation) {
            return;
        }
        if let Some(found) = self.desk.state().conversations.get(&conversation) {
            self.offers.extend(found.seekings().filter_map(|one| Some(one.offer?.id)));
            self.agents.extend(
                found.owners.keys().chain(found.wrap_ups.keys()).chain(found.guests.keys()),
            );
            self.agents.extend(found.owner().into_iter().chain(found.receiver()));
        }
    }
}
