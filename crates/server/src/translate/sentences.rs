//! The plain English line of what happened, for colleagues: made from the facts of the line itself.

use protocol::{
    command::{AssistMode, TransferMode},
    name::{AgentName, Person, TargetName},
    staff::{EventName, HandoffKind, Happening, Outcome},
};

use super::names::Names;

pub fn sentence(is: &Happening, names: &Names) -> String {
    let agent = name(is.agent.as_ref());
    let queue = is.queue.as_ref().map_or("the queue", |queue| queue.name.as_str());
    let cause = is.cause.as_deref().unwrap_or_default();
    match is.event {
        EventName::ConversationOpened => format!("The visitor asked for help in {queue}."),
        EventName::ConversationParked => format!("{agent} parked the conversation."),
        EventName::WakeDelayed => "Woken; waits until its owner has room.".to_owned(),
        EventName::ConversationWoken => {
            format!("{} woke the conversation.", person(is.by.as_ref()))
        }
        EventName::PrioritySet => {
            format!(
                "{} set the priority to {}.",
                person(is.by.as_ref()),
                is.priority.unwrap_or_default()
            )
        }
        EventName::TagsSet => {
            let tags = is.tags.as_deref().unwrap_or_default().join(", ");
            let tags = if tags.is_empty() { "none".to_owned() } else { tags };
            format!("{} set the tags: {tags}.", person(is.by.as_ref()))
        }
        EventName::ConversationQuarantined => "Held for inspection after an error.".to_owned(),
        EventName::ConversationClosed => close(cause, is),
        EventName::SupervisorsAlerted => match cause {
            "only_agent_unwilling" => {
                "Supervisors alerted: the only agent here did not take it.".to_owned()
            }
            "nobody_came" => "Supervisors alerted: nobody came.".to_owned(),
            "hand_unanswered" => {
                "Nobody has answered the raised hand; all supervisors are alerted.".to_owned()
            }
            "move_unanswered" => {
                "Supervisors alerted: it may be handed on because nobody answered.".to_owned()
            }
            _ => "Supervisors alerted.".to_owned(),
        },
        EventName::Greeted => format!("{agent} sent the greeting of {queue}."),
        EventName::VisitorReminded => {
            "The visitor was asked whether they are still there.".to_owned()
        }
        EventName::VisitorToldStillSearching => {
            "The visitor was told that we are still searching.".to_owned()
        }
        EventName::ChoiceAsked => "The visitor was asked whether to keep waiting.".to_owned(),
        EventName::WaitContinued => "The visitor keeps waiting.".to_owned(),
        EventName::MessageAsked => "The visitor is writing a message to leave.".to_owned(),
        EventName::VisitorToldOutOfHours => {
            "The visitor was told that nobody is here now, and asked for a message.".to_owned()
        }
        EventName::WaitResumed => format!("{queue} is open again; the visitor goes on waiting."),
        EventName::OwnerLost => format!("{agent} lost the connection."),
        EventName::OwnerBack => format!("{agent} is back."),
        EventName::WaitStarted => wait(cause, queue, &agent),
        EventName::WaitRelaxed => "The search was widened.".to_owned(),
        EventName::ReservationEnded => format!("No longer kept for {agent}{}.", because(cause)),
        EventName::NobodyEligible => "Nobody can take it at the moment.".to_owned(),
        EventName::OfferMade => match &is.to {
            Some(to) => format!("Offered to {}.", target(Some(to))),
            None => "Offered to everybody who is free.".to_owned(),
        },
        EventName::OfferDeclined => format!("{agent} declined."),
        EventName::OfferAccepted => format!("{agent} accepted."),
        EventName::OfferEnded => match &is.agent {
            Some(agent) => format!("The offer to {} ended{}.", agent.name, because(cause)),
            None => format!("The offer ended{}.", because(cause)),
        },
        EventName::AgentAssigned => assigned(cause, &agent, is),
        EventName::AgentReleased => format!("{agent} let go{}.", because(cause)),
        EventName::WrapUpExtended => format!("{agent} needs longer to wrap up."),
        EventName::WrapUpEnded => match &is.reason {
            Some(code) => format!("{agent} wrapped up: {}.", names.reason(code)),
            None => format!("{agent} wrapped up."),
        },
        EventName::GuestJoined => match cause {
            "invited" => format!("{agent} joined as a guest."),
            _ => format!("{agent} stays as a guest."),
        },
        EventName::GuestLeft => match cause {
            "sent_away" => format!("{} removed {agent}.", person(is.by.as_ref())),
            _ => format!("{agent} left."),
        },
        EventName::InvitationStarted => {
            let (from, to) = (name(is.from.as_ref()), target(is.to.as_ref()));
            match &is.reason {
                Some(code) => format!("{from} invited {to}: {}.", names.reason(code)),
                None => format!("{from} invited {to}."),
            }
        }
        EventName::InvitationAccepted => format!("{agent} accepted the invitation."),
        EventName::InvitationEnded => {
            let how = ended(is.outcome);
            format!("The invitation of {} {how}{}.", target(is.to.as_ref()), because(cause))
        }
        EventName::TransferStarted => {
            let how = match is.mode {
                Some(TransferMode::Warm) | None => "asked",
                Some(TransferMode::Cold) => "transferred to",
            };
            let (from, to) = (name(is.from.as_ref()), target(is.to.as_ref()));
            match &is.reason {
                Some(code) => format!("{from} {how} {to}: {}.", names.reason(code)),
                None => format!("{from} {how} {to}."),
            }
        }
        EventName::TransferAccepted => format!("{agent} joined; the introduction runs."),
        EventName::TransferTurnedCold => {
            format!(
                "{} was lost; the transfer goes on to {}.",
                name(is.from.as_ref()),
                target(is.to.as_ref())
            )
        }
        EventName::TransferCompleted => {
            format!("{} handed over to {agent}.", name(is.from.as_ref()))
        }
        EventName::TransferEnded => {
            let how = ended(is.outcome);
            let what = match is.handoff_kind {
                Some(HandoffKind::Transfer) | None => "transfer",
                Some(HandoffKind::Escalation) => "escalation",
                Some(HandoffKind::Return) => "return",
            };
            format!("The {what} to {} {how}{}.", target(is.to.as_ref()), because(cause))
        }
        EventName::EscalationStarted => {
            let (from, option) = (name(is.from.as_ref()), is.option.as_deref().unwrap_or(queue));
            match &is.reason {
                Some(code) => format!("{from} escalated to {option}: {}.", names.reason(code)),
                None => format!("{from} escalated to {option}."),
            }
        }
        EventName::ReturnStarted => {
            format!("{} gave it back to {agent} in {queue}.", name(is.from.as_ref()))
        }
        EventName::WaitWidened => "Everybody here is asked from here on.".to_owned(),
        EventName::StageMessageSent => "The visitor was told what this stage says.".to_owned(),
        EventName::OfflineFormShown => "The visitor was asked for a message.".to_owned(),
        EventName::SurveyAsked => "The visitor was asked how it was.".to_owned(),
        EventName::SurveyAnswered => {
            format!("The visitor gave it {} of 5.", is.rating.unwrap_or_default())
        }
        EventName::MessageAnswered => format!("{agent} saw to the message that was left."),
        EventName::HandRaised => match cause {
            "asked" => format!("{agent} asks for a supervisor."),
            "chain_limit" => "A supervisor is asked whether it may be handed on again.".to_owned(),
            _ => "A supervisor is asked for by a rule.".to_owned(),
        },
        EventName::HandLowered => match (cause, &is.by) {
            ("taken", by) => format!("{} answers the raised hand.", person(by.as_ref())),
            ("lowered", by) => format!("{} lowered the hand.", person(by.as_ref())),
            _ => format!("The hand is down{}.", because(cause)),
        },
        EventName::HandRuleMet => {
            format!("The rule “{}” applies.", is.rule.as_deref().unwrap_or_default())
        }
        EventName::SupervisorEntered | EventName::SupervisorModeChanged => match is.assist {
            Some(AssistMode::Observe) => format!("{agent} is observing."),
            Some(AssistMode::Whisper) => format!("{agent} is whispering."),
            Some(AssistMode::Join) | None => format!("{agent} joined as supervisor."),
        },
        EventName::SupervisorLeft => format!("{agent} is no longer here as supervisor."),
        EventName::MoveStopped => format!(
            "Handed over too often: the move to {} waits for a supervisor.",
            target(is.to.as_ref())
        ),
        EventName::MoveAllowed => match &is.by {
            Some(by) => format!("{} allows it to be handed on.", person(Some(by))),
            None => "It may be handed on: no supervisor answered in time.".to_owned(),
        },
    }
}

fn ended(outcome: Option<Outcome>) -> &'static str {
    match outcome {
        Some(Outcome::Declined) => "was declined",
        Some(Outcome::Expired) => "ran out",
        Some(Outcome::Cancelled) => "was cancelled",
        Some(Outcome::Failed) => "failed",
        Some(Outcome::Completed) | None => "ended",
    }
}

fn close(cause: &str, is: &Happening) -> String {
    match cause {
        "visitor" => "The visitor closed the conversation.".to_owned(),
        "visitor_idle" => "Closed: the visitor did not answer.".to_owned(),
        "visitor_gone" => "Closed: the visitor has gone.".to_owned(),
        "wait_timeout" => "Closed: the wait ran out.".to_owned(),
        "erased" => "Closed: the visitor was erased.".to_owned(),
        "message_left" => "Closed: the visitor left a message.".to_owned(),
        _ => format!("{} closed the conversation.", person(is.by.as_ref())),
    }
}

fn wait(cause: &str, queue: &str, agent: &str) -> String {
    match cause {
        "opened" => format!("Waits in {queue}."),
        "transfer" => format!("Moved to {queue}."),
        "unanswered" => format!("Nobody took the transfer; waits in {queue}."),
        "escalation" => format!("Escalated to {queue}."),
        "return" => format!("Given back to {queue}."),
        "fallback_back" => format!("The longest wait is over; back to {queue}."),
        "fallback" => format!("The longest wait is over; fell back to {queue}."),
        "agent_lost" => format!("{agent} was lost; waits in {queue} at the front."),
        "agent_went_offline" => format!("{agent} went offline; waits in {queue} at the front."),
        "agent_removed" => format!("{agent} was removed; waits in {queue} at the front."),
        "owner_had_no_room" => format!("{agent} had no room; waits in {queue}."),
        "owner_left" => format!("{agent} left; waits in {queue} at the front."),
        "requeued" => format!("{agent} put it back into {queue}."),
        _ => format!("Waits in {queue}."),
    }
}

fn assigned(cause: &str, agent: &str, is: &Happening) -> String {
    match cause {
        "transfer_returned" => format!("Nobody took the transfer; {agent} has it again."),
        "transfer_recalled" => format!("{agent} took it back."),
        "reconnected" => format!("{agent} is back and has it again."),
        "owner_lost" => format!("The owner was lost; {agent} has it."),
        "pulled" => format!("{agent} picked it."),
        "made_owner" => format!("{} made {agent} the owner.", name(is.from.as_ref())),
        "inherited" => format!("{agent} has it after {}.", name(is.from.as_ref())),
        "assigned" => format!("{} assigned it to {agent}.", person(is.by.as_ref())),
        "taken_over" => format!("{agent} took it over from {}.", name(is.from.as_ref())),
        "handed_back" => format!("{} handed it back to {agent}.", person(is.by.as_ref())),
        _ => format!("{agent} has it."),
    }
}

/// A cause code, read out.
fn because(cause: &str) -> String {
    match cause {
        "" | "withdrawn" | "declined" | "by_sender" => String::new(),
        known => format!(" ({})", known.replace('_', " ")),
    }
}

fn name(agent: Option<&AgentName>) -> String {
    agent.map_or_else(|| "Somebody".to_owned(), |agent| agent.name.clone())
}

fn target(target: Option<&TargetName>) -> String {
    match target {
        Some(TargetName::Agent(agent)) => agent.name.clone(),
        Some(TargetName::Queue(queue)) => queue.name.clone(),
        None => "somebody".to_owned(),
    }
}

fn person(person: Option<&Person>) -> String {
    match person {
        Some(Person::Visitor { .. }) => "The visitor".to_owned(),
        Some(Person::Agent { name, .. }) => name.clone(),
        Some(Person::System {}) | None => "The system".to_owned(),
    }
}
