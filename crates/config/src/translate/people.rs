//! Agents, and who belongs to a list or serves a queue.

use std::collections::BTreeSet;

use domain::config as into;

use super::{Ids, language_key, medium};
use crate::document::{self, AgentEntry, Document, ListEntry, Members, Role};

/// Conversations a person holds at once, unless the document says otherwise.
pub(crate) const CAPACITY_DEFAULT: u64 = 4;

pub(super) fn agent(key: String, entry: &AgentEntry, ids: &Ids) -> into::Agent {
    let mut skills = ids.levels_of(&entry.skills);
    // Whoever speaks a language speaks it well enough: languages have no levels.
    skills.extend(
        entry.languages.iter().filter_map(|code| Some((ids.skill(&language_key(code))?, 1))),
    );
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
        skills,
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

pub(crate) fn members_of_list<'a>(document: &'a Document, list: &'a ListEntry) -> Vec<&'a str> {
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
