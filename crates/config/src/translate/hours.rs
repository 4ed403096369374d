//! Weekdays, zones and holidays to moments: the only place where a time zone is looked up.
//!
//! Uses the zones that come with the program, so that a document means the same on every machine.

use std::collections::BTreeMap;

use domain::{
    config::{Config, Interval},
    ids::{HoursId, Timestamp},
};
use jiff::{
    ToSpan,
    civil::Date,
    tz::{TimeZone, TimeZoneDatabase},
};

use crate::document::{DayNames, Document, HoursEntry, Times};

/// How far hours are known ahead: a year and a month, renewed weekly.
pub const HORIZON_DAYS: i32 = 400;

/// The hours of a version in force, expanded anew from `now` on; to be renewed weekly.
///
/// `document` is what `config` was translated from.
#[must_use]
pub fn open_hours(
    document: &Document,
    config: &Config,
    now: Timestamp,
) -> BTreeMap<HoursId, Vec<Interval>> {
    config
        .hours
        .iter()
        .filter_map(|(id, hours)| Some((*id, expand(document.hours.get(&hours.key)?, now))))
        .collect()
}

/// When hours that are not in force would be open: every interval that ends after `now` and begins within
/// `ahead_ms`; none of hours that the document does not have.
#[must_use]
pub fn hours_ahead(
    document: &Document,
    key: &str,
    now: Timestamp,
    ahead_ms: u64,
) -> Option<Vec<Interval>> {
    let mut open = expand(document.hours.get(key)?, now);
    open.retain(|interval| interval.from < now.after(ahead_ms));
    Some(open)
}

/// Every interval that ends after `now` and begins before the horizon: ascending, apart.
pub(super) fn expand(entry: &HoursEntry, now: Timestamp) -> Vec<Interval> {
    let Some(zone) = zone(&entry.zone) else { return Vec::new() };
    let Some(today) = i64::try_from(now.0)
        .ok()
        .and_then(|ms| jiff::Timestamp::from_millisecond(ms).ok())
        .map(|now| now.to_zoned(zone.clone()).date())
    else {
        return Vec::new();
    };
    let week = week(entry);
    let mut open: Vec<Interval> = Vec::new();
    // Yesterday's may go on over midnight.
    for day in today.saturating_sub(1.day()).series(1.day()).take(HORIZON_DAYS as usize + 1) {
        for times in times_of(entry, &week, day) {
            let ends = if times.to > times.from { day } else { day.saturating_add(1.day()) };
            let (from, to) = (moment(&zone, day, times.from), moment(&zone, ends, times.to));
            if from < to && to > now {
                open.push(Interval { from, to });
            }
        }
    }
    open.sort_by_key(|interval| interval.from);
    joined(open)
}

/// A zone by its IANA name.
pub(crate) fn zone(name: &str) -> Option<TimeZone> {
    static ZONES: std::sync::LazyLock<TimeZoneDatabase> =
        std::sync::LazyLock::new(TimeZoneDatabase::bundled);
    ZONES.get(name).ok()
}

/// The day of a zone that a moment is in: its first moment, and that of the next day. Days of the clocks change are
/// shorter or longer. A zone that nobody knows is UTC.
#[must_use]
pub fn day_of(zone_name: &str, now: Timestamp) -> (Timestamp, Timestamp) {
    let zone = zone(zone_name).unwrap_or(TimeZone::UTC);
    let ms = i64::try_from(now.0).unwrap_or(i64::MAX);
    let day = jiff::Timestamp::from_millisecond(ms)
        .map_or(Date::MAX, |now| now.to_zoned(zone.clone()).date());
    (moment(&zone, day, 0), moment(&zone, day, 24 * 60))
}

/// Opening times from Monday on.
pub(crate) fn week(entry: &HoursEntry) -> [Vec<Times>; 7] {
    let mut week: [Vec<Times>; 7] = Default::default();
    for (days, times) in entry.open.iter() {
        for day in DayNames::read(days).into_iter().flatten() {
            week[day].extend(times.iter().map(|at| at.value));
        }
    }
    week
}

/// A holiday of this very date goes before one of every year, and both before the day of the week.
fn times_of(entry: &HoursEntry, week: &[Vec<Times>; 7], day: Date) -> Vec<Times> {
    let on = |year: Option<i16>| {
        entry.holidays.iter().find(|(_, holiday)| {
            let date = holiday.date.value;
            (date.year, date.month, date.day) == (year, day.month(), day.day())
        })
    };
    match on(Some(day.year())).or_else(|| on(None)) {
        Some((_, holiday)) => holiday.open.iter().map(|at| at.value).collect(),
        None => week[usize::from(day.weekday().to_monday_zero_offset().unsigned_abs())].clone(),
    }
}

/// A time that the clocks skip is as much later; of one that they show twice it is the first.
fn moment(zone: &TimeZone, day: Date, minute: u16) -> Timestamp {
    let day = if minute == 24 * 60 { day.saturating_add(1.day()) } else { day };
    let (hour, minute) = ((minute / 60 % 24) as i8, (minute % 60) as i8);
    let ms = day
        .at(hour, minute, 0, 0)
        .to_zoned(zone.clone())
        .map_or(i64::MAX, |zoned| zoned.timestamp().as_millisecond());
    Timestamp(u64::try_from(ms).unwrap_or_default())
}

fn joined(ascending: Vec<Interval>) -> Vec<Interval> {
    let mut open: Vec<Interval> = Vec::with_capacity(ascending.len());
    for interval in ascending {
        match open.last_mut() {
            Some(last) if interval.from <= last.to => last.to = last.to.max(interval.to),
            _ => open.push(interval),
        }
    }
    open
}
