//! One line, taken apart: a verb, then words from the left.

use alloc::string::{String, ToString};

use super::Verb;
use crate::{nearest::nearest, rejection::Rejection};

/// What somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// No command: a message, as it is to be sent.
    Said(String),
    Command(Written<'a>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written<'a> {
    pub verb: Verb,
    /// `!` after the verb: asked for knowing what stands against it.
    pub confirmed: bool,
    pub rest: &'a str,
}

impl<'a> Line<'a> {
    pub fn read(line: &'a str) -> Result<Self, Rejection> {
        let Some(command) = line.strip_prefix('/') else { return Ok(Self::Said(line.to_string())) };
        if command.starts_with('/') {
            return Ok(Self::Said(command.to_string()));
        }
        let (word, rest) = split(command);
        let (word, confirmed) = match word.strip_suffix('!') {
            Some(word) => (word, true),
            None => (word, false),
        };
        match Verb::of_word(word) {
            Some(verb) => Ok(Self::Command(Written { verb, confirmed, rest })),
            None => Err(unknown(word)),
        }
    }
}

/// Up to two: the nearest by its letters, and the first that begins like it.
fn unknown(word: &str) -> Rejection {
    let word = word.to_lowercase();
    let near = nearest(&word, Verb::ALL.iter().map(|verb| verb.word())).and_then(Verb::of_word);
    let mut begin = Verb::ALL.iter().copied().filter(|verb| verb.word().starts_with(&word));
    let alike = begin.find(|verb| !word.is_empty() && Some(*verb) != near);
    Rejection::UnknownVerb { nearest: [near.or(alike), near.and(alike)] }
}

/// The first word, and what comes after it.
pub(super) fn split(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    (word, rest.trim())
}

/// `#reason` at the beginning, and what comes after it.
pub(super) fn split_reason(text: &str) -> (Option<&str>, &str) {
    let (word, rest) = split(text);
    match word.strip_prefix('#') {
        Some(code) => (Some(code), rest),
        None => (None, text.trim()),
    }
}
