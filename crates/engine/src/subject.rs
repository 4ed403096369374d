//! Which conversation a command is about: the one to hold for inspection if handling it panics.

use domain::{
    Desk,
    command::Command,
    ids::{ConversationId, OfferId},
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Subject {
    Conversation(ConversationId),
    Offer(OfferId),
}

impl Subject {
    /// None where a command is about a person or the whole desk.
    pub fn of(command: &Command, desk: &Desk) -> Option<Self> {
        match command {
            Command::Tick => {
                desk.next_deadline().and_then(|(_, due)| due.conversation).map(Self::Conversation)
            }
            Command::AcceptOffer { offer } | Command::DeclineOffer { offer } => {
                Some(Self::Offer(*offer))
            }
            Command::Quarantine { conversation }
            | Command::NoteEstimate { conversation, .. }
            | Command::AnswerChoice { conversation, .. }
            | Command::SetAttributes { conversation, .. }
            | Command::PostMessage { conversation, .. }
            | Command::Close { conversation }
            | Command::Pull { conversation }
            | Command::StartTransfer { conversation, .. }
            | Command::CancelTransfer { conversation }
            | Command::RecallTransfer { conversation }
            | Command::CompleteTransfer { conversation }
            | Command::HandBack { conversation }
            | Command::Leave { conversation, .. }
            | Command::Invite { conversation, .. }
            | Command::CancelInvitation { conversation, .. }
            | Command::RemoveGuest { conversation, .. }
            | Command::MakeOwner { conversation, .. }
            | Command::PassOwnership { conversation }
            | Command::Park { conversation }
            | Command::Wake { conversation }
            | Command::EndWrapUp { conversation, .. }
            | Command::ExtendWrapUp { conversation }
            | Command::SetPriority { conversation, .. }
            | Command::RunLine { conversation, .. }
            | Command::SetTags { conversation, .. }
            | Command::Assign { conversation, .. }
            | Command::Requeue { conversation }
            | Command::RaiseHand { conversation, .. }
            | Command::LowerHand { conversation }
            | Command::TakeHand { conversation, .. }
            | Command::Assist { conversation, .. }
            | Command::TakeOver { conversation, .. }
            | Command::AllowMove { conversation }
            | Command::NoteReading { conversation }
            | Command::AnswerMessage { conversation }
            | Command::Escalate { conversation, .. }
            | Command::Return { conversation, .. }
            | Command::AnswerSurvey { conversation, .. } => Some(Self::Conversation(*conversation)),
            Command::Configure { .. }
            | Command::RenewHours { .. }
            | Command::StartServer
            | Command::ConnectAgent { .. }
            | Command::LoseAgentConnection { .. }
            | Command::ConnectVisitor { .. }
            | Command::LoseVisitorConnection { .. }
            | Command::EraseVisitor { .. }
            | Command::OpenConversation { .. }
            | Command::SetStatus { .. }
            | Command::GoOffline { .. }
            | Command::ReportActivity => None,
        }
    }

    /// Looks an offer up, which is slow: only when something broke.
    pub fn conversation(self, desk: &Desk) -> Option<ConversationId> {
        match self {
            Self::Conversation(conversation) => Some(conversation),
            Self::Offer(id) => desk
                .state()
                .conversations
                .values()
                .find(|conversation| conversation.offered(id).is_some())
                .map(|conversation| conversation.id),
        }
    }
}
