//! A moment as it is told: date and time of day where it happens, never where the visitor is.

use domain::ids::Timestamp;
use jiff::{Timestamp as Instant, Zoned};

use crate::translate::zone;

/// A moment in the zone it is told in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment(Zoned);

impl Moment {
    /// None of a zone that nobody knows, or of a moment beyond the calendar.
    #[must_use]
    pub fn of(at: Timestamp, zone_name: &str) -> Option<Self> {
        let at = Instant::from_millisecond(i64::try_from(at.0).ok()?).ok()?;
        Some(Self(at.to_zoned(zone(zone_name)?)))
    }

    /// The name of the day among seven from Monday on.
    pub(super) fn weekday<'a>(&self, names: &[&'a str; 7]) -> &'a str {
        let day = self.0.weekday().to_monday_zero_offset();
        names[usize::from(day.unsigned_abs())]
    }

    pub(super) fn month<'a>(&self, names: &[&'a str; 12]) -> &'a str {
        names[usize::from(self.0.month().unsigned_abs()) - 1]
    }

    pub(super) fn day(&self) -> i8 {
        self.0.day()
    }

    pub(super) fn hour(&self) -> i8 {
        self.0.hour()
    }

    /// Two digits.
    pub(super) fn minute(&self) -> String {
        format!("{:02}", self.0.minute())
    }

    /// `CET`, or the offset where the zone has no letters.
    pub(super) fn zone(&self) -> String {
        self.0.strftime("%Z").to_string()
    }
}
