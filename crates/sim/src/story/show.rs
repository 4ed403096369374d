//! Events, refusals and views as the words of a story, one line each.
//!
//! An event begins with its name in the journal, then the conversation, then what it says. Nothing is
//! left out that a rule decides; ids that the script never mentions are.

use domain::{
    command::{Actor, Audience, Completion, OnUnanswered, Room, Target, TransferMode},
    event::{
        AssignCause, Event, Hop, OfferTo, ReleaseCause, Reservation, ReservedFor, TransferOutcome,
        TransferStart, WaitCause, WaitStart, WrapUpStart,
    },
    explain::{Excluded, Explanation, Verdict},
    view::{
        Object,
        actions::{AllowedAction, Because},
        staff, targets, visitor,
    },
};

use super::names::{Names, length};

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
        Event::ConversationOpened { conversation, previous, queue, needs, .. } => {
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
            format!("ConversationOpened {} in {}{needs}{after}", c(*conversation), q(*queue))
        }
        Event::MessagePosted { conversation, author, audience, files, .. } => {
            let to = match audience {
                Audience::Everybody => "",
                Audience::Staff => " to staff",
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
        Event::WaitRelaxed { conversation, step } => {
            format!("WaitRelaxed {} to step {step}", c(*conversation))
        }
        Event::VisitorToldStillSearching { conversation } => {
            format!("VisitorToldStillSearching {}", c(*conversation))
        }
        Event::ChoiceAsked { conversation } => format!("ChoiceAsked {}", c(*conversation)),
        Event::WaitContinued { conversation } => format!("WaitContinued {}", c(*conversation)),
        Event::MessageAsked { conversation, until } => {
            format!("MessageAsked {} until {}", c(*conversation), at(*until))
        }
        Event::CoolDownEnded { conversation, agent } => {
            format!("CoolDownEnded {} for {}", c(*conversation), a(*agent))
        }
        Event::NobodyEligible { conversation, explanation } => {
            format!("NobodyEligible {}: {}", c(*conversation), excluded(&explanation.excluded))
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
        Event::AgentAssigned { conversation, agent, queue, cause, hop } => {
            let hop = match hop {
                Hop::None => String::new(),
                Hop::From(from) => format!(", hop from {}", a(*from)),
            };
            format!(
                "AgentAssigned {} to {} in {}: {}{hop}",
                c(*conversation),
                a(*agent),
                q(*queue),
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
        Event::GuestJoined { conversation, agent } => {
            format!("GuestJoined {} {}", c(*conversation), a(*agent))
        }
        Event::GuestLeft { conversation, agent, cause } => {
            format!("GuestLeft {} {}: {}", c(*conversation), a(*agent), snake(cause))
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
            let outcome = match outcome {
                TransferOutcome::Declined(cause) => format!("declined: {}", snake(cause)),
                TransferOutcome::Expired(cause) => format!("expired: {}", snake(cause)),
                TransferOutcome::Cancelled(cause) => format!("cancelled: {}", snake(cause)),
                TransferOutcome::Failed(cause) => format!("failed: {}", snake(cause)),
            };
            format!("TransferEnded {} {outcome}", c(*conversation))
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

fn wait_start(wait: &WaitStart, names: &Names) -> String {
    let WaitStart { queue, cause, credit_ms, front, priority, sender, reserved } = wait;
    let cause = match cause {
        WaitCause::Opened => "opened".to_owned(),
        WaitCause::Transfer(_) => "transfer".to_owned(),
        WaitCause::Unanswered(_) => "unanswered".to_owned(),
        WaitCause::Fallback => "fallback".to_owned(),
        WaitCause::AgentLost(agent) => format!("agent lost, {}", names.agent(*agent)),
        WaitCause::AgentWentOffline(agent) => {
            format!("agent went offline, {}", names.agent(*agent))
        }
        WaitCause::AgentRemoved(agent) => format!("agent removed, {}", names.agent(*agent)),
        WaitCause::OwnerHadNoRoom(agent) => format!("owner had no room, {}", names.agent(*agent)),
        WaitCause::RequeuedBy(agent) => format!("re-queued by {}", names.agent(*agent)),
    };
    let mut text = format!("in {}: {cause}", names.queue(*queue));
    if *credit_ms > 0 {
        text += &format!(", credit {}", length(*credit_ms));
    }
    if *front {
        text += ", at the front";
    }
    if *priority != 5 {
        text += &format!(", priority {priority}");
    }
    if let Some(sender) = sender {
        text += &format!(", sent by {}", names.agent(*sender));
    }
    if let Some(Reservation { agent, until, purpose }) = reserved {
        let purpose = match purpose {
            ReservedFor::LastOwner => "last owner",
            ReservedFor::NamedReceiver => "named receiver",
        };
        text += &format!(
            ", reserved for {} ({purpose}) until {}",
            names.agent(*agent),
            names.clock(*until)
        );
    }
    text
}

fn assign_cause(cause: AssignCause, names: &Names) -> String {
    match cause {
        AssignCause::Accepted(_) => "accepted".to_owned(),
        AssignCause::AutoAccepted => "accepted automatically".to_owned(),
        AssignCause::Pulled => "pulled".to_owned(),
        AssignCause::TransferCompleted(_) => "transfer completed".to_owned(),
        AssignCause::TransferReturned(_) => "transfer returned".to_owned(),
        AssignCause::TransferRecalled(_) => "transfer recalled".to_owned(),
        AssignCause::Reconnected => "reconnected".to_owned(),
        AssignCause::OwnerLost(_) => "owner lost".to_owned(),
        AssignCause::AssignedBy { supervisor, room: Room::Respected } => {
            format!("assigned by {}", names.agent(supervisor))
        }
        AssignCause::AssignedBy { supervisor, room: Room::Overridden } => {
            format!("assigned by {} regardless of room", names.agent(supervisor))
        }
    }
}

fn release_cause(cause: ReleaseCause, names: &Names) -> String {
    match cause {
        ReleaseCause::Transferred(_) => "transferred".to_owned(),
        ReleaseCause::BecameGuest(_) => "became guest".to_owned(),
        ReleaseCause::Lost => "lost".to_owned(),
        ReleaseCause::WentOffline => "went offline".to_owned(),
        ReleaseCause::Removed => "removed".to_owned(),
        ReleaseCause::Closed => "closed".to_owned(),
        ReleaseCause::NoRoomToWake => "no room to wake".to_owned(),
        ReleaseCause::MovedBy(supervisor) => format!("moved by {}", names.agent(supervisor)),
    }
}

fn transfer_start(transfer: &TransferStart, names: &Names) -> String {
    let TransferStart { from, target, mode, queue, from_queue, reason, note, .. } = transfer;
    let mut text = format!(
        "{} by {} to {}",
        transfer_mode(*mode),
        names.agent(*from),
        target_name(*target, names)
    );
    if !matches!(target, Target::Queue(_)) {
        text += &format!(" in {}", names.queue(*queue));
    }
    if queue != from_queue {
        text += &format!(" from {}", names.queue(*from_queue));
    }
    if let Some(reason) = reason {
        text += &format!(" because {reason}");
    }
    if note.is_some() {
        text += " with note";
    }
    text
}

fn transfer_mode(mode: TransferMode) -> &'static str {
    match mode {
        TransferMode::Warm(Completion::Introduced) => "warm",
        TransferMode::Warm(Completion::OnAccept) => "warm staying",
        TransferMode::Warm(Completion::OnAcceptAndLeave) => "warm leaving",
        TransferMode::Cold(OnUnanswered::Return) => "cold else return",
        TransferMode::Cold(OnUnanswered::Queue) => "cold else queue",
        TransferMode::Cold(OnUnanswered::Park) => "cold else park",
    }
}

fn target_name(target: Target, names: &Names) -> String {
    match target {
        Target::Agent(agent) => names.agent(agent),
        Target::Queue(queue) => names.queue(queue),
    }
}

/// `2 offline, 1 at_capacity`; rules that excluded nobody are left out.
fn excluded(excluded: &Excluded) -> String {
    let Excluded {
        offline,
        disconnected,
        not_responding,
        away,
        transfer_only,
        lacks_skill,
        at_capacity,
        declined,
        sender,
    } = *excluded;
    let counts = [
        (offline, "offline"),
        (disconnected, "disconnected"),
        (not_responding, "not_responding"),
        (away, "away"),
        (transfer_only, "transfer_only"),
        (lacks_skill, "lacks_skill"),
        (at_capacity, "at_capacity"),
        (declined, "declined"),
        (sender, "sender"),
    ];
    let counts: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, rule)| format!("{count} {rule}"))
        .collect();
    if counts.is_empty() { "no members".to_owned() } else { counts.join(", ") }
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
        | Verdict::Sender => snake(&verdict),
    }
}

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
    format!(
        "{kind} {} in {} until {}{transfer}, why: {}",
        names.conversation(offer.conversation),
        names.queue(offer.queue),
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
        names.queue(conversation.queue)
    );
    for participant in &conversation.participants {
        text += &format!(", {} {}", snake(&participant.role), names.agent(participant.agent));
    }
    if let Some(wait) = &conversation.wait {
        text += &format!(", waiting since {}", names.clock(wait.since));
        if let Some(agent) = wait.reserved_for {
            text += &format!(" reserved for {}", names.agent(agent));
        }
    }
    if let Some(open) = &conversation.transfer {
        text += &format!(", {}", transfer(open, names));
    }
    if conversation.hops > 0 {
        text += &format!(", hops {}", conversation.hops);
    }
    if conversation.quarantined {
        text += ", quarantined";
    }
    text + &format!("; {}", actions(&conversation.actions, names))
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
    format!(
        "{} transfer from {} to {target} {state}{reason}{note}",
        transfer_mode(open.mode),
        names.agent(open.from)
    )
}

/// Buttons: those that can be pressed, then in brackets those that are off, with the reason.
fn actions(actions: &[AllowedAction], names: &Names) -> String {
    let words: Vec<String> = actions
        .iter()
        .map(|allowed| match allowed.off {
            None => snake(&allowed.action),
            Some(why) => format!("({}: {})", snake(&allowed.action), because(why, names)),
        })
        .collect();
    if words.is_empty() { "may look".to_owned() } else { format!("may {}", words.join(" ")) }
}

fn because(because: Because, names: &Names) -> String {
    match because {
        Because::InConversation(agent) => format!("in conversation, {}", names.agent(agent)),
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
        | Because::AlreadyThere => snake(&because),
    }
}

/// Everybody and every queue a conversation could go to, one a line.
pub fn directory(directory: &targets::Directory, names: &Names) -> Vec<String> {
    let agents = directory.agents.iter().map(|target| agent_target(target, names));
    agents.chain(directory.queues.iter().map(|target| queue_target(target, names))).collect()
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
    if let Some(at) = target.was_here {
        text += &format!(", was here at {}", names.clock(at));
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
    if conversation.choice_asked {
        text += ", asked to choose";
    }
    text
}

/// One line of a visitor's transcript; `body` is the text of a message.
pub fn visitor_line(line: &visitor::Line, body: impl Fn(domain::ids::BodyId) -> String) -> String {
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
            visitor::Notice::TransferAccepted { agent } => format!("TransferAccepted {agent}"),
            visitor::Notice::HandedOver { from, to } => format!("HandedOver from {from} to {to}"),
            visitor::Notice::TransferReturned { agent } => format!("TransferReturned {agent}"),
            visitor::Notice::AgentBack { agent } => format!("AgentBack {agent}"),
            visitor::Notice::Greeting { agent, .. } => format!("Greeting by {agent}"),
            visitor::Notice::Queued
            | visitor::Notice::StillSearching
            | visitor::Notice::TransferStarted
            | visitor::Notice::TransferFailed
            | visitor::Notice::AgentLost
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

/// The name of a variant as the wire writes it: `OnlyAgentUnwilling` as `only_agent_unwilling`.
fn snake(variant: &impl std::fmt::Debug) -> String {
    let name = format!("{variant:?}");
    let name = name.split([' ', '(', '{']).next().unwrap_or_default();
    let mut text = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !text.is_empty() {
            text.push('_');
        }
        text.push(letter.to_ascii_lowercase());
    }
    text
}
