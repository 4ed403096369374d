//! What the facts take from the configuration: tiers, weights, teams. Each event is read with the version that was in
//! force when it happened.

use std::collections::BTreeMap;

use domain::{
    config::{AgentKind, Config, Place, StageKind},
    history::HistoryNames,
    ids::{AgentId, PipelineId, QueueId, StageId, TeamId},
};
use store::Sequence;

/// Of an imported conversation nothing is known about how much of an agent it took.
const HISTORY_WEIGHT: u32 = 1;

#[derive(Debug, Clone, Default)]
pub struct Setting {
    queues: BTreeMap<QueueId, Line>,
    stages: BTreeMap<StageId, (Option<u8>, PipelineId)>,
    agents: BTreeMap<AgentId, Who>,
}

#[derive(Debug, Clone, Copy)]
struct Line {
    tier: u8,
    weight: u32,
}

/// Somebody who answers. An agent of several teams counts under the first of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Who {
    pub bot: bool,
    pub team: Option<TeamId>,
    pub capacity: u32,
}

impl Setting {
    pub fn of(config: &Config) -> Self {
        let queues = config.queues.iter();
        let stages = config.stages.iter().map(|(id, stage)| {
            let tier = match &stage.kind {
                StageKind::Connect(connect) => connect.tier,
                StageKind::Message { .. }
                | StageKind::Form(_)
                | StageKind::OfflineForm
                | StageKind::Survey { .. }
                | StageKind::End => None,
            };
            (*id, (tier, stage.pipeline))
        });
        let agents = config.agents.iter().map(|(id, agent)| {
            let bot = agent.kind == AgentKind::Bot;
            let team = agent.teams.first().copied();
            (*id, Who { bot, team, capacity: agent.capacity })
        });
        Self {
            queues: queues
                .map(|(id, queue)| (*id, Line { tier: queue.tier, weight: queue.weight }))
                .collect(),
            stages: stages.collect(),
            agents: agents.collect(),
        }
    }

    fn add(&mut self, names: &HistoryNames) {
        let line = |tier| Line { tier, weight: HISTORY_WEIGHT };
        self.queues.extend(names.queues.iter().map(|(id, queue)| (*id, line(queue.tier))));
        self.agents.extend(names.agents.keys().map(|id| (*id, Who::default())));
    }
}

/// The settings of a workspace by when they came into force, and what imported histories speak of.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    versions: Vec<(Sequence, Setting)>,
    /// Before the first version: nothing.
    unsaid: Setting,
    history: Setting,
}

impl Settings {
    pub fn configured(&mut self, sequence: Sequence, config: &Config) {
        self.versions.push((sequence, Setting::of(config)));
    }

    pub fn named(&mut self, names: &HistoryNames) {
        self.history.add(names);
    }

    /// As it was at that record.
    pub fn at(&self, sequence: Sequence) -> Rules<'_> {
        let later = self.versions.partition_point(|(since, _)| *since <= sequence);
        let version = later.checked_sub(1).and_then(|at| self.versions.get(at));
        let version = version.map_or(&self.unsaid, |(_, setting)| setting);
        Rules { version, history: &self.history }
    }
}

/// A version and the histories beside it.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'a> {
    version: &'a Setting,
    history: &'a Setting,
}

impl Rules<'_> {
    /// 1 for a queue that is gone.
    pub fn tier(self, place: Place) -> u8 {
        let stage = place.stage.and_then(|stage| self.version.stages.get(&stage));
        let of_stage = stage.and_then(|(tier, _)| *tier);
        of_stage.or(self.line(place.queue).map(|line| line.tier)).unwrap_or(1)
    }

    pub fn pipeline(self, place: Place) -> Option<PipelineId> {
        place.stage.and_then(|stage| self.version.stages.get(&stage)).map(|(_, of)| *of)
    }

    pub fn weight(self, place: Place) -> u32 {
        self.line(place.queue).map_or(HISTORY_WEIGHT, |line| line.weight)
    }

    /// None for somebody the configuration does not name, or no longer.
    pub fn member(self, agent: AgentId) -> Option<Who> {
        self.version.agents.get(&agent).copied()
    }

    pub fn who(self, agent: AgentId) -> Who {
        self.member(agent).or(self.history.agents.get(&agent).copied()).unwrap_or_default()
    }

    fn line(self, queue: QueueId) -> Option<Line> {
        self.version.queues.get(&queue).or(self.history.queues.get(&queue)).copied()
    }
}
