//! Queues, those of stages with a list included.

use domain::{config as into, ids::AgentId};

use super::{Ids, alerts::thresholds, by_language, medium, ms, people::members_of, small};
use crate::document::{self, Document, QueueEntry, Relax, StageEntry};

/// What a step of relaxation drops to no longer ask for the visitor's language.
pub(crate) const ANY_LANGUAGE: &str = "language";

pub(super) fn queue(
    key: String,
    entry: &QueueEntry,
    document: &Document,
    limits: into::Thresholds,
    ids: &Ids,
) -> into::Queue {
    let default = into::Queue::default();
    into::Queue {
        key,
        name: entry.name.value.clone(),
        public_name: entry.public_name.as_ref().unwrap_or(&entry.name).value.clone(),
        public_names: by_language(&entry.public_names),
        tier: entry.tier.as_ref().map_or(default.tier, |at| small(at.value)),
        members: ids.agents_of(members_of(document, &entry.members)),
        strategy: strategy(entry.strategy),
        mode: match entry.mode {
            document::Mode::Push => into::Mode::Push,
            document::Mode::PushAutoAccept => into::Mode::PushAutoAccept,
            document::Mode::Pull => into::Mode::Pull,
        },
        weight: entry.weight.as_ref().map_or(default.weight, |at| medium(at.value)),
        required: ids.levels_of(&entry.required),
        relax: entry.relax.iter().map(|step| relax(step, ids)).collect(),
        offer_timeout_ms: ms(entry.offer_timeout.as_ref(), default.offer_timeout_ms),
        max_wait_ms: ms(entry.max_wait.as_ref(), default.max_wait_ms),
        still_searching_ms: ms(entry.still_searching.as_ref(), default.still_searching_ms),
        fallback: entry.fallback.as_ref().and_then(|key| ids.queue(key)),
        credit: match entry.credit {
            document::Credit::Keep => into::Credit::Keep,
            document::Credit::Reset => into::Credit::Reset,
            document::Credit::Boost => into::Credit::Boost,
        },
        priority: entry.priority.as_ref().map(|at| small(at.value)),
        wrap_up: into::WrapUp {
            ms: ms(entry.wrap_up.time.as_ref(), default.wrap_up.ms),
            holds_capacity: entry.wrap_up.holds_capacity.unwrap_or(default.wrap_up.holds_capacity),
        },
        sticky: entry.sticky,
        greeting: entry.greeting.as_ref().map(|at| at.value.clone()),
        greetings: by_language(&entry.greetings),
        hours: entry.hours.as_ref().and_then(|key| ids.hours.get(key.as_str()).copied()),
        out_of_hours: entry.out_of_hours.as_ref().and_then(|place| ids.out_of_hours(place)),
        language_required: entry.language == document::Language::Required,
        thresholds: thresholds(&entry.alerts, limits),
    }
}

/// The queue of a stage that was set up with a list.
pub(super) fn queue_of_stage(
    key: &str,
    name: String,
    stage: &StageEntry,
    members: Vec<AgentId>,
    limits: into::Thresholds,
) -> into::Queue {
    let default = into::Queue::default();
    into::Queue {
        key: key.to_owned(),
        public_name: name.clone(),
        name,
        tier: stage.tier.as_ref().map_or(default.tier, |at| small(at.value)),
        members,
        thresholds: limits,
        ..default
    }
}

fn relax(step: &Relax, ids: &Ids) -> into::RelaxStep {
    into::RelaxStep {
        after_ms: step.after.0,
        drop: step
            .drop
            .iter()
            .flat_map(|key| match key.as_str() {
                ANY_LANGUAGE => ids.languages(),
                skill => ids.skill(skill).into_iter().collect(),
            })
            .collect(),
        level: step.level.as_ref().map(|at| small(at.value)),
    }
}

pub(super) fn strategy(strategy: document::Strategy) -> into::Strategy {
    match strategy {
        document::Strategy::LeastLoaded => into::Strategy::LeastLoaded,
        document::Strategy::LongestIdle => into::Strategy::LongestIdle,
        document::Strategy::BestSkilled => into::Strategy::BestSkilled,
        document::Strategy::RoundRobin => into::Strategy::RoundRobin,
        document::Strategy::Ordered => into::Strategy::Ordered,
        document::Strategy::Broadcast => into::Strategy::Broadcast,
    }
}
