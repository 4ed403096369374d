//! What may be written next: from the buttons of whoever writes, each with why it is off.
//!
//! Says what, not in which words; those are the edge's.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use super::{
    Takes, Verb,
    names::{Known, Named},
    words::split,
};
use crate::{
    Desk,
    ids::{AgentId, ConversationId, Timestamp},
    limits::COMPLETIONS_MAX,
    view::{
        Object, ObjectKey, Viewer,
        actions::{AllowedAction, Because},
        targets::Directory,
    },
};

/// One way to go on with a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    pub verb: Verb,
    /// None while it is the verb that is completed.
    pub argument: Option<Argument>,
    /// The whole line with it.
    pub line: String,
    pub off: Option<Because>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    Target(Named),
    /// A way on from the stage, by its label.
    Option(String),
    /// A code of the workspace's list of reasons.
    Reason(String),
    /// A code of the workspace's list of tags.
    Tag(String),
}

impl Desk {
    /// How an agent may go on with a line; none if the conversation is not theirs to see.
    pub fn completions(
        &self,
        conversation: ConversationId,
        agent: AgentId,
        line: &str,
        now: Timestamp,
    ) -> Option<Vec<Completion>> {
        let key = ObjectKey::Conversation(conversation);
        let Some(Object::Conversation(seen)) = self.object(Viewer::Agent(agent), key) else {
            return None;
        };
        let typed = line.strip_prefix('/').unwrap_or(line);
        let Some((word, rest)) = typed.split_once(char::is_whitespace) else {
            return Some(verbs(typed, &seen.actions));
        };
        let Some(verb) = Verb::of_word(word.trim_end_matches('!')) else { return Some(Vec::new()) };
        let mut found = match verb.takes() {
            Takes::Target => {
                let directory = self.directory(conversation, agent, now)?;
                self.targets(verb, word, rest.trim_start(), &directory)
            }
            Takes::Tags => self.tags(verb, word, rest.trim_start()),
            Takes::OptionalTarget => options(verb, word, rest.trim_start(), &seen.actions),
            Takes::Nothing | Takes::Text | Takes::OptionalText | Takes::Number => Vec::new(),
        };
        found.truncate(COMPLETIONS_MAX);
        Some(found)
    }

    /// Whom it may go to, while that is open; then why.
    fn targets(
        &self,
        verb: Verb,
        word: &str,
        rest: &str,
        directory: &Directory,
    ) -> Vec<Completion> {
        let known = Known::targets(self.rules());
        let named = rest.contains(char::is_whitespace).then(|| known.take(rest).ok()).flatten();
        if let Some((_, after)) = named {
            let Some(begun) = after.strip_prefix('#').filter(|begun| split(begun).1.is_empty())
            else {
                return Vec::new();
            };
            let before = rest.strip_suffix(after).unwrap_or(rest).trim_end();
            let codes = self.rules().reasons.iter().map(|reason| (&*reason.code, &*reason.code));
            let reason = |code: &str| Completion {
                verb,
                argument: Some(Argument::Reason(code.to_string())),
                line: format!("/{word} {before} #{code} "),
                off: None,
            };
            return Known::of(codes).beginning(begun).into_iter().map(reason).collect();
        }
        let off = |named| match named {
            Named::Agent(agent) => {
                directory.agents.iter().find(|target| target.agent == agent)?.off
            }
            Named::Queue(queue) => {
                directory.queues.iter().find(|target| target.queue == queue)?.off
            }
        };
        let target = |named| Completion {
            verb,
            argument: Some(Argument::Target(named)),
            line: format!("/{word} {} ", self.key_of(named)),
            off: off(named),
        };
        let mut found: Vec<Completion> = known.beginning(rest).into_iter().map(target).collect();
        found.sort_by_key(|completion| completion.off.is_some());
        found
    }

    fn tags(&self, verb: Verb, word: &str, rest: &str) -> Vec<Completion> {
        let begun = rest.rsplit(char::is_whitespace).next().unwrap_or_default();
        let before = rest.strip_suffix(begun).unwrap_or_default();
        let codes = self.rules().tags.iter().map(|tag| (&*tag.code, &*tag.code));
        let tag = |code: &str| Completion {
            verb,
            argument: Some(Argument::Tag(code.to_string())),
            line: format!("/{word} {before}{code} "),
            off: None,
        };
        Known::of(codes).beginning(begun).into_iter().map(tag).collect()
    }

    fn key_of(&self, named: Named) -> &str {
        match named {
            Named::Agent(agent) => {
                self.rules().agents.get(&agent).map_or("", |agent| agent.key.as_str())
            }
            Named::Queue(queue) => &self.queue(queue).key,
        }
    }
}

/// The ways on whose key or label begins like this.
fn options(verb: Verb, word: &str, rest: &str, actions: &[AllowedAction]) -> Vec<Completion> {
    let button = actions.iter().find(|button| verb.actions().contains(&button.action));
    let ways = button.into_iter().flat_map(|button| &button.escalations);
    let words = ways.clone().flat_map(|way| [(&*way.key, &*way.key), (&*way.label, &*way.key)]);
    let begun = Known::of(words).beginning(rest);
    ways.filter(|way| begun.contains(&&*way.key))
        .map(|way| Completion {
            verb,
            argument: Some(Argument::Option(way.label.clone())),
            line: format!("/{word} {} ", way.key),
            off: way.off.or(button.and_then(|button| button.off)),
        })
        .collect()
}

/// The commands that begin like this, of those whose button is shown.
fn verbs(typed: &str, actions: &[AllowedAction]) -> Vec<Completion> {
    let typed = typed.to_lowercase();
    let verbs = Verb::ALL.iter().filter(|verb| verb.word().starts_with(&*typed));
    let complete = |verb: &Verb| {
        let mut shown = actions.iter().filter(|button| verb.actions().contains(&button.action));
        let off = match shown.next() {
            None if verb.actions().is_empty() => None,
            None => return None,
            // One of its buttons is enough.
            Some(first) => match shown.any(|button| button.off.is_none()) {
                true => None,
                false => first.off,
            },
        };
        let space = if verb.takes() == Takes::Nothing { "" } else { " " };
        let line = format!("/{}{space}", verb.word());
        Some(Completion { verb: *verb, argument: None, line, off })
    };
    verbs.filter_map(complete).collect()
}
