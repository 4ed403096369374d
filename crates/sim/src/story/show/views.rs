//! What somebody sees, as a line for each object.

use domain::{
    estimate::Estimate,
    event::HandCause,
    explain::{Excluded, Explanation, Verdict},
    ids::BodyId,
    slash::Completion,
    state::StoppedMove,
    view::{
        Object,
        actions::{AllowedAction, Because, Escalation},
        staff, targets, visitor,
    },
};

use super::{
    super::names::Names, estimate, excluded, handoff_kind, place_in_line, snake, target_name,
};

/// Why this agent: the counts and the next candidates of an offer.
fn explanation(explanation: &Explanation, names: &Names) -> String {
    let mut text = format!("{} eligible", explanation.eligible);
    if explanation.excluded != Excluded::default() {
        text += &format!("; {}", excluded(&explanation.excluded));
    }
    for (agent, why) in &explanation.next {
        text += &format!("; {} {}", names.agent(*agent), verdict(*why, names));
    }
    text
}

/// Whatever somebody sees.
pub fn object(object: &Object, names: &Names) -> String {
    match object {
        Object::Me(seen) => me(seen, names),
        Object::Offer(seen) => offer(seen, names),
        Object::Conversation(seen) => conversation(seen, names),
        Object::VisitorConversation(seen) => visitor_conversation(seen, names),
    }
}

fn me(me: &staff::Me, names: &Names) -> String {
    let mut text = format!("me: {}, load {}/{}", snake(&me.status), me.load, me.capacity);
    for wrap_up in &me.wrap_ups {
        text += &format!(
            ", wrap-up {} until {}",
            names.conversation(wrap_up.conversation),
            names.clock(wrap_up.until)
        );
    }
    text
}

fn offer(offer: &staff::Offer, names: &Names) -> String {
    let kind = if offer.broadcast { "broadcast offer" } else { "offer" };
    let transfer = offer
        .transfer
        .as_ref()
        .map(|open| format!(", {}", transfer(open, names)))
        .unwrap_or_default();
    let invited = offer.invitation.as_ref();
    let invitation =
        invited.map(|open| format!(", {}", invitation(open, names))).unwrap_or_default();
    format!(
        "{kind} {} in {} until {}{transfer}{invitation}, why: {}",
        names.conversation(offer.conversation),
        names.place(offer.place),
        names.clock(offer.expires_at),
        explanation(&offer.explanation, names)
    )
}

fn conversation(conversation: &staff::Conversation, names: &Names) -> String {
    let mut text = format!(
        "{} as {}: {} in {}",
        names.conversation(conversation.conversation),
        snake(&conversation.relation),
        snake(&conversation.status),
        names.place(conversation.place)
    );
    for participant in &conversation.participants {
        let role = match participant.role {
            staff::Role::Supervisor(mode) => format!("supervisor ({})", snake(&mode)),
            staff::Role::Owner | staff::Role::Receiver | staff::Role::Guest => {
                snake(&participant.role)
            }
        };
        text += &format!(", {role} {}", names.agent(participant.agent));
    }
    if let Some(hand) = &conversation.hand {
        let cause = match &hand.cause {
            HandCause::Asked => "asked".to_owned(),
            HandCause::Rule(rule) => format!("rule {rule}"),
            HandCause::ChainLimit => "chain limit".to_owned(),
        };
        let note = if hand.note.is_some() { " with note" } else { "" };
        let alerted = if hand.alerted { ", everybody alerted" } else { "" };
        text += &format!(", hand up since {} ({cause}{note}{alerted})", names.clock(hand.since));
    }
    if let Some(shown) = &conversation.chain {
        text += &format!(", {}", chain(shown, names));
    }
    if let Some(wait) = &conversation.wait {
        text += &format!(", waiting since {}", names.clock(wait.since));
        if let Some(agent) = wait.reserved_for {
            text += &format!(" reserved for {}", names.agent(agent));
        }
        if wait.out_of_hours {
            text += " out of hours";
        }
        if let Some(shown) = wait.prediction {
            text += &format!(", {}", place_in_line(shown.position, shown.estimate));
        }
    }
    if let Some(open) = &conversation.transfer {
        text += &format!(", {}", transfer(open, names));
    }
    for open in &conversation.invitations {
        text += &format!(", {}", invitation(open, names));
    }
    if let Some(until) = conversation.pass_ends {
        text += &format!(", may pass until {}", names.clock(until));
    }
    if conversation.hops > 0 {
        text += &format!(", hops {}", conversation.hops);
    }
    if let Some(left) = conversation.message {
        let alerted = if left.alerted { ", supervisors alerted" } else { "" };
        text += &format!(", message left{alerted}");
    }
    if let Some(rating) = conversation.rating {
        text += &format!(", rated {rating}");
    }
    if conversation.quarantined {
        text += ", quarantined";
    }
    text + &format!("; {}", actions(&conversation.actions, names))
}

fn chain(chain: &staff::Chain, names: &Names) -> String {
    let owners: Vec<String> = chain
        .owners
        .iter()
        .map(|(agent, at)| format!("{} until {}", names.agent(*agent), names.clock(*at)))
        .collect();
    let limit = if chain.limit_reached { " at the limit" } else { "" };
    let looped = if chain.looped { ", a loop" } else { "" };
    let stopped = match chain.stopped {
        None => String::new(),
        Some(StoppedMove::Asked { until }) => {
            format!(", move stopped until {}", names.clock(until))
        }
        Some(StoppedMove::Answered) => ", move stopped".to_owned(),
        Some(StoppedMove::Allowed) => ", move allowed".to_owned(),
    };
    format!("chain{limit}: {}{looped}{stopped}", owners.join(", "))
}

fn transfer(open: &staff::Transfer, names: &Names) -> String {
    let state = match open.state {
        staff::TransferState::Pending => "pending".to_owned(),
        staff::TransferState::Accepted { by, .. } => format!("accepted by {}", names.agent(by)),
    };
    let target = target_name(open.target, names);
    let reason =
        open.reason.as_ref().map(|reason| format!(" because {reason}")).unwrap_or_default();
    let note = if open.note.is_some() { " with note" } else { "" };
    let line = open.prediction.map(|shown| place_in_line(shown.position, shown.estimate));
    let line = line.map(|line| format!(", {line}")).unwrap_or_default();
    format!(
        "{} from {} to {target} {state}{reason}{note}{line}",
        handoff_kind(&open.kind, open.target),
        names.agent(open.from)
    )
}

fn invitation(open: &staff::Invitation, names: &Names) -> String {
    let target = target_name(open.target, names);
    let reason =
        open.reason.as_ref().map(|reason| format!(" because {reason}")).unwrap_or_default();
    let note = if open.note.is_some() { " with note" } else { "" };
    let (by, since) = (names.agent(open.by), names.clock(open.started_at));
    format!("invitation of {target} by {by} since {since}{reason}{note}")
}

/// Buttons: those that can be pressed, then in brackets those that are off, with the reason.
fn actions(actions: &[AllowedAction], names: &Names) -> String {
    let words: Vec<String> = actions
        .iter()
        .map(|allowed| match allowed.off {
            None => snake(&allowed.action),
            Some(why) => format!("({}: {})", snake(&allowed.action), because(why, names)),
        })
        .zip(actions)
        .map(|(word, allowed)| word + &ways(&allowed.escalations, names))
        .collect();
    if words.is_empty() { "may look".to_owned() } else { format!("may {}", words.join(" ")) }
}

/// The ways on behind a button, as `[specialists to expert]`.
fn ways(ways: &[Escalation], names: &Names) -> String {
    let ways: Vec<String> = ways.iter().map(|way| way_on(way, names)).collect();
    if ways.is_empty() { String::new() } else { format!("[{}]", ways.join(", ")) }
}

fn way_on(way: &Escalation, names: &Names) -> String {
    let mut text = format!("{} to {} of tier {}", way.key, names.place(way.place), way.tier);
    if way.reason_required {
        text += " because";
    }
    if way.note_required {
        text += " with note";
    }
    if let Some(off) = way.off {
        text += &format!(" off: {}", because(off, names));
    }
    text
}

fn because(because: Because, names: &Names) -> String {
    match because {
        Because::InConversation(agent) => format!("in conversation, {}", names.agent(agent)),
        Because::OnlyFinalQueue(queue) => format!("only final queue, {}", names.queue(queue)),
        Because::TransferOpen
        | Because::NoTransferOpen
        | Because::AlreadyAccepted
        | Because::NotAcceptedYet
        | Because::Quarantined
        | Because::Offline
        | Because::Away
        | Because::Disconnected
        | Because::NotResponding
        | Because::NoRoom
        | Because::QueueClosed
        | Because::NoMembers
        | Because::AlreadyThere
        | Because::NoOwner
        | Because::ChainBlocked
        | Because::EdgeNotAllowed
        | Because::AlreadyInvited
        | Because::ConversationFull => snake(&because),
    }
}

/// A whole line as it would be written, in quotes.
pub fn completion(completion: &Completion, names: &Names) -> String {
    let off = completion.off.map(|off| format!(", off: {}", because(off, names)));
    format!("{:?}{}", completion.line, off.unwrap_or_default())
}

/// Everybody and every queue a conversation could go to, one a line.
pub fn directory(directory: &targets::Directory, names: &Names) -> Vec<String> {
    let agents = directory.agents.iter().map(|target| agent_target(target, names));
    let queues = directory.queues.iter().map(|target| queue_target(target, names));
    let escalations = directory.escalations.iter().map(|target| {
        format!("{}; {}", way_on(&target.option, names), queue_target(&target.queue, names))
    });
    let chain = directory.chain.iter().map(|shown| chain(shown, names));
    let awaits = directory.awaits_supervisor.then(|| "a supervisor is asked first".to_owned());
    agents.chain(queues).chain(escalations).chain(chain).chain(awaits).collect()
}

fn agent_target(target: &targets::AgentTarget, names: &Names) -> String {
    let mut text = format!(
        "{} {} {}/{}",
        names.agent(target.agent),
        snake(&target.status),
        target.load,
        target.capacity
    );
    for (skill, level) in &target.missing {
        text += &format!(", lacks {} {level}", names.skill(*skill));
    }
    if let Some(at) = target.was_here {
        text += &format!(", was here at {}", names.clock(at));
    }
    if !target.serves_place {
        text += ", serves elsewhere";
    }
    if let Some(off) = target.off {
        text += &format!(", off: {}", because(off, names));
    }
    if let Some(off) = target.off_parked {
        text += &format!(", not even parked: {}", because(off, names));
    }
    text
}

fn queue_target(target: &targets::QueueTarget, names: &Names) -> String {
    let mut text = format!(
        "{} {} waiting, {} of {} online available",
        names.queue(target.queue),
        target.waiting,
        target.available,
        target.online
    );
    if let Some(since) = target.longest_wait_since {
        text += &format!(", longest since {}", names.clock(since));
    }
    if let Some(range @ Estimate::Range { .. }) = target.estimate.filter(|_| target.waiting > 0) {
        text += &format!(", a wait of {}", estimate(range));
    }
    if let Some(at) = target.was_here {
        text += &format!(", was here at {}", names.clock(at));
    }
    if let Some(at) = target.opens_at {
        text += &format!(", opens at {}", names.clock(at));
    }
    if let Some(off) = target.off {
        text += &format!(", off: {}", because(off, names));
    }
    text
}

fn visitor_conversation(conversation: &visitor::Conversation, names: &Names) -> String {
    let mut text = snake(&conversation.status);
    if let Some(agent) = &conversation.agent {
        text += &format!(" with {agent}");
    }
    if !conversation.others.is_empty() {
        text += &format!(" and {}", conversation.others.join(", "));
    }
    if let Some(queue) = &conversation.queue {
        text += &format!(" in {queue}");
    }
    if let Some(since) = conversation.waiting_since {
        text += &format!(", waiting since {}", names.clock(since));
    }
    if conversation.observed {
        text += ", observed";
    }
    if let Some(shown) = conversation.prediction {
        text += &format!(", {}", place_in_line(shown.position, shown.estimate));
    }
    if conversation.choice_asked {
        text += ", asked to choose";
    }
    if let Some(closed) = conversation.out_of_hours {
        text += ", out of hours";
        if let Some(at) = closed.opens_at {
            text += &format!(", opens at {}", names.clock(at));
        }
    }
    if let Some(until) = conversation.message_until {
        text += &format!(", may leave a message until {}", names.clock(until));
    }
    if let Some(tier) = conversation.tier {
        text += &format!(", tier {tier}");
    }
    if let Some(survey) = conversation.survey {
        text += &match survey.rating {
            Some(rating) => format!(", rated {rating}"),
            None => format!(", asked how it was until {}", names.clock(survey.until)),
        };
    }
    text
}

pub fn verdict(verdict: Verdict, names: &Names) -> String {
    match verdict {
        Verdict::LacksSkill { skill, level } => format!("lacks {} {level}", names.skill(skill)),
        Verdict::AtCapacity { load, capacity } => format!("at capacity {load}/{capacity}"),
        Verdict::Declined { at } => format!("declined at {}", names.clock(at)),
        Verdict::Eligible
        | Verdict::NotMember
        | Verdict::Offline
        | Verdict::Disconnected
        | Verdict::NotResponding
        | Verdict::Away
        | Verdict::TransferOnly
        | Verdict::NotListed
        | Verdict::Sender => snake(&verdict),
    }
}

/// One line of a visitor's transcript; `body` is the text of a message.
pub fn visitor_line(line: &visitor::Line, body: impl Fn(BodyId) -> String) -> String {
    match line {
        visitor::Line::Message { author, body: id, files, .. } => {
            let author = match author {
                visitor::Author::You => "you",
                visitor::Author::Agent(name) => name,
            };
            let files = if files.is_empty() {
                String::new()
            } else {
                format!(" with {} file", files.len())
            };
            format!("{author}: {}{files}", body(*id))
        }
        visitor::Line::Notice(notice) => match notice {
            visitor::Notice::AgentJoined { agent } => format!("AgentJoined {agent}"),
            visitor::Notice::AgentLeft { agent } => format!("AgentLeft {agent}"),
            visitor::Notice::GuestJoined { agent } => format!("GuestJoined {agent}"),
            visitor::Notice::GuestLeft { agent } => format!("GuestLeft {agent}"),
            visitor::Notice::SupervisorJoined { agent } => format!("SupervisorJoined {agent}"),
            visitor::Notice::SupervisorLeft { agent } => format!("SupervisorLeft {agent}"),
            visitor::Notice::TransferAccepted { agent } => format!("TransferAccepted {agent}"),
            visitor::Notice::HandedOver { from, to } => format!("HandedOver from {from} to {to}"),
            visitor::Notice::TransferReturned { agent } => format!("TransferReturned {agent}"),
            visitor::Notice::AgentLost { agent } => format!("AgentLost {agent}"),
            visitor::Notice::AgentBack { agent } => format!("AgentBack {agent}"),
            visitor::Notice::OutOfHours { .. } => "OutOfHours".to_owned(),
            visitor::Notice::Greeting { agent, .. } => format!("Greeting by {agent}"),
            visitor::Notice::Escalated { queue, tier } => {
                let queue = queue.as_ref().map(|queue| format!(" to {queue}")).unwrap_or_default();
                let tier = tier.map(|tier| format!(" of tier {tier}")).unwrap_or_default();
                format!("Escalated{queue}{tier}")
            }
            visitor::Notice::StageMessage { .. } => "StageMessage".to_owned(),
            visitor::Notice::OfflineForm
            | visitor::Notice::Survey
            | visitor::Notice::Queued
            | visitor::Notice::StillSearching
            | visitor::Notice::TransferStarted
            | visitor::Notice::TransferFailed
            | visitor::Notice::Offered
            | visitor::Notice::Requeued
            | visitor::Notice::Fallback
            | visitor::Notice::Choice
            | visitor::Notice::IdleReminder
            | visitor::Notice::MessageLeft
            | visitor::Notice::HeldForInspection
            | visitor::Notice::Closed => format!("{notice:?}"),
        },
    }
}
