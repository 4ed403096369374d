//! Weekdays, zones and holidays become moments, also on the days when the clocks change.

use domain::{
    config::{Config, Hours},
    ids::Timestamp,
};
use jiff::{Zoned, tz::TimeZone};

use crate::{NOW, small_with};

fn config(hours: &str, now: Timestamp) -> Config {
    let section = format!("hours:\n  day: {{ name: Day, {hours} }}\nqueues:\n");
    config::load(&small_with("queues:\n", &section), None, now).unwrap()
}

fn hours(hours: &str, now: Timestamp) -> Hours {
    config(hours, now).hours.into_values().next().unwrap()
}

/// A moment as it is written on a page: `2026-03-29T03:00+02:00[Europe/Berlin]`.
fn at(text: &str) -> Timestamp {
    let zoned: Zoned = text.parse().unwrap();
    Timestamp(zoned.timestamp().as_millisecond().try_into().unwrap())
}

/// The first intervals, as clocks in the zone show them.
fn shown(hours: &Hours, zone: &str, count: usize) -> Vec<String> {
    let zone = TimeZone::get(zone).unwrap();
    let clock = |moment: Timestamp| {
        let moment = jiff::Timestamp::from_millisecond(moment.0.try_into().unwrap()).unwrap();
        moment.to_zoned(zone.clone()).strftime("%a %d %H:%M%:::z").to_string()
    };
    let first = hours.open.iter().take(count);
    first.map(|open| format!("{} – {}", clock(open.from), clock(open.to))).collect()
}

#[test]
fn opening_times_keep_to_the_clock_on_the_wall_when_berlin_changes_to_summer_and_back() {
    let night = "zone: Europe/Berlin, open: { sat: [22:00-06:00], mon: [09:00-17:00] }";
    let spring = hours(night, at("2026-03-28T12:00[Europe/Berlin]"));
    assert_eq!(
        shown(&spring, "Europe/Berlin", 2),
        ["Sat 28 22:00+01 – Sun 29 06:00+02", "Mon 30 09:00+02 – Mon 30 17:00+02"]
    );
    assert_eq!(spring.open[0].to.since(spring.open[0].from), 7 * 3_600_000);
    let autumn = hours(night, at("2026-10-24T12:00[Europe/Berlin]"));
    assert_eq!(
        shown(&autumn, "Europe/Berlin", 2),
        ["Sat 24 22:00+02 – Sun 25 06:00+01", "Mon 26 09:00+01 – Mon 26 17:00+01"]
    );
    assert_eq!(autumn.open[0].to.since(autumn.open[0].from), 9 * 3_600_000);
}

#[test]
fn a_time_that_new_york_skips_opens_later_and_one_it_shows_twice_opens_at_the_first() {
    let early = "zone: America/New_York, open: { sun: [02:30-12:00] }";
    let spring = hours(early, at("2026-03-07T12:00[America/New_York]"));
    assert_eq!(shown(&spring, "America/New_York", 1), ["Sun 08 03:30-04 – Sun 08 12:00-04"]);
    let twice = "zone: America/New_York, open: { sun: [01:30-12:00] }";
    let autumn = hours(twice, at("2026-10-31T12:00[America/New_York]"));
    assert_eq!(shown(&autumn, "America/New_York", 1), ["Sun 01 01:30-04 – Sun 01 12:00-05"]);
}

#[test]
fn a_holiday_of_one_date_goes_before_one_of_every_year_and_both_before_the_day_of_the_week() {
    let hours = hours(
        "zone: UTC, open: { mon-sun: [09:00-17:00] }, holidays: { eve: { date: 12-24, open: [09:00-12:00] }, \
         christmas: { date: 12-25 }, last: { date: 2026-12-25, open: [10:00-11:00] } }",
        at("2026-12-24T08:00[UTC]"),
    );
    assert_eq!(
        shown(&hours, "UTC", 3),
        [
            "Thu 24 09:00+00 – Thu 24 12:00+00",
            "Fri 25 10:00+00 – Fri 25 11:00+00",
            "Sat 26 09:00+00 – Sat 26 17:00+00"
        ]
    );
    let next_year = at("2027-12-25T10:30[UTC]");
    assert!(!hours.is_open(next_year));
}

#[test]
fn hours_round_the_clock_are_one_interval_to_the_horizon() {
    let hours = hours("zone: Asia/Kolkata, open: { mon-sun: [00:00-24:00] }", NOW);
    let [open] = hours.open.as_slice() else { panic!("{:?}", hours.open) };
    assert!(open.from <= NOW);
    let days = open.to.since(NOW) / 86_400_000;
    assert!((i32::try_from(days).unwrap() - config::HORIZON_DAYS).abs() <= 1, "{days} days");
}

#[test]
fn a_shift_that_began_yesterday_is_open_still() {
    let night = "zone: UTC, open: { fri-sun: [20:00-08:00] }";
    let hours = hours(night, at("2026-11-02T07:00[UTC]"));
    assert!(hours.is_open(at("2026-11-02T07:59[UTC]")));
    assert_eq!(hours.next_open(at("2026-11-02T08:00[UTC]")), Some(at("2026-11-06T20:00[UTC]")));
}

#[test]
fn intervals_ascend_and_lie_apart() {
    let hours = hours(
        "zone: Europe/Lisbon, open: { sat-mon: [18:00-02:00], tue: [02:00-09:00, 09:00-12:00] }",
        NOW,
    );
    assert!(hours.open.is_sorted_by(|one, next| one.to < next.from && one.from < one.to));
}

#[test]
fn renewed_hours_are_those_a_document_of_that_day_would_have() {
    let times = "zone: Europe/Berlin, open: { mon-fri: [09:00-17:00] }";
    let text =
        small_with("queues:\n", &format!("hours:\n  day: {{ name: Day, {times} }}\nqueues:\n"));
    let (config, week_later) = (config(times, NOW), NOW.after(7 * 86_400_000));
    let renewed = config::open_hours(&config::parse(&text).unwrap(), &config, week_later);
    let (id, fresh) = config::load(&text, None, week_later).unwrap().hours.pop_first().unwrap();
    assert_eq!(renewed[&id], fresh.open);
    assert_ne!(renewed[&id], config.hours[&id].open);
}
