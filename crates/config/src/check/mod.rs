//! Whether a document that can be read can be put in force: everything named exists, every number is possible.
//!
//! Finds all mistakes at once, in the order of the text.

mod alerts;
mod canned;
mod flow;
mod hours;
mod people;
mod pipelines;
mod policies;
mod queues;
mod retention;
mod settings;
mod texts;
mod ways;

use crate::{
    document::{Document, Kind, Reference, Texts},
    duration::Duration,
    finding::{Code, Finding, Severity, nearest},
    position::{At, Entries, Span},
};

/// Everything that is wrong with a document; empty means it can be put in force.
#[must_use]
pub fn check(document: &Document) -> Vec<Finding> {
    let mut check = Check { document, findings: Vec::new() };
    check.name(&document.workspace.name);
    if let Some(zone) = &document.workspace.zone {
        check.zone(zone);
    }
    check.settings(&document.settings);
    check.people();
    check.hours();
    check.queues();
    check.pipelines();
    check.policies();
    check.alerts(&document.alerts);
    check.codes(&document.reasons);
    check.codes(&document.dispositions);
    if let Some(reasons) = &document.away_reasons {
        check.codes(reasons);
    }
    check.codes(&document.tags);
    check.messages(&document.messages);
    check.canned_replies();
    check.widget(&document.widget);
    check.retention(&document.retention);
    check.entry(&document.entry);
    check.findings.sort_by_key(|finding| (finding.span, finding.code));
    check.findings
}

/// A section of the document that others name by key.
#[derive(Clone, Copy)]
struct Section {
    word: &'static str,
    /// Where its entries stand.
    field: &'static str,
    unknown: Code,
}

const TEAM: Section = Section { word: "team", field: "teams", unknown: Code::UnknownTeam };
const SKILL: Section = Section { word: "skill", field: "skills", unknown: Code::UnknownSkill };
const AGENT: Section = Section { word: "agent", field: "agents", unknown: Code::UnknownAgent };
const LIST: Section = Section { word: "list", field: "lists", unknown: Code::UnknownList };
const QUEUE: Section = Section { word: "queue", field: "queues", unknown: Code::UnknownQueue };
const HOURS: Section =
    Section { word: "entry of hours", field: "hours", unknown: Code::UnknownHours };
const PIPELINE: Section =
    Section { word: "pipeline", field: "pipelines", unknown: Code::UnknownPipeline };
const STAGE: Section = Section { word: "stage", field: "stages", unknown: Code::UnknownStage };

/// Characters of a key or a name: they stand in menus and table cells.
const NAME_CHARS_MAX: usize = 80;

struct Check<'a> {
    document: &'a Document,
    findings: Vec<Finding>,
}

impl Check<'_> {
    fn error(&mut self, code: Code, span: Span, message: impl Into<String>) -> &mut Finding {
        let finding = Finding::error(code, &self.document.source, span, message);
        self.findings.push(finding);
        self.findings.last_mut().expect("one was pushed")
    }

    fn warning(&mut self, code: Code, span: Span, message: impl Into<String>) -> &mut Finding {
        let finding = self.error(code, span, message);
        finding.severity = Severity::Warning;
        finding
    }

    /// One entry named by key: it must exist.
    fn named<T>(&mut self, key: &At<String>, section: &Entries<T>, kind: Section) {
        if section.contains(key) {
            return;
        }
        let message = format!("there is no {} `{}`", kind.word, key.value);
        let help = match nearest(key, section.keys()) {
            Some(near) => Some(format!("did you mean `{near}`?")),
            None if section.is_empty() => Some(format!("add it under `{}`", kind.field)),
            None => None,
        };
        self.error(kind.unknown, key.span, message).help = help;
    }

    /// Several entries named by key: each must exist, none twice.
    fn all_named<T>(&mut self, keys: &[At<String>], section: &Entries<T>, kind: Section) {
        for (i, key) in keys.iter().enumerate() {
            self.named(key, section, kind);
            if keys[..i].iter().any(|earlier| earlier.value == key.value) {
                self.error(
                    Code::NamedTwice,
                    key.span,
                    format!("the {} `{}` is named twice", kind.word, key.value),
                );
            }
        }
    }

    /// A queue goes before a pipeline of the same key.
    fn entry(&mut self, entry: &Reference) {
        let (queues, pipelines) = (&self.document.queues, &self.document.pipelines);
        match entry.kind {
            Kind::Plain if queues.contains(&entry.key) && pipelines.contains(&entry.key) => {
                let key = &entry.key.value;
                let message = format!("`{key}` is a queue and a pipeline; the queue is taken");
                self.warning(Code::Ambiguous, entry.key.span, message).help =
                    Some(format!("write `{{ queue: {key} }}` or `{{ pipeline: {key} }}`"));
            }
            Kind::Plain if pipelines.contains(&entry.key) => {}
            Kind::Plain | Kind::Queue => self.named(&entry.key, queues, QUEUE),
            Kind::Pipeline => self.named(&entry.key, pipelines, PIPELINE),
            Kind::Stage => self.misplaced(entry, "a conversation begins in a queue or a pipeline"),
        }
    }

    fn misplaced(&mut self, reference: &Reference, message: &str) {
        self.error(Code::MisplacedField, reference.key.span, message);
    }

    fn levels(&mut self, levels: &Entries<At<u64>>) {
        for (skill, level) in levels.iter() {
            self.named(skill, &self.document.skills, SKILL);
            self.level(level);
        }
    }

    fn level(&mut self, level: &At<u64>) {
        self.number("a level", level, 1, u64::from(domain::limits::SKILL_LEVEL_MAX));
    }

    fn codes(&mut self, codes: &Entries<At<String>>) {
        for (code, label) in codes.iter() {
            self.key(code);
            self.name(label);
        }
    }

    /// A key with a meaning of its own cannot be given to an entry.
    fn reserved(&mut self, key: &At<String>, word: &str, meaning: &str) {
        if key.value == word {
            self.error(Code::BadKey, key.span, format!("`{word}` is taken: it means {meaning}"));
        }
    }

    fn key(&mut self, key: &At<String>) {
        let good = key.starts_with(|c: char| c.is_ascii_lowercase())
            && key.len() <= NAME_CHARS_MAX
            && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !good {
            self.error(Code::BadKey, key.span, format!("`{}` cannot be a key", key.value)).help =
                Some(format!(
                    "a key has lower-case letters, digits and _, starts with a letter, and is at most {NAME_CHARS_MAX} long"
                ));
        }
    }

    fn name(&mut self, name: &At<String>) {
        self.text("a name", name, NAME_CHARS_MAX);
    }

    /// A name in further languages.
    fn names(&mut self, names: &Texts) {
        for (language, name) in names.iter() {
            self.language(language);
            self.name(name);
        }
    }

    fn text(&mut self, what: &str, text: &At<String>, chars_max: usize) {
        if text.trim().is_empty() {
            self.error(Code::BadText, text.span, format!("{what} cannot be empty"));
        } else if text.chars().count() > chars_max {
            self.error(
                Code::BadText,
                text.span,
                format!("{what} is at most {chars_max} characters long"),
            );
        }
    }

    fn number(&mut self, what: &str, number: &At<u64>, min: u64, max: u64) {
        if !(min..=max).contains(&number.value) {
            let message = format!("{what} is a number from {min} to {max}, not {}", number.value);
            self.error(Code::ImpossibleNumber, number.span, message);
        }
    }

    fn time(&mut self, what: &str, time: &At<Duration>, min: Duration, max: Duration) {
        if !(min..=max).contains(&time.value) {
            let message = format!("{what} is from {min} to {max}, not {}", time.value);
            self.error(Code::ImpossibleNumber, time.span, message);
        }
    }
}
