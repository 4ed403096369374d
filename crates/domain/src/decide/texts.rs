//! What is asked of texts, files and codes before they are kept.

use alloc::{collections::BTreeMap, string::String};

use crate::{
    command::{Draft, Note},
    config::Code,
    limits::{
        ATTRIBUTES_CHARS_MAX, LANGUAGE_CHARS_MAX, MESSAGE_CHARS_MAX, MESSAGE_FILES_MAX,
        NOTE_CHARS_MAX,
    },
    rejection::Rejection,
};

/// The length of a message in characters.
pub fn check_message(message: &Draft) -> Result<u32, Rejection> {
    if message.files.len() > MESSAGE_FILES_MAX {
        return Err(Rejection::TooManyFiles);
    }
    if message.files.is_empty() && message.text.trim().is_empty() {
        return Err(Rejection::EmptyMessage);
    }
    check_length(&message.text, MESSAGE_CHARS_MAX)
}

pub fn check_length(text: &str, chars_max: usize) -> Result<u32, Rejection> {
    let chars = text.chars().count();
    if chars > chars_max {
        return Err(Rejection::TextTooLong);
    }
    u32::try_from(chars).map_err(|_| Rejection::TextTooLong)
}

pub fn check_attributes(attributes: &BTreeMap<String, String>) -> Result<(), Rejection> {
    let chars = attributes.iter().map(|(key, value)| key.chars().count() + value.chars().count());
    if chars.sum::<usize>() > ATTRIBUTES_CHARS_MAX { Err(Rejection::TextTooLong) } else { Ok(()) }
}

pub fn check_note(note: &Note) -> Result<(), Rejection> {
    for field in [&note.text, &note.goal, &note.tried, &note.ask] {
        check_length(field, NOTE_CHARS_MAX)?;
    }
    Ok(())
}

pub fn check_code(code: Option<&str>, list: &[Code]) -> Result<(), Rejection> {
    match code {
        Some(code) if !list.iter().any(|known| known.code == code) => Err(Rejection::UnknownCode),
        Some(_) | None => Ok(()),
    }
}

/// A language as it is kept: what is no code such as `de` or `pt-br` is none, so that nobody writes anything
/// else into the journal with it.
pub fn language_code(text: &str) -> Option<String> {
    let code = text.trim().to_ascii_lowercase().replace('_', "-");
    let fits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric());
    let is_code = code.len() <= LANGUAGE_CHARS_MAX
        && code.starts_with(|c: char| c.is_ascii_alphabetic())
        && code.split('-').all(fits);
    is_code.then_some(code)
}
