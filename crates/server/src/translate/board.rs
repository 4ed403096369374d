//! The objects of a board.

use domain::{
    event::HandCause,
    ids::ConversationId,
    view::{
        board::{self as inner, AlertKey, Key, Level, Limit, Object, Risk, Subject},
        staff::Status,
    },
};
use protocol::{frame::ObjectKey, staff as wire};

use super::{Names, Texts, ToWire, staff, waits};

pub fn object(object: &Object, names: &Names, texts: &Texts) -> wire::Object {
    match object {
        Object::Queue(queue) => wire::Object::BoardQueue(self::queue(queue, names)),
        Object::Agent(agent) => wire::Object::BoardAgent(self::agent(agent, names)),
        Object::Conversation(found) => {
            wire::Object::BoardConversation(Box::new(conversation(found, names, texts)))
        }
        Object::Alert(alert) => wire::Object::BoardAlert(self::alert(alert, names)),
    }
}

pub fn key(key: Key) -> ObjectKey {
    match key {
        Key::Queue(level) => ObjectKey::BoardQueue { id: level_id(level) },
        Key::Agent(agent) => ObjectKey::BoardAgent { id: agent.wire() },
        Key::Conversation(found) => ObjectKey::BoardConversation { id: found.wire() },
        Key::Alert(alert) => ObjectKey::BoardAlert { id: alert_id(alert) },
    }
}

fn queue(queue: &inner::Queue, names: &Names) -> wire::BoardQueue {
    wire::BoardQueue {
        id: level_id(queue.level),
        queue: names.queue(queue.level.queue),
        tier: queue.level.tier,
        waiting: queue.waiting,
        waiting_since_ms: queue.waiting_since.map(|at| at.0),
        estimated_wait: queue.estimate.map(waits::estimate),
        in_service: queue.in_service,
        answers: wire::BoardAnswers {
            ended: queue.answers.ended,
            in_time: queue.answers.in_time,
            within_ms: queue.answered_within_ms,
        },
        open: queue.open,
        online: queue.online,
        free: queue.free,
    }
}

fn agent(agent: &inner::Agent, names: &Names) -> wire::BoardAgent {
    let name = names.agent(agent.agent);
    let config = names.config();
    let teams = config.agents.get(&agent.agent).into_iter().flat_map(|agent| &agent.teams);
    wire::BoardAgent {
        id: name.id,
        name: name.name,
        teams: teams.filter_map(|id| Some(config.teams.get(id)?.name.clone())).collect(),
        status: staff::status(agent.status),
        reason: agent.reason.clone(),
        load: agent.load,
        capacity: agent.capacity,
        conversations: agent.conversations.iter().copied().map(ConversationId::wire).collect(),
        longest_since_ms: agent.longest_since.map(|at| at.0),
    }
}

fn conversation(
    found: &inner::Conversation,
    names: &Names,
    texts: &Texts,
) -> wire::BoardConversation {
    let supervisor = |(agent, mode): &(_, _)| wire::BoardSupervisor {
        agent: names.agent(*agent),
        mode: staff::assist_mode(*mode),
    };
    wire::BoardConversation {
        id: found.conversation.wire(),
        visitor: wire::BoardVisitor {
            id: found.visitor.wire(),
            name: given_name(texts.attributes(found.attributes)),
        },
        status: match found.status {
            Status::Waiting => wire::ConversationStatus::Waiting,
            Status::Active => wire::ConversationStatus::Active,
            Status::Parked => wire::ConversationStatus::Parked,
            Status::Closed => wire::ConversationStatus::Closed,
        },
        queue: names.queue(found.place.queue),
        stage: names.stage(found.place),
        tier: found.tier,
        priority: found.priority,
        owner: found.owner.map(|owner| names.agent(owner)),
        held_since_ms: found.held_since.0,
        hops: found.hops,
        hand: found.hand.as_ref().map(|hand| wire::BoardHand {
            since_ms: hand.since.0,
            cause: match hand.cause {
                HandCause::Asked => wire::HandCause::Asked,
                HandCause::Rule(_) => wire::HandCause::Rule,
                HandCause::ChainLimit => wire::HandCause::ChainLimit,
            },
            alerted: hand.alerted,
        }),
        unanswered_since_ms: found.unanswered_since.map(|at| at.0),
        supervisors: found.supervisors.iter().map(supervisor).collect(),
        risks: found.risks.iter().copied().map(risk).collect(),
    }
}

/// What the page says the visitor is called; none of what else it says of them.
fn given_name(mut attributes: std::collections::BTreeMap<String, String>) -> Option<String> {
    let names = ["name", "display_name", "email"];
    names.into_iter().find_map(|key| attributes.remove(key).filter(|name| !name.is_empty()))
}

fn risk(risk: Risk) -> wire::BoardRisk {
    match risk {
        Risk::Hand => wire::BoardRisk::Hand,
        Risk::Quarantined => wire::BoardRisk::Quarantined,
        Risk::LongWait => wire::BoardRisk::LongWait,
        Risk::Unanswered => wire::BoardRisk::Unanswered,
        Risk::Loop => wire::BoardRisk::Loop,
        Risk::ManyHops => wire::BoardRisk::ManyHops,
    }
}

fn alert(alert: &inner::Alert, names: &Names) -> wire::BoardAlert {
    wire::BoardAlert {
        id: alert_id(alert.key),
        kind: kind(alert.key.limit),
        queue: names.queue(alert.level.queue),
        tier: alert.level.tier,
        conversation: match alert.key.subject {
            Subject::Conversation(conversation) => Some(conversation.wire()),
            Subject::Queue(_) => None,
        },
        limit: alert.limit,
        since_ms: alert.since.map(|at| at.0),
    }
}

fn kind(limit: Limit) -> wire::BoardAlertKind {
    match limit {
        Limit::NobodyOnline => wire::BoardAlertKind::NobodyOnline,
        Limit::Hand => wire::BoardAlertKind::Hand,
        Limit::LongestWait => wire::BoardAlertKind::LongestWait,
        Limit::Waiting => wire::BoardAlertKind::Waiting,
        Limit::Unanswered => wire::BoardAlertKind::Unanswered,
        Limit::ServiceLevel => wire::BoardAlertKind::ServiceLevel,
        Limit::Hops => wire::BoardAlertKind::Hops,
    }
}

fn level_id(level: Level) -> String {
    format!("{}.{}", level.queue.wire(), level.tier)
}

fn alert_id(key: AlertKey) -> String {
    let limit = match key.limit {
        Limit::NobodyOnline => "nobody_online",
        Limit::Hand => "hand",
        Limit::LongestWait => "longest_wait",
        Limit::Waiting => "waiting",
        Limit::Unanswered => "unanswered",
        Limit::ServiceLevel => "service_level",
        Limit::Hops => "hops",
    };
    match key.subject {
        Subject::Queue(level) => format!("{limit}.{}", level_id(level)),
        Subject::Conversation(conversation) => format!("{limit}.{}", conversation.wire()),
    }
}
