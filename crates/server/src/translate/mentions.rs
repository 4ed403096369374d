//! Colleagues named in a note: `@Nora Albrecht`, or `@nora` by key.

use std::collections::BTreeSet;

use domain::{config::Agent, ids::AgentId};

use super::Names;

/// Everybody a text names. Where two names begin alike the longer one is meant.
pub fn named(text: &str, names: &Names) -> BTreeSet<AgentId> {
    let text = text.to_lowercase();
    let begins = text
        .match_indices('@')
        .filter(|(at, _)| !text[..*at].ends_with(|before: char| before.is_alphanumeric()));
    let agents = &names.config().agents;
    begins
        .filter_map(|(at, sign)| {
            let rest = &text[at + sign.len()..];
            let called = |agent: &Agent| {
                [&agent.name, &agent.key]
                    .into_iter()
                    .filter(|name| is_at_start_of(rest, &name.to_lowercase()))
                    .map(String::len)
                    .max()
            };
            let found = agents.iter().filter_map(|(id, agent)| Some((called(agent)?, *id)));
            found.max().map(|(_, id)| id)
        })
        .collect()
}

/// Whole, so that `@ann` is not Anna.
fn is_at_start_of(rest: &str, name: &str) -> bool {
    rest.strip_prefix(name).is_some_and(|after| !after.starts_with(char::is_alphanumeric))
}
