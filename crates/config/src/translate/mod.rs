//! [`Document`] to `domain::config::Config`: keys become ids, defaults are filled in, lists by rule and hours
//! are expanded.
//!
//! Pure: the same document, previous version and moment give the same result. A key keeps its id
//! over versions, and no id is used twice.

mod alerts;
mod canned;
mod hours;
mod ids;
mod people;
mod pipelines;
mod queues;
mod settings;
mod widget;

use std::collections::BTreeMap;

use domain::{
    config as into,
    ids::{QueueId, Timestamp},
};

use crate::{
    document::{Document, Kind, Messages, Reference, Texts},
    duration::Duration,
    position::{At, Entries},
};
pub use hours::{HORIZON_DAYS, day_of, hours_ahead, open_hours};
pub(crate) use hours::{week, zone};
use ids::Ids;
pub(crate) use ids::language_key;
pub(crate) use people::{CAPACITY_DEFAULT, members_of, members_of_list};
pub(crate) use pipelines::BACK;
pub(crate) use queues::ANY_LANGUAGE;

/// The version after `previous`, its hours expanded from `now` on. The document has passed `check`; what it
/// should not hold is left out.
#[must_use]
pub fn translate(
    document: &Document,
    previous: Option<&into::Config>,
    now: Timestamp,
) -> into::Config {
    let ids = Ids::assign(document, previous);
    let mut skills = collect(&document.skills, &ids.skills, |key, skill| into::Skill {
        key,
        name: skill.name.value.clone(),
    });
    let languages = ids.languages_by_code();
    skills.extend(languages.iter().map(|(code, skill)| {
        (*skill, into::Skill { key: language_key(code), name: code.clone() })
    }));
    let limits = alerts::thresholds(&document.alerts, into::Thresholds::DEFAULT);
    let mut queues = collect(&document.queues, &ids.queues, |key, entry| {
        queues::queue(key, entry, document, limits, &ids)
    });
    queues.extend(pipelines::queues(document, limits, &ids));
    into::Config {
        version: previous.map_or(1, |config| config.version + 1),
        name: document.workspace.name.value.clone(),
        zone: document.workspace.zone.as_ref().map_or_else(String::new, |zone| zone.value.clone()),
        next_id: ids.next_id,
        settings: settings::settings(&document.settings, &ids),
        skills,
        teams: collect(&document.teams, &ids.teams, |key, team| into::Team {
            key,
            name: team.name.value.clone(),
        }),
        agents: collect(&document.agents, &ids.agents, |key, entry| {
            people::agent(key, entry, &ids)
        }),
        lists: collect(&document.lists, &ids.lists, |key, entry| into::AgentList {
            key,
            name: entry.name.value.clone(),
            members: ids.agents_of(members_of_list(document, entry)),
        }),
        queues,
        hours: collect(&document.hours, &ids.hours, |key, entry| into::Hours {
            key,
            name: entry.name.value.clone(),
            zone: entry.zone.value.clone(),
            open: hours::expand(entry, now),
        }),
        languages,
        pipelines: pipelines::pipelines(document, &ids),
        stages: pipelines::stages(document, &ids),
        edges: settings::edges(&document.edges, &ids),
        hand_rules: settings::hand_rules(&document.hand_rules),
        reasons: codes(&document.reasons),
        dispositions: codes(&document.dispositions),
        away_reasons: document.away_reasons.as_ref().map_or_else(into::away_reasons, codes),
        tags: codes(&document.tags),
        messages: messages(&document.messages),
        canned_replies: canned::canned_replies(&document.canned_replies, &ids),
        widget: widget::widget(&document.widget),
        retention: into::Retention {
            texts_ms: document.retention.texts.as_ref().map(|period| period.value.0),
            files_ms: document.retention.files.as_ref().map(|period| period.value.0),
        },
        entry: entry(&document.entry, &ids),
    }
}

fn collect<T, Id: Ord + Copy, U>(
    entries: &Entries<T>,
    ids: &BTreeMap<String, Id>,
    translate: impl Fn(String, &T) -> U,
) -> BTreeMap<Id, U> {
    entries
        .iter()
        .filter_map(|(key, entry)| {
            Some((*ids.get(key.as_str())?, translate(key.value.clone(), entry)))
        })
        .collect()
}

fn codes(codes: &Entries<At<String>>) -> Vec<into::Code> {
    codes
        .iter()
        .map(|(code, label)| into::Code { code: code.value.clone(), label: label.value.clone() })
        .collect()
}

fn messages(messages: &Messages) -> into::Messages {
    messages.iter().map(|(key, texts)| (key.value.clone(), by_language(texts))).collect()
}

fn by_language(texts: &Texts) -> BTreeMap<String, String> {
    texts.iter().map(|(code, text)| (code.value.clone(), text.value.clone())).collect()
}

/// A queue goes before a pipeline of the same key.
fn entry(entry: &Reference, ids: &Ids) -> into::Entry {
    let queue = || ids.queue(&entry.key).map(into::Entry::Queue);
    let pipeline = || ids.pipelines.get(entry.key.as_str()).copied().map(into::Entry::Pipeline);
    match entry.kind {
        Kind::Plain => queue().or_else(pipeline),
        Kind::Queue => queue(),
        Kind::Pipeline => pipeline(),
        Kind::Stage => None,
    }
    .unwrap_or(into::Entry::Queue(QueueId(0)))
}

fn ms(time: Option<&At<Duration>>, default: u64) -> u64 {
    time.map_or(default, |at| at.value.0)
}

/// Levels, tiers and priorities: `check` has bounded them.
fn small(number: u64) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

/// Capacities, weights and counts: `check` has bounded them.
fn medium(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
