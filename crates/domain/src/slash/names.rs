//! Who and where is meant: by key or by name, in any case, whole or by the beginning that no other has.

use alloc::vec::Vec;

use super::words::split;
use crate::{
    command::Target,
    config::{Config, EscalationOption},
    ids::{AgentId, QueueId},
    nearest::nearest,
    rejection::Rejection,
    state::Conversation,
};

/// Something that a line can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Named {
    Agent(AgentId),
    Queue(QueueId),
}

impl From<AgentId> for Named {
    fn from(agent: AgentId) -> Self {
        Self::Agent(agent)
    }
}

impl From<Target> for Named {
    fn from(target: Target) -> Self {
        match target {
            Target::Agent(agent) => Self::Agent(agent),
            Target::Queue(queue) => Self::Queue(queue),
        }
    }
}

impl From<Named> for Target {
    fn from(named: Named) -> Self {
        match named {
            Named::Agent(agent) => Self::Agent(agent),
            Named::Queue(queue) => Self::Queue(queue),
        }
    }
}

/// What can be named, and by which words.
pub(super) struct Known<'a, T> {
    words: Vec<(&'a str, T)>,
}

impl<'a> Known<'a, Named> {
    /// Everybody who holds conversations, and every queue.
    pub fn targets(config: &'a Config) -> Self {
        let agents = config.agents.iter().filter(|(_, agent)| agent.roles.agent);
        let agents = agents.flat_map(|(id, _)| words_of(config, Named::Agent(*id)));
        let queues = config.queues.keys().flat_map(|id| words_of(config, Named::Queue(*id)));
        Self { words: queues.chain(agents).collect() }
    }

    /// Who is invited and has not come.
    pub fn invited(config: &'a Config, conversation: &Conversation) -> Self {
        let invited = conversation.open_invitations().map(|invitation| invitation.target.into());
        Self { words: invited.flat_map(|named| words_of(config, named)).collect() }
    }
}

impl<'a> Known<'a, AgentId> {
    /// Who takes part as guest.
    pub fn guests(config: &'a Config, conversation: &Conversation) -> Self {
        let words = conversation.guests.keys().flat_map(|guest| {
            words_of(config, Named::Agent(*guest)).map(|(word, _)| (word, *guest))
        });
        Self { words: words.collect() }
    }
}

/// A key and a name; none of what the configuration has no more.
fn words_of(config: &Config, named: Named) -> impl Iterator<Item = (&str, Named)> {
    let words = match named {
        Named::Agent(agent) => config.agents.get(&agent).map(|found| [&*found.key, &*found.name]),
        Named::Queue(queue) => config.queues.get(&queue).map(|found| [&*found.key, &*found.name]),
    };
    words.into_iter().flatten().map(move |word| (word, named))
}

impl<'a> Known<'a, &'a str> {
    /// Ways on from a stage, each by its key: named by key, label or the stage it leads to.
    pub fn options(config: &'a Config, options: &'a [EscalationOption]) -> Self {
        let words = options.iter().flat_map(|option| {
            let stage = config.stages.get(&option.stage);
            let stage = stage.into_iter().flat_map(|stage| [&*stage.key, &*stage.name]);
            [&*option.key, &*option.label].into_iter().chain(stage).map(|word| (word, &*option.key))
        });
        Self { words: words.collect() }
    }
}

impl<'a, T: Copy + PartialEq> Known<'a, T> {
    pub fn of(words: impl IntoIterator<Item = (&'a str, T)>) -> Self {
        Self { words: words.into_iter().collect() }
    }

    /// What a text begins with, and the rest of it: a whole key or name, the longest there is, else the one
    /// that the first word is the beginning of.
    pub fn take<'t>(&self, text: &'t str) -> Result<(T, &'t str), NotFound<T>> {
        let text = text.strip_prefix('@').unwrap_or(text);
        let whole = self.words.iter().filter_map(|(word, named)| {
            after(text, word).map(|rest| (word.chars().count(), *named, rest))
        });
        if let Some((_, named, rest)) = whole.max_by_key(|(chars, ..)| *chars) {
            return Ok((named, rest));
        }
        let (first, rest) = split(text);
        if first.is_empty() {
            return Err(NotFound::Nothing);
        }
        let mut begun: Vec<T> = Vec::new();
        for (word, named) in &self.words {
            if starts_with(word, first) && !begun.contains(named) {
                begun.push(*named);
            }
        }
        match *begun {
            [named] => Ok((named, rest)),
            [one, other, ..] => Err(NotFound::Several(one, other)),
            [] => Err(NotFound::Unknown(self.nearest(first))),
        }
    }

    /// Everything with a word, or a part of a name, that begins like a text.
    pub fn beginning(&self, text: &str) -> Vec<T> {
        let text = text.strip_prefix('@').unwrap_or(text);
        let mut found: Vec<T> = Vec::new();
        for (word, named) in &self.words {
            let part = || word.split_whitespace().any(|part| starts_with(part, text));
            if (starts_with(word, text) || part()) && !found.contains(named) {
                found.push(*named);
            }
        }
        found
    }

    fn nearest(&self, word: &str) -> Option<T> {
        let near = nearest(word, self.words.iter().map(|(word, _)| *word))?;
        self.words.iter().find(|(word, _)| *word == near).map(|(_, named)| *named)
    }
}

/// Why nothing was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NotFound<T> {
    Nothing,
    Unknown(Option<T>),
    Several(T, T),
}

impl<T: Into<Named>> NotFound<T> {
    pub fn rejection(self, verb: super::Verb) -> Rejection {
        match self {
            Self::Nothing => Rejection::Incomplete(verb),
            Self::Unknown(nearest) => Rejection::UnknownTarget { nearest: nearest.map(Into::into) },
            Self::Several(one, other) => Rejection::AmbiguousTarget(one.into(), other.into()),
        }
    }
}

/// What follows a whole word at the beginning of a text, whatever the case.
fn after<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut letters = text.chars();
    for expected in word.chars() {
        if !letters.next()?.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    let rest = letters.as_str();
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| rest.trim())
}

fn starts_with(word: &str, beginning: &str) -> bool {
    let mut letters = word.chars();
    beginning
        .chars()
        .all(|letter| letters.next().is_some_and(|l| l.to_lowercase().eq(letter.to_lowercase())))
}
