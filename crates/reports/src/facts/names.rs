//! What ids are called: one row for each agent, queue, team, pipeline, stage and skill, as it was called last.

use domain::{
    event::Event,
    history::{self, HistoryNames, HistoryQueue},
    ids::{AgentId, QueueId},
};
use store::facts::{Name, Row, Value};

/// What imported histories speak of, by the rows there are.
pub fn history(rows: &[Row]) -> HistoryNames {
    let mut names = HistoryNames::default();
    for row in rows {
        let [Value::Text(kind), Value::Integer(id), Value::Text(name), _, tier, ..] =
            row.values.as_slice()
        else {
            continue;
        };
        let Some(id) = u64::try_from(*id).ok().filter(|id| *id >= history::FIRST_ID) else {
            continue;
        };
        match (kind.as_str(), tier) {
            ("queue", Value::Integer(tier)) => {
                let tier = u8::try_from(*tier).unwrap_or(1);
                names.queues.insert(QueueId(id), HistoryQueue { name: name.clone(), tier });
            }
            ("agent", _) => drop(names.agents.insert(AgentId(id), name.clone())),
            _ => {}
        }
    }
    names
}

/// Rows that the event brings.
pub fn rows(event: &Event) -> Vec<Row> {
    let name = |kind, id, key: &str, name: &str| Name {
        kind,
        id,
        key: key.to_owned(),
        name: name.to_owned(),
        tier: None,
        team: None,
        bot: false,
    };
    let mut names = Vec::new();
    if let Event::WorkspaceConfigured { config } = event {
        let agents = config.agents.iter().map(|(id, agent)| Name {
            team: agent.teams.first().map(|team| team.0),
            bot: agent.kind == domain::config::AgentKind::Bot,
            ..name("agent", id.0, &agent.key, &agent.name)
        });
        names.extend(agents);
        let queues = config.queues.iter().map(|(id, queue)| Name {
            tier: Some(queue.tier),
            ..name("queue", id.0, &queue.key, &queue.name)
        });
        names.extend(queues);
        let teams = config.teams.iter();
        names.extend(teams.map(|(id, team)| name("team", id.0, &team.key, &team.name)));
        let pipelines = config.pipelines.iter();
        names.extend(pipelines.map(|(id, one)| name("pipeline", id.0, &one.key, &one.name)));
        let stages = config.stages.iter();
        names.extend(stages.map(|(id, stage)| name("stage", id.0, &stage.key, &stage.name)));
        let skills = config.skills.iter();
        names.extend(skills.map(|(id, skill)| name("skill", id.0, &skill.key, &skill.name)));
    } else if let Event::HistoryNamed { names: history } = event {
        let queues = history.queues.iter().map(|(id, queue)| Name {
            tier: Some(queue.tier),
            ..name("queue", id.0, &queue.name, &queue.name)
        });
        names.extend(queues);
        let agents = history.agents.iter();
        names.extend(agents.map(|(id, agent)| name("agent", id.0, agent, agent)));
    }
    names.into_iter().map(Name::row).collect()
}
