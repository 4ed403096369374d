//! What a report tells: lines of figures, and how they are written for programs.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, tz::TimeZone};
use serde::Serialize;
use serde_json::{Map, Value, json};
use store::facts::{Answer, Answered as Cell};

use super::{
    Report, Unit,
    filters::{Filters, Names},
};

/// One figure of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Figure {
    None,
    Whole(i64),
    Real(f64),
    Text(String),
}

/// Figures by their columns' keys, in their order.
pub type Line = Vec<(&'static str, Figure)>;

/// What a report makes of the answers.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    pub totals: Line,
    pub lines: Vec<Line>,
    pub truncated: bool,
}

/// A report that was answered, as programs read it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Answered {
    pub report: &'static str,
    /// Those in force, defaults among them.
    pub filters: Map<String, Value>,
    pub totals: Map<String, Value>,
    pub rows: Vec<Map<String, Value>>,
    /// There are more rows than are told.
    pub truncated: bool,
    /// What keys in the rows are called, by unit.
    pub names: BTreeMap<&'static str, BTreeMap<String, String>>,
}

impl Figure {
    pub fn share(part: u64, whole: u64) -> Self {
        if whole == 0 { Self::None } else { Self::Real(part as f64 / whole as f64) }
    }

    pub fn real(number: Option<f64>) -> Self {
        number.map_or(Self::None, Self::Real)
    }

    pub fn maybe(number: Option<u64>) -> Self {
        number.map_or(Self::None, Self::from)
    }

    /// As part of a key.
    pub fn key(&self) -> String {
        match self {
            Self::None => String::new(),
            Self::Whole(number) => number.to_string(),
            Self::Real(number) => number.to_string(),
            Self::Text(text) => text.clone(),
        }
    }

    pub fn whole(&self) -> u64 {
        match self {
            Self::Whole(number) => u64::try_from(*number).unwrap_or(0),
            Self::None | Self::Real(_) | Self::Text(_) => 0,
        }
    }
}

impl From<u64> for Figure {
    fn from(number: u64) -> Self {
        Self::Whole(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<&Cell> for Figure {
    fn from(cell: &Cell) -> Self {
        match cell {
            Cell::Null => Self::None,
            Cell::Integer(number) => Self::Whole(*number),
            Cell::Real(number) => Self::Real(*number),
            Cell::Text(text) => Self::Text(text.clone()),
        }
    }
}

/// The rows of one of the answers.
pub fn rows(answers: &[Answer], at: usize) -> &[Vec<Cell>] {
    answers.get(at).map(|answer| answer.rows.as_slice()).unwrap_or_default()
}

/// The lines of an answer under these keys, which are its columns in order.
pub fn lines(answer: &Answer, keys: &[&'static str]) -> Vec<Line> {
    let line = |row: &Vec<Cell>| keys.iter().copied().zip(row.iter().map(Figure::from)).collect();
    answer.rows.iter().map(line).collect()
}

/// The answers' first rows are the table, their second's only line the totals.
pub fn plain(answers: &[Answer], keys: &[&'static str], totals: &[&'static str]) -> Table {
    let first = answers.first();
    Table {
        lines: first.map(|answer| lines(answer, keys)).unwrap_or_default(),
        totals: answers
            .get(1)
            .and_then(|answer| lines(answer, totals).into_iter().next())
            .unwrap_or_default(),
        truncated: first.is_some_and(|answer| answer.truncated),
    }
}

/// The sums of some columns.
pub fn sums(lines: &[Line], keys: &[&'static str]) -> Line {
    let sum = |key: &'static str| {
        let figures = lines.iter().flatten().filter(|(of, _)| *of == key);
        (key, Figure::from(figures.map(|(_, figure)| figure.whole()).sum::<u64>()))
    };
    keys.iter().copied().map(sum).collect()
}

/// A figure of a line.
pub fn figure<'a>(line: &'a Line, key: &str) -> &'a Figure {
    line.iter().find(|(of, _)| *of == key).map_or(&Figure::None, |(_, figure)| figure)
}

/// Puts a share of two figures of the line at its end.
pub fn add_share(line: &mut Line, key: &'static str, part: &str, whole: &str) {
    let share = Figure::share(figure(line, part).whole(), figure(line, whole).whole());
    line.push((key, share));
}

impl Answered {
    pub fn of(
        report: &'static Report,
        filters: &Filters,
        table: Table,
        names: &Names,
        zone: &TimeZone,
    ) -> Self {
        let mut told = Telling { report, names, zone, met: BTreeMap::new() };
        let rows = table.lines.into_iter().map(|line| told.line(&line)).collect();
        let totals = told.line(&table.totals);
        let names = told.names_met();
        Self {
            report: report.name,
            filters: filters
                .said
                .iter()
                .map(|(key, text)| (key.clone(), said(key, text)))
                .collect(),
            totals,
            rows,
            truncated: table.truncated,
            names,
        }
    }
}

/// Numbers are said as numbers.
fn said(key: &str, text: &str) -> Value {
    match key {
        "tier" | "seconds" => {
            text.parse::<u64>().map_or_else(|_| json!(text), |number| json!(number))
        }
        "bots" => json!(text == "true"),
        _ => json!(text),
    }
}

struct Telling<'a> {
    report: &'static Report,
    names: &'a Names,
    zone: &'a TimeZone,
    met: BTreeMap<&'static str, BTreeSet<i64>>,
}

impl Telling<'_> {
    fn line(&mut self, line: &Line) -> Map<String, Value> {
        line.iter().map(|(key, figure)| ((*key).to_owned(), self.figure(key, figure))).collect()
    }

    fn figure(&mut self, key: &str, figure: &Figure) -> Value {
        let column = self.report.columns.iter().find(|column| column.key == key);
        let unit = column.map_or(Unit::Number, |column| column.unit);
        match figure {
            Figure::None => Value::Null,
            Figure::Real(number) => json!(number),
            Figure::Text(text) if unit == Unit::Stations => self.stations(text),
            Figure::Text(text) => json!(text),
            Figure::Whole(number) => match unit {
                Unit::Time => json!(time(*number, self.zone)),
                Unit::Bucket => json!(bucket(*number)),
                Unit::Conversation => json!(format!("cnv_{number}")),
                Unit::Agent
                | Unit::Queue
                | Unit::Team
                | Unit::Stage
                | Unit::Pipeline
                | Unit::Skill => self.named(kind(unit), *number),
                Unit::Count
                | Unit::Share
                | Unit::Duration
                | Unit::Number
                | Unit::Text
                | Unit::Reason
                | Unit::Tag
                | Unit::Code
                | Unit::Stations => json!(number),
            },
        }
    }

    fn named(&mut self, kind: &'static str, id: i64) -> Value {
        self.met.entry(kind).or_default().insert(id);
        json!(self.names.key(kind, id))
    }

    /// `agent:12>15` by keys.
    fn stations(&mut self, text: &str) -> Value {
        let (kind, ids) = text.split_once(':').unwrap_or(("queue", text));
        let kind = match kind {
            "agent" => "agent",
            "team" => "team",
            _ => "queue",
        };
        let ids = ids.split('>').filter_map(|id| id.parse().ok());
        ids.map(|id| self.named(kind, id)).collect()
    }

    fn names_met(self) -> BTreeMap<&'static str, BTreeMap<String, String>> {
        let named = |kind: &'static str, ids: BTreeSet<i64>| {
            let named = ids.into_iter().filter_map(|id| {
                Some((self.names.key(kind, id), self.names.name(kind, id)?.to_owned()))
            });
            (kind, named.collect())
        };
        self.met.into_iter().map(|(kind, ids)| named(kind, ids)).collect()
    }
}

fn kind(unit: Unit) -> &'static str {
    match unit {
        Unit::Agent => "agent",
        Unit::Team => "team",
        Unit::Stage => "stage",
        Unit::Pipeline => "pipeline",
        Unit::Skill => "skill",
        Unit::Queue
        | Unit::Count
        | Unit::Share
        | Unit::Duration
        | Unit::Number
        | Unit::Text
        | Unit::Time
        | Unit::Bucket
        | Unit::Conversation
        | Unit::Reason
        | Unit::Tag
        | Unit::Code
        | Unit::Stations => "queue",
    }
}

/// RFC 3339 in the zone.
pub fn time(ms: i64, zone: &TimeZone) -> String {
    let at = Timestamp::from_millisecond(ms).unwrap_or_default().to_zoned(zone.clone());
    at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

/// 2012050114 is `2012-05-01T14`, 20120501 `2012-05-01`, 201218 `2012-W18` or, of a month, 201205 `2012-05`. Weeks are
/// told apart by the line that asks for them: see [`week`].
fn bucket(number: i64) -> String {
    let part = |by: i64| (number / by, number % by);
    match number {
        1_000_000_000.. => {
            let (day, hour) = part(100);
            format!("{}T{hour:02}", bucket(day))
        }
        10_000_000.. => {
            let (month, day) = part(100);
            format!("{}-{day:02}", bucket(month))
        }
        _ => {
            let (year, month) = part(100);
            format!("{year}-{month:02}")
        }
    }
}

/// A week as it is written; its number looks like that of a month.
pub fn week(number: i64) -> Figure {
    Figure::Text(format!("{}-W{:02}", number / 100, number % 100))
}

/// Lines by bucket, weeks written out.
pub fn bucketed(filters: &Filters, mut lines: Vec<Line>) -> Vec<Line> {
    if filters.group_by == Some(super::filters::GroupBy::Week) {
        for (key, figure) in lines.iter_mut().flatten() {
            if *key == "bucket"
                && let Figure::Whole(number) = figure
            {
                *figure = week(*number);
            }
        }
    }
    lines
}
