//! What may be written next: from the buttons of whoever writes, each with why it is off.
//!
//! Says what, not in which words; those are the edge's.

use alloc::{
    collections::BTreeSet,
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
    command::Target,
    ids::{AgentId, ConversationId},
    limits::COMPLETIONS_MAX,
    state::Conversation,
    view::{
        Object, ObjectKey, Viewer,
        actions::{AllowedAction, Because},
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
    /// Who takes part already.
    Guest(AgentId),
    Invited(Named),
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
    ) -> Option<Vec<Completion>> {
        let key = ObjectKey::Conversation(conversation);
        let Some(Object::Conversation(seen)) = self.object(Viewer::Agent(agent), key) else {
            return None;
        };
        let conversation = self.conversation(conversation)?;
        let typed = match line.strip_prefix('/') {
            Some(typed) => typed,
            None if line.is_empty() => line,
            None => return Some(Vec::new()),
        };
        let Some((word, rest)) = typed.split_once(char::is_whitespace) else {
            return Some(verbs(typed, &seen.actions));
        };
        let Some(verb) = Verb::of_word(word.trim_end_matches('!')) else { return Some(Vec::new()) };
        let buttons: Vec<&AllowedAction> =
            seen.actions.iter().filter(|button| verb.actions().contains(&button.action)).collect();
        if buttons.is_empty() {
            return Some(Vec::new());
        }
        let begun = Begun { desk: self, conversation, agent, verb, word, rest: rest.trim_start() };
        let mut found = match verb.takes() {
            Takes::Target => begun.targets(),
            Takes::OptionalTarget => begun.options(&buttons),
            Takes::Guest | Takes::OptionalGuest => begun.guests(),
            Takes::OptionalInvited => begun.invited(),
            Takes::Tags => begun.tags(),
            Takes::Nothing | Takes::Text | Takes::OptionalText | Takes::Number => Vec::new(),
        };
        found.sort_by_key(|completion| completion.off.is_some());
        found.truncate(COMPLETIONS_MAX);
        Some(found)
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

/// A line as far as it is written.
struct Begun<'a> {
    desk: &'a Desk,
    conversation: &'a Conversation,
    agent: AgentId,
    verb: Verb,
    /// As it was written: with the `!`, in any case.
    word: &'a str,
    rest: &'a str,
}

impl Begun<'_> {
    fn with(&self, argument: Argument, words: &str, off: Option<Because>) -> Completion {
        let line = format!("/{} {words} ", self.word);
        Completion { verb: self.verb, argument: Some(argument), line, off }
    }

    /// Whom it may go to, while that is open; then why.
    fn targets(&self) -> Vec<Completion> {
        let known = Known::targets(self.desk.rules());
        if let Some((_, after)) = self.named(&known) {
            return self.reasons(after);
        }
        let target = |named| {
            let off = self.off(named);
            self.with(Argument::Target(named), self.desk.key_of(named), off)
        };
        known.beginning(self.rest).into_iter().map(target).collect()
    }

    /// What is named already, once a space says that the name is over.
    fn named<T: Copy + PartialEq>(&self, known: &Known<'_, T>) -> Option<(T, &str)> {
        self.rest.contains(char::is_whitespace).then(|| known.take(self.rest).ok()).flatten()
    }

    fn off(&self, named: Named) -> Option<Because> {
        let target = Target::from(named);
        if self.verb == Verb::Invite {
            self.desk.not_invitable(self.conversation, target)
        } else {
            self.desk.not_a_target(self.conversation, target, self.agent)
        }
    }

    /// The ways on whose key or label begins like this; then why.
    fn options(&self, buttons: &[&AllowedAction]) -> Vec<Completion> {
        let ways = buttons.iter().flat_map(|button| &button.escalations);
        let known = Known::options(self.desk.rules(), self.desk.escalations(self.conversation));
        let after = match self.named(&known) {
            Some((_, after)) => Some(after),
            // With a single way on, the reason may come at once.
            None => self.rest.starts_with('#').then_some(self.rest),
        };
        if let Some(after) = after {
            return self.reasons(after);
        }
        let begun = known.beginning(self.rest);
        let button_off = buttons.iter().find_map(|button| button.off);
        ways.filter(|way| begun.contains(&&*way.key))
            .map(|way| {
                self.with(Argument::Option(way.label.clone()), &way.key, way.off.or(button_off))
            })
            .collect()
    }

    /// `after` is the end of the line: the beginning of a reason, or the note and nothing to complete.
    fn reasons(&self, after: &str) -> Vec<Completion> {
        let Some(begun) = after.strip_prefix('#').filter(|begun| split(begun).1.is_empty()) else {
            return Vec::new();
        };
        let before = self.rest.strip_suffix(after).unwrap_or_default();
        let codes = self.desk.rules().reasons.iter().map(|reason| (&*reason.code, &*reason.code));
        let reason = |code: &str| {
            self.with(Argument::Reason(code.to_string()), &format!("{before}#{code}"), None)
        };
        Known::of(codes).beginning(begun).into_iter().map(reason).collect()
    }

    fn guests(&self) -> Vec<Completion> {
        let known = Known::guests(self.desk.rules(), self.conversation);
        let inherits = matches!(self.verb, Verb::Owner | Verb::Leave);
        let guest = |guest: AgentId| {
            let off = inherits.then(|| self.desk.cannot_own(self.conversation, guest)).flatten();
            self.with(Argument::Guest(guest), self.desk.key_of(guest.into()), off)
        };
        let others = |guest: &AgentId| *guest != self.agent;
        known.beginning(self.rest).into_iter().filter(others).map(guest).collect()
    }

    fn invited(&self) -> Vec<Completion> {
        let known = Known::invited(self.desk.rules(), self.conversation);
        let invited = |named| self.with(Argument::Invited(named), self.desk.key_of(named), None);
        known.beginning(self.rest).into_iter().map(invited).collect()
    }

    /// The workspace's; after a `-` those that are set.
    fn tags(&self) -> Vec<Completion> {
        let begun = self.rest.rsplit(char::is_whitespace).next().unwrap_or_default();
        let before = self.rest.strip_suffix(begun).unwrap_or_default();
        let set = &self.conversation.tags;
        let (sign, begun, codes): (_, _, BTreeSet<&str>) = match begun.strip_prefix('-') {
            Some(begun) => ("-", begun, set.iter().map(|tag| &**tag).collect()),
            None => {
                let codes = self.desk.rules().tags.iter().map(|tag| &*tag.code);
                ("", begun, codes.filter(|code| !set.contains(*code)).collect())
            }
        };
        let known = Known::of(codes.into_iter().map(|code| (code, code)));
        let tag = |code: &str| {
            let words = format!("{before}{sign}{code}");
            self.with(Argument::Tag(code.to_string()), &words, None)
        };
        known.beginning(begun).into_iter().map(tag).collect()
    }
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
