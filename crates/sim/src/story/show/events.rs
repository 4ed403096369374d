//! An event as a line: its name in the journal, then the conversation, then what it says.
//!
//! Nothing is left out that a rule decides; ids that the script never mentions are.

use domain::{
    command::{Actor, Audience},
    event::{Event, GuestLeave, HandCause, HandEnd, Hop, OfferTo, WrapUpStart},
    ids::HandoffId,
};

use super::{
    beginnings::{escalation_start, invitation_start, transfer_start, wait_start},
    causes::{assign_cause, release_cause, transfer_outcome},
    excluded, place_in_line, snake, target_name,
};
use crate::story::names::Names;

/// One event. A new kind of event is a line to write here, and the compiler says so.
pub fn event(event: &Event, names: &Names) -> String {
    let c = |id| names.conversation(id);
    let a = |id| names.agent(id);
    let q = |id| names.queue(id);
    let at = |moment| names.clock(moment);
    match event {
        Event::WorkspaceConfigured { config } => {
            format!("WorkspaceConfigured version {}", config.version)
        }
        Event::HoursRenewed { hours } => format!("HoursRenewed of {}", hours.len()),
        Event::QueueClosed { queue, at: due, serves_until } => {
            format!("QueueClosed {} at {}, serves until {}", q(*queue), at(*due), at(*serves_until))
        }
        Event::QueueOpened { queue, at: due } => {
            format!("QueueOpened {} at {}", q(*queue), at(*due))
        }
        Event::ServerStarted => "ServerStarted".to_owned(),
        Event::ConversationQuarantined { conversation } => {
            format!("ConversationQuarantined {}", c(*conversation))
        }
        Event::SupervisorsAlerted { conversation, alert } => {
            format!("SupervisorsAlerted {}: {}", c(*conversation), snake(alert))
        }
        Event::AgentConnected { agent } => format!("AgentConnected {}", a(*agent)),
        Event::AgentConnectionLost { agent } => format!("AgentConnectionLost {}", a(*agent)),
        Event::AgentDisconnected { agent } => format!("AgentDisconnected {}", a(*agent)),
        Event::AgentGivenUp { agent } => format!("AgentGivenUp {}", a(*agent)),
        Event::AgentStatusSet { agent, status, reason } => {
            let reason = reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
            format!("AgentStatusSet {} {}{reason}", a(*agent), snake(status))
        }
        Event::AgentStoppedResponding { agent } => format!("AgentStoppedResponding {}", a(*agent)),
        Event::AgentRespondedAgain { agent } => format!("AgentRespondedAgain {}", a(*agent)),
        Event::VisitorConnected { visitor } => {
            format!("VisitorConnected {}", names.visitor(*visitor))
        }
        Event::VisitorConnectionLost { visitor } => {
            format!("VisitorConnectionLost {}", names.visitor(*visitor))
        }
        Event::VisitorErased { visitor } => format!("VisitorErased {}", names.visitor(*visitor)),
        Event::ConversationOpened { conversation, previous, place, needs, .. } => {
            let needs: Vec<String> = needs
                .iter()
                .map(|(skill, level)| format!("{} {level}", names.skill(*skill)))
                .collect();
            let needs = if needs.is_empty() {
                String::new()
            } else {
                format!(" needing {}", needs.join(" "))
            };
            let after =
                previous.map(|previous| format!(" after {}", c(previous))).unwrap_or_default();
            format!(
                "ConversationOpened {} in {}{needs}{after}",
                c(*conversation),
                names.place(*place)
            )
        }
        Event::MessagePosted { conversation, author, audience, files, whispered_to, .. } => {
            let to = match (audience, whispered_to) {
                (Audience::Everybody, _) => String::new(),
                (Audience::Staff, _) => " to staff".to_owned(),
                (Audience::Whisper, Some(owner)) => format!(" in a whisper to {}", a(*owner)),
                (Audience::Whisper, None) => " in a whisper".to_owned(),
            };
            let files = if files.is_empty() {
                String::new()
            } else {
                format!(" with {} file", files.len())
            };
            format!("MessagePosted {} by {}{to}{files}", c(*conversation), actor(*author, names))
        }
        Event::Greeted { conversation, agent, queue, .. } => {
            format!("Greeted {} by {} for {}", c(*conversation), a(*agent), q(*queue))
        }
        Event::AttributesSet { conversation, attributes } => {
            let what = attributes.map_or(" to nothing", |_| "");
            format!("AttributesSet {}{what}", c(*conversation))
        }
        Event::TagsSet { conversation, tags, by } => {
            let tags: Vec<&str> = tags.iter().map(String::as_str).collect();
            format!("TagsSet {} to [{}] by {}", c(*conversation), tags.join(" "), actor(*by, names))
        }
        Event::PrioritySet { conversation, priority, by } => {
            format!("PrioritySet {} to {priority} by {}", c(*conversation), actor(*by, names))
        }
        Event::ConversationParked { conversation, agent } => {
            format!("ConversationParked {} by {}", c(*conversation), a(*agent))
        }
        Event::WakeDelayed { conversation, until } => {
            format!("WakeDelayed {} until {}", c(*conversation), at(*until))
        }
        Event::ConversationWoken { conversation, by } => {
            format!("ConversationWoken {} by {}", c(*conversation), actor(*by, names))
        }
        Event::VisitorReminded { conversation } => format!("VisitorReminded {}", c(*conversation)),
        Event::OwnerLost { conversation, agent } => {
            format!("OwnerLost {} {}", c(*conversation), a(*agent))
        }
        Event::OwnerBack { conversation, agent } => {
            format!("OwnerBack {} {}", c(*conversation), a(*agent))
        }
        Event::ConversationClosed { conversation, reason, by, .. } => {
            format!(
                "ConversationClosed {}: {} by {}",
                c(*conversation),
                snake(reason),
                actor(*by, names)
            )
        }
        Event::ConversationArchived { conversation } => {
            format!("ConversationArchived {}", c(*conversation))
        }
        Event::WaitStarted { conversation, wait } => {
            format!("WaitStarted {} {}", c(*conversation), wait_start(wait, names))
        }
        Event::ReservationEnded { conversation, agent, cause } => {
            format!("ReservationEnded {} for {}: {}", c(*conversation), a(*agent), snake(cause))
        }
        Event::WaitRelaxed { conversation, invitation, step } => {
            let of = of_invitation(*invitation);
            format!("WaitRelaxed {}{of} to step {step}", c(*conversation))
        }
        Event::VisitorToldStillSearching { conversation } => {
            format!("VisitorToldStillSearching {}", c(*conversation))
        }
        Event::ChoiceAsked { conversation } => format!("ChoiceAsked {}", c(*conversation)),
        Event::WaitContinued { conversation } => format!("WaitContinued {}", c(*conversation)),
        Event::MessageAsked { conversation, until } => {
            format!("MessageAsked {} until {}", c(*conversation), at(*until))
        }
        Event::VisitorToldOutOfHours { conversation, queue, until, opens_at } => {
            let opens = opens_at.map(|opens| format!(", opens at {}", at(opens)));
            format!(
                "VisitorToldOutOfHours {} in {} until {}{}",
                c(*conversation),
                q(*queue),
                at(*until),
                opens.unwrap_or_default()
            )
        }
        Event::WaitResumed { conversation } => format!("WaitResumed {}", c(*conversation)),
        Event::CoolDownEnded { conversation, agent } => {
            format!("CoolDownEnded {} for {}", c(*conversation), a(*agent))
        }
        Event::EstimateShown { conversation, position, estimate } => {
            format!("EstimateShown {} {}", c(*conversation), place_in_line(*position, *estimate))
        }
        Event::PredictionsTested { conversation, outcome, predictions } => {
            let shown: Vec<String> = predictions
                .iter()
                .map(|shown| {
                    let line = place_in_line(shown.position, shown.estimate);
                    format!("at {} {line}", names.clock(shown.shown_at))
                })
                .collect();
            let outcome = snake(outcome);
            format!("PredictionsTested {}: {outcome}; shown {}", c(*conversation), shown.join(", "))
        }
        Event::NobodyEligible { conversation, invitation, explanation } => {
            let (of, excluded) = (of_invitation(*invitation), excluded(&explanation.excluded));
            format!("NobodyEligible {}{of}: {excluded}", c(*conversation))
        }
        Event::OfferMade { conversation, to, expires_at, explanation, .. } => {
            let to = match to {
                OfferTo::Agent(agent) => a(*agent),
                OfferTo::Broadcast(agents) => {
                    let agents: Vec<String> = agents.iter().map(|agent| a(*agent)).collect();
                    format!("all: {}", agents.join(", "))
                }
            };
            let of = if explanation.eligible > 1 {
                format!(" (of {})", explanation.eligible)
            } else {
                String::new()
            };
            format!("OfferMade {} to {to} until {}{of}", c(*conversation), at(*expires_at))
        }
        Event::OfferDeclined { conversation, agent, .. } => {
            format!("OfferDeclined {} by {}", c(*conversation), a(*agent))
        }
        Event::OfferAccepted { conversation, agent, .. } => {
            format!("OfferAccepted {} by {}", c(*conversation), a(*agent))
        }
        Event::OfferEnded { conversation, agent, end, .. } => {
            let to = agent.map(|agent| format!(" to {}", a(agent))).unwrap_or_default();
            format!("OfferEnded {}{to}: {}", c(*conversation), snake(end))
        }
        Event::AgentAssigned { conversation, agent, place, cause, hop, .. } => {
            let hop = match hop {
                Hop::None => String::new(),
                Hop::From(from) => format!(", hop from {}", a(*from)),
            };
            format!(
                "AgentAssigned {} to {} in {}: {}{hop}",
                c(*conversation),
                a(*agent),
                names.place(*place),
                assign_cause(*cause, names)
            )
        }
        Event::AgentReleased { conversation, agent, cause, wrap_up } => {
            let wrap_up = match wrap_up {
                None => String::new(),
                Some(WrapUpStart { until, weight }) => {
                    format!(", wrap-up until {} holding {weight}", at(*until))
                }
            };
            format!(
                "AgentReleased {} from {}: {}{wrap_up}",
                c(*conversation),
                a(*agent),
                release_cause(*cause, names)
            )
        }
        Event::WrapUpExtended { conversation, agent, until } => {
            format!("WrapUpExtended {} of {} until {}", c(*conversation), a(*agent), at(*until))
        }
        Event::WrapUpEnded { conversation, agent, cause, disposition, note } => {
            let disposition =
                disposition.as_ref().map(|code| format!(" as {code}")).unwrap_or_default();
            let note = if note.is_some() { " with note" } else { "" };
            format!(
                "WrapUpEnded {} of {}: {}{disposition}{note}",
                c(*conversation),
                a(*agent),
                snake(cause)
            )
        }
        Event::GuestJoined { conversation, agent, cause } => {
            format!("GuestJoined {} {}: {}", c(*conversation), a(*agent), snake(cause))
        }
        Event::GuestLeft { conversation, agent, cause: GuestLeave::RemovedBy(by) } => {
            format!("GuestLeft {} {}: removed by {}", c(*conversation), a(*agent), a(*by))
        }
        Event::GuestLeft { conversation, agent, cause } => {
            format!("GuestLeft {} {}: {}", c(*conversation), a(*agent), snake(cause))
        }
        Event::InvitationStarted { conversation, invitation } => {
            format!(
                "InvitationStarted {} {}",
                c(*conversation),
                invitation_start(invitation, names)
            )
        }
        Event::InvitationAccepted { conversation, agent, .. } => {
            format!("InvitationAccepted {} by {}", c(*conversation), a(*agent))
        }
        Event::InvitationCompleted { conversation, agent, .. } => {
            format!("InvitationCompleted {} of {}", c(*conversation), a(*agent))
        }
        Event::InvitationEnded { conversation, outcome, .. } => {
            format!("InvitationEnded {} {}", c(*conversation), transfer_outcome(*outcome))
        }
        Event::OwnershipKept { conversation, agent } => {
            format!("OwnershipKept {} by {}", c(*conversation), a(*agent))
        }
        Event::TransferStarted { conversation, transfer } => {
            format!("TransferStarted {} {}", c(*conversation), transfer_start(transfer, names))
        }
        Event::TransferAccepted { conversation, agent, .. } => {
            format!("TransferAccepted {} by {}", c(*conversation), a(*agent))
        }
        Event::TransferTurnedCold { conversation, .. } => {
            format!("TransferTurnedCold {}", c(*conversation))
        }
        Event::TransferCompleted { conversation, agent, by, .. } => {
            format!(
                "TransferCompleted {} to {} by {}",
                c(*conversation),
                a(*agent),
                actor(*by, names)
            )
        }
        Event::TransferEnded { conversation, outcome, .. } => {
            format!("TransferEnded {} {}", c(*conversation), transfer_outcome(*outcome))
        }
        Event::HandRaised { conversation, owner, cause, note, alert_at } => {
            let cause = match cause {
                HandCause::Asked => "asked".to_owned(),
                HandCause::Rule(rule) => format!("rule {rule}"),
                HandCause::ChainLimit => "chain limit".to_owned(),
            };
            let note = if note.is_some() { " with note" } else { "" };
            format!(
                "HandRaised {} for {}: {cause}{note}, until {}",
                c(*conversation),
                a(*owner),
                at(*alert_at)
            )
        }
        Event::HandLowered { conversation, end } => {
            let end = match end {
                HandEnd::LoweredBy(agent) => format!("lowered by {}", a(*agent)),
                HandEnd::TakenBy(agent) => format!("taken by {}", a(*agent)),
                HandEnd::MoveAllowedBy(agent) => format!("move allowed by {}", a(*agent)),
                HandEnd::OwnershipMoved => "ownership moved".to_owned(),
                HandEnd::Closed => "closed".to_owned(),
            };
            format!("HandLowered {}: {end}", c(*conversation))
        }
        Event::HandRuleMet { conversation, rule } => {
            format!("HandRuleMet {}: {rule}", c(*conversation))
        }
        Event::SupervisorEntered { conversation, agent, mode } => {
            format!("SupervisorEntered {} {}: {}", c(*conversation), a(*agent), snake(mode))
        }
        Event::SupervisorModeChanged { conversation, agent, from, to } => format!(
            "SupervisorModeChanged {} {} from {} to {}",
            c(*conversation),
            a(*agent),
            snake(from),
            snake(to)
        ),
        Event::SupervisorLeft { conversation, agent, mode, cause } => format!(
            "SupervisorLeft {} {} from {}: {}",
            c(*conversation),
            a(*agent),
            snake(mode),
            snake(cause)
        ),
        Event::ConversationRead { conversation, agent } => {
            format!("ConversationRead {} by {}", c(*conversation), a(*agent))
        }
        Event::MoveStopped { conversation, agent, target, until } => format!(
            "MoveStopped {} of {} to {}, allowed at {}",
            c(*conversation),
            a(*agent),
            target_name(*target, names),
            at(*until)
        ),
        Event::MoveAllowed { conversation, by } => match by {
            Some(by) => format!("MoveAllowed {} by {}", c(*conversation), a(*by)),
            None => format!("MoveAllowed {}: nobody answered", c(*conversation)),
        },
        Event::EscalationStarted { conversation, escalation } => {
            format!(
                "EscalationStarted {} {}",
                c(*conversation),
                escalation_start(escalation, names)
            )
        }
        Event::ReturnStarted { conversation, returning } => {
            let note = if returning.note.is_some() { " with note" } else { "" };
            format!(
                "ReturnStarted {} by {} to {} in {} from {}{note}",
                c(*conversation),
                a(returning.from),
                a(returning.to),
                names.place(returning.place),
                names.place(returning.from_place)
            )
        }
        Event::WaitWidened { conversation } => format!("WaitWidened {}", c(*conversation)),
        Event::StageMessageSent { conversation, stage, .. } => {
            format!("StageMessageSent {} of {}", c(*conversation), names.stage(*stage))
        }
        Event::OfflineFormShown { conversation, until, .. } => {
            format!("OfflineFormShown {} until {}", c(*conversation), at(*until))
        }
        Event::SurveyAsked { conversation, until, .. } => {
            format!("SurveyAsked {} until {}", c(*conversation), at(*until))
        }
        Event::SurveyAnswered { conversation, rating, comment } => {
            let comment = if comment.is_some() { " with comment" } else { "" };
            format!("SurveyAnswered {} {rating}{comment}", c(*conversation))
        }
        Event::MessageAnswered { conversation, by } => {
            format!("MessageAnswered {} by {}", c(*conversation), a(*by))
        }
        Event::HistoryNamed { names } => {
            format!("HistoryNamed {} queues, {} agents", names.queues.len(), names.agents.len())
        }
        Event::HistoryImported { conversation, case, steps } => {
            format!("HistoryImported {} from {case}: {} steps", c(*conversation), steps.len())
        }
    }
}

fn actor(actor: Actor, names: &Names) -> String {
    match actor {
        Actor::Visitor(visitor) => names.visitor(visitor),
        Actor::Agent(agent) => names.agent(agent),
        Actor::System => "system".to_owned(),
    }
}

/// What is said of one of a conversation's invitations, where it might be the conversation itself.
fn of_invitation(invitation: Option<HandoffId>) -> &'static str {
    if invitation.is_some() { " invitation" } else { "" }
}
