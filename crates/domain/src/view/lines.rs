//! Which events are lines of a transcript, and what a visitor is told of each (SPEC §5, invariant I7).
//!
//! A line follows from one event and the configuration alone, so that it reads the same live and years
//! later. Who joins and who leaves is said exactly once. Offers, declines, reasons and notes have no line
//! for visitors; a new kind of event has to be decided on here.

use alloc::string::String;

use super::visitor::{Author, Line, Notice};
use crate::{
    Desk,
    command::{Actor, AssistMode, Audience, Displaced, TransferMode},
    config::Place,
    event::{
        AssignCause, CancelCause, CloseReason, Event, GuestJoin, GuestLeave, Hop, ReleaseCause,
        SupervisorLeave, TransferOutcome, TransferPhase, WaitCause,
    },
    ids::AgentId,
};

/// What the visitor is told of an event; none if it is not for visitors.
#[must_use]
pub fn visitor_line(desk: &Desk, event: &Event) -> Option<Line> {
    if let Event::MessagePosted {
        audience: Audience::Everybody,
        message,
        author,
        body,
        files,
        ..
    } = event
    {
        let author = match author {
            Actor::Visitor(_) => Author::You,
            Actor::Agent(agent) => Author::Agent(desk.public_name(*agent).into()),
            Actor::System => Author::Agent(String::new()),
        };
        return Some(Line::Message {
            message: *message,
            author,
            body: *body,
            files: files.clone(),
        });
    }
    notice(desk, event).map(Line::Notice)
}

fn notice(desk: &Desk, event: &Event) -> Option<Notice> {
    let name = |agent| String::from(desk.public_name(agent));
    let told_of_transfers = desk.rules().settings.tell_visitor_of_transfer;
    match event {
        Event::ConversationQuarantined { .. } => Some(Notice::HeldForInspection),
        Event::Greeted { agent, queue, config_version, .. } => Some(Notice::Greeting {
            agent: name(*agent),
            queue: *queue,
            config_version: *config_version,
        }),
        Event::VisitorReminded { .. } => Some(Notice::IdleReminder),
        Event::OwnerLost { agent, .. } => Some(Notice::AgentLost { agent: name(*agent) }),
        Event::OwnerBack { agent, .. } => Some(Notice::AgentBack { agent: name(*agent) }),
        Event::ConversationClosed { reason: CloseReason::MessageLeft, .. } => {
            Some(Notice::MessageLeft)
        }
        Event::ConversationClosed { .. } => Some(Notice::Closed),
        Event::WaitStarted { wait, .. } => match wait.cause {
            WaitCause::Opened | WaitCause::Transfer(_) | WaitCause::Return(_) => {
                Some(Notice::Queued)
            }
            WaitCause::Escalation(_) => Some(escalated(desk, wait.place)),
            WaitCause::Fallback | WaitCause::FallbackBack | WaitCause::OutOfHours => {
                Some(Notice::Fallback)
            }
            WaitCause::AgentLost(_)
            | WaitCause::AgentWentOffline(_)
            | WaitCause::AgentRemoved(_)
            | WaitCause::OwnerHadNoRoom(_)
            | WaitCause::OwnerLeft(_)
            | WaitCause::RequeuedBy(_) => Some(Notice::Requeued),
            // The visitor is waiting already, and was never told for whom.
            WaitCause::Unanswered(_) => None,
        },
        Event::OfferMade { first: true, .. } => Some(Notice::Offered),
        Event::VisitorToldStillSearching { .. } => Some(Notice::StillSearching),
        Event::ChoiceAsked { .. } => Some(Notice::Choice),
        Event::VisitorToldOutOfHours { queue, opens_at, .. } => {
            Some(Notice::OutOfHours { queue: *queue, opens_at: *opens_at })
        }
        Event::WaitResumed { .. } => Some(Notice::Queued),
        Event::AgentAssigned { agent, cause, hop, was, .. } => Some(match (cause, hop) {
            (AssignCause::TransferCompleted(_) | AssignCause::OwnerLost(_), Hop::From(from))
            | (AssignCause::MadeOwner { from } | AssignCause::Inherited { from }, _) => {
                Notice::HandedOver { from: name(*from), to: name(*agent) }
            }
            (AssignCause::TransferReturned(_), _) => {
                Notice::TransferReturned { agent: name(*agent) }
            }
            (AssignCause::TransferRecalled(_) | AssignCause::Reconnected, _) => {
                Notice::AgentBack { agent: name(*agent) }
            }
            (AssignCause::TakenOver { from: other } | AssignCause::HandedBack { by: other }, _) => {
                Notice::HandedOver { from: name(*other), to: name(*agent) }
            }
            // They have been in view all along.
            _ if was.is_some() => return None,
            (
                AssignCause::TransferCompleted(_)
                | AssignCause::OwnerLost(_)
                | AssignCause::Accepted(_)
                | AssignCause::AutoAccepted
                | AssignCause::Pulled
                | AssignCause::AssignedBy { .. },
                _,
            ) => Notice::AgentJoined { agent: name(*agent) },
        }),
        Event::AgentReleased { agent, cause, .. } => match cause {
            ReleaseCause::Transferred(_)
            | ReleaseCause::Escalated(_)
            | ReleaseCause::Returned(_)
            | ReleaseCause::Left
            | ReleaseCause::WentOffline
            | ReleaseCause::Removed
            | ReleaseCause::NoRoomToWake
            | ReleaseCause::MovedBy(_) => Some(Notice::AgentLeft { agent: name(*agent) }),
            // Said already: as `OwnerLost`, or by the closing itself. Or in the same breath as who is next.
            ReleaseCause::Lost
            | ReleaseCause::Closed
            | ReleaseCause::HandedOver(_)
            | ReleaseCause::LeftTo(_)
            | ReleaseCause::TakenOver { owner: Displaced::Leaves, .. }
            | ReleaseCause::HandedBack => None,
            // Has not left.
            ReleaseCause::BecameGuest(_)
            | ReleaseCause::GaveTo(_)
            | ReleaseCause::Passed
            | ReleaseCause::TakenOver { owner: Displaced::Stays, .. } => None,
        },
        Event::GuestJoined { agent, cause: GuestJoin::Invited(_), .. } => {
            Some(Notice::GuestJoined { agent: name(*agent) })
        }
        Event::GuestLeft { agent, cause, .. } => {
            guest_left(*cause).then(|| Notice::GuestLeft { agent: name(*agent) })
        }
        Event::TransferStarted { transfer, .. } => match transfer.mode {
            TransferMode::Warm(_) if told_of_transfers => Some(Notice::TransferStarted),
            TransferMode::Warm(_) | TransferMode::Cold(_) => None,
        },
        Event::TransferAccepted { agent, .. } => {
            Some(Notice::TransferAccepted { agent: name(*agent) })
        }
        Event::SupervisorEntered { agent, mode: AssistMode::Join, .. }
        | Event::SupervisorModeChanged { agent, to: AssistMode::Join, .. } => {
            Some(Notice::SupervisorJoined { agent: name(*agent) })
        }
        Event::SupervisorModeChanged { agent, from: AssistMode::Join, .. } => {
            Some(Notice::SupervisorLeft { agent: name(*agent) })
        }
        Event::SupervisorLeft { agent, mode: AssistMode::Join, cause, .. } => {
            supervisor_left(*cause).then(|| Notice::SupervisorLeft { agent: name(*agent) })
        }
        // Closing says enough.
        Event::TransferEnded {
            outcome: TransferOutcome::Cancelled(CancelCause::Closed), ..
        } => None,
        Event::TransferEnded { phase, .. } => match phase {
            TransferPhase::Introduction { receiver } => {
                Some(Notice::GuestLeft { agent: name(*receiver) })
            }
            TransferPhase::Asked if told_of_transfers => Some(Notice::TransferFailed),
            TransferPhase::Asked | TransferPhase::Waiting => None,
        },
        Event::StageMessageSent { stage, config_version, .. } => {
            Some(Notice::StageMessage { stage: *stage, config_version: *config_version })
        }
        Event::OfflineFormShown { .. } => Some(Notice::OfflineForm),
        Event::SurveyAsked { .. } => Some(Notice::Survey),
        Event::MessagePosted { .. }
        | Event::WorkspaceConfigured { .. }
        | Event::ServerStarted
        | Event::HoursRenewed { .. }
        | Event::QueueClosed { .. }
        | Event::QueueOpened { .. }
        | Event::SupervisorsAlerted { .. }
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
        | Event::ConversationOpened { .. }
        | Event::PrioritySet { .. }
        | Event::AttributesSet { .. }
        | Event::TagsSet { .. }
        | Event::ConversationParked { .. }
        | Event::WakeDelayed { .. }
        | Event::ConversationWoken { .. }
        | Event::ConversationArchived { .. }
        | Event::ReservationEnded { .. }
        | Event::WaitRelaxed { .. }
        | Event::WaitContinued { .. }
        | Event::MessageAsked { .. }
        | Event::CoolDownEnded { .. }
        // The visitor's conversation shows it.
        | Event::EstimateShown { .. }
        | Event::PredictionsTested { .. }
        | Event::NobodyEligible { .. }
        | Event::OfferMade { first: false, .. }
        | Event::OfferDeclined { .. }
        | Event::OfferAccepted { .. }
        | Event::OfferEnded { .. }
        | Event::WrapUpExtended { .. }
        | Event::WrapUpEnded { .. }
        | Event::GuestJoined { cause: GuestJoin::HandedOver | GuestJoin::WasOwner, .. }
        | Event::InvitationStarted { .. }
        | Event::InvitationAccepted { .. }
        | Event::InvitationCompleted { .. }
        | Event::InvitationEnded { .. }
        | Event::OwnershipKept { .. }
        | Event::TransferTurnedCold { .. }
        | Event::TransferCompleted { .. }
        | Event::HandRaised { .. }
        | Event::HandLowered { .. }
        | Event::HandRuleMet { .. }
        | Event::SupervisorEntered { .. }
        | Event::SupervisorModeChanged { .. }
        | Event::SupervisorLeft { .. }
        | Event::ConversationRead { .. }
        | Event::MoveStopped { .. }
        | Event::MoveAllowed { .. }
        | Event::EscalationStarted { .. }
        | Event::ReturnStarted { .. }
        | Event::WaitWidened { .. }
        | Event::SurveyAnswered { .. }
        | Event::MessageAnswered { .. }
        | Event::HistoryNamed { .. }
        | Event::HistoryImported { .. } => None,
    }
}

fn escalated(desk: &Desk, place: Place) -> Notice {
    let (rules, settings) = (desk.rules(), &desk.rules().settings);
    let place = rules.place(place);
    Notice::Escalated {
        queue: settings.show_queue_names.then(|| place.queue.public_name.clone()),
        tier: settings.show_tiers.then(|| place.tier()),
    }
}

fn supervisor_left(cause: SupervisorLeave) -> bool {
    match cause {
        SupervisorLeave::Left | SupervisorLeave::Lost | SupervisorLeave::Removed => true,
        SupervisorLeave::TookPart | SupervisorLeave::Closed => false,
    }
}

fn guest_left(cause: GuestLeave) -> bool {
    match cause {
        GuestLeave::Left | GuestLeave::Lost | GuestLeave::Removed | GuestLeave::RemovedBy(_) => {
            true
        }
        GuestLeave::BecameOwner | GuestLeave::Closed => false,
    }
}

/// Whether an event stands in the staff's transcript of its conversation. Left out is what only moves clocks.
#[must_use]
pub fn is_staff_line(event: &Event) -> bool {
    match event {
        Event::ConversationQuarantined { .. }
        | Event::SupervisorsAlerted { .. }
        | Event::ConversationOpened { .. }
        | Event::MessagePosted { .. }
        | Event::Greeted { .. }
        | Event::PrioritySet { .. }
        | Event::TagsSet { .. }
        | Event::ConversationParked { .. }
        | Event::WakeDelayed { .. }
        | Event::ConversationWoken { .. }
        | Event::VisitorReminded { .. }
        | Event::OwnerLost { .. }
        | Event::OwnerBack { .. }
        | Event::ConversationClosed { .. }
        | Event::WaitStarted { .. }
        | Event::ReservationEnded { .. }
        | Event::WaitRelaxed { .. }
        | Event::VisitorToldStillSearching { .. }
        | Event::ChoiceAsked { .. }
        | Event::WaitContinued { .. }
        | Event::MessageAsked { .. }
        | Event::VisitorToldOutOfHours { .. }
        | Event::WaitResumed { .. }
        | Event::NobodyEligible { .. }
        | Event::OfferMade { .. }
        | Event::OfferDeclined { .. }
        | Event::OfferAccepted { .. }
        | Event::OfferEnded { .. }
        | Event::AgentAssigned { .. }
        | Event::AgentReleased { .. }
        | Event::WrapUpEnded { .. }
        | Event::GuestJoined { .. }
        | Event::GuestLeft { .. }
        | Event::InvitationStarted { .. }
        | Event::InvitationAccepted { .. }
        | Event::InvitationEnded { .. }
        | Event::TransferStarted { .. }
        | Event::TransferAccepted { .. }
        | Event::TransferTurnedCold { .. }
        | Event::TransferCompleted { .. }
        | Event::TransferEnded { .. }
        | Event::HandRaised { .. }
        | Event::HandLowered { .. }
        | Event::HandRuleMet { .. }
        | Event::SupervisorEntered { .. }
        | Event::SupervisorModeChanged { .. }
        | Event::SupervisorLeft { .. }
        | Event::MoveStopped { .. }
        | Event::MoveAllowed { .. }
        | Event::EscalationStarted { .. }
        | Event::ReturnStarted { .. }
        | Event::WaitWidened { .. }
        | Event::StageMessageSent { .. }
        | Event::OfflineFormShown { .. }
        | Event::SurveyAsked { .. }
        | Event::SurveyAnswered { .. }
        | Event::MessageAnswered { .. } => true,
        Event::WorkspaceConfigured { .. }
        | Event::HistoryNamed { .. }
        | Event::HistoryImported { .. }
        | Event::ServerStarted
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
        | Event::VisitorErased { .. }
        | Event::VisitorConnectionLost { .. }
        | Event::ConversationArchived { .. }
        | Event::CoolDownEnded { .. }
        | Event::EstimateShown { .. }
        | Event::PredictionsTested { .. }
        | Event::WrapUpExtended { .. }
        // The panel beside the transcript shows it; a page may say it with every click.
        | Event::AttributesSet { .. }
        // The line of the guest who left says it.
        | Event::InvitationCompleted { .. }
        | Event::OwnershipKept { .. }
        | Event::ConversationRead { .. } => false,
    }
}

/// Whether every supervisor of the conversation is told of an event at once, also one who does not look at it.
#[must_use]
pub fn calls_supervisors(event: &Event) -> bool {
    matches!(
        event,
        Event::SupervisorsAlerted { .. } | Event::HandRaised { .. } | Event::HandLowered { .. }
    )
}

impl Desk {
    /// Whether a line of a conversation that an agent may read is for their eyes. Whispers are for the owner
    /// of that moment and supervisors; that somebody observes, agents see where the workspace says so.
    pub fn is_line_for(&self, agent: AgentId, event: &Event) -> bool {
        if !is_staff_line(event) {
            return false;
        }
        let watches = || {
            let conversation = event.conversation().and_then(|id| self.conversation(id));
            conversation.is_some_and(|conversation| self.supervises(agent, conversation))
        };
        if let Event::MessagePosted { audience: Audience::Whisper, author, whispered_to, .. } =
            event
        {
            return *whispered_to == Some(agent) || *author == Actor::Agent(agent) || watches();
        }
        if let Event::SupervisorEntered { agent: who, mode: AssistMode::Observe, .. }
        | Event::SupervisorModeChanged { agent: who, to: AssistMode::Observe, .. }
        | Event::SupervisorLeft { agent: who, mode: AssistMode::Observe, .. } = event
        {
            let told = self.rules().settings.tell_agent_of_observer;
            return told || *who == agent || watches();
        }
        true
    }
}
