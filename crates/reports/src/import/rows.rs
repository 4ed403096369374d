//! The rows of a table, gathered by conversation.
//!
//! A row that cannot be read spoils its conversation, never another. What rows say again and again is kept once.

use std::{collections::BTreeSet, fmt};

use csv::{ByteRecord, StringRecord};
use domain::ids::Timestamp;
use indexmap::{IndexMap, IndexSet};

use super::map::{Finding, Map, When};
use crate::limits::IMPORT_ROWS_MAX;

/// A map, and where the table has its columns.
#[derive(Debug)]
pub struct Columns<'m> {
    map: &'m Map,
    width: usize,
    conversation: usize,
    time: usize,
    queue: usize,
    agent: usize,
    tier: usize,
    waiting: usize,
    closed: Option<usize>,
    tags: Vec<usize>,
}

/// All that a table says.
#[derive(Debug, Default)]
pub struct Log {
    pub rows: u64,
    /// Rows that name no conversation.
    pub stray: Vec<Fault>,
    /// In the order of their first rows.
    pub cases: IndexMap<String, Case>,
    queues: IndexSet<(String, u8)>,
    agents: IndexSet<String>,
    tags: IndexSet<BTreeSet<String>>,
}

/// The rows of one conversation, in the file's order, and what is wrong with others.
#[derive(Debug, Default)]
pub struct Case {
    rows: Vec<Kept>,
    pub faults: Vec<Fault>,
}

/// A row by the places of its words.
#[derive(Debug)]
struct Kept {
    at: Timestamp,
    queue: usize,
    agent: Option<usize>,
    waits: bool,
    closes: bool,
    tags: usize,
}

/// What one row says of its conversation from there on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row<'l> {
    pub at: Timestamp,
    pub queue: &'l str,
    pub tier: u8,
    /// Who holds it, or who made it wait.
    pub agent: Option<&'l str>,
    pub waits: bool,
    pub closes: bool,
    pub tags: &'l BTreeSet<String>,
}

/// Why a row cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Of the file, counted from 1.
    pub line: u64,
    pub what: Wrong,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    NotText,
    Fields {
        found: usize,
        expected: usize,
    },
    NoConversation,
    Time(String),
    Tier(String),
    NoQueue,
    /// It does not wait, and nobody holds it.
    NoAgent,
    TooManyRows,
}

impl Map {
    /// Finds the columns of the map in a table's header.
    pub fn columns(&self, header: &StringRecord) -> Result<Columns<'_>, Vec<Finding>> {
        let mut findings = Vec::new();
        let mut place = |column: &super::map::Column| {
            column.place(header).unwrap_or_else(|finding| {
                findings.push(finding);
                0
            })
        };
        let written = &self.written;
        let columns = Columns {
            map: self,
            width: header.len(),
            conversation: place(&written.conversation),
            time: place(&written.time.column),
            queue: place(&written.queue),
            agent: place(&written.agent),
            tier: place(&written.tier.column),
            waiting: place(&written.waiting.column),
            closed: written.closed.as_ref().map(|when| place(&when.column)),
            tags: written.tags.iter().map(&mut place).collect(),
        };
        if findings.is_empty() { Ok(columns) } else { Err(findings) }
    }
}

impl Log {
    /// Takes one row of the table in.
    pub fn take(&mut self, columns: &Columns<'_>, record: &ByteRecord, line: u64) {
        self.rows += 1;
        let name = record.get(columns.conversation).unwrap_or_default();
        let name = String::from_utf8_lossy(name);
        if name.is_empty() {
            self.stray.push(Fault { line, what: Wrong::NoConversation });
            return;
        }
        let kept = self.read(columns, record);
        let case = self.cases.entry(name.into_owned()).or_default();
        match kept {
            Ok(_) if case.rows.len() == IMPORT_ROWS_MAX => {
                case.faults.push(Fault { line, what: Wrong::TooManyRows });
            }
            Ok(kept) => case.rows.push(kept),
            Err(what) => case.faults.push(Fault { line, what }),
        }
    }

    fn read(&mut self, columns: &Columns<'_>, record: &ByteRecord) -> Result<Kept, Wrong> {
        if record.len() != columns.width {
            return Err(Wrong::Fields { found: record.len(), expected: columns.width });
        }
        let field = |place: usize| {
            let bytes = record.get(place).unwrap_or_default();
            str::from_utf8(bytes).map_err(|_| Wrong::NotText)
        };
        let says = |when: &When, place: usize| Ok::<_, Wrong>(when.is.contains(field(place)?));
        let map = columns.map;
        let time = field(columns.time)?;
        let at = map.moment(time).ok_or_else(|| Wrong::Time(time.to_owned()))?;
        let tier = field(columns.tier)?;
        let tier = map.tier(tier).ok_or_else(|| Wrong::Tier(tier.to_owned()))?;
        let queue = Some(field(columns.queue)?).filter(|queue| !queue.is_empty());
        let queue = queue.ok_or(Wrong::NoQueue)?;
        let waits = says(&map.written.waiting, columns.waiting)?;
        let agent = Some(field(columns.agent)?).filter(|agent| !agent.is_empty());
        if agent.is_none() && !waits {
            return Err(Wrong::NoAgent);
        }
        let closed = map.written.closed.as_ref().zip(columns.closed);
        let closes = closed.map_or(Ok(false), |(when, place)| says(when, place))?;
        let tags: BTreeSet<_> = columns
            .tags
            .iter()
            .map(|place| Ok(field(*place)?.to_owned()))
            .collect::<Result<_, Wrong>>()?;
        let tags = tags.into_iter().filter(|tag| !tag.is_empty()).collect();
        Ok(Kept {
            at,
            queue: self.queues.insert_full((queue.to_owned(), tier)).0,
            agent: agent.map(|agent| self.agents.insert_full(agent.to_owned()).0),
            waits,
            closes,
            tags: self.tags.insert_full(tags).0,
        })
    }

    /// The rows of a case by their times; equal times keep the file's order.
    pub fn rows<'l>(&'l self, case: &'l Case) -> Vec<Row<'l>> {
        let mut rows: Vec<_> = case
            .rows
            .iter()
            .map(|kept| {
                let (queue, tier) = &self.queues[kept.queue];
                Row {
                    at: kept.at,
                    queue,
                    tier: *tier,
                    agent: kept.agent.map(|agent| self.agents[agent].as_str()),
                    waits: kept.waits,
                    closes: kept.closes,
                    tags: &self.tags[kept.tags],
                }
            })
            .collect();
        rows.sort_by_key(|row| row.at);
        rows
    }
}

impl Wrong {
    /// Stable, for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotText => "not_text",
            Self::Fields { .. } => "wrong_number_of_fields",
            Self::NoConversation => "conversation_missing",
            Self::Time(_) => "time_unreadable",
            Self::Tier(_) => "unknown_tier",
            Self::NoQueue => "queue_missing",
            Self::NoAgent => "agent_missing",
            Self::TooManyRows => "too_many_rows",
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}: ", self.line, self.what.code())?;
        match &self.what {
            Wrong::NotText => write!(f, "a field is not UTF-8"),
            Wrong::Fields { found, expected } => {
                write!(f, "{found} fields, the header has {expected}")
            }
            Wrong::NoConversation => write!(f, "the row names no conversation"),
            Wrong::Time(text) => write!(f, "`{text}` is no time of the map's format"),
            Wrong::Tier(text) => write!(f, "`{text}` is no tier of the map"),
            Wrong::NoQueue => write!(f, "the row names no queue"),
            Wrong::NoAgent => write!(f, "it does not wait, and nobody holds it"),
            Wrong::TooManyRows => write!(f, "more than {IMPORT_ROWS_MAX} rows of one conversation"),
        }
    }
}
