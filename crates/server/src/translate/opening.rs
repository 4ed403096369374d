//! What is said and asked before a conversation, as a page needs it to show it. Which answers count, and where
//! they lead, is decided when the conversation is opened (`domain`, `decide/opening.rs`).

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use config::messages::{Circumstances, Parameters, Trigger};
use domain::{
    config::{Config, Entry, Field, FieldKind, FieldOption, Place, StageKind, in_language},
    ids::{PipelineId, StageId},
};
use protocol::http as wire;

use super::Names;

/// The stages before the first connect stage that answers can lead to, the first one first.
pub fn stages(names: &Names, language: Option<&str>, entry: Entry) -> Vec<wire::OpeningStage> {
    let config = names.config();
    let Entry::Pipeline(pipeline) = entry else { return Vec::new() };
    let Some(first) = config.pipelines.get(&pipeline).map(|pipeline| pipeline.first) else {
        return Vec::new();
    };
    let reader = language.unwrap_or_default().to_ascii_lowercase();
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    let mut ahead = VecDeque::from([first]);
    while let Some(id) = ahead.pop_front() {
        let Some(stage) = config.stages.get(&id).filter(|_| seen.insert(id)) else { continue };
        let (fields, next) = match &stage.kind {
            StageKind::Form(form) => (&*form.fields, form.next),
            StageKind::Message { next } => (&[][..], *next),
            StageKind::Connect(_)
            | StageKind::OfflineForm
            | StageKind::Survey { .. }
            | StageKind::End => continue,
        };
        ahead.extend(next);
        ahead.extend(fields.iter().flat_map(options).filter_map(|option| option.stage));
        found.push(wire::OpeningStage {
            key: stage.key.clone(),
            text: said(names, pipeline, id, language),
            fields: fields.iter().map(|asked| field(asked, config, &reader)).collect(),
            next: next.and_then(|next| key(config, next)).unwrap_or_default(),
        });
    }
    found
}

fn field(field: &Field, config: &Config, language: &str) -> wire::FormField {
    let labelled = |labels: &BTreeMap<String, String>, label: &str| {
        in_language(labels, language).map_or(label, String::as_str).to_owned()
    };
    wire::FormField {
        key: field.key.clone(),
        label: labelled(&field.labels, &field.label),
        kind: match field.kind {
            FieldKind::Text => wire::FieldKind::Text,
            FieldKind::LongText => wire::FieldKind::LongText,
            FieldKind::Email => wire::FieldKind::Email,
            FieldKind::Choice(_) => wire::FieldKind::Choice,
        },
        required: field.required,
        options: options(field)
            .iter()
            .map(|option| wire::FormOption {
                value: option.value.clone(),
                label: labelled(&option.labels, &option.label),
                next: option.stage.and_then(|stage| key(config, stage)),
            })
            .collect(),
    }
}

fn options(field: &Field) -> &[FieldOption] {
    match &field.kind {
        FieldKind::Choice(options) => options,
        FieldKind::Text | FieldKind::LongText | FieldKind::Email => &[],
    }
}

fn key(config: &Config, stage: StageId) -> Option<String> {
    config.stages.get(&stage).map(|stage| stage.key.clone())
}

/// The words of a message stage; nobody is known yet who could be named in them.
fn said(
    names: &Names,
    pipeline: PipelineId,
    stage: StageId,
    language: Option<&str>,
) -> Option<String> {
    let config = names.config();
    let kind = &config.stages.get(&stage)?.kind;
    let StageKind::Message { .. } = kind else { return None };
    let stages = &config.pipelines.get(&pipeline)?.stages;
    // It stands in no place of its own: the one where the path leads is as good.
    let place = stages.iter().find_map(|stage| config.place_of(*stage))?;
    let place = Some(Place { stage: Some(stage), ..place });
    let circumstances = Circumstances { place, pipeline: Some(pipeline), language, visitor: None };
    let said =
        names.catalogue().say(Trigger::StageMessage, circumstances, &Parameters::default())?;
    Some(said.text)
}
