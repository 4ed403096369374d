//! A short piece of a text around the words that were found in it.

use std::ops::Range;

use super::words::{Text, words};
use crate::limits::{SNIPPET_BEFORE_CHARS, SNIPPET_CHARS};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// One line; an ellipsis stands where something was left out.
    pub text: String,
    /// The words found, as bytes of `text`.
    pub marks: Vec<Range<usize>>,
}

/// The piece around the first word found; the beginning where nothing was looked for.
pub fn snippet(text: &str, sought: Option<&Text>) -> Snippet {
    let words = words(text);
    let marks = sought.map(|sought| sought.found_in(&words)).unwrap_or_default();
    let first = marks.first().map_or(0, |mark| mark.start);
    let start = chars_before(text, first, SNIPPET_BEFORE_CHARS);
    // Begins with a whole word, unless the words found begin it.
    let start = match start {
        0 => 0,
        cut => words
            .iter()
            .map(|word| word.place.start)
            .find(|at| *at >= cut)
            .unwrap_or(cut)
            .min(first),
    };
    let end =
        text[start..].char_indices().nth(SNIPPET_CHARS).map_or(text.len(), |(at, _)| start + at);
    let mut shown = String::new();
    if start > 0 {
        shown.push('…');
    }
    let shift = shown.len();
    // A line break is as long as a space: places stay what they are.
    shown.extend(
        text[start..end].chars().map(|sign| if sign.is_ascii_control() { ' ' } else { sign }),
    );
    if end < text.len() {
        shown.push('…');
    }
    let inside = marks.into_iter().filter(|mark| mark.start >= start && mark.end <= end);
    let marks = inside.map(|mark| mark.start - start + shift..mark.end - start + shift).collect();
    Snippet { text: shown, marks }
}

fn chars_before(text: &str, place: usize, count: usize) -> usize {
    text[..place].char_indices().rev().nth(count).map_or(0, |(at, sign)| at + sign.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, line: &str) -> String {
        let Snippet { mut text, marks } = snippet(text, Text::parse(line).as_ref());
        for mark in marks.into_iter().rev() {
            text.insert(mark.end, ']');
            text.insert(mark.start, '[');
        }
        text
    }

    #[test]
    fn a_short_text_is_shown_whole_and_on_one_line() {
        assert_eq!(marked("My róuter\nis broken", "router bro"), "My [róuter] is [broken]");
    }

    #[test]
    fn a_long_text_is_cut_around_what_was_found() {
        let text = format!("{} needle {}", "before ".repeat(40), "after ".repeat(60));
        let shown = marked(&text, "needle");
        assert!(shown.starts_with("…before") && shown.ends_with('…'), "{shown}");
        assert!(shown.contains("[needle]") && shown.chars().count() < 200, "{shown}");
    }

    #[test]
    fn text_from_right_to_left_and_emoji_keep_their_marks() {
        assert_eq!(marked("🙂 أريد استرداد المبلغ", "استرداد"), "🙂 أريد [استرداد] المبلغ");
    }
}
