//! The words and `"texts"` of one line, taken from its front one after another.
//!
//! Knows what a word, a text, a number and a time look like; what they mean together is `parse`'s to say.

use std::{collections::VecDeque, str::FromStr};

/// A line that cannot be read, and what was expected there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: expected {expected}, found {found}")]
pub struct Unreadable {
    pub line: usize,
    pub expected: String,
    pub found: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    Text(String),
}

/// What is left of one line.
pub struct Words {
    line: usize,
    tokens: VecDeque<Token>,
}

impl Words {
    pub fn read(line: usize, text: &str) -> Result<Self, Unreadable> {
        let mut tokens = VecDeque::new();
        let mut rest = text.trim();
        while !rest.is_empty() && !rest.starts_with('#') {
            if let Some(quoted) = rest.strip_prefix('"') {
                let Some((text, after)) = quoted.split_once('"') else {
                    return Err(Unreadable {
                        line,
                        expected: "a closing \"".to_owned(),
                        found: rest.to_owned(),
                    });
                };
                tokens.push_back(Token::Text(text.to_owned()));
                rest = after.trim_start();
            } else {
                let (word, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
                tokens.push_back(Token::Word(word.to_owned()));
                rest = after.trim_start();
            }
        }
        Ok(Self { line, tokens })
    }

    /// `90s` counts from the start of the story, `+5s` from the step before.
    pub fn time(&mut self, previous_ms: u64) -> Result<u64, Unreadable> {
        const FORM: &str = "a time such as 90s, 1m30s or +5s";
        let word = self.word(FORM)?;
        let (base, length) = match word.strip_prefix('+') {
            Some(length) => (previous_ms, length),
            None => (0, word.as_str()),
        };
        let length: config::Duration = length.parse().map_err(|_| self.unexpected(FORM, &word))?;
        let at_ms = base.saturating_add(length.0);
        if at_ms < previous_ms {
            Err(self.unexpected("a time not before that of the step above", &word))
        } else {
            Ok(at_ms)
        }
    }

    pub fn length(&mut self, expected: &str) -> Result<u64, Unreadable> {
        let word = self.word(expected)?;
        let length: Result<config::Duration, _> = word.parse();
        length.map(|length| length.0).map_err(|_| self.unexpected(expected, &word))
    }

    pub fn word(&mut self, expected: &str) -> Result<String, Unreadable> {
        match self.tokens.pop_front() {
            Some(Token::Word(word)) => Ok(word),
            Some(Token::Text(text)) => Err(self.unexpected(expected, &format!("\"{text}\""))),
            None => Err(self.unexpected(expected, "")),
        }
    }

    pub fn text(&mut self, expected: &str) -> Result<String, Unreadable> {
        match self.tokens.pop_front() {
            Some(Token::Text(text)) => Ok(text),
            Some(Token::Word(word)) => Err(self.unexpected(expected, &word)),
            None => Err(self.unexpected(expected, "")),
        }
    }

    pub fn number<N: FromStr>(&mut self, expected: &str) -> Result<N, Unreadable> {
        let word = self.word(expected)?;
        word.parse().map_err(|_| self.unexpected(expected, &word))
    }

    pub fn optional_word(&mut self) -> Option<String> {
        if matches!(self.tokens.front(), Some(Token::Word(_))) { self.word("").ok() } else { None }
    }

    pub fn optional_text(&mut self) -> Option<String> {
        if matches!(self.tokens.front(), Some(Token::Text(_))) { self.text("").ok() } else { None }
    }

    pub fn eat(&mut self, word: &str) -> bool {
        let found = self.tokens.front() == Some(&Token::Word(word.to_owned()));
        if found {
            self.tokens.pop_front();
        }
        found
    }

    pub fn expect(&mut self, word: &str) -> Result<(), Unreadable> {
        let found = self.word(&format!("`{word}`"))?;
        if found == word { Ok(()) } else { Err(self.unexpected(&format!("`{word}`"), &found)) }
    }

    pub fn at_end(&self) -> bool {
        self.tokens.is_empty()
    }

    pub fn end(&mut self) -> Result<(), Unreadable> {
        match self.tokens.pop_front() {
            None => Ok(()),
            Some(Token::Word(found) | Token::Text(found)) => {
                Err(self.unexpected("the end of the line", &found))
            }
        }
    }

    pub fn unexpected(&self, expected: &str, found: &str) -> Unreadable {
        let found =
            if found.is_empty() { "the end of the line".to_owned() } else { format!("`{found}`") };
        Unreadable { line: self.line, expected: expected.to_owned(), found }
    }
}
