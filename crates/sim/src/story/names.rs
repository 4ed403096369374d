//! Ids to the words of the script and back: agents, queues and skills by key, conversations by visitor.
//!
//! A name once learned stays, so that events about removed agents and queues can still be told.

use std::collections::BTreeMap;

use domain::{
    config::{Config, Place},
    ids::{AgentId, ConversationId, PipelineId, QueueId, SkillId, StageId, Timestamp, VisitorId},
};

#[derive(Debug, Default)]
pub struct Names {
    agents: BTreeMap<AgentId, String>,
    queues: BTreeMap<QueueId, String>,
    /// By pipeline and stage, as `support/first_line`.
    stages: BTreeMap<StageId, String>,
    pipelines: BTreeMap<PipelineId, String>,
    skills: BTreeMap<SkillId, String>,
    visitors: BTreeMap<VisitorId, String>,
    conversations: BTreeMap<ConversationId, String>,
    /// Back from the words, of the kinds that a long day has thousands of.
    visitors_by_name: BTreeMap<String, VisitorId>,
    conversations_by_name: BTreeMap<String, ConversationId>,
    /// How many conversations each visitor has opened.
    openings: BTreeMap<VisitorId, u32>,
    /// The zero of the script's clock.
    begin: Timestamp,
}

impl Names {
    pub fn from(begin: Timestamp) -> Self {
        Self { begin, ..Self::default() }
    }

    pub fn learn(&mut self, config: &Config) {
        self.agents.extend(config.agents.iter().map(|(id, agent)| (*id, agent.key.clone())));
        self.queues.extend(config.queues.iter().map(|(id, queue)| (*id, queue.key.clone())));
        self.stages.extend(config.stages.iter().map(|(id, stage)| {
            let pipeline = config.pipelines.get(&stage.pipeline).map_or("?", |p| &p.key);
            (*id, format!("{pipeline}/{}", stage.key))
        }));
        self.pipelines
            .extend(config.pipelines.iter().map(|(id, pipeline)| (*id, pipeline.key.clone())));
        self.skills.extend(config.skills.iter().map(|(id, skill)| (*id, skill.key.clone())));
    }

    /// The visitor of that name; made up on first mention.
    pub fn meet(&mut self, name: &str) -> VisitorId {
        if let Some(known) = self.visitor_named(name) {
            return known;
        }
        let visitor = VisitorId(self.visitors.len() as u64 + 1);
        self.visitors.insert(visitor, name.to_owned());
        self.visitors_by_name.insert(name.to_owned(), visitor);
        visitor
    }

    /// A visitor's first conversation has their name, the next ones are `v1/2`, `v1/3` …
    pub fn opened(&mut self, conversation: ConversationId, visitor: VisitorId) {
        let name = self.visitor(visitor);
        let opening = self.openings.entry(visitor).or_default();
        *opening += 1;
        let name = if *opening == 1 { name } else { format!("{name}/{opening}") };
        self.conversations_by_name.insert(name.clone(), conversation);
        self.conversations.insert(conversation, name);
    }

    pub fn agent_named(&self, name: &str) -> Option<AgentId> {
        key_of(&self.agents, name)
    }

    pub fn queue_named(&self, name: &str) -> Option<QueueId> {
        key_of(&self.queues, name)
    }

    pub fn pipeline_named(&self, name: &str) -> Option<PipelineId> {
        key_of(&self.pipelines, name)
    }

    pub fn skill_named(&self, name: &str) -> Option<SkillId> {
        key_of(&self.skills, name)
    }

    pub fn visitor_named(&self, name: &str) -> Option<VisitorId> {
        self.visitors_by_name.get(name).copied()
    }

    pub fn conversation_named(&self, name: &str) -> Option<ConversationId> {
        self.conversations_by_name.get(name).copied()
    }

    pub fn visitors(&self) -> impl Iterator<Item = VisitorId> + '_ {
        self.visitors.keys().copied()
    }

    pub fn agent(&self, id: AgentId) -> String {
        name_of(&self.agents, id)
    }

    pub fn queue(&self, id: QueueId) -> String {
        name_of(&self.queues, id)
    }

    /// A stage by its own name; a queue outside every stage by its.
    pub fn place(&self, place: Place) -> String {
        place.stage.map_or_else(|| self.queue(place.queue), |stage| self.stage(stage))
    }

    pub fn pipeline(&self, id: PipelineId) -> String {
        name_of(&self.pipelines, id)
    }

    pub fn stage(&self, id: StageId) -> String {
        name_of(&self.stages, id)
    }

    pub fn skill(&self, id: SkillId) -> String {
        if id == SkillId::UNSPOKEN { "language".to_owned() } else { name_of(&self.skills, id) }
    }

    pub fn visitor(&self, id: VisitorId) -> String {
        name_of(&self.visitors, id)
    }

    pub fn conversation(&self, id: ConversationId) -> String {
        name_of(&self.conversations, id)
    }

    /// A moment on the script's clock: `0s`, `90s` as `1m30s`, with `…ms` only where there are any.
    pub fn clock(&self, at: Timestamp) -> String {
        length(at.since(self.begin))
    }
}

/// A length of time as a script writes it.
pub fn length(ms: u64) -> String {
    let parts = [
        (ms / 3_600_000, "h"),
        (ms / 60_000 % 60, "m"),
        (ms / 1_000 % 60, "s"),
        (ms % 1_000, "ms"),
    ];
    let text: String = parts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count}{unit}"))
        .collect();
    if text.is_empty() { "0s".to_owned() } else { text }
}

fn key_of<K: Copy>(names: &BTreeMap<K, String>, name: &str) -> Option<K> {
    names.iter().find(|(_, known)| *known == name).map(|(id, _)| *id)
}

fn name_of<K: Ord + std::fmt::Debug>(names: &BTreeMap<K, String>, id: K) -> String {
    names.get(&id).cloned().unwrap_or_else(|| format!("{id:?}"))
}
