//! The reports: each a declared object with the question it answers, its filters, the definition of every figure, the
//! statements it asks of the facts and what it makes of the answers.
//!
//! Knows no store: whoever asks brings the answers. Definitions are those of SPEC §8.

mod answering;
mod conferences;
mod estimates;
pub mod files;
mod filters;
mod handovers;
mod offers;
mod patterns;
mod people;
mod question;
mod ratings;
mod statistics;
mod supervision;
mod tables;
mod tally;
mod tiers;
mod volume;
mod waits;

use serde::Serialize;
use serde_json::{Map, Value};
use store::facts::{Answer, Statement};

pub use answering::{Found, ReportError, Sought, answer, conversations, period_before};
pub use filters::{BadFilter, Filter, Filters, Names};
pub use question::Asked;
pub use tables::{Answered, Figure, Line, Table};

/// A report as it is declared.
#[derive(Debug)]
pub struct Report {
    /// As it stands in addresses and on the command line.
    pub name: &'static str,
    /// `{tier}` and the like stand for the filter of that key.
    pub title: &'static str,
    pub question: &'static str,
    pub group: Group,
    /// What is counted: conversations, legs, waits …
    pub grain: &'static str,
    pub filters: &'static [Filter],
    pub columns: &'static [Column],
    pub chart: Chart,
    pub ask: fn(&Asked) -> Vec<Statement>,
    pub tell: fn(&Asked, &[Answer]) -> Table,
    /// The conversations behind the figures, by `conversation`; `{row}` stands for the conditions of a row.
    pub drill: Option<Drill>,
}

impl Report {
    /// The title where these filters are in force, and those left out are as usual.
    pub fn titled(&self, filters: &Map<String, Value>) -> String {
        self.filters.iter().fold(self.title.to_owned(), |title, filter| {
            let said = filters.get(filter.key()).map(files::plain);
            let said = said.or(filter.default().map(str::to_owned)).unwrap_or_default();
            title.replace(&format!("{{{}}}", filter.key()), &said)
        })
    }
}

/// How conversations behind a report are found.
#[derive(Debug, Clone, Copy)]
pub struct Drill {
    pub ask: fn(&Asked) -> question::Where,
    pub table: &'static str,
    /// Dimensions of a row, with the columns they are compared with.
    pub dimensions: &'static [(&'static str, &'static str)],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Tiers,
    Handovers,
    Service,
    People,
    Quality,
}

/// A column of the table, and what its figures mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Column {
    pub key: &'static str,
    pub title: &'static str,
    pub definition: &'static str,
    pub unit: Unit,
    pub role: Role,
    /// What stands in a column of codes.
    pub codes: &'static [&'static str],
}

impl Column {
    const fn of(self, codes: &'static [&'static str]) -> Self {
        Self { codes, ..self }
    }

    /// Read from counts on the scale of lengths: right to ± 2 %.
    pub fn is_approximate(&self) -> bool {
        self.unit == Unit::Duration && self.definition.ends_with("± 2 %")
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    Count,
    /// 0 to 1.
    Share,
    /// Milliseconds; keys end in `_ms`.
    Duration,
    Number,
    Text,
    /// A moment.
    Time,
    Bucket,
    Agent,
    Queue,
    Team,
    Stage,
    Pipeline,
    Skill,
    Conversation,
    Reason,
    Tag,
    Code,
    /// Stations of a conversation, by key.
    Stations,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Dimension,
    Measure,
    /// Ends of the interval of the share before them.
    Low,
    High,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChartKind {
    StackedBars,
    Bars,
    Line,
    Intervals,
    HeatMap,
    ChainLengths,
    Paths,
    Calibration,
    None,
}

/// How the rows are best looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Chart {
    pub kind: ChartKind,
    pub x: Option<&'static str>,
    pub y: Option<&'static str>,
    pub series: &'static [&'static str],
}

impl Chart {
    const fn of(kind: ChartKind, x: &'static str, series: &'static [&'static str]) -> Self {
        Self { kind, x: Some(x), y: None, series }
    }
}

const fn dimension(
    key: &'static str,
    title: &'static str,
    unit: Unit,
    definition: &'static str,
) -> Column {
    Column { key, title, definition, unit, role: Role::Dimension, codes: &[] }
}

const fn measure(
    key: &'static str,
    title: &'static str,
    unit: Unit,
    definition: &'static str,
) -> Column {
    Column { key, title, definition, unit, role: Role::Measure, codes: &[] }
}

/// The lower end of the interval of the share before it.
const fn low_end(key: &'static str) -> Column {
    let definition = "Lower end of the 95 % interval of the share (Wilson)";
    Column { role: Role::Low, ..measure(key, "From", Unit::Share, definition) }
}

/// The upper end of the interval of the share before it.
const fn high_end(key: &'static str) -> Column {
    let definition = "Upper end of the 95 % interval of the share (Wilson)";
    Column { role: Role::High, ..measure(key, "To", Unit::Share, definition) }
}

/// The bucket of time a row is about.
const BUCKET: Column = dimension(
    "bucket",
    "Time",
    Unit::Bucket,
    "An hour, day, week (ISO 8601) or month on the workspace's calendar",
);

/// Every report, in the order of the gallery.
pub fn all() -> impl Iterator<Item = &'static Report> {
    [
        tiers::ALL,
        handovers::ALL,
        offers::ALL,
        patterns::ALL,
        supervision::ALL,
        conferences::ALL,
        waits::ALL,
        estimates::ALL,
        people::ALL,
        ratings::ALL,
        volume::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}

pub fn find(name: &str) -> Option<&'static Report> {
    all().find(|report| report.name == name)
}
