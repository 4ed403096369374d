//! The names of one configuration version, and its keys and addresses by which people refer to things.

use std::{collections::BTreeMap, sync::Arc};

use config::messages::Catalogue;
use domain::{
    Desk,
    command::{Actor, Target},
    config::{Config, EscalationOption, Place},
    history::HistoryNames,
    ids::{AgentId, ListId, PipelineId, QueueId, SkillId},
    state::State,
};
use protocol::name::{AgentName, Person, QueueName, SkillName, StageName, TargetName};
use store::email_key;

use super::ids::ToWire;

/// Shared by everybody who translates: made once per configuration version.
#[derive(Debug, Clone)]
pub struct Names {
    lines: Desk,
    agents_by_email: BTreeMap<String, AgentId>,
    queues_by_key: BTreeMap<String, QueueId>,
    skills_by_key: BTreeMap<String, SkillId>,
    pipelines_by_key: BTreeMap<String, PipelineId>,
    catalogue: Arc<Catalogue>,
    /// Of agents and queues that are no part of the configuration.
    histories: Arc<HistoryNames>,
}

impl Names {
    /// Those of the configuration in force; of an empty workspace before the first.
    pub fn in_force(config: Option<Config>) -> Self {
        Self::of(config.unwrap_or_default())
    }

    pub fn of(config: Config) -> Self {
        let agents_by_email =
            config.agents.iter().map(|(id, agent)| (email_key(&agent.email), *id)).collect();
        let queues_by_key =
            config.queues.iter().map(|(id, queue)| (queue.key.clone(), *id)).collect();
        let skills_by_key =
            config.skills.iter().map(|(id, skill)| (skill.key.clone(), *id)).collect();
        let pipelines_by_key =
            config.pipelines.iter().map(|(id, pipeline)| (pipeline.key.clone(), *id)).collect();
        let catalogue = Arc::new(Catalogue::of(&config));
        let lines = Desk::restore(State { config: Some(config), ..State::default() });
        let histories = Arc::default();
        Self {
            lines,
            agents_by_email,
            queues_by_key,
            skills_by_key,
            pipelines_by_key,
            catalogue,
            histories,
        }
    }

    /// The same with the names of imported histories.
    #[must_use]
    pub fn knowing(self, histories: Arc<HistoryNames>) -> Self {
        Self { histories, ..self }
    }

    pub fn config(&self) -> &Config {
        self.lines.config().expect("restored with one")
    }

    /// A desk with a configuration and nothing else: all that a visitor's line follows from.
    pub fn desk_for_lines(&self) -> &Desk {
        &self.lines
    }

    /// What visitors are told, in words.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    pub fn agent_by_email(&self, email: &str) -> Option<AgentId> {
        self.agents_by_email.get(&email_key(email)).copied()
    }

    pub fn queue_by_key(&self, key: &str) -> Option<QueueId> {
        self.queues_by_key.get(key).copied()
    }

    pub fn pipeline_by_key(&self, key: &str) -> Option<PipelineId> {
        self.pipelines_by_key.get(key).copied()
    }

    pub fn skill_by_key(&self, key: &str) -> Option<SkillId> {
        self.skills_by_key.get(key).copied()
    }

    /// The name colleagues see; somebody who was removed keeps their id.
    pub fn agent(&self, id: AgentId) -> AgentName {
        let known = self.config().agents.get(&id).map(|agent| &agent.name);
        let name = match known.or_else(|| self.histories.agents.get(&id)) {
            Some(name) => name.clone(),
            None => format!("former agent {}", id.0),
        };
        AgentName { id: id.wire(), name }
    }

    /// The name visitors see.
    pub fn public_name(&self, id: AgentId) -> String {
        self.lines.public_name(id).to_owned()
    }

    pub fn queue(&self, id: QueueId) -> QueueName {
        let known = self.config().queues.get(&id).map(|queue| (&queue.name, queue.tier));
        let imported = || self.histories.queues.get(&id).map(|queue| (&queue.name, queue.tier));
        match known.or_else(imported) {
            Some((name, tier)) => QueueName { id: id.wire(), name: name.clone(), tier },
            None => QueueName { id: id.wire(), name: format!("former queue {}", id.0), tier: 0 },
        }
    }

    /// The stage of a place, if it is in one.
    pub fn stage(&self, place: Place) -> Option<StageName> {
        let stage = self.config().stages.get(&place.stage?)?;
        Some(StageName { key: stage.key.clone(), name: stage.name.clone() })
    }

    /// The support level of a place: its stage's, else its queue's.
    pub fn tier(&self, place: Place) -> u8 {
        let stage = place.stage.and_then(|stage| self.config().stages.get(&stage)?.connect());
        stage.and_then(|stage| stage.tier).unwrap_or_else(|| self.queue(place.queue).tier)
    }

    pub fn pipeline(&self, id: PipelineId) -> Option<String> {
        self.config().pipelines.get(&id).map(|pipeline| pipeline.name.clone())
    }

    pub fn list(&self, id: ListId) -> String {
        let known = self.config().lists.get(&id).map(|list| list.name.clone());
        known.unwrap_or_else(|| format!("former list {}", id.0))
    }

    /// The label of an escalation option of a stage; its key once it is gone.
    pub fn escalation(&self, from: Place, key: &str) -> String {
        let known = self.escalations(from).find(|option| option.key == key);
        known.map_or_else(|| key.to_owned(), |option| option.label.clone())
    }

    /// The ways on from a place.
    pub fn escalations(&self, from: Place) -> impl Iterator<Item = &EscalationOption> {
        let stage = from.stage.and_then(|stage| self.config().stages.get(&stage)?.connect());
        stage.into_iter().flat_map(|stage| &stage.escalations)
    }

    pub fn skill(&self, id: SkillId) -> SkillName {
        let name = match self.config().skills.get(&id) {
            Some(skill) => skill.name.clone(),
            None if id == SkillId::UNSPOKEN => "the visitor's language".to_owned(),
            None => format!("former skill {}", id.0),
        };
        SkillName { id: id.wire(), name }
    }

    pub fn target(&self, target: Target) -> TargetName {
        match target {
            Target::Agent(agent) => TargetName::Agent(self.agent(agent)),
            Target::Queue(queue) => TargetName::Queue(self.queue(queue)),
        }
    }

    pub fn person(&self, actor: Actor) -> Person {
        match actor {
            Actor::Visitor(visitor) => Person::Visitor { id: visitor.wire() },
            Actor::Agent(agent) => {
                let AgentName { id, name } = self.agent(agent);
                Person::Agent { id, name }
            }
            Actor::System => Person::System {},
        }
    }

    /// The words for a tag; of one that no list names, itself.
    pub fn tag(&self, code: &str) -> String {
        let known = self.config().tags.iter().find(|known| known.code == code);
        known.map_or_else(|| code.to_owned(), |known| known.label.clone())
    }

    /// The words for a reason or disposition code.
    pub fn reason(&self, code: &str) -> String {
        let known = self
            .config()
            .reasons
            .iter()
            .chain(&self.config().dispositions)
            .find(|known| known.code == code);
        known.map_or_else(|| code.to_owned(), |known| known.label.clone())
    }
}
