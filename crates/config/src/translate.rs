//! [`Document`] to `domain::config::Config`: keys become ids, defaults are filled in, lists by rule are expanded.
//!
//! Pure: the same document and the same previous version give the same result. A key keeps its id
//! over versions, and no id is used twice.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    config as into,
    ids::{AgentId, ListId, QueueId, SkillId, TeamId},
};

use crate::{
    document::{self, AgentEntry, Document, ListEntry, Members, QueueEntry, Role, SettingsEntry},
    duration::Duration,
    position::{At, Entries},
};

/// Conversations a person holds at once, unless the document says otherwise.
pub(crate) const CAPACITY_DEFAULT: u64 = 4;

/// The version after `previous`. The document has passed `check`; what it should not hold is left out.
#[must_use]
pub fn translate(document: &Document, previous: Option<&into::Config>) -> into::Config {
    let mut next_id = previous.map_or(1, |config| config.next_id);
    let ids = Ids {
        skills: assign(
            &document.skills,
            previous.map(|p| by_key(&p.skills, |s| &s.key)),
            &mut next_id,
            SkillId,
        ),
        teams: assign(
            &document.teams,
            previous.map(|p| by_key(&p.teams, |t| &t.key)),
            &mut next_id,
            TeamId,
        ),
        agents: assign(
            &document.agents,
            previous.map(|p| by_key(&p.agents, |a| &a.key)),
            &mut next_id,
            AgentId,
        ),
        lists: assign(
            &document.lists,
            previous.map(|p| by_key(&p.lists, |l| &l.key)),
            &mut next_id,
            ListId,
        ),
        queues: assign(
            &document.queues,
            previous.map(|p| by_key(&p.queues, |q| &q.key)),
            &mut next_id,
            QueueId,
        ),
    };
    into::Config {
        version: previous.map_or(1, |config| config.version + 1),
        name: document.workspace.name.value.clone(),
        next_id,
        settings: settings(&document.settings),
        skills: collect(&document.skills, &ids.skills, |key, skill| into::Skill {
            key,
            name: skill.name.value.clone(),
        }),
        teams: collect(&document.teams, &ids.teams, |key, team| into::Team {
            key,
            name: team.name.value.clone(),
        }),
        agents: collect(&document.agents, &ids.agents, |key, entry| agent(key, entry, &ids)),
        lists: collect(&document.lists, &ids.lists, |key, entry| into::AgentList {
            key,
            name: entry.name.value.clone(),
            members: ids.agents_of(members_of_list(document, entry)),
        }),
        queues: collect(&document.queues, &ids.queues, |key, entry| {
            queue(key, entry, document, &ids)
        }),
        hours: BTreeMap::new(),
        languages: BTreeMap::new(),
        pipelines: BTreeMap::new(),
        stages: BTreeMap::new(),
        edges: Vec::new(),
        hand_rules: Vec::new(),
        reasons: codes(&document.reasons),
        dispositions: codes(&document.dispositions),
        tags: Vec::new(),
        messages: into::Messages::new(),
        entry: into::Entry::Queue(
            ids.queues.get(document.entry.as_str()).copied().unwrap_or(QueueId(0)),
        ),
    }
}

/// The ids of all keys of a document.
struct Ids<'a> {
    skills: BTreeMap<&'a str, SkillId>,
    teams: BTreeMap<&'a str, TeamId>,
    agents: BTreeMap<&'a str, AgentId>,
    lists: BTreeMap<&'a str, ListId>,
    queues: BTreeMap<&'a str, QueueId>,
}

impl Ids<'_> {
    fn agents_of(&self, keys: Vec<&str>) -> Vec<AgentId> {
        keys.into_iter().filter_map(|key| self.agents.get(key).copied()).collect()
    }

    fn teams_of(&self, keys: &[At<String>]) -> BTreeSet<TeamId> {
        keys.iter().filter_map(|key| self.teams.get(key.as_str()).copied()).collect()
    }

    fn levels_of(&self, levels: &Entries<At<u64>>) -> BTreeMap<SkillId, u8> {
        levels
            .iter()
            .filter_map(|(skill, level)| {
                Some((*self.skills.get(skill.as_str())?, small(level.value)))
            })
            .collect()
    }
}

fn by_key<Id: Copy, T>(
    entries: &BTreeMap<Id, T>,
    key: impl Fn(&T) -> &String,
) -> BTreeMap<&str, Id> {
    entries.iter().map(|(id, entry)| (key(entry).as_str(), *id)).collect()
}

fn assign<'a, T, Id: Copy>(
    entries: &'a Entries<T>,
    previous: Option<BTreeMap<&str, Id>>,
    next_id: &mut u64,
    id: impl Fn(u64) -> Id,
) -> BTreeMap<&'a str, Id> {
    let previous = previous.unwrap_or_default();
    let mut fresh = || {
        let given = id(*next_id);
        *next_id += 1;
        given
    };
    entries.keys().map(|key| (key, previous.get(key).copied().unwrap_or_else(&mut fresh))).collect()
}

fn collect<T, Id: Ord + Copy, U>(
    entries: &Entries<T>,
    ids: &BTreeMap<&str, Id>,
    translate: impl Fn(String, &T) -> U,
) -> BTreeMap<Id, U> {
    entries
        .iter()
        .filter_map(|(key, entry)| {
            Some((*ids.get(key.as_str())?, translate(key.value.clone(), entry)))
        })
        .collect()
}

fn agent(key: String, entry: &AgentEntry, ids: &Ids) -> into::Agent {
    into::Agent {
        key,
        name: entry.name.value.clone(),
        public_name: entry.public_name.as_ref().unwrap_or(&entry.name).value.clone(),
        email: entry.email.to_lowercase(),
        kind: match entry.kind {
            document::AgentKind::Human => into::AgentKind::Human,
            document::AgentKind::Bot => into::AgentKind::Bot,
        },
        roles: into::Roles {
            agent: entry.roles.contains(&Role::Agent),
            supervises: ids.teams_of(&entry.supervisor_of),
            admin: entry.roles.contains(&Role::Admin),
            analyst: entry.roles.contains(&Role::Analyst),
        },
        teams: ids.teams_of(&entry.teams),
        skills: ids.levels_of(&entry.skills),
        capacity: medium(entry.capacity.as_ref().map_or(CAPACITY_DEFAULT, |at| at.value)),
    }
}

/// The keys of those who serve a queue, by rank: lists first, in their order, then teams by key. No repeats.
pub(crate) fn members_of<'a>(document: &'a Document, members: &Members) -> Vec<&'a str> {
    let lists = members.lists.iter().filter_map(|key| document.lists.get(key));
    let mut teams: Vec<&str> = members.teams.iter().map(|key| key.as_str()).collect();
    teams.sort_unstable();
    let from_lists = lists.flat_map(|list| members_of_list(document, list));
    let from_teams =
        teams.into_iter().flat_map(|team| agents_where(document, |agent| is_in(agent, team)));
    let mut seen = BTreeSet::new();
    from_lists
        .chain(from_teams)
        .filter(|key| {
            document.agents.get(key).is_some_and(|agent| agent.roles.contains(&Role::Agent))
        })
        .filter(|key| seen.insert(*key))
        .collect()
}

fn members_of_list<'a>(document: &'a Document, list: &'a ListEntry) -> Vec<&'a str> {
    if let Some(members) = &list.members {
        return members.iter().map(|key| key.as_str()).collect();
    }
    let Some(rule) = &list.rule else { return Vec::new() };
    agents_where(document, |agent| {
        rule.team.as_ref().is_none_or(|team| is_in(agent, team))
            && rule.role.is_none_or(|role| agent.roles.contains(&role))
            && rule.skills.iter().all(|(skill, level)| {
                agent.skills.get(skill).is_some_and(|held| held.value >= level.value)
            })
    })
}

/// By key, so that a rank does not depend on where an agent stands in the document.
fn agents_where(document: &Document, fits: impl Fn(&AgentEntry) -> bool) -> Vec<&str> {
    let mut keys: Vec<&str> = document
        .agents
        .iter()
        .filter(|(_, agent)| fits(agent))
        .map(|(key, _)| key.as_str())
        .collect();
    keys.sort_unstable();
    keys
}

fn is_in(agent: &AgentEntry, team: &str) -> bool {
    agent.teams.iter().any(|key| key.as_str() == team)
}

fn queue(key: String, entry: &QueueEntry, document: &Document, ids: &Ids) -> into::Queue {
    let default = into::Queue::default();
    into::Queue {
        key,
        name: entry.name.value.clone(),
        public_name: entry.public_name.as_ref().unwrap_or(&entry.name).value.clone(),
        tier: entry.tier.as_ref().map_or(default.tier, |at| small(at.value)),
        members: ids.agents_of(members_of(document, &entry.members)),
        strategy: match entry.strategy {
            document::Strategy::LeastLoaded => into::Strategy::LeastLoaded,
            document::Strategy::LongestIdle => into::Strategy::LongestIdle,
            document::Strategy::BestSkilled => into::Strategy::BestSkilled,
            document::Strategy::RoundRobin => into::Strategy::RoundRobin,
            document::Strategy::Ordered => into::Strategy::Ordered,
            document::Strategy::Broadcast => into::Strategy::Broadcast,
        },
        mode: match entry.mode {
            document::Mode::Push => into::Mode::Push,
            document::Mode::PushAutoAccept => into::Mode::PushAutoAccept,
            document::Mode::Pull => into::Mode::Pull,
        },
        weight: entry.weight.as_ref().map_or(default.weight, |at| medium(at.value)),
        required: ids.levels_of(&entry.required),
        relax: entry
            .relax
            .iter()
            .map(|step| into::RelaxStep {
                after_ms: step.after.0,
                drop: step
                    .drop
                    .iter()
                    .filter_map(|key| ids.skills.get(key.as_str()).copied())
                    .collect(),
                level: step.level.as_ref().map(|at| small(at.value)),
            })
            .collect(),
        offer_timeout_ms: ms(entry.offer_timeout.as_ref(), default.offer_timeout_ms),
        max_wait_ms: ms(entry.max_wait.as_ref(), default.max_wait_ms),
        still_searching_ms: ms(entry.still_searching.as_ref(), default.still_searching_ms),
        fallback: entry.fallback.as_ref().and_then(|key| ids.queues.get(key.as_str()).copied()),
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
        ..default
    }
}

fn settings(entry: &SettingsEntry) -> into::Settings {
    let default = into::Settings::default();
    into::Settings {
        default_priority: entry
            .default_priority
            .as_ref()
            .map_or(default.default_priority, |at| small(at.value)),
        boost_ms: ms(entry.boost.as_ref(), default.boost_ms),
        cool_down_ms: ms(entry.cool_down.as_ref(), default.cool_down_ms),
        declines_max: entry
            .declines_max
            .as_ref()
            .map_or(default.declines_max, |at| medium(at.value)),
        rona_max: entry.rona_max.as_ref().map_or(default.rona_max, |at| medium(at.value)),
        sticky_ms: ms(entry.sticky.as_ref(), default.sticky_ms),
        sticky_reserve_ms: ms(entry.sticky_reserve.as_ref(), default.sticky_reserve_ms),
        direct_offer_ms: ms(entry.direct_offer.as_ref(), default.direct_offer_ms),
        park_reserve_ms: ms(entry.park_reserve.as_ref(), default.park_reserve_ms),
        introduction_ms: ms(entry.introduction.as_ref(), default.introduction_ms),
        agent_grace_ms: ms(entry.agent_grace.as_ref(), default.agent_grace_ms),
        agent_lost_ms: ms(entry.agent_lost.as_ref(), default.agent_lost_ms),
        visitor_lost_ms: ms(entry.visitor_lost.as_ref(), default.visitor_lost_ms),
        idle_reminder_ms: ms(entry.idle_reminder.as_ref(), default.idle_reminder_ms),
        idle_close_ms: ms(entry.idle_close.as_ref(), default.idle_close_ms),
        parked_ms: ms(entry.parked.as_ref(), default.parked_ms),
        wake_reserve_ms: ms(entry.wake_reserve.as_ref(), default.wake_reserve_ms),
        come_back_ms: ms(entry.come_back.as_ref(), default.come_back_ms),
        offline_form_ms: ms(entry.offline_form.as_ref(), default.offline_form_ms),
        reason_required: entry.reason_required.unwrap_or(default.reason_required),
        tell_visitor_of_transfer: entry
            .tell_visitor_of_transfer
            .unwrap_or(default.tell_visitor_of_transfer),
        show_queue_names: entry.show_queue_names.unwrap_or(default.show_queue_names),
        ..default
    }
}

fn codes(codes: &Entries<At<String>>) -> Vec<into::Code> {
    codes
        .iter()
        .map(|(code, label)| into::Code { code: code.value.clone(), label: label.value.clone() })
        .collect()
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
