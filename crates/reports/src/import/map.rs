//! Which column of a table means what: a document (YAML), read with positions and checked against the table's header.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

use domain::ids::Timestamp;
use jiff::{civil, fmt::strtime, tz::TimeZone};
use serde::{Deserialize, Deserializer};
use serde_saphyr::{Location, Spanned};

/// One thing that is wrong with a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub code: Code,
    /// Counted from 1, as the column is.
    pub line: u64,
    pub column: u64,
    /// A sentence without a full stop.
    pub message: String,
}

/// What kind of mistake it is. Programs may rely on the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// The text has another shape than a map.
    MapUnreadable,
    /// The header of the table has no such column.
    UnknownColumn,
    /// The header of the table has it twice.
    AmbiguousColumn,
    /// A time zone that the IANA list does not have.
    UnknownZone,
    /// A format of times that cannot be followed.
    BadFormat,
    /// Tiers are numbered from 1.
    BadTier,
    /// No value is given that would say so.
    NoValue,
}

impl Code {
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::MapUnreadable => "map_unreadable",
            Self::UnknownColumn => "unknown_column",
            Self::AmbiguousColumn => "ambiguous_column",
            Self::UnknownZone => "unknown_zone",
            Self::BadFormat => "bad_format",
            Self::BadTier => "bad_tier",
            Self::NoValue => "no_value",
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, line, column, message } = self;
        write!(f, "{line}:{column}: {}: {message}", code.as_str())
    }
}

/// A map that can be followed, if the table has its columns.
#[derive(Debug)]
pub struct Map {
    pub(super) written: Written,
    zone: TimeZone,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    /// What ties the rows of one conversation together.
    pub conversation: Column,
    pub time: Time,
    /// Of times without an offset, and of the days in reports.
    #[serde(default = "utc")]
    zone: Spanned<String>,
    pub queue: Column,
    pub agent: Column,
    pub tier: Tier,
    /// Where a row says so, the conversation waits; elsewhere the agent holds it.
    pub waiting: When,
    /// Where the last row says so, the conversation is closed.
    pub closed: Option<When>,
    /// Every value that stands there is a tag.
    #[serde(default)]
    pub tags: Vec<Column>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Time {
    pub column: Column,
    /// As strftime has it; RFC 3339, with or without an offset, if not given.
    format: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tier {
    pub column: Column,
    /// The tier of each value; the column has numbers, if not given.
    values: Option<BTreeMap<String, Spanned<u8>>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct When {
    pub column: Column,
    pub is: BTreeSet<String>,
}

/// The name of a column, and where the map names it.
#[derive(Debug)]
pub(super) struct Column {
    pub name: String,
    at: Location,
}

impl<'de> Deserialize<'de> for Column {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Spanned { value, referenced, .. } = Spanned::deserialize(deserializer)?;
        Ok(Self { name: value, at: referenced })
    }
}

fn utc() -> Spanned<String> {
    Spanned { value: "UTC".to_owned(), referenced: Location::UNKNOWN, defined: Location::UNKNOWN }
}

impl Map {
    pub fn read(text: &str) -> Result<Self, Vec<Finding>> {
        let written: Written = serde_saphyr::from_str(text).map_err(|error| {
            let error = error.without_snippet();
            let at = error.location().unwrap_or(Location::UNKNOWN);
            vec![finding(Code::MapUnreadable, at, error.to_string())]
        })?;
        let mut findings = written.mistakes();
        let zone = TimeZone::get(&written.zone.value).unwrap_or_else(|_| {
            let message = format!("there is no time zone `{}`", written.zone.value);
            findings.push(finding(Code::UnknownZone, written.zone.referenced, message));
            TimeZone::UTC
        });
        if findings.is_empty() { Ok(Self { written, zone }) } else { Err(findings) }
    }

    /// The zone of its days, by its IANA name.
    pub fn zone(&self) -> &str {
        &self.written.zone.value
    }

    /// The moment that a text means, not before 1970.
    pub(super) fn moment(&self, text: &str) -> Option<Timestamp> {
        let moment = match &self.written.time.format {
            Some(format) => {
                let read = strtime::parse(&format.value, text).ok()?;
                match read.offset() {
                    Some(_) => read.to_timestamp().ok()?,
                    None => self.here(read.to_datetime().ok()?)?,
                }
            }
            None => match text.parse() {
                Ok(moment) => moment,
                Err(_) => self.here(text.parse().ok()?)?,
            },
        };
        u64::try_from(moment.as_millisecond()).ok().map(Timestamp)
    }

    fn here(&self, time: civil::DateTime) -> Option<jiff::Timestamp> {
        Some(time.to_zoned(self.zone.clone()).ok()?.timestamp())
    }

    pub(super) fn tier(&self, text: &str) -> Option<u8> {
        match &self.written.tier.values {
            Some(values) => values.get(text).map(|tier| tier.value),
            None => text.parse().ok().filter(|tier| *tier > 0),
        }
    }
}

impl Written {
    fn mistakes(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        if let Some(format) = &self.time.format
            && let Err(error) = strtime::format(&format.value, &jiff::Zoned::default())
        {
            findings.push(finding(Code::BadFormat, format.referenced, error.to_string()));
        }
        for (value, tier) in self.tier.values.iter().flatten() {
            if tier.value == 0 {
                let message = format!("`{value}` has tier 0; tiers are numbered from 1");
                findings.push(finding(Code::BadTier, tier.referenced, message));
            }
        }
        for when in [Some(&self.waiting), self.closed.as_ref()].into_iter().flatten() {
            if when.is.is_empty() {
                let message = format!("no value of `{}` is named", when.column.name);
                findings.push(finding(Code::NoValue, when.column.at, message));
            }
        }
        findings
    }
}

impl Column {
    /// Its place in a header.
    pub fn place(&self, header: &csv::StringRecord) -> Result<usize, Finding> {
        let name = self.name.as_str();
        let mut places = header.iter().enumerate().filter(|(_, column)| *column == name);
        match (places.next(), places.next()) {
            (Some((place, _)), None) => Ok(place),
            (Some(_), Some(_)) => {
                let message = format!("the table has two columns `{name}`");
                Err(finding(Code::AmbiguousColumn, self.at, message))
            }
            (None, _) => {
                let columns: Vec<_> = header.iter().map(|column| format!("`{column}`")).collect();
                let columns = columns.join(", ");
                let message = format!("the table has no column `{name}`, it has {columns}");
                Err(finding(Code::UnknownColumn, self.at, message))
            }
        }
    }
}

fn finding(code: Code, at: Location, message: String) -> Finding {
    Finding { code, line: at.line().max(1), column: at.column().max(1), message }
}
