//! Pipelines and their stages. What a stage says to visitors stays in the document.

use std::collections::BTreeMap;

use domain::{
    config as into,
    ids::{PipelineId, QueueId, StageId},
};

use super::{
    Ids, by_language,
    ids::stage_key,
    messages,
    people::members_of,
    queues::{queue_of_stage, strategy},
    small,
};
use crate::{
    document::{
        Document, EscalationEntry, FieldEntry, FieldKind, Kind, Members, OptionEntry, Reference,
        StageEntry, StageKind,
    },
    messages::Trigger,
};

/// What `on_timeout` says for the place a conversation came from.
pub(crate) const BACK: &str = "back";

pub(super) fn pipelines(document: &Document, ids: &Ids) -> BTreeMap<PipelineId, into::Pipeline> {
    document
        .pipelines
        .iter()
        .filter_map(|(key, entry)| {
            let stages: Vec<StageId> =
                entry.stages.keys().filter_map(|stage| ids.stage(key, stage)).collect();
            let pipeline = into::Pipeline {
                key: key.value.clone(),
                name: entry.name.value.clone(),
                first: *stages.first()?,
                stages,
                messages: messages(&entry.messages),
            };
            Some((*ids.pipelines.get(key.as_str())?, pipeline))
        })
        .collect()
}

pub(super) fn stages(document: &Document, ids: &Ids) -> BTreeMap<StageId, into::Stage> {
    let mut stages = BTreeMap::new();
    for (pipeline, entry) in document.pipelines.iter() {
        for (key, stage) in entry.stages.iter() {
            let place = Inside { ids, pipeline };
            let known = ids.stage(pipeline, key).zip(ids.pipelines.get(pipeline.as_str()));
            if let Some(((id, of), kind)) = known.zip(place.kind(key, stage)) {
                let stage = into::Stage {
                    key: key.value.clone(),
                    name: name(document, key, stage),
                    pipeline: *of,
                    kind,
                    messages: said(stage),
                };
                stages.insert(id, stage);
            }
        }
    }
    stages
}

/// The queues of stages that were set up with a list.
pub(super) fn queues(
    document: &Document,
    limits: into::Thresholds,
    ids: &Ids,
) -> BTreeMap<QueueId, into::Queue> {
    let mut queues = BTreeMap::new();
    for (pipeline, entry) in document.pipelines.iter() {
        for (key, stage) in entry.stages.iter() {
            let path = stage_key(pipeline, key);
            if let Some((list, id)) = stage.list.as_ref().zip(ids.queue(&path)) {
                let members = Members { lists: vec![list.clone()], ..Members::default() };
                let members = ids.agents_of(members_of(document, &members));
                let name = name(document, key, stage);
                queues.insert(id, queue_of_stage(&path, name, stage, members, limits));
            }
        }
    }
    queues
}

/// Its messages, and what it says itself if it is a message.
fn said(stage: &StageEntry) -> into::Messages {
    let mut said = messages(&stage.messages);
    if !stage.text.is_empty() {
        said.insert(Trigger::StageMessage.key().to_owned(), by_language(&stage.text));
    }
    said
}

fn name(document: &Document, key: &str, stage: &StageEntry) -> String {
    let of_queue = || Some(document.queues.get(stage.queue.as_ref()?)?.name.value.clone());
    let of_list = || Some(document.lists.get(stage.list.as_ref()?)?.name.value.clone());
    let given = stage.name.as_ref().map(|name| name.value.clone());
    given.or_else(of_queue).or_else(of_list).unwrap_or_else(|| key.to_owned())
}

/// One pipeline, in which plain keys name its own stages.
struct Inside<'a> {
    ids: &'a Ids,
    pipeline: &'a str,
}

impl Inside<'_> {
    fn kind(&self, key: &str, stage: &StageEntry) -> Option<into::StageKind> {
        let next = self.stage(stage.next.as_ref().map(|key| key.as_str()));
        Some(match stage.kind()? {
            StageKind::Connect => {
                into::StageKind::Connect(Box::new(self.connect(key, stage, next)?))
            }
            StageKind::Message => into::StageKind::Message { next },
            StageKind::Form => into::StageKind::Form(into::FormStage {
                fields: stage.fields.iter().map(|(key, field)| self.field(key, field)).collect(),
                next,
            }),
            StageKind::OfflineForm => into::StageKind::OfflineForm,
            StageKind::Survey => into::StageKind::Survey { next },
            StageKind::End => into::StageKind::End,
        })
    }

    fn connect(
        &self,
        key: &str,
        stage: &StageEntry,
        next: Option<StageId>,
    ) -> Option<into::Connect> {
        let list = stage.list.as_ref().and_then(|key| self.ids.lists.get(key.as_str()).copied());
        let queue = match &stage.queue {
            Some(queue) => self.ids.queue(queue)?,
            None => self.ids.queue(&stage_key(self.pipeline, key))?,
        };
        Some(into::Connect {
            queue,
            list,
            tier: stage.tier.as_ref().map(|at| small(at.value)),
            strategy: stage.strategy.map(strategy),
            offer_timeout_ms: stage.offer_timeout.as_ref().map(|at| at.value.0),
            still_searching_ms: stage.still_searching.as_ref().map(|at| at.value.0),
            max_wait_ms: stage.max_wait.as_ref().map(|at| at.value.0),
            priority: stage.priority.as_ref().map(|at| small(at.value)),
            on_timeout: stage.on_timeout.as_ref().and_then(|place| self.fallback(place)),
            on_drop: self.stage(stage.on_drop.as_ref().map(|key| key.as_str())),
            next,
            escalations: stage
                .escalations
                .iter()
                .filter_map(|(key, option)| self.escalation(key, option))
                .collect(),
        })
    }

    fn fallback(&self, place: &Reference) -> Option<into::Fallback> {
        match place.kind {
            Kind::Plain if place.key.value == BACK => Some(into::Fallback::Back),
            Kind::Plain => self.stage(Some(&place.key)).map(into::Fallback::Stage),
            Kind::Queue => self.ids.queue(&place.key).map(into::Fallback::Queue),
            Kind::Stage => self
                .stage(Some(&place.key))
                .or_else(|| self.ids.stages.get(place.key.as_str()).copied())
                .map(into::Fallback::Stage),
            Kind::Pipeline => None,
        }
    }

    fn escalation(&self, key: &str, option: &EscalationEntry) -> Option<into::EscalationOption> {
        Some(into::EscalationOption {
            key: key.to_owned(),
            label: option.label.value.clone(),
            stage: self.stage(Some(&option.stage))?,
            list: option.list.as_ref().and_then(|key| self.ids.lists.get(key.as_str()).copied()),
            reason_required: option.reason_required,
            note_required: option.note_required,
        })
    }

    fn field(&self, key: &str, field: &FieldEntry) -> into::Field {
        let option = |(value, option): (&crate::At<String>, &OptionEntry)| into::FieldOption {
            value: value.value.clone(),
            label: option.label.value.clone(),
            labels: by_language(&option.labels),
            needs: self.ids.levels_of(&option.needs),
            stage: self.stage(option.stage.as_ref().map(|key| key.as_str())),
        };
        into::Field {
            key: key.to_owned(),
            label: field.label.value.clone(),
            labels: by_language(&field.labels),
            required: field.required,
            kind: match field.kind {
                FieldKind::Text => into::FieldKind::Text,
                FieldKind::LongText => into::FieldKind::LongText,
                FieldKind::Email => into::FieldKind::Email,
                FieldKind::Choice => {
                    into::FieldKind::Choice(field.options.iter().map(option).collect())
                }
            },
        }
    }

    fn stage(&self, key: Option<&str>) -> Option<StageId> {
        self.ids.stage(self.pipeline, key?)
    }
}
