//! Builds workspace documents for tests: the words of the YAML, many agents at a time.

use std::fmt::Write as _;

/// A workspace document that grows.
pub struct DocumentBuilder {
    settings: String,
    teams: String,
    agents: String,
    queues: String,
    entry: String,
}

/// A queue as a test wants it: what is not said has the product's default.
pub struct Place<'a> {
    pub key: &'a str,
    pub tier: u8,
    pub team: &'a str,
    /// Further lines of the queue, e.g. `strategy: broadcast`.
    pub more: &'a [&'a str],
}

impl DocumentBuilder {
    /// With an administrator whose key is `root`.
    pub fn new() -> Self {
        Self {
            settings: String::new(),
            teams: String::new(),
            agents: "  root:\n    name: Root\n    email: root@test.example\n    roles: [admin]\n"
                .into(),
            queues: String::new(),
            entry: String::new(),
        }
    }

    /// A line of `settings`, e.g. `cool_down: 5s`.
    #[must_use]
    pub fn setting(mut self, line: &str) -> Self {
        let _ = writeln!(self.settings, "  {line}");
        self
    }

    /// A team of agents `{team}1`, `{team}2` …
    #[must_use]
    pub fn team(mut self, team: &str, agents: usize, capacity: u32) -> Self {
        let _ = writeln!(self.teams, "  {team}: {{ name: Team {team} }}");
        for number in 1..=agents {
            let _ = writeln!(
                self.agents,
                "  {team}{number}:\n    name: Staff {team}{number}\n    public_name: Public {team}{number}\n    \
                 email: {team}{number}@test.example\n    teams: [{team}]\n    capacity: {capacity}"
            );
        }
        self
    }

    /// Somebody with roles, e.g. `[agent], supervisor_of: [front]`.
    #[must_use]
    pub fn person(mut self, key: &str, roles: &str) -> Self {
        let _ = writeln!(
            self.agents,
            "  {key}: {{ name: {key}, email: {key}@test.example, roles: {roles} }}"
        );
        self
    }

    /// A queue served by one team; the first one is where conversations begin.
    #[must_use]
    pub fn queue(mut self, place: &Place<'_>) -> Self {
        let Place { key, tier, team, more } = place;
        if self.entry.is_empty() {
            self.entry = (*key).to_string();
        }
        let _ = writeln!(
            self.queues,
            "  {key}:\n    name: Queue {key}\n    tier: {tier}\n    members: {{ teams: [{team}] }}"
        );
        for line in *more {
            let _ = writeln!(self.queues, "    {line}");
        }
        self
    }

    pub fn build(&self) -> String {
        let settings = if self.settings.is_empty() {
            String::new()
        } else {
            format!("settings:\n{}", self.settings)
        };
        format!(
            "workspace:\n  name: Test\n{settings}teams:\n{}agents:\n{}queues:\n{}reasons:\n  other_desk: Another desk\n\
             dispositions:\n  solved: Solved\nentry: {}\n",
            self.teams, self.agents, self.queues, self.entry
        )
    }
}

impl Default for DocumentBuilder {
    fn default() -> Self {
        Self::new()
    }
}
