//! Text to [`Document`], and the YAML library's errors to findings.
//!
//! The shape of a document is settled at its first mistake; everything `check` looks for is found at once.

use serde_saphyr::Error;

use crate::{
    document::Document,
    finding::{Code, Finding, Findings, nearest},
    position::Span,
};

/// Reads a document. Says nothing about whether what it names exists; that is `check`.
pub fn parse(text: &str) -> Result<Document, Findings> {
    match serde_saphyr::from_str::<Document>(text) {
        Ok(document) => Ok(Document { source: text.to_owned(), ..document }),
        Err(error) => Err(Findings(vec![finding(text, error.without_snippet())])),
    }
}

/// A document that could be read, as plain values.
pub(crate) fn values(text: &str) -> serde_json::Value {
    serde_saphyr::from_str(text).unwrap_or_default()
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the library keeps its list of errors open")]
fn finding(text: &str, error: &Error) -> Finding {
    let span = error.location().map(|location| place(text, Span::of(location))).unwrap_or_default();
    let is = |code, message: String| Finding::error(code, text, span, message);
    match error {
        Error::SerdeUnknownField { field, expected, .. } => {
            is(Code::UnknownKey, format!("there is no field `{field}` here"))
                .help(offer(field, expected))
        }
        Error::SerdeUnknownVariant { variant, expected, .. } => {
            is(Code::UnknownWord, format!("`{variant}` is not one of the words this field takes"))
                .help(offer(variant, expected))
        }
        Error::SerdeMissingField { field, .. } => {
            is(Code::MissingKey, format!("the field `{field}` is missing here"))
        }
        Error::DuplicateMappingKey { key, .. } => {
            let key = key.as_deref().unwrap_or("this key");
            is(Code::DuplicateKey, format!("`{key}` stands here a second time"))
                .help("keep one of the two, or give one another key")
        }
        Error::SerdeInvalidType { unexpected, expected, .. }
        | Error::SerdeInvalidValue { unexpected, expected, .. } => {
            is(Code::WrongType, format!("{expected} belongs here, not {unexpected}"))
        }
        // Our own words: the only custom error of the document's types is that of `Duration`.
        Error::Message { msg, .. } => is(Code::WrongType, msg.clone()),
        Error::InvalidScalar { ty, .. } => {
            is(Code::WrongType, format!("{} belongs here", in_words(ty)))
        }
        Error::Unexpected { expected, .. } => {
            is(Code::WrongType, format!("{} belongs here", in_words(expected)))
        }
        Error::NullIntoString { .. } => {
            is(Code::NotYaml, "a text belongs here, and nothing is written".to_owned())
        }
        Error::ExternalMessage { msg, .. } => is(Code::NotYaml, msg.clone()),
        // Whatever else it finds, it could not read the text.
        other => is(Code::NotYaml, other.to_string()),
    }
}

/// The scanner of the library knows line and column only; the offset is found from them.
fn place(text: &str, span: Span) -> Span {
    if span.offset > 0 || span.line <= 1 {
        return span;
    }
    let (line, column) = (span.line as usize - 1, span.column as usize - 1);
    let lines_before: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let before: usize = text[lines_before..]
        .chars()
        .take_while(|c| *c != '\n')
        .take(column)
        .map(char::len_utf8)
        .sum();
    Span { offset: lines_before + before, ..span }
}

/// The library's words for shapes, in those of the document.
fn in_words(shape: &str) -> &str {
    match shape {
        "boolean" => "`true` or `false`",
        "string scalar" => "a text",
        "sequence start" => "a list in square brackets",
        "mapping start" => "a map of keys and values",
        shape if shape.starts_with(['u', 'i']) => "a whole number",
        shape => shape,
    }
}

fn offer(word: &str, known: &[&'static str]) -> String {
    match nearest(word, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("one of: {}", known.join(", ")),
    }
}
