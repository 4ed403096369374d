//! Skills, teams, agents and lists.

use std::collections::BTreeMap;

use super::{AGENT, Check, TEAM};
use crate::{
    document::{AgentEntry, ListEntry, Role},
    finding::Code,
    translate::ANY_LANGUAGE,
};

/// Nobody talks to more people at once; programs may.
const CAPACITY_MAX: u64 = 100_000;

impl Check<'_> {
    pub(super) fn people(&mut self) {
        for (key, skill) in self.document.skills.iter() {
            self.key(key);
            self.reserved(key, ANY_LANGUAGE, "the visitor's language");
            self.name(&skill.name);
        }
        for (key, team) in self.document.teams.iter() {
            self.key(key);
            self.name(&team.name);
        }
        for (key, agent) in self.document.agents.iter() {
            self.key(key);
            self.agent(agent);
        }
        self.emails();
        for (key, list) in self.document.lists.iter() {
            self.key(key);
            self.name(&list.name);
            self.list(list);
        }
        if !self.document.agents.iter().any(|(_, agent)| agent.roles.contains(&Role::Admin)) {
            let span = self.document.workspace.name.span;
            self.warning(
                Code::NobodyIsAdmin,
                span,
                "no agent of this workspace has the role `admin`",
            )
            .help = Some("without one nobody can change this document from the console".to_owned());
        }
    }

    fn agent(&mut self, agent: &AgentEntry) {
        self.name(&agent.name);
        if let Some(name) = &agent.public_name {
            self.name(name);
        }
        self.all_named(&agent.teams, &self.document.teams, TEAM);
        self.all_named(&agent.supervisor_of, &self.document.teams, TEAM);
        self.levels(&agent.skills);
        self.languages(&agent.languages);
        if let Some(capacity) = &agent.capacity {
            self.number("a capacity", capacity, 0, CAPACITY_MAX);
        }
    }

    fn emails(&mut self) {
        let mut first = BTreeMap::new();
        for (key, agent) in self.document.agents.iter() {
            let email = &agent.email;
            let well_formed = email.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty()
                    && !host.is_empty()
                    && !host.contains('@')
                    && !email.contains(char::is_whitespace)
            });
            if !well_formed {
                self.error(
                    Code::BadEmail,
                    email.span,
                    format!("`{}` is not an e-mail address", email.value),
                );
            } else if let Some(other) = first.insert(email.to_lowercase(), key) {
                let message =
                    format!("`{}` and `{}` have the same e-mail address", other.value, key.value);
                self.error(Code::DuplicateEmail, email.span, message).help =
                    Some("an account signs in as one agent of a workspace".to_owned());
            }
        }
    }

    fn list(&mut self, list: &ListEntry) {
        match (&list.members, &list.rule) {
            (Some(members), None) => self.all_named(members, &self.document.agents, AGENT),
            (None, Some(rule)) => {
                if let Some(team) = &rule.team {
                    self.named(team, &self.document.teams, TEAM);
                }
                self.levels(&rule.skills);
                if rule.team.is_none() && rule.skills.is_empty() && rule.role.is_none() {
                    self.unclear(list, "the rule of this list says nothing");
                }
            }
            (Some(_), Some(_)) => self.unclear(list, "this list has members by hand and by rule"),
            (None, None) => self.unclear(list, "this list has neither members nor a rule"),
        }
    }

    fn unclear(&mut self, list: &ListEntry, message: &str) {
        self.error(Code::ListUnclear, list.name.span, message).help = Some(
            "write `members: [a, b]`, or a `rule` with at least one of team, skills and role"
                .to_owned(),
        );
    }
}
