//! What a report may be narrowed by: read from text, checked by name, and turned into conditions.
//!
//! Agents, queues and so on are named by key; one key may stand for several ids, where a history names somebody whom
//! the workspace knows too.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{Timestamp, civil, tz::TimeZone};
use serde::Serialize;
use store::facts::{Row, Value};

/// A way to narrow a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Filter {
    From,
    To,
    GroupBy,
    /// The same where rows are not of a time unless one asks for it.
    GroupByIfAsked,
    Tier,
    Pipeline,
    Queue,
    Team,
    Agent,
    Tag,
    Bots,
    Cause,
    Reason,
    Path,
    Seconds,
    Split,
}

/// What every report of conversations is narrowed by.
pub const USUAL: &[Filter] = &[
    Filter::From,
    Filter::To,
    Filter::Pipeline,
    Filter::Queue,
    Filter::Team,
    Filter::Agent,
    Filter::Tag,
];

/// The same for a report whose rows are of a time.
pub const USUAL_BY_TIME: &[Filter] = &[
    Filter::From,
    Filter::To,
    Filter::GroupBy,
    Filter::Pipeline,
    Filter::Queue,
    Filter::Team,
    Filter::Agent,
    Filter::Tag,
];

impl Filter {
    pub const ALL: &[Self] = &[
        Self::From,
        Self::To,
        Self::GroupBy,
        Self::GroupByIfAsked,
        Self::Tier,
        Self::Pipeline,
        Self::Queue,
        Self::Team,
        Self::Agent,
        Self::Tag,
        Self::Bots,
        Self::Cause,
        Self::Reason,
        Self::Path,
        Self::Seconds,
        Self::Split,
    ];

    pub fn key(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::To => "to",
            Self::GroupBy | Self::GroupByIfAsked => "group_by",
            Self::Tier => "tier",
            Self::Pipeline => "pipeline",
            Self::Queue => "queue",
            Self::Team => "team",
            Self::Agent => "agent",
            Self::Tag => "tag",
            Self::Bots => "bots",
            Self::Cause => "cause",
            Self::Reason => "reason",
            Self::Path => "path",
            Self::Seconds => "seconds",
            Self::Split => "split",
        }
    }

    /// What is asked for where nothing is said.
    pub fn default(self) -> Option<&'static str> {
        match self {
            Self::GroupBy => Some("month"),
            Self::Tier => Some("1"),
            Self::Bots => Some("false"),
            Self::Path => Some("queues"),
            Self::Seconds => Some("60"),
            Self::Split => Some("none"),
            Self::From
            | Self::To
            | Self::GroupByIfAsked
            | Self::Pipeline
            | Self::Queue
            | Self::Team
            | Self::Agent
            | Self::Tag
            | Self::Cause
            | Self::Reason => None,
        }
    }

    /// Whether it may be more than what there is to choose from: what is there no longer, or was imported.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Tier | Self::Tag | Self::Reason | Self::Seconds)
    }

    /// What it may be, where that is a short list.
    pub fn options(self) -> &'static [&'static str] {
        match self {
            Self::GroupBy | Self::GroupByIfAsked => &["hour", "day", "week", "month"],
            Self::Bots => &["false", "true"],
            Self::Path => &["queues", "owners", "teams"],
            Self::Split => &["none", "reason", "cause"],
            Self::Cause => CAUSES,
            Self::From
            | Self::To
            | Self::Tier
            | Self::Pipeline
            | Self::Queue
            | Self::Team
            | Self::Agent
            | Self::Tag
            | Self::Reason
            | Self::Seconds => &[],
        }
    }
}

/// What moves a conversation from one queue to the next.
pub const CAUSES: &[&str] = &[
    "transfer",
    "escalation",
    "return",
    "fallback",
    "requeue",
    "assignment",
    "unanswered",
    "came_back",
    "out_of_hours",
    "agent_lost",
    "no_room",
    "owner_left",
    "take_over",
    "hand_back",
    "succession",
];

/// The length of a bucket of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupBy {
    Hour,
    Day,
    Week,
    Month,
}

impl GroupBy {
    pub fn column(self) -> &'static str {
        match self {
            Self::Hour => "hour",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }
}

/// A filter that cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("filter `{filter}`: {problem}")]
pub struct BadFilter {
    pub filter: String,
    pub problem: String,
}

fn bad(filter: Filter, problem: impl Into<String>) -> BadFilter {
    BadFilter { filter: filter.key().to_owned(), problem: problem.into() }
}

/// What ids are called, by kind.
#[derive(Debug, Clone, Default)]
pub struct Names {
    by_id: BTreeMap<(String, i64), (String, String)>,
    by_key: BTreeMap<(String, String), Vec<i64>>,
    tiers: BTreeSet<u8>,
}

impl Names {
    /// From the rows of `fact_name`.
    pub fn of(rows: &[Row]) -> Self {
        let mut names = Self::default();
        for row in rows {
            let [
                Value::Text(kind),
                Value::Integer(id),
                Value::Text(key),
                Value::Text(name),
                tier,
                ..,
            ] = row.values.as_slice()
            else {
                continue;
            };
            if let Value::Integer(tier) = tier {
                names.tiers.extend(u8::try_from(*tier));
            }
            names.by_id.insert((kind.clone(), *id), (key.clone(), name.clone()));
            names.by_key.entry((kind.clone(), key.clone())).or_default().push(*id);
        }
        names
    }

    pub fn key(&self, kind: &str, id: i64) -> String {
        let found = self.by_id.get(&(kind.to_owned(), id));
        found.map_or_else(|| format!("{kind} {id}"), |(key, _)| key.clone())
    }

    pub fn name(&self, kind: &str, id: i64) -> Option<&str> {
        self.by_id.get(&(kind.to_owned(), id)).map(|(_, name)| name.as_str())
    }

    /// Keys and names of a kind, by key.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let keys = self.by_key.iter().filter(move |((of, _), _)| of == kind);
        keys.filter_map(move |((_, key), ids)| {
            Some((key.as_str(), self.name(kind, *ids.first()?)?))
        })
    }

    /// Those that queues have, by their own words.
    pub fn tiers(&self) -> &BTreeSet<u8> {
        &self.tiers
    }

    pub fn ids(&self, kind: &str, key: &str) -> Option<&[i64]> {
        self.by_key.get(&(kind.to_owned(), key.to_owned())).map(Vec::as_slice)
    }
}

/// Filters in force. Moments are milliseconds; `to_ms` is past the end.
#[derive(Debug, Clone, Default)]
pub struct Filters {
    pub from_ms: Option<u64>,
    pub to_ms: Option<u64>,
    pub group_by: Option<GroupBy>,
    pub tier: u8,
    pub bots: bool,
    pub path: String,
    pub seconds: u64,
    pub split: String,
    pub tag: Option<String>,
    pub cause: Option<String>,
    pub reason: Option<String>,
    ids: BTreeMap<Filter, Vec<i64>>,
    /// As they were asked for, with defaults, for the answer to repeat.
    pub said: BTreeMap<String, String>,
}

impl Filters {
    /// Reads filters as they stand in an address or on a command line. `allowed` are those of the report; `zone` is
    /// that of the workspace: a date is all of its day there, also as `to`.
    pub fn read(
        asked: &BTreeMap<String, String>,
        allowed: &[Filter],
        names: &Names,
        zone: &TimeZone,
    ) -> Result<Self, BadFilter> {
        let known: BTreeSet<_> = allowed.iter().map(|filter| filter.key()).collect();
        if let Some(unknown) = asked.keys().find(|key| !known.contains(key.as_str())) {
            let known = known.into_iter().collect::<Vec<_>>().join(", ");
            let problem = format!("this report has none of that name; it has {known}");
            return Err(BadFilter { filter: unknown.clone(), problem });
        }
        let mut filters = Self::default();
        for filter in allowed.iter().copied() {
            let given = asked.get(filter.key()).map(String::as_str).filter(|text| !text.is_empty());
            let Some(text) = given.or(filter.default()) else { continue };
            let options = filter.options();
            if !options.is_empty() && filter != Filter::Cause && !options.contains(&text) {
                return Err(bad(filter, format!("`{text}` is not one of {}", options.join(", "))));
            }
            filters.set(filter, text, names, zone)?;
            filters.said.insert(filter.key().to_owned(), text.to_owned());
        }
        Ok(filters)
    }

    fn set(
        &mut self,
        filter: Filter,
        text: &str,
        names: &Names,
        zone: &TimeZone,
    ) -> Result<(), BadFilter> {
        match filter {
            Filter::From => self.from_ms = Some(moment(filter, text, zone, Edge::Begin)?),
            Filter::To => self.to_ms = Some(moment(filter, text, zone, Edge::End)?),
            Filter::GroupBy | Filter::GroupByIfAsked => {
                self.group_by = Some(match text {
                    "hour" => GroupBy::Hour,
                    "day" => GroupBy::Day,
                    "week" => GroupBy::Week,
                    _ => GroupBy::Month,
                });
            }
            Filter::Tier => self.tier = number(filter, text)?,
            Filter::Seconds => self.seconds = number(filter, text)?,
            Filter::Bots => self.bots = text == "true",
            Filter::Path => self.path = text.to_owned(),
            Filter::Split => self.split = text.to_owned(),
            Filter::Tag => self.tag = Some(text.to_owned()),
            Filter::Cause => self.cause = Some(text.to_owned()),
            Filter::Reason => self.reason = Some(text.to_owned()),
            Filter::Pipeline | Filter::Queue | Filter::Team | Filter::Agent => {
                let kind = filter.key();
                let found = names.ids(kind, text);
                let ids =
                    found.ok_or_else(|| bad(filter, format!("there is no {kind} `{text}`")))?;
                self.ids.insert(filter, ids.to_vec());
            }
        }
        Ok(())
    }

    /// `column IN (…)`, if the filter is in force. Ids are numbers of ours: they stand in the statement.
    pub fn one_of(&self, filter: Filter, column: &str) -> Option<String> {
        let ids = self.ids.get(&filter)?.iter().map(i64::to_string).collect::<Vec<_>>();
        Some(format!("{column} IN ({})", ids.join(", ")))
    }

    /// The period of the same length that ends where this one begins; none without both ends.
    pub fn period_before(&self) -> Option<Self> {
        let (from, to) = self.from_ms.zip(self.to_ms)?;
        let length = to.saturating_sub(from);
        Some(Self { from_ms: Some(from.saturating_sub(length)), to_ms: Some(from), ..self.clone() })
    }
}

fn number<T: std::str::FromStr>(filter: Filter, text: &str) -> Result<T, BadFilter> {
    text.parse().map_err(|_| bad(filter, format!("`{text}` is not a number that fits")))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Begin,
    End,
}

/// A date or a date and time; without an offset it is of the workspace's zone.
fn moment(filter: Filter, text: &str, zone: &TimeZone, edge: Edge) -> Result<u64, BadFilter> {
    let unreadable =
        || bad(filter, format!("`{text}` is neither a date (2012-05-31) nor a date and time"));
    let at = if let Ok(date) = text.parse::<civil::Date>()
        && text.len() == "2012-05-31".len()
    {
        let first =
            if edge == Edge::End { date.tomorrow().map_err(|_| unreadable())? } else { date };
        first.to_zoned(zone.clone()).map_err(|_| unreadable())?.timestamp()
    } else if let Ok(at) = text.parse::<Timestamp>() {
        at
    } else {
        let local: civil::DateTime = text.parse().map_err(|_| unreadable())?;
        local.to_zoned(zone.clone()).map_err(|_| unreadable())?.timestamp()
    };
    u64::try_from(at.as_millisecond()).map_err(|_| unreadable())
}
