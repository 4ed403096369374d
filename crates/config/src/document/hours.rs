//! Business hours as people write them: days of the week, times of a day, holidays, a time zone.

use std::{borrow::Cow, str::FromStr};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, de::Error};

use crate::position::{At, Entries, Keys};

/// When a queue is open.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HoursEntry {
    pub name: At<String>,
    /// The time zone of the times, like `Europe/Berlin`.
    pub zone: At<String>,
    /// Opening times by days of the week: `mon`, or `mon-fri` for several.
    pub open: Entries<Vec<At<Times>>, DayNames>,
    /// Days that are unlike other days of their week.
    #[serde(default)]
    pub holidays: Entries<HolidayEntry>,
}

#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HolidayEntry {
    /// `2026-12-24`, or `12-24` for every year.
    pub date: At<Date>,
    /// Opening times of that day; closed if left out.
    #[serde(default)]
    pub open: Vec<At<Times>>,
}

/// Keys of opening times: `mon`, `sat-sun`.
#[derive(Debug, Clone)]
pub struct DayNames;

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl DayNames {
    /// The days a key names, counted from Monday as 0; a range may go round the end of the week.
    pub(crate) fn read(key: &str) -> Option<Vec<usize>> {
        let day = |name: &str| DAYS.iter().position(|day| *day == name);
        let (first, last) = key.split_once('-').unwrap_or((key, key));
        let (first, last) = (day(first)?, day(last)?);
        Some((0..=(last + 7 - first) % 7).map(|step| (first + step) % 7).collect())
    }
}

impl Keys for DayNames {
    fn pattern() -> String {
        let day = DAYS.join("|");
        format!("^({day})(-({day}))?$")
    }
}

/// A stretch of a day in minutes from midnight; one that ends at or before its start ends on the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Times {
    pub from: u16,
    pub to: u16,
}

const DAY_MINUTES: u16 = 24 * 60;

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "opening times are written like 09:00-17:30, 22:00-06:00 over midnight, 00:00-24:00 all day"
)]
pub struct NotTimes;

impl Times {
    /// Minutes it lasts, by the clock on the wall.
    pub(crate) const fn minutes(self) -> u16 {
        if self.to > self.from { self.to - self.from } else { self.to + DAY_MINUTES - self.from }
    }
}

impl FromStr for Times {
    type Err = NotTimes;

    fn from_str(text: &str) -> Result<Self, NotTimes> {
        let (from, to) = text.split_once('-').ok_or(NotTimes)?;
        let times = Self { from: minute(from)?, to: minute(to)? };
        if times.from == DAY_MINUTES || times.from == times.to {
            return Err(NotTimes);
        }
        Ok(times)
    }
}

fn minute(text: &str) -> Result<u16, NotTimes> {
    let (hours, minutes) = text.trim().split_once(':').ok_or(NotTimes)?;
    let number = |digits: &str, lengths: std::ops::RangeInclusive<usize>| {
        let good = lengths.contains(&digits.len()) && digits.chars().all(|c| c.is_ascii_digit());
        digits.parse::<u16>().ok().filter(|_| good).ok_or(NotTimes)
    };
    let (hours, minutes) = (number(hours, 1..=2)?, number(minutes, 2..=2)?);
    let minute = hours * 60 + minutes;
    if minutes < 60 && minute <= DAY_MINUTES { Ok(minute) } else { Err(NotTimes) }
}

/// A day of one year, or of every year. Whether the calendar has it is for `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: Option<i16>,
    pub month: i8,
    pub day: i8,
}

#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("a date is written like 2026-12-24, or 12-24 for every year")]
pub struct NotADate;

impl FromStr for Date {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let parts: Vec<&str> = text.split('-').collect();
        let (year, month, day) = match parts[..] {
            [year, month, day] if year.len() == 4 => (Some(year), month, day),
            [month, day] => (None, month, day),
            _ => return Err(NotADate),
        };
        let two = |digits: &str| digits.parse().ok().filter(|_| digits.len() == 2).ok_or(NotADate);
        let year = year.map(str::parse).transpose().map_err(|_| NotADate)?;
        Ok(Self { year, month: two(month)?, day: two(day)? })
    }
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(year) = self.year {
            write!(f, "{year:04}-")?;
        }
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl<'de> Deserialize<'de> for Times {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl JsonSchema for Times {
    fn schema_name() -> Cow<'static, str> {
        "Times".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "Opening times, e.g. `09:00-17:30`; `22:00-06:00` ends on the next day, `00:00-24:00` is all day.",
            "pattern": "^[0-9]{1,2}:[0-9]{2} *- *[0-9]{1,2}:[0-9]{2}$",
        })
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A day: `2026-12-24`, or `12-24` of every year.",
            "pattern": "^([0-9]{4}-)?[0-9]{2}-[0-9]{2}$",
        })
    }
}
