//! Finding the words and phrases of hand rules in what a visitor writes.
//!
//! Whole words, without regard to case; between the words of a phrase anything but letters and digits may
//! stand. Scripts written without spaces have no such borders, so their words are found anywhere.

use alloc::{string::String, vec::Vec};

use crate::config::{HandRule, HandRuleWhen};

/// Keys of the keyword rules that a text meets, in their order.
pub fn met<'a>(rules: &'a [HandRule], text: &str) -> Vec<&'a str> {
    let mut plain = None;
    let meets = |rule: &&HandRule| match &rule.when {
        HandRuleWhen::Keyword(phrases) => {
            let text = plain.get_or_insert_with(|| plainly(text));
            phrases.iter().any(|phrase| contains(text, &plainly(phrase)))
        }
        HandRuleWhen::ChainWarning | HandRuleWhen::Silence { .. } => false,
    };
    rules.iter().filter(meets).map(|rule| rule.key.as_str()).collect()
}

/// Small letters and digits, with one space between words.
fn plainly(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_alphanumeric() {
            plain.extend(letter.to_lowercase());
        } else if !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

fn contains(text: &str, phrase: &str) -> bool {
    let (Some(first), Some(last)) = (phrase.chars().next(), phrase.chars().next_back()) else {
        return false;
    };
    let parts = |outer: Option<char>, inner: char| {
        outer.is_none_or(|outer| outer == ' ') || is_unspaced(inner)
    };
    text.match_indices(phrase).any(|(at, found)| {
        let (before, after) = (text.get(..at), text.get(at.saturating_add(found.len())..));
        parts(before.and_then(|text| text.chars().next_back()), first)
            && parts(after.and_then(|text| text.chars().next()), last)
    })
}

/// Thai, Lao, Burmese, Khmer, Japanese and Chinese put no spaces between words.
fn is_unspaced(letter: char) -> bool {
    matches!(u32::from(letter),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x3040..=0x30FF
        | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x2_0000..=0x3_FFFF)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(phrase: &str, text: &str) -> bool {
        contains(&plainly(text), &plainly(phrase))
    }

    #[test]
    fn a_keyword_is_a_whole_word_whatever_its_case() {
        assert!(finds("lawyer", "I will call my LAWYER!"));
        assert!(!finds("sue", "There is an issue."));
        assert!(finds("Kündigung", "KÜNDIGUNG."));
        assert!(finds("жалоба", "Это ЖАЛОБА"));
        assert!(!finds("", "anything"));
    }

    #[test]
    fn a_phrase_is_found_over_spaces_and_punctuation() {
        assert!(finds("data protection", "Data-protection, please"));
        assert!(finds("cancel my contract", "cancel\n my  contract"));
        assert!(!finds("cancel my contract", "cancel the contract"));
    }

    #[test]
    fn words_of_scripts_without_spaces_are_found_anywhere() {
        assert!(finds("律师", "我要找律师谈谈"));
        assert!(finds("弁護士", "弁護士に相談します"));
    }
}
