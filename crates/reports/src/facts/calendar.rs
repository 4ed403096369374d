//! The workspace's calendar: in which hour, day, week and month a moment is, as numbers that sort.

use domain::ids::Timestamp;
use jiff::tz::TimeZone;

#[derive(Debug, Clone)]
pub struct Calendar {
    zone: TimeZone,
}

/// 2012050114, 20120501, 201218 (ISO 8601) and 201205.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    pub hour: i64,
    pub day: i64,
    pub week: i64,
    pub month: i64,
}

impl Calendar {
    /// UTC where the name is none of a zone.
    pub fn of(zone: &str) -> Self {
        Self { zone: TimeZone::get(zone).unwrap_or(TimeZone::UTC) }
    }

    pub fn slot(&self, at: Timestamp) -> Slot {
        let moment = jiff::Timestamp::from_millisecond(at.0.cast_signed()).unwrap_or_default();
        let local = self.zone.to_datetime(moment);
        let (year, month) = (i64::from(local.year()), i64::from(local.month()));
        let month = year * 100 + month;
        let day = month * 100 + i64::from(local.day());
        let iso = local.date().iso_week_date();
        Slot {
            hour: day * 100 + i64::from(local.hour()),
            day,
            week: i64::from(iso.year()) * 100 + i64::from(iso.week()),
            month,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Calendar, Slot};
    use domain::ids::Timestamp;

    #[test]
    fn a_moment_is_told_on_the_calendar_of_the_zone() {
        // 2011-12-31T23:30:00Z is in the new year in Berlin, and in the last week of the old one.
        let slot = Calendar::of("Europe/Berlin").slot(Timestamp(1_325_374_200_000));
        let expected = Slot { hour: 2_012_010_100, day: 20_120_101, week: 201_152, month: 201_201 };
        assert_eq!(slot, expected);
    }
}
