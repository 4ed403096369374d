//! How a text becomes words, and a line that somebody typed what is looked for.
//!
//! One way for every index and for marking what was found: in small letters, without diacritics and without the
//! difference of full and half width. A sign of a script that writes no spaces is a word. Nothing typed is an error.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::limits::{PREFIX_CHARS_MIN, SEARCH_TERMS_MAX};

/// One word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it is compared.
    pub folded: String,
    /// Its bytes in the text.
    pub place: Range<usize>,
}

/// What somebody looks for: terms that all have to stand in one passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    terms: Vec<Term>,
}

/// Words that follow each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    pub words: Vec<String>,
    /// The last word may go on.
    pub is_prefix: bool,
}

/// Every word of a text, in order.
pub fn words(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut goes_on = false;
    for (start, sign) in text.char_indices() {
        let place = start..start + sign.len_utf8();
        match found.last_mut() {
            Some(word) if is_combining_mark(sign) && word.place.end == start => {
                word.folded.extend(folded(sign));
                word.place.end = place.end;
            }
            Some(word) if goes_on && is_letter(sign) && !stands_alone(sign) => {
                word.folded.extend(folded(sign));
                word.place.end = place.end;
            }
            _ if is_letter(sign) => {
                found.push(Word { folded: folded(sign).collect(), place });
                goes_on = !stands_alone(sign);
            }
            _ => goes_on = false,
        }
    }
    found.retain(|word| !word.folded.is_empty());
    found
}

fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric()
}

fn folded(sign: char) -> impl Iterator<Item = char> {
    sign.nfkd().filter(|sign| !is_diacritic(*sign)).flat_map(char::to_lowercase)
}

/// Marks that readers leave out when they look for a word: accents, and the vowels of Arabic and Hebrew. Vowels of other
/// scripts are letters in all but name.
fn is_diacritic(sign: char) -> bool {
    matches!(sign,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{640}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Of scripts that set no spaces between words: Thai, Lao, Burmese, Khmer, kana and Han.
fn stands_alone(sign: char) -> bool {
    matches!(sign,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

impl Text {
    /// Words apart are terms of their own; words in quotes, or joined by anything but a space, follow each other. The
    /// last word may go on, unless its quotes are closed. None where there is no word.
    pub fn parse(line: &str) -> Option<Self> {
        let mut terms = Vec::new();
        let mut is_closed = false;
        for (number, stretch) in line.split(is_quote).enumerate() {
            let is_quoted = number % 2 == 1;
            let parts: Vec<&str> =
                if is_quoted { vec![stretch] } else { stretch.split_whitespace().collect() };
            for part in parts {
                let words: Vec<_> = words(part).into_iter().map(|word| word.folded).collect();
                if !words.is_empty() {
                    terms.push(Term { words, is_prefix: false });
                    is_closed = is_quoted;
                }
            }
        }
        // The last stretch has no closing quote after it.
        let is_open = line.split(is_quote).count().is_multiple_of(2);
        terms.truncate(SEARCH_TERMS_MAX);
        let last = terms.last_mut()?;
        let typed = last.words.last().map_or(0, |word| word.chars().count());
        last.is_prefix = (is_open || !is_closed) && typed >= PREFIX_CHARS_MIN;
        Some(Self { terms })
    }

    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether all of it stands in a text.
    pub fn fits(&self, words: &[Word]) -> bool {
        self.terms.iter().all(|term| (0..words.len()).any(|start| term.stands_at(words, start)))
    }

    /// The words of a text that were looked for, in order and each once.
    pub fn found_in(&self, words: &[Word]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut marked = 0;
        for start in 0..words.len() {
            let longest = self.terms.iter().filter(|term| term.stands_at(words, start));
            let until = longest.map(|term| start + term.words.len()).max().unwrap_or_default();
            for word in &words[start.max(marked)..until.max(start).max(marked)] {
                found.push(word.place.clone());
            }
            marked = marked.max(until);
        }
        found
    }
}

impl Term {
    fn stands_at(&self, words: &[Word], start: usize) -> bool {
        let Some(there) = words.get(start..start + self.words.len()) else { return false };
        let last = self.words.len() - 1;
        self.words.iter().zip(there).enumerate().all(|(number, (sought, word))| {
            word.folded == *sought
                || self.is_prefix && number == last && word.folded.starts_with(sought.as_str())
        })
    }
}

fn is_quote(sign: char) -> bool {
    matches!(sign, '"' | '“' | '”' | '„' | '«' | '»')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded_words(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    fn terms(line: &str) -> Vec<String> {
        let terms = Text::parse(line).map(|text| text.terms).unwrap_or_default();
        let shown = |term: &Term| {
            format!("{}{}", term.words.join("+"), if term.is_prefix { "*" } else { "" })
        };
        terms.iter().map(shown).collect()
    }

    #[test]
    fn words_are_compared_without_case_accents_and_width() {
        assert_eq!(
            folded_words("Ärger, ÄRGER u\u{308}ber ＡＢＣ"),
            ["arger", "arger", "uber", "abc"]
        );
        assert_eq!(folded_words("naïve Straße ﬁn"), ["naive", "straße", "fin"]);
        assert_eq!(folded_words("שָׁלוֹם مُحَمَّد"), ["שלום", "محمد"]);
    }

    #[test]
    fn a_sign_of_a_script_without_spaces_is_a_word() {
        assert_eq!(folded_words("返金 please"), ["返", "金", "please"]);
        assert_eq!(terms("返金"), ["返+金"]);
    }

    #[test]
    fn the_last_word_may_go_on_unless_its_quotes_are_closed() {
        assert_eq!(terms("broken rou"), ["broken", "rou*"]);
        assert_eq!(terms("\"not at all\""), ["not+at+all"]);
        assert_eq!(terms("\"not at all\" rou"), ["not+at+all", "rou*"]);
        assert_eq!(terms("„nicht gan"), ["nicht+gan*"]);
        assert_eq!(terms("x"), ["x"], "one letter is a word, not half the dictionary");
    }

    #[test]
    fn what_is_joined_without_a_space_stands_together() {
        assert_eq!(terms("mara@example.org foo-bar baz"), ["mara+example+org", "foo+bar", "baz*"]);
    }

    #[test]
    fn nothing_typed_is_an_error() {
        for line in
            ["", "  ", "\"", "\"\"\"", "*", "AND", "NEAR(", "a\"b*c", "^x", "{a}:", "\u{0}", "-"]
        {
            let _ = Text::parse(line);
        }
        assert_eq!(terms("AND OR NOT"), ["and", "or", "not*"]);
        assert_eq!(Text::parse("!? *"), None);
    }

    #[test]
    fn found_words_are_marked_where_they_stand() {
        let text = "The Über-router is über alles";
        let found = Text::parse("\"über alles\" rout").expect("words").found_in(&words(text));
        let marked: Vec<&str> = found.into_iter().map(|place| &text[place]).collect();
        assert_eq!(marked, ["router", "über", "alles"]);
    }
}
