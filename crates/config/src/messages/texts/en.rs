//! English.

use crate::messages::{Moment, Trigger, Wait, wait::Spoken};

pub fn text(trigger: Trigger) -> &'static str {
    match trigger {
        Trigger::Welcome => "Hello. How can we help?",
        Trigger::Queued => {
            "Thank you. We are finding the right person for you.\
             {% if estimated_wait %} The wait is {{ estimated_wait }}.{% endif %}"
        }
        Trigger::Position => {
            "{% if position == 1 %}You are next.{% else %}You are number {{ position }} in line.{% endif %}"
        }
        Trigger::EstimatedWait => {
            "{% if estimated_wait %}Your wait from here is {{ estimated_wait }}.\
             {% else %}We cannot say yet how long it will take.{% endif %}"
        }
        Trigger::StillSearching => {
            "We are still looking for somebody. Thank you for your patience.\
             {% if estimated_wait %} The wait is {{ estimated_wait }}.{% endif %}"
        }
        Trigger::Offered => "We have found somebody who may help you, and are asking them to join.",
        Trigger::AgentJoined | Trigger::TransferAccepted => {
            "{{ agent.name }} is joining. They can read everything you have written."
        }
        Trigger::AgentLeft | Trigger::GuestLeft | Trigger::SupervisorLeft => {
            "{{ agent.name }} has left."
        }
        Trigger::TransferStarted => {
            "We are asking a colleague to join. You do not need to explain anything again."
        }
        Trigger::TransferFailed => "Nobody could join after all. You stay where you are.",
        Trigger::TransferReturned => "{{ agent.name }} is with you again.",
        Trigger::HandedOver => "{{ previous_agent.name }} has handed over to {{ agent.name }}.",
        Trigger::Escalated => {
            "A specialist team is taking over, so you are waiting for one of them now. \
             They can read everything you have written.\
             {% if estimated_wait %} The new wait is {{ estimated_wait }}.\
             {% else %} We will tell you the new wait as soon as we know it.{% endif %}"
        }
        Trigger::SupervisorJoined => "{{ agent.name }} is joining to help.",
        Trigger::GuestJoined => "{{ agent.name }} has joined you.",
        Trigger::AgentLost => {
            "The connection to your contact was lost. We are waiting for them to come back."
        }
        Trigger::AgentBack => "{{ agent.name }} is back.",
        Trigger::Requeued => {
            "We are finding somebody else for you. You stay at the front, and nothing is lost."
        }
        Trigger::Fallback => {
            "This is taking longer than it should, so we are asking other colleagues as well."
        }
        Trigger::Choice => {
            "Nobody is free at the moment. Would you like to keep waiting, or leave a message?"
        }
        Trigger::NoAgents => "Nobody is here to answer right now.",
        Trigger::OutOfHours => {
            "We are closed at the moment.{% if opens_at %} We open again on {{ opens_at }}.{% endif %} \
             Leave a message, and we will answer when we are back."
        }
        Trigger::IdleReminder => {
            "Are you still there? We will close this conversation soon if we do not hear from you."
        }
        Trigger::MessageLeft => "Thank you. Your message has been kept for the team.",
        // Only a queue that has one greets.
        Trigger::Greeting | Trigger::StageMessage => "",
        Trigger::Closed => "This conversation is closed. Thank you.",
        Trigger::Survey => "How was it? Your answer helps us to do better.",
        Trigger::HeldForInspection => {
            "Something went wrong on our side. A person is looking at it."
        }
    }
}

pub fn wait(wait: Wait) -> String {
    match wait.spoken() {
        Spoken::Moments => "less than a minute".to_owned(),
        Spoken::Minutes(1) => "about a minute".to_owned(),
        Spoken::Minutes(minutes) => format!("about {minutes} minutes"),
        Spoken::Between(from, to) => format!("{from} to {to} minutes"),
        Spoken::UpTo(minutes) => format!("up to {minutes} minutes"),
        Spoken::Hours(1) => "about an hour".to_owned(),
        Spoken::Hours(hours) => format!("about {hours} hours"),
    }
}

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub fn moment(moment: &Moment) -> String {
    let (weekday, month) = (moment.weekday(&WEEKDAYS), moment.month(&MONTHS));
    let (day, hour, minute) = (moment.day(), moment.hour(), moment.minute());
    format!("{weekday} {day} {month} at {hour}:{minute} ({})", moment.zone())
}
