//! Whom there is: the workspace's names, and the targets of one conversation.

use domain::{
    config::{self, AgentKind},
    view::targets,
};
use protocol::http as wire;

use super::{Names, ToWire, actions, staff, waits};

pub fn directory(names: &Names) -> wire::Directory {
    let config = names.config();
    wire::Directory {
        name: config.name.clone(),
        agents: config
            .agents
            .iter()
            .map(|(id, agent)| wire::DirectoryAgent {
                agent: names.agent(*id),
                kind: match agent.kind {
                    AgentKind::Human => wire::AgentKind::Human,
                    AgentKind::Bot => wire::AgentKind::Bot,
                },
                teams: agent.teams.iter().map(|team| team.wire()).collect(),
            })
            .collect(),
        queues: config.queues.keys().map(|id| names.queue(*id)).collect(),
        teams: config
            .teams
            .iter()
            .map(|(id, team)| wire::DirectoryTeam { id: id.wire(), name: team.name.clone() })
            .collect(),
        skills: config
            .skills
            .iter()
            .map(|(id, skill)| wire::DirectorySkill {
                id: id.wire(),
                key: skill.key.clone(),
                name: skill.name.clone(),
            })
            .collect(),
        reasons: codes(&config.reasons),
        reason_required: config.settings.reason_required,
        dispositions: codes(&config.dispositions),
        away_reasons: codes(&config.away_reasons),
        tags: codes(&config.tags),
    }
}

pub fn targets(found: &targets::Directory, names: &Names) -> wire::Targets {
    wire::Targets {
        agents: found.agents.iter().map(|target| agent(target, names)).collect(),
        queues: found.queues.iter().map(|target| queue(target, names)).collect(),
        escalations: found
            .escalations
            .iter()
            .map(|target| wire::EscalationTarget {
                escalation: actions::escalation(&target.option, names),
                queue: queue(&target.queue, names),
            })
            .collect(),
        reasons: codes(&names.config().reasons),
        reason_required: names.config().settings.reason_required,
        chain: found.chain.as_ref().map(|chain| staff::chain(chain, names)),
        awaits_supervisor: found.awaits_supervisor,
    }
}

fn agent(target: &targets::AgentTarget, names: &Names) -> wire::AgentTarget {
    wire::AgentTarget {
        agent: names.agent(target.agent),
        status: staff::status(target.status),
        load: target.load,
        capacity: target.capacity,
        missing: target
            .missing
            .iter()
            .map(|(skill, level)| wire::SkillLevel { skill: names.skill(*skill), level: *level })
            .collect(),
        was_here_ms: target.was_here.map(|at| at.0),
        serves: target.serves.iter().map(|queue| names.queue(*queue)).collect(),
        serves_place: target.serves_place,
        off: target.off.map(|because| actions::off(because, names)),
        off_parked: target.off_parked.map(|because| actions::off(because, names)),
    }
}

fn queue(target: &targets::QueueTarget, names: &Names) -> wire::QueueTarget {
    wire::QueueTarget {
        queue: names.queue(target.queue),
        waiting: target.waiting,
        longest_wait_since_ms: target.longest_wait_since.map(|since| since.0),
        estimated_wait: target.estimate.map(waits::estimate),
        available: target.available,
        online: target.online,
        was_here_ms: target.was_here.map(|at| at.0),
        opens_at_ms: target.opens_at.map(|at| at.0),
        off: target.off.map(|because| actions::off(because, names)),
    }
}

fn codes(codes: &[config::Code]) -> Vec<wire::CodeLabel> {
    codes
        .iter()
        .map(|code| wire::CodeLabel { code: code.code.clone(), label: code.label.clone() })
        .collect()
}
