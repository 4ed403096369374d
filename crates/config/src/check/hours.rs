//! Business hours: a zone that exists, days that exist, times apart from each other.

use jiff::civil;

use super::Check;
use crate::{
    document::{Date, DayNames, HolidayEntry, HoursEntry, Times},
    finding::Code,
    position::{At, Span},
    translate::{week, zone},
};

const DAY_MINUTES: u32 = 24 * 60;
const WEEK_MINUTES: u32 = 7 * DAY_MINUTES;

impl Check<'_> {
    pub(super) fn hours(&mut self) {
        for (key, hours) in self.document.hours.iter() {
            self.key(key);
            self.name(&hours.name);
            self.zone(&hours.zone);
            for (days, _) in hours.open.iter() {
                if DayNames::read(days).is_none() {
                    let message = format!("`{}` is no day of the week", days.value);
                    self.error(Code::BadDays, days.span, message).help = Some(
                        "one of mon, tue, wed, thu, fri, sat, sun, or several: `mon-fri`"
                            .to_owned(),
                    );
                }
            }
            self.overlaps(hours);
            for (key, holiday) in hours.holidays.iter() {
                self.key(key);
                self.holiday(holiday);
            }
            let opens = week(hours).iter().any(|times| !times.is_empty())
                || hours.holidays.iter().any(|(_, holiday)| !holiday.open.is_empty());
            if !opens {
                let message = format!("`{}` never opens", key.value);
                self.error(Code::HoursNeverOpen, key.span, message).help =
                    Some("write opening times like `mon-fri: [09:00-17:00]`".to_owned());
            }
        }
    }

    pub(super) fn zone(&mut self, name: &At<String>) {
        if zone(name).is_some() {
            return;
        }
        let known: Vec<String> = jiff::tz::TimeZoneDatabase::bundled()
            .available()
            .map(|name| name.to_string())
            .collect();
        let near = crate::finding::nearest(name, known.iter().map(String::as_str));
        self.error(
            Code::UnknownZone,
            name.span,
            format!("there is no time zone `{}`", name.value),
        )
        .help = Some(match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "an IANA name, like `Europe/Berlin` or `America/New_York`".to_owned(),
        });
    }

    /// Each stretch against those of the days it touches, over the end of the week as well.
    fn overlaps(&mut self, hours: &HoursEntry) {
        let mut taken: Vec<(u32, u32)> = Vec::new();
        for (days, times) in hours.open.iter() {
            for day in DayNames::read(days).into_iter().flatten() {
                for at in times {
                    let from = day as u32 * DAY_MINUTES + u32::from(at.from);
                    let stretch = (from, from + u32::from(at.minutes()));
                    let hit = taken.iter().any(|other| {
                        [0, WEEK_MINUTES].iter().any(|week| {
                            meet(stretch, (other.0 + week, other.1 + week))
                                || meet((stretch.0 + week, stretch.1 + week), *other)
                        })
                    });
                    if hit {
                        self.overlap(at.span);
                    }
                    taken.push(stretch);
                }
            }
        }
    }

    fn holiday(&mut self, holiday: &HolidayEntry) {
        let Date { year, month, day } = holiday.date.value;
        // A year with a 29th of February stands for all of them.
        if civil::Date::new(year.unwrap_or(2000), month, day).is_err() {
            let message = format!("the calendar has no day {}", holiday.date.value);
            self.error(Code::NoSuchDate, holiday.date.span, message);
        }
        let mut taken: Vec<Times> = Vec::new();
        for at in &holiday.open {
            let of = |times: Times| {
                (u32::from(times.from), u32::from(times.from) + u32::from(times.minutes()))
            };
            if taken.iter().any(|other| meet(of(*other), of(at.value))) {
                self.overlap(at.span);
            }
            taken.push(at.value);
        }
    }

    fn overlap(&mut self, span: Span) {
        self.error(Code::HoursOverlap, span, "these times overlap with others of the same day");
    }
}

fn meet(one: (u32, u32), other: (u32, u32)) -> bool {
    one.0 < other.1 && other.0 < one.1
}
