//! Keys to ids: those of the previous version where a key was there, the next free ones otherwise.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    config::{Config, Fallback},
    ids::{AgentId, HoursId, ListId, PipelineId, QueueId, SkillId, StageId, TeamId},
};

use crate::{
    document::{Document, Kind, Reference},
    position::{At, Entries},
};

/// The ids of all keys of a document. A stage, and the queue of one with a list, has the key `pipeline/stage`;
/// the skill of a language has `language:code`.
pub(super) struct Ids {
    pub next_id: u64,
    pub skills: BTreeMap<String, SkillId>,
    pub teams: BTreeMap<String, TeamId>,
    pub agents: BTreeMap<String, AgentId>,
    pub lists: BTreeMap<String, ListId>,
    pub queues: BTreeMap<String, QueueId>,
    pub hours: BTreeMap<String, HoursId>,
    pub pipelines: BTreeMap<String, PipelineId>,
    pub stages: BTreeMap<String, StageId>,
}

const LANGUAGE: &str = "language:";

/// The key of the skill that stands for speaking a language.
pub(crate) fn language_key(code: &str) -> String {
    format!("{LANGUAGE}{code}")
}

pub(super) fn stage_key(pipeline: &str, stage: &str) -> String {
    format!("{pipeline}/{stage}")
}

impl Ids {
    pub fn assign(document: &Document, previous: Option<&Config>) -> Self {
        static NOTHING: std::sync::LazyLock<Config> = std::sync::LazyLock::new(Config::default);
        let before = previous.unwrap_or(&NOTHING);
        let mut next = before.next_id;
        let mut skills =
            assign(keys(&document.skills), by_key(&before.skills, |s| &s.key), &mut next, SkillId);
        let teams =
            assign(keys(&document.teams), by_key(&before.teams, |t| &t.key), &mut next, TeamId);
        let agents =
            assign(keys(&document.agents), by_key(&before.agents, |a| &a.key), &mut next, AgentId);
        let lists =
            assign(keys(&document.lists), by_key(&before.lists, |l| &l.key), &mut next, ListId);
        let queues_before = by_key(&before.queues, |q| &q.key);
        let mut queues = assign(keys(&document.queues), queues_before.clone(), &mut next, QueueId);
        let hours =
            assign(keys(&document.hours), by_key(&before.hours, |h| &h.key), &mut next, HoursId);
        skills.extend(assign(
            language_keys(document),
            by_key(&before.skills, |s| &s.key),
            &mut next,
            SkillId,
        ));
        let pipelines = assign(
            keys(&document.pipelines),
            by_key(&before.pipelines, |p| &p.key),
            &mut next,
            PipelineId,
        );
        let stages_before = before.stages.iter().filter_map(|(id, stage)| {
            let pipeline = before.pipelines.get(&stage.pipeline)?;
            Some((stage_key(&pipeline.key, &stage.key), *id))
        });
        let stages =
            assign(stage_keys(document, |_| true), stages_before.collect(), &mut next, StageId);
        let with_list = stage_keys(document, |stage| stage.list.is_some());
        queues.extend(assign(with_list, queues_before, &mut next, QueueId));
        Self { next_id: next, skills, teams, agents, lists, queues, hours, pipelines, stages }
    }

    pub fn queue(&self, key: &str) -> Option<QueueId> {
        self.queues.get(key).copied()
    }

    pub fn skill(&self, key: &str) -> Option<SkillId> {
        self.skills.get(key).copied()
    }

    pub fn stage(&self, pipeline: &str, stage: &str) -> Option<StageId> {
        self.stages.get(&stage_key(pipeline, stage)).copied()
    }

    pub fn agents_of(&self, keys: Vec<&str>) -> Vec<AgentId> {
        keys.into_iter().filter_map(|key| self.agents.get(key).copied()).collect()
    }

    pub fn teams_of(&self, keys: &[At<String>]) -> BTreeSet<TeamId> {
        keys.iter().filter_map(|key| self.teams.get(key.as_str()).copied()).collect()
    }

    pub fn levels_of(&self, levels: &Entries<At<u64>>) -> BTreeMap<SkillId, u8> {
        levels
            .iter()
            .filter_map(|(skill, level)| Some((self.skill(skill)?, super::small(level.value))))
            .collect()
    }

    /// Whatever a visitor speaks.
    pub fn languages(&self) -> Vec<SkillId> {
        self.languages_by_code().into_values().chain([SkillId::UNSPOKEN]).collect()
    }

    pub fn languages_by_code(&self) -> BTreeMap<String, SkillId> {
        let code = |key: &String| key.strip_prefix(LANGUAGE).map(str::to_owned);
        self.skills.iter().filter_map(|(key, skill)| Some((code(key)?, *skill))).collect()
    }

    /// A plain key in a queue names a queue; a stage is named with its pipeline.
    pub fn out_of_hours(&self, place: &Reference) -> Option<Fallback> {
        match place.kind {
            Kind::Plain | Kind::Queue => self.queue(&place.key).map(Fallback::Queue),
            Kind::Stage => self.stages.get(place.key.as_str()).copied().map(Fallback::Stage),
            Kind::Pipeline => None,
        }
    }
}

fn keys<T>(entries: &Entries<T>) -> impl Iterator<Item = String> {
    entries.keys().map(str::to_owned)
}

/// By code, so that where an agent stands in the document makes no difference.
fn language_keys(document: &Document) -> impl Iterator<Item = String> {
    let spoken = document.agents.iter().flat_map(|(_, agent)| &agent.languages);
    let codes: BTreeSet<&str> = spoken.map(|code| code.as_str()).collect();
    codes.into_iter().map(language_key)
}

fn stage_keys(
    document: &Document,
    which: impl Fn(&crate::StageEntry) -> bool,
) -> impl Iterator<Item = String> {
    document.pipelines.iter().flat_map(move |(pipeline, entry)| {
        let wanted = entry.stages.iter().filter(|(_, stage)| which(stage));
        wanted.map(|(stage, _)| stage_key(pipeline, stage)).collect::<Vec<_>>()
    })
}

fn by_key<Id: Copy, T>(
    entries: &BTreeMap<Id, T>,
    key: impl Fn(&T) -> &String,
) -> BTreeMap<String, Id> {
    entries.iter().map(|(id, entry)| (key(entry).clone(), *id)).collect()
}

fn assign<Id: Copy>(
    keys: impl Iterator<Item = String>,
    previous: BTreeMap<String, Id>,
    next_id: &mut u64,
    id: impl Fn(u64) -> Id,
) -> BTreeMap<String, Id> {
    let mut fresh = || {
        let given = id(*next_id);
        *next_id += 1;
        given
    };
    keys.map(|key| {
        let known = previous.get(&key).copied();
        (key, known.unwrap_or_else(&mut fresh))
    })
    .collect()
}
