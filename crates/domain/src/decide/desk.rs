//! What the server itself asks for: configuration, starts, the clock, connections.

use alloc::{boxed::Box, vec::Vec};

use crate::{
    command::Actor,
    config::Config,
    decide::{due, hours},
    desk::Answer,
    event::{Alert, Event, OfferEnd},
    ids::{AgentId, ConversationId, QueueId, VisitorId},
    rejection::Rejection,
    state::{Link, Seeker},
    turn::Turn,
};

pub fn by_system(turn: &Turn<'_>) -> Result<(), Rejection> {
    match turn.actor {
        Actor::System => Ok(()),
        Actor::Agent(_) | Actor::Visitor(_) => Err(Rejection::NotAllowed),
    }
}

/// Puts a version in force. A queue that is in use stays; agents may go, and what they hold is re-queued.
pub fn configure(turn: &mut Turn<'_>, config: Box<Config>) -> Result<Answer, Rejection> {
    let allowed = match turn.actor {
        Actor::System => true,
        Actor::Agent(agent) => {
            turn.desk.rules().agents.get(&agent).is_some_and(|agent| agent.roles.admin)
        }
        Actor::Visitor(_) => false,
    };
    if !allowed {
        return Err(Rejection::NotAllowed);
    }
    if config.version != turn.desk.rules().version.saturating_add(1) {
        return Err(Rejection::StaleConfiguration);
    }
    if let Some(queue) = queues_in_use(turn).find(|queue| !config.queues.contains_key(queue)) {
        return Err(Rejection::QueueInUse(queue));
    }
    turn.tell(Event::WorkspaceConfigured { config });
    hours::follow(turn, turn.now);
    Ok(Answer::Done)
}

/// Places of open conversations, and those that their handoffs name.
fn queues_in_use(turn: &Turn<'_>) -> impl Iterator<Item = QueueId> {
    let open =
        turn.desk.state.conversations.values().filter(|conversation| !conversation.is_closed());
    open.flat_map(|conversation| {
        let handoffs = conversation.handoff.iter();
        core::iter::once(conversation.place)
            .chain(handoffs.flat_map(|handoff| [handoff.place, handoff.from_place]))
            .chain(conversation.invitations.values().map(|invitation| invitation.place))
            .map(|place| place.queue)
    })
}

/// Offers that were out end; whoever was asked may never have seen them. They are made again, once what passed
/// while nobody ran has been honoured in its order.
pub fn start_server(turn: &mut Turn<'_>) -> Result<Answer, Rejection> {
    by_system(turn)?;
    turn.tell(Event::ServerStarted);
    let offered: Vec<Seeker> = turn.desk.index.offers.values().copied().collect();
    for seeker in offered {
        turn.end_offer(seeker, OfferEnd::Restart);
    }
    while honour_first(turn) {}
    Ok(Answer::Done)
}

/// Honours the first deadline that has passed; nothing if none has.
pub fn tick(turn: &mut Turn<'_>) -> Result<Answer, Rejection> {
    by_system(turn)?;
    honour_first(turn);
    Ok(Answer::Done)
}

/// Whether a deadline had passed.
fn honour_first(turn: &mut Turn<'_>) -> bool {
    let passed = turn.desk.next_deadline().filter(|(at, _)| *at <= turn.now);
    if let Some((at, deadline)) = passed {
        due::honour(turn, at, deadline);
    }
    passed.is_some()
}

/// Nobody may be kept ringing by what no rule will end.
pub fn quarantine(turn: &mut Turn<'_>, id: ConversationId) -> Result<Answer, Rejection> {
    by_system(turn)?;
    let seekers: Vec<Seeker> = turn.find_open(id)?.seekings().map(|one| one.seeker).collect();
    for seeker in seekers {
        turn.end_offer(seeker, OfferEnd::Withdrawn);
    }
    turn.tell(Event::ConversationQuarantined { conversation: id });
    turn.tell(Event::SupervisorsAlerted { conversation: id, alert: Alert::Quarantined });
    Ok(Answer::Done)
}

pub fn connect_agent(turn: &mut Turn<'_>, agent: AgentId) -> Result<Answer, Rejection> {
    if link(turn, agent)? != Link::Connected {
        turn.tell(Event::AgentConnected { agent });
    }
    Ok(Answer::Done)
}

pub fn lose_agent_connection(turn: &mut Turn<'_>, agent: AgentId) -> Result<Answer, Rejection> {
    if link(turn, agent)? == Link::Connected {
        turn.tell(Event::AgentConnectionLost { agent });
    }
    Ok(Answer::Done)
}

fn link(turn: &Turn<'_>, agent: AgentId) -> Result<Link, Rejection> {
    by_system(turn)?;
    turn.desk.state.agents.get(&agent).map(|agent| agent.link).ok_or(Rejection::UnknownAgent)
}

pub fn connect_visitor(turn: &mut Turn<'_>, visitor: VisitorId) -> Result<Answer, Rejection> {
    by_system(turn)?;
    if turn.desk.state.erased.contains(visitor) {
        return Err(Rejection::VisitorErased);
    }
    if !connected(turn, visitor) {
        turn.tell(Event::VisitorConnected { visitor });
    }
    Ok(Answer::Done)
}

pub fn lose_visitor_connection(
    turn: &mut Turn<'_>,
    visitor: VisitorId,
) -> Result<Answer, Rejection> {
    by_system(turn)?;
    if connected(turn, visitor) {
        turn.tell(Event::VisitorConnectionLost { visitor });
    }
    Ok(Answer::Done)
}

fn connected(turn: &Turn<'_>, visitor: VisitorId) -> bool {
    turn.desk.state.visitors.get(&visitor).is_some_and(|visitor| visitor.connected)
}
