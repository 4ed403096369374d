//! Queues: members that can serve them, steps that do something, fallbacks that end.

use std::collections::BTreeSet;

use domain::limits::{NOTE_CHARS_MAX, OFFER_TIMEOUT_MS, PRIORITY_MAX, RELAX_STEPS_MAX};

use super::{Check, HOURS, LIST, QUEUE, SKILL, STAGE, TEAM};
use crate::{
    document::{Kind, QueueEntry, Reference},
    duration::Duration,
    finding::Code,
    messages::Trigger,
    position::{At, Span},
    translate::{ANY_LANGUAGE, CAPACITY_DEFAULT, members_of},
};

/// The most tiers anybody has asked for is five.
pub(super) const TIER_MAX: u64 = 9;
const WEIGHT_MAX: u64 = 1_000;
/// Waits and after-contact work: a day covers every desk, more is a mistake of a unit.
pub(super) const WAIT_MAX: Duration = Duration(86_400_000);
pub(super) const SECOND: Duration = Duration(1_000);

impl Check<'_> {
    pub(super) fn queues(&mut self) {
        for (key, queue) in self.document.queues.iter() {
            self.key(key);
            self.name(&queue.name);
            if let Some(name) = &queue.public_name {
                self.name(name);
            }
            self.names(&queue.public_names);
            if let Some(greeting) = &queue.greeting {
                self.greeting(greeting);
            }
            for (language, greeting) in queue.greetings.iter() {
                self.language(language);
                self.greeting(greeting);
            }
            self.queue_numbers(queue);
            self.alerts(&queue.alerts);
            self.all_named(&queue.members.lists, &self.document.lists, LIST);
            self.all_named(&queue.members.teams, &self.document.teams, TEAM);
            self.levels(&queue.required);
            self.steps(queue);
            if let Some(hours) = &queue.hours {
                self.named(hours, &self.document.hours, HOURS);
            }
            if let Some(place) = &queue.out_of_hours {
                self.out_of_hours(place);
            }
            self.whether_anybody_can_serve(key, queue);
            if let Some(fallback) = &queue.fallback {
                self.named(fallback, &self.document.queues, QUEUE);
            }
        }
        self.fallback_loops();
    }

    fn greeting(&mut self, greeting: &At<String>) {
        self.text("a greeting", greeting, NOTE_CHARS_MAX);
        self.template(Trigger::Greeting, greeting);
    }

    fn queue_numbers(&mut self, queue: &QueueEntry) {
        if let Some(tier) = &queue.tier {
            self.number("a tier", tier, 1, TIER_MAX);
        }
        if let Some(weight) = &queue.weight {
            self.number("a weight", weight, 1, WEIGHT_MAX);
        }
        if let Some(priority) = &queue.priority {
            self.number("a priority", priority, 0, u64::from(PRIORITY_MAX));
        }
        if let Some(timeout) = &queue.offer_timeout {
            let (min, max) =
                (Duration(*OFFER_TIMEOUT_MS.start()), Duration(*OFFER_TIMEOUT_MS.end()));
            self.time("the time-out of an offer", timeout, min, max);
        }
        for wait in [&queue.max_wait, &queue.still_searching].into_iter().flatten() {
            self.time("this wait", wait, SECOND, WAIT_MAX);
        }
        if let Some(time) = &queue.wrap_up.time {
            self.time("wrap-up", time, Duration(0), WAIT_MAX);
        }
    }

    fn out_of_hours(&mut self, place: &Reference) {
        match place.kind {
            Kind::Plain | Kind::Queue => self.named(&place.key, &self.document.queues, QUEUE),
            Kind::Stage => match place.key.split_once('/') {
                Some((pipeline, stage))
                    if self
                        .document
                        .pipelines
                        .get(pipeline)
                        .is_some_and(|pipeline| pipeline.stages.contains(stage)) => {}
                _ => {
                    let message = format!("there is no {} `{}`", STAGE.word, place.key.value);
                    self.error(STAGE.unknown, place.key.span, message).help = Some(
                        "a queue names a stage with its pipeline: `pipeline/stage`".to_owned(),
                    );
                }
            },
            Kind::Pipeline => self.misplaced(place, "a queue or a stage belongs here"),
        }
    }

    fn steps(&mut self, queue: &QueueEntry) {
        if let Some(one_too_many) = queue.relax.get(RELAX_STEPS_MAX) {
            let message = format!("a queue has at most {RELAX_STEPS_MAX} steps of relaxation");
            self.error(Code::TooManySteps, one_too_many.span, message);
        }
        let mut last = Duration(0);
        for step in &queue.relax {
            self.time("this step", &step.after, SECOND, WAIT_MAX);
            if step.after.value <= last {
                let message =
                    format!("this step comes after the one above it, so later than {last}");
                self.error(Code::UselessStep, step.after.span, message);
            }
            last = step.after.value;
            let skills: Vec<_> =
                step.drop.iter().filter(|key| key.value != ANY_LANGUAGE).cloned().collect();
            self.all_named(&skills, &self.document.skills, SKILL);
            if let Some(level) = &step.level {
                self.level(level);
            }
            if step.drop.is_empty() && step.level.is_none() {
                self.error(Code::UselessStep, step.span, "this step changes nothing").help =
                    Some("add `drop: [skill]` or `level: 2`".to_owned());
            }
        }
    }

    /// Members at all, with the skills, with the room. Skills that a step drops may be rare: that is what steps are for.
    fn whether_anybody_can_serve(&mut self, key: &At<String>, queue: &QueueEntry) {
        let document = self.document;
        let members: Vec<_> = members_of(document, &queue.members)
            .into_iter()
            .filter_map(|key| document.agents.get(key))
            .collect();
        if members.is_empty() {
            let all_known = queue.members.teams.iter().all(|key| document.teams.contains(key))
                && queue.members.lists.iter().all(|key| document.lists.contains(key));
            if !all_known {
                return; // said at the name
            }
            let message = format!("nobody serves the queue `{}`", key.value);
            self.error(Code::QueueWithoutMembers, key.span, message).help =
                Some("name a team or a list that has agents with the role `agent`".to_owned());
            return;
        }
        for (skill, level) in
            queue.required.iter().filter(|(skill, _)| document.skills.contains(skill))
        {
            let dropped = queue
                .relax
                .iter()
                .any(|step| step.drop.iter().any(|drop| drop.value == skill.value));
            let held = members
                .iter()
                .any(|agent| agent.skills.get(skill).is_some_and(|held| held.value >= level.value));
            if !held && !dropped {
                let message = format!(
                    "no member of `{}` has {} at level {}",
                    key.value, skill.value, level.value
                );
                self.warning(Code::SkillNobodyHas, skill.span, message).help =
                    Some("every conversation here would wait for its fallback".to_owned());
            }
        }
        if let Some(weight) = &queue.weight {
            let room = |agent: &&crate::AgentEntry| {
                agent.capacity.as_ref().map_or(CAPACITY_DEFAULT, |at| at.value)
            };
            let most = members.iter().map(room).max().unwrap_or_default();
            if weight.value > most {
                let message = format!(
                    "no member of `{}` has room for {}; the most is {most}",
                    key.value, weight.value
                );
                self.error(Code::WeightNobodyHasRoomFor, weight.span, message);
            }
        }
    }

    /// Each circle is reported once, at the queue of it that stands first.
    fn fallback_loops(&mut self) {
        let queues = &self.document.queues;
        let mut seen = BTreeSet::new();
        let mut loops: Vec<(Span, String)> = Vec::new();
        for start in queues.keys() {
            let mut path = vec![start];
            while let Some(fallback) =
                queues.get(path[path.len() - 1]).and_then(|queue| queue.fallback.as_ref())
            {
                let next = fallback.as_str();
                if next == start && path.iter().all(|key| !seen.contains(key)) {
                    loops.push((fallback.span, format!("{} → {start}", path.join(" → "))));
                    seen.extend(path.iter().copied());
                }
                if path.contains(&next) {
                    break;
                }
                path.push(next);
            }
        }
        for (span, circle) in loops {
            self.error(
                Code::FallbackLoop,
                span,
                format!("the fallbacks lead round in a circle: {circle}"),
            )
            .help = Some(
                "let one of them end at the visitor's choice by leaving out `fallback`".to_owned(),
            );
        }
    }
}
