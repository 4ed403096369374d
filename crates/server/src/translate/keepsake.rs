//! A transcript to keep: as plain text, and as a page to print. Made of lines that are translated already, so that it
//! holds what its reader may read. Dates are written as numbers, year first, so that they read the same in every language.

use std::{collections::BTreeMap, fmt::Write as _, sync::LazyLock};

use jiff::{Timestamp, tz::TimeZone};
use minijinja::{Environment, Value};
use protocol::{
    command::{Audience, Note},
    name::Person,
    staff, visitor,
};

/// Whatever anybody wrote is escaped by the library: the name of the template says that it is HTML.
static PAGE: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut templates = Environment::new();
    let page = include_str!("keepsake.html");
    templates.add_template("keepsake.html", page).expect("the page is a template");
    templates
});

#[derive(Debug)]
pub struct Keepsake {
    /// When it began: `2026-11-22`.
    pub day: String,
    title: String,
    language: String,
    entries: Vec<Entry>,
}

/// Something that was said, by somebody; or that happened.
#[derive(Debug)]
struct Entry {
    at: String,
    by: Option<String>,
    /// Not for everybody.
    aside: Option<&'static str>,
    text: String,
    files: Vec<String>,
}

impl Keepsake {
    /// The visitor's own lines, in their language.
    pub fn of_visitor(
        workspace: &str,
        lines: &[visitor::Line],
        zone: &TimeZone,
        language: Option<&str>,
    ) -> Self {
        let you = config::messages::you(language);
        let erased = config::messages::erased(language);
        let began = lines.first().map_or(0, |line| line.at_ms);
        let entries = lines.iter().map(|visitor::Line { at_ms, content, .. }| match content {
            visitor::Content::Message(message) => Entry {
                by: Some(match &message.author {
                    visitor::Author::You {} => you.to_owned(),
                    visitor::Author::Agent { name } => name.clone(),
                }),
                files: message.files.iter().map(|file| file.name.clone()).collect(),
                ..Entry::said(*at_ms, zone, &message.text, message.erased.then_some(erased))
            },
            visitor::Content::Notice(notice) => Entry::happened(*at_ms, zone, &notice.text),
        });
        let entries = entries.collect();
        Self::begun(workspace, began, zone, language.unwrap_or("en"), entries)
    }

    /// All that one colleague may read, what was said among the staff included.
    pub fn of_staff(workspace: &str, lines: &[staff::Line], zone: &TimeZone) -> Self {
        let erased = config::messages::erased(None);
        let began = lines.first().map_or(0, |line| line.at_ms);
        let entries = lines.iter().map(|staff::Line { at_ms, content, .. }| match content {
            staff::Content::Message(message) => Entry {
                by: Some(match &message.author {
                    Person::Visitor { .. } => "Visitor".to_owned(),
                    Person::Agent { name, .. } => name.clone(),
                    Person::System {} => "System".to_owned(),
                }),
                aside: match message.audience {
                    Audience::Everybody => None,
                    Audience::Staff => Some("note"),
                    Audience::Whisper => Some("whisper"),
                },
                files: message.files.iter().map(|file| file.name.clone()).collect(),
                ..Entry::said(*at_ms, zone, &message.text, message.erased.then_some(erased))
            },
            staff::Content::Event(happening) => {
                let note = happening.note.as_ref().map(noted).unwrap_or_default();
                Entry::happened(*at_ms, zone, &(happening.text.clone() + &note))
            }
        });
        let entries = entries.collect();
        Self::begun(workspace, began, zone, "en", entries)
    }

    fn begun(
        workspace: &str,
        began_ms: u64,
        zone: &TimeZone,
        language: &str,
        entries: Vec<Entry>,
    ) -> Self {
        let day = written(began_ms, zone, "%Y-%m-%d");
        let title = format!("{workspace}, {day} ({})", zone.iana_name().unwrap_or("UTC"));
        Self { day, title, language: language.to_owned(), entries }
    }

    /// A head with the day and the zone, then a line for each line; what was written in several is set in under its first.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n\n", self.title);
        for Entry { at, by, aside, text: said, files } in &self.entries {
            let said = said.trim_end().replace('\n', "\n    ");
            let aside = aside.map(|aside| format!(" ({aside})")).unwrap_or_default();
            // Nothing is written but to a string, which takes everything.
            let _ = match by {
                Some(by) => writeln!(text, "{at}  {by}{aside}: {said}"),
                None => writeln!(text, "{at}  * {said}"),
            };
            for file in files {
                let _ = writeln!(text, "    [{file}]");
            }
        }
        text
    }

    /// The same as a page to print: no script, nothing from elsewhere.
    pub fn page(&self) -> Result<String, minijinja::Error> {
        let page = BTreeMap::from([
            ("title", Value::from(&self.title)),
            ("language", Value::from(&self.language)),
            ("entries", self.entries.iter().map(Entry::value).collect()),
        ]);
        PAGE.get_template("keepsake.html")?.render(Value::from(page))
    }
}

/// What went with a hand-over, a line for each part of it.
fn noted(Note { text, goal, tried, ask }: &Note) -> String {
    [("Note", text), ("Goal", goal), ("Tried", tried), ("Ask", ask)]
        .into_iter()
        .filter(|(_, said)| !said.is_empty())
        .map(|(part, said)| format!("\n{part}: {said}"))
        .collect()
}

impl Entry {
    /// As the template names it.
    fn value(&self) -> Value {
        Value::from(BTreeMap::from([
            ("at", Value::from(&self.at)),
            ("by", self.by.as_ref().map_or_else(|| Value::from(()), Value::from)),
            ("aside", self.aside.map_or_else(|| Value::from(()), Value::from)),
            ("text", Value::from(&self.text)),
            ("files", self.files.iter().map(Value::from).collect()),
        ]))
    }

    /// What was written, or what stands where that was taken away.
    fn said(at_ms: u64, zone: &TimeZone, text: &str, erased: Option<&str>) -> Self {
        let instead = erased.map(|word| format!("[{word}]"));
        Self::happened(at_ms, zone, instead.as_deref().unwrap_or(text))
    }

    fn happened(at_ms: u64, zone: &TimeZone, text: &str) -> Self {
        let at = written(at_ms, zone, "%Y-%m-%d %H:%M");
        Self { at, by: None, aside: None, text: text.to_owned(), files: Vec::new() }
    }
}

fn written(at_ms: u64, zone: &TimeZone, format: &str) -> String {
    let at = i64::try_from(at_ms).ok().and_then(|at| Timestamp::from_millisecond(at).ok());
    at.map(|at| at.to_zoned(zone.clone()).strftime(format).to_string()).unwrap_or_default()
}
