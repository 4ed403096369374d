//! Which conversation an event belongs to: the index behind transcripts and flow.

use domain::{event::Event, ids::ConversationId};

/// The conversation in whose transcript or flow an event appears, if it has one.
pub fn conversation(event: &Event) -> Option<ConversationId> {
    match event {
        Event::ConversationQuarantined { conversation }
        | Event::SupervisorsAlerted { conversation, .. }
        | Event::ConversationOpened { conversation, .. }
        | Event::MessagePosted { conversation, .. }
        | Event::Greeted { conversation, .. }
        | Event::PrioritySet { conversation, .. }
        | Event::ConversationParked { conversation, .. }
        | Event::WakeDelayed { conversation, .. }
        | Event::ConversationWoken { conversation, .. }
        | Event::OwnerLost { conversation, .. }
        | Event::OwnerBack { conversation, .. }
        | Event::VisitorReminded { conversation }
        | Event::ConversationClosed { conversation, .. }
        | Event::ConversationArchived { conversation }
        | Event::WaitStarted { conversation, .. }
        | Event::ReservationEnded { conversation, .. }
        | Event::WaitRelaxed { conversation, .. }
        | Event::VisitorToldStillSearching { conversation }
        | Event::ChoiceAsked { conversation }
        | Event::WaitContinued { conversation }
        | Event::MessageAsked { conversation, .. }
        | Event::NobodyEligible { conversation, .. }
        | Event::OfferMade { conversation, .. }
        | Event::OfferDeclined { conversation, .. }
        | Event::OfferAccepted { conversation, .. }
        | Event::CoolDownEnded { conversation, .. }
        | Event::OfferEnded { conversation, .. }
        | Event::AgentAssigned { conversation, .. }
        | Event::AgentReleased { conversation, .. }
        | Event::WrapUpExtended { conversation, .. }
        | Event::WrapUpEnded { conversation, .. }
        | Event::GuestJoined { conversation, .. }
        | Event::GuestLeft { conversation, .. }
        | Event::TransferStarted { conversation, .. }
        | Event::TransferAccepted { conversation, .. }
        | Event::TransferTurnedCold { conversation, .. }
        | Event::TransferCompleted { conversation, .. }
        | Event::TransferEnded { conversation, .. } => Some(*conversation),
        Event::WorkspaceConfigured { .. }
        | Event::ServerStarted
        | Event::AgentConnected { .. }
        | Event::AgentConnectionLost { .. }
        | Event::AgentDisconnected { .. }
        | Event::AgentGivenUp { .. }
        | Event::AgentStatusSet { .. }
        | Event::AgentStoppedResponding { .. }
        | Event::AgentRespondedAgain { .. }
        | Event::VisitorConnected { .. }
        | Event::VisitorConnectionLost { .. } => None,
    }
}
