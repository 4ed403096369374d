//! Which texts an event names: the one list of what goes when they are erased.
//!
//! Exhaustive, so that an event with a text of its own does not compile before it is listed here.

use alloc::vec::Vec;

use super::{EscalationStart, Event, InvitationStart, ReturnStart, TransferStart};
use crate::{command::FileRef, ids::BodyId};

impl Event {
    /// The files it names.
    #[must_use]
    pub fn files(&self) -> &[FileRef] {
        if let Event::MessagePosted { files, .. } = self { files } else { &[] }
    }

    /// Every text it names.
    #[must_use]
    pub fn bodies(&self) -> Vec<BodyId> {
        match self {
            Event::ConversationOpened { attributes, answers, .. } => {
                attributes.iter().chain(answers).copied().collect()
            }
            Event::MessagePosted { body, .. } => [*body].into(),
            Event::ConversationClosed { message: body, .. }
            | Event::AttributesSet { attributes: body, .. }
            | Event::WrapUpEnded { note: body, .. }
            | Event::HandRaised { note: body, .. }
            | Event::SurveyAnswered { comment: body, .. }
            | Event::TransferStarted { transfer: TransferStart { note: body, .. }, .. }
            | Event::EscalationStarted { escalation: EscalationStart { note: body, .. }, .. }
            | Event::ReturnStarted { returning: ReturnStart { note: body, .. }, .. }
            | Event::InvitationStarted { invitation: InvitationStart { note: body, .. }, .. } => {
                body.iter().copied().collect()
            }
            Event::HistoryImported { steps, .. } => {
                steps.iter().flat_map(|step| step.event.bodies()).collect()
            }
            Event::WorkspaceConfigured { .. }
            | Event::ServerStarted
            | Event::ConversationQuarantined { .. }
            | Event::SupervisorsAlerted { .. }
            | Event::HoursRenewed { .. }
            | Event::QueueClosed { .. }
            | Event::QueueOpened { .. }
            | Event::AgentConnected { .. }
            | Event::AgentConnectionLost { .. }
            | Event::AgentDisconnected { .. }
            | Event::AgentGivenUp { .. }
            | Event::AgentStatusSet { .. }
            | Event::AgentStoppedResponding { .. }
            | Event::AgentRespondedAgain { .. }
            | Event::VisitorConnected { .. }
            | Event::VisitorConnectionLost { .. }
            | Event::VisitorErased { .. }
            | Event::Greeted { .. }
            | Event::PrioritySet { .. }
            | Event::TagsSet { .. }
            | Event::ConversationParked { .. }
            | Event::WakeDelayed { .. }
            | Event::ConversationWoken { .. }
            | Event::VisitorReminded { .. }
            | Event::OwnerLost { .. }
            | Event::OwnerBack { .. }
            | Event::ConversationArchived { .. }
            | Event::WaitStarted { .. }
            | Event::ReservationEnded { .. }
            | Event::WaitRelaxed { .. }
            | Event::VisitorToldStillSearching { .. }
            | Event::ChoiceAsked { .. }
            | Event::WaitContinued { .. }
            | Event::MessageAsked { .. }
            | Event::VisitorToldOutOfHours { .. }
            | Event::WaitResumed { .. }
            | Event::CoolDownEnded { .. }
            | Event::EstimateShown { .. }
            | Event::PredictionsTested { .. }
            | Event::NobodyEligible { .. }
            | Event::OfferMade { .. }
            | Event::OfferDeclined { .. }
            | Event::OfferAccepted { .. }
            | Event::OfferEnded { .. }
            | Event::AgentAssigned { .. }
            | Event::AgentReleased { .. }
            | Event::WrapUpExtended { .. }
            | Event::GuestJoined { .. }
            | Event::GuestLeft { .. }
            | Event::InvitationAccepted { .. }
            | Event::InvitationCompleted { .. }
            | Event::InvitationEnded { .. }
            | Event::OwnershipKept { .. }
            | Event::TransferAccepted { .. }
            | Event::TransferTurnedCold { .. }
            | Event::TransferCompleted { .. }
            | Event::TransferEnded { .. }
            | Event::HandLowered { .. }
            | Event::HandRuleMet { .. }
            | Event::SupervisorEntered { .. }
            | Event::SupervisorModeChanged { .. }
            | Event::SupervisorLeft { .. }
            | Event::ConversationRead { .. }
            | Event::MoveStopped { .. }
            | Event::MoveAllowed { .. }
            | Event::WaitWidened { .. }
            | Event::StageMessageSent { .. }
            | Event::OfflineFormShown { .. }
            | Event::SurveyAsked { .. }
            | Event::MessageAnswered { .. }
            | Event::HistoryNamed { .. } => Vec::new(),
        }
    }
}
