//! Pipelines: every stage has a kind and the fields of that kind, and what it names is there.

use domain::limits::{OFFER_TIMEOUT_MS, PRIORITY_MAX};

use super::{
    Check, LIST, QUEUE, STAGE,
    queues::{SECOND, TIER_MAX, WAIT_MAX},
};
use crate::{
    document::{
        EscalationEntry, FieldEntry, FieldKind, Kind, Members, PipelineEntry, Reference,
        StageEntry, StageKind, Texts,
    },
    duration::Duration,
    finding::Code,
    messages::Trigger,
    position::{At, Entries, Span},
    translate::{BACK, members_of},
};

impl Check<'_> {
    pub(super) fn pipelines(&mut self) {
        for (key, pipeline) in self.document.pipelines.iter() {
            self.key(key);
            self.name(&pipeline.name);
            self.messages(&pipeline.messages);
            if pipeline.stages.is_empty() {
                let message = format!("the pipeline `{}` has no stages", key.value);
                self.error(Code::Empty, key.span, message);
            }
            for (key, stage) in pipeline.stages.iter() {
                self.key(key);
                self.reserved(key, BACK, "the place a conversation came from");
                self.stage(key, stage, pipeline);
            }
            self.flow(key, pipeline);
        }
    }

    fn stage(&mut self, key: &At<String>, stage: &StageEntry, pipeline: &PipelineEntry) {
        if let Some(name) = &stage.name {
            self.name(name);
        }
        self.messages(&stage.messages);
        for (language, text) in stage.text.iter() {
            self.language(language);
            self.template(Trigger::StageMessage, text);
        }
        let Some(kind) = stage.kind() else {
            let message = format!("the stage `{}` says neither its kind nor its queue", key.value);
            self.error(Code::StageUnclear, key.span, message).help = Some(
                "add `queue: …` or `list: …`, or a kind: message, form, offline_form, survey, end"
                    .to_owned(),
            );
            return;
        };
        for (field, span) in misplaced(key.span, stage, kind) {
            let message = format!("a stage of kind `{}` takes no `{field}`", word(kind));
            self.error(Code::MisplacedField, span, message);
        }
        for next in [&stage.next, &stage.on_drop].into_iter().flatten() {
            self.named(next, &pipeline.stages, STAGE);
        }
        match kind {
            StageKind::Connect => self.connect(key, stage, pipeline),
            StageKind::Form => self.form(key, stage, pipeline),
            StageKind::Message => {
                if stage.text.is_empty() {
                    let message = format!("the stage `{}` says nothing", key.value);
                    self.error(Code::Empty, key.span, message).help =
                        Some("add its words by language: `text: { en: … }`".to_owned());
                }
            }
            StageKind::OfflineForm | StageKind::Survey | StageKind::End => {}
        }
    }

    fn connect(&mut self, key: &At<String>, stage: &StageEntry, pipeline: &PipelineEntry) {
        match (&stage.queue, &stage.list) {
            (Some(queue), None) => self.named(queue, &self.document.queues, QUEUE),
            (None, Some(list)) => {
                self.named(list, &self.document.lists, LIST);
                self.list_serves(list);
            }
            (Some(_), Some(list)) => {
                let message = format!("the stage `{}` has a queue and a list", key.value);
                self.error(Code::StageUnclear, list.span, message).help = Some(
                    "with a list it has a queue of its own; leave out one of the two".to_owned(),
                );
            }
            (None, None) => {
                let message = format!("the stage `{}` connects to nobody", key.value);
                self.error(Code::StageUnclear, key.span, message).help =
                    Some("add `queue: …` or `list: …`".to_owned());
            }
        }
        if let Some(tier) = &stage.tier {
            self.number("a tier", tier, 1, TIER_MAX);
        }
        if let Some(priority) = &stage.priority {
            self.number("a priority", priority, 0, u64::from(PRIORITY_MAX));
        }
        if let Some(timeout) = &stage.offer_timeout {
            let (min, max) =
                (Duration(*OFFER_TIMEOUT_MS.start()), Duration(*OFFER_TIMEOUT_MS.end()));
            self.time("the time-out of an offer", timeout, min, max);
        }
        for wait in [&stage.max_wait, &stage.still_searching].into_iter().flatten() {
            self.time("this wait", wait, SECOND, WAIT_MAX);
        }
        if let Some(place) = &stage.on_timeout {
            self.on_timeout(place, pipeline);
        }
        for (name, option) in stage.escalations.iter() {
            self.key(name);
            self.escalation(option, pipeline);
            self.way_up((key, stage), option, pipeline);
        }
    }

    fn list_serves(&mut self, list: &At<String>) {
        let members = Members { lists: vec![list.clone()], ..Members::default() };
        if self.document.lists.contains(list) && members_of(self.document, &members).is_empty() {
            let message = format!("nobody of the list `{}` holds conversations", list.value);
            self.error(Code::QueueWithoutMembers, list.span, message).help =
                Some("a list serves with its agents of the role `agent`".to_owned());
        }
    }

    fn on_timeout(&mut self, place: &Reference, pipeline: &PipelineEntry) {
        match place.kind {
            Kind::Plain if place.key.value == BACK => {}
            Kind::Plain | Kind::Stage => self.named(&place.key, &pipeline.stages, STAGE),
            Kind::Queue => self.named(&place.key, &self.document.queues, QUEUE),
            Kind::Pipeline => self.misplaced(place, "a stage, a queue or `back` belongs here"),
        }
    }

    fn escalation(&mut self, option: &EscalationEntry, pipeline: &PipelineEntry) {
        self.name(&option.label);
        self.named(&option.stage, &pipeline.stages, STAGE);
        let target = pipeline.stages.get(&option.stage).and_then(|stage| stage.kind());
        if target.is_some_and(|kind| kind != StageKind::Connect) {
            let message = format!("the stage `{}` connects to nobody", option.stage.value);
            self.error(Code::MisplacedField, option.stage.span, message).help =
                Some("an escalation leads to a stage with a queue or a list".to_owned());
        }
        if let Some(list) = &option.list {
            self.named(list, &self.document.lists, LIST);
        }
    }

    fn form(&mut self, key: &At<String>, stage: &StageEntry, pipeline: &PipelineEntry) {
        if stage.fields.is_empty() {
            let message = format!("the form `{}` asks nothing", key.value);
            self.error(Code::Empty, key.span, message).help =
                Some("add `fields`, e.g. `fields: { topic: { label: Topic } }`".to_owned());
        }
        for (key, field) in stage.fields.iter() {
            self.key(key);
            self.labels(&field.label, &field.labels);
            self.field(key, field, pipeline);
        }
    }

    /// What visitors read in a form, in the workspace's language and in others.
    fn labels(&mut self, label: &At<String>, others: &Texts) {
        self.name(label);
        self.names(others);
    }

    /// What a choice asks for, somebody has to have.
    fn held_by_somebody(&mut self, needs: &Entries<At<u64>>) {
        for (skill, level) in needs.iter().filter(|(key, _)| self.document.skills.contains(key)) {
            let held = self.document.agents.iter().any(|(_, agent)| {
                agent.skills.get(skill).is_some_and(|held| held.value >= level.value)
            });
            if !held {
                let message = format!("no agent has {} at level {}", skill.value, level.value);
                self.warning(Code::SkillNobodyHas, skill.span, message).help =
                    Some("whoever chooses this would wait for the fallback".to_owned());
            }
        }
    }

    fn field(&mut self, key: &At<String>, field: &FieldEntry, pipeline: &PipelineEntry) {
        if field.kind == FieldKind::Choice && field.options.is_empty() {
            let message = format!("the choice `{}` has no options", key.value);
            self.error(Code::Empty, key.span, message);
        }
        if let Some((option, _)) =
            field.options.iter().next().filter(|_| field.kind != FieldKind::Choice)
        {
            self.error(Code::MisplacedField, option.span, "only a choice has options").help =
                Some("add `kind: choice`".to_owned());
        }
        for (value, option) in field.options.iter() {
            self.key(value);
            self.labels(&option.label, &option.labels);
            self.levels(&option.needs);
            self.held_by_somebody(&option.needs);
            if let Some(stage) = &option.stage {
                self.named(stage, &pipeline.stages, STAGE);
            }
        }
    }
}

/// The fields of a stage that mean nothing in one of its kind, with their places.
fn misplaced(key: Span, stage: &StageEntry, kind: StageKind) -> Vec<(&'static str, Span)> {
    let span = |at: &Option<At<u64>>| at.as_ref().map(|at| at.span);
    let time = |at: &Option<At<Duration>>| at.as_ref().map(|at| at.span);
    let word = |at: &Option<At<String>>| at.as_ref().map(|at| at.span);
    let connect = kind == StageKind::Connect;
    let fields = [
        ("queue", word(&stage.queue), connect),
        ("list", word(&stage.list), connect),
        ("tier", span(&stage.tier), connect),
        ("strategy", stage.strategy.map(|_| key), connect),
        ("offer_timeout", time(&stage.offer_timeout), connect),
        ("still_searching", time(&stage.still_searching), connect),
        ("max_wait", time(&stage.max_wait), connect),
        ("priority", span(&stage.priority), connect),
        ("on_timeout", stage.on_timeout.as_ref().map(|place| place.key.span), connect),
        ("on_drop", word(&stage.on_drop), connect),
        (
            "next",
            word(&stage.next),
            matches!(
                kind,
                StageKind::Connect | StageKind::Message | StageKind::Form | StageKind::Survey
            ),
        ),
        ("escalations", stage.escalations.iter().next().map(|(key, _)| key.span), connect),
        ("fields", stage.fields.iter().next().map(|(key, _)| key.span), kind == StageKind::Form),
        ("text", stage.text.iter().next().map(|(key, _)| key.span), kind == StageKind::Message),
    ];
    fields
        .into_iter()
        .filter(|(_, _, takes)| !takes)
        .filter_map(|(field, span, _)| Some((field, span?)))
        .collect()
}

const fn word(kind: StageKind) -> &'static str {
    match kind {
        StageKind::Connect => "connect",
        StageKind::Message => "message",
        StageKind::Form => "form",
        StageKind::OfflineForm => "offline_form",
        StageKind::Survey => "survey",
        StageKind::End => "end",
    }
}
