//! Where the stages of a pipeline lead: to somebody, in the end, from each of them and to each of them.
//!
//! `pipelines` has looked at each stage by itself; here they are looked at together. A name that is not there
//! leads nowhere and was reported already.

use std::collections::BTreeSet;

use super::Check;
use crate::{
    document::{Kind, PipelineEntry, Reference, StageEntry, StageKind},
    finding::Code,
    position::{At, Span},
    translate::BACK,
};

/// A way from a stage to another of its pipeline.
struct Way<'a> {
    to: &'a str,
    span: Span,
    /// Taken by itself, without anybody choosing it.
    forced: bool,
    word: &'static str,
}

impl Check<'_> {
    pub(super) fn flow(&mut self, key: &At<String>, pipeline: &PipelineEntry) {
        self.beginning(pipeline);
        self.unreachable(key, pipeline);
        self.circles(pipeline);
        for (key, stage) in pipeline.stages.iter() {
            self.order(key, stage, pipeline);
            self.last_resort(key, stage);
        }
    }

    /// Forms and messages before the first connect stage run before the conversation opens, so each has to
    /// lead to one: a conversation is always with a queue or an agent (invariant I1).
    fn beginning(&mut self, pipeline: &PipelineEntry) {
        let Some((key, _)) = pipeline.stages.iter().next() else { return };
        let mut seen = BTreeSet::new();
        let mut ahead = vec![(key.as_str(), key.span)];
        while let Some((key, span)) = ahead.pop() {
            let Some((name, stage)) = entry(pipeline, key).filter(|_| seen.insert(key)) else {
                continue;
            };
            match stage.kind() {
                Some(StageKind::Form | StageKind::Message) => {
                    ahead.extend(ways(stage).iter().map(|way| (way.to, way.span)));
                    if stops(stage) {
                        let message = format!("the stage `{key}` leads nowhere");
                        self.error(Code::LeadsNowhere, name.span, message).help = Some(
                            "name the stage that follows: `next: …`; a conversation begins at a queue or a list"
                                .to_owned(),
                        );
                    }
                }
                Some(StageKind::OfflineForm | StageKind::Survey | StageKind::End) => {
                    let message = format!("`{key}` comes before anybody was asked for");
                    self.error(Code::LeadsNowhere, span, message).help =
                        Some("begin with a form, a message, a queue or a list".to_owned());
                }
                Some(StageKind::Connect) | None => {}
            }
        }
    }

    fn unreachable(&mut self, key: &At<String>, pipeline: &PipelineEntry) {
        let prefix = format!("{}/", key.value);
        let queues = self.document.queues.iter();
        let from_queues = queues.filter_map(|(_, queue)| {
            queue.out_of_hours.as_ref()?.key.strip_prefix(prefix.as_str())
        });
        let mut reached = BTreeSet::new();
        let mut ahead: Vec<&str> = from_queues.chain(pipeline.stages.keys().take(1)).collect();
        while let Some(key) = ahead.pop() {
            if let Some((_, stage)) = entry(pipeline, key).filter(|_| reached.insert(key)) {
                ahead.extend(ways(stage).iter().map(|way| way.to));
            }
        }
        for (key, _) in pipeline.stages.iter().filter(|(key, _)| !reached.contains(key.as_str())) {
            let message = format!("no way leads to the stage `{}`", key.value);
            self.warning(Code::UnreachableStage, key.span, message).help = Some(
                "let a stage lead to it, by next, on_timeout, on_drop or an escalation, or take it out"
                    .to_owned(),
            );
        }
    }

    /// Each circle is reported once, at the stage of it that stands first.
    fn circles(&mut self, pipeline: &PipelineEntry) {
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for (key, _) in pipeline.stages.iter() {
            let reached = forced_from(pipeline, key);
            let trapped = reached.contains(key.as_str())
                && reached.iter().all(|key| entry(pipeline, key).is_some_and(|(_, s)| !leaves(s)));
            if trapped && !reached.iter().any(|key| told.contains(key)) {
                let mut circle = vec![key.as_str()];
                while let Some(next) = entry(pipeline, circle[circle.len() - 1])
                    .and_then(|(_, stage)| ways(stage).into_iter().find(|way| way.forced))
                    .filter(|way| !circle.contains(&way.to))
                {
                    circle.push(next.to);
                }
                let message = format!(
                    "these stages lead round in a circle: {} → {}",
                    circle.join(" → "),
                    key.value
                );
                self.error(Code::StageLoop, key.span, message).help = Some(
                    "let one of them end at the visitor's choice, a queue, `back`, an offline form or an end"
                        .to_owned(),
                );
            }
            told.extend(reached.into_iter().filter(|_| trapped));
        }
    }

    /// Forms come before a conversation, surveys and ends after it.
    fn order(&mut self, key: &At<String>, stage: &StageEntry, pipeline: &PipelineEntry) {
        let Some(kind) = stage.kind() else { return };
        for way in ways(stage) {
            let Some(to) = entry(pipeline, way.to).and_then(|(_, stage)| stage.kind()) else {
                continue;
            };
            let after_closing =
                kind == StageKind::Survey || kind == StageKind::Connect && way.word == "next";
            match to {
                StageKind::Form if matches!(kind, StageKind::Connect | StageKind::Survey) => {
                    let message = format!("the form `{}` comes after `{}`", way.to, key.value);
                    self.error(Code::FormAfterConnect, way.span, message).help =
                        Some("a form is filled in before the conversation opens".to_owned());
                }
                StageKind::Connect | StageKind::OfflineForm if after_closing => {
                    let message =
                        format!("`{}` cannot follow when a conversation is closed", way.to);
                    self.error(Code::WrongTurn, way.span, message).help =
                        Some("after closing come a message, a survey or an end".to_owned());
                }
                StageKind::Survey if kind == StageKind::Connect && !after_closing => {
                    let message =
                        format!("the survey `{}` comes before the conversation is closed", way.to);
                    self.error(Code::WrongTurn, way.span, message).help =
                        Some("name it in `next`".to_owned());
                }
                StageKind::Form
                | StageKind::Connect
                | StageKind::OfflineForm
                | StageKind::Survey
                | StageKind::Message
                | StageKind::End => {}
            }
        }
    }

    fn last_resort(&mut self, key: &At<String>, stage: &StageEntry) {
        let of_queue = stage.queue.as_ref().and_then(|queue| self.document.queues.get(queue));
        let has_one =
            stage.on_timeout.is_some() || of_queue.is_some_and(|queue| queue.fallback.is_some());
        if stage.kind() == Some(StageKind::Connect) && !has_one {
            let message = format!("a wait in `{}` that is too long leads nowhere", key.value);
            self.warning(Code::NoFallback, key.span, message).help = Some(
                "the visitor will be asked to keep waiting or to leave a message; add `on_timeout`: a stage, `{ queue: … }` or `back`"
                    .to_owned(),
            );
        }
    }
}

/// Every way from a stage to another of its pipeline.
fn ways(stage: &StageEntry) -> Vec<Way<'_>> {
    let connects = stage.kind() == Some(StageKind::Connect);
    let next = stage.next.iter().map(|key| (key, "next", !connects));
    let on_timeout = stage.on_timeout.iter().filter(|place| names_stage(place));
    let on_timeout = on_timeout.map(|place| (&place.key, "on_timeout", true));
    let on_drop = stage.on_drop.iter().map(|key| (key, "on_drop", false));
    let up = stage.escalations.iter().map(|(_, option)| (&option.stage, "escalations", false));
    let options = stage.fields.iter().flat_map(|(_, field)| field.options.iter());
    let chosen = options.filter_map(|(_, option)| Some((option.stage.as_ref()?, "stage", true)));
    next.chain(on_timeout)
        .chain(on_drop)
        .chain(up)
        .chain(chosen)
        .map(|(key, word, forced)| Way { to: key, span: key.span, forced, word })
        .collect()
}

fn names_stage(place: &Reference) -> bool {
    match place.kind {
        Kind::Plain => place.key.value != BACK,
        Kind::Stage => true,
        Kind::Queue | Kind::Pipeline => false,
    }
}

/// Whether a form or message may end without a stage that follows.
fn stops(stage: &StageEntry) -> bool {
    let decides = stage.fields.iter().any(|(_, field)| {
        field.required
            && !field.options.is_empty()
            && field.options.iter().all(|(_, option)| option.stage.is_some())
    });
    stage.next.is_none() && !decides
}

/// Whether somebody who does nothing gets out of this stage to something else than a stage.
fn leaves(stage: &StageEntry) -> bool {
    match stage.kind() {
        Some(StageKind::Connect) => !stage.on_timeout.as_ref().is_some_and(names_stage),
        Some(StageKind::Form | StageKind::Message) => stops(stage),
        Some(StageKind::Survey) => stage.next.is_none(),
        Some(StageKind::OfflineForm | StageKind::End) | None => true,
    }
}

/// Every stage that follows without anybody's choice.
fn forced_from<'a>(pipeline: &'a PipelineEntry, key: &str) -> BTreeSet<&'a str> {
    let after = |key: &str| {
        let stage = entry(pipeline, key).map(|(_, stage)| stage);
        stage.into_iter().flat_map(ways).filter(|way| way.forced).map(|way| way.to)
    };
    let mut reached = BTreeSet::new();
    let mut ahead: Vec<&str> = after(key).collect();
    while let Some(key) = ahead.pop() {
        if reached.insert(key) {
            ahead.extend(after(key));
        }
    }
    reached
}

fn entry<'a>(pipeline: &'a PipelineEntry, key: &str) -> Option<(&'a At<String>, &'a StageEntry)> {
    let found = pipeline.stages.iter().find(|(known, _)| known.as_str() == key);
    found.map(|(key, stage)| (key, &stage.value))
}
